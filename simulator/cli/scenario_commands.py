"""`simulate list`, `init`, `check` and `schema`: everything about scenario files but running them.

What they need is imported where it is needed: `simulate --help` waits for none of it.
"""

# ruff: noqa: PLC0415  # see above
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import Language
from simulator.errors import ScenarioError

if TYPE_CHECKING:
    from simulator.scenario import Scenario


def register(app: typer.Typer) -> None:
    """Add the four commands to `app`."""
    app.command("list")(list_scenarios)
    app.command("init")(init)
    app.command("check")(check)
    app.command("schema")(print_schema)


def list_scenarios(language: Language = "en") -> None:
    """List the bundled scenarios: their names work wherever a scenario file does."""
    from simulator.cli.languages import code_of
    from simulator.scenario import bundled, load

    names, code = bundled(), code_of(language)
    width = max((len(name) for name in names), default=0)
    for name in names:
        typer.echo(f"{name:{width}}  {load(name).title(code)}")


def init(file: Annotated[Path, typer.Argument(help="The scenario file to write.", show_default=False)]) -> None:
    """Write a commented scenario to start from; a file that exists is left alone."""
    from simulator.scenario.start import START
    from simulator.whole import write_whole

    if file.is_symlink() or file.is_file() or file.is_dir():
        _fail(f"{file}: exists already, and is left as it is")
        raise typer.Exit(Exit.WRONG)
    try:
        write_whole(file, [START])
    except OSError as error:
        _fail(f"{file}: cannot be written: {error.strerror}")
        raise typer.Exit(Exit.NOT_WRITTEN) from error
    typer.echo(f"wrote {file}; run it with: simulate --config {file}")


def check(
    file: Annotated[str, typer.Argument(help="A scenario file, a bundled scenario's name, or -.", show_default=False)],
    language: Language = "en",
) -> None:
    """Say everything that is wrong with a scenario, each with its line, or ok with notes."""
    from simulator.cli.languages import code_of
    from simulator.scenario import load

    code = code_of(language)
    try:
        scenario = load(file)
    except ScenarioError as error:
        _fail(str(error))
        raise typer.Exit(Exit.WRONG) from error
    typer.echo("ok")
    for line in notes(scenario, code):
        typer.echo(line)


def notes(scenario: "Scenario", code: str) -> list[str]:
    """What is odd in a valid scenario, and what no run shows."""
    from simulator.assumptions import left_out
    from simulator.scenario.oddities import warnings

    return [*warnings(scenario, code), "", _NOT_MODELLED[code], *(f"  {line}" for line in left_out(code))]


_NOT_MODELLED = {
    "en": "Not modelled, in this and any scenario:",
    "pt_BR": "Fora do modelo, neste e em qualquer cenário:",
}


def print_schema() -> None:
    """Print the JSON Schema of scenario files, for editors."""
    import json

    from simulator.scenario import schema

    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))


def _fail(message: str) -> None:
    typer.echo(message, err=True)
