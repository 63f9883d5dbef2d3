"""The badge between the two diagrams: who is quicker, by how much, and how sure that is."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.compare.letters import paint_letter
from ui.compare.words import Verdict
from ui.diagram.drawing import Brush, Words, centred
from ui.diagram.ink import Ink

_HEIGHT, _PAD, _LETTER = 54, 14, 32
_FOLDED_HEIGHT, _FOLDED_LETTER, _BETWEEN = 34, 22, 12
_LEAST = 320
_TITLE, _DETAIL = Words(17, "text.primary", 600), Words(12, "text.secondary")
_FOLDED_TITLE = Words(14, "text.primary", 600)


class Badge(QWidget):
    """As wide as its widest words so far, so that a further digit moves nothing."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._verdict = Verdict("", "", "")
        self._width = _LEAST
        self._is_folded = False
        self.resize(self.sizeHint())

    @property
    def verdict(self) -> Verdict:
        """What it says."""
        return self._verdict

    def show_verdict(self, verdict: Verdict) -> None:
        """Say this from now on."""
        if verdict == self._verdict:
            return
        self._verdict = verdict
        self.setAccessibleName(f"{verdict.letter} {verdict.title}".strip())
        self.setAccessibleDescription(verdict.detail)
        self._width = max(self._width, self._wanted())
        self.update()
        self.updateGeometry()

    def _wanted(self) -> int:
        title, detail = self._verdict.title, self._verdict.detail
        if self._is_folded:
            words = _FOLDED_TITLE.width(title) + _BETWEEN + _DETAIL.width(detail)
            return round(words) + _FOLDED_LETTER + 3 * _PAD
        return round(max(_TITLE.width(title), _DETAIL.width(detail))) + _LETTER + 3 * _PAD

    def fold(self, *, is_folded: bool) -> None:
        """Say all in one line, where there is little height."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._width = max(_LEAST, self._wanted())
            self.update()
            self.updateGeometry()

    def forget(self) -> None:
        """Other words are to come."""
        self._width = _LEAST

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width, _FOLDED_HEIGHT if self._is_folded else _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        # Both diagrams lie under it, and every picture of either asks for it again.
        what = (type(self), self._verdict, self.width(), self._is_folded)
        self._ink.stamps.press(QPainter(self), QRectF(self.rect()), what, self._paint)

    def _paint(self, painter: QPainter) -> None:
        brush = Brush(painter, self._ink)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        brush.box(frame, self._ink.colour("surface.card"), self._ink.pen("border.strong"), 14)
        left, letter = float(_PAD), _FOLDED_LETTER if self._is_folded else _LETTER
        if self._verdict.letter:
            paint_letter(brush, QRectF(_PAD, (self.height() - letter) / 2, letter, letter), self._verdict.letter)
            left += letter + _PAD - 2
        room = self.width() - left - _PAD
        if self._is_folded:
            base = self.height() / 2 + centred(14, 600)
            end = brush.text_in(room, left, base, self._verdict.title, _FOLDED_TITLE) + _BETWEEN
            brush.text_in(left + room - end, end, base, self._verdict.detail, _DETAIL)
        else:
            brush.text_in(room, left, 24, self._verdict.title, _TITLE)
            brush.text_in(room, left, 43, self._verdict.detail, _DETAIL)
