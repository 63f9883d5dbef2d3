"""The items of the broker on the scene: there while there is a broker."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from ui.diagram.box_item import BoxItem
from ui.diagram.broker import words
from ui.diagram.broker.boxes import BrokerBox
from ui.diagram.broker.cards import ConsumerCard, ConsumerCrowd, DeadLetters, QueueCard
from ui.diagram.broker.faces import BrokerFaces
from ui.diagram.drawing import ZONE_RADIUS, Brush, Words, on_pixels
from ui.diagram.geometry import Rect
from ui.diagram.ink import Ink

_TITLE, _KIND = Words(12, "text.primary", 600), Words(11, "text.muted")


class Zone(QGraphicsItem):
    """A dashed frame with its title in the border."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._ink = ink
        self._rect = Rect(0, 0, 0, 0)
        self._kind = ""

    def arrange(self, rect: Rect, kind: str) -> None:
        """Move to another place; `kind` of the broker."""
        self.prepareGeometryChange()
        self._rect, self._kind = rect, kind
        self.update()

    def repaint_with(self, ink: Ink) -> None:
        """The theme or the language changed."""
        self._ink = ink
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self._rect.x - 2, self._rect.y - 12, self._rect.width + 4, self._rect.height + 14)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        brush, rect, title = Brush(painter, self._ink), self._rect, words.zone_title()
        brush.box(on_pixels(rect), None, self._ink.pen("border.default", 1, (5, 4)), ZONE_RADIUS)
        ground, right = self._ink.colour("surface.canvas"), rect.right - 24 - _KIND.width(self._kind)
        for left, width in ((rect.x + 18, _TITLE.width(title)), (right - 6, _KIND.width(self._kind))):
            painter.fillRect(QRectF(left, rect.y - 8, width + 12, 16), ground)
        brush.text(rect.x + 24, rect.y + 4, title, _TITLE)
        brush.text(right, rect.y + 4, self._kind, _KIND)


class BrokerItems:
    """Makes them when a broker comes, and takes them away with it."""

    def __init__(self, scene: QGraphicsScene, depths: tuple[float, float]) -> None:
        """`depths`: of the frame, and of boxes."""
        self._scene, self._depths = scene, depths
        self._zone: Zone | None = None
        self.queue: QueueCard | None = None
        self.consumers: list[ConsumerCard] = []
        self.crowd: ConsumerCrowd | None = None
        self.dead: DeadLetters | None = None

    @property
    def boxes(self) -> list[BoxItem]:
        """In the order of a message's way."""
        return [box for box in (self.queue, *self.consumers, self.crowd, self.dead) if box is not None]

    def arrange(self, box: BrokerBox | None, kind: str, ink: Ink) -> None:
        """Place everything; None: there is no broker."""
        if box is None:
            self._clear()
            return
        if self._zone is None:
            self._zone = Zone(ink)
            self._add(self._zone, self._depths[0])
            self.queue, self.dead = QueueCard(ink), DeadLetters(ink)
            for card in (self.queue, self.dead):
                self._add(card, self._depths[1])
        self._zone.arrange(box.zone, kind)
        for part in (self.queue, self.dead):
            assert part is not None, "they come with the zone"
            part.arrange(box)
        self._arrange_consumers(box, ink)

    def _arrange_consumers(self, box: BrokerBox, ink: Ink) -> None:
        wanted = box.consumers if box.has_cards else ()
        if [card.box.number for card in self.consumers] != [each.number for each in wanted]:
            for card in self.consumers:
                self._scene.removeItem(card)
            self.consumers = [ConsumerCard(ink, each) for each in wanted]
            for card in self.consumers:
                self._add(card, self._depths[1])
        for card, each in zip(self.consumers, wanted, strict=True):
            card.arrange(each)
        if box.has_cards and self.crowd is not None:
            self._scene.removeItem(self.crowd)
            self.crowd = None
        elif not box.has_cards:
            if self.crowd is None:
                self.crowd = ConsumerCrowd(ink)
                self._add(self.crowd, self._depths[1])
            self.crowd.arrange(box)

    def _clear(self) -> None:
        for item in (self._zone, *self.boxes):
            if item is not None:
                self._scene.removeItem(item)
        self._zone = self.queue = self.crowd = self.dead = None
        self.consumers = []

    def _add(self, item: QGraphicsItem, depth: float) -> None:
        item.setZValue(depth)
        self._scene.addItem(item)

    def show_faces(self, faces: BrokerFaces) -> None:
        """Tell every box what to say."""
        if self.queue is None or self.dead is None:
            return
        self.queue.show_face(faces.queue)
        self.dead.show_face(faces.dead)
        for card, face in zip(self.consumers, faces.consumers, strict=False):
            card.show_face(face)
        if self.crowd is not None:
            self.crowd.show_faces(faces.consumers)

    def repaint_with(self, ink: Ink) -> None:
        """The theme, the language or the resolution changed; boxes are told with the others."""
        if self._zone is not None:
            self._zone.repaint_with(ink)
