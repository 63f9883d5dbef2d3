"""anyio's capacity limiter in front of a worker's thread pool."""

from collections import deque
from typing import TYPE_CHECKING

from simulator.record.stages import Stage

if TYPE_CHECKING:
    from simulator.model.request import Request
    from simulator.record import Transitions


class ThreadLimiter:
    """`limit` tokens, one for each thread call in progress; who finds none waits in order of arrival, without bound."""

    __slots__ = ("limit", "limit_area", "place", "taken", "taken_area", "trace", "waiting", "waiting_area")

    def __init__(self, limit: int, now: int, trace: "Transitions | None", place: str) -> None:
        self.limit = limit
        self.limit_area = -limit * now
        """The limit's time integral is `limit_area + limit * now`; likewise for `taken` and `waiting`."""
        self.taken = 0
        self.taken_area = 0
        self.waiting: deque[Request] = deque()
        self.waiting_area = 0
        self.trace = trace
        self.place = trace.place(place) if trace else 0

    def try_borrow(self, request: "Request", now: int) -> bool:
        """Take a token, or join those who wait for one."""
        if self.taken < self.limit and not self.waiting:
            self.taken += 1
            self.taken_area -= now
            return True
        request.since = now
        self.waiting_area -= now
        self.waiting.append(request)
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.THREAD_QUEUE, self.place)
        return False

    def give_back(self, now: int) -> "Request | None":
        """Hand the token on; the request that has it from now on, if one waited."""
        if self.waiting and self.taken <= self.limit:
            return self._next(now)
        self.taken -= 1
        self.taken_area += now
        return None

    def set_limit(self, limit: int, now: int) -> "list[Request]":
        """Change `total_tokens`; the requests that have a token because of it."""
        self.limit_area += (self.limit - limit) * now
        self.limit = limit
        served = []
        while self.waiting and self.taken < limit:
            self.taken += 1
            self.taken_area -= now
            served.append(self._next(now))
        return served

    def die(self, now: int) -> None:
        """The process is gone."""
        self.taken_area += self.taken * now
        self.waiting_area += len(self.waiting) * now
        self.taken = 0
        self.waiting.clear()

    def _next(self, now: int) -> "Request":
        request = self.waiting.popleft()
        self.waiting_area += now
        request.thread_wait += now - request.since
        return request
