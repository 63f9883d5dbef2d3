"""The shelf in the window."""

from typing import TYPE_CHECKING

from ui.lessons.doors import open_lesson
from ui.lessons.shelf_view import ShelfView
from ui.lessons.stage_part import course_of

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
