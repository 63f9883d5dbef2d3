"""Colours, fonts and tiles of the theme as painters need them, made once and kept until the theme changes."""

from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap, QTransform

from ui.diagram.stamps import Stamps
from ui.theme.fonts import font

HATCH_PITCH, HATCH_LINE = 7, 2


class Colours(Protocol):
    """What the diagram asks of a theme."""

    @property
    def is_dark(self) -> bool:
        """Whether the ground is darker than what stands on it."""

    def colour(self, token: str) -> QColor:
        """The colour of a token such as `surface.card`."""


class Ink:
    """A theme at one device pixel ratio."""

    def __init__(self, theme: Colours, *, is_dark: bool, ratio: float = 1.0) -> None:
        self._theme = theme
        self.is_dark = is_dark
        self.ratio = ratio
        self._colours: dict[str, QColor] = {}
        self._hatches: dict[str, QBrush] = {}
        self.stamps = Stamps()

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        if token not in self._colours:
            self._colours[token] = self._theme.colour(token)
        return self._colours[token]

    def mixed(self, base: str, top: str, share: float) -> QColor:
        """`top` over `base`, at a share of 0..1, opaque."""
        low, high = self.colour(base), self.colour(top)
        return QColor.fromRgbF(
            low.redF() + (high.redF() - low.redF()) * share,
            low.greenF() + (high.greenF() - low.greenF()) * share,
            low.blueF() + (high.blueF() - low.blueF()) * share,
        )

    def pen(self, token: str, width: float = 1.0, dashes: tuple[float, ...] = ()) -> QPen:
        """A pen, `dashes` in pixels."""
        pen = QPen(self.colour(token), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashes:
            pen.setDashPattern([dash / width for dash in dashes])
        return pen

    def hatch(self, token: str) -> QBrush:
        """Lines at 45 degrees. A tile of our own: Qt.BDiagPattern is too fine."""
        if token not in self._hatches:
            self._hatches[token] = self._hatch(self.colour(token))
        return self._hatches[token]

    def _hatch(self, colour: QColor) -> QBrush:
        # Lines HATCH_PITCH apart repeat after pitch x sqrt(2) along both axes; ten pixels are that to a hundredth.
        period = round(HATCH_PITCH * 2**0.5)
        side = round(period * 2 * self.ratio)
        tile = QPixmap(side, side)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(side / (period * 2), side / (period * 2))
        painter.setPen(QPen(colour, HATCH_LINE))
        for start in range(-2 * period, 5 * period, period):
            painter.drawLine(start, -period, start - 4 * period, 3 * period)
        painter.end()
        brush = QBrush(tile)
        brush.setTransform(QTransform.fromScale(period * 2 / side, period * 2 / side))
        return brush


@lru_cache(maxsize=64)
def metrics(size_px: int, weight: int = 400, *, is_code: bool = False) -> QFontMetricsF:
    """The measures of a font."""
    return QFontMetricsF(font(size_px, weight, is_code=is_code))


@lru_cache(maxsize=2048)
def text_width(text: str, size_px: int, weight: int = 400, *, is_code: bool = False) -> float:
    """Pixels that a text takes."""
    return metrics(size_px, weight, is_code=is_code).horizontalAdvance(text)


def elided(text: str, width: float, size_px: int, weight: int = 400, *, is_code: bool = False) -> str:
    """The text, with its middle left out where it is too wide."""
    return metrics(size_px, weight, is_code=is_code).elidedText(text, Qt.TextElideMode.ElideMiddle, width)
