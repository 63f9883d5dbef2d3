"""Connection attempts that found the accept queue full: their SYN was dropped silently, and is sent again."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from simulator.model.events import NORMAL
from simulator.model.request import called_off
from simulator.record.stages import Stage
from simulator.scenario import SynRetry
from simulator.units import NS_PER_S

if TYPE_CHECKING:
    from simulator.model.listener import Listener
    from simulator.model.request import Request
    from simulator.record import Transitions

RETRIES_S: dict[SynRetry, tuple[int, ...]] = {
    SynRetry.LINEAR: (0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67, 131),  # Linux since 6.5: tcp_syn_linear_timeouts = 4
    SynRetry.EXPONENTIAL: (0, 1, 3, 7, 15, 31, 63, 127),  # before: every wait is twice the one before
}
"""Seconds since the first SYN; at the last of them the client's connect() fails (ETIMEDOUT)."""
assert set(RETRIES_S) == set(SynRetry)

SPACING = 140_000
"""Clients that open connections together do it one after another: a connect() takes 0.14 ms (measured, as above)."""


class DroppedSyns:
    """Who waits to send a SYN again. Before a connection stands, `Request.accept_wait` is all that waiting."""

    def __init__(self, listener: "Listener", kind: SynRetry, trace: "Transitions | None") -> None:
        self._listener = listener
        self._instants = [second * NS_PER_S for second in RETRIES_S[kind]]
        self._trace = trace
        self._again = self._come_again
        self._failed = self._give_up
        self.waiting: dict[Request, None] = {}
        self._last = -1
        self._together = 0

    def drop(self, request: "Request", now: int) -> None:
        """No answer comes: the client's kernel tries again when its timer fires."""
        self.waiting[request] = None
        instants = self._instants
        following = bisect_right(instants, request.accept_wait)
        if following < len(instants) - 1:
            request.due = now + instants[following] - instants[following - 1] + self._spread(now)
            request.stage = self._again
        else:
            request.due = now - request.accept_wait - request.group.handshake(request) + instants[-1]
            request.stage = self._failed
        request.group.post(request, NORMAL, request.due)
        if self._trace is not None:
            self._trace.enter(now, request.id, Stage.CONNECTING, request.group.place, request.due)

    def _spread(self, now: int) -> int:
        # What is dropped at one instant in the model came one after another in truth, and finds the queue in that way.
        self._together = self._together + 1 if now == self._last else 0
        self._last = now
        return self._together % 1000 * SPACING

    def forget(self, request: "Request") -> bool:
        """The client leaves; whether it was still trying to connect (then nothing of it is at the server)."""
        if request not in self.waiting:
            return False
        del self.waiting[request]
        request.stage = called_off
        return True

    def _come_again(self, request: "Request") -> None:
        self._listener.arrive(request, self._waited(request))

    def _give_up(self, request: "Request") -> None:
        request.group.refused(request, self._waited(request))

    def _waited(self, request: "Request") -> int:
        del self.waiting[request]
        now = request.due
        request.accept_wait += now - request.since
        request.since = now
        return now
