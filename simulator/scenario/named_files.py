"""The files that a scenario names: replays and empirical distributions, also those that come with a change."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.distributions import Distribution, DistributionKind
from simulator.scenario.broker import BrokerScenario
from simulator.scenario.clients import ClientScenario
from simulator.scenario.routes import Step
from simulator.scenario.scenario import Scenario
from simulator.scenario.server import ServerScenario

Rename = Callable[[str], str]
"""The new name of a file, from the name that the scenario has."""

_DISTRIBUTION_KEYS = frozenset(
    name
    for table in (ClientScenario, ServerScenario, Step, BrokerScenario)
    for name, field in table.model_fields.items()
    if "Distribution" in str(field.annotation)
)


def with_files_renamed(scenario: Scenario, rename: Rename) -> Scenario:
    """The same scenario with other names for its files; it reads none of them, and has no directory."""
    plain = scenario.plain()
    for client in plain["clients"]:
        if "file" in client:
            client["file"] = rename(client["file"])
    for change in plain["changes"]:
        change["to"] = _moved(change["to"], change["set"].rpartition(".")[2], rename)
    moved = {key: value if key == "changes" else _moved(value, key, rename) for key, value in plain.items()}
    return Scenario.model_validate(moved)


def _moved(value: Any, key: str, rename: Rename) -> Any:  # noqa: ANN401  # any plain TOML value
    if isinstance(value, Mapping):
        return {name: _moved(each, name, rename) for name, each in value.items()}
    if isinstance(value, list):
        return [_moved(each, key, rename) for each in value]
    if key in _DISTRIBUTION_KEYS and isinstance(value, str):
        return _moved_distribution(value, rename)
    return value


def _moved_distribution(text: str, rename: Rename) -> str:
    time = Distribution.parse(text)
    return f"empirical({rename(time.file)})" if time.kind is DistributionKind.EMPIRICAL else text
