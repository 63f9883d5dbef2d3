"""How two scenarios differ, key by key, and what one becomes with keys set. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.scenario import Scenario, keys

Values = Mapping[str, Any]
"""Plain TOML values by dotted key."""
_NAMES = ("name", "path")
_APART = ("name", "description", "changes", "faults")
"""What says nothing about the server."""


@dataclass(frozen=True, slots=True)
class Variation:
    """One key, with its value in A and in B; None where it is not set."""

    key: str
    a: Any
    b: Any


def varied(scenario: Scenario, values: Values) -> Scenario:
    """The scenario with these keys set. Raises ScenarioError."""
    for key, value in values.items():
        scenario = keys.replace(scenario, key, value)
    return scenario


def variations(a: Scenario, b: Scenario) -> tuple[Variation, ...]:
    """All keys in which they differ, in the order of the file."""
    one, two = _flat(a), _flat(b)
    return tuple(
        Variation(key, one.get(key), two.get(key))
        for key in dict.fromkeys((*one, *two))
        if one.get(key) != two.get(key)
    )


def _flat(scenario: Scenario) -> dict[str, Any]:
    plain = {key: value for key, value in scenario.plain().items() if key not in _APART}
    return dict(_leaves(plain, ""))


def _leaves(value: Any, key: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  # any TOML value
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list | tuple) and any(isinstance(entry, Mapping) for entry in value):
        for index, entry in enumerate(value):
            named = next((entry[name] for name in _NAMES if name in entry), index)
            yield from _leaves(entry, f"{key}[{named}]")
    else:
        yield key, value


def is_of_clients(key: str) -> bool:
    """Whether it belongs to the clients, who are the same for both."""
    return key.startswith("clients")


def is_of_run(key: str) -> bool:
    """Whether it says how long and from which seed the run goes, which is the same for both."""
    return key.startswith(("run", "format"))
