"""A parameter's name, with a dot after it where its value is not the one that the run began with."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Theme
from ui.theme.fonts import font

_DOT_R, _DOT_ROOM = 3.0, 15
_TEXT_PX = 12
_LEAST = 60
"""Pixels; what has no more room ends in an ellipsis."""


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
        return QSize(min(_LEAST, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        if shown == self.text():
            super().paintEvent(event)
        painter = QPainter(self)
        if shown != self.text():
            style, palette, role = self.style(), self.palette(), self.foregroundRole()
            style.drawItemText(painter, place, self.alignment(), palette, self.isEnabled(), shown, role)
        if not self._is_changed:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent.base"))
        x = self.fontMetrics().horizontalAdvance(shown) + 9
        painter.drawEllipse(QPointF(x, self.height() / 2), _DOT_R, _DOT_R)
