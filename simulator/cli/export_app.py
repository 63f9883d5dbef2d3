"""`simulate export-app`: a scenario as a small FastAPI project to take away."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import Assignments, Config, Debug, Seed


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("export-app")(export_app)


def export_app(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or an empty folder.", show_default=False)],
    *,
    config: Config,
    assignments: Assignments = None,
    seed: Seed = None,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Write a scenario as a FastAPI app, with the script that loads it and how to run both."""
    from simulator.cli.asked import settled  # noqa: PLC0415
    from simulator.cli.extras import needs_reality  # noqa: PLC0415

    needs_reality("export-app")
    from simulator.errors import ScenarioError  # noqa: PLC0415
    from simulator.reality.comparable import incomparable  # noqa: PLC0415
    from simulator.reality.project_files import commands, export  # noqa: PLC0415

    scenario, _ = settled(config, assignments, seed)
    problems = incomparable(scenario, is_led=False)
    if problems:
        raise ScenarioError(problems)
    exported = export(scenario, folder)
    print(f"Written to {folder}: {', '.join(exported.names)}\n")
    print(f"cd {shlex.quote(str(folder))}\n{commands(scenario)}\npython load.py --port 8000")
    if exported.left_out:
        print("\nLeft out, also said in its README:", *exported.left_out, sep="\n  ")
    raise typer.Exit(Exit.DONE)
