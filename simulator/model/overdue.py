"""Who is late: things that are to be over within the same time, in the order in which they began."""

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from simpy import Environment

from simulator.model.events import LATE, Alarm

Thing = TypeVar("Thing")


class Overdue(Generic[Thing]):
    """Calls `is_late(thing, now)` for what is still going on after `limit` ns; what ends at that instant is in time.

    What is over is forgotten as more begins, so that a long limit keeps nothing but what goes on behind it.
    """

    def __init__(
        self,
        env: Environment,
        limit: int,
        goes_on: Callable[[Thing, int], bool],
        is_late: Callable[[Thing, int], None],
    ) -> None:
        self._env = env
        self._limit = limit
        self._goes_on = goes_on
        self._is_late = is_late
        self._watched: deque[tuple[int, Thing]] = deque()
        self._is_set = False

    def watch(self, thing: Thing, now: int) -> None:
        """It begins."""
        watched, goes_on = self._watched, self._goes_on
        while watched and not goes_on(watched[0][1], watched[0][0]):
            watched.popleft()
        watched.append((now, thing))
        if not self._is_set:
            self._is_set = True
            Alarm(self._env, self._ring).set(now + self._limit, LATE)

    def _ring(self, now: int) -> None:
        watched, latest = self._watched, now - self._limit
        while watched and (watched[0][0] <= latest or not self._goes_on(watched[0][1], watched[0][0])):
            since, thing = watched.popleft()
            if self._goes_on(thing, since):
                self._is_late(thing, now)
        self._is_set = bool(watched)
        if watched:
            Alarm(self._env, self._ring).set(watched[0][0] + self._limit, LATE)
