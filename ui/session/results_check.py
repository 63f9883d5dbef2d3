"""Results of a headless run, held against the same run made again: row by row, as the bytes of the files."""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.errors import ResultsError, SimulatorError
from simulator.model import System
from simulator.output.digits import header
from simulator.output.requests import COLUMNS, lines
from simulator.record import Record
from simulator.scenario import Scenario, load
from ui.session.results_folder import REQUESTS, SCENARIO, results_in

_SLICE_S = 0.02
"""Wall time; between two slices the window lives."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the comparison."""

    rows: int
    """Of the first replication, as the run made again has them."""
    line: int | None = None
    """The first line of the file that differs; None: none does."""
    expected: str = ""
    found: str = ""
    """What stands in that line; empty where the file ends before it."""


def compared(record: Record, file: Path) -> Verdict:
    """Hold the rows of a closed record against a file of requests. Raises ResultsError where it cannot be read."""
    rows, line = 0, 1
    try:
        with file.open("rb") as opened:
            for block in chain((header(COLUMNS),), lines(record)):
                if not block:
                    continue
                found = opened.read(len(block))
                if found != block:
                    at, expected, other = _first_difference(block, found + opened.readline())
                    return Verdict(record.requests.count, line + at, expected, other)
                line += block.count(b"\n")
                rows = line - 2
            return _end(opened.readline(), record, rows, line)
    except OSError as error:
        raise ResultsError(f"{file}: cannot be read: {error.strerror or error}") from error


def _end(further: bytes, record: Record, rows: int, line: int) -> Verdict:
    """Behind the first replication come the others, or nothing."""
    is_next = further.startswith(b"%d," % (record.replication + 1)) and record.scenario.run.replications > 1
    if further and not is_next:
        return Verdict(rows, line, "", _text(further))
    return Verdict(rows)


def _first_difference(block: bytes, found: bytes) -> tuple[int, str, str]:
    """So many lines into the block, the line it has, and the one that the file has."""
    others = iter(found.splitlines())
    for number, expected in enumerate(block.splitlines()):
        other = next(others, b"")
        if other != expected:
            return number, _text(expected), _text(other)
    return 0, "", ""


def _text(line: bytes) -> str:
    return line.decode("utf-8", "replace").rstrip("\r\n")


class ResultsCheck(QObject):
    """Runs the scenario of a folder again, a slice at a time, and compares what comes out."""

    progressed = Signal(object)
    """The share that is done, 0..1; None: it is over."""
    finished = Signal(object)
    """The Verdict; None where the folder has no rows to compare with."""
    failed = Signal(object)
    """The SimulatorError."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._system: System | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_slice)

    def begin(self) -> None:
        """Run; signals say what becomes of it."""
        if not (self._folder / REQUESTS).is_file():
            self.finished.emit(None)
            return
        try:
            scenario = load(results_in(self._folder))
            self._system = System(scenario, seed=_seed(scenario))
        except SimulatorError as error:
            self.failed.emit(error)
            return
        self.progressed.emit(0.0)
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop: nothing is said."""
        self._timer.stop()
        self._system = None
        self.progressed.emit(None)

    def _on_slice(self) -> None:
        system = self._system
        if system is None:
            return
        if not system.finish(_SLICE_S):
            self.progressed.emit(min(1.0, system.now_s / system.scenario.run.duration))
            return
        self.cancel()
        try:
            verdict = compared(system.record, self._folder / REQUESTS)
        except SimulatorError as error:
            self.failed.emit(error)
        else:
            self.finished.emit(verdict)


def _seed(scenario: Scenario) -> int:
    if scenario.run.seed is None:
        raise ResultsError(f"{SCENARIO}: has no run.seed, so the run cannot be made again")
    return scenario.run.seed
