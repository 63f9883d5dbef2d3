"""The largest throughput that a scenario's server can sustain, and the resource that sets it: the bottleneck.

By the utilisation law (Denning and Buzen 1978) a resource of m equal servers, each held for D seconds by a mean
request, answers m / D requests a second at most; the smallest of these bounds is the capacity. D is a mean over the
mix of routes that the clients ask for.

A bound is reached where the server has enough to do everywhere. A real run stays below it where that is not so:
connections kept at one worker while others idle (a burst on keep-alive), threads whose tokens wait for a loop that is
blocked, a loop that must win the GIL again and again from threads that compute, blocking calls on fewer cores than
workers with two bounds close to each other, a pool's connection that is kept while its request waits for something
else. Idle connections that are closed and opened again are not counted.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf

from simulator.demand import Demand, route_demand
from simulator.published import as_served, service_s
from simulator.scenario import replay
from simulator.scenario.clients import ArrivalKind, ClientScenario
from simulator.scenario.routes import Route
from simulator.scenario.scenario import Scenario
from simulator.scenario.server import ServerScenario
from simulator.scenario.services import ServiceScenario
from simulator.units import NS_PER_S

_LONGEST_S = 1e9
_HALVINGS = 60


class Resource(StrEnum):
    """What a request holds while nobody else can have it."""

    LOOP = "loop"
    """The event loops, one a worker."""
    THREADS = "threads"
    """The tokens of the workers' thread limiters."""
    GIL = "gil"
    """The interpreter of each worker, on which its loop and its threads take turns."""
    CORES = "cores"
    """The cores that all workers share."""
    POOL = "pool"
    """The connections of the workers' pools to a service."""
    SERVICE = "service"
    """What a service works on at once."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the server can sustain."""

    per_s: float
    """Requests per second; inf where nothing takes time."""
    bottleneck: Resource | None
    """None where nothing takes time."""
    service: str | None = None
    """Whose pool, or which service, the bottleneck is."""

    @property
    def bottleneck_name(self) -> str | None:
        """Such as `loop` or `pool:database`."""
        if self.bottleneck is None:
            return None
        return f"{self.bottleneck}:{self.service}" if self.service is not None else str(self.bottleneck)


def capacity(scenario: Scenario) -> Capacity:
    """Of the scenario as it stands: its `[[changes]]` are not looked at.

    Open groups ask for their routes at their rates. Users of closed groups send as often as answers let them, so
    where these differ in what they ask for, all answers of a server that is just saturated take equally long.
    """
    scenario, groups = _asked(scenario)
    idle = _bounds(scenario, _mean_demand(groups, 0.0))
    if sum(group.rate_per_s(0.0) for group in groups) <= idle.per_s or not any(group.users for group in groups):
        return idle
    return _bounds(scenario, _mean_demand(groups, _response_at_saturation_s(scenario, groups)))


@dataclass(frozen=True, slots=True)
class Offered:
    """What the clients ask for, before any answer is late."""

    per_s: float
    """Requests per second; users of closed groups as if everybody were answered at once."""
    open_per_s: float
    """Of these, what comes regardless of answers."""
    demand: Demand
    """Of the mean request."""
    users: int
    """Of closed groups."""


def offered(scenario: Scenario) -> Offered:
    """Of the scenario as it stands, as `capacity` sees it."""
    _, groups = _asked(scenario)
    return Offered(
        per_s=sum(group.rate_per_s(0.0) for group in groups),
        open_per_s=sum(group.open_per_s for group in groups),
        demand=_mean_demand(groups, 0.0),
        users=sum(group.users for group in groups),
    )


def route_shares(scenario: Scenario) -> dict[str, float]:
    """Which share of all requests each route gets, by path, before any answer is late."""
    shares = dict.fromkeys((route.path for route in scenario.routes), 0.0)
    served = as_served(scenario)
    groups = [(client, _Group.of(served, client).rate_per_s(0.0)) for client in scenario.clients]
    whole = sum(rate for _, rate in groups)
    for client, rate in groups:
        for route, share in _shares(scenario, client):
            shares[route.path] += share * (rate / whole if whole else 1 / len(groups))
    return shares


# What the server offers


@dataclass(frozen=True, slots=True)
class Bound:
    """The throughput that a resource allows at most."""

    resource: Resource
    per_s: float
    """inf where it is not held, or without limit."""
    servers: int | None
    """How many there are; None where there is no limit."""
    demand_s: float
    """For how long a mean request holds one."""
    service: str | None = None


_Count = Callable[[ServerScenario], int | None]
_Hold = Callable[[Demand], float]
_BOUNDS: dict[Resource, tuple[_Count, _Hold]] = {
    Resource.LOOP: (lambda server: server.workers, lambda demand: demand.loop_s),
    Resource.THREADS: (lambda server: server.workers * server.thread_limit, lambda demand: demand.thread_s),
    # A loop alone never waits for its own GIL: then this is no nearer than the loop's bound.
    Resource.GIL: (lambda server: server.workers if server.gil else None, lambda demand: demand.cpu_s),
    Resource.CORES: (lambda server: server.cores or None, lambda demand: demand.cpu_s),
}


def bounds(scenario: Scenario, demand: Demand) -> list[Bound]:
    """Of the server's resources, then of the pool to each service that has one, then of each service."""
    server = scenario.server
    made = [_bound(kind, count(server), hold(demand)) for kind, (count, hold) in _BOUNDS.items()]
    for service in scenario.services:
        if (connections := pool_connections(server, service)) is not None:
            held_s = demand.connection_s.get(service.name, 0.0)
            made.append(_bound(Resource.POOL, connections, held_s, service.name))
    for service in scenario.services:
        busy_s = demand.service_s.get(service.name, 0.0)
        made.append(_bound(Resource.SERVICE, service.concurrency or None, busy_s, service.name))
    return made


def pool_connections(server: ServerScenario, service: ServiceScenario) -> int | None:
    """Connections to a service of all workers together, those of the overflow too; None without a pool."""
    return None if service.pool_size is None else server.workers * (service.pool_size + service.max_overflow)


def _bound(resource: Resource, servers: int | None, held_s: float, service: str | None = None) -> Bound:
    per_s = inf if servers is None else _ratio(servers, held_s)
    return Bound(resource, per_s, servers, held_s, service)


def _bounds(scenario: Scenario, demand: Demand) -> Capacity:
    nearest = min(bounds(scenario, demand), key=lambda bound: bound.per_s)
    return Capacity(inf, None) if nearest.per_s == inf else Capacity(nearest.per_s, nearest.resource, nearest.service)


def _ratio(servers: int, held_s: float) -> float:
    return servers / held_s if held_s > 0 else inf


# What the clients ask for


def _asked(scenario: Scenario) -> "tuple[Scenario, list[_Group]]":
    """The scenario as its server sees it, and its groups of clients; what they publish works at services too."""
    served = as_served(scenario)
    groups = []
    for client in scenario.clients:
        group = _Group.of(served, client)
        behind = Demand()
        for route, share in _shares(scenario, client) if scenario.broker else ():
            works = {each.name: service_s(scenario, route, each.name) for each in scenario.services}
            behind = behind.plus(Demand(service_s=works), share)
        groups.append(replace(group, demand=group.demand.plus(behind)) if scenario.broker else group)
    return served, groups


@dataclass(frozen=True, slots=True)
class _Group:
    demand: Demand
    """Of its mean request."""
    open_per_s: float = 0.0
    users: int = 0
    think_s: float = 0.0
    alone_s: float = 0.0
    """Response time at a server where nobody else is."""

    @classmethod
    def of(cls, scenario: Scenario, client: ClientScenario) -> "_Group":
        """The group of these clients."""
        server = scenario.server
        mean, response_s = Demand(), 2 * client.network.mean_s
        for route, share in _shares(scenario, client):
            mean = mean.plus(route_demand(route, server, scenario.services), share)
            response_s += share * _alone_s(route, server)
        if not client.keep_alive:
            connecting_s = server.connection_cpu.mean_s * server.hot_cpu_factor
            mean = mean.plus(Demand(loop_s=connecting_s, cpu_s=connecting_s))
        if client.arrivals is ArrivalKind.CLOSED:
            return cls(mean, users=client.users or 0, think_s=client.think_time.mean_s, alone_s=response_s)
        return cls(mean, open_per_s=_open_per_s(scenario, client))

    def rate_per_s(self, response_s: float) -> float:
        """Requests per second where an answer takes so long, or longer because nobody can have it sooner."""
        return self.open_per_s + self.users / max(self.think_s + max(self.alone_s, response_s), 1e-6)


def _alone_s(route: Route, server: ServerScenario) -> float:
    steps = (step.cpu or step.io for step in route.steps)
    return server.request_cpu.mean_s + sum(time.mean_s for time in steps if time is not None)


def _open_per_s(scenario: Scenario, client: ClientScenario) -> float:
    """The mean rate; of a burst its users, as if spread over the run."""
    stop_s = scenario.run.duration if client.stop is None else client.stop
    lasting_s = max(stop_s - client.start, 1e-6)
    match client.arrivals:
        case ArrivalKind.BURST:
            return (client.users or 0) / lasting_s
        case ArrivalKind.REPLAY:
            instants_ns = _recording(scenario, client).instants_ns
            return len(instants_ns) / max(min(instants_ns[-1] / NS_PER_S, lasting_s), 1e-6)
        case ArrivalKind.SCHEDULE:
            rates = [rate for _, rate in client.profile or ()]
            return sum(rates) / max(len(rates), 1)
        case ArrivalKind.MMPP:
            calm_s = client.calm_for.mean_s if client.calm_for else 0.0
            burst_s = client.burst_for.mean_s if client.burst_for else 0.0
            sent = (client.rate or 0.0) * calm_s + (client.burst_rate or 0.0) * burst_s
            return sent / max(calm_s + burst_s, 1e-6)
        case _:
            return client.rate or 0.0


def _shares(scenario: Scenario, client: ClientScenario) -> Iterable[tuple[Route, float]]:
    """How often each route is asked for, as shares of 1."""
    weights: dict[str, float] = dict(client.routes or {})
    if client.arrivals is ArrivalKind.REPLAY and (recorded := _recording(scenario, client).routes) is not None:
        weights = {path: float(recorded.count(path)) for path in set(recorded)}
    if not weights:
        weights = {scenario.routes[0].path: 1.0}
    whole = sum(weights.values())
    return [(route, weights.get(route.path, 0.0) / whole) for route in scenario.routes] if whole else []


def _recording(scenario: Scenario, client: ClientScenario) -> replay.Recording:
    assert client.file is not None, "required for replay"
    return replay.read(scenario.directory / client.file, client.file)


def _mean_demand(groups: Sequence[_Group], response_s: float) -> Demand:
    rates = [group.rate_per_s(response_s) for group in groups]
    whole = sum(rates)
    mean = Demand()
    for group, rate in zip(groups, rates, strict=True):
        mean = mean.plus(group.demand, rate / whole if whole else 1 / len(groups))
    return mean


def _response_at_saturation_s(scenario: Scenario, groups: Sequence[_Group]) -> float:
    """How long answers take when the server is given just as much as it can answer; by halving."""
    low, high = 0.0, _LONGEST_S
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if sum(group.rate_per_s(middle) for group in groups) > _bounds(scenario, _mean_demand(groups, middle)).per_s:
            low = middle
        else:
            high = middle
    return high
