"""The panel that answers: can I believe this?"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.charts import numbers
from ui.theme.theme import Theme
from ui.trust.card import TrustCard
from ui.trust.findings import Law, Verdict
from ui.trust.watch import TrustWatch
from ui.trust.words import headline

_SEGMENT = {
    Verdict.HOLDS: "state.ok",
    Verdict.FAILS: "state.blocked",
    Verdict.EARLY: "state.early",
    Verdict.SILENT: "border.default",
}
assert set(_SEGMENT) == set(Verdict)


class TrustPanel(QScrollArea):
    """Shows what a watch knows, and lets it hurry as long as somebody sees it."""

    assumptions_requested = Signal()
    """What is assumed and what is left out is to be shown."""

    def __init__(self, theme: Theme, watch: TrustWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self.setObjectName("trust")
        self._question, self._answer, self._since = QLabel(), QLabel(), QLabel()
        self._segments = Segments(theme)
        self._cards = {law: TrustCard(theme) for law in Law}
        self._more = QPushButton()
        self._more.clicked.connect(self.assumptions_requested)
        watch.looked.connect(self._show)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        self._question.setProperty("role", "heading")
        self._since.setProperty("role", "caption")
        for label in (self._question, self._answer, self._since):
            label.setWordWrap(True)
            column.addWidget(label)
        column.insertWidget(2, self._segments)
        for card in self._cards.values():
            column.addWidget(card)
        column.addWidget(self._more)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._segments.use_theme(theme)
        for card in self._cards.values():
            card.use_theme(theme)

    def _show(self) -> None:
        found, since_s = self._watch.found, self._watch.since_s
        for card in self._cards.values():
            card.setVisible(bool(found))
        for finding in found:
            self._cards[finding.law].show_finding(finding)
        self._segments.show_verdicts(tuple(finding.verdict for finding in found))
        self._answer.setText(headline(found) if found else self.tr("Too early to tell: nothing has happened."))
        self._since.setVisible(bool(found))
        self._since.setText(
            (
                self.tr("Measured from {begin} to {end}: since the warm-up, or the last change.")
                if since_s
                else self.tr("Measured from the beginning to {end}.")
            ).format(begin=numbers.exact_time(since_s), end=numbers.exact_time(self._watch.until_s))
        )
        self.setAccessibleDescription(self._answer.text())

    def _retranslate(self) -> None:
        self._question.setText(self.tr("Can I believe this?"))
        self._more.setToolTip(self.tr("What is assumed, and what is left out"))
        self._more.setText(self.tr("Assumptions and limits..."))
        self.setAccessibleName(self.tr("Trust"))
        self._show()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(316, 480)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.set_eager(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.set_eager(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class Segments(QWidget):
    """A stroke for each law."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._verdicts: tuple[Verdict, ...] = ()
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def show_verdicts(self, verdicts: tuple[Verdict, ...]) -> None:
        """In the order of the cards."""
        if verdicts != self._verdicts:
            self._verdicts = verdicts
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        count = max(1, len(self._verdicts))
        width = (self.width() - 4 * (count - 1)) / count
        for number, verdict in enumerate(self._verdicts):
            painter.setBrush(self._theme.colour(_SEGMENT[verdict]))
            painter.drawRoundedRect(round(number * (width + 4)), 1, round(width), 4, 2, 2)
