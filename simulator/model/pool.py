"""The worker processes: which kind of worker a scenario needs, and how many there are."""

from typing import TYPE_CHECKING

from simulator.model.contended import ContendedAsyncioLoop, ContendedUvloopLoop, ContendedWorker
from simulator.model.costs import Costs
from simulator.model.events import Alarm
from simulator.model.handlers import THREADPOOL
from simulator.model.loops import AsyncioLoop, UvloopLoop
from simulator.model.processor import Interpreter, Processor
from simulator.model.worker import Worker
from simulator.record.requests import NEVER
from simulator.scenario import HandlerKind, LoopKind, Scenario

if TYPE_CHECKING:
    from simulator.model.system import System

WORKERS: dict[tuple[LoopKind, bool], type[Worker]] = {
    (LoopKind.ASYNCIO, False): AsyncioLoop,
    (LoopKind.ASYNCIO, True): ContendedAsyncioLoop,
    (LoopKind.UVLOOP, False): UvloopLoop,
    (LoopKind.UVLOOP, True): ContendedUvloopLoop,
}
assert len(WORKERS) == 2 * len(LoopKind)


class WorkerPool:
    """Workers by number. Those that go are the highest numbers; a number that comes back is a new process."""

    def __init__(self, system: "System", can_change: bool) -> None:
        self._system = system
        server = system.scenario.server
        self.is_contended = can_change or _is_contended(system.scenario)
        self._kind = WORKERS[server.loop, self.is_contended]
        # Between asyncio workers it matters when a turn blocks: the burst window ends there.
        has_window = server.loop is LoopKind.ASYNCIO and server.workers > 1
        self.is_plain = not (self.is_contended or system.trace)
        """Whether nothing can slow a turn down, change it or look inside."""
        self.merges_turns = self.is_plain and not has_window
        self._processor = Processor(system.env, server.cores)
        self._costs = self._read_costs()
        self._starts = 0
        self.live: list[Worker] = []
        self.all: list[Worker] = []
        """By number from 1: the present process, or the last."""
        self._processes: list[Worker] = []
        """Those that live, and those that went and have not been added up."""
        self._gone_areas = [0, 0]

    @property
    def costs_nothing(self) -> bool:
        """Whether the server's own work on a request takes no time."""
        return not self._costs.has_request

    def _read_costs(self) -> Costs:
        extra = self._system.extra
        server = self._system.scenario.server
        return Costs(server, extra.position("request_cpu"), extra.position("connection_cpu"))

    def set_count(self, count: int, now: int) -> None:
        """Start or stop processes until there are `count`."""
        while len(self.live) > count:
            worker = self.live.pop()
            worker.leave(self._held_by(worker), now)
        while len(self.live) < count:
            self._start(len(self.live) + 1, now)

    def _held_by(self, worker: Worker) -> int:
        requests = self._system.ledger.in_flight.values()
        return sum(request.worker is worker and request.server_finished == NEVER for request in requests)

    def _start(self, number: int, now: int) -> None:
        system = self._system
        limit = system.scenario.server.thread_limit
        worker = self._kind(number, system.env, system.listener, self._costs, limit, system.trace)
        worker.merges_turns = self.merges_turns
        if isinstance(worker, ContendedWorker):
            worker.join(Interpreter(system.env, self._processor, system.scenario.server.gil))
        self.live.append(worker)
        self._forget_gone()
        self._processes.append(worker)
        if number <= len(self.all):
            worker.carry_on(self.all[number - 1])
            self.all[number - 1] = worker
        else:
            self.all.append(worker)
        start_up = system.start_up(self._starts)
        self._starts += 1
        if start_up:
            Alarm(system.env, worker.start_accepting).set(now + start_up)
        else:
            worker.start_accepting(now)

    def _forget_gone(self) -> None:
        """Processes that are no more keep their sums only."""
        for worker in [worker for worker in self._processes if worker.died >= 0]:
            self._processes.remove(worker)
            self._gone_areas[0] += worker.loop_area
            self._gone_areas[1] += worker.threads.waiting_area

    def queue_areas(self, now: int) -> tuple[int, int]:
        """Time integrals of the loops' queues and of the thread limiters' queues, all processes together."""
        loop_area, thread_area = self._gone_areas
        for worker in self._processes:
            loop_area += worker.loop_area + worker.loop_queue * now
            thread_area += worker.threads.waiting_area + len(worker.threads.waiting) * now
        return loop_area, thread_area

    def read_server(self, now: int) -> None:
        """Take the server's values as the scenario has them now."""
        server = self._system.scenario.server
        self._costs = self._read_costs()
        self._processor.set_cores(server.cores, now)
        for worker in self._processes:
            worker.costs = self._costs
            for request in worker.threads.set_limit(server.thread_limit, now):
                THREADPOOL.serve(worker, request, now)
        self.set_count(server.workers, now)


def _is_contended(scenario: Scenario) -> bool:
    server = scenario.server
    most = max([server.workers, *(change.to for change in scenario.changes if change.set == "server.workers")])
    has_few_cores = 0 < server.cores < most
    threads_compute = any(
        route.handler is HandlerKind.THREADPOOL and any(step.cpu is not None for step in route.steps)
        for route in scenario.routes
    )
    return has_few_cores or threads_compute
