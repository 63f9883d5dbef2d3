"""What is contradictory although every value on its own is right."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from simulator.distributions import Distribution
from simulator.errors import SimulatorError
from simulator.scenario import replay
from simulator.scenario.broker_checks import broker_fits
from simulator.scenario.clients import KIND_KEYS, REQUIRED_KEYS, ArrivalKind, ClientScenario, keys_of
from simulator.scenario.fault_checks import faults_fit
from simulator.scenario.problems import Location
from simulator.scenario.scenario import Scenario
from simulator.scenario.step_checks import steps_fit
from simulator.units import format_time
from simulator.words import nearest, shown

Finding = tuple[Location, str]
MOST_SAMPLES = 1_000_000
MOST_USERS = 1_000_000
_SHORTEST_STAYS_S = 1e-6


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
            if names.index(name) < index:
                yield (table, index, key), f"must be unique, got {shown(name)} again"


def _clients(scenario: Scenario) -> Iterator[Finding]:
    end = _latest_begin(scenario)
    for index, client in enumerate(scenario.clients):
        at: Location = ("clients", index)
        own = keys_of(client.arrivals)
        for key in REQUIRED_KEYS[client.arrivals]:
            if getattr(client, key) is None:
                yield (*at, key), f"required for {client.arrivals} arrivals, but missing"
        for key in sorted(client.model_fields_set & KIND_KEYS - set(own)):
            yield (*at, key), f"is no key of {client.arrivals} arrivals"
        yield from _stays(client, at)
        yield from _times(client, at, end)
        yield from _client_routes(client, at, scenario)
    total = sum(client.users or 0 for client in scenario.clients)
    if total > MOST_USERS:
        yield ("clients",), f"must have at most {MOST_USERS:,} users together, got {total:,}"


def _latest_begin(scenario: Scenario) -> float:
    """Before this each group must begin: the run's end; later where others have begun by then, as in a shorter run of
    a scenario, or in a session that was saved early."""
    end = scenario.run.duration
    is_empty = all(max(client.start, client.at or 0.0) >= end for client in scenario.clients)
    return end if is_empty else math.inf


def _stays(client: ClientScenario, at: Location) -> Iterator[Finding]:
    """As with rates: a million a second are more than anybody needs."""
    if client.burst_for is not None and client.calm_for is not None:
        both = round(client.burst_for.mean_s + client.calm_for.mean_s, 12)
        if both < _SHORTEST_STAYS_S:
            shortest = format_time(_SHORTEST_STAYS_S)
            yield (*at, "burst_for"), f"must last at least {shortest} together with calm_for, got {format_time(both)}"


def _times(client: ClientScenario, at: Location, end: float) -> Iterator[Finding]:
    stop = end if client.stop is None else min(client.stop, end)
    if client.start >= stop:
        yield (*at, "start"), f"must be before the group stops ({stop:g} s), got {client.start:g} s"
    elif client.at is not None and not client.start <= client.at < stop:
        until = "on" if stop == math.inf else f"to before {stop:g} s"
        yield (*at, "at"), f"must be from {client.start:g} s {until}, got {client.at:g} s"
    times = [time for time, _ in client.profile or ()]
    if times != sorted(times):
        yield (*at, "profile"), "must be sorted by time"


def _client_routes(client: ClientScenario, at: Location, scenario: Scenario) -> Iterator[Finding]:
    paths = [route.path for route in scenario.routes]
    try:
        recorded = _recorded_routes(client, scenario)
    except SimulatorError as error:
        yield (*at, "file"), str(error)
        return
    for path in sorted(set(recorded or ()) - set(paths)):
        yield (*at, "file"), f"{shown(client.file)} has the route {path}, which is not defined{nearest(path, paths)}"
    if client.routes is None:
        if recorded is None and len(set(paths)) > 1:
            yield (*at, "routes"), "required where there are several routes, but missing"
    elif recorded is not None:
        yield (*at, "routes"), f"{shown(client.file)} says the route of each request already"
    else:
        yield from _weights(client.routes, (*at, "routes"), paths)


def _recorded_routes(client: ClientScenario, scenario: Scenario) -> tuple[str, ...] | None:
    if client.arrivals is not ArrivalKind.REPLAY or client.file is None:
        return None
    return replay.read(scenario.directory / client.file, client.file).routes


def _weights(weights: Mapping[str, float], at: Location, paths: Sequence[str]) -> Iterator[Finding]:
    for path in weights:
        if path not in paths:
            yield (*at, path), f"is not defined in [[routes]]{nearest(path, paths)}"
    if sum(weights.values()) <= 0:
        yield at, "must have a weight above 0"


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
    steps_fit,
    broker_fits,
    faults_fit,
    _distributions,
)
