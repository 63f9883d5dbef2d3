"""The clients of a scenario, for a real server: who waits for answers and who does not, with their patience."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic_ns
from typing import NamedTuple, Protocol
from urllib.parse import quote

from simulator.reality.project.wire import LOST, REFUSED, Timer, Wire, Wires

_OK = range(200, 300)
_UNAVAILABLE = 503
_SOON_NS = 40_000_000
"""Linux acknowledges late on a connection on which it sent within 40 ms after it received (TCP_ATO_MIN)."""


class Row(NamedTuple):
    """What the n-th request of a group was drawn to be; times in seconds."""

    path: str
    times: str
    """Of its steps and then its background steps, with commas between."""
    fails: bool = False
    network_s: float = 0.0
    """One way: waited by the client, since there is no network on one machine."""
    think_s: float = 0.0
    jitter: float = 1.0
    """Share of a back-off that is waited."""
    at_s: float = 0.0
    """Since the clients began, for those who send whether they are answered or not."""


class Rows(Protocol):
    """The rows of a group."""

    def first(self, n: int) -> Row | None:
        """Of the n-th request, from 0; None where there is none."""

    def again(self, n: int, row: Row, attempt: int) -> Row:
        """Of a further attempt of it."""


@dataclass(frozen=True)
class Group:
    """One group of clients."""

    name: str
    rows: Rows
    users: int = 0
    """Who wait for their answers; 0: requests are sent at their instants."""
    ramp_s: float = 0.0
    start_s: float = 0.0
    stop_s: float = 0.0
    keep_alive: bool = True
    max_connections: int = 0
    timeout_s: float | None = None
    retries: int = 0
    backoff_s: float = 0.1
    factor: float = 2.0


class User:
    """One of a group's users, on a connection of its own."""

    __slots__ = ("wire",)

    def __init__(self) -> None:
        self.wire: Wire | None = None


class Attempt:
    """One request on its way; instants in ns of the monotonic clock."""

    def __init__(self, group: int, n: int, row: Row, user: User | None, due: int) -> None:
        self.group = group
        self.n = n
        self.row = row
        self.user = user
        self.due = due
        """When it was to be sent."""
        self.attempt = 1
        self.id = self.first_id = 0
        self.sent = self.asked = self.finished = -1
        self.outcome = "unfinished"
        self.status = 0
        self.report = b""
        self.wire: Wire | None = None
        self.patience: Timer | None = None
        self.has_left = False
        """The client gave up."""
        self.is_again = False
        """Sent again because the server was just closing the connection."""

    @property
    def opened(self) -> int:
        """When the connection was opened that it brought about; -1 where it had one."""
        return self.wire.opened if self.wire is not None and self.wire.opened >= self.sent else -1


@dataclass(frozen=True)
class Journal:
    """Where all groups write down what they send, and whom they tell when a request has ended."""

    attempts: list[Attempt]
    """In order of sending."""
    origin: int
    """When the clients began, ns of the monotonic clock."""
    ended: Callable[[], None]


class Sender:
    """A group at work. `header` goes with every request."""

    def __init__(
        self, group: Group, index: int, wires: Wires, address: tuple[str, int], journal: Journal, *, header: bytes = b""
    ) -> None:
        self.group = group
        self.waiting = 0
        """Requests that are in flight, or will be sent again after a back-off."""
        self._to_come = 0
        """First attempts whose time has not come."""
        self._index = index
        self._wires = wires
        self._address = address
        self._journal = journal
        self._tail = header + (b"" if group.keep_alive else b"connection: close\r\n")
        self._next = 0
        self._idle: list[Wire] = []
        self._in_use = 0
        self._queue: deque[Attempt] = deque()

    @property
    def is_done(self) -> bool:
        """Whether it will send nothing more, and waits for nothing."""
        return not self.waiting and not self._to_come

    def begin(self) -> None:
        """Every user in turn, or the first request at its instant."""
        group = self.group
        if group.users:
            for number in range(group.users):
                self._think(User(), self._instant(group.start_s + group.ramp_s * number / group.users))
        else:
            self._schedule()

    def _instant(self, seconds: float) -> int:
        return self._journal.origin + int(seconds * 1e9)

    def _schedule(self) -> None:
        row = self.group.rows.first(self._next)
        if row is None or row.at_s >= self.group.stop_s:
            return
        attempt = Attempt(self._index, self._next, row, None, self._instant(row.at_s))
        self._next += 1

        def send() -> None:
            self._to_come -= 1
            self._schedule()
            self._send(attempt)

        self._to_come += 1
        self._wires.at(attempt.due, send)

    def _think(self, user: User, until: int) -> None:
        if until < self._instant(self.group.stop_s):
            self._to_come += 1
            self._wires.at(until, lambda: self._send_for(user, until))

    def _send_for(self, user: User, due: int) -> None:
        self._to_come -= 1
        row = self.group.rows.first(self._next)
        if row is None:
            self._journal.ended()
            return
        self._next += 1
        self._send(Attempt(self._index, self._next - 1, row, user, due))

    def _send(self, attempt: Attempt) -> None:
        attempt.sent = now = monotonic_ns()
        attempt.asked = self._wires.now
        self._journal.attempts.append(attempt)
        attempt.id = len(self._journal.attempts)
        attempt.first_id = attempt.first_id or attempt.id
        if attempt.attempt == 1:
            self.waiting += 1
        if self.group.timeout_s is not None:
            limit = int(self.group.timeout_s * 1e9)
            attempt.patience = self._wires.at(now + limit, lambda: self._give_up(attempt))
        if self.group.max_connections and self._in_use >= self.group.max_connections:
            self._queue.append(attempt)
            return
        self._in_use += 1
        self._set_out(attempt)

    def _set_out(self, attempt: Attempt) -> None:
        wire = attempt.wire = self._wire(attempt.user)
        way = int(attempt.row.network_s * 1e9) * (1 if wire.answers else 3)
        if way:
            # Those who set out together arrive together, however long it took to draw each of them.
            self._wires.at(self._wires.now + way, lambda: self._dispatch(attempt))
        else:
            self._dispatch(attempt)

    def _wire(self, user: User | None) -> Wire:
        """The user's connection; of others the idle one used last; else a new one."""
        if self.group.keep_alive and user is not None and not self.group.max_connections:
            if user.wire is None or user.wire.is_closed:
                user.wire = Wire(self._wires, self._address)
            return user.wire
        while self._idle:
            wire = self._idle.pop()
            if not wire.is_closed:
                return wire
        return Wire(self._wires, self._address)

    def _dispatch(self, attempt: Attempt) -> None:
        if attempt.has_left:
            return
        assert attempt.wire is not None, "it was given one"
        if attempt.wire.is_closed:
            self._renew(attempt)
        # The network is waited here: that this client hurries is told the system, which else sees one who takes time.
        is_soon = attempt.wire.ended >= 0 and attempt.sent < attempt.wire.ended + _SOON_NS
        attempt.wire.send(
            self._request(attempt.row),
            lambda status, report: self._came_back(attempt, status, report),
            acks_late=is_soon and attempt.row.network_s > 0,
        )

    def _renew(self, attempt: Attempt) -> None:
        attempt.wire = Wire(self._wires, self._address)
        if attempt.user is not None and not self.group.max_connections:
            attempt.user.wire = attempt.wire

    def _request(self, row: Row) -> bytes:
        times = f"x-times: {row.times}\r\n" if row.times else ""
        head = f"GET {quote(row.path)} HTTP/1.1\r\nhost: 127.0.0.1\r\n{times}".encode()
        return head + (b"x-fails: 1\r\n" if row.fails else b"") + self._tail + b"\r\n"

    def _came_back(self, attempt: Attempt, status: int, report: bytes) -> None:
        assert attempt.wire is not None, "it was sent on one"
        if status == LOST and attempt.wire.answers and not attempt.is_again:
            attempt.is_again = True
            self._dispatch(attempt)
            return
        attempt.report = report
        way = int(attempt.row.network_s * 1e9)
        if way and status != REFUSED:
            self._wires.at(monotonic_ns() + way, lambda: self._finish(attempt, status))
        else:
            self._finish(attempt, status)

    def _finish(self, attempt: Attempt, status: int) -> None:
        if attempt.has_left:
            return
        attempt.status = max(status, 0)
        self._end(attempt, _outcome(status))

    def _give_up(self, attempt: Attempt) -> None:
        attempt.has_left = True
        self._end(attempt, "timed_out")

    def _end(self, attempt: Attempt, outcome: str) -> None:
        attempt.outcome = outcome
        attempt.finished = now = monotonic_ns()
        if attempt.patience is not None:
            attempt.patience.cancel()
        self._let_go(attempt)
        if outcome != "completed" and attempt.attempt <= self.group.retries:
            self._try_again(attempt, now)
            return
        self.waiting -= 1
        if attempt.user is not None:
            self._think(attempt.user, now + int(attempt.row.think_s * 1e9))
        self._journal.ended()

    def _let_go(self, attempt: Attempt) -> None:
        """The connection is used again, or closed; whoever waited for a place sets out."""
        wire = attempt.wire
        if wire is None:
            self._queue.remove(attempt)
            return
        wire.ended = attempt.finished
        if wire.asked == attempt.asked and not attempt.has_left:
            # It went to the server as the last of those who sent at its instant was drawn, and no sooner. Patience
            # counts from before that.
            attempt.sent = max(attempt.sent, wire.opened)
        if attempt.outcome != "completed" or not self.group.keep_alive:
            wire.close()
        elif attempt.user is None or self.group.max_connections:
            self._idle.append(wire)
        self._in_use -= 1
        if self._queue:
            self._in_use += 1
            self._set_out(self._queue.popleft())

    def _try_again(self, before: Attempt, now: int) -> None:
        group = self.group
        backoff = group.backoff_s * group.factor ** (before.attempt - 1) * before.row.jitter
        row = group.rows.again(before.n, before.row, before.attempt + 1)
        following = Attempt(self._index, before.n, row, before.user, now + int(backoff * 1e9))
        following.attempt = before.attempt + 1
        following.first_id = before.first_id
        self._wires.at(following.due, lambda: self._send(following))


def _outcome(status: int) -> str:
    if status in _OK:
        return "completed"
    if status == REFUSED:
        return "refused"
    return "rejected" if status == _UNAVAILABLE else "failed"
