"""One request: its life as lanes, the line of its handler, the cause of its waits, its parts."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from simulator.units import to_ns
from ui.diagram.ink import Ink
from ui.inspector import numbers, portrait
from ui.inspector.chips import Chips
from ui.inspector.code_view import CodeView
from ui.inspector.lanes_view import LanesView
from ui.inspector.parts_view import PartsView
from ui.inspector.requests import Inspected
from ui.inspector.sentence_card import SentenceCard
from ui.inspector.words import saying

_TWO_COLUMNS, _THREE_COLUMNS, _AMPLE, _MARGIN = 640, 940, 1400, 14
_CODE_MOST, _PARTS_LEAST, _PARTS_MOST, _ANY_WIDTH = 620, 186, 300, 16777215
"""Code and its note are read together; room beyond that shows time more finely."""


class RequestView(QScrollArea):
    """Shows an `Inspected` at an instant; side by side where it is wide, one below the other where it is not."""

    request_chosen = Signal(int)
    instant_chosen = Signal(float)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._inspected: Inspected | None = None
        self._shown_s = 0.0
        self.chips = Chips(ink)
        self.sentence, self.lanes = SentenceCard(ink), LanesView(ink)
        self.code, self.parts = CodeView(ink), PartsView(ink)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange()
        self.sentence.request_chosen.connect(self.request_chosen)
        self.lanes.instant_chosen.connect(self.instant_chosen)

    def _arrange(self) -> None:
        body = QWidget()
        self._column = column = QVBoxLayout(body)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, 10)
        column.setSpacing(10)
        self._columns, self._right = (
            QBoxLayout(QBoxLayout.Direction.TopToBottom),
            QBoxLayout(QBoxLayout.Direction.TopToBottom),
        )
        self._columns.setSpacing(14)
        self._right.setSpacing(12)
        lanes, code = QVBoxLayout(), QVBoxLayout()
        for part, place in ((self.lanes, lanes), (self.code, code)):
            place.addWidget(part, 1000)
            place.addStretch(1)
        self._right.addLayout(code, 1)
        self._right.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addLayout(lanes, 40)
        self._columns.addLayout(self._right, 54)
        column.addWidget(self.chips)
        column.addWidget(self.sentence)
        column.addLayout(self._columns, 1000)
        column.addStretch(1)
        self.setWidget(body)

    def take_chips(self) -> None:
        """Have the facts at its own top again."""
        self._column.insertWidget(0, self.chips)

    @property
    def inspected(self) -> Inspected | None:
        """What is shown."""
        return self._inspected

    def show_request(self, inspected: Inspected, shown_s: float) -> None:
        """Show a request as it is known now, and where it was at an instant."""
        self._inspected, self._shown_s = inspected, shown_s
        life, shown_ns = inspected.life, to_ns(shown_s)
        self.chips.show_chips(portrait.chips_of(inspected))
        self.sentence.show_saying(saying(life, list(inspected.causes), inspected.scenario))
        self.lanes.show_picture(portrait.lanes_of(inspected), shown_ns)
        self.code.show_handlers(portrait.handlers_of(inspected, shown_ns))
        parts = portrait.parts_of(life)
        self.parts.show_parts(parts, portrait.sum_name(life), numbers.milliseconds(sum(life.parts.values())))

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        for part in (self.chips, self.sentence, self.lanes, self.code, self.parts):
            part.use_ink(ink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        width = self.width()
        self._columns.setDirection(side if width >= _TWO_COLUMNS else below)
        for part in (self.lanes, self.code):
            part.set_tight(is_tight=width >= _TWO_COLUMNS)
        self._right.setDirection(side if width >= _THREE_COLUMNS else below)
        parts = _PARTS_MOST if width >= _AMPLE else _PARTS_LEAST
        self.parts.setMaximumWidth(parts if width >= _THREE_COLUMNS else _ANY_WIDTH)
        self.code.setMaximumWidth(_CODE_MOST if width >= _AMPLE else _ANY_WIDTH)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self._inspected is not None:
            self.show_request(self._inspected, self._shown_s)
        super().changeEvent(event)
