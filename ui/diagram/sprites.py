"""Pictures of requests, painted once each: shape for the client, colour for what it does, level for what is left."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from ui.diagram.dot_arrays import LEVELS, Dots
from ui.diagram.ink import Ink
from ui.diagram.rest import BEAD_SIZE, READY_SIZE
from ui.diagram.shapes import ALL_SHAPES, MESSAGE, SHAPES, flap, middle, outline
from ui.diagram.spots import Activity

CELL = 20
"""Pixels that a picture takes on the sheet: the largest request and its outline."""
SIZES = (14, BEAD_SIZE, 12, 10, 9, 5)
_WITH_LEVELS = 12
"""Smaller requests are flat: they show neither patience nor work left."""
_PER_ROW = 32
_PALE, _PALEST = 0.62, 0.34
"""How strong a request of another run is, drawn as an outline, and where it is too small for one."""
_FIRST_MESSAGE = SHAPES + MESSAGE
"""The numbers of messages are negative; on the sheet they follow the shapes of clients."""


class Portrait(NamedTuple):
    """What is painted of one request."""

    shape: int
    activity: Activity
    size: float
    """Pixels across."""
    left: float = 1.0
    """Share of patience, or of work where it is worked on."""
    surface: str = "surface.card"
    """Token of what lies below."""

    @property
    def is_worked_on(self) -> bool:
        """Whether it shows work left, as a pie, instead of patience, as a level."""
        return self.activity in (Activity.ON_CPU, Activity.IN_IO)

    @property
    def path(self) -> QPainterPath:
        """Its outline."""
        return outline(self.shape, self.size)


class SpriteSheet:
    """A pixmap to which pictures are added as they are first asked for, at `scale` device pixels for a pixel."""

    def __init__(self, ink: Ink, scale: float, *, is_pale: bool = False) -> None:
        self._ink, self._is_pale = ink, is_pale
        self.scale = scale
        self.cell = round(CELL * scale)
        self.count = 0
        self._slots = np.full(len(SIZES) * len(Activity) * LEVELS * ALL_SHAPES, -1, dtype=np.int64)
        self.pixmap = _blank(_PER_ROW * self.cell, 2 * self.cell)

    def sources(self, dots: Dots) -> NDArray[np.float64]:
        """Left and top on the pixmap of each dot's picture, in its pixels, shape (n, 2)."""
        keys = _keys(dots)
        missing = keys[self._slots[keys] < 0]
        if len(missing):
            # Not numpy's `unique`: its first call loads masked arrays, which the first picture would wait for.
            self._add(sorted(set(missing.tolist())))
        slot = self._slots[keys]
        return np.stack([slot % _PER_ROW, slot // _PER_ROW], axis=1).astype(np.float64) * self.cell

    def _add(self, keys: list[int]) -> None:
        self._grow(self.count + len(keys))
        painter = QPainter(self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key in keys:
            painter.resetTransform()
            row, column = divmod(self.count, _PER_ROW)
            painter.translate((column + 0.5) * self.cell, (row + 0.5) * self.cell)
            painter.scale(self.scale, self.scale)
            _paint_key(painter, self._ink, key, is_pale=self._is_pale)
            self._slots[key] = self.count
            self.count += 1
        painter.end()

    def _grow(self, count: int) -> None:
        rows = -(-count // _PER_ROW)
        if rows * self.cell <= self.pixmap.height():
            return
        larger = _blank(self.pixmap.width(), 2 * rows * self.cell)
        painter = QPainter(larger)
        painter.drawPixmap(0, 0, self.pixmap)
        painter.end()
        self.pixmap = larger


def paint_dots(painter: QPainter, ink: Ink, dots: Dots, *, is_pale: bool = False) -> None:
    """Each dot by itself, in lines: for pictures that have no pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for key, x, y in zip(_keys(dots).tolist(), dots.x.tolist(), dots.y.tolist(), strict=True):
        painter.save()
        painter.translate(x, y)
        _paint_key(painter, ink, key, is_pale=is_pale)
        painter.restore()


def _paint_key(painter: QPainter, ink: Ink, key: int, *, is_pale: bool) -> None:
    rest, shape = divmod(key, ALL_SHAPES)
    rest, level = divmod(rest, LEVELS)
    size, activity = divmod(rest, len(Activity))
    shape = shape if shape < SHAPES else _FIRST_MESSAGE - shape
    portrait = Portrait(shape, Activity(activity), SIZES[size], level / (LEVELS - 1))
    if is_pale:
        paint_pale(painter, ink, portrait)
    else:
        paint_request(painter, ink, _as_bead(painter, ink, portrait))


def _keys(dots: Dots) -> NDArray[np.int64]:
    size = _SIZE_INDEX[np.minimum(dots.size, len(_SIZE_INDEX) - 1)]
    level = np.where(dots.size >= _WITH_LEVELS, dots.level, LEVELS - 1)
    shape = np.where(dots.client < 0, _FIRST_MESSAGE - dots.client, dots.client % SHAPES)
    return ((size * len(Activity) + dots.activity) * LEVELS + level) * ALL_SHAPES + shape


_SIZE_INDEX = np.array([min(range(len(SIZES)), key=lambda index: abs(SIZES[index] - size)) for size in range(15)])


def _as_bead(painter: QPainter, ink: Ink, portrait: Portrait) -> Portrait:
    """A bead on an arc has a ground that looks like a gap in the arc."""
    if portrait.size != BEAD_SIZE:
        return portrait
    surface = "state.blocked_fill" if portrait.activity is Activity.IN_IO else "surface.card"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour(surface))
    painter.drawEllipse(QPointF(), 8, 8)
    return portrait._replace(size=READY_SIZE, surface=surface)


def _blank(width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def paint_request(painter: QPainter, ink: Ink, request: Portrait) -> None:
    """One request around the painter's origin."""
    colour, ground = ink.colour(request.activity.token), ink.colour(request.surface)
    if request.activity is Activity.GHOST:
        _paint_ghost(painter, request, colour, ground)
    elif request.activity is Activity.TIMED_OUT:
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(ground)
        painter.drawPath(request.path)
    elif request.size < _WITH_LEVELS or request.activity is Activity.REFUSED:
        painter.setPen(QPen(ground, 1) if request.size > 5 else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(request.path)
        if request.activity is Activity.REFUSED and request.size > 5:
            _paint_slash(painter, request, ground)
        elif request.shape < 0 and request.size > 5:
            _paint_flap(painter, request, ground)
    else:
        _paint_full(painter, request, colour, ink.mixed(request.surface, request.activity.token, 0.26))
        if request.is_worked_on:
            _paint_work(painter, request, colour, ground)
        elif request.shape < 0:
            _paint_flap(painter, request, ground)


def paint_pale(painter: QPainter, ink: Ink, request: Portrait) -> None:
    """A request of another run: its outline alone, so that what it stands behind can be read."""
    colour = QColor(ink.colour(request.activity.token))
    is_small = request.size <= 5
    colour.setAlphaF(_PALEST if is_small else _PALE)
    painter.setPen(Qt.PenStyle.NoPen if is_small else QPen(colour, 1.25))
    painter.setBrush(colour if is_small else Qt.BrushStyle.NoBrush)
    painter.drawPath(request.path)


def _paint_full(painter: QPainter, request: Portrait, colour: QColor, pale: QColor) -> None:
    size, level = request.size, 1.0 if request.is_worked_on else request.left
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pale)
    painter.drawPath(request.path)
    # Not clipped: a clip inside of another one comes out wrong in SVG files.
    below = QPainterPath()
    below.addRect(QRectF(-size, -size / 2 + size * (1 - level), 2 * size, 2 * size))
    painter.setBrush(colour)
    painter.drawPath(request.path & below if level < 1 else request.path)
    painter.setPen(QPen(colour, 1.25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(request.path)


def _paint_work(painter: QPainter, request: Portrait, colour: QColor, ground: QColor) -> None:
    centre, radius = QPointF(0, middle(request.shape, request.size)), request.size * 0.3
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(colour)
    inner = radius - 0.6
    pie = QRectF(centre.x() - inner, centre.y() - inner, 2 * inner, 2 * inner)
    painter.drawPie(pie, 90 * 16, -round(request.left * 360 * 16))


def _paint_slash(painter: QPainter, request: Portrait, ground: QColor) -> None:
    reach, low = request.size * 0.2, middle(request.shape, request.size)
    painter.setPen(QPen(ground, 1.6 if request.size >= _WITH_LEVELS else 1.1))
    painter.drawLine(QPointF(-reach, reach + low), QPointF(reach, -reach + low))


def _paint_flap(painter: QPainter, request: Portrait, ground: QColor) -> None:
    painter.setPen(QPen(ground, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(flap(request.size))


def _paint_ghost(painter: QPainter, request: Portrait, colour: QColor, ground: QColor) -> None:
    pen = QPen(colour, 1.25)
    pen.setDashPattern([1.6, 1.44])
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawPath(request.path)
    if request.size >= _WITH_LEVELS:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(0.65)
        painter.setBrush(colour)
        reach = request.size * 0.22
        painter.drawPie(QRectF(-reach, -reach, 2 * reach, 2 * reach), 90 * 16, -round(0.55 * 360 * 16))
        painter.setOpacity(1.0)
