"""What a step that enqueues must pass: it publishes as its I/O ends."""

from functools import partial
from typing import TYPE_CHECKING

from simulator.model.events import AT_ONCE, NOW

if TYPE_CHECKING:
    from simulator.model.broker import Broker
    from simulator.model.request import Request
    from simulator.model.worker import Worker

UNAVAILABLE = 503


class Enqueue:
    """Has the face of a service's gate, for handlers. A full queue ends the request's steps with a 503.

    Messages are published one after another: those that found room before the queue was full stay.
    """

    def __init__(self, broker: "Broker", task: str, count: int) -> None:
        self._broker = broker
        self._task = broker.tasks[task]
        self._count = count
        self.place = broker.place
        self._ended = self._published

    def ask(self, worker: "Worker", request: "Request", now: int) -> bool:
        """The step at the request's cursor begins: the publisher waits for the broker. A `Turn`."""
        plan = request.plan
        step = plan.steps[request.cursor]
        held = plan.handler.begin_io(worker, request, step, step.duration(request), now)
        request.stage = self._ended
        return held

    def _published(self, request: "Request") -> None:
        """The broker has it, whenever the publisher's loop comes to notice that."""
        self._publish(self._count, request)

    def _publish(self, left: int, request: "Request") -> None:
        """Some of those that are left; then the others, before anything else happens."""
        count = min(left, AT_ONCE)
        if not self._broker.publish(self._task, count, request.id, request.due):
            request.status = UNAVAILABLE
        elif count < left:
            request.stage = partial(self._publish, left - count)
            self._broker.env.post(request, NOW, request.due)
            return
        request.plan.handler.woken(request)

    def step_ended(self, worker: "Worker", request: "Request", now: int) -> None:  # noqa: ARG002  # a gate's face
        """The code behind the step runs: an exception ends the steps where the queue was full."""
        if request.status:
            assert request.plan.failing is not None, "only what has no more steps cannot fail"
            request.plan = request.plan.failing
            request.cursor = 0

    def forget(self, request: "Request", now: int) -> None:
        """Its process is gone: nothing is published."""

    def admit(self, now: int) -> None:
        """Nobody waits here."""
