"""The bar under the diagram: one sentence, its state as a colour, an icon, and nothing that moves."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.diagram.drawing import Brush, Words
from ui.diagram.ink import Colours, Ink
from ui.diagram.sentence import Emphasis, Segment, Sentence, SentenceState

_HEIGHT, _BAR, _TEXT_X, _TEXT = 36, 3, 42, 14
_TOKENS = {
    SentenceState.BLOCKED: ("state.blocked", "state.blocked_text"),
    SentenceState.OVERLOADED: ("state.overloaded", "state.overloaded"),
    SentenceState.OK: ("state.ok", "state.ok_text"),
    SentenceState.EARLY: ("state.early", "state.early"),
}
assert set(_TOKENS) == set(SentenceState)


class SentenceBar(QWidget):
    """Shows a `Sentence`; the whole of it is the tooltip and what screen readers say."""

    def __init__(self, theme: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._sentence: Sentence | None = None
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sentence(self, sentence: Sentence) -> None:
        """Say this from now on."""
        if sentence != self._sentence:
            self._sentence = sentence
            self.setToolTip(sentence.text)
            self.setAccessibleName(sentence.text)
            self.update()

    def use_theme(self, theme: Colours) -> None:
        """The colours changed."""
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush, ink = Brush(painter, self._ink), self._ink
        painter.fillRect(self.rect(), ink.colour("surface.panel"))
        for y in (0.5, self.height() - 0.5):
            painter.setPen(ink.pen("border.hairline"))
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        if self._sentence is None:
            return
        bar, icon = _TOKENS[self._sentence.state]
        painter.fillRect(QRectF(0, 1, _BAR, self.height() - 2), ink.colour(bar))
        painter.setPen(
            QPen(ink.colour(icon), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_icon(self._sentence.state, 16, self.height() / 2 - 8))
        self._paint_words(brush, self._sentence)

    def _paint_words(self, brush: Brush, sentence: Sentence) -> None:
        x, y, right = float(_TEXT_X), self.height() / 2 + 5, self.width() - 12
        code = "state.blocked_text" if sentence.state is SentenceState.BLOCKED else "text.secondary"
        for segment in sentence.segments:
            room = right - x
            if room <= 12:
                return
            x = _paint_segment(brush, segment, QPointF(x, y), room, code)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self.update()
        super().changeEvent(event)


def _paint_segment(brush: Brush, segment: Segment, at: QPointF, room: float, code: str) -> float:
    """Paint a segment, cut where there is no room; returns where the next begins."""
    if segment.emphasis is Emphasis.CODE:
        return brush.text_in(room, at.x(), at.y(), segment.text, Words(_TEXT - 1, code, is_code=True))
    weight = 600 if segment.emphasis is Emphasis.STRONG else 400
    return brush.text_in(room, at.x(), at.y(), segment.text, Words(_TEXT, "text.primary", weight))


def _icon(state: SentenceState, x: float, y: float) -> QPainterPath:
    """A triangle with a mark, a tick, or a clock, 16 px."""
    path = QPainterPath()
    if state is SentenceState.OK:
        path.moveTo(3.5, 8.5)
        path.lineTo(6.5, 11.5)
        path.lineTo(12.5, 4.8)
    elif state is SentenceState.EARLY:
        path.addEllipse(QPointF(8, 8), 6, 6)
        path.moveTo(8, 4.6)
        path.lineTo(8, 8)
        path.lineTo(10.3, 9.6)
    else:
        path.moveTo(8, 2.2)
        path.lineTo(14.4, 13.4)
        path.lineTo(1.6, 13.4)
        path.closeSubpath()
        path.moveTo(8, 6.4)
        path.lineTo(8, 9.8)
        path.moveTo(8, 11.6)
        path.lineTo(8, 11.7)
    path.translate(x, y)
    return path
