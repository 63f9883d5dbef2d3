"""Cumulative figures of a run at chosen instants: differences of two rows are what happened between them."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

SAMPLE_COLUMNS = (
    "time",  # ns
    # Cumulative counts by the client's clock.
    "sent",
    "completed",
    "good",
    "errors",
    # Time integrals of lengths, request-nanoseconds since 0.
    "in_flight",
    "accept_queue",
    "loop_queue",
    "thread_queue",
    "pool_queue",
    "service_queue",
    "broker_queue",
    # Response times of attempts completed since the row before, ns; NaN where there were none.
    "response_p50",
    "response_p95",
    "response_p99",
    # As they stand at the instant.
    "workers",
    "accept_peak",  # longest accept queue since the warm-up's end (since 0 before it)
    "restarts",  # processes that took another's place since 0
)
WORKER_COLUMNS = (
    "alive",  # ns since 0 in which the worker lived
    "busy",  # ns in which its loop ran a callback, waited for GIL or core, or was blocked
    "tokens",  # token-nanoseconds taken of its thread limiter
    "limit",  # token-nanoseconds that the limiter had
    "cpu",  # ns of processor time of all its threads
)


class Samples:
    """Rows of SAMPLE_COLUMNS, each with a row of WORKER_COLUMNS for every worker there had been by then."""

    def __init__(self) -> None:
        self._rows = array("d")
        self._worker_rows = array("d")
        self._worker_counts = array("q")
        self._worker_starts = array("q")
        """Where the workers of each row begin, in workers, among all that there ever were."""
        self._forgotten_workers = 0
        self.first = 0
        """The number of the oldest row that is kept; those before it are forgotten, and still count."""

    def __len__(self) -> int:
        return self.first + len(self._worker_counts)

    def forget(self, count: int) -> None:
        """Forget so many of the oldest rows."""
        workers = sum(self._worker_counts[:count])
        del self._rows[: count * len(SAMPLE_COLUMNS)], self._worker_rows[: workers * len(WORKER_COLUMNS)]
        del self._worker_counts[:count], self._worker_starts[:count]
        self._forgotten_workers += workers
        self.first += count

    def add(self, row: Iterable[float], workers: Sequence[Iterable[float]]) -> None:
        """Append a row; `workers` has one entry a worker number, from 1."""
        self._rows.extend(row)
        self._worker_starts.append(self._forgotten_workers + len(self._worker_rows) // len(WORKER_COLUMNS))
        for worker in workers:
            self._worker_rows.extend(worker)
        self._worker_counts.append(len(workers))

    def table(self, first: int = 0) -> NDArray[np.float64]:
        """Rows from `first` on as far as they are kept, shape (rows, len(SAMPLE_COLUMNS)); a copy."""
        width, first = len(SAMPLE_COLUMNS), max(0, first - self.first)
        return np.array(self._rows[first * width :], dtype=np.float64).reshape(-1, width)

    def column(self, name: str) -> NDArray[np.float64]:
        """One column over all rows that are kept; a copy."""
        return np.array(self._rows[SAMPLE_COLUMNS.index(name) :: len(SAMPLE_COLUMNS)], dtype=np.float64)

    def workers(self) -> NDArray[np.float64]:
        """Shape (rows kept, most workers there ever were, len(WORKER_COLUMNS)); 0 before a worker's first row."""
        counts = np.array(self._worker_counts, dtype=np.int64)
        most = int(counts.max(initial=0))
        values = np.zeros((len(counts), most, len(WORKER_COLUMNS)))
        flat = np.array(self._worker_rows, dtype=np.float64).reshape(-1, len(WORKER_COLUMNS))
        values[np.arange(most) < counts[:, None]] = flat
        return values

    def row(self, index: int) -> NDArray[np.float64]:
        """One row, shape (len(SAMPLE_COLUMNS),), of a forgotten one the oldest; a copy."""
        width, index = len(SAMPLE_COLUMNS), max(0, index - self.first)
        return np.array(self._rows[index * width : (index + 1) * width], dtype=np.float64)

    def worker_row(self, index: int) -> NDArray[np.float64]:
        """Of one row, shape (workers there had been by then, len(WORKER_COLUMNS)); a copy."""
        (row,) = self.worker_rows(np.array([index]))
        return np.asarray(row, dtype=np.float64)

    def worker_rows(self, indices: NDArray[np.int64]) -> NDArray[np.float64]:
        """Of some rows, in their order: shape (rows, most workers among them, len(WORKER_COLUMNS)); a copy.

        0 before a worker's first row, and for every worker of row -1, the one before all others. Of rows that are
        forgotten, the oldest that is kept.
        """
        count = len(indices)
        if not count or int(indices.max()) < 0:
            return np.zeros((count, 0, len(WORKER_COLUMNS)))
        is_there = indices >= 0
        indices = np.where(is_there, np.maximum(indices - self.first, 0), 0)
        # The views live in here only: while one exists the arrays cannot grow.
        counts = np.where(is_there, np.frombuffer(self._worker_counts, dtype=np.int64)[indices], 0)
        starts = np.frombuffer(self._worker_starts, dtype=np.int64)[indices]
        workers = np.arange(int(counts.max(initial=0)))
        has_worker = workers < counts[:, None]
        rows = np.zeros((count, len(workers), len(WORKER_COLUMNS)))
        if len(workers):
            flat = np.frombuffer(self._worker_rows, dtype=np.float64).reshape(-1, len(WORKER_COLUMNS))
            rows[has_worker] = flat[(starts[:, None] - self._forgotten_workers + workers)[has_worker]]
        return rows
