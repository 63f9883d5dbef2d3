"""A worker process: its event loop, its thread limiter, its share of the processor."""

from collections import deque
from typing import TYPE_CHECKING

from simulator.model.account import Account
from simulator.model.clock import Clock
from simulator.model.costs import Costs
from simulator.model.events import turn_priority
from simulator.model.listener import Listener
from simulator.model.request import Request, Turn
from simulator.model.server_state import Action, ServerState
from simulator.model.threads import ThreadLimiter
from simulator.record.stages import HOLDS_LOOP, Stage

if TYPE_CHECKING:
    from simulator.model.connections import Pool
    from simulator.record import Transitions


class Worker(Account):
    """One process with one event loop, which runs one turn at a time; what a turn takes is scheduled on the request.

    `go_on` is the loop itself: it comes from the loop kinds in `loops`. This class is for workers whose turns nobody
    can slow down; `contended.ContendedWorker` shares the processor and the GIL.
    """

    merges_turns: bool
    """Whether a blocking turn may be scheduled as one event: nothing can slow it down, change it or look inside."""

    __slots__ = (
        "accepts",
        "connecting",
        "costs",
        "env",
        "greeting",
        "is_hot",
        "is_leaving",
        "last_poll",
        "left",
        "listener",
        "merges_turns",
        "number",
        "place",
        "pools",
        "post",
        "priority",
        "ready",
        "state",
        "trace",
    )

    def __init__(  # noqa: PLR0917  # one caller, a pool
        self,
        number: int,
        env: Clock,
        listener: Listener,
        costs: Costs,
        thread_limit: int,
        trace: "Transitions | None",
    ) -> None:
        super().__init__(int(env.now))
        self.state = self.new_state()
        self.number = number
        self.env = env
        self.post = env.post
        self.priority = turn_priority(number)
        self.listener = listener
        self.costs = costs
        self.trace = trace
        self.place = trace.place(f"worker:{number}") if trace else 0
        self.threads = ThreadLimiter(thread_limit, self.born, trace, f"worker:{number}/threads")
        self.pools: dict[str, Pool] = {}
        """Of connections to services, by the service's name; made on first use."""
        self.ready: deque[Request] = deque()
        self.connecting: deque[Request] = deque()
        """Accepted connections whose protocol object is still to be made (asyncio)."""
        self.left = 0
        """Callbacks of this iteration that have not run yet (asyncio)."""
        self.is_hot = self.accepts = self.is_leaving = self.merges_turns = False
        self.last_poll = 0
        self.greeting: Turn | None = _greet if self.greets else None
        """How it begins with a connection that was just accepted; None is with its request."""

    @property
    def name(self) -> str:
        """Its place."""
        return f"worker:{self.number}"

    # Life

    def new_state(self) -> ServerState | None:
        """What the process knows of itself; nobody asks a plain worker."""
        return None

    def start_accepting(self, now: int) -> None:
        """The process has started: it listens from here on, unless it was told to go meanwhile."""
        if self.is_leaving:
            return
        self.accepts = True
        self.listener.open_sockets += 1
        if self.is_asleep:
            self.listener.idle.append(self)
            self.listener.offer(now)

    def leave(self, now: int) -> None:
        """Accept nothing more, close idle connections, and go when what it has is finished."""
        assert self.state is not None, "processes that may leave keep their state"
        self._stop_accepting()
        self.is_leaving = True
        self.state.close_idle()
        self.listener.offer(now)

    def _stop_accepting(self) -> None:
        if self.accepts:
            self.accepts = False
            self.listener.open_sockets -= 1
            if self.is_asleep:
                self.listener.idle.remove(self)

    @property
    def has_nothing(self) -> bool:
        """Whether no connection and no task keeps it."""
        state = self.state
        return not (self.ready or self.connecting or state is None or state.connections or state.tasks)

    def call_at_poll(self, action: Action, now: int) -> None:
        """A timer of its loop is due: at once, or when a blocked loop comes to it."""
        assert self.state is not None, "processes with timers keep their state"
        if self.is_asleep:
            action(now)
        else:
            self.state.actions.append(action)

    def die(self, now: int) -> None:
        """The process is gone, whatever it was doing; what it had has been taken from it."""
        self._stop_accepting()
        self.is_leaving = True
        self.died = now
        self.loop_area += now * self.loop_queue
        self.ready.clear()
        self.connecting.clear()
        self.left = 0
        if not self.is_asleep:
            self.busy_area += now
            self.is_asleep = True
        if self.is_blocked:
            self.is_blocked = False
            self.blocked_area += now
        self.threads.die(now)
        for pool in self.pools.values():
            pool.die(now)

    # Waking and sleeping

    def call_soon(self, request: Request, now: int) -> None:
        """`request` can go on: its next turn is `request.turn`, when the loop comes to it."""
        if not self.is_asleep:
            self.queue(request, now)
            return
        if self.accepts:
            self.listener.idle.remove(self)
            if self.listener.queue:  # the same poll finds connections that wait for another worker
                self.queue(request, now)
                self.wake(now)
                return
        self.is_asleep = False
        self.busy_area -= now
        self.last_poll = now
        turn = request.turn  # what an attribute holds is quicker to call when it has been read before
        if not turn(self, request, now):
            self.go_on(now)

    def queue(self, request: Request, now: int) -> None:
        """`request` waits for the loop."""
        request.since = now
        self.loop_area -= now
        self.ready.append(request)
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.LOOP_QUEUE, self.place)

    def wake(self, now: int) -> None:
        """The poll returns: something happened. The listener does not count on it as idle any more."""
        self.is_asleep = False
        self.busy_area -= now
        self.last_poll = now
        self.go_on(now)

    def wake_to_accept(self, request: Request, now: int) -> None:
        """The poll returns for a connection that nobody else waits beside."""
        self.is_asleep = False
        self.busy_area -= now
        self.last_poll = now
        request.accepted = now
        request.worker = self
        if request.connection is not None:
            request.connection.worker = self
        turn = self.greeting or request.plan.begin
        if not turn(self, request, now):
            self.go_on(now)

    # The loop: filled in by the loop kinds

    def go_on(self, now: int) -> None:
        """Run turns until one holds the loop or nothing is ready."""
        raise NotImplementedError

    @property
    def greets(self) -> bool:
        """Whether it has anything to do for a new connection before its request begins."""
        return True

    def accepted(self, request: Request, now: int) -> bool:
        """Begin with one connection that was just accepted; a `Turn`'s answer."""
        raise NotImplementedError

    # The processor

    def compute(self, request: Request, amount: int, then: Turn, now: int) -> None:
        """The turn takes `amount` ns of processor time; then it goes on with `then`."""
        request.cpu += amount
        request.turn = then
        request.stage = computed
        request.due = due = now + amount
        self.post(request, self.priority, due)
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.ON_CPU | HOLDS_LOOP, self.place, now + amount)

    def compute_in_thread(self, request: Request, amount: int, then: Turn, now: int) -> None:  # noqa: ARG002  # as said
        """A thread takes `amount` ns of processor time."""
        raise AssertionError("threads that compute share the GIL: such a worker is a ContendedWorker")

    def block(self, request: Request, duration: int, place: int, now: int) -> None:
        """The handler waits without giving the loop back; `go_on` after it."""
        request.io += duration
        request.due = due = now + duration
        request.stage = unblocked
        self.post(request, self.priority, due)
        if self.trace is not None:
            self.tell_of(request, now)
            self.trace.enter(now, request.id, Stage.IN_IO | HOLDS_LOOP, place, now + duration)
        if not self.is_blocked:
            self.halt(now)

    def tell_of(self, request: Request, now: int) -> None:
        """Of a request that needs no processor before it waits elsewhere: the trace would not know whose it is."""
        trace = self.trace
        assert trace is not None, "who tells has looked"
        if trace.place_of(request.id).partition("/")[0] != self.name:
            trace.enter(now, request.id, Stage.LOOP_QUEUE, self.place)

    def halt(self, now: int) -> None:
        """The loop's thread leaves the processor in the middle of a turn."""
        self.is_blocked = True
        self.is_hot = False
        self.blocked_area -= now
        if self.listener.queue:
            self.listener.offer(now)

    def unblock(self, request: Request, now: int) -> None:
        """The blocking call returned; the turn goes on with `request.turn`."""
        self.is_blocked = False
        self.blocked_area += now
        if not request.turn(self, request, now):
            self.go_on(now)

    def write(self, request: Request, now: int) -> None:
        """The response is written, and the task over."""
        self.is_hot = True
        request.server_finished = now
        answered = request.group.answered
        answered(request, now)

    def give_way(self, request: Request, then: Turn, now: int) -> bool:  # noqa: ARG002  # a contended worker looks
        """Whether the loop lost the GIL in the middle of the request's turn; then it goes on with `then` later."""
        return False

    @property
    def loop_queue(self) -> int:
        """How many requests wait for the loop."""
        return len(self.ready) + len(self.connecting)

    def computed_so_far(self, request: Request, now: int) -> int | None:  # noqa: ARG002  # a contended worker looks
        """Processor time that `request` has had of a stretch that is not accounted for; None where there is none."""
        return None


def _greet(worker: Worker, request: Request, now: int) -> bool:
    return worker.accepted(request, now)


def computed(request: Request) -> None:
    """It held the loop of a plain worker to compute. A `Stage`."""
    worker, turn, now = request.worker, request.turn, request.due
    if not turn(worker, request, now):
        worker.go_on(now)


def unblocked(request: Request) -> None:
    """What blocked its worker is over. A `Stage`."""
    request.worker.unblock(request, request.due)
