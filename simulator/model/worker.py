"""A worker process: its event loop, its thread limiter, its share of the processor."""

from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from simpy import Environment

from simulator.model.costs import Costs
from simulator.model.events import Alarm
from simulator.model.listener import Listener
from simulator.model.request import Request
from simulator.model.threads import ThreadLimiter
from simulator.record.stages import HOLDS_LOOP, Stage

if TYPE_CHECKING:
    from simulator.record import Transitions

Turn = Callable[["Worker", Request, int], bool]
"""One uninterrupted use of the loop by a request, at an instant. True: the loop is held until an event ends the turn."""


class Worker:
    """One process with one event loop, which runs one turn at a time; what a turn takes is scheduled on the request.

    `go_on` is the loop itself: it comes from the loop kinds in `loops`. This class is for workers whose turns nobody
    can slow down; `contended.ContendedWorker` shares the processor and the GIL.
    """

    def __init__(
        self, number: int, env: Environment, listener: Listener, costs: Costs, thread_limit: int, trace: "Transitions | None"
    ) -> None:
        self.number = number
        self.env = env
        self.schedule = env.schedule
        self.listener = listener
        self.costs = costs
        self.trace = trace
        self.place = trace.place(f"worker:{number}") if trace else 0
        self.threads = ThreadLimiter(thread_limit, int(env.now), trace, f"worker:{number}/threads")
        self.ready: deque[Request] = deque()
        self.connecting: deque[Request] = deque()
        """Accepted connections whose protocol object is still to be made (asyncio)."""
        self.left = 0
        """Callbacks of this iteration that have not run yet (asyncio)."""
        self.last_poll = 0
        self.is_asleep = True
        self.is_blocked = False
        self.is_hot = False
        self.accepts = False
        self.is_leaving = False
        self._holds = 0
        self.loop_area = 0
        """The ready queue's time integral is `loop_area + loop_queue * now`."""
        self.busy_area = 0
        self.cpu_ns = 0
        self.cpu_until = 0
        self.merges_turns = False
        """Whether a blocking turn may be scheduled as one event: nothing can slow it down, change it or look inside."""
        self.merged: Request | None = None
        """The request whose blocking turn was scheduled as one event, while it lasts."""
        self.born = int(env.now)
        self.died = -1
        self.computed = (self._computed,)
        self._before: tuple[float, ...] = (0, 0, 0, 0, 0)

    # Life

    def start_accepting(self, now: int) -> None:
        """The process has started: it listens from here on."""
        self.accepts = True
        if self.is_asleep:
            self.listener.idle.append(self)
            self.listener.offer(now)

    def leave(self, holds: int, now: int) -> None:
        """Go: accept nothing more, close idle connections, finish the `holds` requests it has."""
        if self.accepts and self.is_asleep:
            self.listener.idle.remove(self)
        self.accepts = False
        self.is_leaving = True
        self._holds = holds
        self.listener.offer(now)
        if not holds:
            self._die(now)

    def answered(self, now: int) -> None:
        """A leaving worker has one request less."""
        self._holds -= 1
        if not self._holds:
            self._die(now)

    def _die(self, now: int) -> None:
        self.died = now

    def carry_on(self, previous: "Worker", now: int) -> None:
        """Take the number of a process that went before, and its figures."""
        self._before = tuple(previous.figures(now))

    # Waking and sleeping

    def call_soon(self, request: Request, now: int) -> None:
        """`request` can go on: its next turn is `request.turn`, when the loop comes to it."""
        if self.is_asleep:
            self._rouse(now)
            if not request.turn(self, request, now):
                self.go_on(now)
        else:
            self.queue(request, now)

    def queue(self, request: Request, now: int) -> None:
        """`request` waits for the loop."""
        request.since = now
        self.loop_area -= now
        self.ready.append(request)
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.LOOP_QUEUE, self.place)

    def next_ready(self, now: int) -> Request:
        """The request whose turn it is."""
        request = self.ready.popleft()
        self.loop_area += now
        request.loop_wait += now - request.since
        return request

    def wake(self, now: int) -> None:
        """The poll returns: something happened."""
        self._rouse(now)
        self.go_on(now)

    def wake_to_accept(self, request: Request, now: int) -> None:
        """The poll returns for a connection that nobody else waits beside."""
        self._rouse(now)
        self.listener.took(request, self, now)
        if not self.accepted(request, now):
            self.go_on(now)

    def _rouse(self, now: int) -> None:
        self.is_asleep = False
        self.busy_area -= now
        self.last_poll = now
        if self.accepts:
            self.listener.idle.remove(self)

    def sleep(self, now: int) -> None:
        """The poll finds nothing."""
        self.is_asleep = True
        self.is_hot = False
        self.busy_area += now
        if self.accepts:
            self.listener.idle.append(self)

    # The loop: filled in by the loop kinds

    def go_on(self, now: int) -> None:
        """Run turns until one holds the loop or nothing is ready."""
        raise NotImplementedError

    def accepted(self, request: Request, now: int) -> bool:
        """Begin with one connection that was just accepted; a `Turn`'s answer."""
        raise NotImplementedError

    # The processor

    def compute(self, request: Request, amount: int, then: Turn) -> None:
        """The turn takes `amount` ns of processor time; then it goes on with `then`."""
        request.cpu += amount
        request.turn = then
        request.callbacks = self.computed
        now = int(self.env.now)
        self.cpu_ns += amount
        self.cpu_until = now + amount
        self.schedule(request, 1, amount)
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.ON_CPU | HOLDS_LOOP, self.place, now + amount)

    def _computed(self, request: Request) -> None:
        now = int(self.env.now)
        if not request.turn(self, request, now):
            self.go_on(now)

    def compute_in_thread(self, request: Request, amount: int, then: Turn) -> None:
        """A thread takes `amount` ns of processor time."""
        raise AssertionError("threads that compute share the GIL: such a worker is a ContendedWorker")

    def block(self, request: Request, duration: int, place: int) -> None:
        """The handler waits without giving the loop back; `go_on` after it."""
        now = int(self.env.now)
        self.is_blocked = True
        self.is_hot = False
        request.io += duration
        request.callbacks = _UNBLOCK
        self.schedule(request, 1, duration)
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.IN_IO | HOLDS_LOOP, place, now + duration)
        if self.listener.queue:
            self.listener.offer(now)

    def unblock(self, request: Request, now: int) -> None:
        """The blocking call returned; the turn goes on with `request.turn`."""
        self.is_blocked = False
        if not request.turn(self, request, now):
            self.go_on(now)

    def set_alarm(self, ring: Callable[[int], None], at: int) -> Alarm:
        """A timer of this process."""
        return Alarm(self.env, ring).set(at)

    @property
    def loop_queue(self) -> int:
        """How many requests wait for the loop."""
        return len(self.ready) + len(self.connecting)

    # Figures: cumulative ns and token-ns since 0, see WORKER_COLUMNS

    def figures(self, now: int) -> Iterator[float]:
        """A row of WORKER_COLUMNS; of the processes that had this number before, too."""
        end = now if self.died < 0 else self.died
        own = (
            end - self.born,
            self.busy_area + (0 if self.is_asleep else now),
            self.threads.taken_area + self.threads.taken * now,
            self.threads.limit_area + self.threads.limit * end,
            self.cpu_so_far(now),
        )
        return map(sum, zip(self._before, own, strict=True))

    def is_computing(self, request: Request) -> bool:
        """Whether the processor's time for it is still to be accounted for."""
        return False

    def cpu_so_far(self, now: int) -> int:
        """Processor time used up to `now`, the turn in progress included."""
        if self.merged is not None:
            return self.cpu_ns + self.merged.plan.cpu_by(self.merged, now)
        return self.cpu_ns - max(0, self.cpu_until - now)


def _unblocked(request: Request) -> None:
    worker = request.worker
    worker.unblock(request, int(worker.env.now))


_UNBLOCK = (_unblocked,)
