"""A step of a lesson as a page: text, prediction, gap, explanation, knobs. Made anew whenever the step goes on."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from simulator.lesson import Gap, Guess, PredictionKind
from simulator.lesson.amounts import Unit
from simulator.lesson.figures import unit_of
from ui.lessons.challenge_view import ChallengeView
from ui.lessons.gap_chart import GapChart
from ui.lessons.guesses import GuessView, guess_view
from ui.lessons.judging import Verdict
from ui.lessons.knobs_view import KnobsView
from ui.lessons.numbers import filled, number, said, scale
from ui.lessons.option_bars import OptionBars
from ui.lessons.prose import Prose
from ui.lessons.walk import Phase, Walk
from ui.theme import Theme

_MARGIN = 20


@dataclass(frozen=True, slots=True)
class Rules:
    """What the teacher wants."""

    are_parameters_locked: bool = False
    are_answers_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows."""

    walk: Walk
    language: str
    rules: Rules = Rules()
    stars: int = 0
    """Won in this step's challenge so far."""
    verdict: Verdict | None = None


class Page(QWidget):
    """What can be done on it comes out as signals."""

    predicted = Signal(object)
    """The Guess; None: skipped."""
    hurried = Signal()
    """The result is wanted now."""
    knob_turned = Signal(str, object)
    check_asked = Signal()

    def __init__(self, theme: Theme, shown: Shown) -> None:
        super().__init__()
        self._theme, self._shown = theme, shown
        walk = shown.walk
        self.step, self.texts = walk.plan.step, walk.texts(shown.language)
        self.guess: GuessView | None = None
        self.bar: QProgressBar | None = None
        self.knobs: KnobsView | None = None
        self.challenge: ChallengeView | None = None
        self.hurry: QPushButton | None = None
        self.predict = QPushButton(self)
        self.predict.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, 4, _MARGIN, _MARGIN)
        self._column.setSpacing(12)
        heading = QLabel(self.texts.heading, self)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        self._column.addWidget(heading)
        self._say(self.texts.text)
        if self.step.prediction is not None:
            self._add_prediction(walk)
        elif "why" in {kind for kind, _ in self.texts.parts}:
            self._say(self.texts.part("why").text)
        if walk.phase is Phase.SEEN:
            self._add_knobs(walk)
        self._column.addStretch(1)

    def _filled(self, text: str) -> str:
        return filled(text, self.step.claims)

    def _say(self, text: str, into: QVBoxLayout | None = None) -> None:
        if text:
            (into or self._column).addWidget(Prose(self._theme, self._filled(text), self))

    def _label(self, text: str, role: str, into: QVBoxLayout) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        into.addWidget(label)
        return label

    # Prediction

    def _add_prediction(self, walk: Walk) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 12, 14, 14)
        inside.setSpacing(10)
        self._column.addWidget(card)
        match walk.phase:
            case Phase.PREDICT:
                self._add_question(walk, inside)
            case Phase.RUNNING:
                self._add_run(inside)
            case Phase.SEEN:
                self._add_answer(walk, inside)

    @property
    def _labels(self) -> dict[str, str]:
        asked = self.step.prediction
        assert asked is not None, "there is one"
        labels = {option.name: self.texts.part("option", option.name).label for option in asked.options}
        # Buttons and lists have no code in their labels.
        return {name: self._filled(label).replace("`", "") for name, label in labels.items()}

    @property
    def _unit(self) -> Unit:
        asked = self.step.prediction
        return unit_of(asked.figure) if asked is not None and asked.figure else Unit.COUNT

    def _add_question(self, walk: Walk, inside: QVBoxLayout) -> None:
        asked = self.step.prediction
        assert asked is not None, "there is one"
        self._label(self.tr("Your prediction"), "caption", inside)
        self._say(self.texts.part("question").text, inside)
        self.guess = guess_view(self._theme, asked.kind, self._unit, self._labels)
        if walk.guess is not None:
            self.guess.show_guess(walk.guess)
        inside.addWidget(self.guess)
        is_question = asked.kind is PredictionKind.QUESTION
        self.predict.setText(self.tr("Answer") if is_question else self.tr("Predict and run"))
        self.predict.setProperty("primary", True)
        skip = QPushButton(self.tr("Skip"), self)
        skip.setObjectName("skip")
        row = QHBoxLayout()
        row.addWidget(self.predict)
        row.addWidget(skip)
        row.addStretch(1)
        inside.addLayout(row)
        self.predict.show()
        self.guess.changed.connect(self._offer)
        self.guess.entered.connect(self.predict.click)
        self.predict.clicked.connect(lambda: self.predicted.emit(self.guess.guess if self.guess else None))
        skip.clicked.connect(lambda: self.predicted.emit(None))
        self._offer()

    def _offer(self) -> None:
        self.predict.setEnabled(self.guess is not None and self.guess.guess is not None)

    @property
    def draft(self) -> Guess | None:
        """What was put down, and not yet committed to."""
        return self.guess.guess if self.guess is not None else None

    def _add_run(self, inside: QVBoxLayout) -> None:
        self._label(self.tr("It runs: look at the diagram"), "title", inside)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(self.tr("How much of the run is over"))
        inside.addWidget(self.bar)
        self.hurry = QPushButton(self.tr("Show the result"), self)
        self.hurry.setObjectName("hurry")
        self.hurry.clicked.connect(self.hurried)
        row = QHBoxLayout()
        row.addWidget(self.hurry)
        row.addStretch(1)
        inside.addLayout(row)

    def _add_answer(self, walk: Walk, inside: QVBoxLayout) -> None:
        answer, asked = walk.answer, self.step.prediction
        assert asked is not None, "there is one"
        self._say(self.texts.part("question").text, inside)
        if self._shown.rules.are_answers_hidden:
            self._label(self.tr("Your prediction is kept. Your teacher shows the answer."), "title", inside)
            return
        if answer is None:
            return
        title = self._label(self._verdict(walk), "title", inside)
        title.setObjectName("verdict")
        if answer.gap is not None and walk.guess is not None:
            inside.addWidget(GapChart(self._theme, answer.gap))
        elif asked.options:
            inside.addWidget(OptionBars(self._theme, self._right_order(walk), answer, walk.guess))
        self._say(self.texts.part("why").text, inside)

    def _right_order(self, walk: Walk) -> dict[str, str]:
        labels = self._labels
        right = walk.answer.right if walk.answer else None
        return {name: labels[name] for name in right} if isinstance(right, tuple) else labels

    def _verdict(self, walk: Walk) -> str:
        answer = walk.answer
        assert answer is not None, "the run is over"
        if walk.guess is None and isinstance(answer.right, float):
            return self.tr("Measured: {value}").format(value=said(answer.right, answer.unit))
        if walk.guess is None:
            return self.tr("This is how it is:")
        asked = self.step.prediction
        if asked is not None and asked.kind is PredictionKind.QUESTION:
            return self.tr("Right.") if answer.is_right else self.tr("Not quite.")
        if answer.gap is not None:
            return self._gap_in_words(answer.gap, is_right=answer.is_right)
        return self.tr("You predicted right.") if answer.is_right else self.tr("Not quite. This is what the run has:")

    def _gap_in_words(self, gap: Gap, *, is_right: bool) -> str:
        if said(gap.predicted, gap.unit) == said(gap.measured, gap.unit):
            return self.tr("You predicted right.")
        amount = said(abs(gap.difference), gap.unit)
        if gap.unit is Unit.SHARE:
            # A difference of shares is no share of anything.
            points = number(abs(gap.difference) * scale(gap.unit))
            amount = self.tr("1 point") if points == "1" else self.tr("{number} points").format(number=points)
        if is_right:
            # The gap is drawn below: nobody would believe a bare "right" above it.
            return self.tr("You predicted right, to within {amount}.").format(amount=amount)
        too_much, too_little = (
            self.tr("You predicted {amount} too much."),
            self.tr("You predicted {amount} too little."),
        )
        return (too_much if gap.difference > 0 else too_little).format(amount=amount)

    # Knobs and challenges

    def _add_knobs(self, walk: Walk) -> None:
        if self.step.challenge is not None and self.step.challenge.stars:
            # Before the knobs: who turns them has what is asked for, and what came of it, in sight.
            self.challenge = ChallengeView(self._theme, self.step.challenge, self._shown.stars, self._shown.verdict)
            self.challenge.asked.connect(self.check_asked)
            self._column.addWidget(self.challenge)
        if self.step.knobs and self._shown.rules.are_parameters_locked:
            self._label(self.tr("Your teacher has locked the knobs of this step."), "muted", self._column)
        elif self.step.knobs:
            if self.step.challenge is None:
                self._label(self.tr("Try it yourself"), "title", self._column)
            self._say(self.texts.part("try").text)
            said = {knob.name: self._filled(self.texts.part("knob", knob.name).text) for knob in self.step.knobs}
            self.knobs = KnobsView(self._theme, self.step.knobs, self.texts, said)
            self.knobs.turned.connect(self.knob_turned)
            self.knobs.unlock(walk.unlocked)
            self._column.addWidget(self.knobs)
