"""The letters A and B, and the colours that are theirs."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.diagram.drawing import Brush, Words, centred
from ui.diagram.ink import Ink

TOKENS = {"A": "activity.on_cpu", "B": "activity.in_io"}
"""Never without the letter: colour says it again."""


def paint_letter(brush: Brush, place: QRectF, letter: str) -> None:
    """A letter on its colour; nothing of who is neither."""
    if letter:
        brush.box(place, brush.ink.colour(TOKENS[letter]), None, 6)
        size = round(place.height() * 0.52)
        words = Words(size, "surface.panel", 600)
        brush.text_at(place.center().x(), place.center().y() + centred(size, 600), letter, words)


def paint_pale_letter(brush: Brush, place: QRectF, letter: str) -> None:
    """A letter in the frame of a ghost."""
    frame = place.adjusted(0.75, 0.75, -0.75, -0.75)
    brush.box(frame, None, brush.ink.pen(TOKENS[letter], 1.25, (3.0, 2.0)), 6)
    size = round(place.height() * 0.52)
    words = Words(size, TOKENS[letter], 600)
    brush.text_at(place.center().x(), place.center().y() + centred(size, 600), letter, words)


class Letter(QWidget):
    """A letter beside the words that are about its side."""

    def __init__(self, letter: str, ink: Ink, parent: QWidget | None = None, *, is_ghost: bool = False) -> None:
        super().__init__(parent)
        self._letter, self._ink = letter, ink
        self._paint = paint_pale_letter if is_ghost else paint_letter
        self.setFixedSize(QSize(24, 24))
        self.setAccessibleName(letter)

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paint(Brush(QPainter(self), self._ink), QRectF(self.rect()), self._letter)
