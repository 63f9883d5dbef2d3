"""Every step of every lesson: as one comes to it, and with what the run had; and the shelf."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from simulator.lesson import Guess, PredictionKind, StepPlan, bundled_lessons, load_lesson
from simulator.lesson.amounts import Unit
from simulator.lesson.figures import unit_of
from ui.launch import begin
from ui.lessons.conductor import Conductor
from ui.lessons.doors import open_lesson
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from tests.screenshots.window import WindowStudio

State = Callable[["WindowStudio", MainWindow], None]
_LONGEST_S = 5.0
_WRONG = 12.0


def lesson_states() -> Iterator[tuple[str, State]]:
    """By the names of their pictures: `lesson-03_workers-2`, and `lesson-03_workers-2-seen` after its run."""
    for folder in bundled_lessons():
        for number, plan in enumerate(load_lesson(folder).plans, 1):
            name = f"lesson-{folder.name}-{number}"
            yield name, partial(_come, folder.name, plan, False)
            if plan.step.prediction is not None:
                yield f"{name}-seen", partial(_come, folder.name, plan, True)


def _come(name: str, plan: StepPlan, is_seen: bool, studio: "WindowStudio", window: MainWindow) -> None:
    open_lesson(window, name, plan.step.name)
    stage = window.parts.get("lesson")
    conductor = stage.findChild(Conductor) if stage is not None else None
    assert conductor is not None, "a lesson is open"
    if is_seen:
        conductor.predict(_guess(plan))
        conductor.hurry()
        studio.wait(_LONGEST_S, until=lambda: not window.session.mode.is_running)


def _guess(plan: StepPlan) -> Guess:
    asked = plan.step.prediction
    assert asked is not None, "it asks for one"
    names = tuple(option.name for option in asked.options)
    match asked.kind:
        case PredictionKind.NUMBER:
            is_small = asked.figure is not None and unit_of(asked.figure) in (Unit.TIME, Unit.SHARE)
            return 0.5 if is_small else _WRONG
        case PredictionKind.ORDER:
            return names
        case _:
            return names[0]


def shelf(_studio: "WindowStudio", window: MainWindow) -> None:
    """All lessons."""
    begin(window, "01_blocking")
    window.commands["lessons"].trigger()


def teacher(_studio: "WindowStudio", window: MainWindow) -> None:
    """What a teacher sets."""
    begin(window, "01_blocking")
    window.commands["teacher"].trigger()
