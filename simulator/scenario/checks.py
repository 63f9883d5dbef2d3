"""What is contradictory although every value on its own is right."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from simulator.distributions import Distribution
from simulator.errors import SimulatorError
from simulator.scenario import replay
from simulator.scenario.broker import BrokerKind
from simulator.scenario.clients import KIND_KEYS, REQUIRED_KEYS, ArrivalKind, ClientScenario, keys_of
from simulator.scenario.events import Fault, FaultKind
from simulator.scenario.problems import Location
from simulator.scenario.routes import Step
from simulator.scenario.scenario import Scenario
from simulator.words import nearest

Finding = tuple[Location, str]
MOST_SAMPLES = 1_000_000


def findings(scenario: Scenario) -> Iterator[Finding]:
    """Location and message of everything that does not fit together."""
    for check in _CHECKS:
        yield from check(scenario)


def _run(scenario: Scenario) -> Iterator[Finding]:
    run = scenario.run
    if run.warm_up >= run.duration:
        yield ("run", "warm_up"), f"must be below run.duration ({run.duration:g} s), got {run.warm_up:g} s"
    if (run.duration + run.drain) / run.sample_every > MOST_SAMPLES:
        yield ("run", "sample_every"), f"would give more than {MOST_SAMPLES:,} rows, got {run.sample_every:g} s"


def _unique_names(scenario: Scenario) -> Iterator[Finding]:
    named: tuple[tuple[str, str, Sequence[str]], ...] = (
        ("clients", "name", [client.name for client in scenario.clients]),
        ("routes", "path", [route.path for route in scenario.routes]),
        ("services", "name", [service.name for service in scenario.services]),
        ("tasks", "name", [task.name for task in scenario.tasks]),
    )
    for table, key, names in named:
        for index, name in enumerate(names):
            if name in names[:index]:
                yield (table, index, key), f'must be unique, got "{name}" again'


def _clients(scenario: Scenario) -> Iterator[Finding]:
    for index, client in enumerate(scenario.clients):
        at: Location = ("clients", index)
        own = keys_of(client.arrivals)
        for key in REQUIRED_KEYS[client.arrivals]:
            if getattr(client, key) is None:
                yield (*at, key), f"required for {client.arrivals} arrivals, but missing"
        for key in sorted(client.model_fields_set & KIND_KEYS - set(own)):
            yield (*at, key), f"is no key of {client.arrivals} arrivals"
        stop = scenario.run.duration if client.stop is None else client.stop
        if client.start >= stop:
            yield (*at, "start"), f"must be before the group stops ({stop:g} s), got {client.start:g} s"
        yield from _times(client, at)
        yield from _client_routes(client, at, scenario)
    total = sum(client.users or 0 for client in scenario.clients)
    if total > MOST_USERS:
        yield ("clients",), f"must have at most {MOST_USERS:,} users together, got {total:,}"


MOST_USERS = 1_000_000


def _times(client: ClientScenario, at: Location) -> Iterator[Finding]:
    if client.profile is not None:
        times = [time for time, _ in client.profile]
        if times != sorted(times):
            yield (*at, "profile"), "must be sorted by time"
    if client.timeout is not None and client.deadline is not None and client.deadline > client.timeout:
        yield (*at, "deadline"), f"must be at most the timeout ({client.timeout:g} s), got {client.deadline:g} s"


def _client_routes(client: ClientScenario, at: Location, scenario: Scenario) -> Iterator[Finding]:
    paths = [route.path for route in scenario.routes]
    has_column = False
    if client.arrivals is ArrivalKind.REPLAY and client.file is not None:
        try:
            recording = replay.read(scenario.directory / client.file, client.file)
        except SimulatorError as error:
            yield (*at, "file"), str(error)
            return
        has_column = recording.routes is not None
        for path in sorted(set(recording.routes or ()) - set(paths)):
            yield (*at, "file"), f'"{client.file}" has the route {path}, which is not defined{nearest(path, paths)}'
    if has_column and client.routes is not None:
        yield (*at, "routes"), f'"{client.file}" says the route of each request already'
    elif client.routes is None and not has_column and len(paths) > 1:
        yield (*at, "routes"), "required where there are several routes, but missing"
    for path in client.routes or {}:
        if path not in paths:
            yield (*at, "routes", path), f"is not defined in [[routes]]{nearest(path, paths)}"
    if client.routes is not None and sum(client.routes.values()) <= 0:
        yield (*at, "routes"), "must have a weight above 0"


def _steps(scenario: Scenario) -> Iterator[Finding]:
    services = [service.name for service in scenario.services]
    tasks = [task.name for task in scenario.tasks]
    for location, step in all_steps(scenario):
        kinds = [name for name in ("cpu", "io", "enqueue") if getattr(step, name) is not None]
        if len(kinds) != 1:
            yield location, f"must have one of cpu, io and enqueue, got {' and '.join(kinds) or 'none'}"
        if step.service is not None and step.io is None:
            yield (*location, "service"), "goes with io only"
        if "count" in step.model_fields_set and step.enqueue is None:
            yield (*location, "count"), "goes with enqueue only"
        if step.service is not None and step.service not in services:
            message = f'"{step.service}" is not defined in [[services]]{nearest(step.service, services)}'
            yield (*location, "service"), message
        if step.enqueue is not None:
            if location[0] == "tasks":
                yield (*location, "enqueue"), "a task cannot enqueue"
            elif step.enqueue not in tasks:
                message = f'"{step.enqueue}" is not defined in [[tasks]]{nearest(step.enqueue, tasks)}'
                yield (*location, "enqueue"), message
            elif scenario.broker is None:
                yield (*location, "enqueue"), "needs a [broker]"


def all_steps(scenario: Scenario) -> Iterator[tuple[Location, Step]]:
    """Every step of routes and tasks with its location."""
    tables: Iterable[tuple[str, int, str, tuple[Step, ...]]] = (
        *(("routes", i, "steps", route.steps) for i, route in enumerate(scenario.routes)),
        *(("routes", i, "background", route.background) for i, route in enumerate(scenario.routes)),
        *(("tasks", i, "steps", task.steps) for i, task in enumerate(scenario.tasks)),
    )
    for table, index, key, steps in tables:
        for number, step in enumerate(steps):
            yield (table, index, key, number), step


def _broker(scenario: Scenario) -> Iterator[Finding]:
    broker = scenario.broker
    if broker is None:
        return
    for key in ("partitions", "commit_every"):
        if getattr(broker, key) is not None and broker.kind is not BrokerKind.KAFKA:
            yield ("broker", key), f"is kafka's alone, not {broker.kind}'s"
    if broker.kind is BrokerKind.KAFKA and broker.prefetch is not None:
        yield ("broker", "prefetch"), "is no key of kafka: a consumer reads its partitions in order"
    if broker.capacity and broker.prefetch and broker.capacity < broker.prefetch:
        yield ("broker", "capacity"), f"must not be below prefetch ({broker.prefetch}), got {broker.capacity}"


def _faults(scenario: Scenario) -> Iterator[Finding]:
    end = scenario.run.duration + scenario.run.drain
    for index, fault in enumerate(scenario.faults):
        at: Location = ("faults", index)
        if fault.at >= end:
            yield (*at, "at"), f"must be before the run ends ({end:g} s), got {fault.at:g} s"
        yield from _fault_keys(fault, at)
        targets = _targets(fault.kind, scenario)
        if fault.target not in targets:
            yield (*at, "target"), f'"{fault.target}" is nothing that can {_VERBS[fault.kind]}{nearest(fault.target, targets)}'


_VERBS = {
    FaultKind.SLOW: "be slow",
    FaultKind.DOWN: "be down",
    FaultKind.HANG: "hang",
    FaultKind.CRASH: "crash",
    FaultKind.RESTART: "restart",
}


def _fault_keys(fault: Fault, at: Location) -> Iterator[Finding]:
    lasts = fault.kind in (FaultKind.SLOW, FaultKind.DOWN, FaultKind.HANG)
    if lasts and fault.lasting is None:
        yield (*at, "for"), f"required for {fault.kind}, but missing"
    if not lasts and fault.lasting is not None:
        yield (*at, "for"), f"is no key of {fault.kind}"
    if fault.kind is FaultKind.SLOW and fault.factor is None:
        yield (*at, "factor"), "required for slow, but missing"
    if fault.kind is not FaultKind.SLOW and fault.factor is not None:
        yield (*at, "factor"), f"is no key of {fault.kind}"


def _targets(kind: FaultKind, scenario: Scenario) -> list[str]:
    if kind is FaultKind.RESTART:
        return ["server"]
    if kind is FaultKind.CRASH:
        consumers = scenario.broker.consumers if scenario.broker else 0
        most = max([scenario.server.workers, *_later_workers(scenario)])
        return [f"worker:{i + 1}" for i in range(most)] + [f"consumer:{i + 1}" for i in range(consumers)]
    return [service.name for service in scenario.services]


def _later_workers(scenario: Scenario) -> list[int]:
    return [change.to for change in scenario.changes if change.set == "server.workers" and isinstance(change.to, int)]


def _distributions(scenario: Scenario) -> Iterator[Finding]:
    for location, time in all_distributions(scenario):
        try:
            time.read(scenario.directory)
        except SimulatorError as error:
            yield location, str(error)


def all_distributions(scenario: Scenario) -> Iterator[tuple[Location, Distribution]]:
    """Every distribution with its location."""

    def inside(value: Any, location: Location) -> Iterator[tuple[Location, Distribution]]:  # noqa: ANN401
        if isinstance(value, Distribution):
            yield location, value
        elif isinstance(value, tuple):
            for index, entry in enumerate(value):
                yield from inside(entry, (*location, index))
        elif hasattr(type(value), "model_fields"):
            for name in type(value).model_fields:
                yield from inside(getattr(value, name), (*location, name))

    yield from inside(scenario, ())


_CHECKS: tuple[Callable[[Scenario], Iterator[Finding]], ...] = (
    _run,
    _unique_names,
    _clients,
    _steps,
    _broker,
    _faults,
    _distributions,
)
