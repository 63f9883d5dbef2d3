"""`simulate reality`: a scenario on a real uvicorn, beside what the model says."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import AsJson, Assignments, Config, Debug, Quiet, Seed, named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import RenderableType

    from simulator.reality.check import Checked
    from simulator.reality.figures import Beside
    from simulator.reality.machine import Machine
    from simulator.scenario import Scenario


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("reality")(reality)


def reality(
    *,
    config: Config,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", parser=named, help="Write reality.csv and reality.json here, beside the simulated results."
        ),
    ] = None,
    assignments: Assignments = None,
    duration: Annotated[
        str | None, typer.Option(metavar="T", help="In place of run.duration; it is real time.")
    ] = None,
    seed: Seed = None,
    repetitions: Annotated[
        int | None, typer.Option(metavar="N", help="Runs, measured and simulated; 1, if not given.", min=1, max=100)
    ] = None,
    port: Annotated[
        int, typer.Option(metavar="N", help="Of 127.0.0.1; a free one, if not given.", min=0, max=65535)
    ] = 0,
    as_json: AsJson = False,
    progress_lines: Annotated[bool, typer.Option("--progress-lines", metavar="", hidden=True)] = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Run a scenario on a real uvicorn on this machine, and print measured beside simulated."""
    from simulator.cli.asked import Asked, scenario_of  # noqa: PLC0415
    from simulator.cli.extras import needs_reality  # noqa: PLC0415
    from simulator.cli.interrupts import Interrupts  # noqa: PLC0415
    from simulator.cli.progress import progress  # noqa: PLC0415

    needs_reality("reality")
    values = {"run.duration": duration, "run.seed": seed}
    given = (f"{key}={value}" for key, value in values.items() if value is not None)
    scenario, _ = scenario_of(Asked(config=config, assignments=(*(assignments or ()), *given)))
    repetitions = repetitions or 1
    # A whole run or nothing: Ctrl+C ends the server, and with it the program.
    with Interrupts() as interrupts, progress(is_quiet=quiet, doing="measuring", is_read=progress_lines) as advance:
        checked = _checked(scenario, repetitions, port, interrupts.watched(advance))
    written = _written(out, checked) if out is not None else ()
    if as_json:
        from simulator.cli.json_text import json_text  # noqa: PLC0415
        from simulator.reality.told import plain  # noqa: PLC0415

        print(json_text(plain(checked)), end="")
    else:
        from simulator.cli.screen import print_blocks  # noqa: PLC0415

        print_blocks(list(_blocks(checked)))
        if out is not None:
            print(f"\nWritten to {out}: {', '.join(written)}")
    raise typer.Exit(Exit.DONE if checked.is_ok else Exit.NO)


def _checked(scenario: "Scenario", repetitions: int, port: int, advance: "Callable[[float], None]") -> "Checked":
    from simulator.reality.check import check  # noqa: PLC0415

    assert scenario.run.seed is not None, "a seed was drawn"
    return check(scenario, seed=scenario.run.seed, repetitions=repetitions, port=port, advance=advance)


def _written(out: Path, checked: "Checked") -> tuple[str, ...]:
    from simulator.cli.json_text import json_text  # noqa: PLC0415
    from simulator.reality.told import plain, write  # noqa: PLC0415

    return write(out, checked, json_text(plain(checked)).encode())


def _blocks(checked: "Checked") -> "Iterator[RenderableType]":
    from rich.text import Text  # noqa: PLC0415

    from simulator.cli import digits  # noqa: PLC0415
    from simulator.cli.screen import facts  # noqa: PLC0415

    scenario, runs = checked.scenario, len(checked.measured)
    times = f"{runs} runs of " if runs > 1 else ""
    said = f"{times}{digits.span(scenario.run.duration)} on a real uvicorn, seed {scenario.run.seed}"
    yield Text.assemble((scenario.title("en"), "bold"), "\n", said)
    yield _table(checked)
    table = facts()
    for label, text in _machine(checked.machine):
        table.add_row(label, text)
    yield table
    missed = [each.figure for each in checked.beside if not each.is_ok]
    verdict = f"differs: {', '.join(missed)}" if missed else "measured and simulated agree in every figure"
    yield Text(verdict, "bold red" if missed else "bold")
    if checked.reasons:
        yield Text("\n".join(f"Note: {reason.text}." for reason in checked.reasons), "yellow")


def _machine(machine: "Machine") -> "Iterator[tuple[str, str]]":
    from simulator.cli.digits import time  # noqa: PLC0415
    from simulator.reality.told import versions  # noqa: PLC0415

    yield "This machine", f"{machine.cores} cores, somaxconn {machine.somaxconn}, {versions(machine)}"
    hot = f"{machine.hot_cpu_factor:.2f} of that while the server is hot"
    new = f"a new connection {time(machine.connection_cpu_s)} more"
    yield "A request", f"{time(machine.request_cpu_s)} of processor time, {hot}; {new}"
    late = f"; a further answer on a connection is {time(machine.nagle_delay_s)} late" if machine.nagle_delay_s else ""
    yield "One way", f"{time(machine.network_s)}{late}"
    whole, varied = time(machine.async_surplus_s), time(machine.async_varied_surplus_s)
    yield (
        "Sleeps are late",
        f"time.sleep by {time(machine.sleep_surplus_s)}, asyncio.sleep by {whole} (whole milliseconds) or {varied}",
    )


def _table(checked: "Checked") -> "RenderableType":
    from rich.text import Text  # noqa: PLC0415

    from simulator.cli.screen import columns  # noqa: PLC0415

    table = columns("", "measured", "simulated", "difference", "tolerance", "")
    for each in checked.beside:
        table.add_row(
            each.figure.replace("_", " "), *_cells(each), Text(*(("ok", "") if each.is_ok else ("MISSED", "bold red")))
        )
    return table


def _cells(each: "Beside") -> tuple[str, ...]:
    from simulator.cli import digits  # noqa: PLC0415

    def shown(value: float | None) -> str:
        if value is None:
            return digits.NOTHING
        if each.is_time:
            return digits.time(value)
        return f"{digits.significant(value)}/s" if each.is_rate else f"{value * 100:.1f} %"

    if each.measured is None or each.simulated is None:
        return shown(each.measured), shown(each.simulated), digits.NOTHING, digits.NOTHING
    by = each.simulated - each.measured
    if each.is_time or each.is_rate:
        share = f"{by / each.measured * 100:+.1f} %" if each.measured else digits.NOTHING
        return shown(each.measured), shown(each.simulated), share, f"± {shown(each.tolerance)}"
    return (
        shown(each.measured),
        shown(each.simulated),
        f"{by * 100:+.1f} points",
        f"± {each.tolerance * 100:.0f} points",
    )
