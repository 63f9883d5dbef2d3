"""Pieces of the bar below: a figure with its name, and a text that gives way."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.theme.fonts import font
from ui.theme.theme import Theme

_AFTER = 20


class Cell(QWidget):
    """A name and a value that changes often; with the room up to the next one, so that both go together."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.value = QLabel(self), QLabel(self)
        self.value.setObjectName(f"status_{name}")
        self.name.setFont(font(11))
        self.value.setFont(font(11, 600))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _AFTER, 0)
        row.setSpacing(4)
        row.addWidget(self.name)
        row.addWidget(self.value)

    def say(self, text: str) -> None:
        """Show a value."""
        if text != self.value.text():
            self.value.setText(text)


class Elided(QLabel):
    """A text that is never so important that the window must be wider for it."""

    def __init__(self, parent: QWidget, policy: QSizePolicy.Policy) -> None:
        """`policy`: `Ignored` takes what others leave, `Maximum` no more than the text needs."""
        super().__init__(parent)
        self.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    @property
    def is_whole(self) -> bool:
        """Whether there is room for all of it."""
        return self.fontMetrics().horizontalAdvance(self.text()) <= self.width()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), text)


def ink(label: QLabel, theme: Theme, token: str) -> None:
    """Write it in this colour."""
    palette = label.palette()
    palette.setColor(label.foregroundRole(), theme.colour(token))
    label.setPalette(palette)
