"""Client groups of whose requests nobody asks anything on the way, written out: stages are closures, requests are used
again."""

from math import trunc
from typing import TYPE_CHECKING

from simulator.model.arrivals import RenewalArrivals
from simulator.model.clients import ClientGroup
from simulator.model.clock import Entry
from simulator.model.events import NORMAL
from simulator.model.request import SHORTEST_ATTEMPT, Request, Stage, Way
from simulator.record.requests import Outcome
from simulator.scenario import ArrivalKind, ClientScenario

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.model.draws import Draw
    from simulator.model.system import System

OK = 200


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
        self.arrivals.arrived = _arriving(self, self.arrivals, set_out, spent)

    def _complete(self, request: Request, now: int) -> None:
        if request.status or now < request.sent + SHORTEST_ATTEMPT:
            self.answer(request, now)
        else:
            self.ledger.ended(request, now, Outcome.COMPLETED, OK)


def _arriving(group: PlainGroup, arrivals: RenewalArrivals, set_out: Way, spent: list[Request]) -> Stage:
    """`RenewalArrivals._arrive`, `ClientGroup.send` and `Ledger.sent`, with one of `spent` as the next request."""
    ledger = group.ledger
    table, in_flight = ledger.table, ledger.in_flight
    numbers = group.env.numbers
    is_constant, gap_ns, origin, stop = arrivals.is_constant, arrivals.gap_ns, group.start, group.stop
    draws: Iterator[Draw] = iter(())

    def arrive(request: Request) -> Entry | None:
        nonlocal draws
        now = request.due
        try:
            request.plan, request.row, request.base, gap, n = next(draws)
        except StopIteration:
            draws = group.draw()
            request.plan, request.row, request.base, gap, n = next(draws)
        count = table.count
        if count == table.room:
            table.grow()
        table.count = request.id = request.first_id = count + 1
        request.sent = request.since = now
        ledger.settled_area -= now
        in_flight[count + 1] = request
        set_out(request, now)
        following = origin + trunc((n + 1) * gap_ns) if is_constant else now + trunc(gap * gap_ns)
        if following >= stop:
            return None
        request = spent.pop() if spent else Request(group)
        request.due = following
        request.stage = arrive
        return following, NORMAL, next(numbers), request

    return arrive


def group_of(system: "System", scenario: ClientScenario, index: int) -> ClientGroup:
    """The group, of the simplest kind that will do."""
    has_gaps = scenario.arrivals in (ArrivalKind.POISSON, ArrivalKind.CONSTANT)
    is_patient = scenario.timeout is None and not scenario.retries and not scenario.max_connections
    is_seen = system.trace is not None or system.is_tracked or system.broker is not None
    kind = PlainGroup if has_gaps and is_patient and not is_seen else ClientGroup
    return kind(system, scenario, index)
