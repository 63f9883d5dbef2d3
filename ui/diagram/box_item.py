"""A box of the diagram: what cards, tiles and services have in common as graphics items."""

from abc import abstractmethod

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from ui.diagram.drawing import CARD_RADIUS, Brush, Words, on_pixels
from ui.diagram.geometry import Rect
from ui.diagram.ink import Ink

_MARGIN = 10.0
"""Pixels outside the box that its focus ring and the pills on its edge take."""

_FROM_CORNER = 10.0
_ABSENT_DASHES, _ABSENT_MARGIN, _TWO_LINES, _ROOM_FOR_NAME = (4.0, 3.0), 14, 36, 100
_ABSENT_TITLE, _ABSENT_WHOSE = Words(12, "text.secondary", 500), Words(11, "text.muted")


class BoxItem(QGraphicsItem):
    """A box that can be pointed at, selected and focused; painted again only when something about it changed."""

    radius = CARD_RADIUS
    short_name = ""
    """Where there is little room for its name."""

    def __init__(self, place: str, ink: Ink) -> None:
        super().__init__()
        self.place = place
        """As `Moment.places` names it."""
        self.ink = ink
        self.rect = Rect(0, 0, 0, 0)
        self.is_hovered = False
        self.is_chosen = False
        self.absent = ""
        """What is said of it where only the ghost has it: then it is an outline, and nothing else is said."""
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    # For the kinds of boxes

    @abstractmethod
    def name(self) -> str:
        """What it is called, with its most important figure: for screen readers."""

    @abstractmethod
    def explanation(self) -> list[str]:
        """Lines of the tooltip below the name: figures, and what it means."""

    @abstractmethod
    def paint_box(self, brush: Brush) -> None:
        """Paint it on the scene."""

    @property
    def absent_x(self) -> float:
        """Where the words begin that stand in for all else where only the ghost has it."""
        return self.rect.x + min(_ABSENT_MARGIN, self.rect.width / 8)

    def free_x(self, *, is_blocked: bool, is_full: bool) -> float | None:  # noqa: ARG002  # of workers only
        """From where on a pill on its upper edge hides nothing; None: in its right corner.

        `is_full`: there is no more of something inside, which is said on that edge.
        """
        return self.rect.x + _FROM_CORNER

    def place_at(self, _point: QPointF) -> str:
        """The place under a point of the scene that is inside."""
        return self.place

    def tooltip_at(self, _point: QPointF) -> str:
        """What is said of what is under that point."""
        return "\n".join([self.name(), *self.explanation()])

    # For the scene

    def put(self, rect: Rect) -> None:
        """Move to another rectangle."""
        if rect != self.rect:
            self.prepareGeometryChange()
            self.rect = rect
        self.update()

    def repaint_with(self, ink: Ink) -> None:
        """The theme, the language or the resolution changed."""
        self.ink = ink
        self.update()

    def stand_aside(self, words: str) -> None:
        """Only the ghost has it, as these words say; without words, the shown run has it."""
        if words != self.absent:
            self.absent = words
            self.update()

    def choose(self, is_chosen: bool) -> None:
        """Show as selected, or not."""
        if is_chosen != self.is_chosen:
            self.is_chosen = is_chosen
            self.update()

    def border(self, token: str = "border.default", width: float = 1.0) -> QPen:
        """The border in the state that the box is in."""
        if self.is_chosen:
            return self.ink.pen("accent.base", 2)
        if self.is_hovered and token == "border.default":
            return self.ink.pen("border.strong")
        return self.ink.pen(token, width)

    # Qt

    def boundingRect(self) -> QRectF:
        rect = self.rect
        return QRectF(rect.x - _MARGIN, rect.y - _MARGIN, rect.width + 2 * _MARGIN, rect.height + 2 * _MARGIN)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(self.rect.x, self.rect.y, self.rect.width, self.rect.height))
        return path

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        brush = Brush(painter, self.ink)
        if self.absent:
            self._paint_absent(brush)
        else:
            self.paint_box(brush)
        if self.hasFocus():
            brush.ring(self.rect, self.radius)

    def _paint_absent(self, brush: Brush) -> None:
        """An outline with its name; below, where it is high enough, whose it is."""
        rect, frame = self.rect, on_pixels(self.rect)
        title, _, whose = self.absent.partition("\n")
        title = title if rect.width >= _ROOM_FOR_NAME else self.short_name or title
        brush.box(frame, None, self.ink.pen("border.strong", 1, _ABSENT_DASHES), self.radius)
        left, middle = self.absent_x, rect.centre.y
        room, is_tall = rect.right - left - _ABSENT_MARGIN / 2, rect.height >= _TWO_LINES
        brush.text_in(room, left, middle + (-2 if is_tall else 4), title, _ABSENT_TITLE)
        if is_tall:
            brush.text_in(room, left, middle + 14, whose, _ABSENT_WHOSE)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._hover(is_hovered=True)
        super().hoverEnterEvent(event)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._hover(is_hovered=False)
        super().hoverLeaveEvent(event)

    def _hover(self, *, is_hovered: bool) -> None:
        self.is_hovered = is_hovered
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)
