"""The text field: line numbers, lines with problems marked, and edits from elsewhere that leave the cursor in peace."""

from collections.abc import Mapping
from html import escape
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from ui.scenario_text.highlighter import Highlighter
from ui.scenario_text.key_help import help_at
from ui.theme import Theme
from ui.theme.fonts import font

_PAD = 8
_ONE_DRAG_S = 1.0
"""What comes from elsewhere within this time is undone in one go."""


class Editor(QPlainTextEdit):
    """Tab leaves it, as it leaves every control."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: dict[int, str] = {}
        self._replaced_s = 0.0
        self.setProperty("role", "code")
        self.setFont(font(12, is_code=True))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self._numbers = _Numbers(self)
        self.highlighter = Highlighter(self.document(), theme)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._mark_lines)
        self._make_room()

    # What is shown

    def replace(self, text: str) -> None:
        """Show another text: only what lies between the same beginning and end changes, so that the cursor stays."""
        old = self.toPlainText()
        if old == text:
            return
        begin = _same(old, text)
        same = _same(old[begin:][::-1], text[begin:][::-1])
        cursor = QTextCursor(self.document())
        now_s = monotonic()
        if now_s - self._replaced_s < _ONE_DRAG_S:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        self._replaced_s = now_s
        cursor.setPosition(_units(old[:begin]))
        cursor.setPosition(_units(old[: len(old) - same]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[begin : len(text) - same])
        cursor.endEditBlock()

    def start(self, text: str) -> None:
        """Show the text of another run: there is no way back from it."""
        self._replaced_s = 0.0
        self.setPlainText(text)

    def show_problems(self, problems: Mapping[int, str]) -> None:
        """Mark lines, counted from 1, with what is wrong in them."""
        if problems != self._problems:
            self._problems = dict(problems)
            self._mark_lines()
            self._numbers.update()

    def go_to(self, line: int) -> None:
        """Put the cursor at the beginning of a line, in the middle of what is seen."""
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        self.setTextCursor(cursor)
        self.centerCursor()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.highlighter.use_theme(theme)
        self._mark_lines()
        self._numbers.update()

    def _mark_lines(self) -> None:
        wrong = self._theme.colour("state.blocked_fill")
        marked = [(line, wrong) for line in self._problems]
        if self.hasFocus():
            marked.insert(0, (self.textCursor().blockNumber() + 1, self._theme.colour("surface.hover")))
        self.setExtraSelections([self._whole_line(line, colour) for line, colour in marked])

    def _whole_line(self, line: int, colour: QColor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        selection.format.setBackground(colour)
        selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return selection

    # Line numbers

    @property
    def numbers_width(self) -> int:
        """Room for the line numbers."""
        digits = max(2, len(str(self.blockCount())))
        return 2 * _PAD + digits * self.fontMetrics().horizontalAdvance("8")

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width, 0, 0, 0)

    def _on_update(self, rect: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Paint the line numbers of what is seen; those of lines with problems stand out."""
        painter.fillRect(area, self._theme.colour("surface.code"))
        painter.setFont(font(11, is_code=True))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= area.bottom():
            height = self.blockBoundingRect(block).height()
            number = block.blockNumber() + 1
            token = "state.blocked_text" if number in self._problems else "text.muted"
            painter.setPen(self._theme.colour(token))
            room = QRect(0, round(top), self._numbers.width() - _PAD, round(height))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))
            top += height
            block = block.next()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        # What is said below the text comes while somebody types, and may not hide the line.
        is_seen = 0 <= self.cursorRect().top() < event.oldSize().height()
        super().resizeEvent(event)
        if is_seen:
            self.ensureCursorVisible()
        inside = self.contentsRect()
        self._numbers.setGeometry(inside.left(), inside.top(), self.numbers_width, inside.height())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.text_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def text_at(self, point: QPoint) -> str:
        """What is said of a place: the problem of its line, else what its key means."""
        cursor = self.cursorForPosition(point)
        row = cursor.blockNumber()
        if row + 1 in self._problems:
            return self._problems[row + 1]
        meaning = help_at(self.toPlainText().split("\n"), row, cursor.positionInBlock())
        return f"<qt>{escape(meaning)}</qt>" if meaning else ""

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._mark_lines()
        return super().event(event)


class _Numbers(QWidget):
    """The strip of line numbers."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.numbers_width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(QPainter(self), event.rect())


def _units(text: str) -> int:
    """How long Qt thinks a text is."""
    return len(text.encode("utf-16-le")) // 2


def _same(one: str, other: str) -> int:
    """How many signs two texts begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
