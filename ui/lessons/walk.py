"""The way through a lesson: which step, and how far in it. Pure."""

from dataclasses import dataclass, field
from enum import Enum, auto

from simulator.lesson import Answer, Guess, Lesson, StepPlan, StepTexts


class Phase(Enum):
    """How far a step is."""

    PREDICT = auto()
    """The run waits for a prediction."""
    RUNNING = auto()
    """It was made, or skipped: the run goes on, and nothing is told before its end."""
    SEEN = auto()
    """The run is over, or there was nothing to predict."""


@dataclass
class Walk:
    """One learner in one lesson."""

    lesson: Lesson
    index: int = 0
    phase: Phase = Phase.SEEN
    guess: Guess | None = None
    answer: Answer | None = None
    tried: set[str] = field(default_factory=set)
    """Knobs that were turned in this step."""

    def __post_init__(self) -> None:
        self.go_to(min(self.index, len(self.lesson.plans) - 1))

    @property
    def plan(self) -> StepPlan:
        """The step's."""
        return self.lesson.plans[self.index]

    def texts(self, language: str) -> StepTexts:
        """What is said in it."""
        return self.lesson.texts[language].steps[self.plan.step.name]

    @property
    def is_first(self) -> bool:
        """Whether there is no way back."""
        return self.index == 0

    @property
    def is_last(self) -> bool:
        """Whether the lesson ends with it."""
        return self.index == len(self.lesson.plans) - 1

    @property
    def unlocked(self) -> int:
        """How many knobs may be turned: one, and a further one for each that was."""
        if self.phase is not Phase.SEEN:
            return 0
        if self.plan.step.challenge is not None:
            return len(self.plan.step.knobs)
        names = [knob.name for knob in self.plan.step.knobs]
        first_new = next((number for number, name in enumerate(names) if name not in self.tried), len(names))
        return min(first_new + 1, len(names))

    def go_to(self, index: int) -> None:
        """Come to a step from its beginning."""
        self.index = index
        self.guess, self.answer = None, None
        self.tried = set()
        self.phase = Phase.SEEN if self.plan.step.prediction is None else Phase.PREDICT

    def predict(self, guess: Guess | None) -> None:
        """Commit to a guess; None: skip it."""
        if self.phase is Phase.PREDICT:
            self.guess, self.phase = guess, Phase.RUNNING

    def see(self, answer: Answer) -> None:
        """The run is over."""
        if self.phase is Phase.RUNNING:
            self.answer, self.phase = answer, Phase.SEEN

    def stay_as(self, before: "Walk") -> None:
        """In a step that did not change, all stays as it was."""
        self.phase, self.guess, self.answer, self.tried = before.phase, before.guess, before.answer, before.tried

    def try_knob(self, name: str) -> None:
        """It was turned."""
        self.tried.add(name)
