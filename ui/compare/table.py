"""The table of differences: both values, the interval of their difference about zero, and the difference."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.statistics.paired import PairedFigure
from ui.compare.words import Row, row
from ui.diagram.drawing import Brush, Words
from ui.diagram.ink import Ink

_TOP, _ROW_LEAST, _ROW_MOST, _BELOW = 46, 17, 44, 4
_USUAL = 7
"""Figures, without those of a broker."""
_MARGIN, _NUMBER, _NAMES = 14, 54, 134
_TITLE, _UNIT = Words(12, "text.primary", 600), Words(11, "text.muted")
_HEAD, _NAME, _VALUE = Words(11, "text.secondary"), Words(11, "text.secondary"), Words(12, "text.primary")
_ALL_ALIKE, _SOME_ALIKE = Words(11, "activity.answered", 500), Words(11, "text.secondary", 500)
_SHOWN, _NOT_SHOWN = Words(12, "text.primary", 600), Words(12, "text.muted")
_TOKENS = {True: "activity.answered", False: "activity.waiting", None: "text.secondary"}
_BEYOND, _BEYOND_NOT_SHOWN = 1.15, 3.6
"""The row's scale reaches so many times as far as its interval: where a note stands beside it, it needs the room."""


class DifferenceTable(QWidget):
    """B less A. Square: the estimate; whiskers: its interval; grey where that holds zero."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._figures: tuple[PairedFigure, ...] = ()
        self._arrivals = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_figures(self, figures: Sequence[PairedFigure], arrivals: str = "") -> None:
        """These from now on; `arrivals` says how many requests of both were sent at the same instant."""
        if (tuple(figures), arrivals) != (self._figures, self._arrivals):
            if len(figures) != len(self._figures):
                self.updateGeometry()
            self._figures, self._arrivals = tuple(figures), arrivals
            self._speak()
            self.update()

    @property
    def rows(self) -> tuple[Row, ...]:
        """As they are written."""
        return tuple(row(figure) for figure in self._figures)

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(400, _TOP + max(_USUAL, len(self._figures)) * _ROW_LEAST + _BELOW)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
            self.update()
        super().changeEvent(event)

    def _speak(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Compare", "Difference B − A"))
        told = "; ".join(f"{each.name}: A {each.a}, B {each.b}, {each.note or each.difference}" for each in self.rows)
        self.setAccessibleDescription(f"{self._arrivals}. {told}" if self._arrivals else told)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush = Brush(painter, self._ink)
        painter.fillRect(self.rect(), self._ink.colour("surface.panel"))
        self._paint_head(brush)
        rows = self.rows
        if not rows:
            return
        height = min(_ROW_MOST, max(_ROW_LEAST, (self.height() - _TOP - _BELOW) // len(rows)))
        for index, (figure, words) in enumerate(zip(self._figures, rows, strict=True)):
            top = _TOP + index * height
            brush.rule(_MARGIN, self.width() - _MARGIN, top)
            self._paint_row(brush, figure, words, top + height / 2)
        bottom = min(self.height() - 6, _TOP + len(rows) * height)
        painter.setPen(self._ink.pen("border.strong"))
        painter.drawLine(QPointF(self._zero, _TOP), QPointF(self._zero, bottom))

    def _paint_head(self, brush: Brush) -> None:
        title = QCoreApplication.translate("Compare", "Difference B − A")
        end = brush.text(_MARGIN, 19, title, _TITLE)
        words = _ALL_ALIKE if self._arrivals.startswith("✓") else _SOME_ALIKE
        right = brush.text_to(self.width() - _MARGIN, 19, self._arrivals, words) - 16
        units = (
            QCoreApplication.translate("Compare", "paired by request, 95 % interval"),
            QCoreApplication.translate("Compare", "95 % interval"),
        )
        fitting = next((unit for unit in units if _UNIT.width(unit) <= right - end - 8), "")
        brush.text(end + 8, 19, fitting, _UNIT)
        names, difference = ("A", "B"), QCoreApplication.translate("Compare", "difference")
        for name, right in zip(names, self._columns, strict=True):
            brush.text_to(right, 37, name, _HEAD)
        brush.text_to(self.width() - _MARGIN, 37, difference, _HEAD)

    @property
    def _columns(self) -> tuple[float, float]:
        """Right edges of A and B."""
        first = _MARGIN + _NAMES + _NUMBER
        return first, first + _NUMBER

    @property
    def _plot(self) -> tuple[float, float]:
        return self._columns[1] + 16, self.width() - _MARGIN - _NUMBER - 12

    @property
    def _zero(self) -> float:
        return round(sum(self._plot) / 2) + 0.5

    def _paint_row(self, brush: Brush, figure: PairedFigure, words: Row, middle: float) -> None:
        base = middle + 4
        a, b = self._columns
        brush.text_in(_NAMES, _MARGIN, base, words.name, _NAME)
        brush.text_to(a, base, words.a, _VALUE)
        brush.text_to(b, base, words.b, _VALUE)
        brush.text_to(self.width() - _MARGIN, base, words.difference, _SHOWN if figure.is_shown else _NOT_SHOWN)
        end = self._zero
        if figure.interval is not None:
            end = self._paint_interval(brush, figure, words, middle)
        if words.note:
            room = self.width() - _MARGIN - _SHOWN.width(words.difference) - end - 16
            brush.text_in(room, end + 8, base - 0.5, words.note, _UNIT)

    def _paint_interval(self, brush: Brush, figure: PairedFigure, words: Row, middle: float) -> float:
        """Its right end. The row's own scale reaches as far as its interval, or a tenth of the values."""
        assert figure.interval is not None, "asked before"
        half = (self._plot[1] - self._plot[0]) / 2
        reach = max(*(abs(end) for end in figure.interval), 0.1 * max(abs(figure.a), abs(figure.b)), 1e-12)
        reach *= _BEYOND_NOT_SHOWN if words.note else _BEYOND
        low, high = (self._zero + end / reach * half for end in figure.interval)
        token = _TOKENS[words.is_better] if figure.is_shown else "text.muted"
        painter = brush.painter
        painter.setPen(self._ink.pen(token, 1.5))
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for end in (low, high):
            painter.drawLine(QPointF(end, middle - 4), QPointF(end, middle + 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.colour(token))
        at = self._zero + figure.difference / reach * half
        painter.drawRoundedRect(QRectF(at - 4, middle - 4, 8, 8), 2, 2)
        return max(high, at + 4, self._zero)
