"""What differs between two scenarios, as values of dotted keys, and which of them may change while a run goes on."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from simulator.errors import SimulatorError
from simulator.scenario import Scenario
from simulator.scenario.addresses import NONE, OPTIONAL
from simulator.scenario.keys import is_live, locate, put
from simulator.scenario.validation import from_plain

_TABLES = ("run", "server", "broker")
_NAMED = {"clients": "name", "routes": "path", "services": "name", "tasks": "name"}
"""Lists of tables, and what tells their entries apart."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A key with another value; of a whole table where its entries came, went or changed their names."""

    key: str
    value: Any
    """A plain TOML value; None: the key is gone, and a change could not say so."""
    is_live: bool
    """Whether it can be set while a run goes on."""


def edits_between(before: Scenario, after: Scenario) -> tuple[Edit, ...]:
    """What turns `before` into `after`, in the order of the file."""
    old, new = before.plain(), after.plain()
    return tuple(_edit(new, key, value) for key, value in _differences(old, new))


def with_edits(scenario: Scenario, edits: Iterable[Edit]) -> Scenario:
    """A scenario with keys set; a key that it does not have is left out. Raises ScenarioError where they do not fit."""
    plain = scenario.plain()
    for edit in edits:
        with suppress(SimulatorError):
            put(plain, edit.key, edit.value)
    return from_plain(plain, scenario.directory)


def _edit(plain: Mapping[str, Any], key: str, value: Any) -> Edit:  # noqa: ANN401  # any TOML value
    is_live = _is_live(plain, key)
    if value is not None or not is_live:
        return Edit(key, value, is_live)
    table, name = key.partition("[")[0], key.rpartition(".")[2]
    return Edit(key, NONE, is_live=True) if name in OPTIONAL.get(table, ()) else Edit(key, None, is_live=False)


def _is_live(plain: Mapping[str, Any], key: str) -> bool:
    try:
        return is_live(locate(plain, key))
    except SimulatorError:
        return False


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key in dict.fromkeys((*new, *old)):
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        if key in _TABLES and isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from _of_table(key, before, after)
        elif key in _NAMED and before and after and _names(key, before) == _names(key, after):
            for entry, other in zip(before, after, strict=True):
                yield from _of_table(f"{key}[{other[_NAMED[key]]}]", entry, other)
        else:
            yield key, after


def _of_table(table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key in dict.fromkeys((*new, *old)):
        if old.get(key) != new.get(key):
            yield f"{table}.{key}", new.get(key)


def _names(table: str, entries: Iterable[Mapping[str, Any]]) -> list[Any]:
    return [entry[_NAMED[table]] for entry in entries]
