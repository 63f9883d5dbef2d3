"""What a log says in all, in memory that does not grow with it."""

import random
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from simulator.errors import SimulatorError
from simulator.reality.calibrate.detecting import detected, whole_document
from simulator.reality.calibrate.entries import Entry
from simulator.reality.calibrate.reading import lines, opened
from simulator.reality.calibrate.spans import OtlpSpans

_MOST_TIMES = 20_000
_MOST_BINS = 4_096
_MOST_ROUTES = 50
_MOST_SHOWN = 3
_LONGEST_SHOWN = 120
MOST_REPLAYED = 2_000_000
OTHER = "/other"


class Reservoir:
    """A uniform sample of a stream (Vitter 1985, algorithm R), always the same for the same stream."""

    def __init__(self, most: int | None = None) -> None:
        self.count = 0
        self._most = _MOST_TIMES if most is None else most
        self._random = random.Random(0)
        self._values = array("d")

    def add(self, value: float) -> None:
        """One more."""
        self.count += 1
        if len(self._values) < self._most:
            self._values.append(value)
            return
        place = self._random.randrange(self.count)
        if place < self._most:
            self._values[place] = value

    @property
    def values(self) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        """The sample, as long as the stream where that was short."""
        return np.array(self._values)


class Counts:
    """Events over time, in bins that double in width when there are too many."""

    def __init__(self) -> None:
        self.width_s = 1
        self._bins: dict[int, int] = {}
        self.first_s: float | None = None
        self.last_s = 0.0

    def add(self, at_s: float) -> None:
        """One more."""
        self.first_s = at_s if self.first_s is None else min(self.first_s, at_s)
        self.last_s = max(self.last_s, at_s)
        number = int(at_s // self.width_s)
        self._bins[number] = self._bins.get(number, 0) + 1
        while len(self._bins) > _MOST_BINS:
            self.width_s *= 2
            wider: dict[int, int] = {}
            for each, count in self._bins.items():
                wider[each // 2] = wider.get(each // 2, 0) + count
            self._bins = wider

    def table(self) -> tuple[int, list[int]]:
        """Number of the first bin, and counts from there on without a gap."""
        first, last = min(self._bins), max(self._bins)
        return first, [self._bins.get(number, 0) for number in range(first, last + 1)]


@dataclass
class RouteSeen:
    """One path of the log."""

    count: int = 0
    failed: int = 0
    """5xx other than 503."""
    response: Reservoir = field(default_factory=Reservoir)
    cpu: Reservoir = field(default_factory=Reservoir)
    io: Reservoir = field(default_factory=Reservoir)


@dataclass
class Seen:
    """All of a log."""

    format: str
    routes: dict[str, RouteSeen] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)
    lines: int = 0
    unread: int = 0
    """Lines that are no entry."""
    shown: list[str] = field(default_factory=list)
    """The first of them, with their numbers and why."""
    instants: "array[float]" = field(default_factory=lambda: array("d"))
    """Kept only for a replay, with the routes' numbers."""
    places: "array[int]" = field(default_factory=lambda: array("H"))

    @property
    def requests(self) -> int:
        """Of all routes."""
        return sum(route.count for route in self.routes.values())


def gathered(path: Path, given: dict[str, str], *, keeps_instants: bool = False) -> Seen:
    """Read a log to its end.

    Raises SimulatorError where it cannot be read, or nothing in it can.
    """
    with opened(path) as file:
        format_ = detected(file, path, given)
        seen = Seen(format_.name)
        document = whole_document(file, path) if isinstance(format_, OtlpSpans) else None
        for number, line in enumerate(lines(file, path) if document is None else [document], 1):
            if not line.strip():
                continue
            seen.lines += 1
            try:
                for entry in format_.entries(line):
                    _add(seen, entry, keeps_instants=keeps_instants)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                _leave_out(seen, number, line, error)
    if not seen.requests:
        shown = f": {seen.shown[0]}" if seen.shown else ""
        raise SimulatorError(f"{path}: no request of {seen.lines:,} lines could be read as {format_.name}{shown}")
    return seen


def _add(seen: Seen, entry: Entry, *, keeps_instants: bool) -> None:
    path = entry.path if entry.path in seen.routes or len(seen.routes) < _MOST_ROUTES else OTHER
    route = seen.routes.get(path)
    if route is None:
        route = seen.routes[path] = RouteSeen()
    route.count += 1
    if entry.status is not None and entry.status >= 500 and entry.status != 503:  # noqa: PLR2004  # HTTP's numbers
        route.failed += 1
    for values, value in ((route.response, entry.response_s), (route.cpu, entry.cpu_s), (route.io, entry.io_s)):
        if value is not None:
            values.add(value)
    if entry.at_s is None:
        return
    seen.counts.add(entry.at_s)
    if keeps_instants:
        if len(seen.instants) >= MOST_REPLAYED:
            raise SimulatorError(f"--replay: takes at most {MOST_REPLAYED:,} requests; leave it out for their rate")
        seen.instants.append(entry.at_s)
        seen.places.append(list(seen.routes).index(path))


def _leave_out(seen: Seen, number: int, line: str, error: Exception) -> None:
    seen.unread += 1
    if len(seen.shown) < _MOST_SHOWN:
        text = line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}..."
        why = f"no {error}" if isinstance(error, KeyError) else str(error)
        seen.shown.append(f"line {number} ({why}): {text}")


def replayed(seen: Seen) -> Iterator[tuple[float, str]]:
    """Seconds since the first, and the route, in order of time."""
    instants = np.array(seen.instants)
    order = np.argsort(instants, kind="stable")
    names = list(seen.routes)
    for index in order:
        yield float(instants[index] - instants[order[0]]), names[seen.places[int(index)]]
