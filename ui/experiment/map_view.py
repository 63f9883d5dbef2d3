"""The picture of a sweep: a line with intervals over one key, a heat map over two; a cell opens as a run."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.charts import numbers
from ui.charts.ranges import round_ceiling
from ui.diagram.drawing import Brush, Words, centred
from ui.diagram.ink import Ink, elided
from ui.experiment.labels import amount, estimated, name_of, value_text
from ui.experiment.outcome import SHARES, TIMES, Outcome, Shown, sentence_values
from ui.keys import ENTER
from ui.theme.theme import Theme

_LEFT, _TOP, _BOTTOM, _RIGHT = 80, 30, 50, 4
_KEY_ROW = 20
"""What the lines are called stands above them."""
_AXIS, _KEY, _CELL = Words(11, "text.secondary"), Words(11, "text.muted"), Words(11, "text.primary", 600)
_ON_DEEP = Words(11, "text.on_accent", 600)
_NOTHING = Words(12, "text.muted")
_ERROR = Words(11, "state.blocked_text", 600)
_DEEPEST, _DARK_FROM = 0.9, 0.55
_MOST_CELL = QSize(150, 64)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapView(QWidget):
    """Paints what is known by now; arrows move among the cells, Enter or a click opens one."""

    opened = Signal(object)
    """The values of the cell, a Point."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._outcome: Outcome | None = None
        self._shown = Shown.P95
        self._names: tuple[str, ...] = ()
        self._cell: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(360, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._retranslate()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self.update()

    def show_outcome(self, outcome: Outcome | None, shown: Shown, names: Sequence[str]) -> None:
        """What is known by now, which figure of it, and what the keys are called."""
        if outcome is not self._outcome:
            self._cell = None
        self._outcome, self._shown, self._names = outcome, shown, tuple(names)
        self._describe()
        self.update()

    @property
    def cell_text(self) -> str:
        """Of the cell that is chosen; empty where there is none."""
        return self._text(*self._cell) if self._cell is not None else ""

    # Where

    @property
    def _size(self) -> tuple[int, int]:
        assert self._outcome is not None, "asked for where there is one"
        return len(self._outcome.across), len(self._outcome.down)

    @property
    def _top(self) -> int:
        """Of the first line of cells."""
        return _TOP + (_KEY_ROW if self._size[1] > 1 else 0)

    def _rect(self, column: int, line: int) -> QRectF:
        columns, lines = self._size
        width = min((self.width() - _LEFT - _RIGHT) / columns, _MOST_CELL.width() if lines > 1 else 1e9)
        height = (self.height() - self._top - _BOTTOM) / lines
        if lines > 1:
            height = min(height, _MOST_CELL.height())
        return QRectF(_LEFT + column * width, self._top + line * height, width, height)

    def cell_at(self, position: QPointF) -> tuple[int, int] | None:
        """Column and line at a position; None beside the cells."""
        if self._outcome is None:
            return None
        columns, lines = self._size
        for column in range(columns):
            for line in range(lines):
                if self._rect(column, line).contains(position):
                    return column, line
        return None

    # What is painted

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush = Brush(painter, self._ink)
        painter.fillRect(self.rect(), self._ink.colour("surface.panel"))
        if self._outcome is None:
            middle = self.height() / 2 + centred(12)
            brush.text_at(self.width() / 2, middle, self.tr("What comes of it will stand here."), _NOTHING)
        else:
            self._paint_axes(brush, self._outcome)
            if len(self._outcome.down) > 1:
                self._paint_cells(brush, self._outcome)
            else:
                self._paint_line(brush, self._outcome)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._ink.pen("accent.base", 2))
            painter.drawRoundedRect(self._ring(), 6, 6)

    def _ring(self) -> QRectF:
        """Around what the keys move in."""
        if self._outcome is None:
            return QRectF(self.rect()).adjusted(1, 1, -1, -1)
        columns, lines = self._size
        return self._rect(0, 0).united(self._rect(columns - 1, lines - 1)).adjusted(-3, -3, 3, 3)

    def _paint_axes(self, brush: Brush, outcome: Outcome) -> None:
        columns, lines = self._size
        bottom = self._rect(0, lines - 1).bottom()
        brush.text_in(self.width(), 0, 19, name_of(self._shown), _CELL)
        for column, value in enumerate(outcome.across):
            cell = self._rect(column, lines - 1)
            text = elided(value_text(value), cell.width() - 4, _AXIS.size)
            brush.text_at(cell.center().x(), bottom + 17, text, _AXIS)
        end = self._rect(columns - 1, 0).right()
        brush.text_at((_LEFT + end) / 2, bottom + 36, elided(self._names[0], end - _LEFT, _KEY.size), _KEY)
        if lines > 1:
            brush.text_in(self.width(), 0, 19 + _KEY_ROW, f"↓ {self._names[1]}", _KEY)
            for line, value in enumerate(outcome.down):
                text = elided(value_text(value), _LEFT - 14, _AXIS.size)
                brush.text_to(_LEFT - 8, self._rect(0, line).center().y() + 4, text, _AXIS)

    def _paint_cells(self, brush: Brush, outcome: Outcome) -> None:
        reach = outcome.reach(self._shown)
        columns, lines = self._size
        for column in range(columns):
            for line in range(lines):
                self._paint_cell(brush, outcome, (column, line), reach)

    def _paint_cell(
        self, brush: Brush, outcome: Outcome, cell: tuple[int, int], reach: tuple[float, float] | None
    ) -> None:
        rect = self._rect(*cell).adjusted(1, 1, -1, -1)
        found, point = outcome.estimate(*cell, self._shown), outcome.at(*cell)
        depth = 0.0
        if found is not None and reach is not None:
            depth = (found.mean - reach[0]) / (reach[1] - reach[0]) if reach[1] > reach[0] else 0.5
        fill = self._ink.mixed("surface.sunken", "accent.base", 0.08 + _DEEPEST * depth)
        border = self._ink.pen("text.primary", 2) if cell == self._cell else None
        brush.box(rect, self._ink.colour("surface.sunken") if found is None else fill, border, 4)
        if found is not None:
            # The accent is deep in the light theme and pale in the dark one: what is written on it has its own colour.
            words = _ON_DEEP if depth > _DARK_FROM else _CELL
            brush.text_at(rect.center().x(), rect.center().y() + 4, amount(found.mean, self._shown), words)
        elif point is not None and point.error:
            brush.text_at(rect.center().x(), rect.center().y() + 4, self.tr("failed"), _ERROR)

    def _paint_line(self, brush: Brush, outcome: Outcome) -> None:
        reach = outcome.reach(self._shown)
        area = QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)
        top = round_ceiling(reach[1]) if reach is not None and reach[1] > 0 else 1.0
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * (area.height() - 12)
            brush.rule(area.left(), area.right(), y)
            text = (
                amount(top * share, self._shown) if share or self._shown not in (*TIMES, *SHARES) else numbers.tick(0)
            )
            brush.text_to(area.left() - 8, y + 4, text, _AXIS)
        way: list[QPointF] = []
        for column in range(len(outcome.across)):
            found = outcome.estimate(column, 0, self._shown)
            if found is None:
                self._paint_failure(brush, outcome, column, area)
                continue
            x = self._rect(column, 0).center().x()
            y, *ends = (
                area.bottom() - min(1.0, max(0.0, value / top)) * (area.height() - 12)
                for value in (found.mean, *(found.ci95 or ()))
            )
            way.append(QPointF(x, y))
            self._paint_whiskers(brush, x, ends)
        brush.painter.setBrush(Qt.BrushStyle.NoBrush)
        brush.painter.setPen(self._ink.pen("accent.base", 1.5))
        brush.painter.drawPolyline(QPolygonF(way))
        for column, at in enumerate(way):
            is_chosen = self._cell is not None and self._rect(*self._cell).center().x() == at.x()
            brush.painter.setPen(self._ink.pen("text.primary" if is_chosen else "surface.panel", 2))
            brush.painter.setBrush(self._ink.colour("accent.base"))
            radius = 6 if is_chosen else 4.5
            brush.painter.drawEllipse(at, radius, radius)
            self._paint_number(brush, outcome, at, column)

    def _paint_number(self, brush: Brush, outcome: Outcome, at: QPointF, column: int) -> None:
        found = outcome.estimate(column, 0, self._shown)
        if found is not None:
            brush.text(at.x() + 9, at.y() - 7, amount(found.mean, self._shown), _CELL)

    def _paint_whiskers(self, brush: Brush, x: float, ends: list[float]) -> None:
        if not ends:
            return
        brush.painter.setPen(self._ink.pen("border.strong", 1))
        brush.painter.drawLine(QPointF(x, ends[0]), QPointF(x, ends[1]))
        for y in ends:
            brush.painter.drawLine(QPointF(x - 4, y), QPointF(x + 4, y))

    def _paint_failure(self, brush: Brush, outcome: Outcome, column: int, area: QRectF) -> None:
        point = outcome.at(column, 0)
        if point is not None and point.error:
            brush.text_at(self._rect(column, 0).center().x(), area.bottom() - 8, self.tr("failed"), _ERROR)

    # What is asked

    def _text(self, column: int, line: int) -> str:
        assert self._outcome is not None, "it has cells"
        values = sentence_values(self._outcome.point(column, line))
        point = self._outcome.at(column, line)
        if point is None:
            return self.tr("{values}: not run yet").format(values=values)
        if point.error:
            return f"{values}: {point.error}"
        found = self._outcome.estimate(column, line, self._shown)
        figure = numbers.NOTHING if found is None else estimated(found, self._shown)
        return self.tr("{values}: {figure}. Click or Enter opens it as a run.").format(values=values, figure=figure)

    def _choose(self, cell: tuple[int, int] | None) -> None:
        if cell != self._cell:
            self._cell = cell
            self._describe()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.cell_text)

    def _open(self, cell: tuple[int, int]) -> None:
        assert self._outcome is not None, "it has cells"
        point = self._outcome.at(*cell)
        if point is None or not point.error:
            self.opened.emit(self._outcome.point(*cell))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Results of the sweep"))

    # Qt

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._text(*cell) if cell is not None else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if cell is not None else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self._choose(cell)
            self._open(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._outcome is None or (key not in _ARROWS and key not in ENTER):
            super().keyPressEvent(event)
        elif key in ENTER:
            if self._cell is not None:
                self._open(self._cell)
        else:
            columns, lines = self._size
            across, down = _ARROWS[key]
            column, line = self._cell or (-across if across > 0 else 0, -down if down > 0 else 0)
            self._choose((min(columns - 1, max(0, column + across)), min(lines - 1, max(0, line + down))))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._describe()
            self.update()
        super().changeEvent(event)
