"""`simulate list`, `init`, `check` and `schema`: everything about scenario files but running them."""

import json
from pathlib import Path
from typing import Annotated

import typer

from simulator.errors import ScenarioError
from simulator.scenario import Scenario, bundled, load, schema
from simulator.scenario.start import START
from simulator.scenario.unbuilt import unbuilt

WRONG = 2
"""The scenario or the call is wrong."""
NOT_WRITTEN = 3

_NOT_MODELLED = (
    "never modelled: request bodies and bandwidth, TLS, HTTP/2, WebSockets, pipelining,",
    "proxies in front of the server, memory and garbage collection, the client's own CPU",
)


def register(app: typer.Typer) -> None:
    """Add the four commands to `app`."""
    app.command("list")(list_scenarios)
    app.command("init")(init)
    app.command("check")(check)
    app.command("schema")(print_schema)


def list_scenarios() -> None:
    """List the bundled scenarios: their names work wherever a scenario file does."""
    names = bundled()
    width = max((len(name) for name in names), default=0)
    for name in names:
        typer.echo(f"{name:{width}}  {load(name).title('en')}")


def init(file: Annotated[Path, typer.Argument(help="The scenario file to write.", show_default=False)]) -> None:
    """Write a commented scenario to start from; a file that exists is left alone."""
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(START)
    except FileExistsError as error:
        _fail(f"{file}: exists already, and is left as it is")
        raise typer.Exit(WRONG) from error
    except OSError as error:
        _fail(f"{file}: cannot be written: {error.strerror}")
        raise typer.Exit(NOT_WRITTEN) from error
    typer.echo(f"wrote {file}; run it with: simulate --config {file}")


def check(
    file: Annotated[str, typer.Argument(help="A scenario file, a bundled scenario's name, or -.", show_default=False)],
) -> None:
    """Say everything that is wrong with a scenario, each with its line, or ok with notes."""
    try:
        scenario = load(file)
    except ScenarioError as error:
        _fail(str(error))
        raise typer.Exit(WRONG) from error
    typer.echo("ok")
    for note in notes(scenario):
        typer.echo(f"note: {note}")


def notes(scenario: Scenario) -> list[str]:
    """What a valid scenario asks for that a run would refuse, and what no run shows."""
    return [*(f"{problem.key}: {problem.message}" for problem in unbuilt(scenario)), " ".join(_NOT_MODELLED)]


def print_schema() -> None:
    """Print the JSON Schema of scenario files, for editors."""
    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))


def _fail(message: str) -> None:
    typer.echo(message, err=True)
