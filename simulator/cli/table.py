"""The figures of a run on one screen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from simulator.cli import digits, verdicts
from simulator.cli.screen import bar_sign, columns, facts, print_blocks
from simulator.scenario import Scenario
from simulator.statistics import GroupFigures, Rate, ResponseTime, Summary
from simulator.statistics.summary import Tasks
from simulator.statistics.utilisation_law import utilisation_law

_BAR_WIDTH = 24
_MOST_ROWS = 16
"""Of workers, routes or clients; summary.csv has them all."""
_OUTCOMES = ("completed", "refused", "rejected", "failed", "timed_out", "unfinished")
_MESSAGE_OUTCOMES = ("completed", "failed", "dead_lettered", "unfinished", "redelivered")
_NO_ERRORS = ("completed", "unfinished")
_PERCENTILES = ("p50", "p90", "p95", "p99", "max")
_PARTS = {
    "network": "network",
    "accept_wait": "waiting in the accept queue",
    "loop_wait": "waiting for the event loop",
    "thread_wait": "waiting for a thread token",
    "pool_wait": "waiting for a pool connection",
    "service_wait": "waiting for a service",
    "cpu_wait": "waiting for the GIL or a core",
    "cpu": "computing",
    "io": "in I/O",
}


def show(summary: Summary, scenario: Scenario, *, is_seed_drawn: bool) -> None:
    """Print the figures on standard output; plain text where that is no terminal."""
    print_blocks([_title(summary, is_seed_drawn=is_seed_drawn), *_blocks(summary, scenario)])


def show_files(folder: Path, names: Sequence[str]) -> None:
    """Print what was written."""
    print(f"\nWritten to {folder}: {', '.join(names)}")


def _title(summary: Summary, *, is_seed_drawn: bool) -> Text:
    said = [f"{digits.span(summary.simulated_s)} simulated"]
    if summary.replications > 1:
        said = [f"{digits.count(summary.replications)} replications of {digits.span(summary.simulated_s)}"]
    if summary.warm_up_s:
        said.append(f"the first {digits.span(summary.warm_up_s)} left out")
    said.append(f"seed {summary.seed}{' (drawn)' if is_seed_drawn else ''}")
    return Text.assemble((summary.scenario, "bold"), "\n", ", ".join(said))


def _blocks(summary: Summary, scenario: Scenario) -> Iterator[RenderableType]:
    yield _figures(summary, scenario)
    if summary.response_time_s.mean:
        yield _parts(summary.parts_s, summary.response_time_s.mean, bar_sign())
    yield _workers(summary)
    for kind, groups in (("route", summary.by_route), ("client", summary.by_client)):
        if len(groups) > 1:
            yield _groups(kind, groups)
    yield _checks(summary, scenario)
    warnings = list(verdicts.warnings(summary))
    if warnings:
        yield Text("\n".join(f"Warning: {warning}" for warning in warnings), style="yellow")


def _figures(summary: Summary, scenario: Scenario) -> Table:
    table = facts()
    table.add_row("Requests", _outcomes(summary))
    table.add_row("Throughput", _rate(summary.throughput_per_s))
    table.add_row("Goodput", _rate(summary.goodput_per_s))
    table.add_row("Response time", _response_time(summary.response_time_s))
    for line in (verdicts.no_interval(summary, scenario), *verdicts.caveats(summary)):
        if line and summary.response_time_s.mean is not None:
            table.add_row("", Text(line, style="dim"))
    mean, most = summary.in_flight.mean, summary.in_flight.max
    table.add_row("In flight", f"{digits.significant(mean)} on average, {digits.count(most)} at most")
    if scenario.broker is not None:
        table.add_row("Messages", _messages(summary.tasks))
        queue = summary.tasks.queue
        table.add_row("Their queue", f"{digits.significant(queue.mean)} on average, {digits.count(queue.max)} at most")
    return table


def _messages(tasks: Tasks) -> Text:
    text = Text(f"{digits.count(tasks.published)} published")
    for name in _MESSAGE_OUTCOMES:
        number = getattr(tasks, name)
        if number or name == "completed":
            text.append(", ")
            style = "red" if name in ("failed", "dead_lettered") else ""
            text.append(f"{digits.count(number)} {name.replace('_', ' ')}", style)
    return text


def _outcomes(summary: Summary) -> Text:
    text = Text(f"{digits.count(summary.requests.sent)} sent")
    for name in _OUTCOMES:
        number = getattr(summary.requests, name)
        if number or name == "completed":
            text.append(", ")
            text.append(f"{digits.count(number)} {name.replace('_', ' ')}", "" if name in _NO_ERRORS else "red")
    return text


def _rate(rate: Rate) -> Text:
    text = Text(f"{digits.significant(rate.mean)} per second")
    if rate.ci95 is not None:
        text.append(f"  (95 %: {digits.interval(*rate.ci95, is_time=False)})", "dim")
    return text


def _response_time(times: ResponseTime) -> Text:
    if times.mean is None:
        return Text("no answer came")
    text = Text(f"{digits.time(times.mean)} on average")
    if times.ci95 is not None:
        text.append(f"  (95 %: {digits.interval(*times.ci95, is_time=True)})", "dim")
    return text.append("\n" + ", ".join(f"{name} {digits.time(getattr(times, name))}" for name in _PERCENTILES))


def _parts(parts: Mapping[str, float | None], whole: float, bar: str) -> Table:
    table = columns("Where an answer's time goes", "", "share", "")
    for part, label in _PARTS.items():
        time = parts[part] or 0.0
        if time:
            filled = round(time / whole * _BAR_WIDTH)
            table.add_row(label, digits.time(time), digits.percent(time / whole), Text(bar * filled, style="cyan"))
    table.columns[-1].justify = "left"
    return table


def _workers(summary: Summary) -> Table:
    table = columns("Worker", "loop busy", "threads taken", "processor", "answered")

    def rows() -> Iterator[tuple[str, ...]]:
        for worker in summary.workers:
            use = worker.utilisation
            shares = (digits.percent(share) for share in (use.loop, use.threads, use.cpu))
            yield (str(worker.worker), *shares, digits.count(worker.completed))

    return _filled(table, rows(), len(summary.workers))


def _groups(kind: str, groups: Mapping[str, GroupFigures]) -> Table:
    table = columns(kind.capitalize(), "sent", "answered", "per second", "mean", "p95")

    def rows() -> Iterator[tuple[str, ...]]:
        for name, group in groups.items():
            times = group.response_time_s
            counts = digits.count(group.sent), digits.count(group.completed), digits.significant(group.throughput_per_s)
            yield (name, *counts, digits.time(times.mean), digits.time(times.p95))

    return _filled(table, rows(), len(groups))


def _checks(summary: Summary, scenario: Scenario) -> Table:
    checks, law = summary.checks, utilisation_law(summary, scenario)
    verdict = [("Utilisation law", law.ok, verdicts.utilisation_law(law))] if law is not None else []
    table = facts()
    for label, is_ok, text in (
        ("Little's law", checks.littles_law.ok, verdicts.littles_law(summary)),
        *verdict,
        ("Conservation", checks.conservation.ok, verdicts.conservation(summary)),
    ):
        table.add_row(label, Text(text, style={True: "", None: "", False: "bold red"}[is_ok]))
    return table


def _filled(table: Table, rows: Iterable[tuple[str, ...]], count: int) -> Table:
    for index, row in enumerate(rows):
        if index == _MOST_ROWS and count > _MOST_ROWS + 1:
            table.add_row(Text(f"and {count - index} more", style="dim"))
            break
        table.add_row(*row)
    return table
