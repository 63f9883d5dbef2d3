"""The queue of theory that a scenario is, where it is one: then its figures are known before any run."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from simulator import theory
from simulator.capacity import offered, route_shares
from simulator.distributions import Distribution, DistributionKind
from simulator.errors import SimulatorError
from simulator.scenario import ArrivalKind, ClientScenario, HandlerKind, LoopKind, Route, Scenario, ServerScenario

_TRIPS_OF_A_NEW_CONNECTION = 4
"""SYN, SYN-ACK, request, response; on a kept connection the last two."""
_TRIPS_ON_A_KEPT_CONNECTION = 2
_CONSTANT = 1e-9
"""A squared coefficient of variation below this is none."""


class NoClosedFormError(SimulatorError):
    """Theory has no answer for this scenario; the message says why."""


@dataclass(frozen=True, slots=True)
class ClosedForm:
    """Steady state, means."""

    name: str
    """In Kendall's notation: "M/M/4"."""
    response_time_s: float
    """As a client sees it, the network included."""
    waiting_time_s: float
    throughput_per_s: float
    utilisation: float | None
    """Of each server; None where there are as many servers as requests."""

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Service:
    """How long a mean request holds its server."""

    mean_s: float
    second_moment_s2: float
    is_exponential: bool

    @property
    def scv(self) -> float:
        """Squared coefficient of variation."""
        return max(0.0, self.second_moment_s2 / self.mean_s**2 - 1.0)


def closed_form(scenario: Scenario) -> ClosedForm:
    """The figures that theory has for this scenario.

    Raises NoClosedFormError where it has none, UnstableQueueError where the queue grows without end.
    """
    _require_plain(scenario)
    kinds = {route.handler for route, share in _asked_routes(scenario) if share}
    if len(kinds) != 1:
        raise NoClosedFormError("routes with different kinds of handlers share a server")
    (kind,) = kinds
    arrivals = {client.arrivals for client in scenario.clients}
    if arrivals == {ArrivalKind.POISSON}:
        return _open_queue(scenario, kind)
    if arrivals == {ArrivalKind.CLOSED} and len(scenario.clients) == 1:
        return _closed_loop(scenario, kind)
    raise NoClosedFormError("neither Poisson arrivals alone nor one closed group alone")


# What theory cannot have

_SERVER_KEYS = (
    "limit_concurrency",
    "limit_max_requests",
    "connection_cpu",
    "hot_cpu_factor",
    "nagle_delay",
    "start_up",
)
_CLIENT_KEYS = ("max_connections", "timeout", "retries", "start", "stop")
_ROUTE_KEYS = ("thread_calls", "background", "failure_rate")
_SERVICE_KEYS = ("pool_size", "concurrency")


def _require_plain(scenario: Scenario) -> None:
    for table in ("changes", "faults", "tasks", "broker"):
        if getattr(scenario, table):
            raise NoClosedFormError(f"the scenario has {table}")
    tables: tuple[tuple[Iterable[Any], tuple[str, ...]], ...] = (
        ((scenario.server,), _SERVER_KEYS),
        (scenario.clients, _CLIENT_KEYS),
        (scenario.routes, _ROUTE_KEYS),
        (scenario.services, _SERVICE_KEYS),
    )
    for entries, keys in tables:
        for entry in entries:
            for key in keys:
                if getattr(entry, key) != type(entry).model_fields[key].default:
                    raise NoClosedFormError(f"theory has nothing for {key}")


# What a request holds


def _asked_routes(scenario: Scenario) -> list[tuple[Route, float]]:
    shares = route_shares(scenario)
    return [(route, shares[route.path]) for route in scenario.routes if shares[route.path]]


def _times(route: Route, server: ServerScenario) -> list[Distribution]:
    steps = [step.cpu or step.io for step in route.steps]
    return [time for time in (server.request_cpu, *steps) if time is not None and time.mean_s > 0]


def _service(scenario: Scenario) -> _Service:
    """Over the mix of routes, all times of a request in sequence."""
    mean = second = 0.0
    routes = _asked_routes(scenario)
    for route, share in routes:
        times = _times(route, scenario.server)
        whole = sum(time.mean_s for time in times)
        mean += share * whole
        second += share * (sum(time.variance_s2 for time in times) + whole**2)
    times = _times(routes[0][0], scenario.server)
    is_exponential = len(routes) == 1 and [time.kind for time in times] == [DistributionKind.EXPONENTIAL]
    if mean <= 0:
        raise NoClosedFormError("requests take no time")
    return _Service(mean, second, is_exponential)


def _computes(scenario: Scenario) -> bool:
    steps = [step for route, _ in _asked_routes(scenario) for step in route.steps]
    return scenario.server.request_cpu.mean_s > 0 or any(step.cpu is not None and step.cpu.mean_s > 0 for step in steps)


def _waits(scenario: Scenario) -> bool:
    return any(step.io is not None for route, _ in _asked_routes(scenario) for step in route.steps)


def _network_s(scenario: Scenario) -> float:
    """Of a mean request, there and back."""
    rates = [(client, client.rate or 1.0) for client in scenario.clients]
    return sum(rate * _trips(client) * client.network.mean_s for client, rate in rates) / sum(rate for _, rate in rates)


def _trips(client: ClientScenario) -> int:
    if not client.keep_alive:
        return _TRIPS_OF_A_NEW_CONNECTION
    if client.network.mean_s and client.arrivals is not ArrivalKind.CLOSED:
        raise NoClosedFormError("how many requests find a kept connection depends on the run")
    return _TRIPS_ON_A_KEPT_CONNECTION


# How many servers there are


def _loops(scenario: Scenario) -> int:
    """Every request holds an event loop from first step to last.

    Several workers are one queue only where each takes one request at a time, just when it is free.
    """
    server = scenario.server
    if server.workers == 1:
        return 1
    if server.loop is not LoopKind.UVLOOP:
        raise NoClosedFormError("an asyncio worker takes all waiting connections at once, so there is no single queue")
    if any(client.keep_alive for client in scenario.clients):
        raise NoClosedFormError("a kept connection stays with its worker, so there is no single queue")
    if any(client.network.mean_s for client in scenario.clients):
        raise NoClosedFormError("a worker accepts before the request is there, so there is no single queue")
    if 0 < server.cores < server.workers and _computes(scenario):
        raise NoClosedFormError("the workers share fewer cores")
    return server.workers


def _async_loops(scenario: Scenario) -> int:
    if _waits(scenario):
        raise NoClosedFormError("requests come back to the loop after each wait")
    return _loops(scenario)


def _threads(scenario: Scenario) -> int:
    if _computes(scenario):
        raise NoClosedFormError("threads that compute wait for the GIL")
    if scenario.server.workers > 1:
        raise NoClosedFormError("each worker has a thread limiter, and so a queue, of its own")
    return scenario.server.thread_limit


_SERVERS: dict[HandlerKind, Callable[[Scenario], int]] = {
    HandlerKind.BLOCKING: _loops,
    HandlerKind.ASYNC: _async_loops,
    HandlerKind.THREADPOOL: _threads,
}
assert set(_SERVERS) == set(HandlerKind)


# The queues


def _open_queue(scenario: Scenario, kind: HandlerKind) -> ClosedForm:
    service, rate, network_s = _service(scenario), offered(scenario).open_per_s, _network_s(scenario)
    if kind is HandlerKind.ASYNC and not _computes(scenario):
        return ClosedForm("M/G/inf", service.mean_s + network_s, 0.0, rate, None)
    servers = _SERVERS[kind](scenario)
    if servers == 1:
        figures = theory.m_g_1(rate, service.mean_s, service.scv)
        name = "M/M/1" if service.is_exponential else "M/G/1" if service.scv > _CONSTANT else "M/D/1"
    elif service.is_exponential:
        figures, name = theory.m_m_c(rate, service.mean_s, servers), f"M/M/{servers}"
    else:
        raise NoClosedFormError("of several servers theory knows the exponential service only")
    return ClosedForm(name, figures.response_time_s + network_s, figures.waiting_time_s, rate, figures.utilisation)


def _closed_loop(scenario: Scenario, kind: HandlerKind) -> ClosedForm:
    """The machine repairman; thinking and the network may have any distribution (Baskett et al. 1975)."""
    client = scenario.clients[0]
    if client.ramp > scenario.run.warm_up:
        raise NoClosedFormError("users are still being added after the warm-up")
    service, servers = _service(scenario), _SERVERS[kind](scenario)
    if not service.is_exponential:
        raise NoClosedFormError("in a closed loop theory knows the exponential service only")
    network_s, users = _network_s(scenario), client.users or 1
    figures = theory.machine_repairman(users, client.think_time.mean_s + network_s, service.mean_s, servers)
    waiting_s = figures.response_time_s - service.mean_s
    response_s = figures.response_time_s + network_s
    return ClosedForm(f"M/M/{servers}//{users}", response_s, waiting_s, figures.throughput_per_s, figures.utilisation)
