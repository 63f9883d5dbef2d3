"""`simulate lesson list` and `simulate lesson check DIR`: for who writes lessons."""

# ruff: noqa: PLC0415  # what they need is imported where it is needed: `simulate --help` waits for none of it
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import Language

if TYPE_CHECKING:
    from simulator.lesson import Lesson


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
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a lesson.", show_default=False)],
    no_run: Annotated[
        bool, typer.Option("--no-run", metavar="", help="Read it only: run no server, hold no claim against a run.")
    ] = False,
) -> None:
    """Say everything that is wrong with a lesson, each with its file and line; then run its servers.

    Every number that the texts state is held against a run, and every prediction must have an answer in it.
    """
    from simulator.lesson import load_lesson

    lesson = load_lesson(folder)
    wrong = [] if no_run else list(_untrue(lesson))
    for line in wrong:
        typer.echo(line, err=True)
    if wrong:
        raise typer.Exit(Exit.NO)
    typer.echo("ok")


def _untrue(lesson: "Lesson") -> Iterator[str]:
    from simulator.lesson.facts import facts, unanswered

    for fact in facts(lesson):
        if not fact.is_true:
            claim, had = fact.claim, "nothing" if fact.measured is None else f"{fact.measured:.6g}"
            said = f"{claim.value:g} within {claim.within * 100:.3g} %"
            yield f"{fact.plan.step.name}: {claim.name}: {claim.figure} is {had}, not {said}"
    for plan in unanswered(lesson):
        yield f"{plan.step.name}: no option of its prediction is what the run has"
