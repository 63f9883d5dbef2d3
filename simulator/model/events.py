"""Plain SimPy events for what is no request: they are scheduled by whole nanoseconds and can be dropped."""

from collections.abc import Callable
from typing import Any

from simpy import Environment
from simpy.events import Event

URGENT, NORMAL, LATE = 0, 1, 2
"""At one instant: changes and faults first, then what happens, then who looks at it."""


class Alarm(Event):
    """Calls `ring(now)` at its instant, unless it was dropped before."""

    __slots__ = ("_defused", "_env", "_ok", "_ring", "_value", "callbacks", "env")

    def __init__(self, env: Environment, ring: Callable[[int], None]) -> None:
        self._ok = True
        self._env = env
        self._ring: Callable[[int], None] | None = ring

    def set(self, at: int, priority: int = NORMAL) -> "Alarm":
        """Ring at `at`; only when it is not set already."""
        self.callbacks: Any = (self._rang,)
        self._env.schedule(self, priority, at - self._env.now)
        return self

    def drop(self) -> None:
        """Never ring (SimPy has no way to take an event back, so it stays in the queue and does nothing)."""
        self._ring = None

    def _rang(self, _: Event) -> None:
        if self._ring is not None:
            self._ring(int(self._env.now))
