"""Who waits for no longer than so long."""

from collections import deque
from typing import TYPE_CHECKING

from simpy import Environment

from simulator.model.events import LATE, Alarm

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.model.request import Request


class Patience:
    """Gives up for those who still wait after `limit` ns, in the order in which they began to wait.

    All wait equally long, so one alarm at a time is enough, however many they are. What comes at the very instant
    still comes in time.
    """

    def __init__(
        self,
        env: Environment,
        limit: int,
        waits_still: "Callable[[Request, int], bool]",
        give_up: "Callable[[Request, int], None]",
    ) -> None:
        self._env = env
        self.limit = limit
        self._waits_still = waits_still
        self._give_up = give_up
        self._waiting: deque[tuple[int, Request]] = deque()
        self._is_set = False

    def watch(self, request: "Request", now: int) -> None:
        """`request` begins to wait."""
        self._waiting.append((now, request))
        if not self._is_set:
            self._is_set = True
            Alarm(self._env, self._ring).set(now + self.limit, LATE)

    def _ring(self, now: int) -> None:
        waiting, latest = self._waiting, now - self.limit
        while waiting and waiting[0][0] <= latest:
            since, request = waiting.popleft()
            if self._waits_still(request, since):
                self._give_up(request, now)
        while waiting and not self._waits_still(waiting[0][1], waiting[0][0]):
            waiting.popleft()
        self._is_set = bool(waiting)
        if waiting:
            Alarm(self._env, self._ring).set(waiting[0][0] + self.limit, LATE)
