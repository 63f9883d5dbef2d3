"""Events of the Trace Event Format as we write them, and tracks for what several do at once."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

Event = dict[str, Any]
_NS_PER_US = 1000


class Stretch(Protocol):
    """Something that lasts, in nanoseconds."""

    @property
    def begin(self) -> int:
        """When it begins."""

    @property
    def end(self) -> int:
        """When it ends."""


Use = TypeVar("Use", bound=Sequence[Stretch])


def microseconds(instant_ns: int) -> float:
    """As events have their times."""
    return instant_ns / _NS_PER_US


def named(what: str, pid: int, tid: int, name: str) -> Event:
    """The name of a process or of a track."""
    return {"name": what, "ph": "M", "pid": pid, "tid": tid, "args": {"name": name}}


def process(pid: int, name: str) -> Iterator[Event]:
    """The name of a process, which stands in the order of the numbers."""
    yield named("process_name", pid, 0, name)
    yield {"name": "process_sort_index", "ph": "M", "pid": pid, "tid": 0, "args": {"sort_index": pid}}


def complete(pid: int, tid: int, name: str, stretch: Stretch, about: Mapping[str, Any]) -> Event:
    """A slice of a track."""
    times = {"ts": microseconds(stretch.begin), "dur": (stretch.end - stretch.begin) / _NS_PER_US}
    return {"name": name, "cat": "server", "ph": "X", **times, "pid": pid, "tid": tid, "args": dict(about)}


def counter(pid: int, name: str, unit: str, changes: Mapping[int, int]) -> Iterator[Event]:
    """The length of a queue, from how much longer it is from each instant on."""
    length = 0
    for instant in sorted(changes):
        if changes[instant]:
            length += changes[instant]
            yield {"name": name, "ph": "C", "ts": microseconds(instant), "pid": pid, "args": {unit: length}}


def numbered(uses: Sequence[Use]) -> Iterator[tuple[int, Use]]:
    """Each use, in order of their beginnings, with the lowest number (from 1) that is free all the while."""
    free, taken, most = list[int](), list[tuple[int, int]](), 0
    for use in uses:
        while taken and taken[0][0] <= use[0].begin:
            heapq.heappush(free, heapq.heappop(taken)[1])
        if not free:
            most += 1
            heapq.heappush(free, most)
        number = heapq.heappop(free)
        heapq.heappush(taken, (use[-1].end, number))
        yield number, use
