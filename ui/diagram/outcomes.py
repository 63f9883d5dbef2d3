"""What became of the requests that got no answer: counted up to any instant, read from the record as it grows."""

from array import array
from bisect import bisect_right
from collections import deque
from typing import NamedTuple

import numpy as np

from simulator.record import STAGE_MASK, Stage, Transitions
from simulator.units import NS_PER_S

KINDS = (Stage.REFUSED, Stage.REJECTED, Stage.FAILED, Stage.TIMED_OUT)
"""Ends without success, in the order in which they are told."""
MOST_DRAWN = 30
"""Of the pile; the rest is a number."""
IS_ONE = np.isin(np.arange(256) & STAGE_MASK, [int(kind) for kind in KINDS])
"""Whether a row of the record is such an end, by its stored stage."""


class Outcomes(NamedTuple):
    """Attempts without success from the beginning up to an instant; in the order of KINDS."""

    counts: tuple[int, ...] = (0, 0, 0, 0)
    in_last_second: tuple[int, ...] = (0, 0, 0, 0)
    drawn: tuple[tuple[int, Stage], ...] = ()
    """Client group and end of the latest, by their place in the pile."""

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)

    def of(self, kind: Stage) -> int:
        """How many ended so."""
        return self.counts[KINDS.index(kind)]

    def lately(self, kind: Stage) -> int:
        """How many of them in the last second."""
        return self.in_last_second[KINDS.index(kind)]


NO_OUTCOMES = Outcomes()


class OutcomeLog:
    """Reads every transition once."""

    def __init__(self, transitions: Transitions, clients: tuple[str, ...]) -> None:
        self._transitions = transitions
        self._clients = {f"client:{name}": index for index, name in enumerate(clients)}
        self._read = 0
        self._times = array("q")
        self._kinds = array("B")
        self._groups = array("H")
        self._times_of = {kind: array("q") for kind in KINDS}

    def at(self, time_ns: int) -> Outcomes:
        """Up to an instant that has happened."""
        self._read_on()
        end = bisect_right(self._times, time_ns)
        counts = tuple(bisect_right(self._times_of[kind], time_ns) for kind in KINDS)
        before = tuple(bisect_right(self._times_of[kind], time_ns - NS_PER_S) for kind in KINDS)
        lately = tuple(count - earlier for count, earlier in zip(counts, before, strict=True))
        return Outcomes(counts, lately, self._drawn(end))

    def _drawn(self, end: int) -> tuple[tuple[int, Stage], ...]:
        """The newest takes the place of the oldest, so that the others lie still."""
        shown = deque(range(max(0, end - MOST_DRAWN), end))
        shown.rotate(end % MOST_DRAWN if end >= MOST_DRAWN else 0)
        return tuple((self._groups[row], Stage(self._kinds[row])) for row in shown)

    def _read_on(self) -> None:
        if self._transitions.count == self._read:
            return
        rows = self._transitions.rows(self._read)
        self._read = self._transitions.count
        is_end = IS_ONE[rows["stage"]]
        if not is_end.any():
            return
        stage = rows["stage"] & STAGE_MASK
        places = self._transitions.places
        ends = (part[is_end].tolist() for part in (rows["time"], stage, rows["place"]))
        for time, kind, place in zip(*ends, strict=True):
            self._times.append(time)
            self._kinds.append(kind)
            self._groups.append(self._clients.get(places[place], 0))
            self._times_of[Stage(kind)].append(time)
