"""Requests whose clients have left: nothing is cancelled at the server, which goes on with what it has of them."""

from typing import TYPE_CHECKING

from simulator.model.events import Alarm
from simulator.model.request import BUSY, Request, called_off
from simulator.model.server_state import ServerState
from simulator.model.waits import for_way_out, on_its_way
from simulator.record.requests import NEVER
from simulator.record.stages import Stage

if TYPE_CHECKING:
    from simulator.model.clients import ClientGroup
    from simulator.model.plan import Program


class Orphans:
    """Has the face that the server sees of a client group, but there is nobody behind it."""

    def __init__(self, group: "ClientGroup") -> None:
        self._group = group
        self.index = group.index
        self.place = group.place
        self.ledger = group.ledger
        self.listener = group.listener
        self.post = group.post
        self.trace = group.trace
        self.arrived = self._arrive
        self.answered = self.answer

    def _take(self, request: Request) -> None:
        request.group = self  # type: ignore[assignment]  # the same face
        self.ledger.orphaned(request)

    def leave(self, request: Request, now: int) -> bool:
        """A client leaves; whether the server has its request, or will have it, and does not know of that."""
        stage = request.stage
        has_left_server = request.server_finished != NEVER or request.turn is on_its_way
        has_not_set_out = request.turn is for_way_out
        if has_left_server or has_not_set_out or self.listener.syns.forget(request):
            is_behind = False
        elif request.worker is not None or stage is None:
            self._take(request)
            if request.worker is not None and request.worker.state is not None:
                self._hang_up(request, request.worker.state, now)
            return True
        else:
            is_behind = stage is self._group.transport.arrived and request.since <= now
        if is_behind:
            self._take(request)
        request.stage = self.arrived if is_behind else called_off
        return is_behind

    def _hang_up(self, request: Request, state: ServerState, now: int) -> None:
        """The server notices at a poll that the connection is closed; its task knows nothing of that."""
        worker = request.worker
        Alarm(self._group.env, lambda at: worker.call_at_poll(lambda _: state.lost(request), at)).set(
            now + self._group.transport.mean_time
        )

    def _arrive(self, request: Request) -> None:
        """What a client sent before it left arrives behind it."""
        now, connection = request.due, request.connection
        if connection is None or connection.worker is None:
            self.listener.arrive(request, now)
            if not self.listener.open_sockets or self.listener.syns.forget(request):
                self._vanish(request, now)
        elif connection.is_closed(now):
            self._vanish(request, now)
        else:
            connection.closes_at = BUSY
            request.worker = connection.worker
            request.turn = request.plan.begin
            connection.worker.call_soon(request, now)

    def answer(self, request: Request, now: int) -> None:
        """`send` returns silently."""
        self._vanish(request, now)

    def lose(self, request: Request, now: int, status: int = 0) -> None:  # noqa: ARG002  # nobody is told
        """The process is gone that had it."""
        request.stage = called_off
        self._vanish(request, now)

    def refuse(self, request: Request, now: int) -> None:
        """Nobody listens, and nobody tries again."""

    def refused(self, request: Request, now: int) -> None:
        """Nobody is told."""

    def handshake(self, request: Request) -> int:
        """As for its group."""
        return self._group.handshake(request)

    def redraw(self, request: Request, plan: "Program") -> None:
        """As for its group."""
        self._group.redraw(request, plan)

    def _vanish(self, request: Request, now: int) -> None:
        self.ledger.settled(request)
        if self.trace is not None:
            self.trace.enter(
                now, request.id, Stage.DONE, self.place if request.worker is None else request.worker.place
            )
