"""Through every lesson, in both languages: right, wrong, skipped, back, once more, and another language on the way."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from simulator.lesson import Guess, PredictionKind, StepPlan, bundled_lessons
from tests.ui.lessons.conftest import Begin
from ui.i18n import Code
from ui.lessons.conductor import Conductor
from ui.lessons.page import Page
from ui.lessons.prose import Prose
from ui.lessons.stage import Stage
from ui.lessons.walk import Phase
from ui.main_window import MainWindow

LESSONS = [folder.name for folder in bundled_lessons()]
OTHER: dict[Code, Code] = {"en": "pt_BR", "pt_BR": "en"}


def page(window: MainWindow) -> Page:
    stage = window.parts.get("lesson")
    assert isinstance(stage, Stage)
    assert stage.page is not None
    return stage.page


def said(window: MainWindow) -> str:
    return " ".join(prose.toPlainText() for prose in page(window).findChildren(Prose))


def verdict(window: MainWindow) -> str:
    label = page(window).findChild(QLabel, "verdict")
    assert isinstance(label, QLabel)
    return label.text()


def answer(window: MainWindow, conductor: Conductor, guess: Guess | None) -> bool | None:
    """Commit, and see; whether it was right."""
    if guess is None:
        skip = page(window).findChild(QPushButton, "skip")
        assert isinstance(skip, QPushButton)
        skip.click()
    else:
        shown = page(window)
        assert shown.guess is not None
        shown.guess.show_guess(guess)
        assert shown.predict.isEnabled()
        shown.predict.click()
    assert conductor.walk is not None
    assert conductor.walk.phase is Phase.RUNNING
    conductor.hurry()
    assert conductor.walk.phase is Phase.SEEN, "the result is there at once"
    assert conductor.walk.answer is not None
    return conductor.walk.answer.is_right


def guesses(plan: StepPlan, right: Guess | None) -> tuple[Guess, Guess]:
    """One that is right, and one that is not."""
    asked = plan.step.prediction
    assert asked is not None
    assert right is not None
    names = [option.name for option in asked.options]
    match asked.kind:
        case PredictionKind.NUMBER:
            assert isinstance(right, float)
            return right, right * 3 + 1
        case PredictionKind.ORDER:
            assert isinstance(right, tuple)
            return right, tuple(reversed(right))
        case _:
            return right, next(name for name in names if name != right)


@pytest.mark.parametrize("language", ["en", "pt_BR"])
def test_every_lesson_is_gone_through(window: MainWindow, begin: Begin, language: Code) -> None:
    # In one window: to make one takes longer than many a lesson. Every step is seen in the other language too.
    window.language.set_code(language)
    for name in LESSONS:
        conductor = begin(name)
        walk = conductor.walk
        assert walk is not None
        for number, plan in enumerate(walk.lesson.plans):
            assert walk.index == number, name
            assert walk.texts(language).heading in {label.text() for label in page(window).findChildren(QLabel)}
            assert "{" not in said(window).replace("{}", ""), f"{name}: a number is left out"
            if plan.step.prediction is not None:
                _predict(window, conductor, plan)
            conductor.next()
        done = conductor._course.progress.of(name)
        assert set(done.steps) == {plan.step.name for plan in walk.lesson.plans} - set(_judged(walk.lesson.plans)), name
        assert window.places.whole is not None, "the shelf comes back"


def _judged(plans: tuple[StepPlan, ...]) -> list[str]:
    """Challenges that nobody had judged on the way."""
    return [plan.step.name for plan in plans if plan.step.challenge is not None and plan.step.prediction is None]


def _predict(window: MainWindow, conductor: Conductor, plan: StepPlan) -> None:
    walk = conductor.walk
    assert walk is not None
    assert page(window).texts.part("why").text[:20] not in said(window), "nothing is told before"
    assert answer(window, conductor, None) is False, "skipped"
    assert walk.answer is not None
    right, wrong = guesses(plan, walk.answer.right)
    conductor.again()
    assert walk.phase is Phase.PREDICT
    if plan.step.challenge is not None:
        # Each attempt is another run, with an answer of its own.
        answer(window, conductor, wrong)
        return
    assert answer(window, conductor, wrong) is False
    conductor.again()
    assert answer(window, conductor, right) is True
    code = window.language.code
    window.language.set_code(OTHER[code])
    assert walk.phase is Phase.SEEN
    assert walk.texts(OTHER[code]).heading in {label.text() for label in page(window).findChildren(QLabel)}
    window.language.set_code(code)
