"""Plain requests that wait to be accepted: until then there is no more of them than a tuple."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from simulator.model.listener import Listener
from simulator.model.request import Request, Resting
from simulator.record.requests import NEVER


class AtRest:
    """Those who rest in the accept queue, as the ledger sees them, for whom they are in flight like others."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._queue = listener.queue

    def __len__(self) -> int:
        return self._listener.resting

    def __iter__(self) -> Iterator[Resting]:
        return _resting(self._queue)

    def rouse(self, in_flight: dict[int, Request]) -> None:
        """Make requests of them all, in `in_flight`, which is in order of id then: somebody wants to look at them."""
        if not self._listener.can_rest:
            return
        for _ in range(len(self._queue) if len(self) else 0):
            first = self._queue.popleft()
            self._queue.append(_awake(first) if isinstance(first, tuple) else first)
        self._listener.resting = 0
        in_order = sorted(in_flight.items())  # who was woken stands behind others that were sent later
        in_flight.clear()
        in_flight.update(in_order)

    def sent_after(self, request_id: int) -> list[int]:
        """When those behind this id were sent, ns."""
        newest = takewhile(lambda resting: resting[2] > request_id, _resting(reversed(self._queue)))
        return [sent for _, _, _, sent, *_ in newest]


def _awake(resting: Resting) -> Request:
    pick_up, _, _, sent, *_ = resting
    request = pick_up(resting, None, sent)
    request.accepted = NEVER
    return request


def _resting(entries: Iterable[Request | Resting]) -> Iterator[Resting]:
    return (entry for entry in entries if isinstance(entry, tuple))
