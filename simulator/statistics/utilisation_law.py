"""The utilisation law: a resource is busy for as long as its answers held it (Denning and Buzen 1978), U = X D / m."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from simulator.demand import Demand, route_demand
from simulator.published import as_served
from simulator.scenario import HandlerKind, Route, Scenario, ServerScenario
from simulator.statistics.summary import Summary

_DEVIATIONS = 4
"""Of the mean of the times drawn."""
_EDGE = 0.01
"""What a run may be off because it is cut at its ends."""


@dataclass(frozen=True, slots=True)
class UtilisationLaw:
    """Of the busiest kind of resource: what was measured, and what the scenario's times make of the answers."""

    resource: str
    """`loop`, `threads`, `processor`."""
    measured: float
    expected: float
    throughput_per_s: float
    demand_s: float
    """Of a mean answer."""
    servers: int
    ok: bool | None
    """False where it was busier or idler than can be; None where it may well be so, and `why` says why."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Observed:
    """What the law is held against: of some stretch of a run in which nothing was changed."""

    answers_per_s: Mapping[str, float]
    """By the route's path."""
    shares: Mapping[str, float]
    """Means over workers, 0..1, by the names of resources."""
    sent: int
    completed: int

    @classmethod
    def of(cls, summary: Summary) -> "Observed":
        """The measured window of a run."""
        uses = [worker.utilisation for worker in summary.workers]
        return cls(
            {path: group.throughput_per_s for path, group in summary.by_route.items()},
            {"loop": _mean(use.loop for use in uses), "threads": _mean(use.threads for use in uses)}
            | {"processor": _mean(use.cpu for use in uses)},
            summary.requests.sent,
            summary.requests.completed,
        )


def _mean(shares: Iterable[float | None]) -> float:
    known = [share or 0.0 for share in shares]
    return sum(known) / len(known) if known else 0.0


@dataclass(frozen=True, slots=True)
class _Kind:
    demand_s: Callable[[Demand], float]
    servers: Callable[[ServerScenario], int]


_KINDS: dict[str, _Kind] = {
    "loop": _Kind(lambda demand: demand.loop_s, lambda server: server.workers),
    "threads": _Kind(lambda demand: demand.thread_s, lambda server: server.workers * server.thread_limit),
    "processor": _Kind(lambda demand: demand.cpu_s, lambda server: server.workers),
}


def utilisation_law(summary: Summary, scenario: Scenario) -> UtilisationLaw | None:
    """None where nothing was answered, or the server or its routes change while the run goes on."""
    return None if scenario.changes else law_of(Observed.of(summary), scenario)


def law_of(observed: Observed, scenario: Scenario) -> UtilisationLaw | None:
    """The same of a stretch in which the scenario was as it stands; None where nothing was answered, or faults act."""
    whole = sum(observed.answers_per_s.values())
    if not whole or scenario.faults:
        return None
    scenario, demand = as_served(scenario), Demand()
    for route in scenario.routes:
        share = observed.answers_per_s.get(route.path, 0.0) / whole
        demand = demand.plus(route_demand(route, scenario.server), share)
    expected = {name: whole * kind.demand_s(demand) / kind.servers(scenario.server) for name, kind in _KINDS.items()}
    busiest = max(expected, key=lambda name: expected[name])
    return _law(busiest, observed, scenario, demand, whole)


def _law(name: str, observed: Observed, scenario: Scenario, demand: Demand, throughput_per_s: float) -> UtilisationLaw:
    kind, measured = _KINDS[name], observed.shares[name]
    demand_s, servers = kind.demand_s(demand), kind.servers(scenario.server)
    expected = throughput_per_s * demand_s / servers
    ok, why = _verdict(measured, expected, observed, scenario)
    return UtilisationLaw(name, measured, expected, throughput_per_s, demand_s, servers, ok, why)


def _verdict(measured: float, expected: float, observed: Observed, scenario: Scenario) -> tuple[bool | None, str]:
    variation = _largest_scv(scenario)
    slack = _EDGE + _DEVIATIONS * expected * math.sqrt(variation / max(observed.completed, 1))
    if abs(measured - expected) <= slack:
        return True, ""
    if doubt := _doubt(scenario, observed, is_busier=measured > expected):
        return None, doubt
    return False, ""


def _doubt(scenario: Scenario, observed: Observed, *, is_busier: bool) -> str:
    """Why the two may differ."""
    server = scenario.server
    if observed.sent > observed.completed:
        return "attempts without an answer used it too"
    if server.connection_cpu.mean_s or server.hot_cpu_factor != 1:
        return "the server's own work varies"
    computes_in_threads = any(route.handler is HandlerKind.THREADPOOL for route in scenario.routes)
    if is_busier and (computes_in_threads or 0 < server.cores < server.workers):
        return "while held it waits for the loop, the GIL or a core"
    return ""


def _largest_scv(scenario: Scenario) -> float:
    """Of the service time of a mean request, at most."""
    mixed = 1.0 if len(scenario.routes) > 1 else 0.0
    return mixed + max(_scv(route, scenario.server) for route in scenario.routes)


def _scv(route: Route, server: ServerScenario) -> float:
    times = [time for step in route.steps if (time := step.cpu or step.io) is not None] + [server.request_cpu]
    return max((time.scv for time in times if time.mean_s), default=0.0)
