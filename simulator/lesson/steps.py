"""The tables of `lesson.toml`: what there is to do in each step; the words stand in the Markdown files."""

from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from simulator.lesson.amounts import Amount
from simulator.scenario.frozen import WORD_PATTERN, Frozen, Line
from simulator.scenario.scenario import whole_one

StepName = Annotated[str, Field(strict=True, min_length=1, max_length=60, pattern=WORD_PATTERN)]
"""Stands in the headings of the Markdown files."""
Settings = Annotated[dict[str, Any], Field(max_length=100)]
"""Plain TOML values by the dotted keys of a scenario."""
Share = Annotated[Amount, Field(ge=0, le=1)]
Speed = Annotated[float, Field(ge=0.001, le=100)]


class StepScenario(Frozen):
    """The server of a step: a bundled scenario or a file, or the whole of it here; else that of the step before."""

    base: Line | None = Field(None, alias="from")
    inline: dict[str, Any] | None = None
    set: Settings = Field(default_factory=dict)
    """What is changed in it."""


class PredictionKind(StrEnum):
    """What the learner commits to before the run; a question is one of words, which no run can answer."""

    NUMBER = "number"
    CHOICE = "choice"
    ORDER = "order"
    QUESTION = "question"


class Option(Frozen):
    """One answer of a choice, or one thing to be put in order."""

    name: StepName
    figure: Line | None = None
    """In place of the prediction's."""
    set: Settings = Field(default_factory=dict)
    """It speaks of the step's server with these changes, which is run beside it."""
    at_least: Amount | None = None
    below: Amount | None = None

    @property
    def is_band(self) -> bool:
        """Whether it is right where the figure lies between two amounts."""
        return self.at_least is not None or self.below is not None

    def holds(self, value: float) -> bool:
        """Whether a value lies in its band."""
        return (self.at_least is None or value >= self.at_least) and (self.below is None or value < self.below)


class Prediction(Frozen):
    """The right answer is never written here: it is what the run has."""

    kind: PredictionKind
    figure: Line | None = None
    tolerance: Share = 0.1
    """Of a number: how far off counts as right, as a share of what the run has."""
    options: tuple[Option, ...] = ()
    best: Literal["largest", "smallest"] = "largest"
    """Which option is right, and which comes first in the order, where options are no bands."""
    right: StepName | None = None
    """Of a question only."""


class Claim(Frozen):
    """A number that the texts state, as `{name}`, and that a run must have."""

    name: StepName
    figure: Line
    value: Amount
    within: Share = 0.03
    set: Settings = Field(default_factory=dict)
    """Of the step's server with these changes."""

    def holds(self, value: float | None) -> bool:
        """Whether a run that had `value` bears it out."""
        return value is not None and abs(value - self.value) <= self.within * abs(self.value) + 1e-12


class Knob(Frozen):
    """Something to try once the step is understood."""

    name: StepName
    key: Line
    values: Annotated[tuple[Any, ...], Field(min_length=2, max_length=8)]


class Challenge(Frozen):
    """A server to be mended with the step's knobs, or the right option to be found, judged on fresh seeds."""

    stars: Annotated[tuple[tuple[Line, ...], ...], Field(max_length=3)] = ()
    """Targets as `simulate plan` has them; a star for each group that every run meets, from the first on."""
    seeds: Annotated[int, Field(strict=True, ge=1, le=10)] = 3
    cases: Annotated[tuple[Settings, ...], Field(max_length=10)] = ()
    """Changes of which a fresh seed takes one."""


class Step(Frozen):
    """A page of a few minutes."""

    name: StepName
    scenario: StepScenario = StepScenario()
    spotlight: Line | None = None
    """A place of the diagram: `listener`, `worker:1`, `client:Cliente_1`, `service:database`, `broker`."""
    speed: Speed | None = None
    """Simulated seconds that it shows in a second; None: so many that the whole run takes ten seconds."""
    prediction: Prediction | None = None
    claims: tuple[Claim, ...] = ()
    knobs: tuple[Knob, ...] = ()
    challenge: Challenge | None = None


class LessonTable(Frozen):
    """`lesson.toml`."""

    format: Annotated[Literal[1], BeforeValidator(whole_one)]
    minutes: Annotated[int, Field(strict=True, ge=1, le=240)] = 10
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=30)]

    @model_validator(mode="after")
    def _names_are_unique(self) -> Self:
        names = [step.name for step in self.steps]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f'two steps have the name "{twice[0]}"')
        return self
