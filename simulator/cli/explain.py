"""`simulate explain`: what can be known before a run."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import AsJson, Assignments, Config, Debug

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from simulator.experiment.explain import Explanation
    from simulator.experiment.pilot import WarmUpAdvice


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("explain")(explain)


def explain(
    config: Config,
    assignments: Assignments = None,
    *,
    pilot: Annotated[bool, typer.Option(metavar="", help="Advise on the warm-up, from a few short runs.")] = True,
    assumptions: Annotated[
        bool, typer.Option("--assumptions", help="Say also what the model assumes, and what it leaves out.")
    ] = False,
    as_json: AsJson = False,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Say before any run what is asked for, what is busy, what the limit is, and what to try."""
    from simulator.cli.asked import Asked, scenario_of  # noqa: PLC0415
    from simulator.experiment.explain import explain as explained  # noqa: PLC0415

    scenario, _ = scenario_of(Asked(config=config, assignments=tuple(assignments or ())))
    advice = None
    if pilot:
        from simulator.experiment.pilot import advise  # noqa: PLC0415

        advice = advise(scenario)
    explanation = explained(scenario, advice)
    if as_json:
        from simulator.cli.json_text import json_text  # noqa: PLC0415

        print(json_text(explanation.plain()), end="")
    else:
        from simulator.cli.screen import print_blocks  # noqa: PLC0415

        print_blocks([*_blocks(explanation), *(_page() if assumptions else ())])
    raise typer.Exit(Exit.DONE)


def _page() -> Iterator["RenderableType"]:
    from rich.markdown import Markdown  # noqa: PLC0415

    from simulator.assumptions import page  # noqa: PLC0415

    yield Markdown(page("en"), hyperlinks=False)


def _blocks(explanation: "Explanation") -> Iterator["RenderableType"]:
    from rich.text import Text  # noqa: PLC0415

    yield Text(explanation.scenario, style="bold")
    yield _resources(explanation)
    yield _facts(explanation)


def _resources(explanation: "Explanation") -> "Table":
    from rich.text import Text  # noqa: PLC0415

    from simulator.cli import digits  # noqa: PLC0415
    from simulator.cli.screen import columns  # noqa: PLC0415

    table = columns("Resource", "held by a request", "offered load", "of", "utilisation", "at most")
    for each in explanation.resources:
        is_bottleneck = each.resource == explanation.bottleneck
        table.add_row(
            Text(each.resource + (" <" if is_bottleneck else ""), "bold" if is_bottleneck else ""),
            digits.time(each.demand_s),
            digits.significant(each.offered_load),
            digits.NOTHING if each.servers is None else digits.count(each.servers),
            digits.percent(each.utilisation),
            digits.NOTHING if each.limit_per_s is None else f"{digits.significant(each.limit_per_s)}/s",
        )
    return table


def _facts(explanation: "Explanation") -> "Table":
    from simulator.cli import digits  # noqa: PLC0415
    from simulator.cli.screen import facts  # noqa: PLC0415

    table = facts()
    users = f", {digits.count(explanation.users)} users answered at once" if explanation.users else ""
    table.add_row("Offered", f"{digits.significant(explanation.offered_per_s)} requests per second{users}")
    capacity = "without limit"
    if explanation.capacity_per_s is not None:
        capacity = f"{digits.significant(explanation.capacity_per_s)} per second; bottleneck: {explanation.bottleneck}"
    table.add_row("Capacity", capacity)
    table.add_row("Theory", _theory(explanation))
    if explanation.warm_up is not None:
        table.add_row("Warm-up", _warm_up(explanation.warm_up))
    table.add_row("Hint", explanation.hint)
    return table


def _theory(explanation: "Explanation") -> str:
    from simulator.cli import digits  # noqa: PLC0415

    form = explanation.closed_form
    if form is None:
        return f"no closed form: {explanation.no_closed_form}"
    busy = "" if form.utilisation is None else f", {digits.percent(form.utilisation)} busy"
    response, waiting = digits.time(form.response_time_s), digits.time(form.waiting_time_s)
    times = f"response time {response} on average, {waiting} of it waiting"
    return f"{form.name}: {times}; {digits.significant(form.throughput_per_s)} per second{busy}"


def _warm_up(advice: "WarmUpAdvice") -> str:
    from simulator.cli import digits  # noqa: PLC0415

    if advice.advised_s is None:
        return f"MSER-5 finds no steady part in {digits.span(round(advice.pilot_s, 3))} of pilot runs"
    verdict = "enough" if advice.is_enough else "shorter than that"
    return f"MSER-5 advises {digits.time(advice.advised_s)}; run.warm_up = {digits.time(advice.chosen_s)} is {verdict}"
