"""The handlers of background steps, which run behind the answer in the same task: nobody waits for them."""

from simulator.model.handler import Handler
from simulator.model.handlers import AsyncHandler, BlockingHandler, ThreadpoolHandler
from simulator.model.request import Request
from simulator.model.worker import Worker
from simulator.scenario import HandlerKind


class BehindAsync(AsyncHandler):
    """Background steps in an `async def`: the server does nothing around them."""

    def run_turn(self, worker: Worker, request: Request, now: int) -> bool:
        """On the loop, in the task of the request. A `Turn`."""
        return _run_behind(self, worker, request, now)


class BehindBlocking(BlockingHandler):
    """Background steps that block the loop after the client has its answer: others pay."""

    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """Right behind the answer."""
        request.started = now
        return self.run_turn(worker, request, now)

    def run_turn(self, worker: Worker, request: Request, now: int) -> bool:
        """On the loop, without giving it back. A `Turn`."""
        return _run_behind(self, worker, request, now)


class BehindThreadpool(ThreadpoolHandler):
    """Background steps in a `def`: they need a token like every call to the thread pool."""

    def respond(self, worker: Worker, request: Request, now: int) -> bool:
        """There is nobody to answer. A `Turn`."""
        return request.plan.end(worker, request, now)


def _run_behind(handler: Handler, worker: Worker, request: Request, now: int) -> bool:
    amount, varying, request.cursor, step = request.plan.stretches[request.cursor]
    for computing in varying:
        amount += int(request.row[request.base + computing.draw] * computing.scale)
    then = handler.wait if step is not None else request.plan.end
    if amount:
        worker.compute(request, amount, then, now)
        return True
    return then(worker, request, now)


BACKGROUND_HANDLERS: dict[HandlerKind, Handler] = {
    HandlerKind.ASYNC: BehindAsync(),
    HandlerKind.THREADPOOL: BehindThreadpool(),
    HandlerKind.BLOCKING: BehindBlocking(),
}
assert set(BACKGROUND_HANDLERS) == set(HandlerKind)
