"""Client groups: they send requests over the network, keep connections, and have the last word on an attempt."""

from collections import deque
from typing import TYPE_CHECKING

from simulator.distributions import Distribution
from simulator.model.arrivals import RenewalArrivals, User, arrivals_of
from simulator.model.costs import Cost
from simulator.model.draws import Draw, Draws, PerRequest, weights_by_route
from simulator.model.events import NORMAL, Alarm
from simulator.model.plan import Plan
from simulator.model.request import Connection, Request
from simulator.record.requests import Outcome
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
        self.extra = self._extra(scenario)
        self.read(scenario)
        self.arrivals = arrivals_of(self, scenario, system.scenario.directory)
        self._gap = self.arrivals.gap if isinstance(self.arrivals, RenewalArrivals) else None

    def read(self, scenario: ClientScenario) -> None:
        """Take values from the scenario: at the beginning, and where they changed."""
        server = self.system.scenario.server
        self.scenario = scenario
        self.keep_alive = scenario.keep_alive
        self.deadline = None if scenario.deadline is None else to_ns(scenario.deadline)
        self._read_extra(self._extra(scenario))
        self._network = Cost(scenario.network, self.extra.position("network"))
        self._think_time = Cost(scenario.think_time, self.extra.position("think_time"))
        self._nagle = to_ns(server.nagle_delay) if server.loop is LoopKind.ASYNCIO else 0
        weights = scenario.routes or dict.fromkeys(self.system.plans, 1.0)
        self._plans, self._weights = weights_by_route(weights, self.system.plans)
        # What is left of the block is drawn again, from the same positions of the same streams.
        self._block: Iterator[Draw] = iter(())

    def _extra(self, scenario: ClientScenario) -> PerRequest:
        server = self.system.scenario.server
        return PerRequest(scenario.think_time, scenario.network, server.request_cpu, server.connection_cpu)

    def _read_extra(self, extra: PerRequest) -> None:
        before, self.extra = self.extra, extra
        if extra.varying() != before.varying():
            for request in self.ledger.in_flight.values():
                if request.group is self:
                    self.redraw(request, request.plan)

    # Drawing

    def first_gap(self, gap: Distribution) -> float:
        """The unit gap before the first request."""
        return self._draws.gaps_after(-1, 1, gap)[0]

    def thinking(self, request: Request) -> int:
        """Nanoseconds between the request's answer and its user's next request."""
        return self._think_time.of(request)

    def redraw(self, request: Request, plan: Plan) -> None:
        """The request's draws as the values stand now: what varies, or the route's plan, has changed."""
        request.plan = plan
        request.row, request.base = self._draws.row(request.n, plan, self.extra)

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
        self.ledger.sent(request, now)
        if self.trace is not None:
            self.trace.born(request.id, self.index, request.plan.index, now)
        request.connection = self._connection(user, now) if self.keep_alive else None
        if self._network.amount:
            self._dispatch(request, now)
        elif request.connection is None and self.listener.open_sockets:
            self.listener.arrive(request, now)
        else:
            self._arrive_now(request, now)
        return gap

    def _refill(self) -> Draw:
        self._block = self._draws.block(self._next, self._plans, self._weights, self._gap, self.extra)
        return next(self._block)

    def _connection(self, user: User | None, now: int) -> Connection:
        """The user's connection; open arrivals: the idle one used last; else a new one."""
        if user is not None:
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
                self._refuse(request, now)
            return
        if connection.is_closed(now):
            self._reconnect(request, now)
            return
        connection.closes_at = _FAR
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

    def _refuse(self, request: Request, now: int) -> None:
        request.network += NOBODY_LISTENS
        request.due = now + NOBODY_LISTENS
        request.callbacks = self._turned_away
        self.schedule(request, NORMAL, NOBODY_LISTENS)

    def _refused(self, request: Request) -> None:
        now = request.due
        self._enter(now, request, Stage.REFUSED, self.place)
        self.ledger.ended(request, now, Outcome.REFUSED, 0)
        self.arrivals.answered(request, now)

    # Answers

    def answer(self, request: Request, now: int) -> None:
        """The server wrote the response."""
        if request.connection is None and not self._network.amount and now - request.sent >= SHORTEST_ATTEMPT:
            if request.user is None and self.trace is None:
                self.ledger.ended(request, now, _COMPLETED, request.plan.status)
            else:
                self._finish(request, now)
        else:
            self._send_back(request, now)
        if request.worker.is_leaving:
            request.worker.answered(now)

    def _send_back(self, request: Request, now: int) -> None:
        """The response travels, late where Nagle's algorithm waits for an ACK."""
        delay = self._network.of(request)
        connection = request.connection
        if connection is not None:
            connection.answers += 1
            if self._nagle and connection.answers > 1 and self.system.has_several_workers:
                delay += self._nagle
            connection.closes_at = now + self.system.keep_alive_ns
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
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.ANSWERED, self.place)
        if request.user is not None:
            self.ledger.ended(request, now, _COMPLETED, request.plan.status)
            self.arrivals.answered(request, now)
            return
        if request.connection is not None:
            self._idle.append(request.connection)
        self.ledger.ended(request, now, _COMPLETED, request.plan.status)

    def _enter(self, now: int, request: Request, stage: int, place: int, until: int = 0) -> None:
        if self.trace is not None:
            self.trace.enter(now, request.id, stage, place, until)


_FAR = 1 << 62
_COMPLETED = Outcome.COMPLETED
