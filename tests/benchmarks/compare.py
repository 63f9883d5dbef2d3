"""What comparing costs and gains: A | B with a thousand in flight on each side, and pairs against runs on their own.

    python -m tests.benchmarks.compare           # on the screen there is (Xvfb: xvfb-run -a python -m ...)
    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.compare

Prints the frame interval of the real window with both diagrams and their charts, and how much narrower the interval of
a difference is where requests are paired: `def` against `async def`, one worker half busy, beside the same with another
seed.
"""

import argparse
import os
import tempfile
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.record import Record
from simulator.scenario import parse
from simulator.statistics.paired import Paired, PairedFigure

_END_S, _FRAMES = 2_000.0, 600
_HALF_BUSY = """
format = 1
name = "half busy"
[run]
duration = "2000s"
warm_up = "20s"
[[clients]]
name = "c"
arrivals = "poisson"
rate = 50
[[routes]]
path = "/"
handler = "{handler}"
steps = [{{ cpu = "5ms" }}, {{ io = "exponential(50ms)" }}, {{ cpu = "5ms" }}]
"""
_CROWD = """
format = 1
name = "A thousand in flight"
[run]
duration = "600s"
seed = 1
[[clients]]
name = "Cliente_1"
arrivals = "poisson"
rate = 300
network = "850ms"
keep_alive = false
[server]
workers = 4
[[routes]]
path = "/professor"
handler = "async"
steps = [{ cpu = "200us" }, { io = "exponential(200ms)" }]
"""


def main() -> None:
    """Measure, and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--frames", type=int, default=_FRAMES)
    arguments.add_argument("--all", action="store_true", help="with all charts shown, in place of one")
    arguments.add_argument("--ghost", action="store_true", help="with one diagram, the other server as its ghost")
    asked = arguments.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    narrower()
    frames(asked.frames, are_all_shown=asked.all, has_ghost=asked.ghost)


def narrower() -> None:
    """How much pairs gain."""
    first = recorded("threadpool", 1)
    paired, alone = (mean(first, recorded("async", seed)) for seed in (1, 2))
    for name, figure in (("paired", paired), ("each on its own", alone)):
        print(f"{name}: async def {figure.difference * 1e3:+.3f} ms, give or take {width(figure) * 500:.3f} ms")
    print(f"    {width(alone) / width(paired):.1f} times narrower in pairs (wanted: 3)")


def recorded(handler: str, seed: int) -> Record:
    """A long run."""
    system = System(parse(_HALF_BUSY.format(handler=handler)), seed=seed, endless=True, sample_every_s=0.1)
    system.run_until(_END_S)
    return system.record


def mean(a: Record, b: Record) -> PairedFigure:
    """The difference of the mean response times."""
    return next(figure for figure in Paired(a, b).figures(_END_S) if figure.name == "response_mean")


def width(figure: PairedFigure) -> float:
    """Of its interval, seconds."""
    assert figure.interval is not None, "the run is long"
    return figure.interval[1] - figure.interval[0]


def frames(count: int, *, are_all_shown: bool, has_ghost: bool) -> None:
    """Intervals between pictures while both go on, and the processor time that was spent in them."""
    from PySide6.QtCore import QSettings  # noqa: PLC0415  # the first half needs no window
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.compare.panel import ComparePanel  # noqa: PLC0415
    from ui.launch import begin, make_window  # noqa: PLC0415
    from ui.preferences import Preferences  # noqa: PLC0415

    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "crowd.toml"
        file.write_text(_CROWD, encoding="utf-8")
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(app, Preferences(settings))
        window.resize(1440, 900)
        window.show()
        begin(window, file)
        panel = window.parts.show("compare")
        assert isinstance(panel, ComparePanel), "the part of that name"
        panel.charts.show_all(are_all_shown)
        panel.ghost_mode.choose("B" if has_ghost else "")
        window.session.run()
        while min(window.session.now_s, panel.duo.now_s) < 4.0:
            app.processEvents()
        pictures: list[tuple[float, float]] = []
        panel.duo.ticked.connect(lambda: pictures.append((perf_counter(), process_time())))
        while len(pictures) <= count:
            app.processEvents()
        tell(np.array(pictures), [len(run.moment()) for run in (panel.duo.a, panel.duo)])
        window.session.pause()


def tell(pictures: NDArray[np.float64], in_flight: list[int]) -> None:
    """Of shape (pictures, 2): when they came, by the clock and in processor time."""
    intervals, spent = np.sort(np.diff(pictures, axis=0) * 1e3, axis=0).T
    print(f"frame interval with {in_flight[0]} + {in_flight[1]} in flight, ms: p50 {np.percentile(intervals, 50):.1f}")
    print(f"    p95 {np.percentile(intervals, 95):.1f} (wanted: 22)")
    print(f"    {1000 / intervals.mean():.1f} pictures/s")
    # What others on the machine take is in the interval, and not in this.
    p50, p95 = np.percentile(spent, (50, 95))
    print(f"processor time between pictures, ms: p50 {p50:.1f}, p95 {p95:.1f}")


if __name__ == "__main__":
    main()
