"""The ways into the lessons from elsewhere in the window; what lies behind them is loaded when somebody goes in."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def open_lesson(window: "MainWindow", name: str, step: str = "") -> None:
    """Begin the lesson of this name, or go on at a step."""
    from ui.lessons.stage_part import LessonInWindow, course_of  # noqa: PLC0415

    each = course_of(window).find(name)
    if each is not None:
        guide = window.parts.need("lesson").findChild(LessonInWindow)
        assert guide is not None, "it comes with the stage"
        guide.open(each, step)


def export_class(window: "MainWindow") -> None:
    """Write the class's predictions as a table, after asking where."""
    from ui.lessons.class_table import ClassTable  # noqa: PLC0415

    ClassTable(window).ask()
