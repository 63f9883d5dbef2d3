"""What stands above a chart: its title, its unit, and a legend that is also the readout."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.charts.numbers import WIDEST
from ui.diagram.drawing import Brush, Words
from ui.diagram.ink import Ink, text_width

MARGIN = 14
_HEIGHT, _TITLE_Y, _LEGEND_Y = 46, 19, 37
_SWATCH, _NEAR, _BETWEEN, _AFTER_TITLE = 8, 3.5, 9, 7
_TITLE, _UNIT = Words(12, "text.primary", 600), Words(11, "text.muted")
_SCALE_WIDTH, _SCALE_HEIGHT = 48, 5
_SCALE_ENDS = Words(10, "text.muted")
_AT = Words(11, "accent.text", 500)
_NAME, _VALUE = Words(11, "text.secondary"), Words(11, "text.primary", 600)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One curve: what it is called, and how it is drawn."""

    names: tuple[str, ...]
    """From the full name to the shortest; the first for which there is room."""
    token: str | None
    """Of its colour; None: a figure without a curve."""
    is_dashed: bool = False
    widest: str = WIDEST
    """Its value has the room of this, so that nothing beside it moves."""
    opacity: float = 1.0


class ChartHeader(QWidget):
    """Painted at once; values have fixed places, so that a new one moves nothing."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._title, self._unit = "", ""
        self._instant: str | None = None
        self._entries: tuple[LegendEntry, ...] = ()
        self._values: tuple[str, ...] = ()
        self._scale: tuple[tuple[int, int, int], ...] = ()
        self._buttons: tuple[QWidget, ...] = ()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.update()

    def set_entries(self, entries: tuple[LegendEntry, ...]) -> None:
        """The curves that there are, the most important first: the last give way where there is no room."""
        if entries != self._entries:
            self._entries = entries
            self._values = ("",) * len(entries)
            self.update()

    def add_buttons(self, *buttons: QWidget) -> None:
        """At the right of the title, from right to left."""
        self._buttons = buttons
        for button in buttons:
            button.setParent(self)
        self._place_buttons()

    def show_scale(self, colours: tuple[tuple[int, int, int], ...]) -> None:
        """What the colours mean, from 0 to 100 %."""
        self._scale = colours
        self.update()

    def show_title(self, title: str, unit: str) -> None:
        """What the chart shows, and in what."""
        if (title, unit) != (self._title, self._unit):
            self._title, self._unit = title, unit
            self.update()

    def show_values(self, values: tuple[str, ...], instant: str | None) -> None:
        """One value an entry; `instant` says of when they are, where that is not the present."""
        if (values, instant) != (self._values, self._instant):
            self._values, self._instant = values, instant
            self.update()

    @property
    def title(self) -> str:
        """What the chart shows."""
        return self._title

    @property
    def readout(self) -> str:
        """All names and values, and of when they are, in one line."""
        pairs = zip(self._entries, self._values, strict=True)
        parts = [f"{entry.names[0]} {value}" for entry, value in pairs]
        return ", ".join([*([self._instant] if self._instant else []), *parts])

    @property
    def shown_entries(self) -> tuple[str, ...]:
        """Names and values as they stand there, one text an entry."""
        level, count = self._fitting()
        pairs = list(zip(self._entries, self._values, strict=True))[:count]
        return tuple(f"{_name(entry, level)} {value}" for entry, value in pairs)

    @property
    def shown_beside_title(self) -> tuple[str, str]:
        """As much of the unit as there is room for, and the instant that the values are of, which comes first."""
        room, instant = self._title_end - MARGIN - _TITLE.width(self._title) - _AFTER_TITLE, self._instant or ""
        return self._unit_in(room - (_AT.width(instant) + _BETWEEN if instant else 0.0)), instant

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pairs = zip(self._entries, self._values, strict=True)
            QToolTip.showText(event.globalPos(), "\n".join(f"{entry.names[0]} {value}" for entry, value in pairs), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush = Brush(painter, self._ink)
        end = brush.text(MARGIN, _TITLE_Y, self._title, _TITLE) + _AFTER_TITLE
        unit, instant = self.shown_beside_title
        if unit:
            end = brush.text(end, _TITLE_Y, unit, _UNIT) + _BETWEEN
        brush.text_in(self._title_end - end, end, _TITLE_Y, instant, _AT)
        level, count = self._fitting()
        x = float(MARGIN)
        for entry, value in list(zip(self._entries, self._values, strict=True))[:count]:
            self._paint_swatch(painter, entry, x)
            end = brush.text(x + _swatch_width(entry), _LEGEND_Y, _name(entry, level), _NAME)
            brush.text(end + _NEAR, _LEGEND_Y, value, _VALUE)
            x += _width(entry, level, value) + _BETWEEN
        if self._scale and x + _scale_width() < self.width() - MARGIN:
            self._paint_scale(brush)

    def _unit_in(self, room: float) -> str:
        """The unit alone, without the span it was measured over, where there is no room for both; or nothing."""
        alone = self._unit.partition(",")[0]
        forms = self._unit, alone, alone.partition(" ")[0]
        return next((form for form in forms if _UNIT.width(form) <= room), "")

    @property
    def _title_end(self) -> float:
        seen = [button.x() for button in self._buttons if not button.isHidden()]
        return min(seen, default=self.width() - MARGIN) - 2

    def _place_buttons(self) -> None:
        right = self.width() - MARGIN + 5
        for button in self._buttons:
            right -= button.width()
            button.move(right, (_TITLE_Y + 3) // 2 + 3 - button.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def _paint_scale(self, brush: Brush) -> None:
        right = brush.text_to(self.width() - MARGIN, _LEGEND_Y, "100 %", _SCALE_ENDS) - _NEAR
        step = _SCALE_WIDTH / len(self._scale)
        for number, colour in enumerate(self._scale):
            cell = QRectF(right - _SCALE_WIDTH + number * step, _LEGEND_Y - 3.5 - _SCALE_HEIGHT / 2, step + 0.5, 5)
            brush.painter.fillRect(cell, QColor(*colour))
        brush.text_to(right - _SCALE_WIDTH - _NEAR, _LEGEND_Y, "0", _SCALE_ENDS)

    def _paint_swatch(self, painter: QPainter, entry: LegendEntry, x: float) -> None:
        middle = _LEGEND_Y - 3.5
        if entry.token is None:
            return
        colour = QColor(self._ink.colour(entry.token))
        colour.setAlphaF(entry.opacity)
        if entry.is_dashed:
            painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(x, middle), QPointF(x + 3.5, middle))
            painter.drawLine(QPointF(x + 5.5, middle), QPointF(x + _SWATCH, middle))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(x, middle - 1.5, _SWATCH, 3), 1.5, 1.5)

    def _fitting(self) -> tuple[int, int]:
        """How short names must be, and how many entries there is room for then."""
        room = self.width() - 2 * MARGIN + 4
        levels = max((len(entry.names) for entry in self._entries), default=1)
        told = tuple(zip(self._entries, self._values, strict=True))
        for level in range(levels):
            if _reach(told, level) <= room:
                return level, len(told)
        count = len(told)
        while count and _reach(told[:count], levels - 1) > room:
            count -= 1
        return levels - 1, count


def _name(entry: LegendEntry, level: int) -> str:
    return entry.names[min(level, len(entry.names) - 1)]


def _width(entry: LegendEntry, level: int, said: str) -> float:
    """With room for any value; for one that is longer than all that were thought of, with room for that."""
    value = max(text_width(text, _VALUE.size, _VALUE.weight) for text in (entry.widest, said))
    return _swatch_width(entry) + _NAME.width(_name(entry, level)) + _NEAR + value


def _swatch_width(entry: LegendEntry) -> float:
    return _SWATCH + _NEAR if entry.token is not None else 0.0


def _scale_width() -> float:
    return _SCALE_ENDS.width("0") + _SCALE_ENDS.width("100 %") + _SCALE_WIDTH + 3 * _NEAR


def _reach(told: tuple[tuple[LegendEntry, str], ...], level: int) -> float:
    return sum(_width(entry, level, value) for entry, value in told) + _BETWEEN * max(0, len(told) - 1)
