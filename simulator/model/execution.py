"""How a consumer runs the steps of a task."""

from typing import TYPE_CHECKING, cast

from simulator.model.events import NORMAL
from simulator.model.handlers import YieldingHandler
from simulator.model.request import Request, Turn
from simulator.model.worker import Worker
from simulator.record.stages import Stage

if TYPE_CHECKING:
    from simulator.model.message import Message


class TaskHandler(YieldingHandler):
    """One step after another; each slot of a consumer has a processor of its own, so that nobody slows it down."""

    def __init__(self) -> None:
        self.woken = (self._woke,)
        self._after_computing = (self._computed,)

    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """The execution begins."""
        return self.run_turn(worker, request, now)

    def run_turn(self, worker: Worker, request: Request, now: int) -> bool:
        """Compute until a step waits or the task returns."""
        amount, varying, request.cursor, _ = request.plan.stretches[request.cursor]
        for computing in varying:
            amount += int(request.row[request.base + computing.draw] * computing.scale)
        if not amount:
            return self._go_on_behind(worker, request, now)
        request.due = now + amount
        request.callbacks = self._after_computing
        worker.schedule(request, NORMAL, amount)
        if worker.trace is not None:
            worker.trace.enter(now, request.id, Stage.ON_CPU, worker.place, now + amount)
        return False

    def _computed(self, request: Request) -> None:
        self._go_on_behind(request.worker, request, request.due)

    def _go_on_behind(self, worker: Worker, request: Request, now: int) -> bool:
        if request.cursor < len(request.plan.steps):
            return self.wait(worker, request, now)
        return request.plan.end(worker, request, now)

    def _woke(self, request: Request) -> None:
        now = request.due
        step = request.plan.steps[request.cursor]
        request.cursor += 1
        if step.service is not None:
            step.service.leave(now)
        elif step.gate is not None:
            step.gate.step_ended(request.worker, request, now)
        self.run_turn(request.worker, request, now)

    def place(self, worker: Worker) -> int:
        """The slot sleeps."""
        return worker.place

    def go_on(self, worker: Worker, request: Request, then: Turn, now: int) -> None:
        """It goes on by itself."""
        then(worker, request, now)

    def fail(self, worker: Worker, request: Request, now: int) -> bool:  # noqa: ARG002  # a `Turn`
        """An exception ends the task."""
        message = cast("Message", request)
        message.worker.executed(message, now, is_failed=True)
        return False


def executed(worker: Worker, request: Request, now: int) -> bool:  # noqa: ARG001  # a `Turn`
    """The task returns, or fails by its failure rate. A `Turn`."""
    message, plan = cast("Message", request), request.plan
    is_failed = plan.failure_draw >= 0 and request.row[request.base + plan.failure_draw] < plan.failure_below
    message.worker.executed(message, now, is_failed=is_failed)
    return False


TASK_HANDLER = TaskHandler()
