"""A life as lanes: where the request was when, with the instant that is shown as a line that can be moved."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from simulator.units import NS_PER_S
from ui.diagram.drawing import Brush, Words, centred
from ui.diagram.ink import Ink, text_width
from ui.inspector import numbers
from ui.inspector.lanes import Bar, Lane, Look, ticks

_AXIS, _TOP, _RIGHT, _LEAST_ROW, _LOOSE_ROW, _MOST_ROW = 20, 8, 10, 22, 27, 38
_NAME, _FAINT, _INSIDE = Words(11, "text.secondary"), Words(11, "text.muted"), Words(11, "text.primary", 600)
_TICK = Words(10, "text.muted")
_TOKENS = {
    Look.LIFE: "text.muted",
    Look.TRAVELLING: "activity.travelling",
    Look.WAITING: "activity.waiting",
    Look.ON_CPU: "activity.on_cpu",
    Look.IN_IO: "activity.in_io",
    Look.HOLDING: "border.strong",
    Look.BLOCKING: "state.blocked",
}
assert set(_TOKENS) == set(Look)


@dataclass(frozen=True, slots=True)
class LanesPicture:
    """All that is painted."""

    bars: tuple[Bar, ...]
    labels: tuple[str, ...]
    """Of each bar, for inside it."""
    tips: tuple[str, ...]
    """Of each bar."""
    blamed: frozenset[int]
    """Bars, by number, that are waits for somebody who only waited: they are hatched."""
    names: dict[Lane, str]
    notes: dict[Lane, str]
    """What is written in lanes without bars."""
    first_ns: int
    last_ns: int


class LanesView(QWidget):
    """Paints a `LanesPicture`; a press or a drag chooses an instant, arrows go from bar to bar."""

    instant_chosen = Signal(float)
    """Seconds."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._picture: LanesPicture | None = None
        self._shown_ns = 0
        self._written: list[QRectF] = []
        """Where words stand beside bars, and where there are none."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_tight(is_tight=True)
        self.setMaximumHeight(len(Lane) * _MOST_ROW + _AXIS + _TOP)

    def show_picture(self, picture: LanesPicture, shown_ns: int) -> None:
        """Paint this."""
        if (picture, shown_ns) != (self._picture, self._shown_ns):
            self._picture, self._shown_ns = picture, shown_ns
            self.update()

    def set_tight(self, *, is_tight: bool) -> None:
        """Whether height is scarce."""
        self.setMinimumHeight(len(Lane) * (_LEAST_ROW if is_tight else _LOOSE_ROW) + _AXIS + _TOP)

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, self.minimumHeight())

    # Where things are

    @property
    def _row(self) -> float:
        return (self.height() - _AXIS - _TOP) / len(Lane)

    @property
    def _left(self) -> float:
        names = () if self._picture is None else self._picture.names.values()
        widest = max((text_width(name, _NAME.size) for name in names), default=60.0)
        return min(widest + 22, self.width() * 0.4)

    def _x(self, time_ns: float) -> float:
        picture = self._picture
        assert picture is not None, "only what is shown has a place"
        room = self.width() - self._left - _RIGHT
        return self._left + room * (time_ns - picture.first_ns) / max(1, picture.last_ns - picture.first_ns)

    def _rect(self, bar: Bar) -> QRectF:
        lanes = list(Lane)
        left = self._x(bar.begin_ns)
        width = max(3.0, self._x(bar.end_ns) - left)
        return QRectF(left, _TOP + lanes.index(bar.lane) * self._row + 4, width, self._row - 8)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        brush = Brush(QPainter(self), self._ink)
        if self._picture is None:
            return
        self._written.clear()
        self._paint_lanes(brush, self._picture)
        self._paint_axis(brush, self._picture)
        for number, bar in enumerate(self._picture.bars):
            self._paint_bar(brush, self._picture, number, bar)
        self._paint_shown(brush, self._picture)
        if self.hasFocus():
            brush.box(QRectF(self.rect()).adjusted(1, 1, -1, -1), None, self._ink.pen("accent.base", 2), 6)

    def _paint_lanes(self, brush: Brush, picture: LanesPicture) -> None:
        taken = {bar.lane for bar in picture.bars}
        for number, lane in enumerate(Lane):
            top = _TOP + number * self._row
            middle = top + self._row / 2 + centred(11)
            if number % 2 == 0:
                brush.box(QRectF(0, top, self.width(), self._row), self._ink.colour("surface.sunken"), None, 3)
            words = _NAME if lane in taken else _FAINT
            name, room = picture.names[lane], self._left - 18
            if words.width(name) <= room:
                brush.text_to(self._left - 10, middle, name, words)
            else:
                brush.text_in(room, 8, middle, name, words)
            if lane not in taken and lane in picture.notes:
                begin = self._left + 8
                end = brush.text_in(self.width() - begin - 8, begin, middle, picture.notes[lane], _FAINT)
                self._written.append(QRectF(begin - 3, top, end - begin + 6, self._row))

    def _paint_axis(self, brush: Brush, picture: LanesPicture) -> None:
        length_ms = (picture.last_ns - picture.first_ns) / 1e6
        bottom = self.height() - _AXIS
        marks = ticks(length_ms, max(2, int((self.width() - self._left) / 90)))
        for number, mark in enumerate(marks):
            x = self._x(picture.first_ns + mark * 1e6)
            self._paint_mark(brush, round(x) + 0.5)
            text = numbers.plain(mark) + (" ms" if number == len(marks) - 1 else "")
            half = text_width(text, _TICK.size) / 2
            brush.text_at(min(x, self.width() - half - 1), bottom + 14, text, _TICK)

    def _paint_mark(self, brush: Brush, x: float) -> None:
        """A line through all lanes, but not through what is written in them."""
        brush.painter.setPen(self._ink.pen("border.hairline"))
        for number in range(len(Lane)):
            top = _TOP + number * self._row
            middle = QPointF(x, top + self._row / 2)
            if not any(note.contains(middle) for note in self._written):
                brush.painter.drawLine(QPointF(x, top), QPointF(x, top + self._row))

    def _paint_bar(self, brush: Brush, picture: LanesPicture, number: int, bar: Bar) -> None:
        rect, token = self._rect(bar), _TOKENS[bar.look]
        if bar.look is Look.LIFE:
            y = rect.center().y()
            brush.painter.setPen(self._ink.pen(token, 1.5))
            brush.painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
            for x in (rect.left(), rect.right()):
                brush.painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4))
        elif rect.width() < 6 or bar.look in (Look.TRAVELLING, Look.ON_CPU):
            brush.box(rect, self._ink.colour(token), None, min(2.0, rect.width() / 2))
        else:
            self._paint_box(brush, rect.adjusted(0.5, 0.5, -0.5, -0.5), bar.look, is_hatched=number in picture.blamed)
        self._paint_label(brush, picture, number, rect)

    def _paint_box(self, brush: Brush, rect: QRectF, look: Look, *, is_hatched: bool) -> None:
        token = _TOKENS[look]
        fill = "state.blocked_fill" if look is Look.BLOCKING else None
        ground = self._ink.colour(fill) if fill else self._ink.mixed("surface.card", token, 0.24)
        brush.box(rect, ground, None, 4)
        if look is Look.BLOCKING or is_hatched:
            brush.box(rect, self._ink.hatch("state.blocked_hatch"), None, 4)
        brush.box(rect, None, self._ink.pen(token, 1.25), 4)

    def _paint_label(self, brush: Brush, picture: LanesPicture, number: int, rect: QRectF) -> None:
        bar, label = picture.bars[number], picture.labels[number]
        y = rect.center().y() + centred(11, 600)
        short = label.partition(" · ")[0]
        is_solid = bar.look in (Look.TRAVELLING, Look.ON_CPU, Look.LIFE)
        if not is_solid:
            fitting = next((text for text in (label, short) if _INSIDE.width(text) + 16 <= rect.width()), None)
            if fitting is not None:
                width = _INSIDE.width(fitting)
                if number in picture.blamed or bar.look is Look.BLOCKING:
                    plate = self._ink.mixed("surface.card", _TOKENS[bar.look], 0.12)
                    high = min(16.0, rect.height() - 3)
                    brush.box(QRectF(rect.left() + 5, rect.center().y() - high / 2, width + 8, high), plate, None, 3)
                brush.text(rect.left() + 9, y, fitting, _INSIDE)
                return
        self._paint_beside(brush, bar, rect, label if is_solid and bar.look is not Look.LIFE else short, y)

    def _paint_beside(self, brush: Brush, bar: Bar, rect: QRectF, label: str, y: float) -> None:
        """To the right of a bar that is too short, up to the next one; else to its left."""
        assert self._picture is not None, "painted with it"
        others = [self._rect(other) for other in self._picture.bars if other.lane is bar.lane and other is not bar]
        right = min([other.left() for other in others if other.left() >= rect.right() - 1], default=self.width() - 4.0)
        left = max([other.right() for other in others if other.right() <= rect.left() + 1], default=self._left)
        for text in (label, label.partition(" · ")[0]):
            width = _FAINT.width(text) + 10
            if bar.look is Look.LIFE:
                plate = QRectF(rect.center().x() - width / 2, rect.top(), width, rect.height())
                if width + 20 <= rect.width():
                    brush.box(plate, self._ink.colour("surface.sunken"), None, 2)
                    brush.text(plate.left() + 5, y, text, _INSIDE)
                return
            for x, room in ((rect.right(), right - rect.right()), (rect.left() - width, rect.left() - left)):
                place = QRectF(x, rect.top(), width, rect.height())
                if room >= width and not any(place.intersects(other) for other in self._written):
                    self._written.append(place)
                    brush.text(x + 5, y, text, _FAINT)
                    return

    def _paint_shown(self, brush: Brush, picture: LanesPicture) -> None:
        if not picture.first_ns <= self._shown_ns <= picture.last_ns:
            return
        x = round(self._x(self._shown_ns)) + 0.5
        painter = brush.painter
        painter.setPen(self._ink.pen("text.primary", 1.5))
        painter.drawLine(QPointF(x, _TOP - 2), QPointF(x, self.height() - _AXIS))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.colour("text.primary"))
        painter.drawPolygon(QPolygonF([QPointF(x - 4.5, 0), QPointF(x + 4.5, 0), QPointF(x, 8)]))

    # Pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event.position().x())
        in_bars = event.position().x() >= self._left
        self.setCursor(Qt.CursorShape.SizeHorCursor if in_bars else Qt.CursorShape.ArrowCursor)

    def _choose(self, x: float) -> None:
        picture = self._picture
        if picture is None or x < self._left - 4:
            return
        room = self.width() - self._left - _RIGHT
        share = min(1.0, max(0.0, (x - self._left) / room))
        self.instant_chosen.emit((picture.first_ns + share * (picture.last_ns - picture.first_ns)) / NS_PER_S)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        picture = self._picture
        if step is None or picture is None:
            event.ignore()
            return
        edges = sorted({bar.begin_ns for bar in picture.bars} | {picture.last_ns})
        after = [edge for edge in edges if edge > self._shown_ns]
        before = [edge for edge in edges if edge < self._shown_ns]
        chosen = (after[:1] if step > 0 else before[-1:]) or [edges[-1] if step > 0 else edges[0]]
        self.instant_chosen.emit(chosen[0] / NS_PER_S)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip_at(self, at: QPointF) -> str:
        """What is said of the bar at a point."""
        if self._picture is None:
            return ""
        bars = [number for number, bar in enumerate(self._picture.bars) if self._rect(bar).contains(at)]
        return self._picture.tips[bars[-1]] if bars else ""
