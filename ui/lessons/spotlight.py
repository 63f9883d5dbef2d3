"""A light on a part of the diagram: all else lies under a veil until something happens there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

if TYPE_CHECKING:
    from ui.diagram.view import DiagramView

_VEIL = 0.62
_ROOM, _RADIUS = -10, 14
"""A box has room for its focus ring around it."""


class Spotlight(QWidget):
    """Lies over the diagram and lets the pointer through."""

    def __init__(self, theme: Theme, diagram: "DiagramView") -> None:
        super().__init__(diagram.viewport())
        self._theme, self._diagram = theme, diagram
        self.place: str | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        diagram.viewport().installEventFilter(self)
        self.hide()

    def point_at(self, place: str | None) -> None:
        """Light up a place such as `worker:1`; None: no light."""
        self.place = place.partition("/")[0] if place else None
        self.setGeometry(self._diagram.viewport().rect())
        self.setVisible(self.place is not None)
        self.raise_()
        self.update()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._diagram.viewport().rect())
        elif event.type() is QEvent.Type.MouseButtonPress and self.isVisible():
            # Who reaches for the diagram wants to see it.
            self.point_at(None)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        lit = self._diagram.rect_of(self.place) if self.place is not None else None
        if lit is None:
            return
        hole = QRectF(lit).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        path = QPainterPath()
        path.addRect(QRectF(self.rect()))
        path.addRoundedRect(hole, _RADIUS, _RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self._theme.colour("surface.canvas")
        veil.setAlphaF(_VEIL)
        painter.fillPath(path, veil)
