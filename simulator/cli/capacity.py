"""`simulate capacity`: the highest rate at which the targets are still met."""

from typing import TYPE_CHECKING, Annotated

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

    from simulator.experiment.capacity_search import CapacityFound
    from simulator.experiment.targets import Target


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("capacity")(capacity)


def capacity(
    config: Config,
    *,
    targets: Targets = None,
    assignments: Assignments = None,
    precision: Annotated[str, typer.Option(metavar="PERCENT", help="How near to the highest rate.")] = "2%",
    confidence: Confidence = "95%",
    most_replications: MostReplications = 40,
    seed: Seed = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Find the highest rate that still meets the targets; exit code 1 where none was shown to.

    All groups of clients send more, or less, in the same proportion.
    """
    from simulator.cli import searching  # noqa: PLC0415
    from simulator.cli.asked import settled  # noqa: PLC0415
    from simulator.cli.progress import progress  # noqa: PLC0415
    from simulator.cli.where import executor_of  # noqa: PLC0415
    from simulator.experiment.capacity_search import find_capacity  # noqa: PLC0415
    from simulator.experiment.targets import parse_targets  # noqa: PLC0415

    scenario, begin = settled(config, assignments, seed)
    wanted = parse_targets(targets or ())
    with executor_of(jobs, cluster) as executor, progress(is_quiet=quiet) as advance:
        found = find_capacity(
            scenario,
            wanted,
            executor,
            seed=begin,
            confidence=searching.parse_confidence(confidence),
            precision=searching.parse_precision(precision),
            most_replications=most_replications,
            advance=advance,
        )
    options = [("--config", config), *searching.repeated("--target", targets)]
    options += [*searching.repeated("--set", assignments), ("--precision", precision)]
    options += [("--confidence", confidence), ("--replications", str(most_replications)), ("--seed", str(found.seed))]
    command = searching.command("capacity", options)
    plain = {**found.plain(), "in_words": _in_words(found, wanted)}
    searching.show(plain, command, lambda: _blocks(found, wanted, command), as_json=as_json)
    raise typer.Exit(Exit.NO if found.factor is None else Exit.DONE)


def _blocks(found: "CapacityFound", targets: "Sequence[Target]", command: str) -> "list[RenderableType]":
    from rich.text import Text  # noqa: PLC0415

    from simulator.cli import digits, searching  # noqa: PLC0415

    table = searching.evidence(
        "times the scenario's rate", found.trials, targets, lambda trial: digits.significant(trial.point["factor"])
    )
    return [
        Text(_sentence(found, targets), "bold"),
        Text(_detail(found)),
        Text(_limit(found)),
        table,
        f"Again: {command}",
    ]


def _in_words(found: "CapacityFound", targets: "Sequence[Target]") -> str:
    return f"{_sentence(found, targets)} {_detail(found)} {_limit(found)}"


def _sentence(found: "CapacityFound", targets: "Sequence[Target]") -> str:
    from simulator.cli import digits, searching  # noqa: PLC0415

    wanted = searching.in_words(targets)
    if found.rate_per_s is None:
        assert found.nearest is not None, "something was tried"
        factor = digits.significant(found.nearest.point["factor"])
        close = f"{factor} times the scenario's rate came closest: {searching.how_close(found.nearest, targets)}"
        state = "No rate that was tried meets" if found.is_confident else "No rate was shown to meet"
        return f"{state} {wanted}; {close}."
    sure = f"({searching.percent(found.confidence)} confidence)"
    rate = f"{digits.significant(found.rate_per_s)} requests per second"
    if found.users is not None:
        return f"Up to {digits.count(found.users)} users, {rate}, meet {wanted} {sure}."
    return f"Up to {rate} meet {wanted} {sure}."


def _detail(found: "CapacityFound") -> str:
    """What lies beyond the answer; without one, below what was tried."""
    from simulator.cli import digits  # noqa: PLC0415

    if found.factor is None:
        return _floor(found)
    groups = ", ".join(f"{name} {_size(size)}" for name, size in found.clients.items())
    above = "no rate was shown to be too much"
    if found.missed_per_s is not None:
        gap = "" if found.is_confident else "; between the two it cannot be told"
        users = found.missed_users
        number = digits.significant(found.missed_per_s) if users is None else f"{digits.count(users)} users"
        above = f"{number} are too many{gap}"
    return f"{above[:1].upper()}{above[1:]}. That is: {groups}."


def _floor(found: "CapacityFound") -> str:
    """How far down it was looked, and why not further."""
    from simulator.cli import digits  # noqa: PLC0415
    from simulator.experiment.capacity_search import FEWEST_REQUESTS, FURTHEST, Floor  # noqa: PLC0415

    longer = "try a longer run.duration"
    whys = {
        Floor.FEW_REQUESTS: f"at half of it a run sends fewer than {FEWEST_REQUESTS} requests: {longer}",
        Floor.FEW_USERS: "a group has one user at least",
        Floor.FURTHEST: f"that is the scenario's own / {digits.count(FURTHEST)}",
    }
    why = "" if found.floor is None else f"; {whys[found.floor]}"
    return f"The lowest rate that was tried is {digits.significant(found.lowest_per_s)} per second{why}."


def _size(size: float) -> str:
    """Of a group: users are whole."""
    from simulator.cli import digits  # noqa: PLC0415

    return digits.count(int(size)) if size == int(size) else f"{digits.significant(size)}/s"


def _limit(found: "CapacityFound") -> str:
    from simulator.cli import digits  # noqa: PLC0415

    if found.theoretical_per_s is None:
        return "In theory nothing limits this server."
    at_most = digits.significant(found.theoretical_per_s)
    return f"In theory the server answers {at_most} per second at most, however late; bottleneck: {found.bottleneck}."
