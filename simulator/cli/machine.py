"""`simulate machine`: what a request costs on this machine, as TOML to paste into a scenario."""

from typing import Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import AsJson, Debug, Quiet


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("machine")(machine)


def machine(
    *,
    loop: Annotated[str, typer.Option(metavar="LOOP", help="asyncio or uvloop.")] = "asyncio",
    http: Annotated[str, typer.Option(metavar="PARSER", help="h11 or httptools.")] = "h11",
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Measure what a request costs a real uvicorn on this machine, and print it as TOML to paste."""
    from simulator.cli.extras import needs_reality  # noqa: PLC0415
    from simulator.cli.interrupts import Interrupts  # noqa: PLC0415
    from simulator.cli.progress import progress  # noqa: PLC0415
    from simulator.errors import SimulatorError  # noqa: PLC0415
    from simulator.scenario import HttpKind, LoopKind  # noqa: PLC0415

    for option, value, kinds in (("--loop", loop, LoopKind), ("--http", http, HttpKind)):
        if value not in list(kinds):
            raise SimulatorError(f"{option}: must be {' or '.join(kinds)}, got {value}")
    needs_reality("machine")
    from simulator.reality.machine import measure  # noqa: PLC0415
    from simulator.reality.told import machine_plain, machine_toml  # noqa: PLC0415

    with Interrupts() as interrupts, progress(is_quiet=quiet, doing="measuring") as advance:
        found = measure(LoopKind(loop), HttpKind(http), advance=interrupts.watched(advance))
    if as_json:
        from simulator.cli.json_text import json_text  # noqa: PLC0415

        print(json_text(machine_plain(found)), end="")
    else:
        print(machine_toml(found), end="")
    raise typer.Exit(Exit.DONE)
