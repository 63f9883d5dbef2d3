"""How a consumer runs the steps of a task."""

from typing import TYPE_CHECKING, cast

from simulator.model.events import NORMAL
from simulator.model.handler import YieldingHandler
from simulator.model.request import Request, Turn
from simulator.model.worker import Worker
from simulator.record.stages import Stage

if TYPE_CHECKING:
    from simulator.model.message import Message

SHORTEST_EXECUTION = 1_000
"""An execution that takes no time at all takes 1 us, so that a message that fails for ever does not stop the clock."""


class TaskHandler(YieldingHandler):
    """One step after another; each slot of a consumer has a processor of its own, so that nobody slows it down."""

    def __init__(self) -> None:
        self.woken = self._woke
        self._after_computing = self._computed

    def enter(self, worker: Worker, request: Request, now: int) -> bool:
        """The execution begins."""
        request.cursor = 0
        request.io = request.pool_wait = request.service_wait = 0
        return self.run_turn(worker, request, now)

    def run_turn(self, worker: Worker, request: Request, now: int) -> bool:
        """Compute until a step waits or the task returns."""
        amount, varying, request.cursor, _ = request.plan.stretches[request.cursor]
        for computing in varying:
            amount += int(request.row[request.base + computing.draw] * computing.scale)
        if not amount:
            return self._go_on_behind(worker, request, now)
        request.due = now + amount
        request.stage = self._after_computing
        worker.post(request, NORMAL, request.due)
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


def ran_in_one(request: Request) -> None:
    """An execution that is one step, which nobody looks at. A `Stage`."""
    message, now = cast("Message", request), request.due
    if message.plan.failure_draw >= 0 or now - message.started < SHORTEST_EXECUTION:
        executed(request.worker, request, now)
        return
    consumer = message.worker
    del consumer.running[message]
    consumer.broker.completed(message, now)
    if consumer.reserved:
        consumer.go_on(now)
    else:
        consumer.broker.refill(consumer, now)


TASK_HANDLER = TaskHandler()
