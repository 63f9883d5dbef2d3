"""A run's samples, kept so that any part of it becomes a few hundred points at a cost that does not grow. Pure."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from simulator.record import SAMPLE_COLUMNS, Samples
from simulator.units import NS_PER_S
from ui.charts.pooling import RANKS, pooled
from ui.charts.rows import Rows

Floats = NDArray[np.float64]

RATES = ("sent", "completed", "good", "errors")
QUEUES = ("accept_queue", "loop_queue", "thread_queue", "pool_queue", "service_queue", "broker_queue")
_CUMULATIVE = ("time", *RATES, *QUEUES)
_PERCENTILES = ("response_p50", "response_p95", "response_p99")
_TAKEN = [SAMPLE_COLUMNS.index(name) for name in (*_CUMULATIVE, *_PERCENTILES)]
_BLOCK = 10
"""So many intervals of one level are one of the next."""
_LEVELS = 5
MOST_ROWS = 60_000
"""Of each kind; of a longer run the older half has fewer points, and its percentiles are those of longer intervals."""


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

    percentiles: Rows = field(default_factory=lambda: Rows(len(RANKS)))
    counts: Rows = field(default_factory=lambda: Rows(1))

    def forget(self, most: int) -> None:
        """Keep the newest."""
        self.percentiles.forget(most)
        self.counts.forget(most)


class History:
    """What has been read of a run, from 0."""

    def __init__(self) -> None:
        self.every_s = 0.1
        """Seconds between two samples."""
        self._cumulative = Rows(len(_CUMULATIVE))
        self._cumulative.extend(np.zeros((len(_CUMULATIVE), 1)))
        self._levels = [_Level() for _ in range(_LEVELS)]
        self._read = 0
        self._response: tuple[Grid, Floats, Floats] | None = None

    @property
    def latest_s(self) -> float:
        """Up to when the run is known."""
        return float(self._cumulative.columns[0, -1])

    @property
    def kept_rows(self) -> int:
        """At most MOST_ROWS."""
        return self._cumulative.kept

    @property
    def has_errors(self) -> bool:
        """Whether any attempt ended without success."""
        return bool(self._cumulative.columns[_CUMULATIVE.index("errors"), -1] > 0)

    def read(self, samples: Samples) -> None:
        """Take the rows that are new."""
        known = self._read
        if len(samples) == known:
            return
        columns = samples.table(known)[:, _TAKEN].T
        columns[0] /= NS_PER_S
        missed = max(0, samples.first - known)
        if not known:
            self.every_s = float(columns[0, 0]) / (1 + missed)
        if missed:
            self._begin_at(samples.first)
        self._read = len(samples)
        before = self._cumulative.columns[_CUMULATIVE.index("completed"), -1]
        self._cumulative.extend(columns[: len(_CUMULATIVE)])
        completed = columns[_CUMULATIVE.index("completed")]
        self._levels[0].percentiles.extend(columns[len(_CUMULATIVE) :] / NS_PER_S)
        self._levels[0].counts.extend(np.diff(completed, prepend=before)[None])
        for finer, coarser in zip(self._levels, self._levels[1:], strict=False):
            _pool_blocks(finer, coarser)
        self._cumulative.thin(MOST_ROWS)
        for level in self._levels:
            level.forget(MOST_ROWS)

    def _begin_at(self, row: int) -> None:
        """What was before was forgotten unread: of it, only what has been added up since 0 is known."""
        for level in self._levels:
            level.percentiles.begin_at(row)
            level.counts.begin_at(row)
            row = -(-row // _BLOCK)

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
        if not len(times) or not self._levels[0].counts.count:
            return np.full((len(times), len(RANKS)), np.nan)
        level = self._level_for(float(times[0]) - grid.smoothing_s, grid.step_s)
        block_s, blocks = self._block_s(level), self._levels[level].counts
        if not blocks.kept:
            return np.full((len(times), len(RANKS)), np.nan)
        ends = np.floor(times / block_s + 1e-6).astype(np.int64)
        number = max(1, round(grid.smoothing_s / block_s))
        index = ends[:, None] - np.arange(number, 0, -1)
        is_there = (index >= blocks.first) & (index < blocks.count)
        index = np.clip(index - blocks.first, 0, blocks.kept - 1)
        counts = np.where(is_there, blocks.columns[0][index], 0.0)
        percentiles = self._levels[level].percentiles.columns
        return pooled(np.moveaxis(percentiles[:, index], 0, -1), counts)

    def _level_for(self, since_s: float, step_s: float) -> int:
        """The coarsest that is fine enough for the step; of what was forgotten the finest that still has it."""
        level = 0
        while level < _LEVELS - 1:
            is_forgotten = self._levels[level].counts.first * self._block_s(level) > max(0.0, since_s)
            if not is_forgotten and self._block_s(level + 1) > step_s + 1e-9:
                break
            level += 1
        return level

    def _block_s(self, level: int) -> float:
        return self.every_s * float(_BLOCK**level)


def _pool_blocks(finer: _Level, coarser: _Level) -> None:
    """Make blocks of the coarser level of what is whole in the finer one."""
    first = coarser.counts.count
    whole = finer.counts.count // _BLOCK
    if whole <= first:
        return
    gone = finer.counts.first
    inside = slice(first * _BLOCK - gone, whole * _BLOCK - gone)
    counts = finer.counts.columns[0, inside].reshape(-1, _BLOCK)
    percentiles = finer.percentiles.columns[:, inside].reshape(len(RANKS), -1, _BLOCK)
    coarser.percentiles.extend(pooled(np.moveaxis(percentiles, 0, -1), counts).T)
    coarser.counts.extend(counts.sum(axis=1)[None])
