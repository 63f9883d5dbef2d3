"""A lesson from its folder: `lesson.toml`, a Markdown file a language, and the scenario files it names."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from simulator.errors import LessonError, Problem, ScenarioError
from simulator.lesson.checks import table_findings, text_problems
from simulator.lesson.plans import StepPlan, planned
from simulator.lesson.steps import LessonTable
from simulator.lesson.texts import LessonTexts, read_texts
from simulator.scenario.file import placed, plain_toml, read_text
from simulator.scenario.frozen import LANGUAGES
from simulator.scenario.problems import message
from simulator.scenario.validation import Finding

__all__ = ["Lesson", "StepPlan", "load_lesson"]

TABLE = "lesson.toml"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson that is whole."""

    name: str
    """Its folder's."""
    folder: Path
    minutes: int
    plans: tuple[StepPlan, ...]
    texts: Mapping[str, LessonTexts]
    """By language."""


def load_lesson(folder: Path) -> Lesson:
    """Read a lesson. Raises LessonError with every problem, each with its file and line."""
    problems: list[Problem] = []
    table, text = _table(folder, problems)
    texts = _all_texts(folder, problems)
    plans: list[StepPlan] = []
    if table is not None:
        made = planned(table, folder)
        found = list(made.found)
        for index, plan in enumerate(made.plans):
            if plan is not None:
                plans.append(plan)
                found += table_findings(plan, index)
        problems += placed(found, text, _source(folder, TABLE)) + made.problems
        for language, said in texts.items():
            problems += text_problems(table.steps, said, _source(folder, f"{language}.md"))
    if problems or table is None:
        raise LessonError(problems)
    return Lesson(folder.name, folder, table.minutes, tuple(plans), texts)


def _source(folder: Path, name: str) -> str:
    return f"{folder.name}/{name}"


def _table(folder: Path, problems: list[Problem]) -> tuple[LessonTable | None, str]:
    text, source = _read(folder, TABLE, problems), _source(folder, TABLE)
    if text is None:
        return None, ""
    try:
        return LessonTable.model_validate(plain_toml(text, source)), text
    except ScenarioError as error:
        problems += error.problems
    except ValidationError as error:
        problems += placed(_findings(error), text, source)
    return None, text


def _findings(error: ValidationError) -> list[Finding]:
    details = error.errors(include_url=False, include_input=True)
    found = [(tuple(detail["loc"]), message(detail, LessonTable)) for detail in details]
    inside = {at[:depth] for at, _ in found for depth in range(len(at))}
    return [(at, why) for at, why in found if at not in inside or len(found) == 1]


def _all_texts(folder: Path, problems: list[Problem]) -> dict[str, LessonTexts]:
    texts = {}
    for language in LANGUAGES:
        name = f"{language}.md"
        text = _read(folder, name, problems)
        if text is not None:
            texts[language], wrong = read_texts(text)
            problems += [Problem(each.message, line=each.line, source=_source(folder, name)) for each in wrong]
    return texts


def _read(folder: Path, name: str, problems: list[Problem]) -> str | None:
    path = folder / name
    if not path.is_file():
        problems.append(Problem("is missing", source=_source(folder, name)))
        return None
    try:
        return read_text(path)[0]
    except ScenarioError as error:
        problems += [Problem(each.message, each.key, each.line, _source(folder, name)) for each in error.problems]
        return None
