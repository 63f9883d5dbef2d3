"""Client groups of whose requests nobody asks anything on the way, written out: stages are closures, requests are used
again."""

from math import trunc
from typing import TYPE_CHECKING

from simulator.model.arrivals import RenewalArrivals
from simulator.model.clients import ClientGroup
from simulator.model.clock import Entry
from simulator.model.events import NORMAL
from simulator.model.request import SHORTEST_ATTEMPT, PickUp, Request, Resting, Stage, Way
from simulator.record.requests import Outcome
from simulator.scenario import ArrivalKind, ClientScenario

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.model.draws import Draw
    from simulator.model.system import System
    from simulator.model.worker import Worker

OK = 200
MANY = 64
"""So many have to wait before another one rests: where few do, to use a request again is quicker."""
ENDLESS = 1 << 62


class PlainGroup(ClientGroup):
    """Open arrivals with gaps: nobody gives up, tries again, waits for a connection of the group's own or looks at a
    request, and nothing changes.

    The same happens at the same nanosecond as in any other group, in fewer calls.
    """

    def __init__(self, system: "System", scenario: ClientScenario, index: int) -> None:
        super().__init__(system, scenario, index)
        assert isinstance(self.arrivals, RenewalArrivals), "as `group_of` has seen"
        # At the server at once, on a connection each, and back at once.
        is_near = not (scenario.network.mean_s or scenario.keep_alive)
        set_out = self.listener.arrive if is_near else self.transport.departing()
        spent: list[Request] = []
        if all(plan.is_written_out for plan in system.plans.values()):
            complete = self.ledger.completing(index, spent, self.answer)
            self.answered = complete if is_near else self.transport.returning(complete)
        elif is_near:
            self.answered = self._complete
        self.listener.can_rest |= is_near
        self.arrivals.arrived = _arriving(self, self.arrivals, set_out, spent, MANY if is_near else ENDLESS)

    def _complete(self, request: Request, now: int) -> None:
        if request.status or now < request.sent + SHORTEST_ATTEMPT:
            self.answer(request, now)
        else:
            self.ledger.ended(request, now, Outcome.COMPLETED, OK)


def _arriving(group: PlainGroup, arrivals: RenewalArrivals, set_out: Way, spent: list[Request], least: int) -> Stage:
    """`RenewalArrivals._arrive`, `ClientGroup.send` and `Ledger.sent`, with one of `spent` as the next request.

    Where one rests, what it arrived as is the next.
    """
    ledger, table, in_flight = group.ledger, group.ledger.table, group.ledger.in_flight
    numbers, index, queue, rest = group.env.numbers, group.index, group.listener.queue, group.listener.rest
    is_constant, gap_ns, origin, stop = arrivals.is_constant, arrivals.gap_ns, group.start, group.stop
    pick_up = _picking_up(group, spent)
    draws: Iterator[Draw] = iter(())

    def arrive(request: Request) -> Entry | None:
        nonlocal draws
        now = request.due
        try:
            request.plan, request.row, request.base, gap, n = next(draws)
        except StopIteration:
            draws = group.draw()
            request.plan, request.row, request.base, gap, n = next(draws)
        if table.count == table.room:
            table.grow()
        table.count = count = table.count + 1
        ledger.settled_area -= now
        if len(queue) < least or not rest((pick_up, index, count, now, request.plan, request.row, request.base), now):
            request.id = request.first_id = count
            request.sent = request.since = now
            in_flight[count] = request
            set_out(request, now)
            request = spent.pop() if spent else Request(group)
        following = origin + trunc((n + 1) * gap_ns) if is_constant else now + trunc(gap * gap_ns)
        if following >= stop:
            return None
        request.due = following
        request.stage = arrive
        return following, NORMAL, next(numbers), request

    return arrive


def _picking_up(group: PlainGroup, spent: list[Request]) -> PickUp:
    in_flight = group.ledger.in_flight

    def pick_up(resting: Resting, worker: "Worker | None", now: int) -> Request:
        request = spent.pop() if spent else Request(group)
        _, _, request_id, sent, request.plan, request.row, request.base = resting
        request.id = request.first_id = request_id
        request.sent = sent
        request.accepted = request.since = now
        request.accept_wait = now - sent
        request.worker = worker  # type: ignore[assignment]  # None where somebody only looks
        in_flight[request_id] = request
        return request

    return pick_up


def group_of(system: "System", scenario: ClientScenario, index: int) -> ClientGroup:
    """The group, of the simplest kind that will do."""
    has_gaps = scenario.arrivals in (ArrivalKind.POISSON, ArrivalKind.CONSTANT)
    is_patient = scenario.timeout is None and not scenario.retries and not scenario.max_connections
    is_seen = system.trace is not None or system.is_tracked or system.broker is not None
    kind = PlainGroup if has_gaps and is_patient and not is_seen else ClientGroup
    return kind(system, scenario, index)
