"""Several replications of one scenario: counts are summed, means averaged, percentiles pooled."""

from collections.abc import Mapping, Sequence
from dataclasses import Field, fields, is_dataclass, replace
from typing import Any

from simulator.record import Record
from simulator.scenario import Scenario
from simulator.statistics.intervals import t_interval
from simulator.statistics.quantiles import EXACT_UP_TO, Quantiles
from simulator.statistics.replication import group_time, logical_time, summarised, verdict
from simulator.statistics.summary import GroupFigures, LittlesLaw, Rate, ResponseTime, Summary
from simulator.statistics.tally import Tally, tallied

Times = Mapping[tuple[str, str], Quantiles]
"""Response times by scope (all, logical, route, client) and name."""


def times_of(scenario: Scenario, tally: Tally) -> Times:
    """What percentiles over several replications are computed from."""
    times = {("all", ""): tally.all.response, ("logical", ""): tally.logical.response}
    for route, group in zip(scenario.routes, tally.routes, strict=True):
        times["route", route.path] = group.response
    for client, group in zip(scenario.clients, tally.clients, strict=True):
        times["client", client.name] = group.response
    return times


class Replications:
    """Takes one finished replication after the other; keeps their summaries, and of their attempts only times."""

    def __init__(self) -> None:
        self.summaries: list[Summary] = []
        self._pool: dict[tuple[str, str], Quantiles] = {}

    def add(self, record: Record, tally: Tally | None = None) -> Summary:
        """The summary of a closed replication; with a tally that was fed while it ran, its rows are not needed."""
        tally = tallied(record) if tally is None else tally
        summary = summarised(record, tally)
        self.add_summary(summary, times_of(record.scenario, tally))
        return summary

    def add_summary(self, summary: Summary, times: Times) -> None:
        """The same of a replication that was run and summarised elsewhere."""
        self.summaries.append(summary)
        for (scope, name), each in times.items():
            self._merge(scope, name, each)

    def _merge(self, scope: str, name: str, times: Quantiles) -> None:
        if (scope, name) not in self._pool:
            self._pool[scope, name] = Quantiles(EXACT_UP_TO if times.is_exact else 0)
        self._pool[scope, name].merge(times)

    def overall(self) -> Summary:
        """Of all replications together; that of the only one, where it is the only one."""
        assert self.summaries, "there is nothing to summarise before the first replication"
        if len(self.summaries) == 1:
            return self.summaries[0]
        summary: Summary = _combined(self.summaries)
        return replace(
            summary,
            throughput_per_s=self._rate([each.throughput_per_s for each in self.summaries]),
            goodput_per_s=self._rate([each.goodput_per_s for each in self.summaries]),
            response_time_s=self._response_time(summary.response_time_s),
            logical=replace(
                summary.logical,
                response_time_s=replace(
                    logical_time(self._pool["logical", ""]), mean=summary.logical.response_time_s.mean
                ),
            ),
            by_route=self._groups("route", summary.by_route),
            by_client=self._groups("client", summary.by_client),
            checks=replace(summary.checks, littles_law=self._littles_law(summary.checks.littles_law)),
        )

    def _rate(self, rates: Sequence[Rate]) -> Rate:
        means = [rate.mean for rate in rates]
        return Rate(mean=_mean(means), ci95=t_interval(means))

    def _response_time(self, combined: ResponseTime) -> ResponseTime:
        means = [each.response_time_s.mean for each in self.summaries]
        p50, p90, p95, p99 = self._pool["all", ""].percentiles_s((50, 90, 95, 99))
        interval = t_interval([mean for mean in means if mean is not None])
        return replace(combined, ci95=interval, p50=p50, p90=p90, p95=p95, p99=p99)

    def _groups(self, scope: str, groups: Mapping[str, GroupFigures]) -> dict[str, GroupFigures]:
        return {
            name: replace(
                group,
                response_time_s=replace(group_time(self._pool[scope, name]), mean=group.response_time_s.mean),
            )
            for name, group in groups.items()
        }

    def _littles_law(self, combined: LittlesLaw) -> LittlesLaw:
        holds = all(each.checks.littles_law.ok is not False for each in self.summaries)
        return replace(combined, ok=verdict(combined.L, combined.edge, holds=holds))


def _combined(items: Sequence[Any]) -> Any:  # noqa: ANN401  # the kind of its items
    """One value from those of several replications, by the kind of value."""
    first = next((item for item in items if item is not None), None)
    if is_dataclass(first) and not isinstance(first, type):
        return replace(first, **{each.name: _field(each, items) for each in fields(first)})
    if isinstance(first, Mapping):
        return {key: _combined([item[key] for item in items if key in item]) for item in items for key in item}
    if isinstance(first, tuple):
        most = max(len(item) for item in items)
        return tuple(_combined([item[index] for item in items if index < len(item)]) for index in range(most))
    return _number([item for item in items if item is not None])


def _number(values: Sequence[Any]) -> Any:  # noqa: ANN401
    if not values:
        return None
    if isinstance(values[0], bool):
        return all(values)
    return sum(values) if isinstance(values[0], int) else _mean(values)


def _field(each: "Field[Any]", items: Sequence[Any]) -> Any:  # noqa: ANN401
    values = [getattr(item, each.name) for item in items]
    match each.metadata.get("over"):
        case "first":
            return values[0]
        case "largest":
            return max((value for value in values if value is not None), default=None)
        case "pooled":
            return None
        case _:
            return _combined(values)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
