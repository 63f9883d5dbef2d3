"""The three kinds of handler: three short ways to run the same steps."""

from typing import TYPE_CHECKING

from simulator.model import waits
from simulator.model.ends import SERVER_ERROR, answer
from simulator.model.handler import Handler, YieldingHandler, end_io
from simulator.model.request import Request, Turn
from simulator.model.worker import Worker, unblocked
from simulator.record.stages import HOLDS_LOOP
from simulator.scenario import HandlerKind

if TYPE_CHECKING:
    from simulator.model.plan import PlannedStep


class AsyncHandler(YieldingHandler):
    """`async def` that awaits: it holds the loop for CPU only."""

    def __init__(self) -> None:
        self.woken = self._awaited

    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """The coroutine runs in the request's task."""
        request.started = now
        return self.run_turn(worker, request, now)

    def place(self, worker: Worker) -> int:
        """The await hands the loop back, but its task stays with the worker."""
        return worker.place

    def _awaited(self, request: Request) -> None:
        """The loop notices the end at its next poll."""
        request.turn = self.run_turn if end_io(request).gate is None else self._leave_gate
        request.worker.call_soon(request, request.due)

    def go_on(self, worker: Worker, request: Request, then: Turn, now: int) -> None:
        """Its future is done: it goes on when the loop comes to it."""
        request.turn = then
        worker.call_soon(request, now)


class BlockingHandler(Handler):
    """`async def` with a blocking call: it holds the loop from first step to last."""

    holds_loop = HOLDS_LOOP

    def __init__(self) -> None:
        self.woken = unblocked

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
            return plan.end(worker, request, now)
        request.cpu += cpu
        request.io += io
        worker.merged = request
        request.due = now + cpu + io
        request.stage = ran_in_one if plan.end is answer else _ran_to_its_end
        worker.post(request, worker.priority, request.due)
        return True

    def begin_io(self, worker: Worker, request: Request, step: "PlannedStep", duration: int, now: int) -> bool:
        """The call does not return until the wait is over; nothing else runs in this worker meanwhile."""
        request.turn = self._return
        place = worker.place if step.place is None else step.place
        worker.block(request, duration, place, now)
        return True

    def hold_on(self, worker: Worker, now: int) -> bool:
        """So it does while it waits for a connection, or for a place in a service."""
        if not worker.is_blocked:
            worker.halt(now)
        return True

    def go_on(self, worker: Worker, request: Request, then: Turn, now: int) -> None:
        """Its thread, which sleeps in the call, sees to it at once: from one wait to the next it needs no loop."""
        then(worker, request, now)

    def fail(self, worker: Worker, request: Request, now: int) -> bool:
        """The call raises; where it slept in it, it wakes first. A `Turn`."""
        if not worker.is_blocked:
            return super().fail(worker, request, now)
        request.turn = self.fail
        worker.unblock(request, now)
        return True

    def _return(self, worker: Worker, request: Request, now: int) -> bool:
        if end_io(request).gate is None:
            return self.run_turn(worker, request, now)
        return self._leave_gate(worker, request, now)


def ran_in_one(request: Request) -> None:
    """A blocking turn that was one event is over; a plain answer ends it. A `Stage`."""
    worker, now = request.worker, request.due
    worker.merged = None
    worker.blocked_area += request.io
    # As in `Worker.write`, written out: every request comes by here.
    worker.is_hot = True
    request.server_finished = now
    answered = request.group.answered
    answered(request, now)
    worker.go_on(now)


def _ran_to_its_end(request: Request) -> None:
    worker, now = request.worker, request.due
    worker.merged = None
    worker.is_blocked = False
    worker.blocked_area += request.io
    if not request.plan.end(worker, request, now):
        worker.go_on(now)


class ThreadpoolHandler(YieldingHandler):
    """`def`: the steps run in a thread, for which the request needs one of the limiter's tokens."""

    def __init__(self) -> None:
        self.woken = self._woke

    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """run_in_threadpool: a checkpoint, a token, the thread; `thread_calls` of these before the handler's own."""
        request.cursor = -request.plan.thread_calls
        request.turn = self._borrow
        worker.queue(request, now)  # anyio's checkpoint gives up the loop once
        return False

    def _borrow(self, worker: Worker, request: Request, now: int) -> bool:
        if worker.threads.try_borrow(request, now):
            self.start_thread(worker, request, now)
        else:
            request.turn = waits.for_token
        return False

    def start_thread(self, worker: Worker, request: Request, now: int) -> bool:
        """The request's task has a token. A `Turn`."""
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
        gate = end_io(request).gate
        if gate is not None:
            gate.step_ended(request.worker, request, request.due)
        self.run_in_thread(request.worker, request, request.due)

    def go_on(self, worker: Worker, request: Request, then: Turn, now: int) -> None:
        """The thread that slept goes on by itself."""
        then(worker, request, now)

    def fail(self, worker: Worker, request: Request, now: int) -> bool:
        """The call in the thread raises."""
        assert request.plan.failing is not None, "only what has no more steps cannot fail"
        request.status = SERVER_ERROR
        request.plan = request.plan.failing
        request.cursor = 0
        return self.run_in_thread(worker, request, now)

    def _resume(self, worker: Worker, request: Request, now: int) -> bool:
        """The loop resumes the request's task: only now is the token given back."""
        served = worker.threads.give_back(now)
        if served is not None:
            serve(worker, served, now)
        if request.cursor < 0:
            request.cursor += 1
            request.turn = self._borrow
            worker.queue(request, now)
            return False
        return self.respond(worker, request, now)

    def respond(self, worker: Worker, request: Request, now: int) -> bool:
        """The rest of the task, on the loop. A `Turn`."""
        if worker.costs.has_request:
            worker.compute(request, worker.costs.last_half(request, worker.is_hot), request.plan.end, now)
            return True
        return request.plan.end(worker, request, now)


def serve(worker: Worker, request: Request, now: int) -> None:
    """A waiting request has a token now; its task starts the thread when the loop comes to it."""
    handler = request.plan.handler
    assert isinstance(handler, ThreadpoolHandler), "only such handlers wait for tokens"
    request.turn = handler.start_thread
    worker.call_soon(request, now)


HANDLERS: dict[HandlerKind, Handler] = {
    HandlerKind.ASYNC: AsyncHandler(),  # gives the loop back at every await
    HandlerKind.THREADPOOL: ThreadpoolHandler(),  # a thread limiter's token for the whole call
    HandlerKind.BLOCKING: BlockingHandler(),  # holds the loop from first step to last
}
assert set(HANDLERS) == set(HandlerKind)
