"""The lines of a prediction on a plot, and the hatched gap between them."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor

from ui.charts.gap import Level
from ui.charts.stroke import Stroke
from ui.diagram.ink import Ink
from ui.theme.fonts import font

_TEXT = 10
_BEHIND = -5
_PREDICTED_AT, _MEASURED_AT = (0.012, 0.0), (0.52, 0.5)
"""Where along the axis the texts stand, and with which part: beside each other, and clear of numbers at the present."""
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

    def show(self, levels: Sequence[Level], first: float, last: float) -> None:
        """These lines, from one end of the axis to the other: the predicted one first; none hides all."""
        has_gap = len(levels) > 1
        for area in (self._band, self._hatch):
            area.setVisible(has_gap)
            if has_gap:
                low, high = levels[0].value, levels[1].value
                area.setData(np.array([first, last, last, first]), np.array([low, low, high, high]))
        for number, (line, text) in enumerate(zip(self._lines, self._texts, strict=True)):
            is_there = number < len(levels)
            line.setVisible(is_there)
            text.setVisible(is_there)
            if is_there:
                level = levels[number]
                at, anchor = _PREDICTED_AT if level.is_predicted else _MEASURED_AT
                line.set_points(np.array([first, last]), np.full(2, level.value))
                text.setText(level.text)
                text.setAnchor((anchor, 1.0 if level.is_above else -0.1))
                text.setPos(first + at * (last - first), level.value)

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
