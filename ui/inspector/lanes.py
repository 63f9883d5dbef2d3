"""Where a request was when, as lanes with bars: what is painted of its life. Pure."""

from dataclasses import dataclass
from enum import Enum
from math import floor, log10

from simulator.record import Stage
from simulator.record.life import Life, Span
from simulator.scenario import HandlerKind


class Lane(Enum):
    """One of the places of a request's life, from top to bottom."""

    CLIENT = "client"
    NETWORK = "network"
    ACCEPT_QUEUE = "accept_queue"
    LOOP = "loop"
    THREAD = "thread"
    POOL = "pool"
    SERVICE = "service"


class Look(Enum):
    """What a bar is, for its colour."""

    LIFE = "life"
    TRAVELLING = "travelling"
    WAITING = "waiting"
    ON_CPU = "on_cpu"
    IN_IO = "in_io"
    HOLDING = "holding"
    """It keeps the loop or a thread while it waits elsewhere."""
    BLOCKING = "blocking"
    """It keeps the loop from everybody, and only waits."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time in a lane."""

    lane: Lane
    look: Look
    begin_ns: int
    end_ns: int

    @property
    def length_ns(self) -> int:
        """How long it lasts."""
        return self.end_ns - self.begin_ns


_BARS = {
    Stage.CONNECTING: (Lane.NETWORK, Look.TRAVELLING),
    Stage.TRAVELLING: (Lane.NETWORK, Look.TRAVELLING),
    Stage.RETURNING: (Lane.NETWORK, Look.TRAVELLING),
    Stage.ACCEPT_QUEUE: (Lane.ACCEPT_QUEUE, Look.WAITING),
    Stage.LOOP_QUEUE: (Lane.LOOP, Look.WAITING),
    Stage.THREAD_QUEUE: (Lane.THREAD, Look.WAITING),
    Stage.POOL_QUEUE: (Lane.POOL, Look.WAITING),
    Stage.SERVICE_QUEUE: (Lane.SERVICE, Look.WAITING),
    Stage.IN_IO: (Lane.SERVICE, Look.IN_IO),
    Stage.ON_CPU: (Lane.LOOP, Look.ON_CPU),
    Stage.CPU_QUEUE: (Lane.LOOP, Look.WAITING),
}


def bars_of(life: Life, handler: HandlerKind) -> tuple[Bar, ...]:
    """The bars of a life, those behind first; bars that follow each other in one lane and look alike are one."""
    bars = [Bar(Lane.CLIENT, Look.LIFE, life.sent_ns, life.end_ns)] if life.length_ns else []
    for span in life.spans:
        for lane, look in _looks(span, handler):
            before = next((number for number in range(len(bars) - 1, -1, -1) if bars[number].lane is lane), None)
            begin = span.begin_ns
            if before is not None and bars[before].look is look and bars[before].end_ns == begin:
                begin = bars.pop(before).begin_ns
            bars.append(Bar(lane, look, begin, span.end_ns))
    return tuple(bars)


def _looks(span: Span, handler: HandlerKind) -> list[tuple[Lane, Look]]:
    lane, look = _BARS.get(span.stage, (Lane.CLIENT, Look.LIFE))
    in_thread = handler is HandlerKind.THREADPOOL and not span.holds_loop
    if span.stage in (Stage.ON_CPU, Stage.CPU_QUEUE) and in_thread:
        return [(Lane.THREAD, look)]
    if span.stage is Stage.IN_IO and span.holds_loop:
        return [(Lane.LOOP, Look.BLOCKING), (lane, look)]
    if span.stage is Stage.IN_IO and in_thread:
        return [(Lane.THREAD, Look.HOLDING), (lane, look)]
    return [(lane, look)]


def ticks(length: float, most: int) -> list[float]:
    """Round numbers from 0 to `length`, at most so many beside 0."""
    if length <= 0:
        return [0.0]
    size: float = 10.0 ** floor(log10(length / most))
    step = next(size * times for times in (1, 2, 5, 10, 20) if length / (size * times) <= most)
    return [number * step for number in range(int(length / step + 1e-9) + 1)]
