"""`simulate verify`: the model against queueing theory."""

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import AsJson, Cluster, Debug, Jobs, Quiet

if TYPE_CHECKING:
    from rich.console import RenderableType

    from simulator.experiment.verify import Verified

_WIDTHS = (34, 8, 9, 15, 6)
"""Of the columns: the same in every block."""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("verify")(verify)


def verify(
    *,
    seed: Annotated[int, typer.Option(metavar="N", help="Of all runs.", min=0)] = 1,
    jobs: Jobs = None,
    cluster: Cluster = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Run the model against the closed forms of queueing theory; exit code 1 where one misses."""
    from simulator.cli.progress import progress  # noqa: PLC0415
    from simulator.cli.where import executor_of  # noqa: PLC0415
    from simulator.experiment import verify as theory  # noqa: PLC0415

    figures: list[Verified] = []
    with executor_of(jobs, cluster) as executor, progress(is_quiet=quiet) as advance:
        for number, rows in enumerate(theory.verify(executor, seed), 1):
            figures += rows
            advance(number / len(theory.CASES))
    are_all_ok = all(each.is_ok for each in figures)
    if as_json:
        from simulator.cli.json_text import json_text  # noqa: PLC0415

        print(json_text({"ok": are_all_ok, "seed": seed, "figures": [each.plain() for each in figures]}), end="")
    else:
        from simulator.cli.screen import print_blocks  # noqa: PLC0415

        print_blocks(_blocks(figures))
    raise typer.Exit(Exit.DONE if are_all_ok else Exit.NO)


def _blocks(figures: "list[Verified]") -> "list[RenderableType]":
    from rich.text import Text  # noqa: PLC0415

    from simulator.cli.screen import columns  # noqa: PLC0415

    blocks: list[RenderableType] = []
    for what, rows in groupby(figures, key=lambda each: f"{each.queue}: {each.what}"):
        table = columns(what, "theory", "simulated", "99.9 % interval", "")
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.min_width = width
        for each in rows:
            table.add_row(*_cells(each), Text(*(("ok", "") if each.is_ok else ("MISSED", "bold red"))))
        blocks.append(table)
    missed = sum(not each.is_ok for each in figures)
    verdict = (
        f"{missed} of {len(figures)} figures miss theory" if missed else f"all {len(figures)} figures agree with theory"
    )
    return [*blocks, Text(verdict, "bold red" if missed else "bold")]


def _cells(each: "Verified") -> tuple[str, ...]:
    from simulator.cli import digits  # noqa: PLC0415

    is_time = each.figure == "response time"
    if is_time:
        ends = digits.interval(*each.interval, is_time=True)
        return each.figure, digits.time(each.theory), digits.time(each.measured), ends
    if each.figure == "throughput":
        ends = digits.interval(*each.interval, is_time=False)
        return each.figure, f"{digits.significant(each.theory)}/s", f"{digits.significant(each.measured)}/s", ends
    low, high = (f"{end * 100:.1f}" for end in each.interval)
    return each.figure, f"{each.theory * 100:.1f} %", f"{each.measured * 100:.1f} %", f"{low} .. {high} %"
