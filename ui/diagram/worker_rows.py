"""What worker processes have lived and done by an instant: straight between samples, of the present by themselves."""

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.record import WORKER_COLUMNS

Rows = NDArray[np.float64]


class WorkerRows:
    """Of one run, sampled every so many nanoseconds."""

    def __init__(self, system: System, every_ns: int) -> None:
        self._system, self._every = system, every_ns

    def at(self, time_ns: int) -> Rows:
        """Cumulative figures by worker, shape (workers there had been by then, len(WORKER_COLUMNS))."""
        samples, now = self._system.record.samples, self._system.now_ns
        index = min(time_ns // self._every, len(samples))
        begin, begin_ns = self._sampled(index), index * self._every
        if time_ns <= begin_ns:
            return begin
        if index < len(samples):
            end, end_ns = self._sampled(index + 1), begin_ns + self._every
        else:
            end = np.array([tuple(worker.figures(now)) for worker in self._system.all_workers], dtype=np.float64)
            end_ns = max(now, time_ns)
        rows: Rows = end.copy()
        known = begin[: len(end)]
        rows[: len(known)] = known + (end[: len(known)] - known) * ((time_ns - begin_ns) / (end_ns - begin_ns))
        return rows

    def between(self, since_ns: int, until_ns: int) -> Rows:
        """What came in a time, by worker there had been by its end."""
        before, came = self.at(since_ns), self.at(until_ns).copy()
        came[: len(before)] -= before
        return came

    def _sampled(self, number: int) -> Rows:
        """After `number` samples; of a run that has none yet, nothing."""
        record = self._system.record
        number = min(number, len(record.samples))
        if number == 0:
            return np.zeros((record.scenario.server.workers, len(WORKER_COLUMNS)))
        return record.samples.worker_row(number - 1)
