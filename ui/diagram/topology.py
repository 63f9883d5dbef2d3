"""What the diagram has to draw of a scenario: its clients, routes and services, without Qt and without the model."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from simulator.scenario import AckMode, FaultKind, HandlerKind, HoldKind, Route, Scenario, ServiceScenario, Step


class ClientNode(NamedTuple):
    """A group of clients."""

    name: str
    routes: tuple[str, ...]
    """Paths it asks for, the heaviest first."""
    rate_per_s: float | None
    """As the scenario asks; None where the arrivals have no rate of their own."""
    users: int | None
    timeout_s: float | None


class RouteNode(NamedTuple):
    """A path operation."""

    path: str
    handler: HandlerKind
    call: str
    """What its longest I/O step is called: its label, else its service, else nothing."""
    has_io: bool
    """Whether it waits for anything in an I/O step that names no service."""
    background_handler: HandlerKind | None = None
    """Of what runs after the answer; None where nothing does."""
    has_background_io: bool = False
    """Whether that waits beside a free loop."""


class ServiceNode(NamedTuple):
    """A service behind the app."""

    name: str
    latency_s: float
    """Mean of the longest I/O step at it, over all routes."""
    concurrency: int
    """0: any number at once."""
    is_used: bool = True
    """Whether any route has a step at it."""
    pool_size: int = 0
    """Connections of each worker's pool, overflow included; 0: there is no pool."""
    holds_for_request: bool = False
    """Whether a request keeps its connection up to the answer."""


class FaultNode(NamedTuple):
    """Something goes wrong with a service for a while."""

    service: str
    kind: FaultKind
    at_s: float
    until_s: float
    factor: float
    """How many times longer a slow one takes."""


class BrokerNode(NamedTuple):
    """The message queue with workers of its own."""

    kind: str
    consumers: int
    concurrency: int
    """Executions that a consumer has room for."""
    prefetch: int
    """Messages that a consumer may hold unacknowledged; 0: any number."""
    capacity: int
    """0: any number of messages may wait."""
    acks_early: bool
    publishing_takes_time: bool
    tasks: tuple[str, ...]


class Topology(NamedTuple):
    """The scenario as the diagram needs it; equal topologies have equal layouts for equal workers."""

    clients: tuple[ClientNode, ...]
    routes: tuple[RouteNode, ...]
    services: tuple[ServiceNode, ...]
    workers: int
    accept_capacity: int
    thread_limit: int
    loop: str
    limit_concurrency: int = 0
    limit_max_requests: int = 0
    faults: tuple[FaultNode, ...] = ()
    broker: BrokerNode | None = None

    @classmethod
    def of(cls, scenario: Scenario) -> "Topology":
        """The topology of a scenario as it stands."""
        return cls(
            clients=_clients(scenario),
            routes=tuple(_route(route) for route in scenario.routes),
            services=tuple(_service(scenario, service) for service in scenario.services),
            workers=scenario.server.workers,
            accept_capacity=scenario.server.accept_capacity,
            thread_limit=scenario.server.thread_limit,
            loop=str(scenario.server.loop),
            limit_concurrency=scenario.server.limit_concurrency,
            limit_max_requests=scenario.server.limit_max_requests,
            faults=tuple(_faults(scenario)),
            broker=_broker(scenario),
        )

    @property
    def named(self) -> tuple[tuple[str, ...], ...]:
        """What the numbers in a moment stand for: where these are others, it is a moment of another scenario."""
        return (
            tuple(client.name for client in self.clients),
            tuple(route.path for route in self.routes),
            tuple(service.name for service in self.services),
        )

    @property
    def has_loop_io(self) -> bool:
        """Whether a request can wait for I/O beside a free loop and at no service: then workers need an I/O area."""
        publishes = self.broker is not None and self.broker.publishing_takes_time
        return publishes or any(
            (route.has_io and route.handler is HandlerKind.ASYNC) or route.has_background_io for route in self.routes
        )

    @property
    def has_threads(self) -> bool:
        """Whether any route runs in threads."""
        kinds = {kind for route in self.routes for kind in (route.handler, route.background_handler)}
        return HandlerKind.THREADPOOL in kinds

    @property
    def largest_pool(self) -> int:
        """Connections of the largest pool that a worker has; 0: it has none."""
        return max((service.pool_size for service in self.services), default=0)

    def fault_of(self, service: str, time_s: float) -> FaultNode | None:
        """What is wrong with a service at an instant."""
        return next((f for f in self.faults if f.service == service and f.at_s <= time_s < f.until_s), None)

    def fault_at(self, time_s: float) -> FaultNode | None:
        """What is wrong with any service at an instant."""
        return next((fault for fault in self.faults if fault.at_s <= time_s < fault.until_s), None)


def _clients(scenario: Scenario) -> tuple[ClientNode, ...]:
    nodes = []
    for client in scenario.clients:
        weights = client.routes or dict.fromkeys((route.path for route in scenario.routes), 1.0)
        paths = tuple(sorted(weights, key=lambda path: -weights[path]))
        nodes.append(ClientNode(client.name, paths, client.rate, client.users, client.timeout))
    return tuple(nodes)


def _call(route: Route) -> str:
    longest = max(
        (step for step in route.steps if step.io is not None),
        key=lambda step: step.io.mean_s if step.io is not None else 0.0,
        default=None,
    )
    return "" if longest is None else longest.label or longest.service or ""


def _route(route: Route) -> RouteNode:
    return RouteNode(
        route.path,
        route.handler,
        _call(route),
        _waits_alone(route.steps),
        route.background_handler if route.background else None,
        has_background_io=route.background_handler is HandlerKind.ASYNC and _waits_alone(route.background),
    )


def _waits_alone(steps: tuple[Step, ...]) -> bool:
    return any(step.io is not None and step.service is None for step in steps)


def _faults(scenario: Scenario) -> Iterator[FaultNode]:
    names = {service.name for service in scenario.services}
    for fault in scenario.faults:
        if fault.target in names and fault.kind in (FaultKind.SLOW, FaultKind.DOWN, FaultKind.HANG):
            until_s = math.inf if fault.lasting is None else fault.at + fault.lasting
            yield FaultNode(fault.target, fault.kind, fault.at, until_s, fault.factor or 1.0)


def _broker(scenario: Scenario) -> BrokerNode | None:
    broker = scenario.broker
    if broker is None:
        return None
    return BrokerNode(
        str(broker.kind),
        broker.consumers,
        broker.concurrency or 1,
        broker.prefetch or 0,
        broker.capacity,
        acks_early=broker.ack is AckMode.EARLY,
        publishing_takes_time=broker.publish.mean_s > 0,
        tasks=tuple(task.name for task in scenario.tasks),
    )


def _service(scenario: Scenario, service: ServiceScenario) -> ServiceNode:
    all_steps = (step for route in scenario.routes for step in (*route.steps, *route.background))
    steps = [step for step in all_steps if step.service == service.name]
    pool_size = 0 if service.pool_size is None else service.pool_size + service.max_overflow
    latency_s = max((step.io.mean_s for step in steps if step.io is not None), default=0.0)
    return ServiceNode(
        service.name,
        latency_s,
        service.concurrency,
        is_used=bool(steps),
        pool_size=pool_size,
        holds_for_request=service.hold is HoldKind.REQUEST,
    )
