"""A session's run made again up to an instant, in slices, so that another one can go on from there."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.model import System
from simulator.scenario import Change, Scenario
from simulator.units import NS_PER_S
from ui.session.crowds import check_crowds

_SLICE_S = 0.03
"""Wall time; between two slices the window lives."""


class Replay(QObject):
    """The same scenario, seed and changes give the same run, request by request."""

    progressed = Signal(object)
    """The share that is done, 0..1."""
    arrived = Signal(object)
    """The System, which stands at the instant."""

    def __init__(self, original: System, until_ns: int, sample_every_s: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # What happened at the very instant has happened in the branch too.
        self._until_s = (until_ns + 1) / NS_PER_S
        self._changes = [change for change in original.changes if change.at <= until_ns / NS_PER_S]
        self._system = begun(original.record.scenario, original.record.seed, sample_every_s)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_slice)

    def begin(self) -> None:
        """Run; signals say how far it is."""
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop, and never arrive."""
        self._timer.stop()

    def _on_slice(self) -> None:
        deadline = perf_counter() + _SLICE_S
        while (left_s := deadline - perf_counter()) > 0:
            change = self._changes[0] if self._changes else None
            if not self._system.run_until(self._until_s if change is None else change.at, left_s):
                break
            if change is None:
                self._timer.stop()
                self.arrived.emit(self._system)
                return
            self._apply(change)
        self.progressed.emit(min(1.0, self._system.now_s / self._until_s))

    def _apply(self, change: Change) -> None:
        made = self._system.apply(change.set, change.to)
        assert made.at == change.at, "a change comes when it came"
        del self._changes[0]


def begun(scenario: Scenario, seed: int, sample_every_s: float) -> System:
    """A system that stands at 0, as a session has it. Raises ScenarioError."""
    check_crowds(scenario)
    return System(scenario, seed=seed, trace=True, endless=True, sample_every_s=sample_every_s)
