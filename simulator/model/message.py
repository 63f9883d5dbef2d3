"""A message on its way through the broker, and the copies that are made of it."""

from typing import TYPE_CHECKING

from simulator.model.request import Request
from simulator.record.requests import NEVER

if TYPE_CHECKING:
    from simulator.model.consumer import Consumer
    from simulator.model.task import Task, TaskPlan


class Message(Request):
    """A message, or a further copy of one. It is its own SimPy event, and has the face that services see of a request.

    What is true of the message whatever its copies do is kept at its first copy, the `origin`.
    """

    __slots__ = (
        "consumer",
        "deliveries",
        "delivery",
        "executions",
        "first_delivered",
        "is_over",
        "is_stale",
        "newest",
        "number",
        "origin",
        "published",
        "request_id",
        "running",
        "task",
        "unacked_since",
    )

    id: int
    """Of the copy, in the trace; 0 where nobody traces."""
    plan: "TaskPlan"
    worker: "Consumer"  # type: ignore[assignment]  # who has it; the same face
    unacked_since: int
    """When it was given to a consumer that has not acknowledged it; NEVER where none owes that."""
    is_stale: bool
    """Whether the broker has given it up, and out again as another copy, while its consumer still has it."""
    newest: "Message"
    """Of an origin: the copy that was made last."""
    running: "Message | None"
    """Of an origin: the copy whose execution began last, while it lasts."""
    is_over: bool
    """Of an origin: whether the message has come to its end."""

    def __init__(self, task: "Task", number: int, request_id: int, now: int) -> None:  # as Request does: no super
        self._ok = True
        self.origin = self.newest = self
        self.task = task
        self.number = number
        self.request_id = request_id
        self.published = now
        self.n = number
        self.id = self.deliveries = self.executions = self.consumer = self.cursor = self.base = 0
        self.delivery = 1
        self.first_delivered = self.started = self.unacked_since = NEVER
        self.is_over = self.is_stale = False
        self.running = None
        self.callbacks = ()
        self.io = self.pool_wait = self.service_wait = self.status = 0

    def again(self) -> "Message":
        """Another copy, in the place of this one or beside it."""
        origin = self.origin
        copy = Message(origin.task, origin.number, origin.request_id, origin.published)
        copy.origin = origin
        copy.n = origin.n
        copy.id = self.id
        return copy
