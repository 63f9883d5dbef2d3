"""The changes of stage that are still being shown: those of the last flight, read from the record."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from simulator.record import Moment, Transitions

MOST_ROWS = 8192
"""Transitions looked at for one picture; where more happened in a flight's time, flights are shorter."""


class Moves(NamedTuple):
    """What happened in the `span_ns` before an instant."""

    span_ns: int
    """How long a flight takes, simulated time."""
    rows: NDArray[np.void]
    """TRANSITION_ROW, in time order."""
    then: Moment
    """Where those who moved were before that."""


def recent_moves(transitions: Transitions, time_ns: int, span_ns: int) -> Moves | None:
    """What happened in (time - span, time]; None where nothing flies: a span of 0, or a past that is forgotten."""
    if span_ns <= 0 or time_ns - span_ns < transitions.kept_since_ns > 0:
        return None
    end = row_after(transitions, time_ns)
    first = max(end - MOST_ROWS, transitions.first)
    rows = transitions.rows(first, end)
    begin = int(np.searchsorted(rows["time"], time_ns - span_ns, side="right"))
    if begin == 0 and first > 0:
        # More than MOST_ROWS: begin with the first whole instant among them.
        span_ns = max(1, time_ns - int(rows["time"][0]))
        begin = int(np.searchsorted(rows["time"], time_ns - span_ns, side="right"))
    rows = rows[begin:]
    return Moves(span_ns, rows, transitions.at(time_ns - span_ns).only(rows["request"].astype(np.int64)))


def row_after(transitions: Transitions, time_ns: int) -> int:
    """The first row of what happened after an instant."""
    times = _Times(transitions)
    # Most pictures are of now: then everything has happened already.
    return len(times) if not len(times) or times[-1] <= time_ns else bisect_right(times, time_ns)


class _Times(Sequence[int]):
    """The times of transitions, for bisection."""

    def __init__(self, transitions: Transitions) -> None:
        self._transitions = transitions

    def __len__(self) -> int:
        return self._transitions.count

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        row = index % len(self)
        return self._transitions.time_of(row)
