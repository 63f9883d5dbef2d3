"""A table of parts: what took how long, and what share of the whole that is."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.diagram.drawing import Brush, Words, centred
from ui.diagram.ink import Ink

_ROW, _PAD = 22, 2
_LEAST_BAR, _MOST_BAR = 20.0, 80.0
_NAME, _VALUE, _SUM = Words(11, "text.secondary"), Words(11, "text.primary", 500), Words(11, "text.primary", 600)
_UNIT = Words(11, "text.muted")


@dataclass(frozen=True, slots=True)
class Part:
    """One row."""

    name: str
    value: str
    """In ms."""
    share: float
    """Of the whole, 0..1."""
    token: str
    """Of its colour."""


class PartsView(QWidget):
    """Paints parts one below the other, and their sum under a rule."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self.parts: tuple[Part, ...] = ()
        self.sum: tuple[str, str] = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[Part, ...], name: str, value: str) -> None:
        """These, and what their sum is called."""
        if (parts, (name, value)) != (self.parts, self.sum):
            self.parts, self.sum = parts, (name, value)
            self.setAccessibleName(", ".join(f"{part.name} {part.value} ms" for part in parts))
            self.setFixedHeight(_PAD * 2 + _ROW * (len(parts) + 1))
            self.update()

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(190, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        brush = Brush(QPainter(self), self._ink)
        names = max((_NAME.width(part.name) for part in self.parts), default=0.0)
        values = max([_SUM.width(self.sum[1]), *(_VALUE.width(part.value) for part in self.parts)])
        right = self.width() - _UNIT.width("ms") - values - 16
        room = QRectF(right - min(_MOST_BAR, right - names - 24), 0, min(_MOST_BAR, right - names - 24), 4)
        y = float(_PAD)
        for part in self.parts:
            self._paint_part(brush, part, y, room)
            y += _ROW
        if self.parts:
            brush.rule(0, self.width(), y)
        base = y + _ROW / 2 + centred(11, 600)
        brush.text(0, base, self.sum[0], _SUM)
        self._paint_value(brush, base, self.sum[1], _SUM)

    def _paint_part(self, brush: Brush, part: Part, y: float, room: QRectF) -> None:
        base, middle = y + _ROW / 2 + centred(11), y + _ROW / 2
        painter = brush.painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.colour(part.token))
        painter.drawEllipse(QRectF(0, middle - 3.5, 7, 7))
        left = self._paint_value(brush, base, part.value, _VALUE)
        brush.text_in(left - 24, 14, base, part.name, _NAME)
        if room.width() < _LEAST_BAR:
            return
        bar = room.translated(0, middle - 2)
        brush.box(bar, self._ink.colour("chart.band"), None, 2)
        bar.setWidth(max(1.5, bar.width() * part.share))
        brush.box(bar, self._ink.colour(part.token), None, min(2.0, bar.width() / 2))

    def _paint_value(self, brush: Brush, base: float, value: str, words: Words) -> float:
        unit = brush.text_to(self.width() - 1.0, base, "ms", _UNIT)
        return brush.text_to(unit - 3, base, value, words)
