"""A run's samples, kept so that any part of it becomes a few hundred points at a cost that does not grow. Pure."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from simulator.record import SAMPLE_COLUMNS, Samples
from simulator.units import NS_PER_S
from ui.charts.pooling import RANKS, pooled

Floats = NDArray[np.float64]

RATES = ("sent", "completed", "good", "errors")
QUEUES = ("accept_queue", "loop_queue", "thread_queue", "pool_queue", "service_queue")
_CUMULATIVE = ("time", *RATES, *QUEUES)
_PERCENTILES = ("response_p50", "response_p95", "response_p99")
_TAKEN = [SAMPLE_COLUMNS.index(name) for name in (*_CUMULATIVE, *_PERCENTILES)]
_BLOCK = 10
"""So many intervals of one level are one of the next."""
_LEVELS = 5


@dataclass(frozen=True, slots=True)
class Grid:
    """The points of a curve: whole multiples of `step_s`, and the latest sample."""

    first_s: float
    last_s: float
    step_s: float
    smoothing_s: float
    """What is seen at a point is what happened in so much time before it."""

    @property
    def resolution(self) -> tuple[float, float]:
        """What a value at a point depends on beside its time."""
        return self.step_s, self.smoothing_s

    def times(self, latest_s: float) -> Floats:
        """Seconds, rising; none before the first sample."""
        last_s = min(self.last_s, latest_s)
        first = max(1, int(np.ceil(self.first_s / self.step_s - 1e-6)))
        last = int(np.floor(last_s / self.step_s + 1e-6))
        times = np.arange(first, last + 1).astype(np.float64) * self.step_s
        if last_s > 0 and (not len(times) or times[-1] < last_s - 1e-6):
            times = np.append(times, np.float64(last_s))
        return times


@dataclass(frozen=True, slots=True)
class Curves:
    """What a grid shows: per second, in requests, in seconds; NaN where there is nothing to say."""

    times_s: Floats
    rates: dict[str, Floats]
    """By RATES."""
    queues: dict[str, Floats]
    """Time averages by QUEUES."""
    percentiles_s: Floats
    """p50, p95, p99 of the answers; shape (3, points)."""


@dataclass(slots=True)
class _Level:
    """Percentiles of blocks of samples, and of how many answers."""

    percentiles: "_Rows" = field(default_factory=lambda: _Rows(len(RANKS)))
    counts: "_Rows" = field(default_factory=lambda: _Rows(1))


class _Rows:
    """Rows that are appended to, each column in one piece."""

    def __init__(self, width: int) -> None:
        self._values = np.empty((width, 256))
        self.count = 0

    def extend(self, columns: Floats) -> None:
        """Append rows, given as columns: shape (width, rows)."""
        needed = self.count + columns.shape[1]
        if needed > self._values.shape[1]:
            grown = np.empty((len(self._values), max(needed, 2 * self._values.shape[1])))
            grown[:, : self.count] = self.columns
            self._values = grown
        self._values[:, self.count : needed] = columns
        self.count = needed

    @property
    def columns(self) -> Floats:
        """Shape (width, rows); a view."""
        return self._values[:, : self.count]


class History:
    """What has been read of a run, from 0."""

    def __init__(self) -> None:
        self._every_s = 0.1
        self._cumulative = _Rows(len(_CUMULATIVE))
        self._cumulative.extend(np.zeros((len(_CUMULATIVE), 1)))
        self._levels = [_Level() for _ in range(_LEVELS)]
        self._response: tuple[Grid, Floats, Floats] | None = None

    @property
    def latest_s(self) -> float:
        """Up to when the run is known."""
        return float(self._cumulative.columns[0, -1])

    @property
    def has_errors(self) -> bool:
        """Whether any attempt ended without success."""
        return bool(self._cumulative.columns[_CUMULATIVE.index("errors"), -1] > 0)

    def read(self, samples: Samples) -> None:
        """Take the rows that are new."""
        known = self._cumulative.count - 1
        if len(samples) == known:
            return
        columns = samples.table(known)[:, _TAKEN].T
        columns[0] /= NS_PER_S
        if not known:
            self._every_s = float(columns[0, 0])
        before = self._cumulative.columns[_CUMULATIVE.index("completed"), -1]
        self._cumulative.extend(columns[: len(_CUMULATIVE)])
        completed = columns[_CUMULATIVE.index("completed")]
        self._levels[0].percentiles.extend(columns[len(_CUMULATIVE) :] / NS_PER_S)
        self._levels[0].counts.extend(np.diff(completed, prepend=before)[None])
        for finer, coarser in zip(self._levels, self._levels[1:], strict=False):
            _pool_blocks(finer, coarser)

    def curves(self, grid: Grid) -> Curves:
        """What there is to draw on a grid."""
        times = grid.times(self.latest_s)
        since = np.maximum(times - grid.smoothing_s, 0.0)
        length = np.maximum(times - since, 1e-9)
        time, *columns = self._cumulative.columns
        means = {}
        for name, column in zip(_CUMULATIVE[1:], columns, strict=True):
            means[name] = (np.interp(times, time, column) - np.interp(since, time, column)) / length
        return Curves(
            times,
            {name: means[name] for name in RATES},
            {name: means[name] / NS_PER_S for name in QUEUES},
            self._percentiles(grid, times),
        )

    def _percentiles(self, grid: Grid, times: Floats) -> Floats:
        """Points that were on the grid before are not worked out again."""
        known_times, known = np.empty(0), np.empty((0, len(RANKS)))
        if self._response is not None and self._response[0].resolution == grid.resolution:
            _, known_times, known = self._response
        result = np.full((len(times), len(RANKS)), np.nan)
        at = np.searchsorted(known_times, times - 1e-6)
        is_known = np.zeros(len(times), dtype=bool)
        inside = at < len(known_times)
        is_known[inside] = np.abs(known_times[at[inside]] - times[inside]) < 1e-6
        result[is_known] = known[at[is_known]]
        result[~is_known] = self._pooled(times[~is_known], grid)
        self._response = grid, times, result
        return result.T

    def _pooled(self, times: Floats, grid: Grid) -> Floats:
        level = 0
        while level < _LEVELS - 1 and self._block_s(level + 1) <= grid.step_s + 1e-9:
            level += 1
        block_s = self._block_s(level)
        blocks = self._levels[level]
        if not len(times) or not blocks.counts.count:
            return np.full((len(times), len(RANKS)), np.nan)
        ends = np.floor(times / block_s + 1e-6).astype(np.int64)
        number = max(1, round(grid.smoothing_s / block_s))
        index = ends[:, None] - np.arange(number, 0, -1)
        is_there = (index >= 0) & (index < blocks.counts.count)
        index = np.clip(index, 0, blocks.counts.count - 1)
        counts = np.where(is_there, blocks.counts.columns[0][index], 0.0)
        return pooled(np.moveaxis(blocks.percentiles.columns[:, index], 0, -1), counts)

    def _block_s(self, level: int) -> float:
        return self._every_s * float(_BLOCK**level)


def _pool_blocks(finer: _Level, coarser: _Level) -> None:
    """Make blocks of the coarser level of what is whole in the finer one."""
    first = coarser.counts.count
    whole = finer.counts.count // _BLOCK
    if whole <= first:
        return
    inside = slice(first * _BLOCK, whole * _BLOCK)
    counts = finer.counts.columns[0, inside].reshape(-1, _BLOCK)
    percentiles = finer.percentiles.columns[:, inside].reshape(len(RANKS), -1, _BLOCK)
    coarser.percentiles.extend(pooled(np.moveaxis(percentiles, 0, -1), counts).T)
    coarser.counts.extend(counts.sum(axis=1)[None])
