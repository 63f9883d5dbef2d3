"""A client group's own pool of connections, as an HTTP client or a proxy has one (`max_connections`)."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from simulator.model import waits
from simulator.record.stages import Stage

if TYPE_CHECKING:
    from simulator.model.clients import ClientGroup
    from simulator.model.request import Request


class Outgoing:
    """At most `limit` attempts are on their way at once; the others wait at the client, in order.

    Connections are the group's, also where its requests come from users. The wait for one is `network`.
    """

    def __init__(self, group: "ClientGroup", limit: int) -> None:
        self._group = group
        self._limit = limit
        self._in_use = 0
        self.waiting: OrderedDict[Request, None] = OrderedDict()

    def send(self, request: "Request", now: int) -> None:
        """Set out on a connection, or wait for one."""
        if self._in_use < self._limit:
            self._in_use += 1
            self._group.transport.set_out(request, now)
            return
        self.waiting[request] = None
        request.turn = waits.for_way_out
        if self._group.trace is not None:
            self._group.trace.enter(now, request.id, Stage.CONNECTING, self._group.place)

    def ended(self, request: "Request", now: int) -> None:
        """The attempt is over: whoever waited longest sets out."""
        if request in self.waiting:
            del self.waiting[request]
            return
        self._in_use -= 1
        while self.waiting and self._in_use < self._limit:
            following, _ = self.waiting.popitem(last=False)
            following.network += now - following.sent
            following.turn = None  # type: ignore[assignment]  # as it was made
            self._in_use += 1
            self._group.transport.set_out(following, now)
