"""The strokes of the timeline: what is painted from a view of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from ui.charts.ranges import TimeAxis
from ui.diagram.drawing import Brush, Words
from ui.diagram.ink import Ink
from ui.timeline.flags import Flag

Floats = NDArray[np.float64]

TICK, FLAG = Words(10, "text.muted"), Words(11, "accent.text", 500)
_NAME = Words(11, "text.secondary", 500)
_CLOCK, _CLOCK_PAST = Words(14, "text.primary", 600), Words(14, "accent.text", 600)
_HINT, _HINT_PAST = Words(10, "text.muted"), Words(10, "accent.text", 500)
_LEFT, _RIGHT, _ABOVE, _BELOW, _BAND, _GAP = 84, 112, 20, 7, 7, 2
_LEAST_QUEUE = 10.0
"""A queue of three must not look full."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Where the parts of the timeline are."""

    left: float
    right: float
    top: float
    bottom: float
    """Of the throughput."""

    @classmethod
    def of(cls, width: int, height: int) -> "Strip":
        """In a widget of this size."""
        return cls(_LEFT, max(_LEFT + 1.0, width - _RIGHT), _ABOVE, height - _BELOW - _BAND - _GAP)

    @property
    def frame(self) -> QRectF:
        """What can be dragged over."""
        return QRectF(self.left, self.top - 2, self.right - self.left, self.bottom + _GAP + _BAND + 4 - self.top)

    def x(self, axis: TimeAxis, time_s: float) -> float:
        """Where an instant is."""
        return self.left + (self.right - self.left) * axis.share(time_s)

    def time_s(self, axis: TimeAxis, x: float) -> float:
        """The instant at a place."""
        return axis.first_s + (x - self.left) / (self.right - self.left) * axis.length_s


def area(strip: Strip, x: Floats, shares: Floats) -> QPolygonF:
    """The line of the throughput, shares of the height; close it at the bottom for the area."""
    y = strip.bottom - shares * (strip.bottom - strip.top - 2)
    return QPolygonF([QPointF(*point) for point in zip(x.tolist(), y.tolist(), strict=True)])


def band(ink: Ink, lengths: Floats) -> QImage:
    """A pixel a length: the longer the queue, the fuller the colour."""
    shares = np.clip(lengths / max(_LEAST_QUEUE, float(lengths.max(initial=0.0))), 0.0, 1.0) ** 0.7
    low, high = (_rgb(ink.colour(token)) for token in ("chart.band", "activity.waiting"))
    pixels = np.full((1, len(lengths), 4), 255, dtype=np.uint8)
    pixels[0, :, :3] = np.rint(low + (high - low) * shares[:, None])
    image = QImage(pixels.data, len(lengths), 1, pixels.strides[0], QImage.Format.Format_RGBA8888)
    return image.copy()  # the pixels' memory goes with this function


def _rgb(colour: QColor) -> Floats:
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)


class Painting:
    """One painting of the strip."""

    def __init__(self, painter: QPainter, ink: Ink, strip: Strip, axis: TimeAxis) -> None:
        self._painter, self._ink, self._strip, self._axis = painter, ink, strip, axis
        self._brush = Brush(painter, ink)

    def ground(self, throughput: str, queue: str) -> None:
        """The names at the left and the sunken strip."""
        strip = self._strip
        middle = (strip.top + strip.bottom) / 2
        for y, name in ((middle + 4, throughput), (strip.bottom + _GAP + _BAND, queue)):
            self._brush.text_in(_LEFT - 16 - 6, 16, y, name, _NAME)
        self._brush.box(strip.frame, self._ink.colour("surface.sunken"), None, 4)

    def past(self, line: QPolygonF, queue: QImage, now_s: float) -> None:
        """Throughput and queue up to the present."""
        if line.size() < 2:
            return
        painter, strip = self._painter, self._strip
        colour = self._ink.colour("chart.completed")
        below = QPolygonF(line)
        below.append(QPointF(line.last().x(), strip.bottom))
        below.append(QPointF(line.first().x(), strip.bottom))
        shade = QColor(colour)
        shade.setAlphaF(0.22)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawPolygon(below)
        width = strip.x(self._axis, now_s) - strip.left
        painter.drawImage(QRectF(strip.left, strip.bottom + _GAP, width, _BAND), queue)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1))  # wider ones take many times as long with antialias
        painter.drawPolyline(line)

    def ghost(self, line: QPolygonF, since_s: float) -> None:
        """The throughput of the run that was left, and where the two part."""
        pen = QPen(self._ink.colour("text.muted"), 1)
        pen.setDashPattern([2, 3])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(line)
        x = round(self._strip.x(self._axis, since_s)) + 0.5
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._painter.drawLine(QPointF(x, self._strip.top - 2), QPointF(x, self._strip.bottom + _GAP + _BAND))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def thinned(self, until_s: float) -> None:
        """Up to here only some instants can be shown: dots of a past that is no line any more."""
        strip = self._strip
        x = strip.x(self._axis, until_s)
        pen = QPen(self._ink.colour("border.strong"), 1)
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(x, strip.top - 2), QPointF(x, strip.bottom + _GAP + _BAND))
        pen.setDashPattern([1, 5])
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(strip.left, strip.top + 1), QPointF(x, strip.top + 1))

    def ticks(self, ticks: list[tuple[float, str]]) -> None:
        """Numbers above the strip, by their middles."""
        for x, text in ticks:
            self._brush.text_at(x, self._strip.top - 6, text, TICK)

    def flags(self, flags: list[Flag]) -> None:
        """A pennant and a line for each change."""
        colour = self._ink.colour("accent.base")
        for flag in flags:
            x = round(flag.x) + 0.5
            self._painter.setPen(QPen(colour, 1))
            self._painter.drawLine(QPointF(x, self._strip.top - 4), QPointF(x, self._strip.bottom + _GAP + _BAND))
            self._painter.fillPath(_pennant(x, self._strip.top - 11, 4), colour)
            if flag.label and flag.is_label_left:
                self._brush.text_to(x - 8, self._strip.top - 6, flag.label, FLAG)
            elif flag.label:
                self._brush.text(x + 8, self._strip.top - 6, flag.label, FLAG)

    def playhead(self, time_s: float) -> None:
        """The instant that the picture shows."""
        x = round(self._strip.x(self._axis, time_s)) + 0.5
        colour = self._ink.colour("text.primary")
        self._painter.setPen(QPen(colour, 1.5))
        self._painter.drawLine(QPointF(x, self._strip.top - 6), QPointF(x, self._strip.bottom + _GAP + _BAND + 2))
        self._painter.fillPath(_pennant(x, self._strip.top - 15, 5.5), colour)

    def clock(self, time: str, hint: str, *, is_past: bool) -> None:
        """At the right: when that is, and what can be done."""
        x = self._strip.right + 12
        middle = (self._strip.top + self._strip.bottom) / 2
        self._brush.text(x, middle + 3, time, _CLOCK_PAST if is_past else _CLOCK)
        self._brush.text_in(_RIGHT - 16, x, middle + 19, hint, _HINT_PAST if is_past else _HINT)

    def focus(self) -> None:
        """The ring around what the keyboard moves."""
        pen = QPen(self._ink.colour("accent.base"), 2)
        self._brush.box(self._strip.frame.adjusted(-1, -1, 1, 1), None, pen, 5)


def _pennant(x: float, y: float, half: float) -> QPainterPath:
    path = QPainterPath(QPointF(x - half, y))
    path.lineTo(x + half, y)
    path.lineTo(x + half, y + half + 0.5)
    path.lineTo(x, y + 2 * half)
    path.lineTo(x - half, y + half + 0.5)
    path.closeSubpath()
    return path
