"""Workers that keep an account of themselves, for limits, restarts and faults; plain ones need none."""

from simulator.model.contended import ContendedAsyncioLoop, ContendedUvloopLoop
from simulator.model.handler import BEGUN
from simulator.model.loops import AsyncioLoop, UvloopLoop, has_connection
from simulator.model.request import Request
from simulator.model.server_state import ServerState
from simulator.model.waits import on_its_way
from simulator.model.worker import Worker

UNAVAILABLE = 503


class TrackedWorker(Worker):
    """Its loop settles the account whenever it polls."""

    __slots__ = ()

    def new_state(self) -> ServerState:
        """Connections, tasks, requests served."""
        return ServerState()

    def standing(self, now: int) -> tuple[int, int]:
        """Connections that stand, and the idle ones: what waits unread for a blocked loop is not idle."""
        assert self.state is not None, "made with the worker"
        tasks = self.state.tasks
        found, idle = self.state.standing(now if self.is_asleep else self.last_poll)
        return found, idle - sum(request not in tasks and has_connection(request) for request in self.ready)

    def write(self, request: Request, now: int) -> None:
        """It has served one more, and has a task less."""
        super().write(request, now)
        assert self.state is not None, "made with the worker"
        self.state.answered(request)
        self.state.ended(request)

    @property
    def last_poll(self) -> int:
        """When the iteration began."""
        assert self.state is not None, "made with the worker"
        return self.state.polled

    @last_poll.setter
    def last_poll(self, now: int) -> None:
        assert self.state is not None, "made with the worker"
        self.state.settle(now)
        if self.is_leaving and self.has_nothing:
            self.state.on_empty(now)


class TrackedAsyncioLoop(TrackedWorker, AsyncioLoop):
    """asyncio."""

    __slots__ = ()


class TrackedUvloopLoop(TrackedWorker, UvloopLoop):
    """uvloop."""

    __slots__ = ()

    @property
    def greets(self) -> bool:
        """It counts them."""
        return True

    def accepted(self, request: Request, now: int) -> bool:
        """connection_made is called at once."""
        assert self.state is not None, "made with the worker"
        self.state.made()
        return super().accepted(request, now)


class TrackedContendedAsyncioLoop(TrackedWorker, ContendedAsyncioLoop):
    """asyncio, with others on the processor."""

    __slots__ = ()


class TrackedContendedUvloopLoop(TrackedUvloopLoop, ContendedUvloopLoop):
    """uvloop, with others on the processor."""

    __slots__ = ()


def admit(worker: Worker, request: Request, now: int) -> bool:
    """The request's headers are complete: its task runs the app, or a 503 where the process has its fill. A `Turn`."""
    state = worker.state
    assert state is not None, "only tracked workers admit"
    is_full = bool(state.limit_concurrency) and state.is_full(state.limit_concurrency)
    state.begun(request, is_connected=request.id in request.group.ledger.in_flight)
    if not is_full:
        return request.plan.handler.begin(worker, request, now)
    request.hops = BEGUN
    amount = 0
    if worker.costs.has_request:
        amount = worker.costs.first_half(request, worker.is_hot) + worker.costs.last_half(request, worker.is_hot)
    if amount:
        worker.compute(request, amount, _reject, now)
        return True
    return _reject(worker, request, now)


def _reject(worker: Worker, request: Request, now: int) -> bool:
    """`flow_control.service_unavailable`: 503, and the connection closes. A `Turn`."""
    assert worker.state is not None, "only tracked workers reject"
    worker.is_hot = True
    request.status = UNAVAILABLE
    request.turn = on_its_way
    request.group.answer(request, now)
    worker.state.answered(request)
    worker.state.ended(request)
    return False
