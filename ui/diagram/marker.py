"""The one marker of a bottleneck, and the title of a crowd of workers."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.diagram import numbers
from ui.diagram.boxes import WorkerKind
from ui.diagram.drawing import Brush, Pill, Words, centred, pill_width
from ui.diagram.geometry import Rect
from ui.diagram.ink import Ink
from ui.diagram.worker_boxes import FULL_HEIGHT
from ui.diagram.worker_crowd import POOL, THREADS, shades_text

_FROM_EDGE = 18.0
_GAP, _TIP = 8.0, 10.0
_REACH = 9.5
"""Above and below its middle, with what antialiasing adds."""
_FROM_CORNER = 10.0
"""Of a pill that sits on a box's upper edge."""
_BELOW_EDGE, _BELOW_LOW_EDGE = 2.5, 1.0
"""Its middle: clear of the box above, and on a low card of the name below, too."""


class _Pill(NamedTuple):
    right: float
    middle: float
    named: str = ""
    is_blocked: bool = False
    is_pointing: bool = False


class Marker(QGraphicsItem):
    """A pill with the word and a triangle that points at a box from its left, or on its edge where there is no room;
    or, in a crowd, a pill that names it."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._ink = ink
        self._pill = _Pill(0.0, 0.0)
        self.hide()

    def repaint_with(self, ink: Ink) -> None:
        """The theme or the language changed."""
        self.prepareGeometryChange()
        self._ink = ink
        self.update()

    def point(self, target: Rect, room: float, *, is_below: bool, is_blocked: bool, free_x: float | None) -> None:
        """Point at a box near its upper edge, or its lower one: requests come to its middle and hide words there.

        `room`: how far the box to its left is away. `free_x`: where a pill on its upper edge hides nothing, from
        there on; None: in its right corner.
        """
        wide = pill_width(self._text(""))
        if room < _GAP + _TIP + wide:
            right = target.right - _FROM_CORNER if free_x is None else free_x + wide
            middle = target.y + (_BELOW_EDGE if target.height >= FULL_HEIGHT else _BELOW_LOW_EDGE)
            self._place(_Pill(right, middle, is_blocked=is_blocked))
            return
        middle = target.bottom - _FROM_EDGE if is_below else target.y + _FROM_EDGE
        self._place(_Pill(target.x - _GAP, middle, is_blocked=is_blocked, is_pointing=True))

    def name_one(self, name: str, right: float, middle: float, *, is_blocked: bool) -> None:
        """Say which one it is, in a pill that ends at `right`."""
        self._place(_Pill(right, middle, name, is_blocked=is_blocked))

    def _place(self, pill: _Pill) -> None:
        if self.isVisible() and pill == self._pill:
            return
        self.prepareGeometryChange()
        self._pill = pill
        self.show()
        self.update()

    def _words(self) -> str:
        return self._text(self._pill.named)

    def _text(self, named: str) -> str:
        if named:
            return QCoreApplication.translate("Diagram", "bottleneck: {name}").replace("{name}", named)
        return QCoreApplication.translate("Diagram", "bottleneck")

    # Qt

    def boundingRect(self) -> QRectF:
        width = pill_width(self._words()) + 14
        return QRectF(self._pill.right - width, self._pill.middle - _REACH, width + 2, 2 * _REACH)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        brush, words = Brush(painter, self._ink), self._words()
        state = "state.blocked" if self._pill.is_blocked else "state.overloaded"
        token = "state.blocked_text" if self._pill.is_blocked else "text.primary"
        left = self._pill.right - pill_width(words)
        if self._pill.is_pointing:
            left -= _TIP
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ink.colour(state))
            x, y = self._pill.right, self._pill.middle
            painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x - 9, y - 6), QPointF(x - 9, y + 6)]))
        brush.pill(left, self._pill.middle, words, Pill(f"{state}_fill", token, state))


class CrowdTitle(QGraphicsItem):
    """How many workers there are, and what a cell in their tiles stands for."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._ink = ink
        self._frame = Rect(0, 0, 0, 0)
        self._workers = 0
        self._kind = WorkerKind.TILE
        self._requests_a_cell = 0
        self._bars = (False, False)

    def repaint_with(self, ink: Ink) -> None:
        """The theme or the language changed."""
        self._ink = ink
        self.update()

    def say(
        self,
        frame: Rect,
        workers: int,
        kind: WorkerKind,
        requests_a_cell: int,
        bars: tuple[bool, bool] = (False, False),
    ) -> None:
        """Stand above this frame of workers of a kind; `bars`: whether tiles have one for threads, for the pool."""
        state = (frame, workers, kind, requests_a_cell, bars)
        if state != (self._frame, self._workers, self._kind, self._requests_a_cell, self._bars):
            self.prepareGeometryChange()
            self._frame, self._workers, self._kind, self._requests_a_cell, self._bars = state
            self.update()

    def boundingRect(self) -> QRectF:
        # The legend may be wider than a small crowd.
        return QRectF(self._frame.x - 2, self._frame.y, self._frame.width + 200, 36)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        brush, frame = Brush(painter, self._ink), self._frame
        title = QCoreApplication.translate("Diagram", "{count} workers")
        if self._workers == 1:
            title = QCoreApplication.translate("Diagram", "{count} worker")
        title = title.replace("{count}", numbers.count(self._workers))
        brush.text(frame.x, frame.y + 12, title, Words(13, "text.primary", 600))
        if self._kind is WorkerKind.TILE:
            self._paint_legend(brush, frame.x, frame.y + 30)
        else:
            arc = QCoreApplication.translate("Diagram", "the arc: share of the last second the loop was held")
            legend = shades_text() if self._kind is WorkerKind.HEAT else arc
            brush.text(frame.x, frame.y + 30, legend, Words(10, "text.muted"))

    def _paint_legend(self, brush: Brush, x: float, y: float) -> None:
        for token, words in (
            ("activity.waiting", QCoreApplication.translate("Diagram", "waiting")),
            ("activity.in_io", QCoreApplication.translate("Diagram", "in I/O")),
        ):
            brush.box(QRectF(x, y - centred(10) - 3.5, 7, 7), self._ink.colour(token), None, 1.5)
            x = brush.text(x + 11, y, words, Words(10, "text.muted")) + 10
        for letter, words, has_bar in (
            (THREADS, QCoreApplication.translate("Diagram", "threads"), self._bars[0]),
            (POOL, QCoreApplication.translate("Diagram", "pool"), self._bars[1]),
        ):
            if has_bar:
                x = brush.text(x, y, letter, Words(10, "text.secondary", 600)) + 3
                x = brush.text(x, y, words, Words(10, "text.muted")) + 10
        if self._requests_a_cell > 1:
            scale = QCoreApplication.translate("Diagram", "1 cell = {count} requests")
            brush.text(x, y, scale.replace("{count}", numbers.count(self._requests_a_cell)), Words(10, "text.muted"))
