"""Parts of the contract that are not built yet: a scenario that uses one is refused by name, never ignored."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.errors import Problem
from simulator.scenario.addresses import locate
from simulator.scenario.problems import Location, key_text
from simulator.scenario.scenario import Scenario
from simulator.scenario.step_checks import all_steps

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
    for location, step in all_steps(scenario):
        if location[0] == "routes" and step.enqueue is not None:
            yield (*location, "enqueue")


def _tables(scenario: Scenario) -> Iterator[Location]:
    for table in _TABLES:
        if getattr(scenario, table):
            yield (table,)


def _changes(scenario: Scenario) -> Iterator[Location]:
    plain = scenario.plain()
    for index, change in enumerate(scenario.changes):
        if locate(plain, change.set)[0] in _TABLES:
            yield ("changes", index, "set")
        elif _enqueues(change.to):
            yield ("changes", index, "to")


def _enqueues(value: Any) -> bool:  # noqa: ANN401  # any TOML value
    if isinstance(value, Mapping):
        return "enqueue" in value
    return isinstance(value, list | tuple) and any(_enqueues(entry) for entry in value)
