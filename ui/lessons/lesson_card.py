"""A lesson on the shelf: a ring with how much is done, what it is about, and the way in."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.lesson import Lesson, LessonTexts, Shelved
from ui.lessons.challenge_view import Stars
from ui.lessons.progress import LessonDone
from ui.problem_words import whole
from ui.theme import Theme
from ui.theme.fonts import font
from ui.theme.icons import tinted

_RING, _LINE = 28, 3


class Ring(QWidget):
    """A share as an arc, a number inside; a check mark once all is done."""

    def __init__(self, theme: Theme, text: str, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._text, self._share = theme, text, share
        self.setFixedSize(QSize(_RING, _RING))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._share >= 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("state.ok"))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
            picture = tinted("check", self._theme.colour("surface.card"), 32)
            painter.drawPixmap(QRectF(6, 6, 16, 16), picture, QRectF(picture.rect()))
            return
        ring = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(self._theme.colour("border.default"), _LINE))
        painter.drawEllipse(ring)
        if self._share > 0:
            pen = QPen(self._theme.colour("accent.base"), _LINE)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, -round(self._share * 360 * 16))
        painter.setFont(font(11, 600))
        painter.setPen(self._theme.colour("text.secondary"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class LessonCard(QFrame):
    """One that is whole."""

    chosen = Signal(str)
    """The step to go on with; empty: from the beginning."""
    reset_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        lesson: Lesson,
        done: LessonDone,
        language: str,
        *,
        is_own: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        names = [plan.step.name for plan in lesson.plans]
        finished = sum(1 for name in names if name in done.steps)
        self.is_done = finished == len(names)
        number = lesson.name.partition("_")[0].lstrip("0")
        self._facts = QLabel(self.tr("%n step(s), about {minutes} min", "", len(names)).format(minutes=lesson.minutes))
        if is_own:
            own = self.tr("your own")
            self._facts.setText(f"{self._facts.text()} · {own}")
        self._facts.setProperty("role", "caption")
        self.go, self.reset = QPushButton(self._way_in(finished), self), QPushButton(self.tr("Reset"), self)
        self.reset.setVisible(bool(done.steps or done.at))
        for button in (self.go, self.reset):
            button.setAccessibleName(f"{button.text()}: {lesson.texts[language].title}")
        step = done.at if finished and not self.is_done else ""
        self.go.clicked.connect(lambda: self.chosen.emit(step))
        self.reset.clicked.connect(self.reset_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 14, 14, 12)
        row.setSpacing(12)
        ring = Ring(theme, number if number.isdigit() else "·", finished / len(names), self)
        row.addWidget(ring, 0, Qt.AlignmentFlag.AlignTop)
        words = self._words(lesson.texts[language])
        words.addLayout(self._foot(theme, lesson, done))
        row.addLayout(words, 1)

    def lead(self) -> None:
        """It is the one to go on with."""
        self.go.setProperty("primary", True)
        self.go.style().polish(self.go)

    def _words(self, texts: LessonTexts) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        for text, role in ((texts.title, "title"), (texts.summary.replace("`", ""), "muted")):
            label = QLabel(text, self)
            label.setProperty("role", role)
            label.setWordWrap(True)
            words.addWidget(label)
        words.addStretch(1)
        return words

    def _foot(self, theme: Theme, lesson: Lesson, done: LessonDone) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._facts)
        self._add_stars(theme, lesson, done, foot)
        foot.addStretch(1)
        foot.addWidget(self.reset)
        foot.addWidget(self.go)
        return foot

    def _way_in(self, finished: int) -> str:
        if self.is_done:
            return self.tr("Look again")
        return self.tr("Go on") if finished else self.tr("Begin")

    def _add_stars(self, theme: Theme, lesson: Lesson, done: LessonDone, foot: QHBoxLayout) -> None:
        challenges = [plan.step.name for plan in lesson.plans if plan.step.challenge is not None]
        if challenges:
            won = sum(done.steps[name].stars for name in challenges if name in done.steps)
            foot.addWidget(Stars(theme, won, 3 * len(challenges), 13, self))


class BrokenCard(QFrame):
    """One that cannot be read: each problem with its file and line."""

    def __init__(self, each: Shelved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        title = QLabel(self.tr("{name} cannot be opened").format(name=each.name), self)
        title.setProperty("role", "title")
        self.problems = QLabel("\n".join(map(whole, each.problems)), self)
        self.problems.setProperty("role", "error")
        self.problems.setTextFormat(Qt.TextFormat.PlainText)
        self.problems.setWordWrap(True)
        self.problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.addWidget(title)
        column.addWidget(self.problems)
        column.addStretch(1)
