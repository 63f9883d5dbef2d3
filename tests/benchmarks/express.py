"""Minutes of Express in the real window: memory grows up to the record's budget, and no further.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.express [--minutes 10] [--transitions N] [--scenario NAME]

Goes on for so many minutes once transitions and samples are full. Prints a line every few seconds, then bytes a
transition and the growth from the first fifth of that time to the last; ends with 1 where a target is missed.
"""

import argparse
import gc
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from simulator.record import Budget

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from simulator.model import System
    from simulator.record import Transitions
    from ui.main_window import MainWindow

_LINE_S, _LOOK_S = 10.0, 1.0
_BYTES_A_TRANSITION = 60.0
_MOST_GROWTH = 0.02
"""Of what the run took on average in the first fifth of its time with a full record: what is forgotten at once makes
single figures differ by more."""
_PARTS = 5


def resident() -> int:
    """Bytes of this process that lie in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> int:
    """Measure, and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=10.0, help="once all is full")
    arguments.add_argument("--at-most", type=float, default=120.0, help="minutes in all")
    arguments.add_argument("--transitions", type=int, default=Budget().transitions)
    arguments.add_argument("--scenario", default="04_workers")
    asked = arguments.parse_args()
    from PySide6.QtCore import QSettings  # noqa: PLC0415  # --help needs no Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        settings.setValue("most_transitions", asked.transitions)
        return measured(app, settings, asked)


def opened(app: "QApplication", settings: "QSettings", scenario: str) -> "MainWindow":
    """The window, whole, with time at a stand."""
    from ui.launch import begin, make_window  # noqa: PLC0415  # see above
    from ui.preferences import Preferences  # noqa: PLC0415

    window = make_window(app, Preferences(settings))
    window.resize(1440, 900)
    window.show()
    begin(window, scenario)
    window.session.pause()
    while window.parts.get("inspector") is None:
        app.processEvents()
    return window


def measured(app: "QApplication", settings: "QSettings", asked: argparse.Namespace) -> int:
    """Let the window go on, and look at it now and then."""
    window = opened(app, settings, asked.scenario)
    system = window.session.system
    assert system is not None, "it is open"
    assert system.trace is not None, "a session is traced"
    gc.collect()
    empty = resident()
    taken: list[int] = []
    """Bytes, now and then since all is full."""
    window.session.express()
    begun = line = look = time.perf_counter()
    end = begun + asked.at_most * 60
    while (now := time.perf_counter()) < end:
        app.processEvents()
        if not taken and is_full(system):
            look, end = 0.0, min(end, now + asked.minutes * 60)
        if now - look > _LOOK_S and (taken or is_full(system)):
            look = now
            taken.append(resident() - empty)
        if now - line > _LINE_S:
            line = now
            print(f"{now - begun:6.0f} s: {state(system)}, {(resident() - empty) / 1e6:7.1f} MB", flush=True)
    window.session.pause()
    return judged(taken, bytes_a_transition(system.trace))


def is_full(system: "System") -> bool:
    """Whether transitions and samples have begun to be forgotten, and a tenth of them was replaced."""
    trace, samples = system.trace, system.record.samples
    assert trace is not None, "a session is traced"
    return trace.first > (trace.count - trace.first) / 10 and samples.first > (len(samples) - samples.first) / 10


def bytes_a_transition(trace: "Transitions") -> float:
    """Rows, keyframes and births, for each row that is kept."""
    births = trace._births
    held = sum(len(block) for block in trace._blocks) + sum(state.nbytes for _, state in trace._keyframes)
    held += sum(column.itemsize * len(column) for column in (births._clients, births._routes, births._sent))
    return held / (trace.count - trace.first)


def state(system: "System") -> str:
    """How far the run has come, and what is kept of it."""
    trace = system.trace
    assert trace is not None, "a session is traced"
    kept = trace.count - trace.first
    return f"{system.now_s:9.0f} s simulated, {trace.count / 1e6:7.2f} million transitions, {kept / 1e6:6.2f} kept"


def judged(taken: list[int], each: float) -> int:
    """Print what came of it; 1 where a target is missed."""
    is_small = each < _BYTES_A_TRANSITION
    print(
        f"{each:.1f} bytes a transition that is kept, below {_BYTES_A_TRANSITION:g}: {'ok' if is_small else 'MISSED'}"
    )
    part = len(taken) // _PARTS
    if not part:
        print("the record was never full: let it take longer, or give it fewer --transitions")
        return 1
    first, last = fmean(taken[:part]), fmean(taken[-part:])
    growth = last / first - 1
    is_steady = growth < _MOST_GROWTH
    verdict = "ok" if is_steady else "MISSED"
    print(f"growth since it was full: {growth:+.1%}, from {first / 1e6:.1f} to {last / 1e6:.1f} MB ({verdict})")
    return 0 if is_small and is_steady else 1


if __name__ == "__main__":
    sys.exit(main())
