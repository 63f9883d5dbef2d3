"""From the plain form of a scenario to its value: everything that is wrong is found in one go."""

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from simulator.distributions import Distribution
from simulator.errors import Problem, ScenarioError
from simulator.scenario import addresses, checks, problems
from simulator.scenario.clients import KIND_KEYS
from simulator.scenario.problems import Location, key_text
from simulator.scenario.scenario import Scenario
from simulator.units import LONGEST_S
from simulator.words import shown

Finding = tuple[Location, str]


def from_plain(plain: Mapping[str, Any], directory: Path) -> Scenario:
    """A scenario from its plain form.

    Raises ScenarioError; its problems have no lines.
    """
    scenario, found = validated(plain, directory)
    if scenario is None or found:
        raise ScenarioError([Problem(message, key_text(location)) for location, message in found])
    return scenario


def replaced(scenario: Scenario, key: str, value: object) -> Scenario:
    """A running scenario with one key set to a plain TOML value; its changes are kept, not looked at again.

    Raises ScenarioError naming the key.
    """
    plain = scenario.plain()
    addresses.put(plain, key, value)
    plain.pop("changes", None)
    return from_plain(plain, scenario.directory).with_changes(scenario.changes)


def validated(plain: Mapping[str, Any], directory: Path) -> tuple[Scenario | None, list[Finding]]:
    """The scenario and what is wrong with it; where values are wrong, the rest is looked at without them.

    A scenario that comes with findings stands for the rest only; it is not the user's.
    """
    scenario, found = _model(plain)
    if scenario is None:
        scenario, _ = _model(_mended(plain, [location for location, _ in found]))
    if scenario is None:
        return None, found
    scenario = scenario.in_directory(directory)
    doubtful = {at[:depth] for at, _ in found for depth in range(1, len(at) + 1)}
    unfit = list(checks.findings(scenario))
    unfit += _change_findings(scenario, {message for _, message in unfit})
    found += [finding for finding in unfit if not _is_doubtful(finding[0], doubtful)]
    return (scenario if found else _with_files(scenario)), found


def _model(plain: Mapping[str, Any]) -> tuple[Scenario | None, list[Finding]]:
    try:
        return Scenario.model_validate(plain), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        found = [(tuple(detail["loc"]), problems.message(detail, Scenario)) for detail in details]
        inside = {at[:depth] for at, _ in found for depth in range(len(at))}
        # A list whose entries are wrong counts as too short to pydantic; its entries say what is wrong.
        return None, [(at, message) for at, message in found if at not in inside]


_PLACEHOLDERS: dict[str | int, Any] = {
    "format": 1,
    "name": "?",
    "run": {"duration": LONGEST_S, "sample_every": LONGEST_S},
    "duration": LONGEST_S,
    "arrivals": "poisson",
    "path": "/?",
    "handler": "async",
    "cpu": 0,
    "io": 0,
    "at": 0,
    "set": "server.workers",
    "to": 1,
    "target": "server",
}
_KINDS: dict[str | int, str] = {"broker": "celery", "faults": "restart"}


def _mended(plain: Mapping[str, Any], locations: list[Location]) -> dict[str, Any]:
    """Without the values that are wrong, so that the rest can be looked at as a whole."""
    mended = copy.deepcopy(dict(plain))
    for location in sorted(locations, key=lambda at: [str(part) for part in at], reverse=True):
        table: Any = mended
        try:
            for part in location[:-1]:
                table = table[part]
        except (KeyError, IndexError, TypeError):
            continue
        if isinstance(table, dict):
            _mend(table, location)
    return mended


def _mend(table: dict[str | int, Any], location: Location) -> None:
    key = location[-1]
    table.pop(key, None)
    if key not in problems.keys_at(location[:-1], Scenario):  # it is in nobody's place
        return
    if key == "kind":
        table[key] = _KINDS[location[0]]
    elif key in _PLACEHOLDERS and not (key == "at" and location[0] == "clients"):
        table[key] = copy.copy(_PLACEHOLDERS[key])
    if key == "duration":
        table["sample_every"] = LONGEST_S


def _is_doubtful(location: Location, doubtful: set[Location]) -> bool:
    """Whether a finding may come from a placeholder, or repeats what was said already."""
    table, entry = location[:1], location[:2]
    if location in doubtful:
        return True
    if table[0] in ("faults", "changes", "broker"):
        return (entry in doubtful) or (table == ("broker",) and table in doubtful)
    has_kind = (*entry, "arrivals") not in doubtful
    return table == ("clients",) and not has_kind and location[-1] in KIND_KEYS


def _change_findings(scenario: Scenario, known: set[str]) -> Iterator[Finding]:
    """Each change in turn must be of a live key and leave a valid scenario; `known` was wrong before."""
    plain = scenario.plain()
    plain.pop("changes", None)
    end = scenario.run.duration + scenario.run.drain
    for index, change in sorted(enumerate(scenario.changes), key=lambda entry: entry[1].at):
        if change.at >= end:
            yield ("changes", index, "at"), f"must be before the run ends ({end:g} s), got {change.at:g} s"
        changed = copy.deepcopy(plain)
        try:
            location = addresses.put(changed, change.set, change.to)
        except ScenarioError as error:
            yield ("changes", index, "set"), f"{shown(change.set)}: {error.problems[0].message}"
            continue
        if not addresses.is_live(location):
            yield ("changes", index, "set"), f"{shown(change.set)} is fixed for a run"
            continue
        if location[0] == "broker" and scenario.broker is None:
            yield ("changes", index, "set"), f"{shown(change.set)}: needs a [broker]"
            continue
        problem = _first_problem(changed, scenario.directory, location, known)
        if problem is None:
            plain = changed
        elif problem.startswith("is no key of"):  # of these arrivals, this broker: the value is not to blame
            yield ("changes", index, "set"), f"{shown(change.set)}: {problem}"
        else:
            yield ("changes", index, "to"), problem


def _first_problem(plain: Mapping[str, Any], directory: Path, changed: Location, known: set[str]) -> str | None:
    scenario, found = _model(plain)
    if scenario is not None:
        found = list(checks.findings(scenario.in_directory(directory)))
    for location, message in found:
        if message not in known:
            return message if location == changed else f"{key_text(location)}: {message}"
    return None


def _with_files(scenario: Scenario) -> Scenario:
    """With the values of its empirical distributions read."""
    if not any(time.file for _, time in checks.all_distributions(scenario)):
        return scenario
    update = {name: _read_in(getattr(scenario, name), scenario.directory) for name in type(scenario).model_fields}
    return scenario.model_copy(update=update).in_directory(scenario.directory)


def _read_in(value: Any, directory: Path) -> Any:  # noqa: ANN401
    if isinstance(value, Distribution):
        return value.read(directory)
    if isinstance(value, tuple):
        return tuple(_read_in(entry, directory) for entry in value)
    if hasattr(type(value), "model_fields"):
        fields = type(value).model_fields
        return value.model_copy(update={name: _read_in(getattr(value, name), directory) for name in fields})
    return value
