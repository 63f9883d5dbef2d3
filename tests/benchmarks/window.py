"""What the window costs: frames with a thousand requests in flight, slider to picture, start to first picture.

    python -m tests.benchmarks.window            # on the screen there is (Xvfb: xvfb-run -a python -m ...)
    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.window

Prints a table with the targets. Charts, timeline and parameters are live; everything happens in the real window.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

_FRAMES, _SETTLED_S, _MOVES, _STARTS = 600, 3.0, 40, 7
_LONGEST_S = 60.0
_CROWD = """
format = 1
name = "A thousand in flight"
[run]
duration = "600s"
seed = 1
{clients}
[server]
workers = 4
[[routes]]
path = "/professor"
handler = "async"
steps = [{{ cpu = "200us" }}, {{ io = "exponential(200ms)", service = "database" }}]
[[services]]
name = "database"
"""
_CLIENT = """
[[clients]]
name = "Cliente_{number}"
arrivals = "poisson"
rate = 174
network = "800ms"
routes = {{ "/professor" = 1 }}
"""


def main() -> None:
    """Measure, and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--frames", type=int, default=_FRAMES)
    arguments.add_argument("--starts", type=int, default=_STARTS)
    arguments.add_argument("--size", default="1440x900")
    arguments.add_argument("--started-at", type=float, help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.started_at is not None:
        first_picture(asked.started_at)
        return
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    starts = [start() for _ in range(asked.starts)]
    show("start to first picture, ms", starts, 600.0)
    bench = Bench(tuple(int(part) for part in asked.size.split("x")))
    for speed in (1.0, 0.2):
        intervals, in_flight = bench.frames(asked.frames, speed)
        show(f"frame interval at {speed:g}x, ms ({in_flight} in flight)", intervals, 22.0, at=95)
        print(f"    {1000 / statistics.fmean(intervals):.1f} frames/s")
    show("parameter change to picture, ms", bench.changes(), 30.0, at=95)
    show("slider key to picture, ms", bench.slider(), 30.0, at=95)


def show(what: str, values: list[float], target: float, at: int = 50) -> None:
    """A line: percentiles, and whether the one that counts is below its target."""
    middle, high = statistics.median(values), sorted(values)[round(0.95 * (len(values) - 1))]
    counts = high if at == 95 else middle
    said = "ok" if counts < target else "MISSED"
    print(f"{what}: p50 {middle:.1f}, p95 {high:.1f}, best {min(values):.1f}; p{at} < {target:g}: {said}", flush=True)


# Start


def start() -> float:
    """Milliseconds from the start of the process to the end of the first paint of the diagram."""
    command = [sys.executable, "-m", "tests.benchmarks.window", "--started-at", repr(time.time())]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=_LONGEST_S)
    return float(ran.stdout)


def first_picture(started_at: float) -> None:
    """In a process of its own: what `vazao` does, up to the first picture."""
    from ui.app import DEFAULT, lighten_start  # noqa: PLC0415  # as the command does, in its order

    lighten_start()
    from ui.screen import missing_screen  # noqa: PLC0415

    assert missing_screen(os.environ) is None, "a screen is needed"
    from PySide6.QtCore import QSettings, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.launch import begin, make_window  # noqa: PLC0415
    from ui.preferences import Preferences  # noqa: PLC0415

    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(app, Preferences(settings))
        window.show()
        begin(window, DEFAULT)

        def painted() -> None:
            # The paint event that tells of it is over when the next event comes.
            QTimer.singleShot(0, lambda: (print((time.time() - started_at) * 1000, flush=True), os._exit(0)))

        window.painted.connect(painted)
        app.exec()


# Frames


class Bench:
    """The real window with a crowd in it."""

    def __init__(self, size: tuple[int, ...]) -> None:
        from PySide6.QtCore import QSettings  # noqa: PLC0415  # the start is measured before anything is loaded
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from ui.charts.panel import ChartsPanel  # noqa: PLC0415
        from ui.launch import begin, make_window  # noqa: PLC0415
        from ui.preferences import Preferences  # noqa: PLC0415

        self.app = QApplication([])
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.window = make_window(self.app, Preferences(settings))
        self.window.resize(*size)
        self.window.show()
        self.until(lambda: self.window.findChild(ChartsPanel) is not None)
        file = folder / "crowd.toml"
        clients = "".join(_CLIENT.format(number=number) for number in (1, 2, 3))
        file.write_text(_CROWD.format(clients=clients), encoding="utf-8")
        begin(self.window, str(file))
        assert self.window.session.system is not None
        self.window.session.system.run_until(4.0)
        self._paints: list[float] = []
        self._ticks: list[float] = []
        self._watch()

    def _watch(self) -> None:
        """Note when a tick begins, and when the diagram has been painted."""
        from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415

        bench = self

        class Watch(QObject):
            """Sees the paint events of the diagram."""

            def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
                if event.type() is QEvent.Type.Paint:
                    QTimer.singleShot(0, lambda: bench._paints.append(time.perf_counter()))
                return False

        self._seer = Watch()
        self.window.diagram.viewport().installEventFilter(self._seer)
        self.window.session.ticked.connect(lambda _: self._ticks.append(time.perf_counter()))

    def until(self, is_done: Callable[[], bool]) -> None:
        """Let the window work."""
        end = time.perf_counter() + _LONGEST_S
        while not is_done():
            assert time.perf_counter() < end, "this takes too long"
            self.app.processEvents()

    def frames(self, count: int, speed: float) -> tuple[list[float], int]:
        """Intervals between paints of the diagram, ms, and how many requests were in flight."""
        self.window.session.set_speed(speed)
        self.window.session.run()
        begun = time.perf_counter()
        self.until(lambda: time.perf_counter() - begun > _SETTLED_S)
        self._paints.clear()
        self._ticks.clear()
        self.until(lambda: len(self._paints) > count)
        system = self.window.session.system
        assert system is not None
        return [(b - a) * 1000 for a, b in pairwise(self._paints[: count + 1])], len(system.in_flight)

    def changes(self) -> list[float]:
        """From asking for another value to the picture that shows it, ms; while time goes."""
        asked = self.window.parts.need("panel").change_requested
        return [self._to_picture(lambda at=at: asked.emit("server.workers", 3 + at % 3)) for at in range(_MOVES)]

    def slider(self) -> list[float]:
        """The same by a key on the slider of the workers."""
        from PySide6.QtCore import Qt  # noqa: PLC0415
        from PySide6.QtTest import QTest  # noqa: PLC0415
        from PySide6.QtWidgets import QSlider  # noqa: PLC0415

        sliders = self.window.parts.need("panel").findChildren(QSlider)
        workers = next(each for each in sliders if each.isEnabled() and each.accessibleName() == "Workers")
        keys = (Qt.Key.Key_Right, Qt.Key.Key_Left)
        return [self._to_picture(lambda at=at: QTest.keyClick(workers, keys[at % 2])) for at in range(_MOVES)]

    def _to_picture(self, act: Callable[[], object]) -> float:
        from PySide6.QtCore import QElapsedTimer  # noqa: PLC0415

        session = self.window.session
        assert session.system is not None
        # Somewhere between two frames, as a hand would.
        pause = QElapsedTimer()
        pause.start()
        self.until(lambda: pause.elapsed() > 40)
        before = len(session.system.changes)
        begun = time.perf_counter()
        act()
        self.until(lambda: session.system is not None and len(session.system.changes) > before)
        self._paints.clear()
        self.until(lambda: bool(self._paints))
        return (self._paints[0] - begun) * 1000


if __name__ == "__main__":
    main()
