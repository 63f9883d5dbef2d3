"""The file of a replay: instants from the group's start, and the route of each where it says so."""

import csv
import math
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from simulator.errors import SimulatorError
from simulator.units import NS_PER_S


class Recording(NamedTuple):
    """What was recorded, in order of time."""

    instants_ns: tuple[int, ...]
    routes: tuple[str, ...] | None


def read(path: Path, name: str) -> Recording:
    """Read a CSV with `time_s` (sorted, from 0) and perhaps `route`.

    Raises SimulatorError with the file as the user named it, the line, the rule and the value.
    """
    try:
        stamp = path.stat().st_mtime_ns
        return _read(path, name, stamp)
    except OSError as error:
        raise SimulatorError(f'cannot read "{name}": {error.strerror}') from error
    except UnicodeDecodeError as error:
        raise SimulatorError(f'"{name}" is not text') from error
    except csv.Error as error:
        raise SimulatorError(f'"{name}" is no CSV file: {error}') from error


@lru_cache(maxsize=8)
def _read(path: Path, name: str, _stamp: int) -> Recording:
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = csv.reader(file)
        header = [column.strip() for column in next(rows, [])]
        if not header:
            raise SimulatorError(f'"{name}" is empty')
        if "time_s" not in header:
            raise SimulatorError(f'"{name}" must have a column time_s, got {", ".join(header)[:60]}')
        return _rows(name, header, rows)


def _rows(name: str, header: list[str], rows: Iterable[list[str]]) -> Recording:
    time_at = header.index("time_s")
    route_at = header.index("route") if "route" in header else None
    instants: list[int] = []
    routes: list[str] = []
    for number, row in enumerate(rows, 2):
        if not any(row):
            continue
        if len(row) <= max(time_at, route_at or 0):
            raise SimulatorError(f'"{name}", line {number}: has {len(row)} columns of {len(header)}')
        instant = _instant(row[time_at], name, number)
        if instants and instant < instants[-1]:
            raise SimulatorError(
                f'"{name}", line {number}: must be sorted by time_s, got {row[time_at]} after a later one'
            )
        instants.append(instant)
        if route_at is not None:
            routes.append(row[route_at].strip())
    if not instants:
        raise SimulatorError(f'"{name}" has no arrivals')
    return Recording(tuple(instants), tuple(routes) if route_at is not None else None)


def _instant(text: str, name: str, number: int) -> int:
    try:
        seconds = float(text)
    except ValueError as error:
        raise SimulatorError(
            f'"{name}", line {number}: time_s must be a number of seconds, got "{text[:40]}"'
        ) from error
    if not (0 <= seconds < math.inf):
        raise SimulatorError(f'"{name}", line {number}: time_s must be 0 or more, got "{text[:40]}"')
    return round(seconds * NS_PER_S)
