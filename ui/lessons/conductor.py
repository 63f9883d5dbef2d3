"""Leads through a lesson: what is asked of the stage becomes steps, runs and progress."""

from datetime import UTC, datetime
from random import Random, SystemRandom

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from simulator.lesson import Answer, Guess, Lesson, Shelved
from simulator.scenario import Scenario
from ui.lessons import classroom
from ui.lessons.bench import Bench
from ui.lessons.course import Course
from ui.lessons.judging import Verdict
from ui.lessons.page import Page, Rules, Shown
from ui.lessons.prediction_run import PredictionRun
from ui.lessons.progress import StepDone
from ui.lessons.stage import Stage
from ui.lessons.walk import Phase, Walk
from ui.problem_words import error_text
from ui.session import Session

_MOST_STARS = 3


class Conductor(QObject):
    """Between stage, session and course; it knows the way, they know what they are."""

    came = Signal()
    """Another step, or the same one further on."""
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
        self._run, self._bench = PredictionRun(session, self), Bench(session, self)
        self._verdict: Verdict | None = None
        self._attempts = 0
        for signal, slot in (
            (stage.page_made, self._follow),
            (stage.back_asked, self.back),
            (stage.next_asked, self.next),
            (stage.again_asked, self.again),
            (stage.step_chosen, self.go_to),
            (session.scenario_changed, self._on_scenario),
            (self._run.progressed, self._on_progress),
            (self._run.answered, self._on_answer),
            (self._run.failed, self._on_failed),
            (self._bench.progressed, self._on_judging),
            (self._bench.judged, self._on_judged),
            (self._bench.failed, self._on_failed),
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
        self.take_focus()

    def reload(self, each: Shelved) -> None:
        """The files of the lesson on the stage changed: go on in it as it is now, at the same step."""
        if self.walk is None or each.folder != self.walk.lesson.folder:
            return
        if each.lesson is None:
            self.said.emit(str(each.problems[0]))
            return
        before, self.walk = self.walk, Walk(each.lesson, self.walk.index)
        if self.walk.plan == before.plan:
            # Only words were written: the run, and what was said of it, stay.
            self.walk.stay_as(before)
            self.show()
        else:
            self._come()

    def close(self) -> None:
        """The lesson is left."""
        self._run.cancel()
        self._bench.cancel()
        self.walk = None
        self.came.emit()

    def go_to(self, index: int) -> None:
        """Come to a step."""
        if self.walk is not None and 0 <= index < len(self.walk.lesson.plans):
            self.walk.go_to(index)
            self._attempts = 0
            self._come()
            self.take_focus()

    def back(self) -> None:
        """The step before."""
        if self.walk is not None:
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
            self.take_focus()

    def _come(self) -> None:
        walk = self.walk
        assert walk is not None, "a lesson is open"
        self._bench.cancel()
        self._verdict = None
        self._course.come_to(walk.lesson.name, walk.plan.step.name)
        self._run.prepare(walk.plan, self.chance)
        self.show()
        self.came.emit()
        if walk.phase is Phase.SEEN or walk.plan.step.challenge is not None:
            self._session.run()

    def show(self) -> None:
        """Show the step as it stands."""
        walk = self.walk
        if walk is not None:
            done = self._course.progress.of(walk.lesson.name).steps.get(walk.plan.step.name)
            stars = done.stars if done is not None else 0
            self._stage.show_step(Shown(walk, self.language, self.rules, stars, self._verdict))

    def take_focus(self) -> None:
        """Let the keys go to the step."""
        self._stage.take_focus()

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
        if walk is None or walk.phase is not Phase.PREDICT:
            return
        walk.predict(guess)
        self._attempts += 1
        self.show()
        self.take_focus()
        self._run.begin(guess)
        self.came.emit()

    def hurry(self) -> None:
        """Show the result now."""
        self._run.hurry()

    def _on_progress(self, share: float) -> None:
        page = self._stage.page
        if page is not None and page.bar is not None:
            page.bar.setValue(round(share * page.bar.maximum()))

    def _on_answer(self, answer: Answer) -> None:
        walk = self.walk
        if walk is None:
            return
        walk.see(answer)
        is_right = answer.is_right if walk.guess is not None else None
        self._finish(StepDone(guess=walk.guess, is_right=is_right, stars=self._won(answer)))
        self._report(walk, answer)
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

    def _report(self, walk: Walk, answer: Answer) -> None:
        """Add it to the class's file, where there is one."""
        kept = self._course.preferences
        if kept.class_file is None:
            return
        line = classroom.Prediction(
            at=classroom.stamp(datetime.now(UTC)),
            learner=kept.learner,
            lesson=walk.lesson.name,
            step=walk.plan.step.name,
            prediction=classroom.written(walk.guess),
            measured=classroom.written(answer.right),
            right=answer.is_right,
        )
        try:
            classroom.add(kept.class_file, line)
        except SimulatorError as error:
            self.said.emit(error_text(error))

    def _on_failed(self, error: SimulatorError) -> None:
        self.said.emit(error_text(error))

    # Knobs and challenges

    def turn(self, name: str, value: object) -> None:
        """A knob was turned."""
        walk = self.walk
        if walk is None:
            return
        self._bench.turn(next(each for each in walk.plan.step.knobs if each.name == name), value)
        walk.try_knob(name)
        self._verdict = None
        page = self._stage.page
        if page is not None and page.knobs is not None:
            page.knobs.unlock(walk.unlocked)
        self.came.emit()

    def _on_scenario(self, scenario: Scenario) -> None:
        page = self._stage.page
        is_current = self.walk is not None and page is not None and page.step is self.walk.plan.step
        if is_current and page is not None and page.knobs is not None:
            page.knobs.show_scenario(scenario)

    def check(self) -> None:
        """Judge the server as it stands, on fresh seeds."""
        walk = self.walk
        if walk is not None and walk.plan.step.challenge is not None:
            self._bench.judge(walk.plan.step.challenge, walk.plan.scenario.changes, self.chance)

    def _on_judging(self, share: float) -> None:
        page = self._stage.page
        if page is not None and page.challenge is not None:
            page.challenge.show_share(share)

    def _on_judged(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self._finish(StepDone(stars=verdict.stars, is_right=verdict.stars > 0))
        self.show()
