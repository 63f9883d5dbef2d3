"""The worker processes: which kind of worker a scenario needs, and how many there are."""

from typing import TYPE_CHECKING

from simulator.model.contended import ContendedAsyncioLoop, ContendedUvloopLoop, ContendedWorker
from simulator.model.costs import Costs
from simulator.model.events import Alarm
from simulator.model.handlers import HANDLERS, ThreadpoolHandler
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
        self._merges = not can_change and not self.is_contended and system.trace is None
        self._processor = Processor(system.env, server.cores)
        self._costs = self._read_costs()
        self._starts = 0
        self.live: list[Worker] = []
        self.all: list[Worker] = []
        """By number from 1: the present process, or the last."""
        self.leaving: list[Worker] = []

    def _read_costs(self) -> Costs:
        extra = self._system.extra
        server = self._system.scenario.server
        return Costs(server, extra.position("request_cpu"), extra.position("connection_cpu"))

    def set_count(self, count: int, now: int) -> None:
        """Start or stop processes until there are `count`."""
        while len(self.live) > count:
            worker = self.live.pop()
            self.leaving.append(worker)
            worker.leave(self._held_by(worker), now)
        while len(self.live) < count:
            self._start(len(self.live) + 1, now)

    def _held_by(self, worker: Worker) -> int:
        requests = self._system.in_flight.values()
        return sum(request.worker is worker and request.server_finished == NEVER for request in requests)

    def _start(self, number: int, now: int) -> None:
        system = self._system
        limit = system.scenario.server.thread_limit
        worker = self._kind(number, system.env, system.listener, self._costs, limit, system.trace)
        worker.merges_turns = self._merges
        if isinstance(worker, ContendedWorker):
            worker.join(Interpreter(system.env, self._processor, system.scenario.server.gil))
        self.live.append(worker)
        if number <= len(self.all):
            worker.carry_on(self.all[number - 1], now)
            self.all[number - 1] = worker
        else:
            self.all.append(worker)
        start_up = system.start_up(self._starts)
        self._starts += 1
        if start_up:
            Alarm(system.env, worker.start_accepting).set(now + start_up)
        else:
            worker.start_accepting(now)

    def read_server(self, now: int) -> None:
        """Take the server's values as the scenario has them now."""
        server = self._system.scenario.server
        self._costs = self._read_costs()
        handler = HANDLERS[HandlerKind.THREADPOOL]
        assert isinstance(handler, ThreadpoolHandler), "the table says so"
        self._processor.set_cores(server.cores, now)
        for worker in [*self.live, *self.leaving]:
            worker.costs = self._costs
            for request in worker.threads.set_limit(server.thread_limit, now):
                handler.serve(worker, request, now)
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
