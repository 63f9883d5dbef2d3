"""A challenge: its targets a star each, the button that has it judged, and what the judge found."""

from math import isfinite

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from simulator.experiment.targets import FIGURES, Target, parse_target
from simulator.lesson import Challenge
from simulator.lesson.amounts import Unit
from ui.lessons.judging import Verdict
from ui.lessons.numbers import said
from ui.theme import Theme
from ui.theme.icons import tinted

_STAR, _GAP = 22, 6


class Stars(QWidget):
    """So many of so many."""

    def __init__(self, theme: Theme, won: int, of: int, side: int = _STAR, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._won, self._of, self._side = theme, won, of, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(QSize(of * (side + _GAP), side + 2))
        self.show_stars(won)

    def show_stars(self, won: int) -> None:
        """So many are won."""
        self._won = won
        self.setAccessibleName(self.tr("{won} of %n star(s)", "", self._of).format(won=won))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in range(self._of):
            is_won = number < self._won
            colour = self._theme.colour("state.overloaded" if is_won else "border.strong")
            picture = tinted("star" if is_won else "star_empty", colour, self._side * 2)
            painter.drawPixmap(
                QRectF(number * (self._side + _GAP), 1, self._side, self._side), picture, QRectF(picture.rect())
            )


class ChallengeView(QWidget):
    """What is asked for, the button that has it judged, and what every run had."""

    asked = Signal()
    """The server as it stands is to be judged."""

    def __init__(self, theme: Theme, challenge: Challenge, stars: int, verdict: Verdict | None) -> None:
        """`stars`: won already; `verdict`: of the last check."""
        super().__init__()
        self._challenge = challenge
        self.stars = Stars(theme, stars, len(challenge.stars), parent=self)
        self.check = QPushButton(self.tr("Check on %n fresh seed(s)", "", challenge.seeds), self)
        self.check.setProperty("primary", True)
        self.check.clicked.connect(self.asked)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 100)
        self._bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.stars)
        self._lines: list[QLabel] = []
        for star, texts in enumerate(challenge.stars, 1):
            for text in texts:
                line = QLabel(self._goal(star, parse_target(text)), self)
                line.setWordWrap(True)
                self._lines.append(line)
                column.addWidget(line)
        column.addWidget(self.check)
        column.addWidget(self._bar)
        if verdict is not None:
            self.show_verdict(verdict)

    def _goal(self, star: int, target: Target) -> str:
        return f"{'★' * star}  {target_text(target)}"

    def show_share(self, share: float) -> None:
        """How far the judge is."""
        self.check.setEnabled(False)
        self._bar.show()
        self._bar.setValue(round(share * 100))

    def show_verdict(self, verdict: Verdict) -> None:
        """What every run had."""
        self.check.setEnabled(True)
        self._bar.hide()
        for number, (target, star, values) in enumerate(
            zip(verdict.targets, verdict.star_of, verdict.values, strict=True)
        ):
            is_met = verdict.is_met(number)
            mark = self.tr("met") if is_met else self.tr("not met")
            had = " · ".join(value_text(target, value) for value in values)
            self._lines[number].setText(f"{self._goal(star, target)}: {had}, {mark}")
            self._lines[number].setProperty("role", "" if is_met else "error")
            self._lines[number].style().polish(self._lines[number])


def target_text(target: Target) -> str:
    """A target as people write it."""
    names = {
        "errors": QCoreApplication.translate("Lessons", "errors"),
        "mean": QCoreApplication.translate("Lessons", "mean"),
        "throughput": QCoreApplication.translate("Lessons", "throughput"),
        "utilisation": QCoreApplication.translate("Lessons", "utilisation"),
    }
    sign = "<" if target.is_to_be_below else ">"
    return f"{names.get(target.figure, target.figure)} {sign} {value_text(target, target.threshold)}"


def value_text(target: Target, value: float) -> str:
    """A value in a target's unit."""
    if not isfinite(value):
        return QCoreApplication.translate("Lessons", "no answer")
    return said(value, Unit(FIGURES[target.figure].unit.value))
