"""A message on its way through the broker, and the copies that are made of it."""

from typing import TYPE_CHECKING

from simulator.record.requests import NEVER

if TYPE_CHECKING:
    from simulator.model.consumer import Consumer
    from simulator.model.request import Stage
    from simulator.model.task import Task, TaskPlan


class Message:
    """A message, or a further copy of one. It is its own event, and has the face that services see of a request.

    What is true of the message whatever its copies do is kept at its first copy, the `origin`. Nothing here refers to
    itself: what is processed is to go without a collector.
    """

    __slots__ = (
        "base",
        "consumer",
        "cursor",
        "deliveries",
        "due",
        "executions",
        "first",
        "first_delivered",
        "id",
        "io",
        "is_over",
        "is_stale",
        "n",
        "newest",
        "number",
        "plan",
        "pool_wait",
        "published",
        "request_id",
        "row",
        "service_wait",
        "stage",
        "started",
        "task",
        "turn",
        "unacked_since",
        "worker",
    )

    stage: "Stage | None"

    id: int
    """Of the copy, in the trace; there is none where nobody traces."""
    n: int
    """Its number within its task, from 0: the position of its draws."""
    row: list[float]
    base: int
    plan: "TaskPlan"
    cursor: int
    due: int
    worker: "Consumer"
    """Who has it."""
    first: "Message | None"
    """The first copy; None where this is it."""
    unacked_since: int
    """When it was given to a consumer that has not acknowledged it; NEVER where none owes that."""
    is_stale: bool
    """Whether the broker has given it up, and out again as another copy, while its consumer still has it."""
    newest: "Message"
    """Of an origin of which copies were made: the last of them."""
    first_delivered: int
    consumer: int
    """Of an origin that was delivered: when for the first time, and to whom last."""
    is_over: bool
    """Of an origin: whether the message has come to its end."""

    def __init__(self, task: "Task", number: int, request_id: int, now: int) -> None:
        self.first = self.stage = None
        self.task = task
        self.number = number
        self.request_id = request_id
        self.published = now
        self.deliveries = self.executions = 0
        self.started = self.unacked_since = NEVER
        self.is_over = self.is_stale = False

    @property
    def origin(self) -> "Message":
        """The first copy."""
        return self if self.first is None else self.first

    def again(self) -> "Message":
        """Another copy, in the place of this one or beside it."""
        origin = self.origin
        copy = Message(origin.task, origin.number, origin.request_id, origin.published)
        copy.first = origin
        copy.n = origin.n
        copy.id = getattr(self, "id", 0)
        origin.newest = copy
        return copy
