"""A session as one HTML file: scenario, figures, charts, and the picture of the diagram as it stands."""

from pathlib import Path

from PySide6.QtCore import QLocale, QObject

from simulator.model import System
from simulator.output.report import report
from simulator.output.report_words import words_of
from simulator.scenario import Scenario
from simulator.statistics import Replications
from ui.export.picture import write_bytes
from ui.export.rerun import Rerun
from ui.i18n import code_of


class ReportExport(Rerun):
    """Writes what `simulate --config FILE --report FILE` writes for the saved session, and a picture with it."""

    def __init__(self, scenario: Scenario, path: Path, picture: str, parent: QObject | None = None) -> None:
        """`picture`: elements of a page."""
        super().__init__(scenario, parent)
        self._path, self._picture = path, picture
        # The picture has it too: switched while the run is repeated, the page would speak two.
        self._language = code_of(QLocale())

    def write(self, system: System) -> tuple[str, ...]:
        """The page, whole or not at all."""
        finished = Replications()
        finished.add(system.record)
        page = report(finished.overall(), system.record, self._picture, words_of(self._language))
        write_bytes(self._path, page.encode())
        return (self._path.name,)
