"""The result files of a session."""

from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject

from simulator.model import System
from simulator.output import Results
from simulator.scenario import Scenario
from simulator.statistics import Replications
from ui.export.rerun import Rerun


class ResultsExport(Rerun):
    """Writes into a folder exactly what `simulate --config FILE --out FOLDER` writes for the saved session."""

    def __init__(self, scenario: Scenario, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(scenario, parent)
        self._results = Results(folder, scenario)
        self._stack = ExitStack()

    def prepare(self) -> None:
        """Take the folder."""
        self._stack.enter_context(self._results)

    def write(self, system: System) -> tuple[str, ...]:
        """All files, or none."""
        finished = Replications()
        finished.add(system.record)
        self._results.add(system.record)
        self._results.commit(finished)
        return self._results.names

    def clean(self) -> None:
        """Give the folder back."""
        self._stack.close()
