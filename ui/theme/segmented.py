"""A few choices side by side in one frame, one of them current: the handler of a route, the mode of a run."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme.segment import Choice, Segment
from ui.theme.theme import Theme

__all__ = ["Choice", "Segmented"]

_PAD = 2
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segmented(QWidget):
    """One frame of choices. Tab comes to the current one; arrows choose another.

    With `acts`, a press does something rather than chooses (Step, Until...): arrows only move the focus, Space and
    Enter press, a press of the current choice counts as well, and `set_value` alone says which one is current.
    """

    chosen = Signal(object)
    """The value of the choice that was picked with pointer or keys; never emitted by `set_value`."""

    def __init__(self, theme: Theme, *, acts: bool = False, height: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._acts = acts
        self._segments: list[Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self._row.setSpacing(0)
        self.setFixedHeight(height)
        self.setSizePolicy(
            QSizePolicy.Policy.Maximum if acts else QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer these, in this order; also to say the same ones anew (language, theme). The current value stays."""
        value = self.value
        while len(self._segments) > len(choices):
            segment = self._segments.pop()
            self._row.removeWidget(segment)
            segment.deleteLater()
        while len(self._segments) < len(choices):
            self._add_segment()
        for segment, choice in zip(self._segments, choices, strict=True):
            segment.show_choice(choice)
        self.set_value(value)

    @property
    def value(self) -> Hashable | None:
        """The current choice."""
        return next((each.choice.value for each in self._segments if each.isChecked()), None)

    def set_value(self, value: Hashable | None) -> None:
        """Show a choice as the current one; None, or a value that is not offered: none of them."""
        for segment in self._segments:
            segment.mark(is_current=value is not None and segment.choice.value == value)
        self._give_tab_stop()

    def segment(self, value: Hashable) -> Segment:
        """The button of a choice, to enable, disable or press it. Raises KeyError where there is none."""
        for segment in self._segments:
            if segment.choice.value == value:
                return segment
        raise KeyError(value)

    def show_hints(self, *, are_shown: bool) -> None:
        """Keys beside the texts; narrow windows go without."""
        for segment in self._segments:
            segment.show_hint(is_shown=are_shown)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed; icons come anew with `set_choices`."""
        self._theme = theme
        for segment in self._segments:
            segment.use_theme(theme)
        self.update()

    def _add_segment(self) -> None:
        segment = Segment(self._theme, is_wide=not self._acts, parent=self)
        segment.clicked.connect(lambda: self._on_clicked(segment))
        self._segments.append(segment)
        self._row.addWidget(segment, 0 if self._acts else 1)

    def _on_clicked(self, segment: Segment) -> None:
        if self._acts:
            self.chosen.emit(segment.choice.value)
        elif not segment.isChecked():
            self.set_value(segment.choice.value)
            self.chosen.emit(segment.choice.value)

    def _give_tab_stop(self) -> None:
        # One stop for the whole frame, as among radio buttons.
        stop = next((each for each in self._segments if each.isChecked()), None) or next(iter(self._segments), None)
        for segment in self._segments:
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enabled = [each for each in self._segments if each.isEnabled()]
        here = next((number for number, each in enumerate(enabled) if each.hasFocus()), None)
        if event.key() not in _ARROWS or here is None:
            event.ignore()
            return
        there = enabled[(here + _ARROWS[Qt.Key(event.key())]) % len(enabled)]
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._acts:
            there.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("border.default"))
        painter.setBrush(self._theme.colour("surface.sunken"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
