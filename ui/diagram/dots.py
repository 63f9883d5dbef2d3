"""One graphics item that paints all requests: an item for each would cost twenty times as much."""

from typing import cast

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.diagram.device import has_pixels
from ui.diagram.dot_arrays import Dots
from ui.diagram.ink import Ink
from ui.diagram.rest import BEAD_SIZE
from ui.diagram.sprites import SpriteSheet, paint_dots

_REACH = 10.0
"""Pixels from its middle at which a request is still under the pointer."""
_RING, _BEAD_RING, _LEAST_RING = 0.95, 8.5, 7.0
"""Radius of the ring around a request: so much of its size, but this many pixels; around a bead it leaves the figures
inside the arc alone."""


class DotsItem(QGraphicsItem):
    """Paints the dots it was shown last."""

    def __init__(self, *, are_pale: bool = False) -> None:
        super().__init__()
        self._are_pale = are_pale
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._bounds = QRectF()
        self._dots: Dots | None = None
        self._sheet: SpriteSheet | None = None
        self._selected: int | None = None
        self._ink: Ink | None = None
        self._scale = 1.0
        # The fields of QPainter.PixmapFragment, all doubles: x, y, source left, top, width, height, scale x, y,
        # rotation, opacity. The painter reads this memory as it is.
        self._fragments = np.zeros((1024, 10))

    @property
    def dots(self) -> Dots | None:
        """What is drawn."""
        return self._dots

    @property
    def count(self) -> int:
        """Dots drawn."""
        return 0 if self._dots is None else len(self._dots)

    def cover(self, bounds: QRectF) -> None:
        """The part of the scene on which dots can be."""
        self.prepareGeometryChange()
        self._bounds = bounds

    def use(self, ink: Ink, scale: float) -> None:
        """Paint with this ink, at `scale` device pixels for a pixel of the scene."""
        if (self._ink, self._scale) != (ink, scale):
            self._ink, self._scale = ink, scale
            self._sheet = None
            self._fill()
            self.update()

    def show_dots(self, dots: Dots | None) -> None:
        """Draw these from now on; None: nobody."""
        self._dots = dots
        self._fill()
        self.update()

    def select(self, request_id: int | None) -> None:
        """Put the accent ring around a request."""
        self._selected = request_id
        self.update()

    def request_at(self, x: float, y: float) -> int | None:
        """The request nearest to a point, where one is near."""
        if self._dots is None or not len(self._dots):
            return None
        distance = np.hypot(self._dots.x - x, self._dots.y - y)
        nearest = int(distance.argmin())
        return int(self._dots.request_id[nearest]) if distance[nearest] <= _REACH else None

    def position_of(self, request_id: int) -> QPointF | None:
        """Where a request is drawn."""
        if self._dots is None:
            return None
        rows = np.flatnonzero(self._dots.request_id == request_id)
        return QPointF(self._dots.x[rows[-1]], self._dots.y[rows[-1]]) if len(rows) else None

    def ring_of(self, request_id: int) -> tuple[QPointF, float] | None:
        """Where the ring around a request goes: its middle and its radius."""
        where = self.position_of(request_id)
        if where is None or self._dots is None:
            return None
        size = int(self._dots.size[np.flatnonzero(self._dots.request_id == request_id)[-1]])
        return where, _BEAD_RING if size == BEAD_SIZE else max(_RING * size, _LEAST_RING)

    def _fill(self) -> None:
        dots, ink = self._dots, self._ink
        if dots is None or ink is None or not len(dots):
            return
        if self._sheet is None:
            # Late, since the first picture has nobody in it, and a window that opens changes its ink many times.
            self._sheet = SpriteSheet(ink, self._scale, is_pale=self._are_pale)
            self._lay_out(self._sheet)
        sheet, count = self._sheet, len(dots)
        if count > len(self._fragments):
            self._fragments = np.zeros((2 * count, 10))
            self._lay_out(sheet)
        fragments = self._fragments[:count]
        fragments[:, 0] = dots.x
        fragments[:, 1] = dots.y
        fragments[:, 2:4] = sheet.sources(dots)

    def _lay_out(self, sheet: SpriteSheet) -> None:
        """Write what all fragments have in common."""
        self._fragments[:, 4:6] = sheet.cell
        self._fragments[:, 6:8] = 1 / sheet.scale
        self._fragments[:, 9] = 1

    # Qt

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._dots is None or self._sheet is None or not len(self._dots):
            return
        if self._ink is not None and not has_pixels(painter):
            paint_dots(painter, self._ink, self._dots, is_pale=self._are_pale)
            self._paint_selection(painter)
            return
        # Pictures are made for the device's pixels: smoothing would blur them and cost thirty times as much.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        fragments = cast(
            "QPainter.PixmapFragment",
            shiboken6.wrapInstance(self._fragments.ctypes.data, QPainter.PixmapFragment),
        )
        painter.drawPixmapFragments(fragments, len(self._dots), self._sheet.pixmap)
        self._paint_selection(painter)

    def _paint_selection(self, painter: QPainter) -> None:
        if self._selected is None or self._ink is None:
            return
        ring = self.ring_of(self._selected)
        if ring is not None:
            where, radius = ring
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._ink.pen("accent.base", 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(where, radius, radius)
