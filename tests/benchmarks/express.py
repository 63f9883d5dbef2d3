"""Minutes of Express in the real window: memory grows up to the record's budget, and no further.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.express [--minutes 10] [--transitions N] [--scenario NAME]

Goes on for so many minutes once transitions and samples are full. Prints a line every few seconds, then bytes a
transition and the growth since then; ends with 1 where a target is missed.
"""

import argparse
import gc
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.record import Budget

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from simulator.model import System
    from simulator.record import Transitions

_LINE_S = 10.0
_BYTES_A_TRANSITION = 60.0
_MOST_GROWTH = 0.02
"""Of what the run had taken when a tenth of the full record had been replaced."""


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


def measured(app: "QApplication", settings: "QSettings", asked: argparse.Namespace) -> int:
    """Let the window go on, and look at it now and then."""
    from ui.launch import begin, make_window  # noqa: PLC0415  # see above
    from ui.preferences import Preferences  # noqa: PLC0415

    window = make_window(app, Preferences(settings))
    window.resize(1440, 900)
    window.show()
    begin(window, asked.scenario)
    window.session.pause()
    while window.parts.get("inspector") is None:
        app.processEvents()
    system = window.session.system
    assert system is not None, "it is open"
    assert system.trace is not None, "a session is traced"
    gc.collect()
    empty, full = resident(), 0
    window.session.express()
    begun = line = time.perf_counter()
    end = begun + asked.at_most * 60
    while (now := time.perf_counter()) < end:
        app.processEvents()
        if not full and is_full(system):
            full, end = resident() - empty, min(end, now + asked.minutes * 60)
        if now - line > _LINE_S:
            line = now
            print(f"{now - begun:6.0f} s: {state(system)}, {(resident() - empty) / 1e6:7.1f} MB", flush=True)
    window.session.pause()
    return judged(resident() - empty, full, bytes_a_transition(system.trace))


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


def judged(grown: int, when_full: int, each: float) -> int:
    """Print what came of it; 1 where a target is missed."""
    is_small = each < _BYTES_A_TRANSITION
    print(
        f"{each:.1f} bytes a transition that is kept, below {_BYTES_A_TRANSITION:g}: {'ok' if is_small else 'MISSED'}"
    )
    if not when_full:
        print("the record was never full: let it take longer, or give it fewer --transitions")
        return 1
    growth = grown / when_full - 1
    is_steady = growth < _MOST_GROWTH
    print(f"growth since it was full: {growth:+.1%} ({'ok' if is_steady else 'MISSED'})")
    return 0 if is_small and is_steady else 1


if __name__ == "__main__":
    sys.exit(main())
