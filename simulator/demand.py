"""What a request of a route holds of each resource, and for how long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.scenario.routes import HandlerKind, Route
from simulator.scenario.server import ServerScenario
from simulator.scenario.services import HoldKind, ServiceScenario


@dataclass(frozen=True, slots=True)
class Demand:
    """What a mean request holds, in seconds."""

    loop_s: float = 0.0
    thread_s: float = 0.0
    """Of a thread limiter's token."""
    cpu_s: float = 0.0
    """Processor time, on the loop and in threads."""
    connection_s: Mapping[str, float] = field(default_factory=dict)
    """Of a connection of the pool to each service."""
    service_s: Mapping[str, float] = field(default_factory=dict)
    """Of each service's work."""

    def plus(self, other: "Demand", share: float = 1.0) -> "Demand":
        """This and a share of another."""
        return Demand(
            self.loop_s + share * other.loop_s,
            self.thread_s + share * other.thread_s,
            self.cpu_s + share * other.cpu_s,
            _sums(self.connection_s, other.connection_s, share),
            _sums(self.service_s, other.service_s, share),
        )


def _sums(one: Mapping[str, float], other: Mapping[str, float], share: float) -> dict[str, float]:
    return {name: one.get(name, 0.0) + share * other.get(name, 0.0) for name in dict.fromkeys((*one, *other))}


def route_demand(route: Route, server: ServerScenario, services: Sequence[ServiceScenario] = ()) -> Demand:
    """What a request of this route holds, the server's own work included, at a server that is never idle.

    Such a loop is always hot, but for requests whose blocking call takes it off the processor.
    """
    cpu_s = sum(step.cpu.mean_s for step in route.steps if step.cpu is not None)
    io_s = sum(step.io.mean_s for step in route.steps if step.io is not None)
    waits = any(step.io is not None for step in route.steps)
    is_cold = route.handler is HandlerKind.BLOCKING and waits
    own_s = server.request_cpu.mean_s * (1.0 if is_cold else server.hot_cpu_factor)
    connection_s = {service.name: _connection_s(route, service) for service in services if service.pool_size}
    service_s = {service.name: _io_s(route, service.name) for service in services}
    match route.handler:
        case HandlerKind.ASYNC:
            return Demand(own_s + cpu_s, 0.0, own_s + cpu_s, connection_s, service_s)
        case HandlerKind.BLOCKING:
            return Demand(own_s + cpu_s + io_s, 0.0, own_s + cpu_s, connection_s, service_s)
        case HandlerKind.THREADPOOL:
            return Demand(own_s, cpu_s + io_s, own_s + cpu_s, connection_s, service_s)


def _io_s(route: Route, service: str) -> float:
    return sum(step.io.mean_s for step in route.steps if step.io is not None and step.service == service)


def _connection_s(route: Route, service: ServiceScenario) -> float:
    """For how long a request has a connection, where it waits for nothing but its steps."""
    if service.hold is HoldKind.STEP:
        return _io_s(route, service.name)
    uses = [index for index, step in enumerate(route.steps) if step.service == service.name]
    kept = route.steps[uses[0] :] if uses else ()
    return sum(time.mean_s for step in kept if (time := step.cpu or step.io) is not None)
