"""What each option had, as bars: which is right, and which was chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.lesson import Answer
from ui.lessons.numbers import said
from ui.theme import Theme
from ui.theme.fonts import font
from ui.theme.icons import tinted

_ROW, _BAR, _GAP, _ICON = 40, 8, 10, 14


class OptionBars(QWidget):
    """A row an option: its label, its figure where it has one of its own, and a mark where it is right."""

    def __init__(
        self, theme: Theme, labels: Mapping[str, str], answer: Answer, guess: object, parent: QWidget | None = None
    ) -> None:
        """`labels` by the option's name, in the order in which they are shown."""
        super().__init__(parent)
        self._theme, self._labels, self._answer, self._guess = theme, labels, answer, guess
        values = answer.values or {}
        self._values = values if len(set(values.values())) > 1 else {}
        self._row = _ROW if self._values else 28
        self.setFixedHeight(self._row * len(labels))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(self._said(name) for name in labels))

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def _said(self, name: str) -> str:
        amount = f": {said(self._values[name], self._answer.unit)}" if name in self._values else ""
        return f"{self._labels[name]}{amount}"

    def _is_right(self, name: str, place: int) -> bool:
        right = self._answer.right
        return (place < len(right) and right[place] == name) if isinstance(right, tuple) else name == right

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, name in enumerate(self._labels):
            self._draw(
                painter, name, self._row * place, is_right=self._is_right(name, place), is_chosen=name == self._guess
            )

    def _draw(self, painter: QPainter, name: str, top: int, *, is_right: bool, is_chosen: bool) -> None:
        amount = said(self._values[name], self._answer.unit) if name in self._values else ""
        wide = QFontMetricsF(font(12, 600)).horizontalAdvance(amount) + _GAP if amount else 0.0
        if is_right or is_chosen:
            token = "state.ok_text" if is_right else "state.blocked_text"
            picture = tinted("check" if is_right else "close", self._theme.colour(token), _ICON * 2)
            painter.drawPixmap(QRectF(0, top + 5, _ICON, _ICON), picture, QRectF(picture.rect()))
        room = self.width() - wide - _ICON - _GAP
        painter.setFont(font(12, 600 if is_right else 400))
        painter.setPen(self._theme.colour("text.primary" if is_right else "text.secondary"))
        label = QFontMetricsF(painter.font()).elidedText(self._labels[name], Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(_ICON + _GAP, top + 3, room, 18), Qt.AlignmentFlag.AlignVCenter, label)
        if not self._values:
            return
        painter.drawText(QRectF(self.width() - wide, top + 3, wide, 18), Qt.AlignmentFlag.AlignRight, amount)
        self._draw_bar(painter, name, top + 25, is_right=is_right)

    def _draw_bar(self, painter: QPainter, name: str, top: float, *, is_right: bool) -> None:
        largest = max(abs(value) for value in self._values.values()) or 1.0
        whole = QRectF(_ICON + _GAP, top, self.width() - _ICON - _GAP, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface.sunken"))
        painter.drawRoundedRect(whole, 3, 3)
        value = abs(self._values.get(name, 0.0))
        if value > 0:
            painter.setBrush(self._theme.colour("state.ok" if is_right else "border.strong"))
            part = QRectF(whole.left(), top, max(3.0, whole.width() * value / largest), _BAR)
            painter.drawRoundedRect(part, 3, 3)
