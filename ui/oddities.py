"""What is odd in a scenario that was opened: said once, calmly, in the status bar."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.scenario import Scenario
from simulator.scenario.oddities import oddities
from ui.i18n import Language
from ui.session import Session


class OpenedOddities(QObject):
    """Between a session and who says things; the scenario's text has them all, each with its line."""

    said = Signal(str)

    def __init__(self, session: Session, language: Language, window: QWidget) -> None:
        super().__init__(window)
        self._language = language
        session.opened.connect(self._on_opened)

    def _on_opened(self, scenario: Scenario) -> None:
        found = list(oddities(scenario))
        if not found:
            return
        text = self.tr("Note: {key}: {what}").format(key=found[0].key, what=found[0].said(self._language.code))
        more = len(found) - 1
        if more:
            text = self.tr("{first} (and {count} more)").format(first=text, count=more)
        self.said.emit(text)
