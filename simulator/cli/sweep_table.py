"""The points of a sweep on one screen."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from simulator.cli import digits
from simulator.cli.screen import columns, print_blocks
from simulator.experiment.sweep import Sweep
from simulator.experiment.sweep_table import Estimate, PointFigures, SweepTable
from simulator.words import shown

_MOST_POINTS = 200
"""sweep.csv has them all."""


def show(table: SweepTable, sweep: Sweep, *, is_seed_drawn: bool) -> None:
    """Print a line a point."""
    print_blocks(list(_blocks(table, sweep, is_seed_drawn=is_seed_drawn)))


def _blocks(table: SweepTable, sweep: Sweep, *, is_seed_drawn: bool) -> Iterator[RenderableType]:
    points = list(table.points())
    yield _title(sweep, len(points), is_seed_drawn=is_seed_drawn)
    yield _table(points, sweep)
    errors = list(dict.fromkeys(point.error for point in points if point.error))
    if errors:
        count = sum(bool(point.error) for point in points)
        lines = [f"Warning: {digits.count(count)} of {digits.count(len(points))} points failed:"]
        yield Text("\n".join([*lines, *(f"  {error}" for error in errors[:5])]), style="yellow")


def _title(sweep: Sweep, points: int, *, is_seed_drawn: bool) -> Text:
    seeds = f"seed {sweep.seed}{' (drawn)' if is_seed_drawn else ''} at every point"
    kind = "point" if points == 1 else "points"
    kind = kind if sweep.samples is None else f"{kind} of a Latin hypercube"
    facts = f"{digits.count(points)} {kind}, {digits.count(sweep.replications)} replications each, {seeds}"
    if sweep.replications == 1:
        facts = f"{digits.count(points)} {kind}, one run each, {seeds}"
    keys = [f"{label}: {key}" for label, key in zip(_labels(sweep.keys), sweep.keys, strict=True) if label != key]
    return Text.assemble((sweep.scenario.title("en"), "bold"), "\n", "\n".join([facts, *keys]))


def _labels(keys: Sequence[str]) -> list[str]:
    """The last part of each key, where that tells them apart."""
    short = [key.rpartition(".")[2] for key in keys]
    return short if len(set(short)) == len(keys) else list(keys)


def _table(points: Sequence[PointFigures], sweep: Sweep) -> RenderableType:
    labels = _labels(sweep.keys)
    has_intervals = sweep.replications > 1
    head = [*labels, "per second", "mean", *(["95 %"] if has_intervals else []), "p95", "errors", "loop busy"]
    table = columns(head[0], *head[1:])
    for index, point in enumerate(points):
        if index == _MOST_POINTS and len(points) > _MOST_POINTS + 1:
            table.add_row(Text(f"and {digits.count(len(points) - index)} more", style="dim"))
            break
        values = [_value(point.values[key]) for key in sweep.keys]
        table.add_row(*values, *_cells(point, has_intervals=has_intervals), style="red" if point.error else "")
    return table


def _value(value: object) -> str:
    return value if isinstance(value, str) else f"{value:g}" if isinstance(value, float) else shown(value)


def _cells(point: PointFigures, *, has_intervals: bool) -> Iterator[str]:
    def mean(name: str) -> float | None:
        found = point.figures[name]
        return None if found is None else found.mean

    throughput = mean("throughput_per_s")
    yield digits.NOTHING if throughput is None else digits.significant(throughput)
    yield digits.time(mean("response_mean_s"))
    if has_intervals:
        yield _half(point.figures["response_mean_s"])
    yield digits.time(mean("response_p95_s"))
    yield digits.percent(mean("errors"))
    yield digits.percent(mean("utilisation"))


def _half(found: Estimate | None) -> str:
    if found is None or found.ci95 is None:
        return digits.NOTHING
    return f"±{digits.time((found.ci95[1] - found.ci95[0]) / 2)}"
