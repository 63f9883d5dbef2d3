"""A line of a chart, as wide on a dense screen as on any other."""

from math import sqrt

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.charts.rows import Floats

_CORNERS = ((-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5))
_WITH_MIDDLE = (*_CORNERS, (0.0, 0.0))
_TOUCHING = 2.0
"""Of a line so wide, thin lines along its corners leave nothing free."""


class Stroke(QGraphicsItem):
    """Pens of one pixel of the screen are quick, wider ones take thirty times as long; so where a pixel of the design
    is more than one of the screen, thin lines are drawn beside each other."""

    def __init__(self, *, is_smooth: bool = True, is_in_pairs: bool = False) -> None:
        """`is_in_pairs`: every two points are a line, else all that follow each other."""
        super().__init__()
        self._is_smooth, self._connect = is_smooth, "pairs" if is_in_pairs else "finite"
        self._pen = QPen()
        self._path, self._bounds = QPainterPath(), QRectF()
        self.points: tuple[Floats, Floats] = np.empty(0), np.empty(0)
        """Where it runs."""

    def set_look(self, colour: QColor, dashes: tuple[float, ...] = ()) -> None:
        """`dashes`: their lengths and those of the gaps, in pixels of the design."""
        self._pen = QPen(colour, 1)
        self._pen.setCosmetic(True)
        self._pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            self._pen.setDashPattern(list(dashes))
        self.update()

    def set_points(self, x: Floats, y: Floats) -> None:
        """Where it runs; where a value is NaN it is broken off."""
        self.prepareGeometryChange()
        self.points = x, y
        is_somewhere = np.isfinite(y).any()
        self._path = pg.arrayToQPath(x, y, connect=self._connect) if is_somewhere else QPainterPath()
        self._bounds = self._path.controlPointRect()

    @property
    def is_dashed(self) -> bool:
        """Whether it has gaps."""
        return self._pen.style() is Qt.PenStyle.CustomDashLine

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        place = painter.transform()
        density = abs(painter.deviceTransform().m11() / place.m11()) if place.m11() else 1.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._is_smooth)
        painter.setPen(_for_density(self._pen, density))
        # In pixels of the design, of which one is `density` pixels wide.
        reach = 1 - 1 / density
        for across, down in _offsets(density):
            painter.setTransform(place * QTransform.fromTranslate(across * reach, down * reach))
            painter.drawPath(self._path)


def _offsets(density: float) -> tuple[tuple[float, float], ...]:
    if density <= 1:
        return ((0.0, 0.0),)
    return _CORNERS if density <= _TOUCHING else _WITH_MIDDLE


def _for_density(pen: QPen, density: float) -> QPen:
    """The same look of thin lines, two of which lie on each other nearly everywhere."""
    if density <= 1:
        return pen
    thin, colour = QPen(pen), pen.color()
    colour.setAlphaF(1 - sqrt(1 - colour.alphaF()))
    thin.setColor(colour)
    if pen.style() is Qt.PenStyle.CustomDashLine:
        thin.setDashPattern([length * density for length in pen.dashPattern()])
    return thin
