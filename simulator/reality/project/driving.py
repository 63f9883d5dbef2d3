"""All groups of clients against one address, bounded in time and in number."""

import gc
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from time import monotonic_ns, thread_time_ns

from simulator.reality.project.clients import Attempt, Group, Journal, Sender
from simulator.reality.project.wire import Together, Wires

MOST_ATTEMPTS = 500_000
_TICK_NS = 100_000_000
_LEAD_NS = 20_000_000

Tick = Callable[[float], bool]
"""Called ten times a second with the seconds since the clients began; whether to go on."""


@dataclass
class Driven:
    """What the clients saw."""

    attempts: list[Attempt] = field(default_factory=list)
    """In order of sending."""
    origin: int = 0
    """When the clients began, ns of the monotonic clock."""
    lasted_s: float = 0.0
    cpu_s: float = 0.0
    """Processor time of the clients."""
    is_whole: bool = True
    """Whether it came to its end, rather than being cut."""


def drive(
    address: tuple[str, int],
    groups: Sequence[Group],
    *,
    duration_s: float,
    drain_s: float = 0.0,
    events: Sequence[tuple[float, Callable[[], None]]] = (),
    tick: Tick = lambda _: True,
    says_origin: bool = False,
    stays: bool = False,
    header: bytes = b"",
    most: int = MOST_ATTEMPTS,
    together: Together = nullcontext,
) -> Driven:
    """Let the groups send for `duration_s`; then wait for answers for up to `drain_s`. `events` happen meanwhile.

    `header` goes with every request, a whole line. `stays`: for all of `duration_s`, though nothing more is to be sent,
    since somebody behind the server is at work. `together` is entered while connections of one instant are opened.
    """
    drive = _Drive(duration_s, drain_s, tick, most, stays=stays, wires=Wires(together))
    if says_origin:
        header += f"x-origin: {drive.driven.origin}\r\n".encode()
    for index, group in enumerate(groups):
        drive.add(group, index, address, header)
    for seconds, action in events:
        drive.wires.at(drive.instant(seconds), action)
    drive.run()
    return drive.driven


class _Drive:
    """The clock of all groups, and when it is over."""

    def __init__(self, duration_s: float, drain_s: float, tick: Tick, most: int, *, stays: bool, wires: Wires) -> None:
        self.wires = wires
        self.driven = Driven(origin=monotonic_ns() + _LEAD_NS)
        self._end = self.instant(duration_s)
        self._last = self.instant(duration_s + drain_s)
        self._tick = tick
        self._most = most
        self._stays = stays
        self._senders: list[Sender] = []

    def instant(self, seconds: float) -> int:
        """Of the monotonic clock, so long after the clients began."""
        return self.driven.origin + int(seconds * 1e9)

    def add(self, group: Group, index: int, address: tuple[str, int], header: bytes) -> None:
        """The group begins with the others."""
        journal = Journal(self.driven.attempts, self.driven.origin, self._ended)
        sender = Sender(group, index, self.wires, address, journal, header=header)
        self._senders.append(sender)
        sender.begin()

    def run(self) -> None:
        """To the end."""
        driven = self.driven
        for instant, action in ((driven.origin, self._ticked), (self._end, self._ended), (self._last, self._stop)):
            self.wires.at(instant, action)
        was_enabled = gc.isenabled()
        # A collection in the middle would be an answer that came late.
        gc.disable()
        began = thread_time_ns()
        try:
            self.wires.run()
        finally:
            driven.cpu_s = (thread_time_ns() - began) / 1e9
            driven.lasted_s = max(0.0, (monotonic_ns() - driven.origin) / 1e9)
            self.wires.close()
            if was_enabled:
                gc.enable()

    def _ended(self) -> None:
        """An attempt, or the time to send: perhaps that was all."""
        if len(self.driven.attempts) >= self._most:
            self._cut()
        elif self._is_all():
            self._stop()

    def _is_all(self) -> bool:
        if monotonic_ns() >= self._end:
            return not any(sender.waiting for sender in self._senders)
        return not self._stays and all(sender.is_done for sender in self._senders)

    def _ticked(self) -> None:
        now = monotonic_ns()
        if not self._tick((now - self.driven.origin) / 1e9):
            self._cut()
        self.wires.at(now + _TICK_NS, self._ticked)

    def _cut(self) -> None:
        self.driven.is_whole = False
        self._stop()

    def _stop(self) -> None:
        self.wires.is_over = True
