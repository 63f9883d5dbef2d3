"""What is odd in a valid scenario, in words: it runs, and says what will happen."""

from collections.abc import Callable, Iterator

from simulator.scenario import broker_checks
from simulator.scenario.clients import ArrivalKind, ClientScenario
from simulator.scenario.problems import Location, key_text
from simulator.scenario.routes import Step
from simulator.scenario.scenario import Scenario
from simulator.scenario.services import ServiceScenario
from simulator.scenario.step_checks import all_steps

Finding = tuple[Location, str]


def warnings(scenario: Scenario) -> list[str]:
    """A line each, with the key in front."""
    return [f"{key_text(at)}: {message}" for check in _CHECKS for at, message in check(scenario)]


def _clients(scenario: Scenario) -> Iterator[Finding]:
    """A closed loop in which nothing takes time ends, but hardly soon."""
    for index, client in enumerate(scenario.clients):
        if client.arrivals is ArrivalKind.CLOSED and _is_answered_at_once(client, scenario):
            many = "each user sends a million requests a second"
            yield ("clients", index), f"neither thinking nor an answer takes any time: {many}"


def _is_answered_at_once(client: ClientScenario, scenario: Scenario) -> bool:
    server = scenario.server
    times = [client.think_time, client.network, server.request_cpu]
    times += [] if client.keep_alive else [server.connection_cpu]
    asked = [route for route in scenario.routes if client.routes is None or client.routes.get(route.path)]
    waits = [step for route in asked for step in route.steps if not _takes_no_time(step, scenario)]
    later = _changes(scenario, "clients", "routes", "server.request_cpu")
    return not waits and not any(time.mean_s for time in times) and not later


def _takes_no_time(step: Step, scenario: Scenario) -> bool:
    if step.enqueue is not None:
        return scenario.broker is None or not scenario.broker.publish.mean_s
    return not any(time.mean_s for time in (step.cpu, step.io) if time is not None)


def _server(scenario: Scenario) -> Iterator[Finding]:
    server = scenario.server
    if server.limit_concurrency == 1 and not _changes(scenario, "server.limit_concurrency"):
        counted = "uvicorn counts the connection that asks too"
        yield ("server", "limit_concurrency"), f"1 rejects every request with a 503: {counted}"
    if server.limit_max_requests_jitter and not server.limit_max_requests:
        yield ("server", "limit_max_requests_jitter"), "does nothing without server.limit_max_requests"


def _routes(scenario: Scenario) -> Iterator[Finding]:
    tables = [client.routes for client in scenario.clients]
    if any(table is None for table in tables) or _changes(scenario, "clients"):
        return
    asked = {path for table in tables for path, weight in (table or {}).items() if weight}
    for index, route in enumerate(scenario.routes):
        if route.path not in asked:
            yield ("routes", index), f"no client asks for {route.path}"


def _services(scenario: Scenario) -> Iterator[Finding]:
    used = {step.service for _, step in all_steps(scenario)}
    for index, service in enumerate(scenario.services):
        at: Location = ("services", index)
        if service.name not in used and not _changes(scenario, "routes", "tasks"):
            yield at, f"no step uses {service.name}"
        if service.pool_size is None and not _changes(scenario, "services"):
            for key in ("max_overflow", "pool_timeout", "hold"):
                if getattr(service, key) != ServiceScenario.model_fields[key].default:
                    yield (*at, key), "does nothing without pool_size"


def _faults(scenario: Scenario) -> Iterator[Finding]:
    end = scenario.run.duration + scenario.run.drain
    for index, fault in enumerate(scenario.faults):
        if fault.at >= end:
            yield ("faults", index, "at"), f"never comes: the run ends at {end:g} s"


def _changes(scenario: Scenario, *tables: str) -> bool:
    """Whether what is odd at the start may be otherwise later."""
    return any(change.set.startswith(tables) for change in scenario.changes)


_CHECKS: tuple[Callable[[Scenario], Iterator[Finding]], ...] = (
    _clients,
    _server,
    _routes,
    _services,
    broker_checks.oddities,
    _faults,
)
