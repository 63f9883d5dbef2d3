"""The handler as code, with the line lit on which the request was; below it the one that kept it waiting."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.diagram.drawing import Brush, Words, centred
from ui.diagram.ink import Ink, text_width
from ui.inspector.code import CodeLine

_ROW, _LOOSE_ROW, _MOST_ROW, _PAD, _NUMBER, _BETWEEN = 20, 24, 30, 5, 30, 12
_CODE, _NOTE = 11, 11


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as it is shown."""

    number: int
    line: CodeLine
    note: str = ""
    """At its right: how long it took, or what the request does there."""
    is_lit: bool = False
    """The request is here."""
    is_blocking: bool = False
    """Here another request holds the loop."""


class CodeView(QWidget):
    """Paints lines of code; two handlers have a dotted line between them."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._handlers: tuple[tuple[ShownLine, ...], ...] = ()
        self._is_tight = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def lines(self) -> list[ShownLine]:
        """All that are shown."""
        return [line for lines in self._handlers for line in lines]

    def show_handlers(self, handlers: tuple[tuple[ShownLine, ...], ...]) -> None:
        """The request's own, and perhaps another's."""
        if handlers != self._handlers:
            self._handlers = handlers
            self.set_tight(is_tight=self._is_tight)
            self.setMaximumHeight(self._height(_MOST_ROW))
            lit = next((line.line.text.strip() for line in self.lines if line.is_lit), "")
            self.setAccessibleName(lit)
            self.updateGeometry()
            self.update()

    def set_tight(self, *, is_tight: bool) -> None:
        """Whether height is scarce."""
        self._is_tight = is_tight
        self.setMinimumHeight(self._height(_ROW if is_tight else _LOOSE_ROW))

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, self.minimumHeight())

    def _height(self, row: int) -> int:
        return 2 * _PAD + row * len(self.lines) + _BETWEEN * max(0, len(self._handlers) - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        brush = Brush(QPainter(self), self._ink)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        brush.box(frame, self._ink.colour("surface.code"), self._ink.pen("border.default"), 6)
        if not self.lines:
            return
        gaps = _BETWEEN * (len(self._handlers) - 1)
        row, y = min(_MOST_ROW, (self.height() - 2 * _PAD - gaps) / len(self.lines)), float(_PAD)
        for number, lines in enumerate(self._handlers):
            if number:
                brush.painter.setPen(self._ink.pen("border.default", 1, (2.0, 3.0)))
                brush.painter.drawLine(10, round(y + _BETWEEN / 2), self.width() - 10, round(y + _BETWEEN / 2))
                y += _BETWEEN
            for line in lines:
                self._paint_line(brush, line, y, row)
                y += row

    def _paint_line(self, brush: Brush, shown: ShownLine, y: float, row: float) -> None:
        if shown.is_lit or shown.is_blocking:
            fill, bar = (
                ("state.blocked_fill", "state.blocked") if shown.is_blocking else ("syntax.line", "activity.waiting")
            )
            brush.painter.fillRect(QRectF(1, y, self.width() - 2, row), self._ink.colour(fill))
            brush.painter.fillRect(QRectF(1, y, 3, row), self._ink.colour(bar))
        base = y + row / 2 + centred(_CODE) + 0.5
        brush.text_to(_NUMBER - 6, base, str(shown.number), Words(10, "text.muted", is_code=True))
        token = "state.blocked_text" if shown.is_blocking else "text.primary" if shown.is_lit else "text.muted"
        note = Words(_NOTE, token, 600 if shown.is_lit or shown.is_blocking else 400)
        right = self.width() - 10.0
        x, code_width = float(_NUMBER), text_width(shown.line.text, _CODE, is_code=True)
        if shown.note and (shown.is_lit or shown.is_blocking or x + code_width + note.width(shown.note) + 12 < right):
            right = brush.text_to(right, base, shown.note, note) - 10
        self._paint_code(brush, shown, x, base, right)

    def _paint_code(self, brush: Brush, shown: ShownLine, x: float, base: float, right: float) -> None:
        painter = brush.painter
        painter.save()
        painter.setClipRect(QRectF(0, 0, right, self.height()), Qt.ClipOperation.IntersectClip)
        for text, ink in shown.line.pieces():
            x = brush.text(x, base, text, Words(_CODE, ink.value, is_code=True))
        painter.restore()
        if x > right:
            dots = text_width("…", _CODE, is_code=True)
            fill = "syntax.line" if shown.is_lit else "state.blocked_fill" if shown.is_blocking else "surface.code"
            painter.fillRect(QRectF(right - dots, base - 10, dots + 1, 14), self._ink.colour(fill))
            brush.text_to(right, base, "…", Words(_CODE, "text.muted", is_code=True))
