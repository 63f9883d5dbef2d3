"""A light HTTP/1.1 client: one thread, timers to some 50 us, connections that say what came of a request."""

import errno
import heapq
import select
import selectors
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from time import monotonic_ns

READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
_MOST_BYTES = 65_536
_LONGEST_WAIT_S = 0.1


Together = Callable[[], AbstractContextManager[None]]


class Timer:
    """Something to do at an instant, unless it is cancelled first."""

    __slots__ = ("action", "at")

    def __init__(self, at: int, action: Callable[[], None]) -> None:
        self.at = at
        self.action: Callable[[], None] | None = action

    def cancel(self) -> None:
        """Do nothing when the time comes."""
        self.action = None


class Wires:
    """The event loop of the client: timers and sockets.

    `together` is entered while several connections are opened that belong together. Waiting is done by `select` on the
    selector's own descriptor, because `epoll` rounds its time-out up to 1 ms.
    """

    def __init__(self, together: Together = nullcontext) -> None:
        self._together = together
        self.selector = selectors.DefaultSelector()
        self._timers: list[tuple[int, int, Timer]] = []
        self._number = 0
        self._opening: list[Wire] = []
        self.now = 0
        """The instant of what is being done: one for all timers that are due together."""
        self.latest_ns = 0
        """By how much the latest timer was late."""
        self.is_over = False

    def at(self, instant: int, action: Callable[[], None]) -> Timer:
        """Call `action` at an instant of the monotonic clock."""
        timer = Timer(instant, action)
        self._number += 1
        heapq.heappush(self._timers, (instant, self._number, timer))
        return timer

    def run(self) -> None:
        """Until somebody sets `is_over`."""
        descriptor = self.selector.fileno()  # epoll and kqueue have one
        while not self.is_over:
            self._fire()
            self._open()
            if self.is_over:
                return
            wait = _LONGEST_WAIT_S
            if self._timers:
                wait = min(wait, max(0.0, (self._timers[0][0] - monotonic_ns()) / 1e9))
            if select.select([descriptor], [], [], wait)[0]:
                self.now = monotonic_ns()
                for key, _ in self.selector.select(0):
                    key.data()

    def _fire(self) -> None:
        timers = self._timers
        self.now = now = monotonic_ns()
        while timers and not self.is_over and timers[0][0] <= now:
            _, _, timer = heapq.heappop(timers)
            if timer.action is not None:
                self.latest_ns = max(self.latest_ns, now - timer.at)
                timer.action()

    def open(self, wire: "Wire") -> None:
        """Connect it when all else that is due now is done."""
        self._opening.append(wire)

    def _open(self) -> None:
        """Connections that belong together come about in one go, and nothing is sent before the last: what lies
        between them at the server decides how many of its workers wake."""
        while self._opening:
            opening, self._opening = self._opening, []
            with self._together() if len(opening) > 1 else nullcontext():
                for wire in opening:
                    wire.connect()
            for wire in opening:
                wire.watch()

    def close(self) -> None:
        """Let go of every socket."""
        for wire in self._opening:
            wire.close()
        for key in list((self.selector.get_map() or {}).values()):
            if isinstance(key.fileobj, socket.socket):
                key.fileobj.close()
        self.selector.close()


Answered = Callable[[int, bytes], None]
"""Called with the status and the `x-server` header; status 0: lost after it stood, -1: no connection came about."""
REFUSED, LOST = -1, 0


class Wire:
    """A connection: one request at a time."""

    def __init__(self, wires: Wires, address: tuple[str, int]) -> None:
        self._wires = wires
        self._address = address
        self._socket: socket.socket | None = None
        self._is_connected = False
        self._code = 0
        self._request = b""
        self._received = b""
        self._answered: Answered | None = None
        self.is_closed = False
        """By either side."""
        self.opened = -1
        """When it was opened, ns of the monotonic clock; -1 where it was not."""
        self.asked = -1
        """`Wires.now` of whoever wanted it open."""
        self.answers = 0
        self.ended = -1
        """When its client had the last answer, its way through the network included."""

    def send(self, request: bytes, answered: Answered, *, acks_late: bool = False) -> None:
        """Connect, if need be, and send. `acks_late`: acknowledge the answer as one does who sends soon after another
        one, whatever time has gone by here."""
        self._request, self._received, self._answered = request, b"", answered
        if acks_late and self._socket is not None and hasattr(socket, "TCP_QUICKACK"):
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 0)
        if self._socket is None:
            made = self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            made.setblocking(False)
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.asked = self._wires.now
            self._wires.open(self)
        else:
            self._write()

    def connect(self) -> None:
        """Nothing but that; `watch` follows."""
        if self._socket is not None:
            self.opened = monotonic_ns()
            self._code = self._socket.connect_ex(self._address)

    def watch(self) -> None:
        """Send when the connection stands."""
        if self._socket is None:
            return
        if self._code in (0, errno.EINPROGRESS):
            self._wires.selector.register(self._socket, WRITE, self._write)
        else:
            self._end(REFUSED)

    def _write(self) -> None:
        assert self._socket is not None, "it was made"
        if not self._is_connected:
            if self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                self._end(REFUSED)
                return
            self._is_connected = True
            self._wires.selector.modify(self._socket, READ, self._read)
        try:
            # Requests are shorter than any socket buffer: they go in one piece.
            self._socket.send(self._request)
        except OSError:
            self._end(LOST)

    def _read(self) -> None:
        assert self._socket is not None, "it was made"
        try:
            data = self._socket.recv(_MOST_BYTES)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._end(LOST)
            return
        self._received += data
        head, blank, body = self._received.partition(b"\r\n\r\n")
        if blank and len(body) >= _length(head):
            self._finish(head)

    def _finish(self, head: bytes) -> None:
        lowered = head.lower()
        answered, self._answered = self._answered, None
        self.answers += 1
        if b"\r\nconnection: close" in lowered:
            self.close()
        if answered is not None:
            answered(int(head[9:12]), _header(lowered, b"x-server"))

    def _end(self, status: int) -> None:
        answered, self._answered = self._answered, None
        self.close()
        if answered is not None:
            answered(status, b"")

    def close(self) -> None:
        """The client, or the server, has done with it; nobody is told."""
        self._answered = None
        self.is_closed = True
        if self._socket is not None:
            with suppress(KeyError, ValueError):
                self._wires.selector.unregister(self._socket)
            self._socket.close()
            self._socket = None


def _header(head: bytes, name: bytes) -> bytes:
    _, found, rest = head.partition(b"\r\n" + name + b": ")
    return rest.partition(b"\r\n")[0] if found else b""


def _length(head: bytes) -> int:
    return int(_header(head.lower(), b"content-length") or 0)
