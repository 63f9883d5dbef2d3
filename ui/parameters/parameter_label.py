"""A parameter's name, with a dot after it where its value is not the one that the run began with."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Theme
from ui.theme.fonts import font

_DOT_R, _DOT_ROOM = 3.0, 15
_TEXT_PX = 12


class ParameterLabel(QLabel):
    """The dot stands behind the last letter."""

    def __init__(self, theme: Theme, weight: int = 500, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_changed = False
        self.setFont(font(_TEXT_PX, weight))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setContentsMargins(0, 0, _DOT_ROOM, 0)

    @property
    def is_changed(self) -> bool:
        """Whether the dot is there."""
        return self._is_changed

    def show_changed(self, is_changed: bool) -> None:
        """Show the dot, or not."""
        if is_changed != self._is_changed:
            self._is_changed = is_changed
            self.update()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_changed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent.base"))
        x = min(self.fontMetrics().horizontalAdvance(self.text()), self.width() - _DOT_ROOM) + 9
        painter.drawEllipse(QPointF(x, self.height() / 2), _DOT_R, _DOT_R)
