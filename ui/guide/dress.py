"""Markdown as Qt reads it, dressed in our letters, colours and distances."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from ui.theme.code_grounds import CODE_ABOVE, CODE_PAD, is_code
from ui.theme.fonts import font
from ui.theme.theme import Theme

_SIZES = {1: 18, 2: 14, 3: 13}
"""Pixels, by the level of a heading."""
_BODY, _CODE = 12, 11
_ABOVE, _BELOW = {1: 14, 2: 14}, {1: 10, 2: 4}
_AFTER, _BETWEEN_ITEMS = 9, 3
_LINE_PERCENT = 122


def dress(document: QTextDocument, theme: Theme) -> None:
    """Give a document made by `setMarkdown` its looks."""
    document.setDocumentMargin(12)
    document.setIndentWidth(18)
    for block in _blocks(document):
        _dress_block(block, theme)
    for table in {cursor.currentTable() for cursor in map(QTextCursor, _blocks(document))} - {None}:
        if isinstance(table, QTextTable):
            _dress_table(table, theme)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress_block(block: QTextBlock, theme: Theme) -> None:
    cursor = QTextCursor(block)
    looks, level = block.blockFormat(), block.blockFormat().headingLevel()
    coded = is_code(block)
    if cursor.currentTable() is None:
        looks.setTopMargin(_ABOVE.get(level, 0) if block.position() else 0)
        looks.setBottomMargin(_BELOW.get(level, _below(block)))
    looks.setLineHeight(_LINE_PERCENT, 1)
    if coded:
        looks.setLeftMargin(CODE_PAD)
        looks.setRightMargin(CODE_PAD)
        looks.setTopMargin(0 if is_code(block.previous()) else CODE_ABOVE + _AFTER)
        looks.setBottomMargin(0 if is_code(block.next()) else CODE_ABOVE + _AFTER)
        looks.setNonBreakableLines(False)
    cursor.setBlockFormat(looks)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    for begin, end, words in _fragments(block):
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_looks_of(words, level, theme, is_block=coded))


def _below(block: QTextBlock) -> int:
    """Items of a list stand close; what follows the last of them is a paragraph of its own."""
    return _BETWEEN_ITEMS if block.textList() and block.next().textList() else _AFTER


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Begin, end and looks of what looks the same. Not by Qt's own iterator, which does not outlive its block here."""
    found: list[tuple[int, int, QTextCharFormat]] = []
    cursor = QTextCursor(block)
    for at in range(block.position(), block.position() + block.length() - 1):
        cursor.setPosition(at + 1)
        looks = cursor.charFormat()
        if found and found[-1][2] == looks:
            found[-1] = (found[-1][0], at + 1, looks)
        else:
            found.append((at, at + 1, looks))
    return found


def _looks_of(words: QTextCharFormat, level: int, theme: Theme, *, is_block: bool) -> QTextCharFormat:
    coded = words.fontFixedPitch() or is_block
    is_strong = level > 0 or words.fontWeight() > QFont.Weight.Normal
    letters = QFont(font(_CODE if coded else _SIZES.get(level, _BODY), 600 if is_strong else 400, is_code=coded))
    letters.setItalic(words.fontItalic())
    looks = QTextCharFormat()
    looks.setFont(letters)
    looks.setForeground(QBrush(theme.colour("text.primary")))
    if coded and not is_block:
        looks.setBackground(theme.colour("surface.code"))
    return looks


def _dress_table(table: QTextTable, theme: Theme) -> None:
    looks = table.format()
    looks.setBorder(1)
    looks.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    looks.setBorderBrush(theme.colour("border.hairline"))
    looks.setBorderCollapse(True)
    looks.setCellPadding(5)
    looks.setCellSpacing(0)
    looks.setTopMargin(4)
    looks.setBottomMargin(4)
    looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(looks)
