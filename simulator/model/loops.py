"""The two event loops: what one pass over ready callbacks is, and how each accepts connections."""

from simulator.model.request import Request
from simulator.model.worker import Worker
from simulator.record.stages import Stage

# accept -> a task makes the protocol -> connection_made, add_reader -> the next poll sees the request's bytes.
FURTHER_ITERATIONS = 3
MADE_BEFORE = 2
"""`hops` left when connection_made runs: an iteration before the request's bytes are seen."""


class AsyncioLoop(Worker):
    """asyncio's selector loop: poll, then exactly the callbacks that were ready; accept() until the queue is empty."""

    __slots__ = ()

    def go_on(self, now: int) -> None:
        """Run turns until one holds the loop or nothing is ready."""
        while True:
            if not self.left:
                self.last_poll = now
                self.left = len(self.ready)
                if self.listener.queue and self.accepts:
                    if self._accept_all(now):
                        return
                elif not self.left:
                    self.is_asleep = True
                    self.is_hot = False
                    self.busy_area += now
                    if self.accepts:
                        self.listener.idle.append(self)
                    return
                continue
            self.left -= 1
            request = self.ready.popleft()
            self.loop_area += now
            request.loop_wait += now - request.since
            turn = request.turn
            if turn(self, request, now):
                return

    def accepted(self, request: Request, now: int) -> bool:
        """The only connection there is: drained in one go."""
        self.listener.won(self, now)
        self.connecting.append(request)
        self.loop_area -= now
        if self.costs.has_connection:
            return self.connect_next(now)
        # Even where accepting costs nothing, what arrives at this very instant is there before the loop goes on.
        request.due = now
        request.stage = _go_on_connecting
        self.post(request, self.priority, now)
        return True

    def _accept_all(self, now: int) -> bool:
        # asyncio accepts until EAGAIN: the worker that wakes takes the whole queue, also what it cannot serve.
        listener = self.listener
        for _ in range(len(listener.queue)):
            request = listener.take(self, now)
            self.connecting.append(request)
            self.loop_area -= now
            if self.trace is not None:
                self.trace.enter(now, request.id, Stage.LOOP_QUEUE, self.place)
        listener.won(self, now)
        return self.connect_next(now)

    def connect_next(self, now: int) -> bool:
        """Make the protocol objects of accepted connections, one after another; a `Turn`'s answer."""
        while self.connecting:
            request = self.connecting.popleft()
            self.loop_area += now
            request.loop_wait += now - request.since
            if self.costs.has_connection:
                self.compute(request, self.costs.accepting(request, self.is_hot), _connected, now)
                return True
            _await_iterations(self, request, now)
        return False


class UvloopLoop(Worker):
    """libuv: one connection an iteration, and only when nothing else is ready; it is connected at once."""

    __slots__ = ()

    def go_on(self, now: int) -> None:
        """Run turns until one holds the loop or nothing is ready."""
        self.last_poll = now
        ready = self.ready
        while True:
            if ready:
                request = ready.popleft()
                self.loop_area += now
                request.loop_wait += now - request.since
                turn = request.turn
                if turn(self, request, now):
                    return
            elif self.listener.queue and self.accepts:
                request = self.listener.take(self, now)
                turn = self.greeting or request.plan.begin
                if turn(self, request, now):
                    return
            else:
                self.is_asleep = True
                self.is_hot = False
                self.busy_area += now
                if self.accepts:
                    self.listener.idle.append(self)
                return

    @property
    def greets(self) -> bool:
        """A connection is connected at once."""
        return self.costs.has_connection

    def accepted(self, request: Request, now: int) -> bool:
        """Begin with one connection that was just accepted."""
        if self.costs.has_connection:
            self.compute(request, self.costs.accepting(request, self.is_hot), _begin, now)
            return True
        begin = request.plan.begin
        return begin(self, request, now)


def _begin(worker: Worker, request: Request, now: int) -> bool:
    return request.plan.begin(worker, request, now)


def _go_on_connecting(request: Request) -> None:
    worker, now = request.worker, request.due
    if not _connect_next(worker, now):
        worker.go_on(now)


def _connected(worker: Worker, request: Request, now: int) -> bool:
    _await_iterations(worker, request, now)
    return _connect_next(worker, now)


def _connect_next(worker: Worker, now: int) -> bool:
    assert isinstance(worker, AsyncioLoop), "only asyncio connects in steps"
    return worker.connect_next(now)


def _await_iterations(worker: Worker, request: Request, now: int) -> None:
    """The protocol object exists; what is left of its way to the handler takes no time, only iterations."""
    request.hops = FURTHER_ITERATIONS
    request.turn = _hop if worker.state is None else _counted_hop
    worker.queue(request, now)


def _hop(worker: Worker, request: Request, now: int) -> bool:
    request.hops -= 1
    if request.hops:
        worker.queue(request, now)
        return False
    return request.plan.begin(worker, request, now)


def has_connection(request: Request) -> bool:
    """Whether connection_made has run for a request that waits at a worker that counts."""
    return request.turn is not _counted_hop or request.hops < MADE_BEFORE


def _counted_hop(worker: Worker, request: Request, now: int) -> bool:
    if request.hops == MADE_BEFORE:
        assert worker.state is not None, "as asked before"
        worker.state.made()
    return _hop(worker, request, now)
