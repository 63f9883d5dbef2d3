"""The ways into the lessons from elsewhere in the window; what lies behind them is loaded when somebody goes in."""

from collections.abc import Iterator
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


def lesson_titles(code: str) -> Iterator[tuple[str, str]]:
    """Names and titles of the lessons that come with the program; no lesson is read whole for that."""
    from simulator.lesson import bundled_lessons  # noqa: PLC0415

    for folder in bundled_lessons():
        with (folder / f"{code}.md").open(encoding="utf-8") as text:
            yield folder.name, text.readline().removeprefix("#").strip()
