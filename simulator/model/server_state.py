"""What a uvicorn process knows of itself (its `server_state`): connections, tasks, requests served."""

from collections.abc import Callable
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from simulator.model.request import BUSY, CLOSED

if TYPE_CHECKING:
    from simulator.model.request import Connection, Request

Action = Callable[[int], None]


class ServerState:
    """Kept only where somebody asks: limits, restarts, faults, or a hand that may set them.

    What ends in an iteration of the loop is taken off at the next: `connection_lost` and the callbacks of a task that
    is done are called from there, and so are timers.
    """

    __slots__ = (
        "_closed",
        "_done",
        "_idle",
        "_pushed",
        "actions",
        "connections",
        "limit_concurrency",
        "limit_max_requests",
        "on_empty",
        "on_full",
        "polled",
        "tasks",
        "total",
    )
    on_empty: Action
    """Called when nothing is left of a process that was told to go."""
    on_full: Callable[[], None]
    """Called when it has served as many requests as it may."""

    def __init__(self) -> None:
        self.connections = 0
        """Those made and not lost: busy, idle, and the caller's own."""
        self.tasks: dict[Request, bool] = {}
        """Requests and background work in progress, and whether their connection stands."""
        self.total = 0
        """`total_requests`: answers, 503s too."""
        self.polled = 0
        self.actions: list[Action] = []
        """Timers that are due, for the next iteration."""
        self.limit_concurrency = self.limit_max_requests = 0
        """0 is none."""
        self._closed = self._done = 0
        self._idle: list[tuple[int, int, Connection, int]] = []
        self._pushed = 0

    def settle(self, now: int) -> None:
        """The loop polls: an iteration begins."""
        self.polled = now
        if self._closed or self._done:
            self.connections -= self._closed
            self._closed = self._done = 0
        if self.actions:
            due, self.actions = self.actions, []
            for action in due:
                action(now)

    def is_full(self, limit: int) -> bool:
        """Whether a request that comes now is one too many: its own connection counts, and so do idle ones."""
        self._expire(self.polled)
        return self.connections >= limit or len(self.tasks) + self._done >= limit

    def standing(self, at: int) -> tuple[int, int]:
        """Connections that stand, and those of them that no task has; whose time is over by `at` stand no more.

        For those who look: nothing is settled by it.
        """
        found = self.connections - self._closed - self._count_expired(at)
        return found, found - sum(self.tasks.values())

    def _count_expired(self, at: int) -> int:
        idle, count, places = self._idle, 0, [0]
        while places:
            place = places.pop()
            if place < len(idle) and idle[place][0] <= at:
                closes_at, _, connection, answers = idle[place]
                count += connection.closes_at == closes_at and connection.answers == answers
                places += (2 * place + 1, 2 * place + 2)  # a heap: what lies below is due no earlier
        return count

    # What happens to connections

    def made(self) -> None:
        """connection_made: a client has a protocol object of its own."""
        self.connections += 1

    def lost(self, request: "Request") -> None:
        """The client of a task has left; the task goes on."""
        if self.tasks.get(request):
            self.tasks[request] = False
            self._closed += 1

    def close_idle(self) -> None:
        """The process leaves: connections without a request are closed."""
        self._expire(BUSY)

    def _expire(self, at: int) -> None:
        # A connection that was used again has another time to close, or none while it is busy. Where nothing takes
        # time it has the same, so that only its answers tell which of its pauses this is.
        idle = self._idle
        while idle and idle[0][0] <= at:
            closes_at, _, connection, answers = heappop(idle)
            if connection.closes_at == closes_at and connection.answers == answers:
                self.connections -= 1

    # What happens to tasks

    def begun(self, request: "Request", *, is_connected: bool) -> None:
        """A task is created."""
        self.tasks[request] = is_connected
        if not is_connected:
            self._closed += 1

    def goes_on(self, task: "Request") -> None:
        """Background work begins, in the same task."""
        self.tasks[task] = False

    def answered(self, request: "Request") -> None:
        """The response is complete."""
        self.total += 1
        if self.total == self.limit_max_requests:
            self.on_full()
        if not self.tasks[request]:
            return
        self.tasks[request] = False
        connection = request.connection
        if connection is None or connection.closes_at == CLOSED:
            self._closed += 1
        elif connection.closes_at != BUSY:  # where the way back takes no time, its next request may be there already
            self._expire(self.polled)
            self._pushed += 1
            heappush(self._idle, (connection.closes_at, self._pushed, connection, connection.answers))

    def ended(self, task: "Request") -> None:
        """The task is over."""
        del self.tasks[task]
        self._done += 1
