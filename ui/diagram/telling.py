"""Boxes are told what to say one after the other, so that no picture has to paint all of them again. Pure."""

from collections.abc import Callable, Collection, Mapping
from math import ceil

_MIXED = 4
"""Boxes of a kind follow each other in a round, and some kinds take longer to paint than others."""


class Telling:
    """One round of all boxes, evenly over `within_s` after it began; wall seconds."""

    def __init__(self, within_s: float) -> None:
        self._within_s = within_s
        self._begun_s = 0.0
        self._steps: list[Callable[[], None]] = []
        self._told = 0

    @property
    def is_over(self) -> bool:
        """Whether every box was told."""
        return self._told == len(self._steps)

    def begin(self, steps: Mapping[str, Callable[[], None]], wall_s: float, named: Collection[str] = ()) -> None:
        """Another round, a step a box by its place; nobody is told yet but those `named` in what is said meanwhile."""
        first = [step for place, step in steps.items() if place in named]
        others = [step for place, step in steps.items() if place not in named]
        self._steps = [*first, *(step for begun in range(_MIXED) for step in others[begun::_MIXED])]
        self._begun_s, self._told = wall_s, 0
        self._tell(len(first))

    def go_on(self, wall_s: float) -> None:
        """Tell those whose time has come."""
        self._tell(ceil(len(self._steps) * min(1.0, max(0.0, wall_s - self._begun_s) / self._within_s)))

    def finish(self) -> None:
        """Tell all that are left."""
        self._tell(len(self._steps))

    def forget(self) -> None:
        """The boxes may be others now."""
        self._steps, self._told = [], 0

    def _tell(self, count: int) -> None:
        for step in self._steps[self._told : count]:
            step()
        self._told = max(self._told, count)
