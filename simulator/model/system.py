"""The one door to the model: a scenario goes in, time passes, a record comes out."""

from collections.abc import Iterator
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.distributions import DistributionKind
from simulator.model.brokers import broker_of
from simulator.model.clock import Clock
from simulator.model.compiled import compile_plan
from simulator.model.draws import PerRequest
from simulator.model.events import URGENT, Alarm, collector_at_rest
from simulator.model.faults import schedule_faults
from simulator.model.ledger import Ledger, RowReader
from simulator.model.listener import LISTENERS
from simulator.model.live import LiveValues
from simulator.model.plain_group import group_of
from simulator.model.plan import Plan
from simulator.model.pool import WorkerPool
from simulator.model.request import Request
from simulator.model.retries import jitter_of
from simulator.model.sampler import Sampler
from simulator.model.services import Gate, Service
from simulator.model.streams import Dice, Streams
from simulator.model.tracked import admit
from simulator.model.worker import Worker
from simulator.record import Budget, MessageTransitions, Record, Transitions
from simulator.scenario import Change, ClientScenario, FaultKind, Route, Scenario, ServiceScenario
from simulator.units import NS_PER_S, to_ns

_FOREVER = 1 << 62
_EVENTS_PER_LOOK = 64
_MICROSECOND = 1_000
_EDGES = 2
"""Of the measured window."""


class System:
    """One replication. The clock counts whole nanoseconds, so that sums of times are exact.

    `trace` keeps every transition; `endless` lets clients send for ever (the window); `stream` is called with the rows
    of attempts that ended, in place of keeping them.
    """

    def __init__(
        self,
        scenario: Scenario,
        *,
        seed: int,
        replication: int = 1,
        trace: bool = False,
        endless: bool = False,
        sample_every_s: float | None = None,
        stream: RowReader | None = None,
    ) -> None:
        self.scenario = scenario
        self.env = Clock()
        self.trace = Transitions() if trace else None
        self.streams = Streams(seed, replication)
        self.message_trace = MessageTransitions(self.trace) if self.trace is not None and scenario.broker else None
        self.record = Record(
            scenario, seed, replication, transitions=self.trace, message_transitions=self.message_trace
        )
        self.listener = LISTENERS[scenario.server.loop](
            self.env, Dice(self.streams["listener"]), scenario.server, self.trace
        )
        self.ledger = Ledger(self.record, self.listener, stream)
        self._endless = endless
        self.duration_ns = _FOREVER if endless else to_ns(scenario.run.duration)
        self.end_ns = _FOREVER if endless else self.duration_ns + to_ns(scenario.run.drain)
        self.changes: list[Change] = []
        self._settled_ns = 0
        """Before this instant all has happened, at it nothing but changes; -1 where something may have."""
        self._build(to_ns(sample_every_s if sample_every_s is not None else scenario.run.sample_every))

    def _build(self, sample_every: int) -> None:
        scenario = self.scenario
        self.services = {service.name: self._service(service) for service in scenario.services}
        self.broker = broker_of(self)
        self.can_change = self._endless or bool(scenario.changes)
        self.is_tracked = self.can_change or _is_tracked(scenario)
        self.plans = {route.path: self.planned(route, i) for i, route in enumerate(scenario.routes)}
        self.read_server()
        self._live = LiveValues(self)
        self._live.schedule()
        self.pool = WorkerPool(self, self.can_change)
        self.pool.schedule()
        schedule_faults(self.env, scenario.faults, self.services)
        self.pool.set_count(scenario.server.workers, 0)
        if self.broker is not None:
            self.broker.begin(scenario)
        if self.pool.is_plain and self.pool.costs_nothing:
            for plan in self.plans.values():
                compile_plan(plan, self.env, merges_turns=self.pool.merges_turns)
        self.groups = [group_of(self, client, i) for i, client in enumerate(scenario.clients)]
        for group in self.groups:
            group.arrivals.begin()
        self._sampler = Sampler(self, sample_every)
        self._sampler.begin()
        for at in (to_ns(scenario.run.warm_up), self.duration_ns):
            # Like everything at the edge of the window: before what happens at that instant.
            if at < _FOREVER:
                Alarm(self.env, self._sampler.mark).set(at, URGENT)

    def planned(self, route: Route, index: int) -> Plan:
        """The route made ready to run."""
        plan = Plan(route, index, self.services, self.broker)
        if self.is_tracked:
            plan.begin = admit
        return plan

    def _service(self, scenario: ServiceScenario) -> Service:
        service = Service(scenario, self.trace)
        can_change = self._endless or any(change.set.startswith("services") for change in self.scenario.changes)
        is_hit = any(fault.target == scenario.name for fault in self.scenario.faults)
        if scenario.pool_size is not None or scenario.concurrency or can_change or is_hit:
            Gate(service, scenario, self.env)
        return service

    # What the parts ask

    @property
    def extra(self) -> PerRequest:
        """What requests draw beside their steps, the server's part."""
        server = self.scenario.server
        first = self.scenario.clients[0]
        jitter = jitter_of(first)
        return PerRequest(jitter, first.think_time, first.network, server.request_cpu, server.connection_cpu)

    def read_server(self) -> None:
        """Take what client groups need of the server's values."""
        server = self.scenario.server
        self.keep_alive_ns = to_ns(server.timeout_keep_alive)
        self.has_several_workers = server.workers > 1

    @property
    def in_flight(self) -> dict[int, Request]:
        """Attempts without an end by id, in order of id."""
        return self.ledger.everybody()

    @property
    def all_workers(self) -> list[Worker]:
        """By number, those that are gone too."""
        return self.pool.all

    @property
    def live_workers(self) -> int:
        """Processes that have not been told to go."""
        return self.pool.serving

    def stop_of(self, client: ClientScenario) -> int:
        """When a group stops sending."""
        if client.stop is None:
            return self.duration_ns
        return min(self.duration_ns, to_ns(client.stop))

    def start_up(self, n: int) -> int:
        """Nanoseconds that the n-th process takes until it accepts."""
        time = self.scenario.server.start_up
        if time.kind is DistributionKind.CONSTANT:
            return to_ns(time.mean_s)
        return int(float(time.unit_variates(self.streams["server.start_up"].doubles(n, 1))[0]) * time.mean_s * 1e9)

    def deadlines_ns(self) -> NDArray[np.float64] | None:
        """Deadline by client index, None where no group has one."""
        deadlines = [group.deadline for group in self.groups]
        if all(deadline is None for deadline in deadlines):
            return None
        return np.array([np.inf if deadline is None else deadline for deadline in deadlines])

    def integrals(self, now: int) -> tuple[float, ...]:
        """Time integrals of the queues, in the order of SAMPLE_COLUMNS."""
        accept_queue = self.listener.area + len(self.listener.queue) * now
        gates = [service.gate for service in self.services.values() if service.gate is not None]
        service_queue = sum(gate.waiting_area + len(gate.waiting) * now for gate in gates)
        broker_queue = self.broker.waiting_area(now) if self.broker is not None else 0
        return (self.ledger.area(now), accept_queue, *self.pool.queue_areas(now), service_queue, broker_queue)

    # Time

    @property
    def now_ns(self) -> int:
        """Simulated nanoseconds."""
        return max(int(self.env.now), self.record.end_ns)

    @property
    def now_s(self) -> float:
        """Simulated seconds."""
        return self.now_ns / NS_PER_S

    @property
    def next_event_s(self) -> float:
        """When something happens next; inf when nothing will."""
        return float(self.env.peek()) / NS_PER_S

    @property
    def is_finished(self) -> bool:
        """Whether the run is over."""
        return self.record.is_closed

    def run_until(self, time_s: float, budget_s: float | None = None) -> bool:
        """Process every event before `time_s`; with a budget of wall time, as far as that allows.

        True when the time, or the end of the run, has been reached.
        """
        target = min(to_ns(time_s), self.end_ns)
        if not self._process(target, budget_s):
            self.record.end_ns = max(self.record.end_ns, int(self.env.now))
            return False
        self.record.end_ns = max(self.record.end_ns, target)
        return True

    def _process(self, target: int, budget_s: float | None) -> bool:
        if target <= self._settled_ns:
            return True
        self._settled_ns = -1
        with collector_at_rest():
            if budget_s is None:
                self.env.run_before(target)
            elif not self._process_for(target, perf_counter() + budget_s):
                return False
        self._settled_ns = target
        return True

    def _process_for(self, target: int, deadline: float) -> bool:
        peek, step = self.env.peek, self.env.step
        while peek() < target:
            for _ in range(_EVENTS_PER_LOOK):
                step()
                if peek() >= target:
                    return True
            if perf_counter() > deadline:
                return False
        return True

    def step(self) -> bool:
        """Process the next event; False when there is none before the end."""
        if self.env.peek() >= self.end_ns:
            return False
        self._settled_ns = -1
        self.env.step()
        self.record.end_ns = max(self.record.end_ns, int(self.env.now))
        return True

    def settle(self) -> float:
        """Go on to the next whole microsecond before which all has happened; seconds. A session can be cut there."""
        now = int(self.env.now)
        begun = now if now == self._settled_ns else now + 1
        at = -(-max(self.now_ns, begun) // _MICROSECOND) * _MICROSECOND
        self._process(at, None)
        self._settled_ns = at
        self.record.end_ns = max(self.record.end_ns, at)
        return at / NS_PER_S

    def make_room(self, budget: Budget) -> bool:
        """Forget what is oldest in the record where that is more than a budget; True where something was."""
        return budget.keep(self.record, self._unsettled_ids)

    def _unsettled_ids(self) -> Iterator[int]:
        """Requests that go on, or whose rows somebody still reads."""
        yield from self.ledger.ended_ids
        for request in self.ledger.at_server():
            yield request.id

    def finish(self, budget_s: float | None = None) -> bool:
        """Run to the end, and close the record; with a budget, as far as that allows (False: call again)."""
        with collector_at_rest():
            if not self._process(self.duration_ns, budget_s) or not self._drain(budget_s):
                self.record.end_ns = max(self.record.end_ns, int(self.env.now))
                return False
            self.close()
            return True

    def _drain(self, budget_s: float | None) -> bool:
        """Ends early when no attempt is in flight."""
        deadline = perf_counter() + budget_s if budget_s is not None else None
        peek, step = self.env.peek, self.env.step
        self.record.end_ns = max(self.record.end_ns, self.duration_ns)
        while self.ledger.has_open_attempts and peek() < self.end_ns:
            step()
            if deadline is not None and perf_counter() > deadline:
                return False
        if self.ledger.has_open_attempts:
            self.record.end_ns = self.end_ns
        else:
            self.record.end_ns = max(self.record.end_ns, int(self.env.now))
        return True

    def close(self) -> None:
        """End the run here: the attempts in flight become unfinished rows. Once only."""
        end = self.record.end_ns
        self._sampler.take(end)
        while len(self.record.marks) < _EDGES:
            self._sampler.mark(min(end, self.duration_ns))
        self.ledger.close(end)
        if self.broker is not None:
            self.broker.close(end)
        self.record.workers = len(self.pool.all)
        self.record.is_closed = True

    def apply(self, key: str, value: Any) -> Change:  # noqa: ANN401  # any TOML value
        """Change a live key now, at the next whole microsecond; the change as a scenario would have it.

        Raises ScenarioError where the key is not live or the value not right; then nothing has changed.
        """
        change = self._live.apply(key, value)
        self.changes.append(change)
        return change


def _is_tracked(scenario: Scenario) -> bool:
    """Whether processes must keep an account of themselves: where something may end them, or their fill is limited."""
    server = scenario.server
    is_hit = any(fault.kind in (FaultKind.CRASH, FaultKind.RESTART) for fault in scenario.faults)
    return is_hit or server.limit_concurrency > 0 or server.limit_max_requests > 0
