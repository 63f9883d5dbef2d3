"""When the record of a run is full: said once, and where the rest of it is."""

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.scenario import Scenario
from ui.session import Session


class RecordBudget(QObject):
    """Between a session and who says things."""

    said = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._is_said = False
        session.opened.connect(self._on_opened)
        session.forgot.connect(self._on_forgot)

    def _on_opened(self, _: Scenario) -> None:
        self._is_said = False

    def _on_forgot(self) -> None:
        if self._is_said:
            return
        self._is_said = True
        time = QLocale().toString(self._session.kept_since_s, "f", 1)
        self.said.emit(self.tr("Before {time} s only some instants are kept: record full").format(time=time))
