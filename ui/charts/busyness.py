"""How busy each worker was, cell by cell, read from the samples where they are needed. Pure."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from simulator.record import WORKER_COLUMNS, Samples
from ui.charts.ranges import TimeAxis, cell_length

Floats = NDArray[np.float64]
_ALIVE, _BUSY = WORKER_COLUMNS.index("alive"), WORKER_COLUMNS.index("busy")
MOST_LINES = 64
"""Of more workers several share a line."""


@dataclass(frozen=True, slots=True)
class Busyness:
    """Shares of time in which loops were held, 0..1; NaN where no worker lived."""

    first_s: float
    """Where the first cell begins."""
    cell_s: float
    shares: Floats
    """Shape (lines, cells); line 0 is worker 1."""
    workers: int
    means: Floats
    """Of all workers, by cell."""
    latest: Floats = field(default_factory=lambda: np.empty(0))
    """Of the present and as long as a cell, by line."""
    latest_mean: float = np.nan

    @property
    def last_s(self) -> float:
        """Where the last cell ends."""
        return self.first_s + self.cell_s * self._cells

    @property
    def _cells(self) -> int:
        return int(self.shares.shape[1])

    @property
    def per_line(self) -> int:
        """Workers that share a line."""
        return -(-self.workers // MOST_LINES) if self.workers else 1

    def cell_at(self, time_s: float) -> int | None:
        """The cell that holds an instant; the last for what is beyond it."""
        if not self._cells or time_s < self.first_s:
            return None
        return min(self._cells - 1, int((time_s - self.first_s) / self.cell_s - 1e-6))


def busyness(samples: Samples, every_s: float, axis: TimeAxis) -> Busyness:
    """Of the cells of an axis that are over."""
    cell_s = max(every_s, cell_length(axis.length_s))
    per_cell = max(1, round(cell_s / every_s))
    first = int(np.ceil(axis.first_s / cell_s - 1e-6))
    last = min(int(axis.last_s / cell_s + 1e-6), len(samples) // per_cell)
    ends = np.arange(first, last + 1) * per_cell
    if last <= first:
        nothing = np.empty((0, 0))
        return Busyness(first * cell_s, cell_s, nothing, 0, np.empty(0))
    rows = samples.worker_rows(ends - 1)
    lived, busy = (np.diff(rows[:, :, column], axis=0) for column in (_ALIVE, _BUSY))
    means = _share(busy.sum(axis=1), lived.sum(axis=1))
    workers = rows.shape[1]
    per_line = -(-workers // MOST_LINES) if workers else 1
    lines = -(-workers // per_line) if workers else 0
    grouped = [_lines(column, lines, per_line) for column in (busy, lived)]
    return Busyness(first * cell_s, cell_s, _share(*grouped).T, workers, means)


def with_latest(seen: Busyness, came: Floats) -> Busyness:
    """`came` is what workers did in as much time as a cell has, up to now, shape (workers, len(WORKER_COLUMNS))."""
    busy, lived = (came[: seen.workers, column][np.newaxis] for column in (_BUSY, _ALIVE))
    shares = _share(*(_lines(column, len(seen.shares), seen.per_line) for column in (busy, lived)))
    return replace(seen, latest=shares[0], latest_mean=float(_share(busy.sum(axis=1), lived.sum(axis=1))[0]))


def _lines(columns: Floats, lines: int, per_line: int) -> Floats:
    padded = np.zeros((len(columns), lines * per_line))
    padded[:, : columns.shape[1]] = columns
    summed: Floats = padded.reshape(len(columns), lines, per_line).sum(axis=2)
    return summed


def _share(part: Floats, whole: Floats) -> Floats:
    shares = np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)
    clipped: Floats = np.clip(shares, 0.0, 1.0)
    return clipped
