"""The connections of a client group, and the trips of its requests and their answers over the network."""

from heapq import heappush
from typing import TYPE_CHECKING

from simulator.model.costs import Cost
from simulator.model.events import NORMAL, Alarm
from simulator.model.request import BUSY, CLOSED, SHORTEST_ATTEMPT, Connection, Request, Way
from simulator.record.stages import Stage
from simulator.scenario import ClientScenario, LoopKind, ServerScenario
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.arrivals import User
    from simulator.model.clients import ClientGroup
    from simulator.model.draws import PerRequest

SOON = 40_000_000
"""Linux delays an acknowledgement only on a connection on which it answered within 40 ms (TCP_ATO_MIN; tcp(7), and
tcp_event_data_sent in net/ipv4/tcp_output.c): so does a client that sends again so soon after an answer."""
NOBODY_LISTENS = 140_000
"""A connection is refused after 0.14 ms where no process listens (measured on loopback)."""


class Transport:
    """Takes requests to the server, on connections that are kept where the group keeps them, and answers back."""

    def __init__(self, group: "ClientGroup") -> None:
        self._group = group
        self._env = group.system.env
        self._listener = group.system.listener
        self._post = group.system.env.post
        self._in_flight = group.system.ledger.in_flight
        self._idle: list[Connection] = []
        self.arrived = self._arrive
        """What becomes of a request whose bytes are on their way to the server."""
        self._returned = group.finish
        self._turned_away = self._refused

    def read(self, scenario: ClientScenario, server: ServerScenario, extra: "PerRequest") -> None:
        """Take values from the scenario: at the beginning, and where they changed."""
        self._keeps_alive = scenario.keep_alive
        self._network = Cost(scenario.network, extra.position("network"))
        self._nagle = to_ns(server.nagle_delay) if server.loop is LoopKind.ASYNCIO else 0

    def time_of(self, request: Request) -> int:
        """Nanoseconds that the request's way takes in one direction."""
        return self._network.of(request)

    @property
    def mean_time(self) -> int:
        """Nanoseconds of a mean way."""
        return self._network.amount

    # Connections

    def _connection(self, user: "User | None", now: int) -> Connection:
        """The user's connection; open arrivals: the idle one used last; else a new one. A FIN takes time to come."""
        if user is not None and self._group.outgoing is None:
            if user.connection is None or user.connection.is_closed(now - self._network.amount):
                user.connection = Connection()
            return user.connection
        idle, seen = self._idle, now - self._network.amount
        while idle:
            connection = idle.pop()
            if not connection.is_closed(seen):
                return connection
        return Connection()

    def let_go(self, request: Request) -> None:
        """The request has its answer: the next one may have its connection."""
        if request.connection is not None and (request.user is None or self._group.outgoing is not None):
            self._idle.append(request.connection)

    # The way to the server

    def set_out(self, request: Request, now: int) -> None:
        """On a connection that stands, or to make one."""
        if self._keeps_alive:
            request.connection = self._connection(request.user, now)
        if self._network.amount:
            self._dispatch(request, now)
        else:
            self._arrive_now(request, now)

    def departing(self) -> Way:
        """`set_out`, written out for a group that nobody traces and nothing changes."""
        cost, idle, arrived = self._network, self._idle, self.arrived
        keeps_alive, mean, draw, scale = self._keeps_alive, cost.amount, cost.draw, cost.scale
        queue, numbers = self._env.queue, self._env.numbers

        def depart(request: Request, now: int) -> None:
            is_new = True
            if keeps_alive:
                connection = None
                while idle:
                    connection = idle.pop()
                    if not connection.is_closed(now - mean):
                        is_new = connection.worker is None
                        break
                else:
                    connection = Connection()
                request.connection = connection
            one_way = int(request.row[request.base + draw] * scale) if draw else mean
            if not one_way:
                self._arrive_now(request, now)
                return
            request.network = trip = 3 * one_way if is_new else one_way
            request.due = due = now + trip
            request.since = due - one_way
            request.stage = arrived
            heappush(queue, (due, NORMAL, next(numbers), request))

        return depart

    def _dispatch(self, request: Request, now: int) -> None:
        one_way = self._network.of(request)
        if not one_way:
            self._arrive_now(request, now)
            return
        # A new connection: SYN, SYN-ACK, and the request's bytes right behind the ACK.
        is_new = request.connection is None or request.connection.worker is None
        trip = 3 * one_way if is_new else one_way
        request.network += trip
        request.due = due = now + trip
        request.since = due - one_way  # the bytes set out
        request.stage = self.arrived
        post = self._post
        post(request, NORMAL, due)
        trace = self._group.trace
        if trace is None:
            return
        if is_new:
            trace.enter(now, request.id, Stage.CONNECTING, self._group.place, now + 2 * one_way)
            Alarm(self._env, lambda at: self._travel(request, at)).set(now + 2 * one_way)
        else:
            self._travel(request, now)

    def _travel(self, request: Request, now: int) -> None:
        """Seen only: the request's bytes are on their way. What happens is scheduled already, traced or not."""
        if request.id in self._in_flight:
            self._group.enter(now, request, Stage.TRAVELLING, self._group.place, request.due)

    def _arrive_now(self, request: Request, now: int) -> None:
        request.due = now
        self._arrive(request)

    def _arrive(self, request: Request) -> None:
        connection, now = request.connection, request.due
        if connection is None or connection.worker is None:
            self._listener.arrive(request, now)
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
        request.stage = self._dispatch_again
        self._post(request, NORMAL, request.due)

    def _dispatch_again(self, request: Request) -> None:
        self._dispatch(request, request.due)

    def refuse(self, request: Request, now: int) -> None:
        """Nobody listens: the SYN is answered by a reset."""
        request.network += NOBODY_LISTENS
        request.due = now + NOBODY_LISTENS
        request.stage = self._turned_away
        self._post(request, NORMAL, request.due)

    def _refused(self, request: Request) -> None:
        self._group.refused(request, request.due)

    # The way back

    def returning(self, complete: Way) -> Way:
        """`send_back` and `ClientGroup.finish`, written out in the same way, where nothing goes wrong."""
        cost, idle, system = self._network, self._idle, self._group.system
        mean, draw, scale, keep_alive = cost.amount, cost.draw, cost.scale, system.keep_alive_ns
        nagle = self._nagle if system.has_several_workers else 0
        queue, numbers = self._env.queue, self._env.numbers

        def finish(request: Request) -> None:
            if request.connection is not None:
                idle.append(request.connection)
            complete(request, request.due)
            request.connection = None
            request.network = 0

        def answered(request: Request, now: int) -> None:
            delay = int(request.row[request.base + draw] * scale) if draw else mean
            connection = request.connection
            if connection is not None:
                connection.answers += 1
                if nagle and connection.answers > 1 and request.sent < connection.answered + SOON:
                    delay += nagle
                connection.answered = now + delay
                connection.closes_at = now + keep_alive
            if now + delay - request.sent < SHORTEST_ATTEMPT:
                delay = SHORTEST_ATTEMPT - now + request.sent
            request.due = due = now + delay
            if not delay:
                finish(request)
                return
            request.network += delay
            request.stage = finish
            heappush(queue, (due, NORMAL, next(numbers), request))

        return answered

    def send_back(self, request: Request, now: int) -> None:
        """The response travels, late where Nagle's algorithm waits for an ACK."""
        delay = self._network.of(request)
        connection = request.connection
        system = self._group.system
        if connection is not None:
            connection.answers += 1
            if self._nagle and connection.answers > 1 and system.has_several_workers:
                is_soon = request.sent < connection.answered + SOON
                delay += self._nagle if is_soon else 0
            connection.answered = now + delay
            # What is no success ends its connection, and so does every answer of a process that leaves.
            is_last = request.status or request.worker.is_leaving
            connection.closes_at = CLOSED if is_last else now + system.keep_alive_ns
        if now + delay - request.sent < SHORTEST_ATTEMPT:
            delay = SHORTEST_ATTEMPT - now + request.sent
        request.due = due = now + delay
        if not delay:
            self._group.finish(request)
            return
        request.network += delay
        request.stage = self._returned
        post = self._post
        post(request, NORMAL, due)
        if self._group.trace is not None:
            self._group.trace.enter(now, request.id, Stage.RETURNING, request.worker.place, now + delay)
