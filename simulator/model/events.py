"""Plain SimPy events for what is no request: they are scheduled by whole nanoseconds and can be dropped."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from simpy import Environment
from simpy.events import NORMAL, URGENT, Event, EventPriority

__all__ = ["AT_ONCE", "LATE", "NORMAL", "NOW", "URGENT", "Alarm", "collector_at_rest", "turn_priority"]

NOW = EventPriority(-1)
"""Before all else that is due: something large goes on, which is one event for everybody but who looks at a clock."""
AT_ONCE = 16
"""How much of something large is done in one event: a window that steps the model may look at its clock then."""

LATE = EventPriority(1 << 16)
"""At one instant: changes (URGENT), then what comes by itself (NORMAL), then turns, then who looks at it all."""


def turn_priority(worker: int) -> EventPriority:
    """Of the events of a worker's turns: at one instant they come in the order of the workers' numbers.

    So it makes no difference whether a turn is one event or several.
    """
    return EventPriority(NORMAL + worker)


class Alarm(Event):
    """Calls `ring(now)` at its instant, unless it was dropped before."""

    __slots__ = ("_at", "_ring", "env", "stage")

    def __init__(self, env: Environment, ring: Callable[[int], None]) -> None:
        self.env = env
        self._ring: Callable[[int], None] | None = ring

    def set(self, at: int, priority: EventPriority = NORMAL) -> "Alarm":
        """Ring at `at`; only when it is not set already."""
        self._at = at
        self.stage: Any = self._rang
        self.env.schedule(self, priority, at - self.env.now)
        return self

    def drop(self) -> None:
        """Never ring (SimPy has no way to take an event back, so it stays in the queue and does nothing)."""
        self._ring = None

    def _rang(self, _: Event) -> None:
        if self._ring is not None:
            self._ring(self._at)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Nothing that is processed leaves cycles behind; to look for some in a long queue takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
