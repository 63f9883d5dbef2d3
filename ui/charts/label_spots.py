"""Where a number stands at the end of its line, so that as little as can be of any curve runs through it. Pure."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Curve = tuple[Floats, Floats]
"""Instants, rising, and values."""

HEIGHT = 13.0
"""Of a number, px."""
BEHIND = 4.0
"""Pixels between the end of a line and a number behind it."""
_KEPT = 0.15
"""A place is left only for one of which so much less is covered, so that nothing flickers."""


class Spot(Enum):
    """The best first, where none is better."""

    ABOVE = "above"
    """Ends with the line."""
    BELOW = "below"
    BEHIND = "behind"
    """Begins where the line ends, which no curve of the run goes beyond at the present."""


class Area(NamedTuple):
    """The part of both axes that is seen, and its size."""

    first_s: float
    last_s: float
    highest: float
    """At the upper edge; the lower one is 0."""
    width: float
    """Pixels."""
    height: float

    @property
    def second(self) -> float:
        """Pixels that a second is long."""
        return self.width / (self.last_s - self.first_s)

    def y(self, value: float) -> float:
        """Pixels from the top."""
        return (1 - value / self.highest) * self.height

    def value(self, y: float) -> float:
        """What stands so many pixels from the top."""
        return (1 - y / self.height) * self.highest


def part_at_line(room: float) -> float:
    """Which part of a number above its line is at the line, with so many pixels from there to the plot's upper edge.

    What has no room above stands in the line.
    """
    return 1.0 if room >= HEIGHT else min(0.5, room / HEIGHT)


def spot(
    end: tuple[float, float], width: float, area: Area, curves: Sequence[Curve], before: Spot, *, is_last: bool
) -> Spot:
    """The place of a number `width` pixels wide at a line that ends at an instant and a value; `before`: where it was.

    `is_last`: no other step of the line follows.
    """
    costs: dict[Spot, float] = {}
    for each in Spot:
        corner = _corner(each, end, width, area)
        if corner is not None and (is_last or each is not Spot.BEHIND):
            costs[each] = _covered(corner, width, area, curves) - (_KEPT if each is before else 0.0)
    return min(costs, key=lambda each: costs[each])


def _corner(where: Spot, end: tuple[float, float], width: float, area: Area) -> tuple[float, float] | None:
    """Its first instant, and its top in pixels; None where there is no room."""
    end_s, y = end[0], area.y(end[1])
    if where is Spot.BEHIND:
        last_s = end_s + (BEHIND + width) / area.second
        is_roomy = last_s <= area.last_s and HEIGHT / 2 <= y <= area.height - HEIGHT / 2
        return (end_s + BEHIND / area.second, y - HEIGHT / 2) if is_roomy else None
    first_s = end_s - width / area.second
    if where is Spot.BELOW:
        return (first_s, y) if y + HEIGHT <= area.height else None
    return first_s, y - HEIGHT * part_at_line(y)


def _covered(corner: tuple[float, float], width: float, area: Area, curves: Sequence[Curve]) -> float:
    """Which share of its length the curve that is there longest runs through it."""
    first_s, top = corner
    low, high = area.value(top + HEIGHT), area.value(top)
    most = 0.0
    for times, values in curves:
        first, last = np.searchsorted(times, (first_s, first_s + width / area.second))
        inside = values[first:last]
        if len(inside):
            most = max(most, float(np.count_nonzero((inside > low) & (inside < high)) / len(inside)))
    return most
