"""The links between boxes: thin at rest, thick under the pointer, ribbons in Fast and Express."""

import math
from collections.abc import Collection, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.diagram import numbers
from ui.diagram.boxes import Layout
from ui.diagram.broker.boxes import BrokerBox
from ui.diagram.broker.cards import BROKER, CONSUMERS, DEAD_LETTERS
from ui.diagram.drawing import Brush, Words, centred, curve_path
from ui.diagram.geometry import Curve, Point
from ui.diagram.ink import Ink, text_width
from ui.diagram.uvicorn_card import LISTENER

_ABSENT = (2.0, 4.0)


class Travel(Enum):
    """How requests between boxes are shown."""

    MOVING = "moving"
    """Each as a dot."""
    COUNTED = "counted"
    """As a number on their link: for those who prefer reduced motion."""
    RIBBONS = "ribbons"
    """As the width of their link: Fast and Express."""


class LinkFigures(NamedTuple):
    """What the links say when no dots move on them."""

    on_client_links: tuple[int, ...] = ()
    """Requests that travel, by client link."""
    clients_per_s: tuple[float | None, ...] = ()
    answered_per_s: float | None = None


class LinksItem(QGraphicsItem):
    """All links; below the boxes."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._ink = ink
        self._layout: Layout | None = None
        self._is_used: list[bool] = []
        self._owned: list[tuple[Curve, frozenset[str], tuple[float, ...]]] = []
        self._hovered: str | None = None
        self._chosen: str | None = None
        self._travel = Travel.MOVING
        self._figures = LinkFigures()

    def arrange(
        self,
        layout: Layout,
        client_places: Sequence[str],
        service_places: Sequence[str | None],
        absent: Collection[str] = (),
    ) -> None:
        """Join the boxes of this layout; the places are those of its client cards and services, None: not joined.

        `absent` are those that only the ghost has: their links are dashed.
        """
        self.prepareGeometryChange()
        self._layout = layout
        self._is_used = [place is not None for place in service_places]
        self._owned = [
            (curve, places, _ABSENT if places.intersection(absent) else dashes)
            for curve, places, dashes in _owned_links(layout, client_places, service_places)
        ]
        self.update()

    def repaint_with(self, ink: Ink) -> None:
        """The theme or the resolution changed."""
        self._ink = ink
        self.update()

    def point_at(self, hovered: str | None, chosen: str | None) -> None:
        """Let the links of these places stand out."""
        if (hovered, chosen) != (self._hovered, self._chosen):
            self._hovered, self._chosen = hovered, chosen
            self.update()

    def show_figures(self, travel: Travel, figures: LinkFigures) -> None:
        """Say this from now on; while dots move, nothing."""
        shown = LinkFigures() if travel is Travel.MOVING else figures
        if (travel, shown) != (self._travel, self._figures):
            self._travel, self._figures = travel, shown
            self.update()

    # Qt

    def boundingRect(self) -> QRectF:
        return QRectF() if self._layout is None else QRectF(0, 0, *self._layout.size)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        layout = self._layout
        if layout is None:
            return
        brush = Brush(painter, self._ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for curve, places, dashes in self._owned:
            painter.setPen(self._pen(places, dashes))
            painter.drawPath(curve_path(curve))
        if layout.broker is not None:
            self._paint_arrow(painter, layout.broker.publish_link.end)
        if self._travel is Travel.RIBBONS:
            self._paint_ribbons(painter, layout)
        self._paint_pills(brush, layout)

    def _pen(self, places: frozenset[str], dashes: tuple[float, ...]) -> QPen:
        if self._chosen in places:
            return self._ink.pen("accent.base", 2, dashes)
        if self._hovered in places:
            return self._ink.pen("border.strong", 2, dashes)
        return self._ink.pen("border.link", 1.25, dashes)

    def _paint_arrow(self, painter: QPainter, tip: Point) -> None:
        """Messages go this way only."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.colour("border.strong"))
        x, y = tip.x, tip.y
        painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x - 4.5, y - 8), QPointF(x + 4.5, y - 8)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_ribbons(self, painter: QPainter, layout: Layout) -> None:
        total = self._figures.answered_per_s
        for curve, rate in zip(layout.client_links, self._figures.clients_per_s, strict=False):
            self._paint_ribbon(painter, curve, rate, "activity.travelling", 0.16)
        share = None if total is None else total / max(1, len(layout.worker_links))
        for curve in layout.worker_links:
            self._paint_ribbon(painter, curve, share, "activity.travelling", 0.16)
        for links, is_used in zip(layout.service_links, self._is_used, strict=True):
            for curve in links if is_used else ():
                self._paint_ribbon(painter, curve, share, "activity.in_io", 0.3)

    def _paint_ribbon(self, painter: QPainter, curve: Curve, rate: float | None, token: str, strength: float) -> None:
        if not rate:
            return
        for width, opacity in ((min(30.0, 2 * math.sqrt(rate / 20)), strength), (1.0, 0.55)):
            colour = QColor(self._ink.colour(token))
            colour.setAlphaF(opacity)
            pen = QPen(colour, max(1.0, width))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawPath(curve_path(curve))

    def _paint_pills(self, brush: Brush, layout: Layout) -> None:
        if self._travel is Travel.COUNTED:
            words = [numbers.count(number) if number else "" for number in self._figures.on_client_links]
        elif self._travel is Travel.RIBBONS:
            words = ["" if rate is None else numbers.rate(rate) for rate in self._figures.clients_per_s]
        else:
            return
        for curve, word in zip(layout.client_links, words, strict=False):
            if word:
                _paint_pill(brush, curve, word)


def _paint_pill(brush: Brush, curve: Curve, word: str) -> None:
    middle, width = curve.middle, text_width(word, 11, 600) + 12
    if width > abs(curve.end.x - curve.start.x):
        # It would lie under the boxes at both ends.
        return
    rect = QRectF(middle.x - width / 2, middle.y - 9, width, 18)
    brush.box(rect, brush.ink.colour("surface.canvas"), brush.ink.pen("border.default"), 9)
    brush.text_at(middle.x, middle.y + centred(11, 600), word, Words(11, "text.secondary", 600))


def _owned_links(
    layout: Layout, client_places: Sequence[str], service_places: Sequence[str | None]
) -> list[tuple[Curve, frozenset[str], tuple[float, ...]]]:
    """Every link with the places that it belongs to, and its dashes."""
    owned = [
        (curve, frozenset({place, LISTENER})) for curve, place in zip(layout.client_links, client_places, strict=True)
    ]
    workers: list[set[str]] = [set() for _ in layout.worker_links]
    for box, link in zip(layout.workers, layout.link_of_worker, strict=True):
        workers[link].add(f"worker:{box.number}")
    for curve, places in zip(layout.worker_links, workers, strict=True):
        owned.append((curve, frozenset({*places, LISTENER})))
    for place, links in zip(service_places, layout.service_links, strict=True):
        if place is not None:
            owned.extend((curve, frozenset({*own, place})) for curve, own in zip(links, workers, strict=True))
    whole: list[tuple[Curve, frozenset[str], tuple[float, ...]]] = [(curve, places, ()) for curve, places in owned]
    return whole if layout.broker is None else [*whole, *_broker_links(layout.broker)]


def _broker_links(box: BrokerBox) -> Iterator[tuple[Curve, frozenset[str], tuple[float, ...]]]:
    yield box.publish_link, frozenset({BROKER}), ()
    own = [f"consumer:{each.number}" for each in box.consumers] if box.has_own_links else [CONSUMERS]
    for curve, place in zip(box.queue_links, own, strict=True):
        yield curve, frozenset({BROKER, place}), ()
    for curve, place in zip(box.dead_links, own, strict=True):
        yield curve, frozenset({DEAD_LETTERS, place}), (4, 3)
