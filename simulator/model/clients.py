"""Client groups: they send requests, and have the last word on an attempt."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.distributions import Distribution
from simulator.model.arrivals import RenewalArrivals, VaryingArrivals, arrivals_of
from simulator.model.closing import settle_parts
from simulator.model.costs import Cost
from simulator.model.draws import Draw, Draws, PerRequest, weights_by_route
from simulator.model.events import Alarm
from simulator.model.orphans import Orphans
from simulator.model.outgoing import Outgoing
from simulator.model.patience import Patience
from simulator.model.plan import Program
from simulator.model.request import SHORTEST_ATTEMPT, Request, Way, called_off
from simulator.model.retries import Retries, jitter_of
from simulator.model.transport import Transport
from simulator.model.waits import on_its_way
from simulator.record.requests import Outcome
from simulator.record.stages import Stage
from simulator.scenario import ClientScenario
from simulator.units import to_ns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.model.system import System

UNAVAILABLE = 503


class ClientGroup:
    """One `[[clients]]` table at work."""

    def __init__(self, system: "System", scenario: ClientScenario, index: int) -> None:
        self.system = system
        self.ledger = system.ledger
        self.listener = system.listener
        self.env = system.env
        self.post = system.env.post
        self.scenario = scenario
        self.index = index
        self.name = scenario.name
        self.start = to_ns(scenario.start)
        self.stop = system.stop_of(scenario)
        self.place = system.trace.place(f"client:{scenario.name}") if system.trace else 0
        self.trace = system.trace
        self._draws = Draws(system.streams, scenario.name)
        self._block: Iterator[Draw] = iter(())
        """What the next requests get."""
        self._undrawn = 0
        """The number of the first request behind the block."""
        self._patience: Patience | None = None
        self.transport = Transport(self)
        self.outgoing = Outgoing(self, scenario.max_connections) if scenario.max_connections else None
        self.orphans = Orphans(self)
        self.retries = Retries(self, self._draws)
        self.begin = self._first_stage
        """What an attempt does that has just been sent."""
        self.answered: Way = self.answer
        """What becomes of a response that the server wrote: `answer`, or a shorter way to say the same."""
        self.extra = self._extra(scenario)
        self.read(scenario)
        self.arrivals = arrivals_of(self, scenario, system.scenario.directory)
        self._gap = self.arrivals.gap if isinstance(self.arrivals, RenewalArrivals | VaryingArrivals) else None

    def read(self, scenario: ClientScenario) -> None:
        """Take values from the scenario: at the beginning, and where they changed."""
        self.scenario = scenario
        deadline = scenario.timeout if scenario.deadline is None else scenario.deadline
        self.deadline = None if deadline is None else to_ns(deadline)
        self._read_timeout()
        self._read_extra(self._extra(scenario))
        self.transport.read(scenario, self.system.scenario.server, self.extra)
        self._think_time = Cost(scenario.think_time, self.extra.position("think_time"))
        weights = scenario.routes or dict.fromkeys(self.system.plans, 1.0)
        self._plans, self._weights = weights_by_route(weights, self.system.plans)
        # What is left of the block is drawn again, from the same positions of the same streams.
        left = next(self._block, None)
        if left is not None:
            self._undrawn = left[-1]
            self._block = iter(())

    @property
    def _first_stage(self) -> Callable[[Request, int], None]:
        is_plain = self._is_certain and self.outgoing is None and self.scenario.timeout is None
        return self.transport.set_out if is_plain else self._begin

    @property
    def _is_certain(self) -> bool:
        """Whether nobody looks at its requests one by one, and nothing changes."""
        return self.trace is None and not self.system.can_change

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

    def send(self, request: Request, now: int, path: str | None = None) -> float:
        """Send the group's next request; the unit gap that follows it, where gaps are drawn."""
        try:
            request.plan, request.row, request.base, gap, request.n = next(self._block)
        except StopIteration:
            request.plan, request.row, request.base, gap, request.n = next(self.draw())
        if path is not None and path != request.plan.path:
            self.redraw(request, self.system.plans[path])
        self.ledger.sent(request, now)
        begin = self.begin
        begin(request, now)
        return gap

    def draw(self) -> "Iterator[Draw]":
        """What the next requests get, when all that was drawn before has been given out."""
        self._block = self._draws.block(self._undrawn, self._plans, self._weights, self._gap, self.extra)
        self._undrawn = self._draws.drawn
        return self._block

    def send_again(self, request: Request, now: int, first_id: int) -> None:
        """Send a further attempt; `first_id` is that of the first."""
        self.ledger.sent(request, now)
        request.first_id = first_id
        self.begin(request, now)

    def _begin(self, request: Request, now: int) -> None:
        if self.trace is not None:
            self.trace.born(request.id, self.index, request.plan.index, now)
        if self._patience is not None:
            self._patience.watch(request, now)
        if self.outgoing is None:
            self.transport.set_out(request, now)
        else:
            self.outgoing.send(request, now)

    def refuse(self, request: Request, now: int) -> None:
        """Nobody listens."""
        self.transport.refuse(request, now)

    def refused(self, request: Request, now: int) -> None:
        """The client has no connection, and will have none."""
        self._end(request, now, Outcome.REFUSED)

    def handshake(self, request: Request) -> int:
        """Nanoseconds from the SYN to the arrival of the request's bytes, where no SYN is dropped."""
        return 3 * self.transport.time_of(request)

    # Answers

    def answer(self, request: Request, now: int) -> None:
        """The server wrote the response."""
        self.transport.send_back(request, now)

    def finish(self, request: Request) -> None:
        """The response has come, when it was due."""
        now = request.due
        if request.status:
            self._end(request, now, Outcome.REJECTED if request.status == UNAVAILABLE else Outcome.FAILED)
            return
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.ANSWERED, self.place)
        self.transport.let_go(request)
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
        back = max(self.transport.time_of(request), SHORTEST_ATTEMPT - now + request.sent)
        request.network += back
        request.status = status
        request.turn = on_its_way
        request.stage = called_off
        self.enter(now, request, Stage.RETURNING, self.place, now + back)
        Alarm(self.env, lambda at: self._lost(request, at)).set(now + back)

    def _lost(self, request: Request, now: int) -> None:
        if request.id in self.ledger.in_flight:
            self._end(request, now, Outcome.FAILED)

    def _end(self, request: Request, now: int, outcome: Outcome) -> None:
        """The attempt ends without success."""
        self.enter(now, request, _ENDS[outcome], self.place)
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
        goes_on = self.orphans.leave(request, now)
        if self.trace is not None:
            if goes_on:
                self.trace.goes_on_behind(request.id, Stage.ORPHANED)
            self.trace.enter(now, request.id, Stage.TIMED_OUT, self.place)
        self._go_on(request, now)

    def enter(self, now: int, request: Request, stage: int, place: int, until: int = 0) -> None:
        """Tell the trace, where there is one."""
        if self.trace is not None:
            self.trace.enter(now, request.id, stage, place, until)


_COMPLETED = Outcome.COMPLETED
_ENDS = {
    Outcome.REFUSED: Stage.REFUSED,
    Outcome.REJECTED: Stage.REJECTED,
    Outcome.FAILED: Stage.FAILED,
    Outcome.TIMED_OUT: Stage.TIMED_OUT,
}
