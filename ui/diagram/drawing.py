"""The strokes that boxes share: cards, words, pills, arcs and cells."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from ui.diagram.device import has_fonts
from ui.diagram.geometry import Curve, Grid, Rect
from ui.diagram.ink import Ink, elided, metrics, text_width
from ui.theme.fonts import font

CARD_RADIUS, ZONE_RADIUS = 10.0, 14.0
PILL_TEXT = 10


def on_pixels(rect: Rect) -> QRectF:
    """A rectangle whose 1 px border falls on whole pixels."""
    return QRectF(round(rect.x) + 0.5, round(rect.y) + 0.5, round(rect.width) - 1, round(rect.height) - 1)


class Words(NamedTuple):
    """How a text is set."""

    size: int
    """Pixels."""
    token: str
    """Of its colour."""
    weight: int = 400
    is_code: bool = False

    def width(self, text: str) -> float:
        """Pixels that a text takes."""
        return text_width(text, self.size, self.weight, is_code=self.is_code)


class Pill(NamedTuple):
    """The colours of a pill, by token."""

    fill: str
    token: str
    """Of the word."""
    border: str | None = None


class Brush:
    """A painter with the theme's ink; positions in pixels, texts by their baseline."""

    def __init__(self, painter: QPainter, ink: Ink) -> None:
        self.painter = painter
        self.ink = ink
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def box(
        self, rect: QRectF, fill: QColor | QBrush | None, border: QPen | None = None, radius: float = CARD_RADIUS
    ) -> None:
        """A rounded rectangle."""
        self.painter.setPen(Qt.PenStyle.NoPen if border is None else border)
        self.painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
        self.painter.drawRoundedRect(rect, radius, radius)

    def card(self, rect: Rect, fill: str, border: QPen, radius: float = CARD_RADIUS) -> None:
        """A card on the canvas; in the light theme it has a lower copy of itself instead of a shadow."""
        frame = on_pixels(rect)

        def paint(painter: QPainter) -> None:
            brush = Brush(painter, self.ink)
            if not self.ink.is_dark:
                shade = QColor(self.ink.colour("text.primary"))
                shade.setAlphaF(0.045)
                brush.box(frame.translated(0, 1.5), shade, None, radius)
            brush.box(frame, self.ink.colour(fill), border, radius)

        look = (fill, border.color().rgba(), border.widthF(), tuple(border.dashPattern()), radius)
        self.ink.stamps.press(self.painter, frame.adjusted(-2, -2, 2, 3), look, paint)

    def text(self, x: float, y: float, text: str, words: Words) -> float:
        """A text that begins at x; returns where it ends."""
        letters = font(words.size, words.weight, is_code=words.is_code)
        if has_fonts(self.painter):
            self.painter.setFont(letters)
            self.painter.setPen(self.ink.colour(words.token))
            self.painter.drawText(QPointF(x, y), text)
        else:
            outlines = QPainterPath()
            # The strokes of a letter may overlap.
            outlines.setFillRule(Qt.FillRule.WindingFill)
            outlines.addText(QPointF(x, y), letters, text)
            self.painter.fillPath(outlines, self.ink.colour(words.token))
        return x + words.width(text)

    def text_to(self, right: float, y: float, text: str, words: Words) -> float:
        """A text that ends at `right`; returns where it begins."""
        left = right - words.width(text)
        self.text(left, y, text, words)
        return left

    def text_at(self, middle: float, y: float, text: str, words: Words) -> None:
        """A text around a middle."""
        self.text(middle - words.width(text) / 2, y, text, words)

    def text_in(self, room: float, x: float, y: float, text: str, words: Words) -> float:
        """A text that begins at x, its middle left out where it is wider than `room`; returns where it ends."""
        return self.text(x, y, elided(text, room, words.size, words.weight, is_code=words.is_code), words)

    def pill(self, x: float, middle: float, text: str, pill: Pill) -> float:
        """A word in a pill 17 px high that begins at x; returns its right edge."""
        width = pill_width(text)
        rect = QRectF(x, middle - 8.5, width, 17)
        border = None if pill.border is None else self.ink.pen(pill.border)
        self.box(rect, self.ink.colour(pill.fill), border, 8.5)
        self.text_at(x + width / 2, middle + centred(PILL_TEXT, 600), text, Words(PILL_TEXT, pill.token, 600))
        return x + width

    def arc(self, centre: QPointF, radius: float, share: float, token: str, width: float) -> None:
        """A ring, and the share of it that is filled, from 12 o'clock clockwise."""
        ring = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(self.ink.pen("border.default", width))
        self.painter.drawEllipse(ring)
        if share > 0.001:
            self.painter.setPen(self.ink.pen(token, width))
            self.painter.drawArc(ring, 90 * 16, -round(min(share, 1.0) * 360 * 16))

    def cells(self, grid: Grid, *taken: tuple[int, str]) -> None:
        """Cells of which so many are taken, and in which colour; the others are free."""
        tokens = [token for count, token in taken for _ in range(count)][: grid.count]
        if not grid.count:
            return

        def paint(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            for index in range(grid.count):
                cell = grid.cell(index)
                painter.setBrush(self.ink.colour(tokens[index] if index < len(tokens) else "chart.band"))
                painter.drawRoundedRect(QRectF(cell.x, cell.y, cell.width, cell.height), 1.5, 1.5)

        look = (grid.columns, grid.count, grid.size, grid.pitch, taken)
        self.ink.stamps.press(self.painter, QRectF(grid.x, grid.y, grid.width, grid.height), look, paint)

    def absent_cell(self, rect: Rect) -> None:
        """A cell of a crowd that only a ghost has."""
        self.box(on_pixels(rect), None, self.ink.pen("border.strong", 1, (2.0, 2.0)), 1.5)
        self.painter.setPen(Qt.PenStyle.NoPen)

    def rule(self, left: float, right: float, y: float) -> None:
        """A hairline."""
        self.painter.setPen(self.ink.pen("border.hairline"))
        self.painter.drawLine(QPointF(left, round(y) + 0.5), QPointF(right, round(y) + 0.5))

    def ring(self, rect: Rect, radius: float = CARD_RADIUS) -> None:
        """Keyboard focus: 2 px of accent, 2 px outside."""
        outer = QRectF(rect.x - 3, rect.y - 3, rect.width + 6, rect.height + 6)
        self.box(outer, None, self.ink.pen("accent.base", 2), radius + 3)


def pill_width(words: str) -> float:
    """Pixels that a pill takes."""
    return text_width(words, PILL_TEXT, 600) + 14


def centred(size: int, weight: int = 400) -> float:
    """From the middle of a line to its baseline, so that capitals stand in the middle."""
    return metrics(size, weight).capHeight() / 2


def curve_path(curve: Curve) -> QPainterPath:
    """A link as a path."""
    first, second = curve.handles
    path = QPainterPath(QPointF(curve.start.x, curve.start.y))
    path.cubicTo(first.x, first.y, second.x, second.y, curve.end.x, curve.end.y)
    return path
