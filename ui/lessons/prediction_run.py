"""The run that a prediction is measured against: watched to its end, or hurried; nothing is told before that."""

from random import Random

from PySide6.QtCore import QObject, Signal

from simulator.lesson import Guess, StepPlan, judged
from simulator.lesson.answers import Runs as Summaries
from simulator.record import Moment
from simulator.scenario import Scenario
from simulator.scenario.keys import replace
from simulator.statistics import Summary
from ui import pacing
from ui.lessons.runs import Runs
from ui.session import Session
from ui.session.goal import TimeGoal

_SHOWN_FOR_S = 10.0
"""Wall time that a run is watched for."""
_LARGEST_SEED = 2**31


class PredictionRun(QObject):
    """Of the step that is on the stage: its server, and what is run beside it."""

    progressed = Signal(float)
    """The share of the run that was shown, 0..1."""
    answered = Signal(object)
    """The Answer: the run is over."""
    failed = Signal(object)
    """The SimulatorError."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runs = Runs(self)
        self._plan: StepPlan | None = None
        self._case: tuple[Scenario, int] | None = None
        self._guess: Guess | None = None
        self._found: tuple[Summary, ...] | None = None
        self._is_on = self._is_over = False
        session.ticked.connect(self._on_tick)
        self._runs.finished.connect(self._on_runs)
        self._runs.failed.connect(self.failed)

    def prepare(self, plan: StepPlan, chance: Random) -> None:
        """Stand at the beginning of a step's server."""
        self.cancel()
        self._plan, self._case = plan, _drawn(plan, chance)
        self._session.pause()
        self._session.begin(*self._case)
        self._session.set_speed(self._speed)

    def begin(self, guess: Guess | None) -> None:
        """Somebody committed to this (None: skipped): let it run."""
        plan, case = self._plan, self._case
        assert plan is not None, "a step was prepared"
        assert case is not None, "a step was prepared"
        self._guess, self._is_on = guess, True
        # Who looks for what is wrong has watched already.
        self._is_over = plan.step.challenge is not None
        if self._session.now_s > 0 and not self._is_over:
            self._session.begin(*case)
        self._runs.begin([case, *((self._variant(name), case[1]) for name in plan.options)])
        self._session.set_speed(self._speed)
        self._session.run()

    def hurry(self) -> None:
        """Tell it now: the picture goes to the end of the run as fast as it can."""
        if not self._is_on or self._case is None:
            return
        self._is_over = True
        self._session.until(TimeGoal(max(self._case[0].run.duration, self._session.now_s)))
        self._runs.hurry()
        # The runs beside the picture may have been over before anybody hurried.
        self._tell()

    def cancel(self) -> None:
        """Leave it."""
        self._runs.cancel()
        self._found, self._is_on, self._is_over = None, False, False

    @property
    def _speed(self) -> float:
        assert self._plan is not None, "a step was prepared"
        assert self._case is not None, "a step was prepared"
        asked = self._plan.step.speed
        return asked if asked is not None else pacing.clamped(self._case[0].run.duration / _SHOWN_FOR_S)

    def _variant(self, option: str) -> Scenario:
        """An option's server; in a challenge, of the case that was drawn."""
        plan, case = self._plan, self._case
        assert plan is not None, "a step was prepared"
        assert case is not None, "a step was prepared"
        if case[0] is plan.scenario:
            return plan.options[option]
        scenario, asked = case[0], plan.step.prediction
        assert asked is not None, "it has options"
        for key, value in next(each.set for each in asked.options if each.name == option).items():
            scenario = replace(scenario, key, value)
        return scenario

    def _on_tick(self, _moment: Moment) -> None:
        if not self._is_on or self._case is None:
            return
        share = self._session.now_s / self._case[0].run.duration
        self.progressed.emit(min(share, 1.0))
        if share >= 1 and not self._is_over:
            self._is_over = True
            self._session.pause()
            self._tell()

    def _on_runs(self, summaries: tuple[Summary, ...]) -> None:
        self._found = summaries
        self._tell()

    def _tell(self) -> None:
        plan, found = self._plan, self._found
        if not (self._is_on and self._is_over) or found is None or plan is None:
            return
        self._is_on = False
        asked = plan.step.prediction
        assert asked is not None, "it was predicted"
        runs = Summaries(found[0], dict(zip(plan.options, found[1:], strict=True)))
        self.answered.emit(judged(asked, "" if self._guess is None else self._guess, runs))


def _drawn(plan: StepPlan, chance: Random) -> tuple[Scenario, int]:
    """A challenge has a seed that nobody knows, and one of its cases."""
    if plan.step.challenge is None or plan.step.prediction is None:
        return plan.scenario, plan.seed
    scenario = chance.choice(plan.cases) if plan.cases else plan.scenario
    return scenario, chance.randrange(1, _LARGEST_SEED)
