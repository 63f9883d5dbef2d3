"""`simulate compare`: scenarios against the first, paired by common random numbers."""

from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import AsJson, Assignments, Cluster, Debug, Jobs, Quiet, Seed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from simulator.experiment.compare import Compared, Comparison, Difference
    from simulator.scenario import Scenario

_SAME = "the same"


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("compare")(compare)


def compare(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="A B ...",
            help="Scenario files or bundled names; A is what is compared with. Or one file that the window saved.",
        ),
    ],
    *,
    replications: Annotated[
        int | None, typer.Option(metavar="N", help="Of each; if not given, A's run.replications, or 10.", max=10_000)
    ] = None,
    assignments: Assignments = None,
    seed: Seed = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Say how scenarios differ from the first, with intervals; all meet the same arrivals and the same draws."""
    from simulator.cli.progress import progress  # noqa: PLC0415
    from simulator.cli.where import executor_of  # noqa: PLC0415
    from simulator.experiment import compare as compared  # noqa: PLC0415

    seeds = () if seed is None else (f"run.seed={seed}",)
    scenarios = _scenarios(_both(files), (*(assignments or ()), *seeds))
    run = scenarios[0][1].run
    assert run.seed is not None, "a seed was drawn"
    most = run.replications if run.replications > 1 else compared.REPLICATIONS
    with executor_of(jobs, cluster) as executor, progress(is_quiet=quiet) as advance:
        comparison = compared.compare(
            scenarios, executor, seed=run.seed, replications=replications or most, advance=advance
        )
    if as_json:
        from simulator.cli.json_text import json_text  # noqa: PLC0415

        print(json_text(comparison.plain()), end="")
    else:
        from simulator.cli.screen import print_blocks  # noqa: PLC0415

        print_blocks(_blocks(comparison))
    raise typer.Exit(Exit.DONE)


def _both(files: "Sequence[str]") -> "Sequence[str]":
    """A and B of a file that names them. Raises ScenarioError where there are no such files."""
    from pathlib import Path  # noqa: PLC0415

    from simulator.scenario.comparison import comparison_in  # noqa: PLC0415

    named = comparison_in(Path(files[0])) if len(files) == 1 else None
    return files if named is None else tuple(map(str, named))


def _scenarios(files: "Sequence[str]", assignments: tuple[str, ...]) -> "list[tuple[str, Scenario]]":
    """Raises ScenarioError with the problems of all files."""
    from simulator.cli.asked import Asked, scenario_of  # noqa: PLC0415
    from simulator.errors import Problem, ScenarioError  # noqa: PLC0415

    scenarios: list[tuple[str, Scenario]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            scenarios.append((file, scenario_of(Asked(config=file, assignments=assignments))[0]))
        except ScenarioError as error:
            problems += error.problems
    if problems:
        raise ScenarioError(problems)
    return scenarios


def _blocks(comparison: "Comparison") -> "list[RenderableType]":
    from rich.text import Text  # noqa: PLC0415

    from simulator.cli import digits  # noqa: PLC0415

    count = digits.count(comparison.replications)
    head = f"Against {comparison.base}: {count} paired replications of each, seed {comparison.seed}"
    blocks: list[RenderableType] = [Text(head, "bold")]
    for each in comparison.compared:
        blocks += [_table(each), Text(_sentence(each))]
    return blocks


def _table(compared: "Compared") -> "RenderableType":
    from rich.text import Text  # noqa: PLC0415

    from simulator.cli.screen import columns  # noqa: PLC0415

    table = columns("", "base", "here", "difference", "95 % interval", "")
    table.columns[0].min_width = max(len(each.figure) for each in compared.differences)
    table.columns[-1].justify = "left"
    table.padding = (0, 1, 0, 0)
    for each in compared.differences:
        verdict = _share(each) if each.is_shown else _SAME if each.interval == (0.0, 0.0) else "no difference shown"
        table.add_row(each.figure, *_cells(each), Text(verdict, "bold" if each.is_shown else "dim"))
    return table


def _share(difference: "Difference") -> str:
    return "" if difference.share is None else f"{difference.share * 100:+.3g} %"


def _cells(difference: "Difference") -> tuple[str, str, str, str]:
    from simulator.cli import digits  # noqa: PLC0415
    from simulator.experiment.targets import FIGURES, Unit  # noqa: PLC0415

    low, high = difference.interval
    match FIGURES[difference.figure].unit:
        case Unit.TIME:
            ends = digits.signed_interval(low, high)
            return (
                digits.time(difference.base),
                digits.time(difference.value),
                digits.signed_time(difference.difference),
                ends,
            )
        case Unit.SHARE:
            shares = [f"{share * 100:.3g} %" for share in (difference.base, difference.value)]
            ends = f"{low * 100:+.3g} .. {high * 100:+.3g} %"
            return shares[0], shares[1], f"{difference.difference * 100:+.3g} %", ends
        case Unit.RATE:
            rates = [f"{digits.significant(rate)}/s" for rate in (difference.base, difference.value)]
            return rates[0], rates[1], f"{difference.difference:+.3g}/s", f"{low:+.3g} .. {high:+.3g}"


def _sentence(compared: "Compared") -> str:
    shown = [each for each in compared.differences if each.is_shown]
    if all(each.interval == (0.0, 0.0) for each in compared.differences):
        return f"{compared.name} is the same in every replication."
    if not shown:
        return f"{compared.name}: no difference shown; more replications may tell."
    words = ", ".join(f"{each.figure} {_share(each) or 'differs'}" for each in shown)
    same = [each.figure for each in compared.differences if not each.is_shown]
    return f"{compared.name}: {words}" + (f"; no difference shown in {', '.join(same)}." if same else ".")
