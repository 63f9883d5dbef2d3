"""Leads through a lesson: what is asked of the stage becomes runs, and what the runs have comes back to it."""

from datetime import UTC, datetime
from random import Random, SystemRandom

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from simulator.lesson import Answer, Guess, Lesson, Shelved, judged
from simulator.lesson import PredictionKind as Kind
from simulator.lesson.answers import Runs as Summaries
from simulator.record import Moment
from simulator.scenario import Scenario
from simulator.scenario.keys import replace
from simulator.statistics import Summary
from ui import pacing
from ui.lessons import classroom, judging
from ui.lessons.course import Course
from ui.lessons.knob_values import can_turn_live
from ui.lessons.page import Page, Rules, Shown
from ui.lessons.progress import StepDone
from ui.lessons.runs import Runs
from ui.lessons.stage import Stage
from ui.lessons.walk import Phase, Walk
from ui.session import Session
from ui.session.goal import TimeGoal

_SHOWN_FOR_S = 10.0
"""Wall time that a run is watched for."""
_MOST_STARS = 3
_LARGEST_SEED = 2**31


class Conductor(QObject):
    """Between stage, session and course; it knows the way, they know what they are."""

    came = Signal()
    """Another step, or the same one anew."""
    said = Signal(str)
    """Something went wrong, in a few words."""
    finished = Signal()
    """The last step was gone through."""

    def __init__(self, session: Session, stage: Stage, course: Course, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._stage, self._course = session, stage, course
        self.walk: Walk | None = None
        self.language = "en"
        self.chance: Random = SystemRandom()
        self._runs, self._judge = Runs(self), Runs(self)
        self._found: tuple[Summary, ...] | None = None
        self._is_over = False
        self._case: tuple[Scenario, int] | None = None
        """The server and seed of this step's run."""
        self._verdict: judging.Verdict | None = None
        self._attempts = 0
        for signal, slot in (
            (stage.page_made, self._follow),
            (stage.back_asked, self.back),
            (stage.next_asked, self.next),
            (stage.again_asked, self.again),
            (stage.step_chosen, self.go_to),
            (session.ticked, self._on_tick),
            (session.scenario_changed, self._on_scenario),
            (self._runs.finished, self._on_runs),
            (self._runs.failed, self._on_failed),
            (self._judge.progressed, self._on_judging),
            (self._judge.finished, self._on_judged),
            (self._judge.failed, self._on_failed),
        ):
            signal.connect(slot)

    @property
    def rules(self) -> Rules:
        """What the teacher wants."""
        kept = self._course.preferences
        return Rules(kept.are_parameters_locked, kept.are_answers_hidden)

    # The way

    def open(self, lesson: Lesson, step: str = "") -> None:
        """Begin a lesson, or go on at a step."""
        names = [plan.step.name for plan in lesson.plans]
        self.walk = Walk(lesson, names.index(step) if step in names else 0)
        self._attempts = 0
        self._come()

    def reload(self, each: Shelved) -> None:
        """The files of the lesson on the stage changed: go on in it as it is now, at the same step."""
        if self.walk is None or each.folder != self.walk.lesson.folder:
            return
        if each.lesson is None:
            self.said.emit(str(each.problems[0]))
            return
        step, phase = self.walk.plan.step, self.walk.phase
        scenario = self.walk.plan.scenario
        walk = Walk(each.lesson, self.walk.index)
        if walk.plan.step == step and walk.plan.scenario == scenario:
            # Only words were written: the run, and what was said of it, stay.
            walk.phase, walk.guess, walk.answer, walk.tried = phase, self.walk.guess, self.walk.answer, self.walk.tried
            self.walk = walk
            self.show()
            return
        self.walk = walk
        self._come()

    def close(self) -> None:
        """The lesson is left."""
        self._runs.cancel()
        self._judge.cancel()
        self.walk = None
        self.came.emit()

    def go_to(self, index: int) -> None:
        """Come to a step."""
        if self.walk is not None and 0 <= index < len(self.walk.lesson.plans):
            self.walk.go_to(index)
            self._attempts = 0
            self._come()

    def back(self) -> None:
        """The step before."""
        if self.walk is not None and not self.walk.is_first:
            self.go_to(self.walk.index - 1)

    def next(self) -> None:
        """The step after; behind the last one the lesson is finished."""
        walk = self.walk
        if walk is None:
            return
        if walk.plan.step.prediction is None and walk.plan.step.challenge is None:
            self._finish(StepDone())
        if walk.is_last:
            self.finished.emit()
        else:
            self.go_to(walk.index + 1)

    def again(self) -> None:
        """This step from its beginning."""
        if self.walk is not None:
            self.walk.go_to(self.walk.index)
            self._come()

    def _come(self) -> None:
        walk = self.walk
        assert walk is not None, "a lesson is open"
        self._runs.cancel()
        self._judge.cancel()
        self._found, self._is_over, self._verdict = None, False, None
        self._case = self._drawn(walk)
        self._course.come_to(walk.lesson.name, walk.plan.step.name)
        self._session.pause()
        self._session.begin(*self._case)
        self._session.set_speed(self._speed)
        self.show()
        self.came.emit()
        if walk.phase is Phase.SEEN or walk.plan.step.challenge is not None:
            self._session.run()

    def _drawn(self, walk: Walk) -> tuple[Scenario, int]:
        """A challenge has a seed that nobody knows, and one of its cases."""
        plan, challenge = walk.plan, walk.plan.step.challenge
        if challenge is None or plan.step.prediction is None:
            return plan.scenario, plan.seed
        scenario = self.chance.choice(plan.cases) if plan.cases else plan.scenario
        return scenario, self.chance.randrange(1, _LARGEST_SEED)

    @property
    def _speed(self) -> float:
        assert self._case is not None, "a step was come to"
        return pacing.clamped(self._case[0].run.duration / _SHOWN_FOR_S)

    def show(self) -> None:
        """Show the step as it stands."""
        walk = self.walk
        if walk is not None:
            done = self._course.progress.of(walk.lesson.name).steps.get(walk.plan.step.name)
            stars = done.stars if done is not None else 0
            self._stage.show_step(Shown(walk, self.language, self.rules, stars, self._verdict))

    def _follow(self, page: Page) -> None:
        page.predicted.connect(self.predict)
        page.hurried.connect(self.hurry)
        page.knob_turned.connect(self.turn)
        page.check_asked.connect(self.check)
        if page.knobs is not None and self._session.system is not None:
            page.knobs.show_scenario(self._session.scenario())

    # Prediction and run

    def predict(self, guess: Guess | None) -> None:
        """Commit to a guess (None: skip), and let it run."""
        walk = self.walk
        if walk is None or walk.phase is not Phase.PREDICT or self._case is None:
            return
        walk.predict(guess)
        self._attempts += 1
        scenario, seed = self._case
        # Who looks for what is wrong has watched already.
        self._is_over = walk.plan.step.challenge is not None
        if self._session.now_s > 0 and not self._is_over:
            self._session.begin(scenario, seed)
        self.show()
        self._runs.begin([(scenario, seed), *((self._variant(name), seed) for name in walk.plan.options)])
        self._session.set_speed(self._speed)
        self._session.run()
        self.came.emit()

    def _variant(self, option: str) -> Scenario:
        """An option's server; in a challenge, of the case that was drawn."""
        walk, case = self.walk, self._case
        assert walk is not None, "a lesson is open"
        assert case is not None, "a step was come to"
        if case[0] is walk.plan.scenario:
            return walk.plan.options[option]
        scenario, asked = case[0], walk.plan.step.prediction
        assert asked is not None, "it has options"
        for key, value in next(each.set for each in asked.options if each.name == option).items():
            scenario = replace(scenario, key, value)
        return scenario

    def hurry(self) -> None:
        """Show the result now: the picture goes to the end of the run as fast as it can."""
        if self.walk is None or self.walk.phase is not Phase.RUNNING or self._case is None:
            return
        self._is_over = True
        self._runs.hurry()
        self._session.until(TimeGoal(self._case[0].run.duration))
        self._reveal()

    def _on_tick(self, _moment: Moment) -> None:
        walk, page = self.walk, self._stage.page
        if walk is None or walk.phase is not Phase.RUNNING or self._case is None:
            return
        share = self._session.now_s / self._case[0].run.duration
        if page is not None and page.bar is not None:
            page.bar.setValue(min(1000, round(share * 1000)))
        if share >= 1 and not self._is_over:
            self._is_over = True
            self._session.pause()
            self._reveal()

    def _on_runs(self, summaries: tuple[Summary, ...]) -> None:
        self._found = summaries
        self._reveal()

    def _on_failed(self, error: SimulatorError) -> None:
        self.said.emit(str(error))

    def _reveal(self) -> None:
        walk = self.walk
        if walk is None or walk.phase is not Phase.RUNNING or self._found is None or not self._is_over:
            return
        asked = walk.plan.step.prediction
        assert asked is not None, "it was predicted"
        own, *others = self._found
        answer = judged(
            asked,
            "" if walk.guess is None else walk.guess,
            Summaries(own, dict(zip(walk.plan.options, others, strict=True))),
        )
        walk.see(answer)
        self._finish(
            StepDone(
                guess=walk.guess, is_right=answer.is_right if walk.guess is not None else None, stars=self._won(answer)
            )
        )
        self._report(answer)
        self.show()
        self._stage.reveal_answer()
        self.came.emit()

    def _won(self, answer: Answer) -> int:
        """A found bottleneck is worth three stars at the first attempt, then two, then one."""
        is_challenge = self.walk is not None and self.walk.plan.step.challenge is not None
        return max(1, _MOST_STARS + 1 - self._attempts) if is_challenge and answer.is_right else 0

    def _finish(self, done: StepDone) -> None:
        if self.walk is not None:
            self._course.finish(self.walk.lesson.name, self.walk.plan.step.name, done)

    def _report(self, answer: Answer) -> None:
        """Add it to the class's file, where there is one."""
        walk, kept = self.walk, self._course.preferences
        if walk is None or kept.class_file is None or walk.plan.step.prediction is None:
            return
        is_named = walk.plan.step.prediction.kind is not Kind.NUMBER
        line = classroom.Prediction(
            at=classroom.stamp(datetime.now(UTC)),
            learner=kept.learner,
            lesson=walk.lesson.name,
            step=walk.plan.step.name,
            prediction=_plain(walk.guess),
            measured=_plain(answer.right) if is_named or isinstance(answer.right, float) else "",
            right=answer.is_right,
        )
        try:
            classroom.add(kept.class_file, line)
        except SimulatorError as error:
            self.said.emit(str(error))

    # Knobs and challenges

    def turn(self, name: str, value: object) -> None:
        """A knob was turned: the running server follows, or begins anew where that cannot be changed live."""
        walk, session = self.walk, self._session
        if walk is None or session.system is None:
            return
        knob = next(each for each in walk.plan.step.knobs if each.name == name)
        scenario = session.system.scenario
        if can_turn_live(knob, scenario):
            session.apply(knob.key, value)
        else:
            session.begin(replace(scenario.with_changes(()), knob.key, value), session.system.record.seed)
        walk.try_knob(name)
        self._verdict = None
        page = self._stage.page
        if page is not None and page.knobs is not None:
            page.knobs.unlock(walk.unlocked)
        if not session.mode.is_running:
            session.run()

    def _on_scenario(self, scenario: Scenario) -> None:
        page = self._stage.page
        if self.walk is not None and page is not None and page.knobs is not None:
            page.knobs.show_scenario(scenario)

    def check(self) -> None:
        """Judge the server as it stands, on fresh seeds."""
        walk, system = self.walk, self._session.system
        if walk is None or walk.plan.step.challenge is None or system is None:
            return
        asked = system.scenario.with_changes(walk.plan.scenario.changes)
        self._judge.begin(judging.fresh(walk.plan.step.challenge, asked, self.chance))

    def _on_judging(self, share: float) -> None:
        page = self._stage.page
        if page is not None and page.challenge is not None:
            page.challenge.show_share(share)

    def _on_judged(self, summaries: tuple[Summary, ...]) -> None:
        walk = self.walk
        if walk is None or walk.plan.step.challenge is None:
            return
        self._verdict = judging.verdict(walk.plan.step.challenge, summaries)
        self._finish(StepDone(stars=self._verdict.stars, is_right=self._verdict.stars > 0))
        self.show()


def _plain(value: Guess | None) -> str:
    if isinstance(value, tuple):
        return ",".join(value)
    return "" if value is None else f"{value:.6g}" if isinstance(value, int | float) else value
