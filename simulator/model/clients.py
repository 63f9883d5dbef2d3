"""Client groups: they send requests over the network, keep connections, and have the last word on an attempt."""

from collections import deque
from typing import TYPE_CHECKING

from simulator.distributions import Distribution, DistributionKind
from simulator.model.arrivals import RenewalArrivals, User, arrivals_of
from simulator.model.costs import Cost
from simulator.model.draws import Draws, PerRequest, weights_by_route
from simulator.model.plan import Plan
from simulator.model.request import Connection, Request
from simulator.record.requests import Outcome
from simulator.record.stages import Stage
from simulator.scenario import ClientScenario, LoopKind
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.system import System

SHORTEST_ATTEMPT = 1_000
"""A client that is answered in the instant in which it sent goes on 1 us later, so that every run ends."""
NOBODY_LISTENS = 140_000
"""A connection is refused after 0.14 ms where no process listens (measured on loopback)."""


class ClientGroup:
    """One `[[clients]]` table at work."""

    def __init__(self, system: "System", scenario: ClientScenario, index: int) -> None:
        self.system = system
        self.env = system.env
        self.schedule = system.env.schedule
        self.scenario = scenario
        self.index = index
        self.name = scenario.name
        self.start = to_ns(scenario.start)
        self.stop = system.stop_of(scenario)
        self.place = system.trace.place(f"client:{scenario.name}") if system.trace else 0
        self.trace = system.trace
        # The third trip of a handshake is a stage of its own where it is seen, and where the network may change.
        self._merges_trips = system.trace is None and not system.scenario.changes
        self._draws = Draws(system.streams, scenario.name)
        self._idle: deque[Connection] = deque()
        self._next = self._block_end = 0
        self._connected = (self._bytes_arrive,)
        self._half_connected = (self._travel,)
        self._returned = (self._finish_later,)
        self._turned_away = (self._refused,)
        self.read(scenario)
        self.arrivals = arrivals_of(self, scenario, system.scenario.directory)
        self._gap = self.arrivals.gap if isinstance(self.arrivals, RenewalArrivals) else None

    def read(self, scenario: ClientScenario) -> None:
        """Take values from the scenario: at the beginning, and where they changed."""
        server = self.system.scenario.server
        self.scenario = scenario
        self.keep_alive = scenario.keep_alive
        self.deadline = None if scenario.deadline is None else to_ns(scenario.deadline)
        self._read_extra(PerRequest(scenario.network, server.request_cpu, server.connection_cpu))
        self._network = Cost(scenario.network, self.extra.position("network"))
        self._nagle = to_ns(server.nagle_delay) if server.loop is LoopKind.ASYNCIO else 0
        weights = scenario.routes or {path: 1.0 for path in self.system.plans}
        self._plans, self._weights = weights_by_route(weights, self.system.plans)
        # What is left of the block is drawn again, from the same positions of the same streams.
        self._block_end = self._next

    def _read_extra(self, extra: PerRequest) -> None:
        before = getattr(self, "extra", extra)
        self.extra = extra
        if extra.varying() != before.varying():
            for request in self.system.in_flight.values():
                if request.group is self:
                    self.redraw(request, request.plan)

    # Drawing

    def next_gap(self) -> float:
        """The unit gap that follows the request sent last."""
        if self._next == self._block_end:
            self._refill()
        return self._draws.gaps[self._next - self._draws.first]

    def _refill(self) -> None:
        self._draws.refill(self._next, self._plans, self._weights, self._gap, self.extra)
        self._block_end = self._next + len(self._draws.rows)

    def thinking(self, time: Distribution, n: int) -> int:
        """Nanoseconds of the group's n-th think time."""
        if time.kind is DistributionKind.CONSTANT:
            return to_ns(time.mean_s)
        return int(float(self._draws.variates("think_time", time, n, 1)[0]) * time.mean_s * 1e9)

    def redraw(self, request: Request, plan: Plan) -> None:
        """The request's draws as the values stand now: what varies, or the route's plan, has changed."""
        request.plan = plan
        request.row = self._draws.row(request.n, plan, self.extra)

    # Sending

    def send(self, now: int, user: User | None = None, path: str | None = None) -> None:
        """Send the group's next request."""
        n = self._next
        if n == self._block_end:
            self._refill()
        at = n - self._draws.first
        self._next = n + 1
        plan, row = self._draws.plans[at], self._draws.rows[at]
        system = self.system
        request = Request(self, plan, row, system.next_request_id(now), n, now)
        if path is not None and path != plan.path:
            self.redraw(request, system.plans[path])
        request.user = user
        system.in_flight[request.id] = request
        if self.trace is not None:
            self.trace.born(request.id, self.index, request.plan.index, now)
        request.connection = self._connection(user, now) if self.keep_alive else None
        self._dispatch(request, now)

    def _connection(self, user: User | None, now: int) -> Connection:
        """The user's connection; open arrivals: the idle one used last; else a new one."""
        network = self._network.amount
        if user is not None:
            if user.connection is None or user.connection.is_closed(now - network):
                user.connection = Connection()
            return user.connection
        idle = self._idle
        while idle and idle[0].is_closed(now - network):
            idle.popleft()
        while idle:
            connection = idle.pop()
            if not connection.is_closed(now - network):
                return connection
        return Connection()

    def _dispatch(self, request: Request, now: int) -> None:
        one_way = self._network.of(request)
        connection = request.connection
        is_new = connection is None or connection.worker is None
        if not one_way:
            self._arrive(request, now, is_new)
        elif not is_new:
            request.network += one_way
            request.callbacks = self._connected
            self.schedule(request, 1, one_way)
            self._enter(now, request, Stage.TRAVELLING, self.place, now + one_way)
        elif self._merges_trips:
            # SYN, SYN-ACK, and the request's bytes right behind the ACK.
            request.network += 3 * one_way
            request.callbacks = self._connected
            self.schedule(request, 1, 3 * one_way)
        else:
            request.network += 2 * one_way
            request.callbacks = self._half_connected
            self.schedule(request, 1, 2 * one_way)
            self._enter(now, request, Stage.CONNECTING, self.place, now + 2 * one_way)

    def _travel(self, request: Request) -> None:
        now = int(self.env.now)
        one_way = self._network.of(request)
        request.network += one_way
        request.callbacks = self._connected
        self.schedule(request, 1, one_way)
        self._enter(now, request, Stage.TRAVELLING, self.place, now + one_way)

    def _bytes_arrive(self, request: Request) -> None:
        connection = request.connection
        self._arrive(request, int(self.env.now), connection is None or connection.worker is None)

    def _arrive(self, request: Request, now: int, is_new: bool) -> None:
        if is_new:
            if self.system.is_listening:
                self.system.listener.arrive(request, now)
            else:
                self._refuse(request, now)
            return
        connection = request.connection
        assert connection is not None and connection.worker is not None, "a kept connection has its worker"
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
        request.callbacks = (lambda _: self._dispatch(request, int(self.env.now)),)
        self.schedule(request, 1, back)

    def _refuse(self, request: Request, now: int) -> None:
        request.network += NOBODY_LISTENS
        request.callbacks = self._turned_away
        self.schedule(request, 1, NOBODY_LISTENS)

    def _refused(self, request: Request) -> None:
        now = int(self.env.now)
        self._enter(now, request, Stage.REFUSED, self.place)
        self.system.ended(request, now, Outcome.REFUSED, 0)
        self.arrivals.answered(request, now)

    # Answers

    def answer(self, request: Request, now: int) -> None:
        """The server wrote the response; it travels back, late where Nagle's algorithm waits for an ACK."""
        delay = self._network.of(request)
        connection = request.connection
        if connection is not None:
            connection.answers += 1
            if self._nagle and connection.answers > 1 and self.system.has_several_workers:
                delay += self._nagle
            connection.closes_at = now + self.system.keep_alive_ns
        if now + delay - request.sent < SHORTEST_ATTEMPT:
            delay = SHORTEST_ATTEMPT - now + request.sent
        if delay:
            request.network += delay
            request.callbacks = self._returned
            self.schedule(request, 1, delay)
            self._enter(now, request, Stage.RETURNING, request.worker.place, now + delay)
        else:
            self._finish(request, now)
        if request.worker.is_leaving:
            request.worker.answered(now)

    def _finish_later(self, request: Request) -> None:
        self._finish(request, int(self.env.now))

    def _finish(self, request: Request, now: int) -> None:
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.ANSWERED, self.place)
        if request.user is None and request.connection is not None:
            self._idle.append(request.connection)
        self.system.ended(request, now, Outcome.COMPLETED, request.plan.status)
        self.arrivals.answered(request, now)

    def _enter(self, now: int, request: Request, stage: int, place: int, until: int = 0) -> None:
        if self.trace is not None:
            self.trace.enter(now, request.id, stage, place, until)


_FAR = 1 << 62
