"""What the diagram has to draw of a scenario: its clients, routes and services, without Qt and without the model."""

from dataclasses import dataclass

from simulator.scenario import HandlerKind, Route, Scenario, ServiceScenario


@dataclass(frozen=True, slots=True)
class ClientNode:
    """A group of clients."""

    name: str
    routes: tuple[str, ...]
    """Paths it asks for, the heaviest first."""
    rate_per_s: float | None
    """As the scenario asks; None where the arrivals have no rate of their own."""
    users: int | None
    timeout_s: float | None


@dataclass(frozen=True, slots=True)
class RouteNode:
    """A path operation."""

    path: str
    handler: HandlerKind
    call: str
    """What its longest I/O step is called: its label, else its service, else nothing."""
    has_io: bool
    """Whether it waits for anything in an I/O step that names no service."""


@dataclass(frozen=True, slots=True)
class ServiceNode:
    """A service behind the app."""

    name: str
    latency_s: float
    """Mean of the longest I/O step at it, over all routes."""
    concurrency: int
    """0: any number at once."""
    is_used: bool = True
    """Whether any route has a step at it."""


@dataclass(frozen=True, slots=True)
class Topology:
    """The scenario as the diagram needs it; equal topologies have equal layouts for equal workers."""

    clients: tuple[ClientNode, ...]
    routes: tuple[RouteNode, ...]
    services: tuple[ServiceNode, ...]
    workers: int
    accept_capacity: int
    thread_limit: int
    loop: str

    @classmethod
    def of(cls, scenario: Scenario) -> "Topology":
        """The topology of a scenario as it stands."""
        return cls(
            clients=_clients(scenario),
            routes=tuple(
                RouteNode(route.path, route.handler, _call(route), _waits_alone(route)) for route in scenario.routes
            ),
            services=tuple(_service(scenario, service) for service in scenario.services),
            workers=scenario.server.workers,
            accept_capacity=scenario.server.accept_capacity,
            thread_limit=scenario.server.thread_limit,
            loop=str(scenario.server.loop),
        )

    @property
    def has_loop_io(self) -> bool:
        """Whether a request can wait for I/O beside a free loop and at no service: then workers need an I/O area."""
        return any(route.has_io and route.handler is HandlerKind.ASYNC for route in self.routes)

    @property
    def has_threads(self) -> bool:
        """Whether any route runs in threads."""
        return any(route.handler is HandlerKind.THREADPOOL for route in self.routes)


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


def _waits_alone(route: Route) -> bool:
    return any(step.io is not None and step.service is None for step in route.steps)


def _service(scenario: Scenario, service: ServiceScenario) -> ServiceNode:
    steps = [step for route in scenario.routes for step in route.steps if step.service == service.name]
    latency_s = max((step.io.mean_s for step in steps if step.io is not None), default=0.0)
    return ServiceNode(service.name, latency_s, service.concurrency, is_used=bool(steps))
