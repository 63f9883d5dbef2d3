"""The whole of a run in a few thousand rows, however long it was. Pure."""

import numpy as np
from numpy.typing import NDArray

from simulator.record import SAMPLE_COLUMNS, Samples
from simulator.units import NS_PER_S

Floats = NDArray[np.float64]

_TIME, _COMPLETED = SAMPLE_COLUMNS.index("time"), SAMPLE_COLUMNS.index("completed")
_QUEUES = [
    SAMPLE_COLUMNS.index(name) for name in ("accept_queue", "loop_queue", "thread_queue", "pool_queue", "service_queue")
]
MOST_ROWS = 4096


class Past:
    """Cumulative answers and waiting time; what is between two rows is their difference, so rows can be left out."""

    def __init__(self) -> None:
        self._read = 0
        self._every = 1
        """So many samples lie between two rows."""
        self._rows = np.zeros((3, 1))
        self._latest = np.zeros(3)

    @property
    def latest_s(self) -> float:
        """Up to when the run is known."""
        return float(self._latest[0])

    @property
    def kept_rows(self) -> int:
        """At most MOST_ROWS."""
        return self._rows.shape[1]

    def read(self, samples: Samples) -> bool:
        """Take the rows that are new; True where there were some."""
        if len(samples) == self._read:
            return False
        self._read = max(self._read, samples.first)
        table = samples.table(self._read)
        new = np.array([table[:, _TIME] / NS_PER_S, table[:, _COMPLETED], table[:, _QUEUES].sum(axis=1) / NS_PER_S])
        numbers = np.arange(self._read + 1, len(samples) + 1)
        self._read = len(samples)
        self._latest = new[:, -1]
        self._rows = np.hstack([self._rows, new[:, numbers % self._every == 0]])
        while self._rows.shape[1] > MOST_ROWS:
            self._every *= 2
            self._rows = self._rows[:, ::2]
        return True

    def curves(self, times_s: Floats, smoothing_s: float) -> tuple[Floats, Floats]:
        """Answers per second and requests that waited, as means of `smoothing_s` before each instant."""
        time, completed, waited = np.hstack([self._rows, self._latest[:, None]])
        since = np.maximum(times_s - smoothing_s, 0.0)
        length = np.maximum(times_s - since, 1e-9)
        rate = (np.interp(times_s, time, completed) - np.interp(since, time, completed)) / length
        waiting = (np.interp(times_s, time, waited) - np.interp(since, time, waited)) / length
        return rate, waiting
