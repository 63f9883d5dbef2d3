"""The run of B, which goes as far as A has come. No Qt: slices are given from outside."""

from collections.abc import Sequence
from time import perf_counter

from simulator.model import System
from simulator.scenario import Change


class Follower:
    """A system, and the changes that it has to make on its way."""

    def __init__(self, system: System, changes: Sequence[Change] = ()) -> None:
        self.system = system
        self._changes = list(changes)

    def follow(self, until_s: float, budget_s: float) -> bool:
        """Run up to an instant for at most so long, wall time; whether it arrived."""
        deadline = perf_counter() + budget_s
        while True:
            change = self._changes[0] if self._changes and self._changes[0].at <= until_s else None
            left_s = deadline - perf_counter()
            if left_s < 0 or not self.system.run_until(until_s if change is None else change.at, left_s):
                return self.system.now_s >= until_s
            if change is None:
                return True
            self.system.apply(change.set, change.to)
            del self._changes[0]
