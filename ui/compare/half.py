"""One of the two: its letter, what it has that the other has not, and its diagram."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.compare.letters import Letter
from ui.diagram.ink import Ink
from ui.diagram.view import DiagramView
from ui.theme import Theme
from ui.theme.fonts import font

_LEAST_HEIGHT = 220


class Half(QWidget):
    """A or B."""

    def __init__(self, letter: str, theme: Theme, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self._badge = Letter(letter, ink)
        self._text = ""
        self._label = QLabel(self)
        self._label.setFont(font(12, 500, is_code=True))
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.change = QToolButton(self)
        self.change.setObjectName(f"change_{letter}")
        self.change.setCheckable(True)
        self.change.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.diagram = DiagramView(theme)
        self.diagram.setMinimumHeight(_LEAST_HEIGHT)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 10, 4)
        row.setSpacing(10)
        row.addWidget(self._badge)
        row.addWidget(self._label, 1)
        row.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.diagram, 1)
        self.setAutoFillBackground(True)
        self._retranslate()

    def show_text(self, text: str) -> None:
        """What it has that the other has not."""
        self._text = text
        self._label.setText(text)
        self._label.setToolTip(text)

    def use_theme(self, theme: Theme, ink: Ink) -> None:
        """The colours changed."""
        self._badge.use_ink(ink)
        self.diagram.use_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.change.setText(QCoreApplication.translate("Compare", "Change {side}").format(side=self._letter))
        tip = QCoreApplication.translate(
            "Compare", "The parameters of {side}; those of the clients are the same for both"
        )
        self.change.setToolTip(tip.format(side=self._letter))
