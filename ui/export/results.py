"""The result files of a session: its saved scenario is run again, headless, a slice at a time."""

from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.errors import SimulatorError
from simulator.model import System
from simulator.output import Results
from simulator.scenario import Scenario
from simulator.statistics import Replications

_SLICE_S = 0.03
"""Wall time; between two slices the window lives."""


class ResultsExport(QObject):
    """Writes into a folder exactly what `simulate --config FILE --out FOLDER` writes for the saved session."""

    progressed = Signal(float)
    """The share that is done, 0..1."""
    finished = Signal(object)
    """The names of the files, a tuple."""
    failed = Signal(object)
    """The SimulatorError; nothing was written."""

    def __init__(self, scenario: Scenario, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._results = Results(folder, scenario)
        self._stack = ExitStack()
        self._system: System | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_slice)

    def begin(self) -> None:
        """Run; signals say what becomes of it."""
        assert self._scenario.run.seed is not None, "a session has a seed"
        try:
            self._stack.enter_context(self._results)
            self._system = System(self._scenario, seed=self._scenario.run.seed)
        except SimulatorError as error:
            self._fail(error)
            return
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop; the folder is left as it was."""
        self._timer.stop()
        self._system = None
        self._stack.close()

    def _on_slice(self) -> None:
        system = self._system
        if system is None:
            return
        try:
            if not system.finish(_SLICE_S):
                self.progressed.emit(system.now_s / self._scenario.run.duration)
                return
            self._write(system)
        except SimulatorError as error:
            self._fail(error)
            return
        self.cancel()
        self.finished.emit(self._results.names)

    def _write(self, system: System) -> None:
        finished = Replications()
        finished.add(system.record)
        self._results.add(system.record)
        self._results.commit(finished)

    def _fail(self, error: SimulatorError) -> None:
        self.cancel()
        self.failed.emit(error)
