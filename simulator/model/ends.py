"""How a request's task ends: the answer, and what runs behind it. Each is a `Turn`."""

from typing import TYPE_CHECKING

from simulator.model.request import Request
from simulator.record.stages import Stage

if TYPE_CHECKING:
    from simulator.model.worker import Worker

SERVER_ERROR = 500


def answer(worker: "Worker", request: Request, now: int) -> bool:
    """The response is written at once, in the middle of the batch."""
    if worker.give_way(request, _write, now):
        return True
    worker.write(request, now)
    return False


def _write(worker: "Worker", request: Request, now: int) -> bool:
    worker.write(request, now)
    return False


def answer_in_full(worker: "Worker", request: Request, now: int) -> bool:
    """Fail now and then, give back what was held for the whole request, answer, and go on behind the answer."""
    plan = request.plan
    if plan.failure_draw >= 0 and request.row[request.base + plan.failure_draw] < plan.failure_below:
        request.status = SERVER_ERROR
    for pool in worker.pools.values():
        pool.give_back(request, now)
    if worker.give_way(request, _write_in_full, now):
        return True
    return _write_in_full(worker, request, now)


def _write_in_full(worker: "Worker", request: Request, now: int) -> bool:
    background = None if request.status else request.plan.background
    if background is None:
        worker.write(request, now)
        return False
    # Before the answer, so that the worker does not think that it is ready with everything.
    behind = Background(request, now)
    if worker.state is not None:
        worker.state.goes_on(behind)
    worker.write(request, now)
    if worker.trace is not None:
        worker.trace.goes_on_behind(request.id, Stage.BACKGROUND)
    return background.handler.enter(worker, behind, now)


def end_background(worker: "Worker", behind: Request, now: int) -> bool:
    """The task is over."""
    for pool in worker.pools.values():
        pool.give_back(behind, now)
    behind.group.ledger.behind.pop(behind)
    if worker.state is not None:
        worker.state.ended(behind)
    if worker.trace is not None:
        worker.trace.enter(now, behind.id, Stage.DONE, worker.place)
    return False


class Background(Request):
    """The background steps of a request, which run in its task after its answer; it has the request's id and draws."""

    __slots__ = ()

    def __init__(self, request: Request, now: int) -> None:
        plan = request.plan.background
        assert plan is not None, "asked before"
        super().__init__(request.group)
        self.plan, self.row, self.base = plan, request.row, request.base
        self.sent = self.since = now
        self.id = request.id
        self.worker = request.worker
        self.hops = -1
        request.group.ledger.behind[self] = None
