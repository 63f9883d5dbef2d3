"""A pyqtgraph plot, composed: curves, areas, lines and numbers on ranges that it is given."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from ui.charts.gap import ChartGap, levels
from ui.charts.gap_marks import GapMarks
from ui.charts.label_spots import BEHIND, Area, Spot, part_at_line, spot
from ui.charts.numbers import tick, time_ticks
from ui.charts.ranges import TimeAxis
from ui.charts.run import outline
from ui.charts.stroke import Stroke
from ui.diagram.ink import Ink, text_width
from ui.theme.fonts import font

Floats = NDArray[np.float64]

_LEFT, _RIGHT, _BOTTOM, _TOP = 44, 14, 20, 4
_TICK_TEXT = 10
_HEADROOM = 1.06
_SIDES = ("left", "bottom")
_LABEL_MARGIN, _LABEL_WEIGHT = 1, 500


@dataclass(frozen=True, slots=True)
class CurveLook:
    """How a curve is drawn."""

    token: str
    dashes: tuple[float, ...] = ()
    opacity: float = 1.0


GHOST_DASHES, GHOST_OPACITY = (2, 3), 0.85
"""Dashes tell it apart; paler, it could not be seen in light."""


def ghost(token: str) -> CurveLook:
    """How the same curve of a run that was left is drawn."""
    return CurveLook(token, GHOST_DASHES, GHOST_OPACITY)


@dataclass(frozen=True, slots=True)
class AreaLook:
    """How the area between two curves is drawn."""

    token: str
    opacity: float


@dataclass(frozen=True, slots=True)
class PlotLabel:
    """A text at a line that ends at an instant and a value."""

    end_s: float
    value: float
    text: str
    is_last: bool = False
    """Whether the line goes on with no other step."""


@dataclass(frozen=True, slots=True)
class Scales:
    """What part of both axes is shown, and where numbers stand."""

    first: float
    last: float
    top: float
    """Where the upper number stands."""
    below: tuple[tuple[float, str], ...]
    beside: tuple[tuple[float, str], ...]
    lines: tuple[float, ...]
    """Values at which a line runs across."""
    headroom: float = _HEADROOM
    """A curve at the upper number is seen whole."""

    @classmethod
    def of_time(cls, axis: TimeAxis, top: float, scale: float = 1.0) -> "Scales":
        """Numbers at the left are `scale` times the values."""
        beside = tuple((at, tick(at * scale)) for at in (0.0, top / 2, top))
        return cls(axis.first_s, axis.last_s, top, time_numbers(axis), beside, (top / 2, top))


def time_numbers(axis: TimeAxis) -> tuple[tuple[float, str], ...]:
    """The numbers along a time axis."""
    return tuple(time_ticks(axis.ticks_s, axis.length_s))


class Plot:
    """Ranges are fixed; no grid of pyqtgraph's own, which takes longer than all the rest."""

    def __init__(self, areas: Sequence[AreaLook], curves: Sequence[CurveLook], parent: QWidget) -> None:
        self._area_looks, self._looks = tuple(areas), tuple(curves)
        self._scales: Scales | None = None
        self.widget = pg.PlotWidget(parent, enableMenu=False)
        self._item = self.widget.getPlotItem()
        self._box = self._item.getViewBox()
        self._grid, self._base = (pg.PlotCurveItem(connect="pairs") for _ in range(2))
        lines = [Stroke(is_smooth=False, is_in_pairs=True) for _ in range(3)]
        self._marks, self._playhead, self._crosshair = lines
        # "enclosed": an area that pyqtgraph closes at a level itself is painted in pieces, and the joints show.
        # Without antialias: that takes five times as long, and a curve runs along every edge that is seen.
        self._areas = [pg.PlotCurveItem(connect="all", fillLevel="enclosed", pen=None) for _ in areas]
        self._curves = [Stroke() for _ in curves]
        self._labels: list[pg.TextItem] = []
        self._spots: dict[float, Spot] = {}
        """Where the number of each value was written last."""
        self._gap: GapMarks | None = None
        self._image = pg.ImageItem(axisOrder="row-major")
        for each in (self._image, self._grid, *self._areas, *self._curves, self._base, *lines):
            self._box.addItem(each, ignoreBounds=True)
        self._prepare()

    def _prepare(self) -> None:
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.setMouseEnabled(x=False, y=False)
        self.widget.hideButtons()
        self._item.setContentsMargins(0, _TOP, _RIGHT, 2)
        self._box.setDefaultPadding(0)
        self._box.disableAutoRange()
        self._item.getAxis("left").setWidth(_LEFT)
        self._item.getAxis("bottom").setHeight(_BOTTOM)
        style = {"tickLength": 0, "tickTextOffset": 5, "tickFont": font(_TICK_TEXT), "hideOverlappingLabels": 40}
        for side in _SIDES:
            self._item.getAxis(side).setStyle(autoExpandTextSpace=False, **style)

    # What is drawn

    def show_scales(self, scales: Scales) -> None:
        """What part is shown."""
        if scales == self._scales:
            return
        self._scales = scales
        ends = (scales.first, scales.last)
        self._box.setRange(xRange=ends, yRange=(0, scales.top * scales.headroom), padding=0)
        self._item.getAxis("left").setTicks([list(scales.beside)])
        self._item.getAxis("bottom").setTicks([list(scales.below)])
        across = np.array(scales.lines, dtype=np.float64)
        self._grid.setData(np.tile(ends, len(across)), np.repeat(across, 2))
        self._base.setData(np.array(ends), np.zeros(2))

    def show_cells(self, colours: NDArray[np.uint8], first: float, last: float) -> None:
        """A picture of coloured cells over the whole height: shape (lines, cells, 4), the lowest line first."""
        self._image.setVisible(colours.size > 0)
        if colours.size:
            self._image.setImage(colours, autoLevels=False, levels=(0, 255))
            self._image.setRect(first, 0.0, last - first, self._scales.top if self._scales else 1.0)

    def show_curves(self, data: Sequence[tuple[Floats, Floats]]) -> None:
        """Instants and values of every curve, in the order of their looks."""
        for curve, (times, values) in zip(self._curves, data, strict=True):
            curve.set_points(times, values)

    def show_areas(self, data: Sequence[tuple[Floats, Floats, Floats]]) -> None:
        """Instants, upper and lower values of every area, in the order of their looks; empty where one is NaN."""
        for area, (times, upper, lower) in zip(self._areas, data, strict=True):
            area.setData(*outline(times, upper, lower))

    def show_labels(self, labels: Sequence[PlotLabel], curves: Sequence[tuple[Floats, Floats]] = ()) -> None:
        """Numbers at the ends of lines, where as little of these curves as can be runs through them."""
        while len(self._labels) < len(labels):
            self._labels.append(self._new_label())
        for index, item in enumerate(self._labels):
            item.setVisible(index < len(labels))
            if index < len(labels):
                self._show_label(item, labels[index], curves)
        self._spots = {label.value: self._spots[label.value] for label in labels}

    def _show_label(self, item: pg.TextItem, label: PlotLabel, curves: Sequence[tuple[Floats, Floats]]) -> None:
        assert self._scales is not None, "scales come first"
        highest = self._scales.top * self._scales.headroom
        area = Area(self._scales.first, self._scales.last, highest, self._box.width(), self._box.height())
        end = label.end_s, min(label.value, highest)
        item.setText(label.text)
        width = text_width(label.text, _TICK_TEXT, _LABEL_WEIGHT) + 2 * _LABEL_MARGIN
        before = self._spots.get(label.value, Spot.ABOVE)
        where = self._spots[label.value] = spot(end, width, area, curves, before, is_last=label.is_last)
        above = 1.0, part_at_line(area.y(end[1]))
        item.setAnchor({Spot.ABOVE: above, Spot.BELOW: (1.0, 0.0), Spot.BEHIND: (-BEHIND / width, 0.5)}[where])
        item.setPos(*end)

    def _new_label(self) -> pg.TextItem:
        item = pg.TextItem()
        item.textItem.document().setDocumentMargin(_LABEL_MARGIN)
        item.setFont(font(_TICK_TEXT, _LABEL_WEIGHT))
        self._colour_label(item)
        self._item.addItem(item, ignoreBounds=True)
        return item

    def _colour_label(self, label: pg.TextItem) -> None:
        ground = QColor(self._ink.colour("surface.panel"))
        ground.setAlphaF(0.88)
        label.fill.setColor(ground)
        label.fill.setStyle(Qt.BrushStyle.SolidPattern)
        label.setColor(self._ink.colour("text.secondary"))

    def show_gap(self, gap: ChartGap | None) -> None:
        """The lines of a prediction; None: there is none."""
        if self._gap is None and gap is not None:
            self._gap = GapMarks(self._item)
            self._gap.use_ink(self._ink)
        if self._gap is not None and self._scales is not None:
            shown = () if gap is None else levels(gap, self._scales.top)
            self._gap.show(shown, self._box.viewRect(), (self._box.width(), self._box.height()))

    @property
    def width(self) -> float:
        """Pixels that the time axis is long."""
        return float(self._box.width())

    def show_marks(self, times_s: Floats) -> None:
        """Dotted lines where something was changed."""
        self._marks.set_points(*self._verticals(times_s))

    def show_playhead(self, time_s: float | None, *, is_rewound: bool) -> None:
        """The instant that the picture shows; None where the lower axis is not of time."""
        self._playhead.set_look(self._ink.colour("text.primary" if is_rewound else "border.strong"))
        self._playhead.set_points(*self._verticals(np.array([] if time_s is None else [time_s])))

    def show_crosshair(self, time_s: float | None) -> None:
        """The instant whose values are read out, where that is neither the present nor the playhead."""
        self._crosshair.set_points(*self._verticals(np.array([] if time_s is None else [time_s])))

    def _verticals(self, times_s: Floats) -> tuple[Floats, Floats]:
        top = self._scales.top * self._scales.headroom if self._scales else 0.0
        return np.repeat(times_s, 2), np.tile([0.0, top], len(times_s))

    def value_at(self, position: QPointF) -> float | None:
        """What stands on the lower axis at a position of the viewport; None beside the plot."""
        at = self.widget.mapToScene(position.toPoint())
        if self._scales is None or not self._box.sceneBoundingRect().contains(at):
            return None
        return float(self._box.mapSceneToView(at).x())

    def nearest_value(self, position: QPointF) -> float:
        """What stands on the lower axis there, or at the end of the axis that is nearest."""
        assert self._scales is not None, "scales come first"
        at = float(self._box.mapSceneToView(self.widget.mapToScene(position.toPoint())).x())
        return min(max(at, self._scales.first), self._scales.last)

    # How

    def use_ink(self, ink: Ink) -> None:
        """Draw in these colours from now on; called before anything is shown."""
        self._ink = ink
        self.widget.setBackground(ink.colour("surface.panel"))
        self._grid.setPen(self._pen("chart.gridline"))
        self._base.setPen(self._pen("border.default"))
        self._marks.set_look(self._faded("accent.base", 0.7), (2, 3))
        self._crosshair.set_look(ink.colour("text.muted"))
        for side in _SIDES:
            axis = self._item.getAxis(side)
            axis.setPen(QPen(Qt.PenStyle.NoPen))
            axis.setTickPen(self._pen("text.muted", 0.0))
            axis.setTextPen(self._pen("text.muted"))
        for label in self._labels:
            self._colour_label(label)
        if self._gap is not None:
            self._gap.use_ink(ink)
        for curve, look in zip(self._curves, self._looks, strict=True):
            curve.set_look(self._faded(look.token, look.opacity), look.dashes)
        for area, shade in zip(self._areas, self._area_looks, strict=True):
            area.setBrush(ink.mixed("surface.panel", shade.token, shade.opacity))

    def _faded(self, token: str, opacity: float) -> QColor:
        colour = QColor(self._ink.colour(token))
        colour.setAlphaF(opacity)
        return colour

    def _pen(self, token: str, opacity: float = 1.0) -> QPen:
        """As thin as there is; without the caps that would make dots of ticks that have no length."""
        pen = QPen(self._faded(token, opacity), 1)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen
