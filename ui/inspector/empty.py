"""What the inspector shows while nothing was chosen."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class EmptyPage(QWidget):
    """A friendly sentence: what can be clicked, and what comes of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.sentence = QLabel(), QLabel()
        self.heading.setProperty("role", "title")
        self.sentence.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 32)
        column.setSpacing(6)
        column.addStretch(1)
        for label in (self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Nothing chosen yet"))
        self.sentence.setText(
            self.tr(
                "Click a request in the diagram to see its life and why it waited; "
                "click a box to see its figures. Pausing first makes it easier."
            )
        )
