"""The gap: what was predicted, what was measured, and the hatched distance between them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.lesson import Gap
from simulator.lesson.amounts import Unit
from ui.lessons.gap_axis import axis_for
from ui.lessons.numbers import number, said, scale, sign
from ui.theme import Theme
from ui.theme.fonts import font

_HEIGHT, _SIDE, _AXIS_Y, _BAND = 132, 14, 100.0, 26.0
_WORDS_Y = 14.0
_DOT, _DIAMOND, _TICK = 4.5, 5.5, 4.0
_SPARE = 8.0
_LONG_S = 2.0


class GapChart(QWidget):
    """Drawn anew from the gap; it says the same in words to who cannot see it."""

    def __init__(self, theme: Theme, gap: Gap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._gap = theme, gap
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._retranslate()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, (factor, unit) = self._gap, self._measure
        axis = axis_for(gap.predicted * factor, gap.measured * factor)
        left, width = float(_SIDE), self.width() - 2.0 * _SIDE
        predicted = left + width * axis.share(gap.predicted * factor)
        measured = left + width * axis.share(gap.measured * factor)
        self._draw_axis(painter, [(left + width * axis.share(tick), number(tick)) for tick in axis.ticks], unit)
        self._draw_band(painter, min(predicted, measured), max(predicted, measured))
        self._draw_mark(painter, predicted, is_measured=False)
        self._draw_mark(painter, measured, is_measured=True)
        self._draw_words(painter, measured, predicted)

    @property
    def _measure(self) -> tuple[float, str]:
        """What the axis shows of 1, and its unit: seconds where milliseconds would be thousands."""
        gap = self._gap
        if gap.unit is Unit.TIME and max(gap.predicted, gap.measured) >= _LONG_S:
            return 1.0, "s"
        return scale(gap.unit), sign(gap.unit)

    def _draw_axis(self, painter: QPainter, ticks: list[tuple[float, str]], unit: str) -> None:
        painter.setPen(QPen(self._theme.colour("border.strong"), 1))
        painter.drawLine(QPointF(_SIDE, _AXIS_Y + 0.5), QPointF(self.width() - _SIDE, _AXIS_Y + 0.5))
        painter.setFont(font(10))
        metrics = QFontMetricsF(font(10))
        free_from = 0.0
        for place, (x, text) in enumerate(ticks):
            painter.setPen(QPen(self._theme.colour("border.strong"), 1))
            painter.drawLine(QPointF(x, _AXIS_Y), QPointF(x, _AXIS_Y + _TICK))
            label = f"{text} {unit}".strip() if place == len(ticks) - 1 else text
            wide = metrics.horizontalAdvance(label)
            at = min(max(0.0, x - wide / 2), self.width() - wide)
            if at >= free_from:
                painter.setPen(self._theme.colour("text.muted"))
                painter.drawText(QPointF(at, _AXIS_Y + 18), label)
                free_from = at + wide + _SPARE

    def _draw_band(self, painter: QPainter, left: float, right: float) -> None:
        band = QRectF(left, _AXIS_Y - _BAND, right - left, _BAND)
        painter.fillRect(band, self._theme.colour("state.overloaded_fill"))
        hatch = QBrush(QColor(self._theme.colour("state.overloaded")), Qt.BrushStyle.BDiagPattern)
        painter.setOpacity(0.5)
        painter.fillRect(band, hatch)
        painter.setOpacity(1.0)

    def _draw_mark(self, painter: QPainter, x: float, *, is_measured: bool) -> None:
        colour = self._theme.colour("state.ok" if is_measured else "accent.base")
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, _WORDS_Y + 26), QPointF(x, _AXIS_Y))
        painter.setPen(QPen(self._theme.colour("surface.card"), 1.5))
        painter.setBrush(colour)
        if is_measured:
            painter.drawEllipse(QPointF(x, _AXIS_Y), _DOT, _DOT)
        else:
            corners = ((0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + dx, _AXIS_Y + dy) for dx, dy in corners]))

    def _draw_words(self, painter: QPainter, measured: float, predicted: float) -> None:
        unit = self._gap.unit
        words = (
            (measured, self.tr("measured"), said(self._gap.measured, unit), "state.ok_text", measured <= predicted),
            (
                predicted,
                self.tr("your prediction"),
                said(self._gap.predicted, unit),
                "accent.text",
                measured > predicted,
            ),
        )
        spans = self._spans([(x, name, value, is_left) for x, name, value, _, is_left in words])
        for (_, name, value, token, is_left), (at, wide) in zip(words, spans, strict=True):
            side = Qt.AlignmentFlag.AlignRight if is_left else Qt.AlignmentFlag.AlignLeft
            painter.setFont(font(11))
            painter.setPen(self._theme.colour("text.muted"))
            painter.drawText(QRectF(at, 0, wide, 16), side, name)
            painter.setFont(font(14, 600))
            painter.setPen(self._theme.colour(token))
            painter.drawText(QRectF(at, 16, wide, 22), side, value)

    def _spans(self, words: list[tuple[float, str, str, bool]]) -> list[tuple[float, float]]:
        """Left edge and width of each of the two, beside their marks where there is room, never over each other."""
        widths = [
            max(QFontMetricsF(font(11)).horizontalAdvance(name), QFontMetricsF(font(14, 600)).horizontalAdvance(value))
            + 2
            for _, name, value, _ in words
        ]
        edges = [x - wide - 2 if is_left else x + 2 for (x, _, _, is_left), wide in zip(words, widths, strict=True)]
        places = [min(max(0.0, edge), self.width() - wide) for edge, wide in zip(edges, widths, strict=True)]
        first, second = (0, 1) if words[0][3] else (1, 0)
        overlap = places[first] + widths[first] + _SPARE - places[second]
        if overlap > 0:
            places[second] = min(places[second] + overlap, self.width() - widths[second])
            places[first] = min(places[first], places[second] - _SPARE - widths[first])
        return list(zip(places, widths, strict=True))

    def _retranslate(self) -> None:
        gap = self._gap
        text = self.tr("Measured: {measured}; predicted: {predicted}")
        self.setAccessibleName(
            text.format(measured=said(gap.measured, gap.unit), predicted=said(gap.predicted, gap.unit))
        )
        self.setToolTip(self.accessibleName())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LocaleChange):
            self._retranslate()
            self.update()
        super().changeEvent(event)
