"""What each option had, as bars: which is right, and which was chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from simulator.lesson import Answer
from ui.lessons.numbers import said
from ui.theme import Theme
from ui.theme.icons import tinted

_BAR, _GAP, _ICON = 8, 10, 14
_ROWS, _BETWEEN = 4, 4
"""Of the grid, for each option: words, bar, remark, and some room before the next one."""


class OptionBars(QWidget):
    """A row an option: its label, its figure where it has one of its own, and a mark where it is right or was chosen.

    Of an order: a row a place, marked by whether the guess had the same there.
    """

    def __init__(
        self, theme: Theme, labels: Mapping[str, str], answer: Answer, guess: object, parent: QWidget | None = None
    ) -> None:
        """`labels` by the option's name, in the order in which they are shown."""
        super().__init__(parent)
        self._theme, self._labels, self._answer, self._guess = theme, labels, answer, guess
        values = answer.values or {}
        self._values = values if len(set(values.values())) > 1 else {}
        self._is_order = isinstance(answer.right, tuple)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.setAccessibleName("; ".join(self._add(place, name) for place, name in enumerate(labels)))

    def _is_right(self, name: str, place: int) -> bool:
        if self._is_order:
            return isinstance(self._guess, tuple) and self._guess[place : place + 1] == (name,)
        return name == self._answer.right

    def _is_marked(self, name: str, place: int) -> bool:
        """With a check mark, or a cross."""
        return isinstance(self._guess, tuple) if self._is_order else self._is_right(name, place) or name == self._guess

    def _add(self, place: int, name: str) -> str:
        """A row; what it says."""
        is_right, row = self._is_right(name, place), place * _ROWS
        label = f"{place + 1}. {self._labels[name]}" if self._is_order else self._labels[name]
        role = "title" if is_right or self._is_order else "muted"
        if self._is_marked(name, place):
            self._grid.addWidget(self._mark(is_right=is_right), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._text(label, role), row, 1)
        amount = said(self._values[name], self._answer.unit) if name in self._values else ""
        if amount:
            self._grid.addWidget(self._text(amount, role, is_wrapped=False), row, 2, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._bar(name, is_right=is_right or self._is_order), row + 1, 1, 1, 2)
        remark = self._remark(name, is_right=is_right)
        if remark and self._is_order:
            self._grid.addWidget(self._text(remark, "caption"), row + 2, 1)
        self._grid.setColumnMinimumWidth(0, _ICON)
        self._grid.setRowMinimumHeight(row + 3, _BETWEEN)
        return ", ".join(filter(None, (f"{label}: {amount}" if amount else label, remark)))

    def _remark(self, name: str, *, is_right: bool) -> str:
        """What the marks say to who cannot see them."""
        if is_right:
            return "" if self._is_order else self.tr("right")
        if isinstance(self._guess, tuple) and name in self._guess:
            return self.tr("you put it in place {place}").format(place=self._guess.index(name) + 1)
        return self.tr("your choice") if name == self._guess else ""

    def _mark(self, *, is_right: bool) -> QLabel:
        token = "state.ok_text" if is_right else "state.blocked_text"
        picture = QPixmap(tinted("check" if is_right else "close", self._theme.colour(token), _ICON * 2))
        picture.setDevicePixelRatio(2)
        mark = QLabel(self)
        mark.setPixmap(picture)
        mark.setFixedSize(QSize(_ICON, _ICON + 2))
        return mark

    def _text(self, text: str, role: str, *, is_wrapped: bool = True) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        label.setWordWrap(is_wrapped)
        if not is_wrapped:
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        return label

    def _bar(self, name: str, *, is_right: bool) -> "_Bar":
        largest = max(abs(value) for value in self._values.values()) or 1.0
        return _Bar(self._theme, abs(self._values[name]) / largest, is_right=is_right, parent=self)


class _Bar(QWidget):
    """A share of the largest."""

    def __init__(self, theme: Theme, share: float, *, is_right: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._share, self._is_right = theme, share, is_right
        self.setFixedHeight(_BAR + 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface.sunken"))
        painter.drawRoundedRect(QRectF(0, 0, self.width(), _BAR), 3, 3)
        if self._share > 0:
            painter.setBrush(self._theme.colour("state.ok" if self._is_right else "border.strong"))
            painter.drawRoundedRect(QRectF(0, 0, max(3.0, self.width() * self._share), _BAR), 3, 3)
