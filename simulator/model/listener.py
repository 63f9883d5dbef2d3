"""The listening socket: one accept queue, shared by all workers, and who of them takes from it."""

from collections import deque
from typing import TYPE_CHECKING

from simpy import Environment

from simulator.model.events import Alarm
from simulator.model.streams import Dice
from simulator.model.syn import DroppedSyns
from simulator.record.stages import Stage
from simulator.scenario import LoopKind, ServerScenario
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.request import Request, Resting
    from simulator.model.worker import Worker
    from simulator.record import Transitions

LISTENER = "listener"


class Listener:
    """Workers pull connections from here: uvicorn has no dispatcher.

    An idle worker wakes for a connection (any of them: epoll wakes all, the first to call accept wins).
    """

    def __init__(self, env: Environment, dice: Dice, server: ServerScenario, trace: "Transitions | None") -> None:
        self._env = env
        self._dice = dice
        self._capacity = server.accept_capacity
        self.syns = DroppedSyns(self, server.syn_retry, trace)
        self._trace = trace
        self._place = trace.place(LISTENER) if trace else 0
        self.queue: deque[Request | Resting] = deque()
        self.can_rest = False
        """Whether some group lets its requests rest here."""
        self.resting = 0
        """How many rest in the queue; they stand in order of id."""
        self.idle: list[Worker] = []
        """Workers that are asleep and accept connections."""
        self.open_sockets = 0
        """Processes that listen: while there is none, connections are refused."""
        self.area = 0
        """The queue's time integral is `area + len(queue) * now`."""
        self.peak = 0

    def arrive(self, request: "Request", now: int) -> None:
        """A new connection is established, with its request's bytes: both sides think they are connected."""
        request.since = now
        if self.idle:  # epoll wakes them all; the first to call accept wins, and is idle no more
            self._dice.take(self.idle).wake_to_accept(request, now)
        else:
            self.enqueue(request, now)

    def enqueue(self, request: "Request", now: int) -> None:
        """The connection waits until somebody accepts it, if there is room for it, and a socket to wait at."""
        if not self.open_sockets:
            request.group.refuse(request, now)
            return
        queue = self.queue
        length = len(queue)
        if length >= self._capacity:
            self.syns.drop(request, now)
            return
        self.area -= now
        queue.append(request)
        if length >= self.peak:
            self.peak = length + 1
        if self._trace is not None:
            self._trace.enter(now, request.id, Stage.ACCEPT_QUEUE, self._place)

    def rest(self, resting: "Resting", now: int) -> bool:
        """Let a connection wait, of which nobody needs to know more; False where that is not all there is to do.

        With nobody idle it is of no importance who won last: whoever takes from the queue wins anew.
        """
        queue = self.queue
        length = len(queue)
        if self.idle or length >= self._capacity or not self.open_sockets:
            return False
        self.area -= now
        self.resting += 1
        queue.append(resting)
        if length >= self.peak:
            self.peak = length + 1
        return True

    def take(self, worker: "Worker", now: int) -> "Request":
        """The oldest connection, for the worker that called accept()."""
        request = self.queue.popleft()
        self.area += now
        if isinstance(request, tuple):
            self.resting -= 1
            return request[0](request, worker, now)
        request.accepted = now
        request.accept_wait += now - request.since
        request.since = now
        request.worker = worker
        if request.connection is not None:
            request.connection.worker = worker
        return request

    def won(self, worker: "Worker", now: int) -> None:
        """`worker` drained the queue."""

    def offer(self, now: int) -> None:
        """Wake somebody for what waits: the worker that it was reserved for is blocked, gone, or too slow."""
        if self.queue and self.idle:
            self._dice.take(self.idle).wake(now)

    def close(self, now: int) -> None:
        """The last process that had the socket is gone: who waits in the queue is told by a reset."""
        while self.queue:
            request = self.queue.popleft()
            assert not isinstance(request, tuple), "where processes may go, nobody rests"
            self.area += now
            request.group.lose(request, now)


class BurstListener(Listener):
    """With asyncio the worker that accepted last goes on winning for `burst_window`, while no handler blocks it."""

    def __init__(self, env: Environment, dice: Dice, server: ServerScenario, trace: "Transitions | None") -> None:
        super().__init__(env, dice, server, trace)
        self._burst_window = to_ns(server.burst_window)
        self._winner: Worker | None = None
        self._last_win = 0

    def arrive(self, request: "Request", now: int) -> None:
        """Within the burst window it is the winner's."""
        if self._winner is None or not self._is_reserved(now):
            super().arrive(request, now)
            return
        request.since = now
        self.enqueue(request, now)
        self._call_winner(now)

    def won(self, worker: "Worker", now: int) -> None:
        """What comes within the burst window is its own as well."""
        self._winner = worker
        self._last_win = now

    def _is_reserved(self, now: int) -> bool:
        winner = self._winner
        if winner is None or now - self._last_win > self._burst_window or winner.is_blocked or not winner.accepts:
            self._winner = None
            return False
        return True

    def _call_winner(self, now: int) -> None:
        winner = self._winner
        assert winner is not None, "only asked while the queue is reserved"
        if winner.is_asleep:
            self.idle.remove(winner)
            winner.wake(now)
        elif self.idle and len(self.queue) == 1:
            self._watch()

    def _watch(self) -> None:
        """The idle workers see the queue as soon as its reservation ends."""
        Alarm(self._env, self._window_closed).set(self._last_win + self._burst_window + 1)

    def _window_closed(self, now: int) -> None:
        if not self.queue:
            return
        if self._is_reserved(now):
            self._watch()
        else:
            self.offer(now)


LISTENERS: dict[LoopKind, type[Listener]] = {LoopKind.ASYNCIO: BurstListener, LoopKind.UVLOOP: Listener}
assert set(LISTENERS) == set(LoopKind)
