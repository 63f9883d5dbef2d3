"""One law: a sign, what was measured, what the law says, and the interval where there is one."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from ui.theme.fonts import font
from ui.theme.icons import icon
from ui.theme.theme import Theme
from ui.trust.findings import Finding
from ui.trust.signs import SIGNS, TOKENS
from ui.trust.words import words

_ICON = 16


class TrustCard(QFrame):
    """Keeps its size when its numbers change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._finding: Finding | None = None
        self.setProperty("role", "card")
        self._sign, self._title, self._value, self._formula, self._verdict, self._text = (
            QLabel(self) for _ in range(6)
        )
        for label, made in ((self._title, font(12, 600)), (self._value, font(12, 600)), (self._verdict, font(11, 600))):
            label.setFont(made)
        for label in (self._formula, self._text):
            label.setFont(font(11))
        for label in (self._title, self._formula, self._text):
            label.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = IntervalBar(theme, self)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._value, 0, 2, right)
        grid.addWidget(self._formula, 1, 1)
        grid.addWidget(self._verdict, 1, 2, right)
        grid.addWidget(self._text, 2, 1, 1, 2)
        grid.addWidget(self._bar, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_finding(self, finding: Finding) -> None:
        """What is known now."""
        said = words(finding)
        self._finding = finding
        self._title.setText(said.title)
        self._value.setText(said.value)
        self._formula.setText(said.formula)
        self._verdict.setText(said.verdict)
        self._text.setText(said.text)
        self._bar.show_interval(finding)
        self.setAccessibleName(f"{said.title}: {said.verdict}")
        self.setAccessibleDescription(f"{said.value}. {said.formula}. {said.text}")
        self._colour()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self._bar.use_theme(theme)
        self._colour()

    def _colour(self) -> None:
        if self._finding is None:
            return
        token = TOKENS[self._finding.verdict]
        self._sign.setPixmap(icon(SIGNS[self._finding.verdict], self._theme, token).pixmap(_ICON, _ICON))
        for label, colour in ((self._verdict, token), (self._formula, "text.muted"), (self._text, "text.secondary")):
            label.setStyleSheet(f"color: {self._theme.css(colour)};")


class IntervalBar(QWidget):
    """The interval as a band, what it is of as a stroke; hidden where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._interval = (0.0, 1.0)
        self._at = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(80, 12)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def show_interval(self, finding: Finding) -> None:
        """Of a mean, and what it is compared with."""
        self.setVisible(finding.interval is not None)
        if finding.interval is not None:
            self._interval = finding.interval
            self._at = finding.expected if finding.expected is not None else finding.value or 0.0
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        low, high = self._interval
        width = max(high - low, 1e-12)
        # As much room at either side as the interval itself has, and more where what it is held against is further.
        first, last = min(low - width, self._at - width / 4), max(high + width, self._at + width / 4)
        middle = self.height() / 2

        def x(value: float) -> float:
            return (value - first) / (last - first) * self.width()

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("border.default"))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        band = self._theme.colour("state.ok")
        band.setAlphaF(0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        painter.drawRoundedRect(QRectF(x(low), middle - 2, x(high) - x(low), 4), 2, 2)
        painter.fillRect(QRectF(x(self._at) - 1, middle - 4, 2, 8), self._theme.colour("text.primary"))
