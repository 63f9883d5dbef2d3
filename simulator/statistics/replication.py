"""The summary of one replication, from its tally and its record's marks."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.record import SAMPLE_COLUMNS, WORKER_COLUMNS, Outcome, Record
from simulator.statistics.intervals import is_steady
from simulator.statistics.messages import are_conserved, tasks_of
from simulator.statistics.quantiles import Quantiles
from simulator.statistics.summary import (
    Checks,
    Conservation,
    GroupFigures,
    GroupTime,
    Length,
    LittlesLaw,
    Logical,
    LogicalTime,
    Rate,
    Requests,
    ResponseTime,
    Server,
    ServiceFigures,
    Summary,
    Utilisation,
    WorkerFigures,
)
from simulator.statistics.tally import GroupTally, Tally
from simulator.units import NS_PER_S

LARGEST_EDGE = 0.05
"""Share of L above which Little's law says nothing about W: too early, or not steady."""
_LITTLE_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class _Marks:
    """Differences of the record's cumulative figures over the window."""

    record: Record
    tally: Tally

    def change(self, column: str) -> float:
        """Of a cumulative column."""
        first, last = self.record.marks.column(column)
        return float(last - first)

    def mean(self, column: str) -> float:
        """Time average of a length."""
        return self.tally.window.mean(self.change(column))

    @property
    def accept_peak(self) -> int:
        """The longest accept queue since the warm-up."""
        return int(self.record.marks.table()[1, SAMPLE_COLUMNS.index("accept_peak")])

    def worker_changes(self) -> NDArray[np.float64]:
        """Shape (worker numbers, WORKER_COLUMNS)."""
        first, last = self.record.marks.workers()
        changes: NDArray[np.float64] = last - first
        return changes


def summarised(record: Record, tally: Tally) -> Summary:
    """The summary of one closed replication."""
    marks = _Marks(record, tally)
    scenario, window = record.scenario, tally.window
    has_intervals = is_steady(scenario)
    batches = tally.batches
    good = batches.good
    return Summary(
        scenario=scenario.title("en"),
        seed=record.seed,
        simulated_s=record.end_ns / NS_PER_S,
        warm_up_s=scenario.run.warm_up,
        requests=_requests(tally),
        logical=_logical(tally),
        throughput_per_s=Rate(
            mean=window.per_s(tally.all.answered), ci95=batches.throughput_interval() if has_intervals else None
        ),
        goodput_per_s=Rate(mean=window.per_s(good), ci95=batches.goodput_interval() if has_intervals else None),
        response_time_s=_response_time(tally, has_intervals=has_intervals),
        parts_s=_parts(tally),
        in_flight=Length(mean=marks.mean("in_flight"), max=tally.peak.highest),
        accept_queue=Length(mean=marks.mean("accept_queue"), max=marks.accept_peak),
        server=_server(tally, round(marks.change("restarts"))),
        workers=_workers(marks),
        services=_services(marks),
        by_route={route.path: _group(tally, group) for route, group in zip(scenario.routes, tally.routes, strict=True)},
        by_client={
            client.name: _group(tally, group) for client, group in zip(scenario.clients, tally.clients, strict=True)
        },
        tasks=tasks_of(record, window),
        checks=Checks(littles_law=_littles_law(marks), conservation=Conservation(ok=_is_conserved(marks))),
    )


def _requests(tally: Tally) -> Requests:
    counts = {outcome.name.lower(): int(tally.outcomes[outcome]) for outcome in Outcome}
    return Requests(sent=tally.all.sent, **counts)


def _logical(tally: Tally) -> Logical:
    logical = tally.logical
    return Logical(
        sent=logical.sent,
        succeeded=logical.succeeded,
        gave_up=logical.gave_up,
        unfinished=logical.unfinished,
        attempts_per_request=logical.attempts / logical.sent if logical.sent else None,
        response_time_s=logical_time(logical.response),
    )


def logical_time(times: Quantiles) -> LogicalTime:
    """Of these times."""
    p50, p90, p95, p99 = times.percentiles_s((50, 90, 95, 99))
    return LogicalTime(mean=times.mean_s, p50=p50, p90=p90, p95=p95, p99=p99, max=times.max_s)


def group_time(times: Quantiles) -> GroupTime:
    """Of these times."""
    p50, p95, p99 = times.percentiles_s((50, 95, 99))
    return GroupTime(mean=times.mean_s, p50=p50, p95=p95, p99=p99)


def _response_time(tally: Tally, *, has_intervals: bool) -> ResponseTime:
    times = tally.all.response
    p50, p90, p95, p99 = times.percentiles_s((50, 90, 95, 99))
    interval = tally.batches.response_interval() if has_intervals else None
    return ResponseTime(
        mean=times.mean_s, ci95=interval, p50=p50, p90=p90, p95=p95, p99=p99, max=times.max_s, censored=tally.unanswered
    )


def _parts(tally: Tally) -> dict[str, float | None]:
    count = tally.all.completed
    return {part: time / count / NS_PER_S if count else None for part, time in tally.parts_ns.items()}


def _server(tally: Tally, restarts: int) -> Server:
    _, executed, orphaned = (int(count) for count in tally.workers.counts.sum(axis=0))
    return Server(
        executed=executed,
        orphaned=orphaned,
        orphaned_cpu_s=tally.orphaned_cpu_ns / NS_PER_S,
        orphaned_hold_s=tally.orphaned_hold_ns / NS_PER_S,
        restarts=restarts,
    )


def _workers(marks: _Marks) -> tuple[WorkerFigures, ...]:
    changes = marks.worker_changes()
    counts = marks.tally.workers.counts
    figures = []
    for number in range(1, marks.record.workers + 1):
        row = changes[number - 1] if number <= len(changes) else np.zeros(len(WORKER_COLUMNS))
        completed, executed, orphaned = counts[number] if number < len(counts) else (0, 0, 0)
        figures.append(
            WorkerFigures(
                worker=number,
                utilisation=utilisation(row),
                pools=_pools(marks, number),
                completed=int(completed),
                executed=int(executed),
                orphaned=int(orphaned),
            )
        )
    return tuple(figures)


def _pools(marks: _Marks, number: int) -> dict[str, float]:
    """Mean share of the connections taken, of those that the worker's pools could have, by service."""
    before, after = marks.record.pool_marks
    shares = {}
    for (worker, service), (taken, size) in after.items():
        if worker == number:
            earlier = before.get((worker, service), (0, 0))
            shares[service] = (taken - earlier[0]) / (size - earlier[1]) if size > earlier[1] else 0.0
    return shares


def utilisation(changes: NDArray[np.float64]) -> Utilisation:
    """Of one worker, or of several summed, from changes of WORKER_COLUMNS."""
    alive, busy, tokens, limit, cpu = (float(value) for value in changes)
    return Utilisation(
        loop=busy / alive if alive else None,
        threads=tokens / limit if limit else None,
        cpu=cpu / alive if alive else None,
    )


def _services(marks: _Marks) -> dict[str, ServiceFigures]:
    first, last = marks.record.service_marks
    figures = {}
    for service, before, after in zip(marks.record.scenario.services, first, last, strict=True):
        busy = marks.tally.window.mean(after - before)
        share = busy / service.concurrency if service.concurrency else None
        figures[service.name] = ServiceFigures(busy_mean=busy, utilisation=share)
    return figures


def _group(tally: Tally, group: GroupTally) -> GroupFigures:
    return GroupFigures(
        sent=group.sent,
        completed=group.completed,
        throughput_per_s=tally.window.per_s(group.answered),
        response_time_s=group_time(group.response),
    )


def _littles_law(marks: _Marks) -> LittlesLaw:
    """L from the model's own integral, the other side from the attempts: two accounts of one run."""
    window, sums = marks.tally.window, marks.tally.little
    length, arrivals, edge = marks.mean("in_flight"), window.mean(sums.sent_inside_ns), window.mean(sums.edge_ns)
    holds = abs(length - arrivals - edge) <= _LITTLE_TOLERANCE * max(1.0, length)
    return LittlesLaw(L=length, lambda_W=arrivals, edge=edge, ok=verdict(length, edge, holds=holds))


def verdict(length: float, edge: float, *, holds: bool) -> bool | None:
    """False where the accounts differ; None where the edge says that W is not the steady one."""
    if not holds:
        return False
    return None if abs(edge) > LARGEST_EDGE * length else True


def _is_conserved(marks: _Marks) -> bool:
    tally = marks.tally
    sent, logical = tally.all.sent, tally.logical
    return (
        tally.is_conserved
        and sent == int(tally.outcomes.sum()) == round(marks.change("sent"))
        and sent == sum(group.sent for group in tally.routes) == sum(group.sent for group in tally.clients)
        and logical.sent == logical.succeeded + logical.gave_up + logical.unfinished
        and are_conserved(marks.record)
    )
