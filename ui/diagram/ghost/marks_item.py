"""Paints a ghost's marks: thin, pale and dashed, above the boxes and below the requests."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.diagram import numbers
from ui.diagram.boxes import Layout
from ui.diagram.drawing import CARD_RADIUS, Brush, Words, on_pixels
from ui.diagram.falls import PILE_SIZE
from ui.diagram.ghost.marks import Marks, WorkerMarks
from ui.diagram.ink import Ink
from ui.diagram.spots import ACTIVITY_OF, Activity
from ui.diagram.sprites import Portrait, paint_pale
from ui.diagram.steady import LoopState
from ui.diagram.worker_boxes import READY_MORE

_TOKENS = {
    LoopState.FREE: "activity.on_cpu",
    LoopState.ON_CPU: "activity.on_cpu",
    LoopState.BLOCKED: "state.blocked",
}
_STRENGTH = 0.62
_RING_WIDTH, _OUTSIDE = 2.0, 3.0
_MORE = Words(11, "text.muted", 500)


class MarksItem(QGraphicsItem):
    """Painted again only when a mark has changed."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._ink = ink
        self._bounds = QRectF()
        self.marks = Marks()
        """What is painted."""

    def arrange(self, layout: Layout) -> None:
        """The boxes moved; marks of where they are now follow."""
        self.prepareGeometryChange()
        self._bounds = QRectF(0, 0, *layout.size)
        self.show_marks(Marks())

    def show_marks(self, marks: Marks) -> None:
        """Paint these from now on."""
        if marks != self.marks:
            self.marks = marks
            self.update()

    def repaint_with(self, ink: Ink) -> None:
        """The theme or the resolution changed."""
        self._ink = ink
        self.update()

    # Qt

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        brush = Brush(painter, self._ink)
        for worker in self.marks.workers:
            self._paint_worker(brush, worker)
        for place, client, end in self.marks.heap:
            painter.save()
            painter.translate(QPointF(place.x, place.y))
            paint_pale(painter, self._ink, Portrait(client, Activity(int(ACTIVITY_OF[end])), PILE_SIZE + 0.5))
            painter.restore()

    def _paint_worker(self, brush: Brush, worker: WorkerMarks) -> None:
        if worker.state is LoopState.BLOCKED and worker.is_cell:
            brush.box(on_pixels(worker.rect), None, self._pen("state.blocked", 1.5), 1.5)
        elif worker.state is LoopState.BLOCKED:
            around = on_pixels(worker.rect).adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
            brush.box(around, None, self._pen("state.blocked", 1.5, (4.0, 3.0)), CARD_RADIUS + _OUTSIDE)
        if worker.ring is not None and worker.percent:
            middle, radius = worker.ring
            ring = QRectF(middle.x - radius, middle.y - radius, 2 * radius, 2 * radius)
            brush.painter.setBrush(Qt.BrushStyle.NoBrush)
            brush.painter.setPen(self._pen(_TOKENS[worker.state], _RING_WIDTH))
            brush.painter.drawArc(ring, 90 * 16, -round(worker.percent / 100 * 360 * 16))
        for cell in worker.cells:
            brush.box(QRectF(*cell).adjusted(0.5, 0.5, -0.5, -0.5), None, self._pen("activity.in_io", 1.0), 1.5)
        if worker.more is not None:
            place, count = worker.more
            brush.text(place.x + READY_MORE, place.y, f"+{numbers.count(count)}", _MORE)

    def _pen(self, token: str, width: float, dashes: tuple[float, ...] = ()) -> QPen:
        pen, colour = self._ink.pen(token, width, dashes), QColor(self._ink.colour(token))
        colour.setAlphaF(_STRENGTH)
        pen.setColor(colour)
        return pen
