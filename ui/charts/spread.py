"""How response times spread: bins of equal ratios, and what is drawn of them. Pure."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_LOWEST_S, _PER_DECADE, _DECADES = 1e-4, 12, 8
BINS = _PER_DECADE * _DECADES + 2
"""The first and the last for what lies beyond."""
RANKS = (0.50, 0.95, 0.99)
_BESIDE = 3
"""Empty bins at either side of what is drawn."""
_FEWEST = _PER_DECADE
_LOWEST_POWER = -4
_TICKS = (1.0, 2.0, 5.0)


def bin_of(seconds: Floats) -> NDArray[np.int64]:
    """The bin of each response time."""
    place = np.floor(np.log10(np.maximum(seconds, 1e-9) / _LOWEST_S) * _PER_DECADE + 1e-9).astype(np.int64)
    return np.clip(place + 1, 0, BINS - 1)


def edges_s() -> Floats:
    """Lower edges of the bins and the last's upper one; the first begins at 0."""
    inner = _LOWEST_S * 10.0 ** (np.arange(BINS) / _PER_DECADE)
    return np.concatenate([[0.0], inner])


def edge_powers() -> Floats:
    """As on an axis of powers of ten; the outermost bins are as wide as the others there."""
    return _LOWEST_POWER + (np.arange(BINS + 1) - 1) / _PER_DECADE


@dataclass(frozen=True, slots=True)
class Spread:
    """Answers of some stretch of time, by bin."""

    counts: Floats

    @property
    def total(self) -> float:
        """Answers in all."""
        return float(self.counts.sum())

    @property
    def shares(self) -> Floats:
        """Of all answers, 0..1."""
        return self.counts / max(1.0, self.total)

    @property
    def quantiles_s(self) -> Floats:
        """p50, p95 and p99, exact to the width of a bin; NaN without answers."""
        if not self.total:
            return np.full(len(RANKS), np.nan)
        below = np.concatenate([[0.0], np.cumsum(self.counts)])
        powers = np.interp(np.array(RANKS) * self.total, below, edge_powers())
        quantiles: Floats = 10.0**powers
        return quantiles

    def reach(self) -> tuple[float, float] | None:
        """From which power of ten to which there is something to draw; None without answers."""
        there = np.flatnonzero(self.counts)
        if not len(there):
            return None
        first, last = int(there[0]) - _BESIDE, int(there[-1]) + 1 + _BESIDE
        missing = max(0, _FEWEST - (last - first))
        first, last = max(0, first - (missing + 1) // 2), min(BINS, last + missing // 2)
        powers = edge_powers()
        return float(powers[first]), float(powers[last])

    def outline(self, first: float, last: float) -> tuple[Floats, Floats]:
        """The steps of the bars between two powers of ten: powers and shares, two points an edge."""
        powers = edge_powers()
        seen = (powers[:-1] >= first - 1e-9) & (powers[1:] <= last + 1e-9)
        edges = np.append(powers[:-1][seen], powers[1:][seen][-1:])
        return np.repeat(edges, 2)[1:-1], np.repeat(self.shares[seen], 2)


def power_ticks(first: float, last: float, most: int) -> list[float]:
    """Seconds at which a number stands: 1, 2 and 5 times the powers of ten, or fewer of them where that is too many."""
    for steps in (_TICKS, (1.0, 3.0), (1.0,)):
        ticks = [
            step * 10.0**power
            for power in range(int(np.floor(first)), int(np.ceil(last)) + 1)
            for step in steps
            if first - 1e-9 <= np.log10(step * 10.0**power) <= last + 1e-9
        ]
        if len(ticks) <= most:
            break
    return ticks
