"""`simulate lesson list` and `simulate lesson check DIR`: for who writes lessons."""

# ruff: noqa: PLC0415  # what they need is imported where it is needed: `simulate --help` waits for none of it
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import Language

if TYPE_CHECKING:
    from simulator.lesson import Lesson
    from simulator.scenario.validation import Finding


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    lessons = typer.Typer(help="List lessons, and check those that you write.", no_args_is_help=True)
    lessons.command("list")(list_lessons)
    lessons.command("check")(check)
    app.add_typer(lessons, name="lesson")


def list_lessons(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="Your lessons as well, from this folder.")
    ] = None,
    language: Language = "en",
) -> None:
    """List the lessons, with what is wrong with those that are broken."""
    from simulator.cli.languages import code_of
    from simulator.lesson import shelf

    code, lessons = code_of(language), shelf(folder)
    width = max((len(each.name) for each in lessons), default=0)
    for each in lessons:
        if each.lesson is None:
            typer.echo(f"{each.name:{width}}  broken: {each.problems[0]}")
        else:
            title, steps = each.lesson.texts[code].title, len(each.lesson.plans)
            typer.echo(f"{each.name:{width}}  {title} ({steps} steps, {each.lesson.minutes} min)")
    if any(each.lesson is None for each in lessons):
        raise typer.Exit(Exit.NO)


def check(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder of a lesson, or of several.", show_default=False)
    ],
    no_run: Annotated[
        bool, typer.Option("--no-run", metavar="", help="Read it only: run no server, hold no claim against a run.")
    ] = False,
) -> None:
    """Say everything that is wrong with a lesson, each with its file and line; then run its servers.

    Every number that the texts state is held against a run, and every prediction must have an answer in it.
    """
    from simulator.errors import LessonError, Problem
    from simulator.lesson.shelf import lesson_folders

    if not folder.is_dir():
        raise LessonError(Problem("there is no such folder", source=str(folder)))
    folders = lesson_folders(folder) or [folder]
    worst = Exit.DONE
    for each in folders:
        code, lines = _checked(each, is_run=not no_run)
        worst = max(worst, code)
        if code is Exit.DONE:
            typer.echo("ok" if len(folders) == 1 else f"{each.name}: ok")
        for line in lines:
            typer.echo(line, err=True)
    if worst is not Exit.DONE:
        raise typer.Exit(worst)


def _checked(folder: Path, *, is_run: bool) -> tuple[Exit, list[str]]:
    """The exit code, and what is wrong with a lesson."""
    from simulator.errors import LessonError
    from simulator.lesson import load_lesson

    try:
        lesson = load_lesson(folder)
    except LessonError as error:
        return Exit.WRONG, [str(error)]
    wrong = _untrue(lesson) if is_run else []
    return Exit.NO if wrong else Exit.DONE, wrong


def _untrue(lesson: "Lesson") -> list[str]:
    from simulator.lesson.facts import facts, unanswered
    from simulator.lesson.file import TABLE
    from simulator.scenario.file import placed

    places = {plan.step.name: ("steps", number) for number, plan in enumerate(lesson.plans)}
    found: list[Finding] = []
    for fact in facts(lesson):
        if not fact.is_true:
            claim, had = fact.claim, "nothing" if fact.measured is None else f"{fact.measured:.6g}"
            at = (*places[fact.plan.step.name], "claims", fact.plan.step.claims.index(claim), "value")
            said = f"{claim.value:g} within {claim.within * 100:.3g} %"
            found.append((at, f"{{{claim.name}}}: {claim.figure} is {had}, not {said}"))
    why = "no option is what the run has"
    found += [((*places[plan.step.name], "prediction"), why) for plan in unanswered(lesson)]
    text = (lesson.folder / TABLE).read_text(encoding="utf-8")
    return [str(problem) for problem in placed(found, text, f"{lesson.name}/{TABLE}")]
