"""Parts of the contract that are not built yet: a scenario that uses one is refused by name, never ignored."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.errors import Problem
from simulator.scenario.addresses import locate
from simulator.scenario.problems import Location, key_text
from simulator.scenario.scenario import Scenario

_TABLES = ("broker", "tasks")


def unbuilt(scenario: Scenario) -> list[Problem]:
    """A problem for every key with a value other than its default that no behaviour stands behind."""
    return [Problem(message, key_text(at)) for at, message in unbuilt_findings(scenario)]


def unbuilt_findings(scenario: Scenario) -> list[tuple[Location, str]]:
    """The same, by location."""
    return [(at, "not built yet: this version cannot simulate it") for at in unbuilt_locations(scenario)]


def unbuilt_locations(scenario: Scenario) -> list[Location]:
    """Where they stand."""
    return [*_steps(scenario), *_tables(scenario), *_changes(scenario)]


def _steps(scenario: Scenario) -> Iterator[Location]:
    for index, route in enumerate(scenario.routes):
        for number, step in enumerate(route.steps):
            if step.enqueue is not None:
                yield ("routes", index, "steps", number, "enqueue")


def _tables(scenario: Scenario) -> Iterator[Location]:
    for table in _TABLES:
        if getattr(scenario, table):
            yield (table,)


def _changes(scenario: Scenario) -> Iterator[Location]:
    plain = scenario.plain()
    for index, change in enumerate(scenario.changes):
        table, *rest = locate(plain, change.set)
        key = next((part for part in rest if isinstance(part, str)), "")
        if table in _TABLES:
            yield ("changes", index, "set")
        elif _enqueues(change.to):
            yield ("changes", index, "to")


def _enqueues(value: Any) -> bool:  # noqa: ANN401  # any TOML value
    if isinstance(value, Mapping):
        return "enqueue" in value
    return isinstance(value, list | tuple) and any(_enqueues(entry) for entry in value)
