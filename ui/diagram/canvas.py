"""A view that can be zoomed around the pointer and panned by dragging, on a grid of dots."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPixmap, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from ui.diagram.ink import Ink

_GRID, _GRID_DOT = 24, 0.8
_NEAREST, _FARTHEST = 4.0, 0.5
_STEP = 1.2
_DRAG_BEGINS = 4
"""Pixels that the pointer must move before a press is a drag."""


class Canvas(QGraphicsView):
    """The scene is as large as the viewport; what lies around it is there to be panned over."""

    clicked = Signal(QPointF)
    """Pressed and released without a drag: the point of the scene."""
    scale_changed = Signal()

    def __init__(self, scene: QGraphicsScene, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        # For a widget that Qt made, PySide would look through all classes of widgets there are.
        self.setViewport(QWidget())
        self._background_ink = ink
        self._press: QPointF | None = None
        self._is_dragged = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setMouseTracking(True)

    @property
    def device_scale(self) -> float:
        """Device pixels for a pixel of the scene."""
        return self.viewport().devicePixelRatioF() * self.transform().m11()

    @property
    def ground(self) -> QColor:
        """The colour behind everything."""
        return self._background_ink.colour("surface.canvas")

    def cover(self, width: float, height: float) -> None:
        """The scene is this large now."""
        # Room to pan on every side; the scroll bars, which are hidden, stand at 0 where nothing was moved.
        self.setSceneRect(-width / 2, -height / 2, 2 * width, 2 * height)
        self.reset_view()

    def paint_background_with(self, ink: Ink) -> None:
        """The theme changed."""
        self._background_ink = ink
        self.resetCachedContent()
        self.viewport().update()

    def reset_view(self) -> None:
        """As it was laid out: nothing zoomed, nothing moved."""
        self.resetTransform()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        self._rescaled()

    def zoom(self, factor: float) -> None:
        """Nearer or farther, around the pointer."""
        now = self.transform().m11()
        wanted = min(_NEAREST, max(_FARTHEST, now * factor))
        if wanted != now:
            self.scale(wanted / now, wanted / now)
            self._rescaled()

    def zoom_in(self) -> None:
        """One step nearer."""
        self.zoom(_STEP)

    def zoom_out(self) -> None:
        """One step farther."""
        self.zoom(1 / _STEP)

    def _rescaled(self) -> None:
        self.resetCachedContent()
        self.scale_changed.emit()

    # Qt

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        area = QRectF(rect)
        painter.fillRect(area, self._background_ink.colour("surface.canvas"))
        painter.fillRect(area, self._grid())

    def _grid(self) -> QBrush:
        """A dot every 24 px, as a tile."""
        side = max(1, round(_GRID * self.device_scale))
        tile = QPixmap(side, side)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(side / _GRID, side / _GRID)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._background_ink.colour("border.hairline"))
        painter.drawEllipse(QPointF(_GRID / 2, _GRID / 2), _GRID_DOT, _GRID_DOT)
        painter.end()
        brush = QBrush(tile)
        brush.setTransform(QTransform.fromScale(_GRID / side, _GRID / side))
        return brush

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._press, self._is_dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            super().mouseMoveEvent(event)
            return
        moved = event.position() - self._press
        if self._is_dragged or moved.manhattanLength() >= _DRAG_BEGINS:
            self._is_dragged = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - round(moved.x()))
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - round(moved.y()))
            self._press = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._press is not None and not self._is_dragged:
            self.clicked.emit(self.mapToScene(event.position().toPoint()))
        self._press = None
        self.viewport().unsetCursor()
