"""Markdown as a part of a page: as high as its text, in our fonts."""

import re

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from ui.theme import Theme
from ui.theme.code_grounds import CODE_ABOVE, CODE_PAD, is_code, paint_grounds
from ui.theme.fonts import font

_LINE_PER_CENT = 122.0
_CODE_PX = 11
_INDENT = 16
_BOLD = QFont.Weight.DemiBold
"""The boldest that our fonts have: a bolder one would be smeared out of it."""
_CODE, _JOINT, _JOINER = re.compile(r"(?<!`)`([^`\n]+)`(?!`)"), re.compile(r"[/-](?=\w)"), "\u2060"
"""Code in a line, where Qt would break it, and what forbids that."""
_LETTER = re.compile(r"(?<![\w/(.-])\w-(?=\w)")
"""As in e-mail."""


class Prose(QTextBrowser):
    """Shows a text; it scrolls with its page, never by itself."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None, *, size_px: int = 13) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size_px = size_px
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenExternalLinks(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "prose")
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(font(size_px))
        self.document().setIndentWidth(_INDENT)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another one."""
        document = self.document()
        document.setMarkdown(_unbroken(text))
        block = document.begin()
        while block.isValid():
            self._dress(block)
            block = block.next()
        self._make_edges()
        self._shrink_joiners()
        self.setAccessibleName(document.toPlainText().replace(_JOINER, ""))
        # Tab goes to what can be done: of texts, to those with links only.
        has_links = "](" in text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.ClickFocus)
        self._fit()

    def _dress(self, block: QTextBlock) -> None:
        coded = is_code(block)
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        is_last = not block.next().isValid()
        begins, ends = coded and not is_code(block.previous()), coded and not is_code(block.next())
        if coded:
            shape.setLeftMargin(CODE_PAD)
            shape.setRightMargin(CODE_PAD)
        else:
            shape.setLineHeight(_LINE_PER_CENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin((CODE_ABOVE + 8) * begins)
        shape.setBottomMargin(CODE_ABOVE * ends + (0 if is_last or (coded and not ends) else 8))
        cursor.setBlockFormat(shape)
        for piece in _pieces(block):
            self._dress_piece(cursor, piece, is_code=coded)

    def _make_edges(self) -> None:
        """Blocks at the edge of a document have no margin there."""
        document = self.document()
        frame = document.rootFrame().frameFormat()
        frame.setTopMargin(CODE_ABOVE * is_code(document.begin()))
        frame.setBottomMargin(CODE_ABOVE * is_code(document.lastBlock()))
        document.rootFrame().setFrameFormat(frame)

    def _dress_piece(self, cursor: QTextCursor, piece: tuple[int, int, QTextCharFormat], *, is_code: bool) -> None:
        at, length, shape = piece
        cursor.setPosition(at)
        cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
        if shape.fontWeight() > _BOLD:
            bold = QTextCharFormat()
            bold.setFontWeight(_BOLD)
            cursor.mergeCharFormat(bold)
        if not (is_code or shape.fontFixedPitch()):
            return
        code = QTextCharFormat()
        code.setFontFamilies(font(_CODE_PX, is_code=True).families())
        code.setProperty(
            QTextCharFormat.Property.FontPixelSize, max(_CODE_PX, self._size_px - 1) if not is_code else _CODE_PX
        )
        code.setFontStyleHint(QFont.StyleHint.Monospace)
        cursor.mergeCharFormat(code)

    def _shrink_joiners(self) -> None:
        """They come from another font, whose height would push lines apart."""
        small = QTextCharFormat()
        small.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
        cursor = self.document().find(_JOINER)
        while not cursor.isNull():
            cursor.mergeCharFormat(small)
            cursor = self.document().find(_JOINER, cursor)

    def _fit(self) -> None:
        self.document().setTextWidth(max(1, self.viewport().width()))
        self.setFixedHeight(round(self.document().size().height()) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.height())

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied can be typed into a shell."""
        copied = QMimeData()
        copied.setText(self.textCursor().selection().toPlainText().replace(_JOINER, ""))
        return copied

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_grounds(self, self._theme)
        super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _unbroken(text: str) -> str:
    """A path in a line does not leave its slash, nor an option its dashes, at the end of the line before; nor an
    e-mail its letter.
    """
    text = _LETTER.sub(lambda letter: f"{letter[0]}{_JOINER}", text)
    return _CODE.sub(lambda match: f"`{_JOINT.sub(lambda joint: joint[0] + _JOINER, match[1])}`", text)


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    found, iterator = [], block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        found.append((fragment.position(), fragment.length(), fragment.charFormat()))
        iterator += 1
    return found
