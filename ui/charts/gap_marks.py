"""The lines of a prediction on a plot, and the hatched gap between them."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor

from ui.charts.gap import Level, starts
from ui.charts.stroke import Stroke
from ui.diagram.ink import Ink
from ui.theme.fonts import font

_TEXT = 10
_BEHIND = -5
_DASHES = (5, 3)
_GROUND = 0.82


class GapMarks:
    """Made for a plot that shows one; its items stay, and are shown and hidden."""

    def __init__(self, item: pg.PlotItem) -> None:
        self._band = pg.PlotCurveItem(fillLevel="enclosed", pen=None)
        self._hatch = pg.PlotCurveItem(fillLevel="enclosed", pen=None)
        self._lines = Stroke(is_smooth=False), Stroke(is_smooth=False)
        self._texts = pg.TextItem(), pg.TextItem()
        for behind in (self._band, self._hatch):
            behind.setZValue(_BEHIND)
        for each in (self._band, self._hatch, *self._lines, *self._texts):
            item.addItem(each, ignoreBounds=True)
        for text in self._texts:
            text.textItem.document().setDocumentMargin(1)
            text.setFont(font(_TEXT, 600))

    def show(self, levels: Sequence[Level], area: QRectF, size: tuple[float, float]) -> None:
        """These lines, from one end of the axis to the other: the predicted one first; none hides all.

        `area` of values that is seen, and its `size` in pixels.
        """
        first, last = area.left(), area.right()
        has_gap = len(levels) > 1
        for band in (self._band, self._hatch):
            band.setVisible(has_gap)
            if has_gap:
                low, high = levels[0].value, levels[1].value
                band.setData(np.array([first, last, last, first]), np.array([low, low, high, high]))
        for number, (line, text) in enumerate(zip(self._lines, self._texts, strict=True)):
            is_there = number < len(levels)
            line.setVisible(is_there)
            text.setVisible(is_there)
            if is_there:
                level = levels[number]
                line.set_points(np.array([first, last]), np.full(2, level.value))
                text.setText(level.text)
                text.setAnchor((0.0, 1.0 if level.is_above else -0.1))
        widths = [text.textItem.boundingRect().width() for text in self._texts]
        at = starts(levels, widths, size, area.bottom())
        for text, level, start in zip(self._texts, levels, at, strict=False):
            text.setPos(first + start / max(1.0, size[0]) * (last - first), level.value)

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._band.setBrush(ink.mixed("surface.panel", "state.overloaded_fill", 0.7))
        hatch = QColor(ink.colour("state.overloaded"))
        hatch.setAlphaF(0.35)
        self._hatch.setBrush(QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        ground = QColor(ink.colour("surface.panel"))
        ground.setAlphaF(_GROUND)
        looks = (("accent.base", "accent.text", _DASHES), ("state.ok", "state.ok_text", ()))
        for line, text, (token, words, dashes) in zip(self._lines, self._texts, looks, strict=True):
            line.set_look(ink.colour(token), dashes)
            text.fill.setColor(ground)
            text.fill.setStyle(Qt.BrushStyle.SolidPattern)
            text.setColor(ink.colour(words))
