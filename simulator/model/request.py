"""A request on its way, and the connection it travels on."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from simulator.model.clock import Entry
from simulator.record.requests import NEVER

if TYPE_CHECKING:
    from simulator.model.arrivals import User
    from simulator.model.clients import ClientGroup
    from simulator.model.plan import Program
    from simulator.model.worker import Worker

Stage = Callable[[Any], Entry | None]
"""What is called when a request's event is processed: the next stage of its life.

It may answer with an entry of the clock's queue that is still to be made, in place of making it as its last act.
"""

Turn = Callable[["Worker", "Request", int], bool]
"""One uninterrupted use of the loop by a request, at an instant. True: an event will end it, until then it is held."""

Way = Callable[["Request", int], None]
"""What is done with a request at an instant."""

PickUp = Callable[["Resting", "Worker | None", int], "Request"]
"""What makes a request of one that rested, for the worker that accepts it at an instant, as `Listener.take` does."""

Resting = tuple[PickUp, int, int, int, "Program", Sequence[float], int]
"""All that there is of a plain request while it waits to be accepted; where many wait, they need a third of the memory.

Its `PickUp`, client index, id, sent (and since then it waits), plan, row and base.
"""

SHORTEST_ATTEMPT = 1_000
"""A client that is answered in the instant in which it sent goes on 1 us later, so that every run ends."""


def called_off(_: "Request") -> None:
    """What was scheduled for it does not happen. A `Stage`."""


class Request:
    """One attempt. It is its own event in SimPy's queue, scheduled again for each stage of its life, often from its
    sending on; where many wait, what `simpy.Event` keeps besides would be an eighth of the memory.
    """

    __slots__ = (
        "accept_wait",
        "accepted",
        "attempt",
        "base",
        "connection",
        "cpu",
        "cpu_wait",
        "cursor",
        "due",
        "first_id",
        "first_sent",
        "group",
        "hops",
        "id",
        "io",
        "loop_wait",
        "n",
        "network",
        "plan",
        "pool_wait",
        "row",
        "sent",
        "server_finished",
        "service_wait",
        "since",
        "stage",
        "started",
        "status",
        "thread_wait",
        "turn",
        "user",
        "worker",
    )

    stage: Stage | None
    """What its event calls; None while none is scheduled."""
    id: int
    sent: int
    since: int
    """Since when it waits, where it does."""
    n: int
    """Its number within the group, from 0: the position of its draws; in plain groups nobody asks."""
    base: int
    row: Sequence[float]
    """Unit variates: that of step k is row[base + k]; those that belong to no step lie before the base."""
    plan: "Program"
    """The route's, or what is left of it to run."""
    due: int
    """The instant for which its event is scheduled."""
    turn: Turn  # None before the request is at a worker
    """What it does when the loop comes to it."""
    worker: "Worker"  # None until one has the connection; stages after that rely on it
    connection: "Connection | None"
    status: int
    """HTTP status of an answer that is no success, 503 or 500; 0 while nothing went wrong."""
    first_id: int
    """Of the first attempt."""
    first_sent: int
    """When the first attempt was sent; only further attempts know it."""

    def __init__(self, group: "ClientGroup", user: "User | None" = None) -> None:
        self.group = group
        self.user = user
        self.accepted = self.started = self.server_finished = NEVER
        self.worker = self.turn = self.stage = self.connection = None  # type: ignore[assignment]  # as said above
        self.attempt = 1
        self.cursor = self.hops = self.status = 0
        self.network = self.accept_wait = self.loop_wait = self.thread_wait = self.pool_wait = self.service_wait = 0
        self.cpu_wait = self.cpu = self.io = 0

    @property
    def has_not_begun(self) -> bool:
        """Whether its task has not started, so that it can still get another handler and other steps."""
        return self.hops >= 0


CLOSED = -1
"""`Connection.closes_at` where the server has closed it with its answer."""
BUSY = 1 << 62
"""`Connection.closes_at` while a request is on it: no timer runs."""


class Connection:
    """A TCP connection of one client group, owned for life by the worker that accepted it."""

    __slots__ = ("answered", "answers", "closes_at", "worker")

    def __init__(self) -> None:
        self.worker: Worker | None = None
        self.answers = 0
        self.answered = 0
        """When its client has the last answer."""
        self.closes_at = 0
        """When the keep-alive timer of an idle connection fires at the server."""

    def is_closed(self, now: int) -> bool:
        """Whether the server has closed it by `now`, given that it is idle.

        The timer needs the loop: a blocked worker closes nothing, and bytes that arrive before its next poll win.
        """
        worker = self.worker
        if worker is None:
            return False
        return worker.is_leaving or self.closes_at <= (now if worker.is_asleep else worker.last_poll)
