"""One choice of a segmented control: a radio button with the face of a piece of its frame."""

from collections.abc import Hashable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui.keys import ENTER
from ui.theme.fonts import font
from ui.theme.theme import Theme

_ICON, _GAP, _MARGIN = 16, 6, 8
_TEXT, _CODE_TEXT, _HINT_TEXT = 12, 11, 10
_KEYS_OF_THE_FRAME = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Choice(NamedTuple):
    """What a segment says, and the value that it stands for."""

    value: Hashable
    text: str
    icon: QIcon | None = None
    hint: str = ""
    """Its key, in small beside the text; see `Segmented.show_hints`."""
    tooltip: str = ""
    is_code: bool = False


class Segment(QRadioButton):
    """Painted by hand; which one is checked is its frame's to say, not the click's."""

    def __init__(self, theme: Theme, *, is_wide: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_hinted = True
        self._is_wide = is_wide
        self.choice = Choice(None, "")
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if is_wide else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        )
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_choice(self, choice: Choice) -> None:
        """Stand for this from now on."""
        self.choice = choice
        self.setText(choice.text)
        self.setAccessibleName(choice.text)
        self.setToolTip(choice.tooltip)
        self.updateGeometry()
        self.update()

    def show_hint(self, *, is_shown: bool) -> None:
        """With or without its key."""
        self._is_hinted = is_shown
        self.updateGeometry()
        self.update()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def mark(self, *, is_current: bool) -> None:
        """Be the current choice, or not; other than radio buttons, none of them may be."""
        # What is exclusive for Qt, so that it is called a radio button, could not all be off.
        self.setAutoExclusive(False)
        self.setChecked(is_current)
        self.setAutoExclusive(True)

    # A click says what is wanted; the frame checks.

    def nextCheckState(self) -> None:
        """Nothing: see above."""

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS_OF_THE_FRAME:
            event.ignore()
        elif event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    # Size and picture

    def sizeHint(self) -> QSize:
        # As wide as when it is current, which is set in heavier letters: nothing may jump.
        width = _width(self._font(is_current=True), self.choice.text) + 2 * _MARGIN
        if self.choice.icon is not None:
            width += _ICON + _GAP
        if self._hint:
            width += _width(font(_HINT_TEXT), self._hint) + _GAP + 2
        return QSize(round(width + 0.5), 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(28, 24) if self._is_wide else self.sizeHint()

    @property
    def _hint(self) -> str:
        return self.choice.hint if self._is_hinted else ""

    def _font(self, *, is_current: bool) -> QFont:
        if self.choice.is_code:
            return font(_CODE_TEXT, 400, is_code=True)
        return font(_TEXT, 600 if is_current else 500)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        room = QRectF(self.rect()).adjusted(_MARGIN, 0, -_MARGIN, 0)
        if self._hint:
            painter.setFont(font(_HINT_TEXT))
            painter.setPen(self._theme.colour(self._ink("accent.text", "text.muted")))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._hint)
        if self.choice.icon is not None:
            self._paint_icon(painter, room)
            room.adjust(_ICON + _GAP, 0, 0, 0)
        self._paint_text(painter, room)

    def _paint_ground(self, painter: QPainter) -> None:
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(self._theme.colour("border.strong" if self.isEnabled() else "border.default"))
            painter.setBrush(self._theme.colour("surface.card"))
        elif self.isDown() or (self.underMouse() and self.isEnabled()):
            painter.setBrush(self._theme.colour("surface.pressed" if self.isDown() else "surface.hover"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent.base"), 2))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _paint_icon(self, painter: QPainter, room: QRectF) -> None:
        assert self.choice.icon is not None, "asked for where there is one"
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        state = QIcon.State.On if self.isChecked() else QIcon.State.Off
        place = QRectF(room.left(), room.center().y() - _ICON / 2, _ICON, _ICON).toAlignedRect()
        self.choice.icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode, state)

    def _paint_text(self, painter: QPainter, room: QRectF) -> None:
        letters = self._font(is_current=self.isChecked())
        side = Qt.AlignmentFlag.AlignLeft if self.choice.icon is not None else Qt.AlignmentFlag.AlignHCenter
        current = "accent.text" if self.choice.icon is not None else "text.primary"
        painter.setFont(letters)
        painter.setPen(self._theme.colour(self._ink(current, "text.secondary")))
        text = QFontMetricsF(letters).elidedText(self.choice.text, Qt.TextElideMode.ElideRight, room.width() + 8)
        painter.drawText(
            room.adjusted(-4, 0, 4, 0) if not self.choice.icon else room, Qt.AlignmentFlag.AlignVCenter | side, text
        )

    def _ink(self, current: str, other: str) -> str:
        if not self.isEnabled():
            return "text.disabled"
        return current if self.isChecked() else other


def _width(letters: QFont, text: str) -> float:
    return QFontMetricsF(letters).horizontalAdvance(text)
