"""What is shown, kept long enough to be read: in real time a loop changes hands many times between two pictures."""

from collections.abc import Collection
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class LoopState(IntEnum):
    """What the loop of a worker does; the higher, the more it matters."""

    FREE = 0
    ON_CPU = 1
    BLOCKED = 2


class Held(NamedTuple):
    """Who holds a loop."""

    state: LoopState = LoopState.FREE
    path: str = ""


class Steady(Generic[Value]):
    """Remembers what is shown. What matters more comes at once; what matters less when it has lasted for `hold_s`;
    what matters as much after `hold_s` too, so that words can be read. Wall seconds.
    """

    def __init__(self, hold_s: float) -> None:
        self._hold_s = hold_s
        self._shown: tuple[Value, int] | None = None
        self._changed_s = 0.0
        self._seen_s = 0.0
        self.is_behind = False
        """Whether what is shown is no longer so: then ask again after `hold_s`."""

    def show(self, value: Value, weight: int, wall_s: float, *, is_named: bool = False) -> Value:
        """What to show, given what is so now and how much it matters. `is_named`: other words still tell of what is
        shown, so that nothing that matters less takes its place.
        """
        is_kept = is_named and self._shown is not None and weight < self._shown[1]
        if not is_kept and self._is_due(value, weight, wall_s):
            self._shown = (value, weight)
            self._changed_s = wall_s
        assert self._shown is not None, "the first value is always due"
        if weight >= self._shown[1]:
            self._seen_s = wall_s
        self.is_behind = self._shown[0] != value
        return self._shown[0]

    def _is_due(self, value: Value, weight: int, wall_s: float) -> bool:
        if self._shown is None:
            return True
        shown, shown_weight = self._shown
        if weight != shown_weight:
            return weight > shown_weight or wall_s - self._seen_s >= self._hold_s
        return value != shown and wall_s - self._changed_s >= self._hold_s

    def forget(self) -> None:
        """Another instant, another run: what was shown does not matter."""
        self._shown = None
        self.is_behind = False


class SteadyLoops:
    """A `Steady` for every worker number."""

    def __init__(self, hold_s: float) -> None:
        self._hold_s = hold_s
        self._workers: dict[int, Steady[Held]] = {}

    @property
    def is_behind(self) -> bool:
        """Whether something shown is no longer so."""
        return any(steady.is_behind for steady in self._workers.values())

    def show(self, now: dict[int, Held], wall_s: float, named: Collection[int] = ()) -> dict[int, Held]:
        """What to show of each worker; those `named` as blocked in the sentence stay so as long as it says so."""
        self._workers = {number: self._workers.get(number) or Steady(self._hold_s) for number in now}
        return {
            number: self._workers[number].show(held, held.state, wall_s, is_named=number in named)
            for number, held in now.items()
        }

    def forget(self) -> None:
        """Another instant, another run."""
        self._workers.clear()
