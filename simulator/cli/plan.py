"""`simulate plan`: the cheapest server that meets its targets."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import (
    AsJson,
    Assignments,
    Cluster,
    Confidence,
    Config,
    Debug,
    Jobs,
    MostReplications,
    Quiet,
    Seed,
    Targets,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from simulator.experiment.planning import Plan
    from simulator.experiment.targets import Target
    from simulator.experiment.varying import Varied

_FEW = 4
"""Points that are named; of more the ends are."""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("plan")(plan)


def plan(
    config: Config,
    *,
    targets: Targets = None,
    vary: Annotated[
        list[str] | None,
        typer.Option("--vary", metavar="KEY=VALUES", help="What may be chosen: server.workers=1..32. Repeatable."),
    ] = None,
    cost: Annotated[
        list[str] | None,
        typer.Option("--cost", metavar="KEY=PRICE", help="Of one more; else the first key weighs most. Repeatable."),
    ] = None,
    assignments: Assignments = None,
    confidence: Confidence = "95%",
    most_replications: MostReplications = 40,
    seed: Seed = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Find the cheapest server that meets the targets; exit code 1 where none was shown to."""
    from simulator.cli import searching  # noqa: PLC0415
    from simulator.cli.asked import settled  # noqa: PLC0415
    from simulator.cli.progress import progress  # noqa: PLC0415
    from simulator.cli.where import executor_of  # noqa: PLC0415
    from simulator.experiment.planning import plan as planned  # noqa: PLC0415
    from simulator.experiment.targets import parse_targets  # noqa: PLC0415
    from simulator.experiment.varying import parse_all  # noqa: PLC0415

    scenario, begin = settled(config, assignments, seed)
    wanted, varied = parse_targets(targets or ()), parse_all(vary or (), scenario)
    with executor_of(jobs, cluster) as executor, progress(is_quiet=quiet) as advance:
        found = planned(
            scenario,
            wanted,
            varied,
            executor,
            seed=begin,
            costs=_costs(cost or ()),
            confidence=searching.parse_confidence(confidence),
            most_replications=most_replications,
            advance=advance,
        )
    options = [("--config", config), *searching.repeated("--target", targets), *searching.repeated("--vary", vary)]
    options += [
        *searching.repeated("--cost", cost),
        *searching.repeated("--set", assignments),
        ("--confidence", confidence),
    ]
    options += [("--replications", str(most_replications)), ("--seed", str(found.seed))]
    command = searching.command("plan", options)
    plain = {**found.plain(), "in_words": " ".join([_sentence(found, wanted), *_caveats(found)])}
    searching.show(plain, command, lambda: _blocks(found, wanted, varied, command), as_json=as_json)
    raise typer.Exit(Exit.NO if found.answer is None else Exit.DONE)


def _costs(texts: "Sequence[str]") -> dict[str, float]:
    from simulator.errors import Problem, ScenarioError  # noqa: PLC0415
    from simulator.scenario import keys  # noqa: PLC0415
    from simulator.words import shown  # noqa: PLC0415

    costs: dict[str, float] = {}
    for text in texts:
        key, price = keys.parse_assignment(text)
        is_price = isinstance(price, int | float) and not isinstance(price, bool)
        if not is_price or not 0 <= price < float("inf"):
            raise ScenarioError(Problem(f"must be a price of 0 or more, got {shown(price)}", key, source="--cost"))
        costs[key] = float(price)
    return costs


def _blocks(
    found: "Plan", targets: "Sequence[Target]", varied: "Sequence[Varied]", command: str
) -> "list[RenderableType]":
    from rich.text import Text  # noqa: PLC0415

    from simulator.cli import searching  # noqa: PLC0415

    first = ", ".join(each.key for each in varied)
    trials = sorted(found.trials, key=lambda trial: [_sortable(value) for value in trial.point.values()])
    table = searching.evidence(first, trials, targets, lambda trial: ", ".join(map(str, trial.point.values())))
    return [
        Text(_sentence(found, targets), "bold"),
        *(Text(line) for line in _caveats(found)),
        table,
        f"Again: {command}",
    ]


def _sortable(value: Any) -> tuple[bool, Any]:  # noqa: ANN401  # any TOML value
    is_number = isinstance(value, int | float)
    return not is_number, value if is_number else str(value)


def _sentence(found: "Plan", targets: "Sequence[Target]") -> str:
    from simulator.cli import digits, searching  # noqa: PLC0415

    wanted = searching.in_words(targets)
    if found.answer is None:
        assert found.nearest is not None, "something was tried"
        close = f"{_point(found.nearest.point)} came closest: {searching.how_close(found.nearest, targets)}"
        state = "No choice meets" if found.is_confident else "No choice was shown to meet"
        return f"{state} {wanted}; {close}."
    price = "" if found.cost is None else f", at a cost of {digits.significant(found.cost)}"
    sure = f"({searching.percent(found.confidence)} confidence)"
    if found.is_confident:
        return f"{_point(found.answer)} is the cheapest that meets {wanted}{price} {sure}."
    return f"{_point(found.answer)} meets {wanted}{price} {sure}; whether a cheaper one does is open."


def _caveats(found: "Plan") -> list[str]:
    if not found.cannot_tell:
        return []
    named = [_point(point) for point in found.cannot_tell]
    shown = "; ".join(named if len(named) <= _FEW else [*named[: _FEW - 1], f"and {len(named) - _FEW + 1} more"])
    most = max(trial.replications for trial in found.trials)
    if found.answer is None:
        return [
            f"Cannot tell in {most} replications whether they do: {shown}. More --replications or a longer run may."
        ]
    return [f"Cannot tell apart from it in {most} replications: {shown}. More --replications or a longer run may."]


def _point(point: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} = {value}" for key, value in point.items())
