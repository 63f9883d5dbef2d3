"""Every key of a scenario that no row of the panel sets, with its value: what a search finds besides the rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.scenario import Scenario
from simulator.scenario.keys import LIVE
from ui.parameters.specs import SPECS, STEP_KEYS

_NAMED = {"clients": "name", "routes": "path", "services": "name", "tasks": "name"}
_TABLES = ("run", "server", "broker")
_IN_ROWS = {(spec.table, spec.key) for spec in SPECS}
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A key and its value."""

    table: str
    name: str
    """Of the key in its table; of the scenario itself where there is no table."""
    key: str
    """As a change would name it."""
    value: str
    """As the file would have it, cut where it is long."""
    is_live: bool


def key_facts(scenario: Scenario) -> tuple[KeyFact, ...]:
    """In the order of the file."""
    return tuple(_facts(scenario.plain()))


def _facts(plain: Mapping[str, Any]) -> Iterator[KeyFact]:
    for name, value in plain.items():
        if name in _TABLES:
            yield from _of_table(name, name, value)
        elif name in _NAMED:
            for entry in value:
                yield from _of_table(name, f"{name}[{entry[_NAMED[name]]}]", entry)
        elif name in ("changes", "faults"):
            for number, entry in enumerate(value):
                yield from _of_table(name, f"{name}[{number}]", entry)
        else:
            yield KeyFact("", name, name, _shown(value), is_live=False)


def _of_table(table: str, prefix: str, entry: Mapping[str, Any]) -> Iterator[KeyFact]:
    for name, value in entry.items():
        if (table, name) not in _IN_ROWS:
            yield KeyFact(table, name, f"{prefix}.{name}", _shown(value), is_live=name in LIVE.get(table, ()))


def _shown(value: object) -> str:
    text = _written(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_written(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_written, value)) + "]"
    return str(value)


assert set(STEP_KEYS) == {"io", "cpu"}, "steps stand here as a whole"
