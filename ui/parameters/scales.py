"""Round steps: what a slider stops at, and what an arrow key comes to next."""

import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Protocol

_TENTHS = (*range(10, 20), *range(20, 50, 2), *range(50, 100, 5))
"""Steps of a decade, in tenths of its beginning: never more than a tenth apart, and never more than two digits."""
_NEXT_TO = 1e-9
"""Two values nearer than this share of each other are one: what floats lose."""


class Scale(Protocol):
    """A slider's way from its least to its greatest value."""

    @property
    def stops(self) -> tuple[float, ...]:
        """The values of its positions, rising."""

    def stepped(self, value: float, steps: int) -> float:
        """The round value so many steps above (below: steps < 0), also outside the slider's range; never below 0."""


def position(scale: Scale, value: float) -> int:
    """The position of the stop nearest to a value."""
    stops = scale.stops
    above = min(bisect_left(stops, value), len(stops) - 1)
    below = max(above - 1, 0)
    return below if value - stops[below] < stops[above] - value else above


@dataclass(frozen=True)
class LinearScale:
    """Whole numbers, equally far apart."""

    low: int
    high: int

    @cached_property
    def stops(self) -> tuple[float, ...]:
        return tuple(float(value) for value in range(self.low, self.high + 1))

    def stepped(self, value: float, steps: int) -> float:
        start = math.floor(value + _NEXT_TO) if steps > 0 else math.ceil(value - _NEXT_TO)
        return float(max(start + steps, 0))


@dataclass(frozen=True)
class LogScale:
    """Round values, each a few hundredths above the one before: 50 ms, 55 ms, 60 ms; perhaps with 0 before them."""

    low: float
    """The least value above 0."""
    high: float
    has_zero: bool = False
    is_whole: bool = False
    """Whole numbers only."""

    @cached_property
    def stops(self) -> tuple[float, ...]:
        return ((0.0,) if self.has_zero else ()) + tuple(self._rounds())

    def _rounds(self) -> Iterator[float]:
        """Those that `stepped` comes to from the least value, in one go."""
        yield self.low
        for decade in range(_decade(self.low), _decade(self.high) + 1):
            for round_ in (_round(tenths, decade) for tenths in _TENTHS):
                if self.low * (1 + _NEXT_TO) < round_ <= self.high * (1 + _NEXT_TO) and self._has(round_):
                    yield round_

    def stepped(self, value: float, steps: int) -> float:
        for _ in range(abs(steps)):
            value = self._next(value) if steps > 0 else self._previous(value)
        return value

    def _next(self, value: float) -> float:
        if value < self.low * (1 - _NEXT_TO):
            return self.low
        decade = _decade(value)
        rounds = (_round(tenths, decade) for decade in (decade, decade + 1) for tenths in _TENTHS)
        return next(round_ for round_ in rounds if round_ > value * (1 + _NEXT_TO) and self._has(round_))

    def _previous(self, value: float) -> float:
        if value <= self.low * (1 + _NEXT_TO):
            return 0.0 if self.has_zero else min(self.low, value)
        decade = _decade(value)
        rounds = (_round(tenths, decade) for decade in (decade, decade - 1) for tenths in reversed(_TENTHS))
        return next(round_ for round_ in rounds if round_ < value * (1 - _NEXT_TO) and self._has(round_))

    def _has(self, value: float) -> bool:
        return not self.is_whole or value.is_integer()


def _decade(value: float) -> int:
    return math.floor(math.log10(value * (1 + _NEXT_TO)))


@cache
def _round(tenths: int, decade: int) -> float:
    """Read as a decimal, so that 55 ms is the double nearest to 0.055."""
    return float(f"{tenths}e{decade - 1}")
