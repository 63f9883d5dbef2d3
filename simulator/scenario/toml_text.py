"""A scenario as TOML text."""

from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Table

from simulator.scenario.scenario import Scenario
from simulator.scenario.validation import from_plain

_TABLE_LISTS = ("clients", "routes", "services", "tasks", "changes", "faults")
_TABLES = ("run", "server", "broker")


def written(scenario: Scenario) -> str:
    """Every key with its value, defaults too, in the contract's order; the same scenario gives the same bytes."""
    return tomlkit.dumps(_document(scenario.plain()))


def _document(plain: Mapping[str, Any]) -> tomlkit.TOMLDocument:
    document = tomlkit.document()
    for key, value in plain.items():
        if key not in (*_TABLES, *_TABLE_LISTS):
            document.add(key, _item(value))
    for key, value in plain.items():
        if key in _TABLES:
            document.add(key, _table(value))
        elif key in _TABLE_LISTS and value:
            entries = tomlkit.aot()
            for entry in value:
                entries.append(_table(entry))
            document.add(key, entries)
    return document


def _table(values: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    for key, value in values.items():
        table.add(key, _item(value))
    return table


def _item(value: Any) -> Any:  # noqa: ANN401  # any TOML item
    if isinstance(value, Mapping):
        return _inline(value)
    if isinstance(value, list):
        return _array(value)
    return value


def _inline(values: Mapping[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    for key, value in values.items():
        table.add(key, _item(value))
    return table


def _array(values: list[Any]) -> Array:
    array = tomlkit.array()
    for value in values:
        array.append(_item(value))
    if values and isinstance(values[0], Mapping):
        array.multiline(True)
    return array


def edited(document: tomlkit.TOMLDocument, scenario: Scenario) -> tomlkit.TOMLDocument:
    """The user's document, in place: keys it has take the scenario's values, keys it lacks come where they differ
    from their defaults; tables of a list are matched by position."""
    written_before = from_plain(document.unwrap(), scenario.directory)
    _edit(document, written_before.plain(), scenario.plain())
    return document


def _edit(table: Any, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:  # noqa: ANN401
    for key in [key for key in table if key not in after and key in before]:
        del table[key]
    for key, value in after.items():
        if before.get(key) == value:
            continue
        present = table.get(key)
        if isinstance(present, AoT) or (present is None and key in _TABLE_LISTS):
            _edit_list(table, key, before.get(key) or [], value)
        elif isinstance(present, Table | InlineTable) and isinstance(value, Mapping):
            _edit(present, before.get(key) or {}, value)
        elif isinstance(present, Array) and _can_edit(present, before.get(key), value):
            for entry, old, new in zip(present, before[key], value, strict=True):
                _edit(entry, old, new)
        else:
            table[key] = _table(value) if key in _TABLES else _item(value)


def _can_edit(present: Array, before: Any, after: Any) -> bool:  # noqa: ANN401
    """Whether a list of inline tables keeps its length, so that each can be changed where it stands."""
    return (
        isinstance(before, list)
        and isinstance(after, list)
        and len(present) == len(before) == len(after)
        and all(isinstance(entry, InlineTable) for entry in present)
    )


def _edit_list(document: Any, key: str, before: list[Any], after: list[Any]) -> None:  # noqa: ANN401
    entries = document.get(key)
    if entries is None:
        entries = tomlkit.aot()
        document.add(key, entries)
        entries = document[key]
    while len(entries) > len(after):
        del entries[len(entries) - 1]
    for index, value in enumerate(after):
        if index < len(entries):
            _edit(entries[index], before[index], value)
        else:
            entries.append(_table(value))
