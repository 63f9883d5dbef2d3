"""Whole runs beside the window, a slice at a time: what a prediction is measured against."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.errors import SimulatorError
from simulator.model import System
from simulator.scenario import Scenario
from simulator.statistics import Summary, summarised, tallied

_SLICE_S = 0.004
"""Wall time: the picture goes on meanwhile."""
Asked = tuple[Scenario, int]
"""A scenario and its seed."""
_known: deque[tuple[Scenario, int, Summary]] = deque(maxlen=96)
"""The runs made last: who goes through a step once more, or in another language, waits for none of them."""


class Runs(QObject):
    """One after another; asked anew, it forgets what it was at."""

    progressed = Signal(float)
    """The share that is done, 0..1."""
    finished = Signal(object)
    """The summaries, in the order in which they were asked for."""
    failed = Signal(object)
    """The SimulatorError."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: list[Asked] = []
        self._done: list[Summary] = []
        self._system: System | None = None
        self._slice_s: float | None = _SLICE_S
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_slice)

    def begin(self, asked: Sequence[Asked]) -> None:
        """Run these."""
        self.cancel()
        self._asked, self._slice_s = list(asked), _SLICE_S
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop, and forget."""
        self._timer.stop()
        self._asked, self._done, self._system = [], [], None

    def hurry(self) -> None:
        """Run what is left now, and come back when it is done."""
        self._slice_s = None
        while self._timer.isActive():
            self._on_slice()

    def _on_slice(self) -> None:
        try:
            self._go_on()
        except SimulatorError as error:
            self.cancel()
            self.failed.emit(error)

    def _go_on(self) -> None:
        scenario, seed = self._asked[len(self._done)]
        summary = next((known for ran, its, known in _known if its == seed and ran == scenario), None)
        if summary is None:
            summary = self._run(scenario, seed)
        if summary is None:
            return
        self._done.append(summary)
        if len(self._done) == len(self._asked):
            done = tuple(self._done)
            self.cancel()
            self.finished.emit(done)

    def _run(self, scenario: Scenario, seed: int) -> Summary | None:
        """A slice; the summary once it was the last one."""
        if self._system is None:
            self._system = System(scenario, seed=seed)
        if not self._system.finish(self._slice_s):
            self.progressed.emit((len(self._done) + self._system.now_s / scenario.run.duration) / len(self._asked))
            return None
        record, self._system = self._system.record, None
        summary = summarised(record, tallied(record))
        _known.append((scenario, seed, summary))
        return summary
