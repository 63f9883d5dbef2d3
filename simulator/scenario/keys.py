"""A scenario's values by dotted key: `server.workers`, `clients[Cliente_1].rate`, `routes[/x].steps[1].io`."""

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from simulator.errors import Problem, ScenarioError
from simulator.scenario.addresses import LIVE, is_live, locate, put
from simulator.scenario.scenario import Scenario
from simulator.scenario.validation import from_plain

__all__ = ["LIVE", "is_live", "locate", "parse_assignment", "put", "read", "read_all", "replace"]


def read(scenario: Scenario, key: str) -> Any:  # noqa: ANN401  # a plain TOML value
    """The plain value of a key, None where it is not set.

    Raises ScenarioError naming the part that is unknown.
    """
    return read_all(scenario, [key])[key]


def read_all(scenario: Scenario, names: Iterable[str]) -> dict[str, Any]:
    """The same for several keys, by key."""
    plain = scenario.plain()
    return {key: _at(plain, key) for key in names}


def _at(plain: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401  # a plain TOML value
    value: Any = plain
    for part in locate(plain, key):
        if value is None:
            return None
        value = value.get(part) if isinstance(value, Mapping) else value[part]
    return value


def replace(scenario: Scenario, key: str, value: object) -> Scenario:
    """The scenario with one key set to a plain TOML value, its changes looked at again too.

    Raises ScenarioError with every problem.
    """
    plain = scenario.plain()
    put(plain, key, value)
    return from_plain(plain, scenario.directory)


def parse_assignment(text: str) -> tuple[str, Any]:
    """Key and value of `server.workers=4`: the value as TOML has it, else the bare text.

    Raises ScenarioError where there is no key or no equals sign.
    """
    at = _equals_sign(text)
    key = text[:at].strip()
    if at < 0 or not key:
        raise ScenarioError(Problem("must be KEY=VALUE, such as server.workers=4", text))
    return key, _value(text[at + 1 :].strip())


def _equals_sign(text: str) -> int:
    """The first that stands outside of brackets: a path may have one."""
    depth = 0
    for index, sign in enumerate(text):
        depth += {"[": 1, "]": -1}.get(sign, 0)
        if sign == "=" and depth == 0:
            return index
    return -1


def _value(text: str) -> Any:  # noqa: ANN401  # any TOML value
    try:
        plain = tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):
        return text
    return plain["value"] if list(plain) == ["value"] else text
