"""How much of a run is kept: the newest whole, of the oldest a picture now and then, so that memory has a bound."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from simulator.record.record import Record

_STEPS = 64
"""So many times is room made until everything has been replaced once: each time takes a few milliseconds."""


class Budget(NamedTuple):
    """The most that is kept of one run."""

    transitions: int = 10_000_000
    """Of requests and of messages together. Some 25 to 40 bytes each, and 10 to 25 more with the rows of their
    requests; a message keeps some 110 bytes of its own."""
    samples: int = 200_000

    def keep(self, record: Record, alive: Callable[[], Iterable[int]]) -> bool:
        """Make room where there is too much; True where something was forgotten. `alive`: requests that go on.

        The oldest transitions go first, a 64th of the budget at a time. In their place stay up to 512 pictures of where
        everybody was, evenly spaced; then every other one goes. Messages give up as large a share as requests. With
        them go the rows of requests of which nothing is told any more.
        """
        samples = record.samples
        over = len(samples) - samples.first - self.samples
        if over > 0:
            samples.forget(over + self.samples // _STEPS)
        traces = [each for each in (record.transitions, record.message_transitions) if each is not None]
        kept = sum(each.count - each.first for each in traces)
        if record.transitions is None or kept <= self.transitions:
            return False
        living = set(alive())
        share = (kept - self.transitions + self.transitions // _STEPS) / kept
        before = [each.first for each in traces]
        for each in traces:
            # Messages know themselves which of them go on.
            goes_on = living if each is record.transitions else ()
            each.forget(each.first + round((each.count - each.first) * share), goes_on)
        record.requests.forget(record.transitions.forgotten_ids, {*living, *record.transitions.elders})
        return [each.first for each in traces] != before
