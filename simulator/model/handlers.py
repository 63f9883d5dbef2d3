"""The three kinds of handler: three short ways to run the same steps."""

from abc import ABC, abstractmethod

from simulator.model.request import Request
from simulator.model.worker import Worker
from simulator.record.stages import Stage
from simulator.scenario import HandlerKind

BEGUN = -1
"""`hops` of a request whose task has started."""


class Handler(ABC):
    """How the steps of a route use a worker; `cursor` is the step that comes next."""

    def begin(self, worker: Worker, request: Request, now: int) -> bool:
        """The request's task starts: the server's own work before the handler, then `enter`. A `Turn`."""
        request.cursor = 0
        request.hops = BEGUN
        if worker.costs.has_request:
            is_hot = worker.is_hot and not self.leaves_processor(request)
            worker.compute(request, worker.costs.first_half(request, is_hot), self.enter)
            return True
        return self.enter(worker, request, now)

    def leaves_processor(self, request: Request) -> bool:  # noqa: ARG002  # one kind looks at it
        """Whether the loop's thread will wait, off the processor, in the middle of the request's own turn."""
        return False

    @abstractmethod
    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """The call of the handler. A `Turn`."""

    def run_turn(self, worker: Worker, request: Request, now: int) -> bool:
        """On the loop: compute until a step waits or the request is answered. A `Turn`."""
        amount = 0
        steps, cursor = request.plan.steps, request.cursor
        while cursor < len(steps) and not steps[cursor].is_io:
            amount += steps[cursor].duration(request.row)
            cursor += 1
        request.cursor = cursor
        if cursor < len(steps):
            then = self.wait
        else:
            then = _answer
            if worker.costs.has_request:
                amount += worker.costs.last_half(request, worker.is_hot)
        if amount:
            worker.compute(request, amount, then)
            return True
        return then(worker, request, now)

    @abstractmethod
    def wait(self, worker: Worker, request: Request, now: int) -> bool:
        """The io step at the cursor. A `Turn`."""


class AsyncHandler(Handler):
    """`async def` that awaits: it holds the loop for CPU only."""

    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """The coroutine runs in the request's task."""
        request.started = now
        return self.run_turn(worker, request, now)

    def wait(self, worker: Worker, request: Request, now: int) -> bool:
        """Await: the loop is free, and notices the end at its next poll."""
        step = request.plan.steps[request.cursor]
        duration = step.duration(request.row)
        request.io += duration
        request.callbacks = _AWAITED
        worker.schedule(request, 1, duration)
        if worker.trace is not None:
            worker.trace.enter(now, request.id, Stage.IN_IO, worker.place if step.place is None else step.place, now + duration)
        if step.service is not None:
            step.service.enter(now)
        return False


def _awaited(request: Request) -> None:
    worker = request.worker
    now = int(worker.env.now)
    step = request.plan.steps[request.cursor]
    if step.service is not None:
        step.service.leave(now)
    request.cursor += 1
    request.turn = request.plan.run_turn
    worker.call_soon(request, now)


_AWAITED = (_awaited,)


class BlockingHandler(Handler):
    """`async def` with a blocking call: it holds the loop from first step to last."""

    def leaves_processor(self, request: Request) -> bool:
        """A call that blocks in I/O: measured, neither half of such a request's cost is a hot one (c02, c03a, c07)."""
        return request.plan.waits

    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """The coroutine runs in the request's task."""
        request.started = now
        if worker.merges_turns:
            return self._run_in_one(worker, request, now)
        return self.run_turn(worker, request, now)

    def wait(self, worker: Worker, request: Request, now: int) -> bool:
        """The call does not return until the wait is over; nothing else runs in this worker meanwhile."""
        step = request.plan.steps[request.cursor]
        request.turn = self._return
        worker.block(request, step.duration(request.row), worker.place if step.place is None else step.place)
        if step.service is not None:
            step.service.enter(now)
        return True

    def _return(self, worker: Worker, request: Request, now: int) -> bool:
        step = request.plan.steps[request.cursor]
        if step.service is not None:
            step.service.leave(now)
        request.cursor += 1
        return self.run_turn(worker, request, now)

    def _run_in_one(self, worker: Worker, request: Request, now: int) -> bool:
        """Nobody can look in between and nothing can change: the whole turn is one event, to the same nanosecond."""
        cpu, io = request.plan.totals(request.row)
        if io:
            worker.is_hot = False
            worker.is_blocked = True
            if worker.listener.queue:
                worker.listener.offer(now)
        if worker.costs.has_request:
            cpu += worker.costs.last_half(request, worker.is_hot)
        request.cpu += cpu
        request.io += io
        worker.merged = request
        request.callbacks = _RAN_IN_ONE
        worker.schedule(request, 1, cpu + io)
        return True


def _ran_in_one(request: Request) -> None:
    worker = request.worker
    now = int(worker.env.now)
    worker.merged = None
    worker.is_blocked = False
    worker.cpu_ns += now - request.started - request.io
    _answer(worker, request, now)
    worker.go_on(now)


_RAN_IN_ONE = (_ran_in_one,)


class ThreadpoolHandler(Handler):
    """`def`: the steps run in a thread, for which the request needs one of the limiter's tokens."""

    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """run_in_threadpool: a checkpoint, a token, the thread; `thread_calls` of these before the handler's own."""
        request.cursor = -request.plan.thread_calls
        request.turn = self._borrow
        worker.queue(request, now)  # anyio's checkpoint gives up the loop once
        return False

    def _borrow(self, worker: Worker, request: Request, now: int) -> bool:
        if worker.threads.try_borrow(request, now):
            self._start_thread(worker, request, now)
        return False

    def _start_thread(self, worker: Worker, request: Request, now: int) -> bool:
        if request.cursor < 0:  # a def dependency or a response model: its own work is not modelled
            request.turn = self._resume
            worker.queue(request, now)
            return False
        request.started = now
        return self.run_in_thread(worker, request, now)

    def run_in_thread(self, worker: Worker, request: Request, now: int) -> bool:
        """In the thread: go on until a step waits, the processor is wanted, or the call returns."""
        steps, cursor = request.plan.steps, request.cursor
        amount = 0
        while cursor < len(steps) and not steps[cursor].is_io:
            amount += steps[cursor].duration(request.row)
            cursor += 1
        request.cursor = cursor
        if amount:
            worker.compute_in_thread(request, amount, self._computed_in_thread)
            return False
        return self._computed_in_thread(worker, request, now)

    def _computed_in_thread(self, worker: Worker, request: Request, now: int) -> bool:
        if request.cursor < len(request.plan.steps):
            return self.wait(worker, request, now)
        request.turn = self._resume
        worker.call_soon(request, now)  # call_soon_threadsafe
        return False

    def wait(self, worker: Worker, request: Request, now: int) -> bool:
        """The thread sleeps, its token taken; the GIL and the loop are free."""
        step = request.plan.steps[request.cursor]
        duration = step.duration(request.row)
        request.io += duration
        request.callbacks = _THREAD_WOKE
        worker.schedule(request, 1, duration)
        if worker.trace is not None:
            worker.trace.enter(now, request.id, Stage.IN_IO, worker.threads.place if step.place is None else step.place, now + duration)
        if step.service is not None:
            step.service.enter(now)
        return False

    def _resume(self, worker: Worker, request: Request, now: int) -> bool:
        """The loop resumes the request's task: only now is the token given back."""
        served = worker.threads.give_back(now)
        if served is not None:
            self.serve(worker, served, now)
        if request.cursor < 0:
            request.cursor += 1
            request.turn = self._borrow
            worker.queue(request, now)
            return False
        if worker.costs.has_request:
            worker.compute(request, worker.costs.last_half(request, worker.is_hot), _answer)
            return True
        return _answer(worker, request, now)

    def serve(self, worker: Worker, request: Request, now: int) -> None:
        """A waiting request has a token now; its task starts the thread when the loop comes to it."""
        request.turn = self._start_thread
        worker.call_soon(request, now)


def _thread_woke(request: Request) -> None:
    worker = request.worker
    now = int(worker.env.now)
    step = request.plan.steps[request.cursor]
    if step.service is not None:
        step.service.leave(now)
    request.cursor += 1
    HANDLERS[HandlerKind.THREADPOOL].run_in_thread(worker, request, now)


_THREAD_WOKE = (_thread_woke,)


def _answer(worker: Worker, request: Request, now: int) -> bool:
    """The response is written at once, in the middle of the batch."""
    worker.is_hot = True
    request.server_finished = now
    request.group.answer(request, now)
    return False


HANDLERS: dict[HandlerKind, Handler] = {
    HandlerKind.ASYNC: AsyncHandler(),  # gives the loop back at every await
    HandlerKind.THREADPOOL: ThreadpoolHandler(),  # a thread limiter's token for the whole call
    HandlerKind.BLOCKING: BlockingHandler(),  # holds the loop from first step to last
}
assert set(HANDLERS) == set(HandlerKind)
