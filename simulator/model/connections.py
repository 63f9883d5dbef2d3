"""The pool of connections that one worker has to one service."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from simulator.model import waits
from simulator.record.stages import Stage

if TYPE_CHECKING:
    from simulator.model.patience import Patience
    from simulator.model.request import Request, Turn
    from simulator.model.worker import Worker


class Pool:
    """SQLAlchemy's QueuePool: `pool_size` connections and `max_overflow` more, one pool a process.

    Who finds none waits in order of arrival. Opening and closing costs nothing here.
    """

    __slots__ = (
        "_then",
        "holders",
        "patience",
        "place",
        "size",
        "size_area",
        "taken_area",
        "trace",
        "waiting",
        "waiting_area",
        "worker",
    )

    def __init__(self, worker: "Worker", name: str, size: int, then: "Turn") -> None:
        self.worker = worker
        self.size = size
        self._then = then
        """How a request goes on that has a connection."""
        self.holders: set[Request] = set()
        self.waiting: OrderedDict[Request, int] = OrderedDict()
        """Since when each waits."""
        self.size_area = -size * worker.born
        """The size's time integral is `size_area + size * now`; likewise for holders and waiting."""
        self.taken_area = self.waiting_area = 0
        self.patience: Patience | None = None
        """Of those who wait, with the time-out that holds for who comes now."""
        self.trace = worker.trace
        self.place = self.trace.place(f"{worker.name}/pool:{name}") if self.trace else 0

    def try_take(self, request: "Request", now: int) -> bool:
        """Have a connection, or wait for one."""
        if request in self.holders:
            return True
        if len(self.holders) < self.size and not self.waiting:
            self.holders.add(request)
            self.taken_area -= now
            return True
        self.waiting[request] = now
        self.waiting_area -= now
        request.turn = waits.for_pool
        return False

    def show_waiting(self, request: "Request", now: int) -> None:
        """Tell the trace."""
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.POOL_QUEUE | request.plan.handler.holds_loop, self.place)

    def give_back(self, request: "Request", now: int) -> None:
        """Have no connection any more; who waited longest has it now, and goes on."""
        if request not in self.holders:
            return
        self.holders.remove(request)
        self.taken_area += now
        self._serve(now)

    def forget(self, request: "Request", now: int) -> None:
        """The worker is gone, and with it who waits here."""
        if self.waiting.pop(request, None) is not None:
            self.waiting_area += now

    def areas(self, now: int) -> tuple[int, int]:
        """Time integrals of connections taken, and of all there could be."""
        return self.taken_area + len(self.holders) * now, self.size_area + self.size * now

    def die(self, now: int) -> None:
        """The process is gone, and its connections with it."""
        self.taken_area += len(self.holders) * now
        self.waiting_area += len(self.waiting) * now
        self.holders.clear()
        self.waiting.clear()

    def set_size(self, size: int, now: int) -> None:
        """As many connections from now on; those in use too many go when they are given back."""
        self.size_area += (self.size - size) * now
        self.size = size
        self._serve(now)

    def _serve(self, now: int) -> None:
        while self.waiting and len(self.holders) < self.size:
            request = next(iter(self.waiting))
            self.stop_waiting(request, now)
            self.holders.add(request)
            self.taken_area -= now
            request.plan.handler.go_on(self.worker, request, self._then, now)

    def waits_still(self, request: "Request", since: int) -> bool:
        """Whether it has waited since then."""
        return self.waiting.get(request) == since

    def stop_waiting(self, request: "Request", now: int) -> None:
        """It has a connection, or gives up."""
        request.pool_wait += now - self.waiting.pop(request)
        self.waiting_area += now
        request.turn = self._then
