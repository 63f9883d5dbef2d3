"""All lessons there are: those that come with the program, and those of a teacher's folder, broken ones too."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from simulator.errors import LessonError, Problem
from simulator.lesson.file import TABLE, Lesson, load_lesson


@dataclass(frozen=True, slots=True)
class Shelved:
    """A lesson, or what is wrong with it."""

    name: str
    folder: Path
    lesson: Lesson | None = None
    problems: tuple[Problem, ...] = ()
    is_bundled: bool = False


def bundled_folder() -> Path:
    """Where the lessons that come with the program lie."""
    return Path(str(files("resources").joinpath("lessons")))


def bundled_lessons() -> Sequence[Path]:
    """Folders of the lessons that come with the program, in order."""
    return lesson_folders(bundled_folder())


def lesson_folders(folder: Path) -> list[Path]:
    """The lessons in a folder, by name; the folder itself where it is one."""
    if (folder / TABLE).is_file():
        return [folder]
    try:
        return sorted(path for path in folder.iterdir() if _is_lesson(path))
    except OSError:
        return []


def _is_lesson(path: Path) -> bool:
    """Also one whose table is missing yet: it is to be listed with what is wrong."""
    return path.is_dir() and ((path / TABLE).exists() or any(path.glob("*.md")))


def shelved(folder: Path, *, is_bundled: bool = False) -> Shelved:
    """A folder's lesson as it is now."""
    try:
        return Shelved(folder.name, folder, load_lesson(folder), is_bundled=is_bundled)
    except LessonError as error:
        return Shelved(folder.name, folder, problems=error.problems, is_bundled=is_bundled)


@cache
def _bundled_shelf() -> tuple[Shelved, ...]:
    """Read once: what comes with the program does not change while it runs."""
    return tuple(shelved(folder, is_bundled=True) for folder in bundled_lessons())


def shelf(own: Path | None = None) -> list[Shelved]:
    """Everything, our own lessons first."""
    mine = lesson_folders(own) if own is not None else ()
    return [*_bundled_shelf(), *(shelved(folder) for folder in mine)]
