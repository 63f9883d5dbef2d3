"""Where dotted keys lead in a scenario's plain form: `server.workers`, `routes[/x].steps[1].io`."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from simulator.errors import Problem, ScenarioError
from simulator.scenario.problems import Location, keys_at
from simulator.scenario.scenario import Scenario
from simulator.words import nearest, shown

_PART = re.compile(r"\.?([A-Za-z0-9_-]+)|\[([^\]]*)\]")
_NAMES = {"clients": "name", "routes": "path", "services": "name", "tasks": "name"}

# fmt: off
LIVE: dict[str, frozenset[str]] = {
    "clients": frozenset(
        (
            "rate", "burst_rate", "users", "think_time", "network", "timeout", "deadline",
            "retries", "retry_backoff", "retry_factor", "retry_jitter", "routes", "keep_alive",
        )
    ),
    "server": frozenset(
        (
            "workers", "thread_limit", "limit_concurrency", "limit_max_requests", "limit_max_requests_jitter",
            "timeout_keep_alive", "request_cpu", "connection_cpu", "hot_cpu_factor", "nagle_delay", "cores",
        )
    ),
    "routes": frozenset(("handler", "steps", "background", "background_handler", "failure_rate")),
    "services": frozenset(("pool_size", "max_overflow", "pool_timeout", "hold", "concurrency")),
    "broker": frozenset(("consumers", "concurrency", "prefetch", "capacity")),
    "tasks": frozenset(("steps", "failure_rate")),
}
# fmt: on
"""What may change while a run goes on; all else is fixed."""

NONE = "none"
OPTIONAL: dict[str, frozenset[str]] = {
    "clients": frozenset(("timeout", "deadline")),
    "services": frozenset(("pool_size",)),
}
"""Live keys that a scenario may do without: set to "none" they are taken away again."""


def locate(plain: Mapping[str, Any], key: str) -> Location:
    """Where `key` stands in a scenario's plain form; names in brackets become positions.

    Raises ScenarioError naming the part that is unknown.
    """
    location: list[str | int] = []
    value: Any = plain
    for written in _parts(key):
        if isinstance(value, list):
            index = _position(value, written, location, key)
            location.append(index)
            value = value[index]
        elif isinstance(value, Mapping) or value is None:
            allowed = keys_at(tuple(location), Scenario)
            part = _meant(written, allowed or value or ())
            if allowed and part not in allowed:
                raise ScenarioError(Problem(f"unknown key{nearest(part, allowed, _prefix(location))}", key))
            location.append(part)
            value = value.get(part) if isinstance(value, Mapping) else None
        else:
            raise ScenarioError(Problem("unknown key: there is nothing below it", key))
    return tuple(location)


def _prefix(location: list[str | int]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".") + (
        "." if location else ""
    )


def _parts(key: str) -> list[str]:
    parts = [match[1] or match[2] for match in _PART.finditer(key)]
    if not parts or "".join(match[0] for match in _PART.finditer(key)) != key:
        raise ScenarioError(Problem('must be a key such as "server.workers" or "routes[/x].steps[0].io"', key))
    return parts


def _meant(part: str, known: Collection[object]) -> str:
    """A name as it stands, where there is one; else without the quotes around it."""
    is_quoted = len(part) > 1 and part[0] == part[-1] and part[0] in "\"'"
    return part[1:-1] if is_quoted and part not in known else part


def _position(entries: list[Any], written: str, location: list[str | int], key: str) -> int:
    name_key = _NAMES.get(str(location[-1])) if location else None
    names = [entry.get(name_key) for entry in entries if isinstance(entry, Mapping)] if name_key else []
    part = _meant(written, names)
    if part in names:
        return names.index(part)
    if part.isdigit() and int(part) < len(entries):
        return int(part)
    hint = nearest(part, [str(name) for name in names if name])
    raise ScenarioError(Problem(f"there is no {shown(part)} in {location[-1] if location else key}{hint}", key))


def put(plain: dict[str, Any], key: str, value: object) -> Location:
    """Set a key of a scenario's plain form in place ("none": take it away, where it may be); returns its location."""
    location = locate(plain, key)
    table: Any = plain
    for part in location[:-1]:
        table = table.setdefault(part, {}) if isinstance(table, dict) else table[part]
    if value == NONE and location[-1] in OPTIONAL.get(str(location[0]), ()):
        table.pop(location[-1], None)
    else:
        table[location[-1]] = value
    return location


def is_live(location: Location) -> bool:
    """Whether the key may change while a run goes on."""
    table, *rest = location
    inner = [part for part in rest if isinstance(part, str)]
    return bool(inner) and inner[0] in LIVE.get(str(table), ())
