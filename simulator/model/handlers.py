"""The three kinds of handler: three short ways to run the same steps."""

from abc import ABC, abstractmethod

from simulator.model.events import NORMAL
from simulator.model.request import Request, Stage
from simulator.model.worker import Worker
from simulator.record.stages import Stage as RecordedStage
from simulator.scenario import HandlerKind

BEGUN = -1
"""`hops` of a request whose task has started."""


class Handler(ABC):
    """How the steps of a route use a worker; `cursor` is the step that comes next."""

    def begin(self, worker: Worker, request: Request, now: int) -> bool:
        """The request's task starts: the server's own work before the handler, then `enter`. A `Turn`."""
        request.hops = BEGUN
        if worker.costs.has_request:
            is_hot = worker.is_hot and not self.leaves_processor(request)
            worker.compute(request, worker.costs.first_half(request, is_hot), self.enter, now)
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
        amount, varying, request.cursor, step = request.plan.stretches[request.cursor]
        for computing in varying:
            amount += int(request.row[request.base + computing.draw] * computing.scale)
        if step is None and worker.costs.has_request:
            amount += worker.costs.last_half(request, worker.is_hot)
        then = self.wait if step is not None else answer
        if amount:
            worker.compute(request, amount, then, now)
            return True
        return then(worker, request, now)

    @abstractmethod
    def wait(self, worker: Worker, request: Request, now: int) -> bool:
        """The io step at the cursor. A `Turn`."""


class YieldingHandler(Handler):
    """While one request waits, others run; `woken` is what happens when the wait is over."""

    woken: Stage

    def wait(self, worker: Worker, request: Request, now: int) -> bool:
        """The loop and the GIL are free meanwhile."""
        step = request.plan.steps[request.cursor]
        duration = step.amount if step.draw < 0 else int(request.row[request.base + step.draw] * step.scale)
        request.io += duration
        request.due = now + duration
        request.callbacks = self.woken
        worker.schedule(request, NORMAL, duration)
        if worker.trace is not None:
            place = self.place(worker) if step.place is None else step.place
            worker.trace.enter(now, request.id, RecordedStage.IN_IO, place, now + duration)
        if step.service is not None:
            step.service.enter(now)
        return False

    @abstractmethod
    def place(self, worker: Worker) -> int:
        """Where a request waits that waits at no service."""


class AsyncHandler(YieldingHandler):
    """`async def` that awaits: it holds the loop for CPU only."""

    def __init__(self) -> None:
        self.woken = (self._awaited,)

    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """The coroutine runs in the request's task."""
        request.started = now
        return self.run_turn(worker, request, now)

    def place(self, worker: Worker) -> int:
        """The await hands the loop back, but its task stays with the worker."""
        return worker.place

    def _awaited(self, request: Request) -> None:
        """The loop notices the end at its next poll."""
        _end_io(request)
        request.turn = self.run_turn
        request.worker.call_soon(request, request.due)


def _end_io(request: Request) -> None:
    step = request.plan.steps[request.cursor]
    if step.service is not None:
        step.service.leave(request.due)
    request.cursor += 1


class BlockingHandler(Handler):
    """`async def` with a blocking call: it holds the loop from first step to last."""

    def leaves_processor(self, request: Request) -> bool:
        """A call that blocks in I/O: measured, neither half of such a request's cost is a hot one (c02, c03a, c07)."""
        return request.plan.waits

    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """The coroutine runs in the request's task."""
        request.started = now
        plan = request.plan
        if not worker.merges_turns or plan.uses_services:
            return self.run_turn(worker, request, now)
        # Nobody can look in between and nothing can change: the whole turn is one event, to the same nanosecond.
        cpu, io = plan.totals(request.row, request.base)
        if worker.costs.has_request:
            cpu += worker.costs.last_half(request, worker.is_hot and not plan.waits)
        if not cpu and not plan.waits:
            return answer(worker, request, now)
        request.cpu += cpu
        request.io += io
        worker.merged = request
        request.due = now + cpu + io
        request.callbacks = RAN_IN_ONE
        worker.schedule(request, worker.priority, cpu + io)
        return True

    def wait(self, worker: Worker, request: Request, now: int) -> bool:
        """The call does not return until the wait is over; nothing else runs in this worker meanwhile."""
        step = request.plan.steps[request.cursor]
        request.turn = self._return
        if step.service is not None:
            step.service.enter(now)
        place = worker.place if step.place is None else step.place
        worker.block(request, step.duration(request), place, now)
        return True

    def _return(self, worker: Worker, request: Request, now: int) -> bool:
        _end_io(request)
        return self.run_turn(worker, request, now)


def _ran_in_one(request: Request) -> None:
    worker, now = request.worker, request.due
    worker.merged = None
    worker.is_hot = True
    worker.blocked_area += request.io
    request.server_finished = now
    request.group.answer(request, now)
    worker.go_on(now)


RAN_IN_ONE = (_ran_in_one,)


class ThreadpoolHandler(YieldingHandler):
    """`def`: the steps run in a thread, for which the request needs one of the limiter's tokens."""

    def __init__(self) -> None:
        self.woken = (self._woke,)

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
        amount, varying, request.cursor, _ = request.plan.stretches[request.cursor]
        for computing in varying:
            amount += int(request.row[request.base + computing.draw] * computing.scale)
        if amount:
            worker.compute_in_thread(request, amount, self._computed_in_thread, now)
            return False
        return self._computed_in_thread(worker, request, now)

    def _computed_in_thread(self, worker: Worker, request: Request, now: int) -> bool:
        if request.cursor < len(request.plan.steps):
            return self.wait(worker, request, now)
        request.turn = self._resume
        worker.call_soon(request, now)  # call_soon_threadsafe
        return False

    def place(self, worker: Worker) -> int:
        """The thread sleeps, its token taken."""
        return worker.threads.place

    def _woke(self, request: Request) -> None:
        _end_io(request)
        self.run_in_thread(request.worker, request, request.due)

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
            worker.compute(request, worker.costs.last_half(request, worker.is_hot), answer, now)
            return True
        return answer(worker, request, now)

    def serve(self, worker: Worker, request: Request, now: int) -> None:
        """A waiting request has a token now; its task starts the thread when the loop comes to it."""
        request.turn = self._start_thread
        worker.call_soon(request, now)


def answer(worker: Worker, request: Request, now: int) -> bool:
    """The response is written at once, in the middle of the batch. A `Turn`."""
    worker.is_hot = True
    request.server_finished = now
    request.group.answer(request, now)
    return False


THREADPOOL = ThreadpoolHandler()
HANDLERS: dict[HandlerKind, Handler] = {
    HandlerKind.ASYNC: AsyncHandler(),  # gives the loop back at every await
    HandlerKind.THREADPOOL: THREADPOOL,  # a thread limiter's token for the whole call
    HandlerKind.BLOCKING: BlockingHandler(),  # holds the loop from first step to last
}
assert set(HANDLERS) == set(HandlerKind)
