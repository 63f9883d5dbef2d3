"""What lies below pieces of code in a text, with room around their letters: a block's own background has none."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextBlockFormat
from PySide6.QtWidgets import QTextEdit

from ui.theme.theme import Theme

CODE_PAD, CODE_ABOVE = 10, 6
"""Room beside the letters, and above and below them; blocks have margins for it."""
_RADIUS = 4


def is_code(block: QTextBlock) -> bool:
    """Whether it is a line of a piece of code."""
    return block.isValid() and block.blockFormat().hasProperty(QTextBlockFormat.Property.BlockCodeFence)


def grounds_of(text: QTextEdit) -> list[QRectF]:
    """One for each piece, where it is in the viewport now."""
    document, found = text.document(), list[QRectF]()
    side, above = document.documentMargin(), text.verticalScrollBar().value()
    block = document.begin()
    while block.isValid():
        if is_code(block):
            lines = document.documentLayout().blockBoundingRect(block)
            ground = QRectF(side, lines.top() - above, text.viewport().width() - 2 * side, lines.height())
            ground.adjust(0, -CODE_ABOVE, 0, CODE_ABOVE)
            found = [*found[:-1], found[-1].united(ground)] if is_code(block.previous()) else [*found, ground]
        block = block.next()
    return found


def paint_grounds(text: QTextEdit, theme: Theme) -> None:
    """To be called before the text is painted."""
    painter = QPainter(text.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface.code"))
    for ground in grounds_of(text):
        painter.drawRoundedRect(ground, _RADIUS, _RADIUS)
    painter.end()
