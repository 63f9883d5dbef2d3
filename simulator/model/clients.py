"""Client groups: they send requests over the network, keep connections, and have the last word on an attempt."""

from collections import deque
from typing import TYPE_CHECKING

from simulator.distributions import Distribution
from simulator.model.arrivals import RenewalArrivals, User, VaryingArrivals, arrivals_of
from simulator.model.closing import settle_parts
from simulator.model.costs import Cost
from simulator.model.draws import Draw, Draws, PerRequest, weights_by_route
from simulator.model.events import NORMAL, Alarm
from simulator.model.orphans import Orphans
from simulator.model.outgoing import Outgoing
from simulator.model.patience import Patience
from simulator.model.plan import Program
from simulator.model.request import BUSY, CLOSED, Connection, Request
from simulator.model.retries import Retries, jitter_of
from simulator.model.server_state import ServerState
from simulator.model.waits import for_way_out, on_its_way
from simulator.record.requests import NEVER, Outcome
from simulator.record.stages import Stage
from simulator.scenario import ClientScenario, LoopKind
from simulator.units import to_ns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.model.system import System

SHORTEST_ATTEMPT = 1_000
"""A client that is answered in the instant in which it sent goes on 1 us later, so that every run ends."""
NOBODY_LISTENS = 140_000
"""A connection is refused after 0.14 ms where no process listens (measured on loopback)."""
OK, UNAVAILABLE = 200, 503


class ClientGroup:
    """One `[[clients]]` table at work."""

    def __init__(self, system: "System", scenario: ClientScenario, index: int) -> None:
        self.system = system
        self.ledger = system.ledger
        self.listener = system.listener
        self.env = system.env
        self.schedule = system.env.schedule
        self.scenario = scenario
        self.index = index
        self.name = scenario.name
        self.start = to_ns(scenario.start)
        self.stop = system.stop_of(scenario)
        self.place = system.trace.place(f"client:{scenario.name}") if system.trace else 0
        self.trace = system.trace
        self._draws = Draws(system.streams, scenario.name)
        self._idle: deque[Connection] = deque()
        self._next = 0
        self._arrived = (self._arrive,)
        self._returned = (self._finish_later,)
        self._turned_away = (self._refused,)
        self._is_plain = system.trace is None and not scenario.max_connections and system.broker is None
        """Whether nobody looks at its requests one by one, nor ever gives up or tries again."""
        self._patience: Patience | None = None
        self.outgoing = Outgoing(self, scenario.max_connections) if scenario.max_connections else None
        self.orphans = Orphans(self)
        self.retries = Retries(self, self._draws)
        self.extra = self._extra(scenario)
        self.read(scenario)
        self.arrivals = arrivals_of(self, scenario, system.scenario.directory)
        self._gap = self.arrivals.gap if isinstance(self.arrivals, RenewalArrivals | VaryingArrivals) else None

    def read(self, scenario: ClientScenario) -> None:
        """Take values from the scenario: at the beginning, and where they changed."""
        server = self.system.scenario.server
        self.scenario = scenario
        self.keep_alive = scenario.keep_alive
        deadline = scenario.timeout if scenario.deadline is None else scenario.deadline
        self.deadline = None if deadline is None else to_ns(deadline)
        self._read_timeout()
        self._is_plain &= scenario.timeout is None and not scenario.retries
        self._read_extra(self._extra(scenario))
        self._network = Cost(scenario.network, self.extra.position("network"))
        self._think_time = Cost(scenario.think_time, self.extra.position("think_time"))
        self._nagle = to_ns(server.nagle_delay) if server.loop is LoopKind.ASYNCIO else 0
        weights = scenario.routes or dict.fromkeys(self.system.plans, 1.0)
        self._plans, self._weights = weights_by_route(weights, self.system.plans)
        # What is left of the block is drawn again, from the same positions of the same streams.
        self._block: Iterator[Draw] = iter(())

    def _read_timeout(self) -> None:
        """Attempts in flight keep the time-out with which they were sent."""
        timeout = self.scenario.timeout
        if timeout is None:
            self._patience = None
        elif self._patience is None or self._patience.limit != to_ns(timeout):
            self._patience = Patience(self.env, to_ns(timeout), self._waits_still, self._give_up)

    def _extra(self, scenario: ClientScenario) -> PerRequest:
        server = self.system.scenario.server
        jitter = jitter_of(scenario)
        return PerRequest(jitter, scenario.think_time, scenario.network, server.request_cpu, server.connection_cpu)

    def _read_extra(self, extra: PerRequest) -> None:
        before, self.extra = self.extra, extra
        if extra.varying() != before.varying():
            for request in (*self.ledger.in_flight.values(), *self.ledger.orphans.values()):
                if request.group in (self, self.orphans):
                    self.redraw(request, request.plan)

    @property
    def now(self) -> int:
        """Simulated nanoseconds."""
        return int(self.env.now)

    # Drawing

    def first_gap(self, gap: Distribution) -> float:
        """The unit gap before the first request."""
        return self._draws.gaps_after(-1, 1, gap)[0]

    def thinking(self, request: Request) -> int:
        """Nanoseconds between the request's answer and its user's next request."""
        return self._think_time.of(request)

    def redraw(self, request: Request, plan: Program) -> None:
        """The request's draws as the values stand now: what varies, or the route's plan, has changed."""
        request.plan = plan
        request.row, request.base = self._draws.row(request.n, plan, self.extra, request.attempt)

    # Sending

    def send(self, now: int, user: User | None = None, path: str | None = None) -> float:
        """Send the group's next request; the unit gap that follows it, where gaps are drawn."""
        try:
            plan, row, base, gap = next(self._block)
        except StopIteration:
            plan, row, base, gap = self._refill()
        n = self._next
        self._next = n + 1
        request = Request(self, plan, row, base, n, now, user)
        if path is not None and path != plan.path:
            self.redraw(request, self.system.plans[path])
        if not self._is_plain:
            self.begin(request, now)
            return gap
        self.ledger.sent(request, now)
        request.connection = self._connection(user, now) if self.keep_alive else None
        if self._network.amount:
            self._dispatch(request, now)
        elif request.connection is None and self.listener.open_sockets:
            self.listener.arrive(request, now)
        else:
            self._arrive_now(request, now)
        return gap

    def begin(self, request: Request, now: int, first_id: int = 0) -> None:
        """An attempt sets out; of a further one, `first_id` is that of the first."""
        self.ledger.sent(request, now)
        if first_id:
            request.first_id = first_id
        if self.trace is not None:
            self.trace.born(request.id, self.index, request.plan.index, now)
        if self._patience is not None:
            self._patience.watch(request, now)
        if self.outgoing is None:
            self.set_out(request, now)
        else:
            self.outgoing.send(request, now)

    def set_out(self, request: Request, now: int) -> None:
        """On a connection that stands, or to make one."""
        request.connection = self._connection(request.user, now) if self.keep_alive else None
        if self._network.amount:
            self._dispatch(request, now)
        else:
            self._arrive_now(request, now)

    def _refill(self) -> Draw:
        self._block = self._draws.block(self._next, self._plans, self._weights, self._gap, self.extra)
        return next(self._block)

    def _connection(self, user: User | None, now: int) -> Connection:
        """The user's connection; open arrivals: the idle one used last; else a new one."""
        if user is not None and self.outgoing is None:
            if user.connection is None or self._knows_closed(user.connection, now):
                user.connection = Connection()
            return user.connection
        idle = self._idle
        while idle and self._knows_closed(idle[0], now):
            idle.popleft()
        while idle:
            connection = idle.pop()
            if not self._knows_closed(connection, now):
                return connection
        return Connection()

    def _knows_closed(self, connection: Connection, now: int) -> bool:
        """Whether the server's FIN has come."""
        return connection.is_closed(now - self._network.amount)

    def _dispatch(self, request: Request, now: int) -> None:
        network = self._network
        one_way = network.of(request) if network.draw else network.amount
        if not one_way:
            self._arrive_now(request, now)
            return
        # A new connection: SYN, SYN-ACK, and the request's bytes right behind the ACK.
        is_new = request.connection is None or request.connection.worker is None
        trip = 3 * one_way if is_new else one_way
        request.network += trip
        request.due = now + trip
        request.since = request.due - one_way  # the bytes set out
        request.callbacks = self._arrived
        self.schedule(request, NORMAL, trip)
        if self.trace is None:
            return
        if is_new:
            self.trace.enter(now, request.id, Stage.CONNECTING, self.place, now + 2 * one_way)
            Alarm(self.env, lambda at: self._travel(request, at)).set(now + 2 * one_way)
        else:
            self._travel(request, now)

    def _travel(self, request: Request, now: int) -> None:
        """Seen only: the request's bytes are on their way. What happens is scheduled already, traced or not."""
        if request.id in self.ledger.in_flight:
            self._enter(now, request, Stage.TRAVELLING, self.place, request.due)

    def _arrive(self, request: Request) -> None:
        self._arrive_now(request, request.due)

    def _arrive_now(self, request: Request, now: int) -> None:
        connection = request.connection
        if connection is None or connection.worker is None:
            listener = self.listener
            if listener.open_sockets:
                listener.arrive(request, now)
            else:
                self.refuse(request, now)
            return
        if connection.is_closed(now):
            self._reconnect(request, now)
            return
        connection.closes_at = BUSY
        request.worker = connection.worker
        request.turn = request.plan.begin
        connection.worker.call_soon(request, now)

    def _reconnect(self, request: Request, now: int) -> None:
        """The server was just closing the connection: its reset comes back, and a new connection is made at once."""
        back = self._network.of(request)
        request.network += back
        connection = Connection()
        if request.user is not None:
            request.user.connection = connection
        request.connection = connection
        if not back:
            self._dispatch(request, now)
            return
        request.due = now + back
        request.callbacks = (self._dispatch_again,)
        self.schedule(request, NORMAL, back)

    def _dispatch_again(self, request: Request) -> None:
        self._dispatch(request, request.due)

    def handshake(self, request: Request) -> int:
        """Nanoseconds from the SYN to the arrival of the request's bytes, where no SYN is dropped."""
        return 3 * self._network.of(request)

    def refuse(self, request: Request, now: int) -> None:
        """Nobody listens: the SYN is answered by a reset."""
        request.network += NOBODY_LISTENS
        request.due = now + NOBODY_LISTENS
        request.callbacks = self._turned_away
        self.schedule(request, NORMAL, NOBODY_LISTENS)

    def _refused(self, request: Request) -> None:
        self.refused(request, request.due)

    def refused(self, request: Request, now: int) -> None:
        """The client has no connection, and will have none."""
        self._end(request, now, Outcome.REFUSED)

    # Answers

    def answer(self, request: Request, now: int) -> None:
        """The server wrote the response."""
        if request.connection is None and not self._network.amount and now - request.sent >= SHORTEST_ATTEMPT:
            if self._is_plain and request.user is None and not request.status:
                self.ledger.ended(request, now, _COMPLETED, OK)
            else:
                self._finish(request, now)
        else:
            self._send_back(request, now)

    def _send_back(self, request: Request, now: int) -> None:
        """The response travels, late where Nagle's algorithm waits for an ACK."""
        delay = self._network.of(request)
        connection = request.connection
        if connection is not None:
            connection.answers += 1
            if self._nagle and connection.answers > 1 and self.system.has_several_workers:
                delay += self._nagle
            # What is no success ends its connection, and so does every answer of a process that leaves.
            is_last = request.status or request.worker.is_leaving
            connection.closes_at = CLOSED if is_last else now + self.system.keep_alive_ns
        delay = max(delay, SHORTEST_ATTEMPT - now + request.sent)
        if not delay:
            self._finish(request, now)
            return
        request.network += delay
        request.due = now + delay
        request.callbacks = self._returned
        self.schedule(request, NORMAL, delay)
        self._enter(now, request, Stage.RETURNING, request.worker.place, now + delay)

    def _finish_later(self, request: Request) -> None:
        self._finish(request, request.due)

    def _finish(self, request: Request, now: int) -> None:
        user = request.user
        if self._is_plain and not request.status:
            if user is None and request.connection is not None:
                self._idle.append(request.connection)
            self.ledger.ended(request, now, _COMPLETED, OK)
            if user is not None:
                self.arrivals.answered(request, now)
        else:
            self._finish_in_full(request, now)

    def _finish_in_full(self, request: Request, now: int) -> None:
        if request.status:
            self._end(request, now, Outcome.REJECTED if request.status == UNAVAILABLE else Outcome.FAILED)
            return
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.ANSWERED, self.place)
        if request.connection is not None and (request.user is None or self.outgoing is not None):
            self._idle.append(request.connection)
        if request.attempt > 1:
            self.retries.succeeded(request, now)
        self.ledger.ended(request, now, _COMPLETED, request.plan.success)
        if self.outgoing is not None:
            self.outgoing.ended(request, now)
        if request.user is not None:
            self.arrivals.answered(request, now)

    def lose(self, request: Request, now: int, status: int = 0) -> None:
        """The process at the other end is gone, or closes the connection unread: its reset comes back, or a 500."""
        settle_parts(request, now)
        back = max(self._network.of(request), SHORTEST_ATTEMPT - now + request.sent)
        request.network += back
        request.status = status
        request.turn = on_its_way
        request.callbacks = ()  # what was scheduled for it does not happen
        self._enter(now, request, Stage.RETURNING, self.place, now + back)
        Alarm(self.env, lambda at: self._lost(request, at)).set(now + back)

    def _lost(self, request: Request, now: int) -> None:
        if request.id in self.ledger.in_flight:
            self._end(request, now, Outcome.FAILED)

    def _end(self, request: Request, now: int, outcome: Outcome) -> None:
        """The attempt ends without success."""
        self._enter(now, request, _ENDS[outcome], self.place)
        self.ledger.ended(request, now, outcome, request.status)
        self._go_on(request, now)

    def _go_on(self, request: Request, now: int) -> None:
        """After an attempt without success: the next one, on a new connection, or the user thinks and goes on."""
        if self.outgoing is not None:
            self.outgoing.ended(request, now)
        if request.user is not None:
            request.user.connection = None
        if not self.retries.try_again(request, now):
            self.arrivals.answered(request, now)

    # Giving up

    def _waits_still(self, request: Request, _: int) -> bool:
        return request.id in self.ledger.in_flight

    def _give_up(self, request: Request, now: int) -> None:
        """The client has waited for as long as it will: it closes the connection, and that is all it does."""
        self.ledger.cut(request, now, Outcome.TIMED_OUT)
        goes_on = self._leaves_behind(request, now)
        if self.trace is not None:
            if goes_on:
                self.trace.goes_on_behind(request.id, Stage.ORPHANED)
            self.trace.enter(now, request.id, Stage.TIMED_OUT, self.place)
        self._go_on(request, now)

    def _leaves_behind(self, request: Request, now: int) -> bool:
        """Whether the server has the request, or will have it, and does not know that the client has left."""
        callbacks = getattr(request, "callbacks", None)
        has_left_server = request.server_finished != NEVER or request.turn is on_its_way
        has_not_set_out = request.turn is for_way_out
        if has_left_server or has_not_set_out or self.listener.syns.forget(request):
            is_behind = False
        elif request.worker is not None or callbacks is None:
            self.orphans.take(request)
            if request.worker is not None and request.worker.state is not None:
                self._hang_up(request, request.worker.state, now)
            return True
        else:
            is_behind = callbacks is self._arrived and request.since <= now
        if is_behind:
            self.orphans.take(request)
        request.callbacks = self.orphans.arrived if is_behind else ()
        return is_behind

    def _hang_up(self, request: Request, state: ServerState, now: int) -> None:
        """The server notices at a poll that the connection is closed; its task knows nothing of that."""
        worker = request.worker
        Alarm(self.env, lambda at: worker.call_at_poll(lambda _: state.lost(request), at)).set(
            now + self._network.of(request)
        )

    def _enter(self, now: int, request: Request, stage: int, place: int, until: int = 0) -> None:
        if self.trace is not None:
            self.trace.enter(now, request.id, stage, place, until)


_COMPLETED = Outcome.COMPLETED
_COMPLETED = Outcome.COMPLETED
_ENDS = {
    Outcome.REFUSED: Stage.REFUSED,
    Outcome.REJECTED: Stage.REJECTED,
    Outcome.FAILED: Stage.FAILED,
    Outcome.TIMED_OUT: Stage.TIMED_OUT,
}
