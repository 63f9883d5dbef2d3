"""Percentiles of times: exact while memory allows, then from a log-spaced histogram."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.units import NS_PER_S

EXACT_UP_TO = 10_000_000
"""More values than this are streamed into a histogram."""

_GROWTH = 1.01
"""Of the bins: their geometric centres are within sqrt(1.01) - 1 < 0.5 % of all they hold."""
_LOG_GROWTH = math.log(_GROWTH)
_BINS = 2 + int(math.log(2.0**63) / _LOG_GROWTH)

Times = NDArray[np.int64]


class Quantiles:
    """Times in whole nanoseconds, 0 or more; count, sum and maximum are always exact.

    Percentiles interpolate linearly between order statistics: exactly up to `exact_up_to` values, above that from
    order statistics that are within 0.5 %.
    """

    def __init__(self, exact_up_to: int = EXACT_UP_TO) -> None:
        self.count = 0
        self.sum_ns = 0
        self.max_ns = 0
        self._exact_up_to = exact_up_to
        self._values: list[Times] = []
        self._bins: NDArray[np.int64] | None = None

    @property
    def is_exact(self) -> bool:
        """Whether percentiles are exact."""
        return self._bins is None

    def add(self, values_ns: Times) -> None:
        """Count these too."""
        if not len(values_ns):
            return
        self.count += len(values_ns)
        self.sum_ns += int(values_ns.sum())
        self.max_ns = max(self.max_ns, int(values_ns.max()))
        self._values.append(np.asarray(values_ns, dtype=np.int64))
        self._settle()

    def merge(self, other: "Quantiles") -> None:
        """Count all that the other has counted."""
        self.count += other.count
        self.sum_ns += other.sum_ns
        self.max_ns = max(self.max_ns, other.max_ns)
        values, bins = other._values, other._bins  # noqa: SLF001  # its own kind
        self._values.extend(values)
        if bins is not None:
            self._bins = bins + (0 if self._bins is None else self._bins)
        self._settle()

    def _settle(self) -> None:
        if self._bins is None and self.count <= self._exact_up_to:
            return
        bins = np.zeros(_BINS, dtype=np.int64) if self._bins is None else self._bins
        for values in self._values:
            bins = bins + np.bincount(_bin_of(values), minlength=_BINS)
        self._bins = bins
        self._values.clear()

    @property
    def mean_s(self) -> float | None:
        """Seconds; None where there are no values."""
        return self.sum_ns / self.count / NS_PER_S if self.count else None

    @property
    def max_s(self) -> float | None:
        """Seconds; None where there are no values."""
        return self.max_ns / NS_PER_S if self.count else None

    def percentiles_s(self, percents: Sequence[float]) -> tuple[float | None, ...]:
        """Seconds, one for each of `percents` (0..100); None where there are no values."""
        if not self.count:
            return (None,) * len(percents)
        if self._bins is None:
            self._values = [np.concatenate(self._values)]
            exact = np.percentile(self._values[0], percents)
            return tuple(float(value) / NS_PER_S for value in exact)
        ends = np.cumsum(self._bins)
        return tuple(self._streamed(percent, ends) / NS_PER_S for percent in percents)

    def _streamed(self, percent: float, ends: NDArray[np.int64]) -> float:
        rank = percent / 100 * (self.count - 1)
        low = math.floor(rank)
        below, above = (_centre(int(np.searchsorted(ends, place, side="right"))) for place in (low, math.ceil(rank)))
        return min(below + (rank - low) * (above - below), float(self.max_ns))


def _bin_of(values: Times) -> NDArray[np.int64]:
    """Bin 0 is for 0; bin k >= 1 holds growth^(k - 1) .. growth^k."""
    logs = np.log(np.maximum(values, 1)) / _LOG_GROWTH
    return np.where(values > 0, 1 + logs.astype(np.int64), 0)


def _centre(number: int) -> float:
    return math.exp((number - 0.5) * _LOG_GROWTH) if number else 0.0
