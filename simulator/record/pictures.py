"""What is kept of a past whose transitions are forgotten: where everybody was, at an instant now and then."""

from bisect import bisect_right

from simulator.record.moment import Moment

_MOST = 512
_MOST_ENTRIES = 400_000
"""Requests in all pictures together: some 16 MB."""


class Pictures:
    """Evenly spaced along what is forgotten; where they become too many, every other one goes."""

    def __init__(self) -> None:
        self._times: list[int] = []
        self._kept: list[tuple[int, Moment, int]] = []
        """The number of the instant that was offered, the moment, and how many had been sent."""
        self._offered = 0
        self._every = 1
        self._entries = 0

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def wants_next(self) -> bool:
        """Whether the next instant is one of those kept; who offers one that is not says `pass_by`."""
        return self._offered % self._every == 0

    def pass_by(self) -> None:
        """An instant is not kept."""
        self._offered += 1

    def add(self, moment: Moment, sent: int) -> None:
        """Keep a later instant than all before."""
        self._times.append(moment.time_ns)
        self._kept.append((self._offered, moment, sent))
        self._offered += 1
        self._entries += len(moment)
        while len(self._kept) > _MOST or (self._entries > _MOST_ENTRIES and len(self._kept) > 1):
            self._every *= 2
            self._kept = [entry for entry in self._kept if entry[0] % self._every == 0]
            self._times = [moment.time_ns for _, moment, _ in self._kept]
            self._entries = sum(len(moment) for _, moment, _ in self._kept)

    def at(self, time_ns: int) -> tuple[Moment, int] | None:
        """The last one up to an instant, and how many had been sent by then; None before the first."""
        at = bisect_right(self._times, time_ns) - 1
        return self._kept[at][1:] if at >= 0 else None
