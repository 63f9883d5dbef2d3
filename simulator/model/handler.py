"""What every kind of handler does with the steps of a route, however it runs them."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from simulator.model.ends import SERVER_ERROR
from simulator.model.events import NORMAL
from simulator.model.request import Request, Stage, Turn
from simulator.model.worker import Worker
from simulator.record.stages import Stage as RecordedStage

if TYPE_CHECKING:
    from simulator.model.plan import PlannedStep

BEGUN = -1
"""`hops` of a request whose task has started."""


class Handler(ABC):
    """How the steps of a route use a worker; `cursor` is the step that comes next.

    A step with a gate asks there before its io begins, and may have to wait; the gate then calls back.
    """

    woken: Stage
    """What happens when the io is over."""
    holds_loop = 0
    """HOLDS_LOOP where a request that waits keeps its worker's loop."""

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
        then = self.wait if step is not None else request.plan.end
        if amount:
            worker.compute(request, amount, then, now)
            return True
        return then(worker, request, now)

    def wait(self, worker: Worker, request: Request, now: int) -> bool:
        """The io step at the cursor. A `Turn`."""
        step = request.plan.steps[request.cursor]
        if step.gate is not None:
            return step.gate.ask(worker, request, now)
        duration = step.amount if step.draw < 0 else int(request.row[request.base + step.draw] * step.scale)
        if step.service is not None:
            step.service.enter(now)
        return self.begin_io(worker, request, step, duration, now)

    @abstractmethod
    def begin_io(self, worker: Worker, request: Request, step: "PlannedStep", duration: int, now: int) -> bool:
        """The io takes `duration` ns. A `Turn`'s answer."""

    # What gates ask

    @abstractmethod
    def hold_on(self, worker: Worker, now: int) -> bool:
        """The request waits, nobody knows for how long. A `Turn`'s answer."""

    @abstractmethod
    def go_on(self, worker: Worker, request: Request, then: Turn, now: int) -> None:
        """What it waited for has come; it goes on with `then`, which may begin its io, or `fail`."""

    def fail(self, worker: Worker, request: Request, now: int) -> bool:
        """An exception ends the steps here. A `Turn`."""
        assert request.plan.failing is not None, "only what has no more steps cannot fail"
        request.status = SERVER_ERROR
        request.plan = request.plan.failing
        request.cursor = 0
        return self.run_turn(worker, request, now)

    def _leave_gate(self, worker: Worker, request: Request, now: int) -> bool:
        """The code behind the io runs: the connection goes back where it is held for a step. A `Turn`."""
        gate = request.plan.steps[request.cursor - 1].gate
        assert gate is not None, "asked before"
        gate.step_ended(worker, request, now)
        return self.run_turn(worker, request, now)


class YieldingHandler(Handler):
    """While one request waits, others run."""

    def begin_io(self, worker: Worker, request: Request, step: "PlannedStep", duration: int, now: int) -> bool:
        """The loop and the GIL are free meanwhile."""
        request.io += duration
        request.due = due = now + duration
        request.stage = self.woken
        worker.post(request, NORMAL, due)
        if worker.trace is not None:
            place = self.place(worker) if step.place is None else step.place
            worker.tell_of(request, now)
            worker.trace.enter(now, request.id, RecordedStage.IN_IO, place, now + duration)
        return False

    def hold_on(self, worker: Worker, now: int) -> bool:  # noqa: ARG002  # one kind looks at it
        """Others have the loop."""
        return False

    @abstractmethod
    def place(self, worker: Worker) -> int:
        """Where a request waits that waits at no service."""


def end_io(request: Request) -> "PlannedStep":
    """The io step at the cursor is over; that step."""
    step = request.plan.steps[request.cursor]
    if step.service is not None:
        step.service.leave(request.due)
    request.cursor += 1
    return step
