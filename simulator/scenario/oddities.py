"""What is odd in a valid scenario, in words: it runs, and says what will happen."""

from collections.abc import Callable, Iterator

from simulator.scenario.broker import BrokerKind, BrokerScenario
from simulator.scenario.clients import ArrivalKind, ClientScenario
from simulator.scenario.oddity import WARNING, Oddity
from simulator.scenario.routes import Step
from simulator.scenario.scenario import Scenario
from simulator.scenario.services import ServiceScenario
from simulator.scenario.step_checks import all_steps


def oddities(scenario: Scenario) -> Iterator[Oddity]:
    """All of them."""
    for check in _CHECKS:
        yield from check(scenario)


def warnings(scenario: Scenario, language: str = "en") -> list[str]:
    """A line each, with the key in front."""
    return [WARNING[language].format(key=odd.key, text=odd.said(language)) for odd in oddities(scenario)]


def _clients(scenario: Scenario) -> Iterator[Oddity]:
    """A closed loop in which nothing takes time ends, but hardly soon."""
    for index, client in enumerate(scenario.clients):
        if client.arrivals is ArrivalKind.CLOSED and _is_answered_at_once(client, scenario):
            yield Oddity(
                ("clients", index),
                "neither thinking nor an answer takes any time: each user sends a million requests a second",
            )


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


def _server(scenario: Scenario) -> Iterator[Oddity]:
    server = scenario.server
    if server.limit_concurrency == 1 and not _changes(scenario, "server.limit_concurrency"):
        yield Oddity(
            ("server", "limit_concurrency"),
            "1 rejects every request with a 503: uvicorn counts the connection that asks too",
        )
    if server.limit_max_requests_jitter and not server.limit_max_requests:
        yield Oddity(("server", "limit_max_requests_jitter"), "does nothing without server.limit_max_requests")


def _routes(scenario: Scenario) -> Iterator[Oddity]:
    tables = [client.routes for client in scenario.clients]
    if any(table is None for table in tables) or _changes(scenario, "clients"):
        return
    asked = {path for table in tables for path, weight in (table or {}).items() if weight}
    for index, route in enumerate(scenario.routes):
        if route.path not in asked:
            yield Oddity(("routes", index), "no client asks for {path}", {"path": route.path})


def _services(scenario: Scenario) -> Iterator[Oddity]:
    used = {step.service for _, step in all_steps(scenario)}
    for index, service in enumerate(scenario.services):
        at = ("services", index)
        if service.name not in used and not _changes(scenario, "routes", "tasks"):
            yield Oddity(at, "no step uses {name}", {"name": service.name})
        if service.pool_size is None and not _changes(scenario, "services"):
            for key in ("max_overflow", "pool_timeout", "hold"):
                if getattr(service, key) != ServiceScenario.model_fields[key].default:
                    yield Oddity((*at, key), "does nothing without pool_size")


def _faults(scenario: Scenario) -> Iterator[Oddity]:
    end = scenario.run.duration + scenario.run.drain
    for index, fault in enumerate(scenario.faults):
        if fault.at >= end:
            # A session in the window goes on, and gets there.
            yield Oddity(("faults", index, "at"), "comes only after the run's end ({end} s)", {"end": end})


def _broker(scenario: Scenario) -> Iterator[Oddity]:
    broker = scenario.broker
    if broker is None:
        for index, task in enumerate(scenario.tasks):
            yield Oddity(("tasks", index), "there is no [broker]: nothing executes {name}", {"name": task.name})
        return
    if not scenario.tasks:
        yield Oddity(("broker",), "there are no [[tasks]]: its consumers have nothing to do")
    enqueued = {step.enqueue for _, step in all_steps(scenario)}
    for index, task in enumerate(scenario.tasks):
        if task.name not in enqueued:
            yield Oddity(("tasks", index), "no step enqueues {name}", {"name": task.name})
    yield from _idle_consumers(broker)


def _idle_consumers(broker: BrokerScenario) -> Iterator[Oddity]:
    partitions = broker.partitions or 0
    if broker.kind is BrokerKind.KAFKA and broker.consumers > partitions:
        shares = "1 partition has" if partitions == 1 else "{partitions} partitions have"
        yield Oddity(
            ("broker", "consumers"),
            shares + " one consumer each: {idle} of {consumers} consumers will have nothing to do",
            {"partitions": partitions, "idle": broker.consumers - partitions, "consumers": broker.consumers},
        )


def _changes(scenario: Scenario, *tables: str) -> bool:
    """Whether what is odd at the start may be otherwise later."""
    return any(change.set.startswith(tables) for change in scenario.changes)


_CHECKS: tuple[Callable[[Scenario], Iterator[Oddity]], ...] = (
    _clients,
    _server,
    _routes,
    _services,
    _broker,
    _faults,
)
