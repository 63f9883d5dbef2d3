"""What stands behind the app: databases and other services."""

from collections import OrderedDict
from math import prod
from typing import TYPE_CHECKING

from simulator.model import waits
from simulator.model.connections import Pool
from simulator.model.events import NORMAL
from simulator.model.patience import Patience
from simulator.record.stages import Stage
from simulator.scenario import HoldKind, ServiceScenario
from simulator.units import to_ns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.model.clock import Clock
    from simulator.model.consumer import Consumer
    from simulator.model.request import Request
    from simulator.model.worker import Worker
    from simulator.record import Transitions


class Service:
    """A service; one without a gate works on any number of requests at once and never fails."""

    __slots__ = ("area", "gate", "name", "place", "requests")

    def __init__(self, scenario: ServiceScenario, trace: "Transitions | None") -> None:
        self.name = scenario.name
        self.place = trace.place(f"service:{scenario.name}") if trace else 0
        self.gate: Gate | None = None
        self.requests = 0
        self.area = 0
        """The time integral of `requests` is `area + requests * now`."""

    def enter(self, now: int) -> None:
        """A request's io step begins."""
        self.requests += 1
        self.area -= now

    def leave(self, now: int) -> None:
        """A request's io step ended."""
        self.requests -= 1
        self.area += now


class Gate:
    """What an io step must pass: a connection of its worker's pool, then a place in the service; faults act here."""

    def __init__(self, service: Service, scenario: ServiceScenario, env: "Clock") -> None:
        self.service = service
        self.scenario = scenario
        self._env = env
        self.waiting: OrderedDict[Request, int] = OrderedDict()
        """Since when each waits for a place in the service."""
        self.waiting_area = 0
        """The time integral of who waits is `waiting_area + len(waiting) * now`."""
        self.slow_by: list[float] = []
        """How much longer io takes that begins now: the product."""
        self._times_down = 0
        self.hangs_until = 0
        """No answer comes before."""
        self._ended = self._io_ended
        service.gate = self

    @property
    def pool_size(self) -> int | None:
        """Connections at most, those of the overflow too."""
        size = self.scenario.pool_size
        return None if size is None else size + self.scenario.max_overflow

    # The way in

    def ask(self, worker: "Worker", request: "Request", now: int) -> bool:
        """The io step at the request's cursor wants to begin. A `Turn`."""
        if self.scenario.pool_size is not None:
            pool = self._pool_of(worker)
            if not pool.try_take(request, now):
                held = request.plan.handler.hold_on(worker, now)
                pool.show_waiting(request, now)
                self._patience_of(pool).watch(request, now)
                return held
        return self.enter(worker, request, now)

    def enter(self, worker: "Worker", request: "Request", now: int) -> bool:
        """It has a connection, where it needs one. A `Turn`."""
        if self._times_down:
            return self._fail(worker, request, now)
        limit = self.scenario.concurrency
        if limit and self.service.requests >= limit:
            self.waiting[request] = now
            self.waiting_area -= now
            request.turn = waits.for_service
            held = request.plan.handler.hold_on(worker, now)
            if worker.trace is not None:
                stage = Stage.SERVICE_QUEUE | request.plan.handler.holds_loop
                worker.tell_of(request, now)
                worker.trace.enter(now, request.id, stage, self.service.place)
            return held
        return self._begin(worker, request, now)

    def _fail(self, worker: "Worker", request: "Request", now: int) -> bool:
        """A connection error, at once. A `Turn`."""
        self.step_ended(worker, request, now)
        return request.plan.handler.fail(worker, request, now)

    def _begin(self, worker: "Worker", request: "Request", now: int) -> bool:
        step = request.plan.steps[request.cursor]
        duration = step.duration(request)
        if self.slow_by:
            duration = int(duration * prod(self.slow_by))
        self.service.enter(now)
        held = request.plan.handler.begin_io(worker, request, step, duration, now)
        request.stage = self._ended
        return held

    # The way out

    def _io_ended(self, request: "Request") -> None:
        now, handler = request.due, request.plan.handler
        if now < self.hangs_until:
            self._hang(request, now)
            return
        self.service.leave(now)
        self.admit(now)
        handler.woken(request)

    def _hang(self, request: "Request", now: int) -> None:
        """The answer comes when the service does not hang any more."""
        request.io += self.hangs_until - now
        request.due = self.hangs_until
        request.stage = self._ended
        holds_loop = request.plan.handler.holds_loop
        self._env.post(request, request.worker.priority if holds_loop else NORMAL, self.hangs_until)
        trace = request.worker.trace
        if trace is not None:
            trace.enter(now, request.id, Stage.IN_IO | holds_loop, self.service.place, self.hangs_until)

    def forget(self, request: "Request", now: int) -> None:
        """Its process is gone: it waits for no place any more, and has none."""
        if request in self.waiting:
            del self.waiting[request]
            self.waiting_area += now
        elif request.stage is self._ended:
            self.service.leave(now)
        pool = request.worker.pools.get(self.service.name)
        if pool is not None:
            pool.forget(request, now)

    def admit(self, now: int) -> None:
        """Those who waited longest begin, as many as there is room for."""
        limit = self.scenario.concurrency
        while self.waiting and (self._times_down or not limit or self.service.requests < limit):
            request = self.stop_waiting(next(iter(self.waiting)), now)
            if self._times_down:
                request.plan.handler.go_on(request.worker, request, self._fail, now)
            else:
                self._begin(request.worker, request, now)

    def stop_waiting(self, request: "Request", now: int) -> "Request":
        """It waits for a place no longer."""
        request.service_wait += now - self.waiting.pop(request)
        self.waiting_area += now
        request.turn = self.enter
        return request

    def step_ended(self, worker: "Worker", request: "Request", now: int) -> None:
        """The code behind the io step runs: the connection goes back, unless it is held for the whole request."""
        pool = worker.pools.get(self.service.name)
        if pool is not None and self.scenario.hold is HoldKind.STEP:
            pool.give_back(request, now)

    # Pools

    def _pool_of(self, worker: "Worker") -> Pool:
        size = self.pool_size
        assert size is not None, "asked before"
        pool = worker.pools.get(self.service.name)
        if pool is None:
            pool = worker.pools[self.service.name] = Pool(worker, self.service.name, size, self.enter)
        return pool

    def _patience_of(self, pool: Pool) -> Patience:
        """One for each worker's pool and each time-out that it has had."""
        limit = to_ns(self.scenario.pool_timeout)
        if pool.patience is None or pool.patience.limit != limit:
            pool.patience = Patience(self._env, limit, pool.waits_still, self._timed_out)
        return pool.patience

    def _timed_out(self, request: "Request", now: int) -> None:
        """sqlalchemy.exc.TimeoutError."""
        worker, handler = request.worker, request.plan.handler
        worker.pools[self.service.name].stop_waiting(request, now)
        handler.go_on(worker, request, handler.fail, now)

    # Live changes and faults

    def read(self, scenario: ServiceScenario, workers: "Iterable[Worker | Consumer]", now: int) -> None:
        """Take the service's values as the scenario has them now."""
        self.scenario = scenario
        size = self.pool_size
        for worker in workers:
            pool = worker.pools.get(self.service.name)
            if pool is not None and size is not None:
                pool.set_size(size, now)
        self.admit(now)

    def fall(self, now: int) -> None:
        """The service is down: every io step that begins fails at once, and so do those that wait for a place."""
        self._times_down += 1
        self.admit(now)

    def rise(self) -> None:
        """It is up again, unless another fault keeps it down."""
        self._times_down -= 1
