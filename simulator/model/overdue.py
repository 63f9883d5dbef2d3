"""Who is late: things that are to be over within the same time, in the order in which they began."""

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from simpy import Environment

from simulator.model.events import LATE, Alarm

Thing = TypeVar("Thing")
_A_FEW = 1000
"""May be watched that are over."""


class Overdue(Generic[Thing]):
    """Calls `is_late(thing, now)` for what is still going on after `limit` ns; what ends at that instant is in time.

    What is over is forgotten now and then, so that a long limit keeps little but what goes on.
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
        self._most = 0
        """With more than so many it is time to forget some; 0 while no alarm is set."""

    def watch(self, thing: Thing, now: int) -> None:
        """It begins."""
        self._watched.append((now, thing))
        if len(self._watched) > self._most:
            self._tidy(now)

    def _tidy(self, now: int) -> None:
        watched, goes_on = self._watched, self._goes_on
        while not goes_on(watched[0][1], watched[0][0]):  # the last does
            watched.popleft()
        if not self._most:
            Alarm(self._env, self._ring).set(now + self._limit, LATE)
        self._most = 2 * len(watched) + _A_FEW

    def _ring(self, now: int) -> None:
        watched, latest = self._watched, now - self._limit
        while watched and (watched[0][0] <= latest or not self._goes_on(watched[0][1], watched[0][0])):
            since, thing = watched.popleft()
            if self._goes_on(thing, since):
                self._is_late(thing, now)
        self._most = 2 * len(watched) + _A_FEW if watched else 0
        if watched:
            Alarm(self._env, self._ring).set(watched[0][0] + self._limit, LATE)
