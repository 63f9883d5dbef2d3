"""A session run again headless, a slice at a time: what is written of it comes from a whole run, as from a command."""

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.errors import SimulatorError
from simulator.model import System
from simulator.scenario import Scenario

_SLICE_S = 0.03
"""Wall time; between two slices the window lives."""


class Rerun(QObject):
    """What becomes of the run is the subclass's: `prepare` before it, `write` after it, `clean` in any case."""

    progressed = Signal(float)
    """The share that is done, 0..1."""
    finished = Signal(object)
    """The names of the files, a tuple."""
    failed = Signal(object)
    """The SimulatorError; nothing was written."""

    def __init__(self, scenario: Scenario, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._system: System | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_slice)

    def begin(self) -> None:
        """Run; signals say what becomes of it."""
        assert self._scenario.run.seed is not None, "a session has a seed"
        try:
            self.prepare()
            self._system = System(self._scenario, seed=self._scenario.run.seed)
        except SimulatorError as error:
            self._fail(error)
            return
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop; nothing is left behind."""
        self._timer.stop()
        self._system = None
        self.clean()

    def prepare(self) -> None:
        """Before the run. Raises SimulatorError where it could not be written."""

    def write(self, system: System) -> tuple[str, ...]:
        """After the run: write, whole or not at all; the names of the files. Raises SimulatorError."""
        raise NotImplementedError

    def clean(self) -> None:
        """Leave nothing half written; what was written whole stays."""

    def _on_slice(self) -> None:
        system = self._system
        if system is None:
            return
        try:
            if not system.finish(_SLICE_S):
                self.progressed.emit(system.now_s / self._scenario.run.duration)
                return
            names = self.write(system)
        except SimulatorError as error:
            self._fail(error)
            return
        self.cancel()
        self.finished.emit(names)

    def _fail(self, error: SimulatorError) -> None:
        self.cancel()
        self.failed.emit(error)
