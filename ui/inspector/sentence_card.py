"""The sentence of cause on a card: its colour says how loud it is, its links lead to other requests."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.diagram.drawing import Brush
from ui.diagram.ink import Ink
from ui.inspector.words import REQUEST, Saying, Tone
from ui.theme.fonts import font

_STUB = 22
_WHOLE_IO = "I&#8288;/&#8288;O"
"""Not broken after its stroke."""
_LOOKS = {
    Tone.BLOCKED: ("state.blocked", "state.blocked_fill", "state.blocked_hatch"),
    Tone.WAITED: ("state.overloaded", "state.overloaded_fill", ""),
    Tone.FINE: ("border.default", "surface.card", ""),
    Tone.EARLY: ("border.default", "surface.card", ""),
}
assert set(_LOOKS) == set(Tone)
_BARS = {Tone.FINE: "state.ok", Tone.EARLY: "state.early", Tone.WAITED: "state.overloaded"}


class SentenceCard(QWidget):
    """Shows a `Saying`."""

    request_chosen = Signal(int)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._saying: Saying | None = None
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.label.setFont(font(13))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.label)
        self.label.linkActivated.connect(self._on_link)

    def show_saying(self, saying: Saying) -> None:
        """Say this from now on."""
        if saying != self._saying:
            self._saying = saying
            self.label.setAccessibleName(saying.plain)
            self._dress()

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self._dress()

    def _dress(self) -> None:
        if self._saying is None:
            return
        self._row.setContentsMargins((_STUB if _LOOKS[self._saying.tone][2] else 4) + 10, 8, 12, 8)
        said = self._saying.text.replace("I/O", _WHOLE_IO).replace("E/S", _WHOLE_IO.replace("I", "E").replace("O", "S"))
        code = "state.blocked_text" if self._saying.tone is Tone.BLOCKED else "text.secondary"
        text = said.replace(
            "<code>", f"<span style=\"font-family: 'JetBrains Mono'; font-size: 12px; color: {self._css(code)}\">"
        ).replace("</code>", "</span>")
        link = f'style="color: {self._css("accent.text")}; font-weight: 600; text-decoration: none"'
        text = text.replace("<a ", f"<a {link} ").replace("<b>", '<span style="font-weight: 600">')
        self.label.setText(text.replace("</b>", "</span>"))
        self.update()

    def _css(self, token: str) -> str:
        return self._ink.colour(token).name()

    def _on_link(self, link: str) -> None:
        if link.startswith(REQUEST):
            self.request_chosen.emit(int(link.removeprefix(REQUEST)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._saying is None:
            return
        brush = Brush(QPainter(self), self._ink)
        border, fill, hatch = _LOOKS[self._saying.tone]
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        brush.box(frame, self._ink.colour(fill), None, 8)
        painter = brush.painter
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(frame, 8, 8)
        painter.setClipPath(clip)
        if hatch:
            painter.fillRect(QRectF(0, 0, _STUB, self.height()), self._ink.hatch(hatch))
        else:
            painter.fillRect(QRectF(0, 0, 4, self.height()), self._ink.colour(_BARS[self._saying.tone]))
        painter.restore()
        brush.box(frame, None, self._ink.pen(border, 1.25), 8)
