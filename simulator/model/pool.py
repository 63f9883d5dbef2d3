"""The worker processes: which kind of worker a scenario needs, and how many there are."""

from typing import TYPE_CHECKING

from simulator.model.contended import ContendedAsyncioLoop, ContendedUvloopLoop, ContendedWorker
from simulator.model.costs import Costs
from simulator.model.events import Alarm
from simulator.model.handlers import serve
from simulator.model.loops import AsyncioLoop, UvloopLoop
from simulator.model.processor import Interpreter, Processor
from simulator.model.streams import Dice
from simulator.model.supervisor import Supervisor
from simulator.model.tracked import (
    TrackedAsyncioLoop,
    TrackedContendedAsyncioLoop,
    TrackedContendedUvloopLoop,
    TrackedUvloopLoop,
)
from simulator.model.worker import Worker
from simulator.scenario import FaultKind, HandlerKind, LoopKind, Scenario

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.model.system import System

WORKERS: dict[tuple[LoopKind, bool, bool], type[Worker]] = {
    (LoopKind.ASYNCIO, False, False): AsyncioLoop,
    (LoopKind.ASYNCIO, False, True): TrackedAsyncioLoop,
    (LoopKind.ASYNCIO, True, False): ContendedAsyncioLoop,
    (LoopKind.ASYNCIO, True, True): TrackedContendedAsyncioLoop,
    (LoopKind.UVLOOP, False, False): UvloopLoop,
    (LoopKind.UVLOOP, False, True): TrackedUvloopLoop,
    (LoopKind.UVLOOP, True, False): ContendedUvloopLoop,
    (LoopKind.UVLOOP, True, True): TrackedContendedUvloopLoop,
}
"""By loop, whether its workers are contended, and whether they keep an account of themselves."""
assert len(WORKERS) == 4 * len(LoopKind)


class WorkerPool:
    """Workers by number. Those that go are the highest numbers; a number that comes back is a new process."""

    def __init__(self, system: "System", can_change: bool) -> None:
        self._system = system
        server = system.scenario.server
        self.is_contended = can_change or _is_contended(system.scenario)
        self.listener = system.listener
        self._supervisor = Supervisor(system, self) if system.is_tracked else None
        self._kind = WORKERS[server.loop, self.is_contended, system.is_tracked]
        # Between asyncio workers it matters when a turn blocks: the burst window ends there.
        has_window = server.loop is LoopKind.ASYNCIO and server.workers > 1
        self.is_plain = not (self.is_contended or system.is_tracked or system.trace)
        """Whether nothing can slow a turn down, change it or look inside."""
        self.merges_turns = self.is_plain and not has_window
        self._processor = Processor(system.env, server.cores)
        self._costs = self._read_costs()
        self._starts = 0
        self.live: list[Worker] = []
        self.all: list[Worker] = []
        """By number from 1: the present process, or the last."""
        self.processes: list[Worker] = []
        """Those that live, and those that went and have not been added up."""
        self._gone_areas = [0, 0, 0]
        self._gone_pools: dict[tuple[int, str], tuple[int, int]] = {}

    @property
    def costs_nothing(self) -> bool:
        """Whether the server's own work on a request takes no time."""
        return not self._costs.has_request

    def _read_costs(self) -> Costs:
        extra = self._system.extra
        server = self._system.scenario.server
        return Costs(server, extra.position("request_cpu"), extra.position("connection_cpu"))

    def schedule(self) -> None:
        """What the scenario says of crashes and restarts."""
        if self._supervisor is not None:
            self._supervisor.schedule(self._system.scenario.faults)

    @property
    def restarts(self) -> int:
        """Processes that took another's place so far."""
        return 0 if self._supervisor is None else self._supervisor.restarts

    @property
    def serving(self) -> int:
        """How many processes have not been told to go."""
        return sum(not worker.is_leaving for worker in self.live)

    def process(self, number: int) -> Worker | None:
        """The present process of this number; None where there shall be none."""
        return self.live[number - 1] if number <= len(self.live) else None

    def set_count(self, count: int, now: int) -> None:
        """Start or stop processes until there are `count`."""
        supervisor = self._supervisor
        if supervisor is not None and count > 1:
            supervisor.has_parent = True
        while len(self.live) > count:
            worker = self.live.pop()
            if not worker.is_leaving:
                assert supervisor is not None, "told beforehand where the count may change"
                supervisor.retire(worker, None, now)
        while len(self.live) < count:
            self.start(len(self.live) + 1, now)

    def start(self, number: int, now: int, ready: "Callable[[int], None] | None" = None) -> None:
        """Start a process of this number, a new one or in the place of another; `ready` is called as it listens."""
        system = self._system
        limit = system.scenario.server.thread_limit
        worker = self._kind(number, system.env, system.listener, self._costs, limit, system.trace)
        worker.merges_turns = self.merges_turns
        if isinstance(worker, ContendedWorker):
            dice = Dice(system.streams[f"worker:{number}.gil"])
            worker.join(Interpreter(system.env, self._processor, dice, system.scenario.server.gil))
        if self._supervisor is not None:
            self._supervisor.adopt(worker, self._starts)
        self._place(worker)

        def begin(at: int) -> None:
            if self._supervisor is not None and not worker.is_leaving:
                self._supervisor.begins(worker, at)
            worker.start_accepting(at)
            if self._supervisor is not None:
                self._supervisor.began(worker)
            if ready is not None:
                ready(at)

        start_up = system.start_up(self._starts)
        self._starts += 1
        if start_up:
            Alarm(system.env, begin).set(now + start_up)
        else:
            begin(now)

    def _place(self, worker: Worker) -> None:
        number = worker.number
        self._forget_gone()
        self.processes.append(worker)
        if number <= len(self.live):
            self.live[number - 1] = worker
        else:
            self.live.append(worker)
        if number <= len(self.all):
            worker.lineage.follow(self.all[number - 1])
            self.all[number - 1] = worker
        else:
            self.all.append(worker)

    def _forget_gone(self) -> None:
        """Processes that are no more keep their sums only."""
        for worker in [worker for worker in self.processes if worker.died >= 0]:
            self.processes.remove(worker)
            self._gone_areas[0] += worker.loop_area
            self._gone_areas[1] += worker.threads.waiting_area
            self._gone_areas[2] += sum(pool.waiting_area for pool in worker.pools.values())
            for name, pool in worker.pools.items():
                before = self._gone_pools.get((worker.number, name), (0, 0))
                taken, size = pool.areas(worker.died)
                self._gone_pools[worker.number, name] = (before[0] + taken, before[1] + size)

    def pool_areas(self, number: int, service: str, now: int) -> tuple[int, int]:
        """Connection-nanoseconds taken and had since 0 by the processes of this number in their pools to a service."""
        taken, size = self._gone_pools.get((number, service), (0, 0))
        for worker in self.processes:
            pool = worker.pools.get(service)
            if worker.number == number and pool is not None:
                more = pool.areas(now if worker.died < 0 else worker.died)
                taken, size = taken + more[0], size + more[1]
        return taken, size

    def queue_areas(self, now: int) -> tuple[int, int, int]:
        """Time integrals of the loops' queues, the thread limiters' and the pools', all processes together."""
        loop_area, thread_area, pool_area = self._gone_areas
        for worker in self.processes:
            loop_area += worker.loop_area + worker.loop_queue * now
            thread_area += worker.threads.waiting_area + len(worker.threads.waiting) * now
            for pool in worker.pools.values():
                pool_area += pool.waiting_area + len(pool.waiting) * now
        return loop_area, thread_area, pool_area

    def read_server(self, now: int) -> None:
        """Take the server's values as the scenario has them now."""
        server = self._system.scenario.server
        self._costs = self._read_costs()
        self._processor.set_cores(server.cores, now)
        for worker in self.processes:
            worker.costs = self._costs
            if self._supervisor is not None and worker.died < 0:
                self._supervisor.read(worker)
            for request in worker.threads.set_limit(server.thread_limit, now):
                serve(worker, request, now)
        self.set_count(server.workers, now)


def _is_contended(scenario: Scenario) -> bool:
    server = scenario.server
    most = max([server.workers, *(change.to for change in scenario.changes if change.set == "server.workers")])
    # A process that goes and its successor are there at once.
    overlap = server.limit_max_requests > 0 or any(fault.kind is FaultKind.RESTART for fault in scenario.faults)
    has_few_cores = 0 < server.cores < most or (server.cores > 0 and overlap)
    threads_compute = any(
        kind is HandlerKind.THREADPOOL and any(step.cpu is not None for step in steps)
        for route in scenario.routes
        for kind, steps in ((route.handler, route.steps), (route.background_handler, route.background))
    )
    return has_few_cores or threads_compute
