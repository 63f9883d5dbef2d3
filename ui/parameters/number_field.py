"""A field for one number and its unit: typed, or stepped with arrows and wheel."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.parameters.scales import Scale
from ui.parameters.texts import notation
from ui.parameters.typed import Limits, RefusedError, Unit, read, written_briefly
from ui.theme import Theme
from ui.theme.fonts import font

WIDTH, HEIGHT = 78, 26
_PAD, _GAP = 8, 4
_AROUND = 18
"""Borders, padding and margins of a field, beside its number and its unit."""
_TEXT_PX, _UNIT_PX = 12, 11
_STEPS: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
_NOTCH = 120
"""What a wheel reports for one notch."""


class NumberField(QLineEdit):
    """Takes what people type when they press Enter or leave; what it cannot take it refuses, and keeps its value."""

    entered = Signal(float)
    """A value that a scenario takes, in the model's unit; it may be the old one."""
    refused = Signal(object)
    """The Refusal."""
    edited = Signal()
    """Typing goes on."""

    def __init__(self, theme: Theme, unit: Unit, scale: Scale, limits: Limits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._unit, self._scale, self._limits = theme, unit, scale, limits
        self._value: float | None = None
        self._wheel = 0
        self._zero = ""
        self.setFont(font(_TEXT_PX, 500))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._make_room()
        self.textChanged.connect(lambda _: self._make_room())
        self.textEdited.connect(lambda _: self.edited.emit())
        self.editingFinished.connect(self._on_finished)

    @property
    def sign(self) -> str:
        """What is written behind the number; nothing behind a word."""
        return "" if self._is_word() else self._unit.sign

    def _is_word(self) -> bool:
        return bool(self._zero) and self.text().strip().casefold() == self._zero.casefold()

    def _make_room(self) -> None:
        # The style sheet's padding is the same on both sides; a number needs less of it on its left.
        self.setTextMargins(-5, 0, self._unit_room(), 0)

    def _unit_room(self) -> int:
        if not self.sign:
            return 0
        return round(QFontMetricsF(font(_UNIT_PX)).horizontalAdvance(self.sign)) + _GAP - 2

    def show_value(self, value: float | None) -> None:
        """Show a value, None for none; what is being typed stays."""
        self._value = value
        if not self.isModified():
            self._rewrite()

    def retranslate(self, zero: str = "") -> None:
        """The language writes numbers in another way, and perhaps 0 as a word."""
        self._zero = zero
        self._rewrite()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def _rewrite(self) -> None:
        self.setText(self._written())
        self.setModified(False)
        # What is wider than most takes room from the name beside it rather than being cut.
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + self._unit_room() + _AROUND
        self.setFixedWidth(max(WIDTH, wanted))

    def _written(self) -> str:
        if self._value is None:
            return "–"
        return self._zero if self._zero and self._value == 0 else written_briefly(self._value, self._unit, notation())

    def _read(self) -> float:
        return 0.0 if self._is_word() else self._limits.check(read(self.text(), self._unit, notation()))

    def _on_finished(self) -> None:
        if not self.isModified():
            return
        try:
            value = self._read()
        except RefusedError as error:
            self._rewrite()
            self.selectAll()
            self.refused.emit(error.refusal)
            return
        self._take(value)
        self.selectAll()

    def _take(self, value: float) -> None:
        """Whoever listens may show another value at once, which then stands."""
        self._value = value
        self._rewrite()
        self.entered.emit(value)

    # Keys and wheel

    def event(self, event: QEvent) -> bool:
        # A text field claims these keys for itself; where nothing is being typed, they are the window's.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.isModified():
            is_step_back = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if is_step_back or event.key() == Qt.Key.Key_Space:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(event.key())
        if steps is not None:
            self._step(steps)
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self._rewrite()
            self.selectAll()
            self.edited.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _NOTCH)
        self._wheel -= steps * _NOTCH
        if steps:
            self._step(steps)
        event.accept()

    def _step(self, steps: int) -> None:
        self._on_finished()
        if self._value is None:
            return
        value = self._scale.stepped(self._value, steps)
        value = min(max(value, self._limits.low), self._limits.high)
        if value != self._value and self._limits.has(value):
            self._take(value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.EnabledChange:
            self.update()
        super().changeEvent(event)

    # Picture

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.sign:
            return
        painter = QPainter(self)
        painter.setFont(font(_UNIT_PX))
        painter.setPen(self._theme.colour("text.muted" if self.isEnabled() else "text.disabled"))
        right = QRectF(QPointF(0, 0), QPointF(self.width() - _PAD, self.height()))
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.sign)
