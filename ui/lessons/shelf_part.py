"""The shelf in the window."""

from typing import TYPE_CHECKING

from ui.lessons.shelf_view import ShelfView
from ui.lessons.stage_part import LessonInWindow, course_of

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> ShelfView:
    """Make and wire it."""
    course = course_of(window)
    view = ShelfView(window.appearance.theme, course, window.language.code)
    window.appearance.changed.connect(view.use_theme)
    window.language.changed.connect(view.use_language)
    view.close_asked.connect(lambda: window.commands["lessons"].setChecked(False))
    view.lesson_chosen.connect(lambda name, step: open_lesson(window, name, step))
    view.teacher_asked.connect(window.commands["teacher"].trigger)
    return view


def open_lesson(window: "MainWindow", name: str, step: str = "") -> None:
    """Begin the lesson of this name, or go on at a step."""
    each = course_of(window).find(name)
    if each is not None:
        guide = window.parts.need("lesson").findChild(LessonInWindow)
        assert guide is not None, "it comes with the stage"
        guide.open(each, step)
