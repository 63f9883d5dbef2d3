"""A session as one HTML file: scenario, figures, charts, and the picture of the diagram as it stands."""

from pathlib import Path

from PySide6.QtCore import QObject

from simulator.model import System
from simulator.output.report import report
from simulator.scenario import Scenario
from simulator.statistics import Replications
from ui.export.picture import write_bytes
from ui.export.rerun import Rerun


class ReportExport(Rerun):
    """Writes what `simulate --config FILE --report FILE` writes for the saved session, and a picture with it."""

    def __init__(self, scenario: Scenario, path: Path, picture: str, parent: QObject | None = None) -> None:
        """`picture`: inline SVG."""
        super().__init__(scenario, parent)
        self._path, self._picture = path, picture

    def write(self, system: System) -> tuple[str, ...]:
        """The page, whole or not at all."""
        finished = Replications()
        finished.add(system.record)
        page = report(finished.overall(), system.record, picture=self._picture)
        write_bytes(self._path, page.encode())
        return (self._path.name,)
