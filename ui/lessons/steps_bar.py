"""How far a lesson is: a bar a step."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

_HEIGHT, _BAR, _GAP = 16, 4, 6


class StepsBar(QWidget):
    """Full up to the present step; a click goes to a step."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._count, self._at = theme, 1, 0
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def show_step(self, at: int, count: int) -> None:
        """The present step, from 0."""
        self._at, self._count = at, count
        self.update()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = (self.width() - _GAP * (self._count - 1)) / self._count
        for number in range(self._count):
            painter.setBrush(self._theme.colour("accent.base" if number <= self._at else "border.default"))
            painter.drawRoundedRect(QRectF(number * (wide + _GAP), (_HEIGHT - _BAR) / 2, wide, _BAR), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = int(event.position().x() / max(1.0, self.width()) * self._count)
        self.chosen.emit(min(max(0, number), self._count - 1))
