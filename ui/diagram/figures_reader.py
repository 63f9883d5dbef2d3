"""The diagram's figures, read from a run: from its samples, and for the present from the workers themselves."""

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.record import SAMPLE_COLUMNS, WORKER_COLUMNS
from simulator.units import NS_PER_S
from ui.diagram.figures import DiagramFigures, WorkerFigures, WorkerLife

_COMPLETED = SAMPLE_COLUMNS.index("completed")
_ALIVE, _BUSY = WORKER_COLUMNS.index("alive"), WORKER_COLUMNS.index("busy")
_Rows = NDArray[np.float64]


class FiguresReader:
    """Of one run that goes on; sampled so often that a second has several samples."""

    def __init__(self, system: System, sample_every_ns: int) -> None:
        self._system = system
        self._every = sample_every_ns

    def read(self, time_ns: int) -> DiagramFigures:
        """Figures of the second before an instant; rates change with the samples, so that they can be read."""
        is_present = time_ns >= self._system.now_ns
        since = max(0, time_ns - NS_PER_S)
        last = time_ns - time_ns % self._every
        first = max(0, last - NS_PER_S)
        seconds = (last - first) / NS_PER_S
        shares, alive = self._loops(since, time_ns)
        if not seconds:
            # At the very beginning nobody has lived, and who is there was there from the start.
            return DiagramFigures(self._workers(shares, alive, is_present=is_present, is_first=time_ns == 0))
        return DiagramFigures(
            self._workers(shares, alive, is_present=is_present),
            answered_per_s=(self._completed_by(last) - self._completed_by(first)) / seconds,
            clients_per_s=self._sent(first, last, seconds),
        )

    # Rates

    def _completed_by(self, time_ns: int) -> float:
        row = min(time_ns // self._every, len(self._system.record.samples)) - 1
        return 0.0 if row < 0 else float(self._system.record.samples.row(row)[_COMPLETED])

    def _sent(self, first: int, last: int, seconds: float) -> tuple[float | None, ...]:
        assert self._system.trace is not None, "a session is traced"
        groups = self._system.trace.sent_between(first, last)
        counts = np.bincount(groups, minlength=len(self._system.scenario.clients))
        return tuple(float(count) / seconds for count in counts)

    # Workers

    def _workers(
        self, shares: _Rows, alive: _Rows, *, is_present: bool, is_first: bool = False
    ) -> tuple[WorkerFigures, ...]:
        limit = self._system.scenario.server.thread_limit
        figures = []
        for worker, share, lived in zip(self._system.all_workers, shares, alive, strict=False):
            if is_present:
                life = _life(worker.died >= 0, worker.is_leaving, worker.accepts)
            else:
                life = WorkerLife.RUNNING if lived > 0 or is_first else WorkerLife.STOPPED
            if life is not WorkerLife.STOPPED:
                figures.append(WorkerFigures(worker.number, float(share), limit, life))
        return tuple(figures)

    def _loops(self, since: int, until: int) -> tuple[_Rows, _Rows]:
        """By worker: the share of its life between two instants in which its loop was held, and that life, ns."""
        before, after = self._worker_rows(since), self._worker_rows(until)
        came = after.copy()
        came[: len(before)] -= before
        alive, busy = came[:, _ALIVE], came[:, _BUSY]
        return np.clip(np.divide(busy, alive, out=np.zeros(len(busy)), where=alive > 0), 0.0, 1.0), alive

    def _worker_rows(self, time_ns: int) -> _Rows:
        """Cumulative figures of all workers at an instant, straight between what is known around it."""
        index = min(time_ns // self._every, len(self._system.record.samples))
        begin, begin_ns = self._sampled(index), index * self._every
        if time_ns <= begin_ns:
            return begin
        now = self._system.now_ns
        if index < len(self._system.record.samples):
            end, end_ns = self._sampled(index + 1), begin_ns + self._every
        else:
            end = np.array([tuple(worker.figures(now)) for worker in self._system.all_workers], dtype=np.float64)
            end_ns = max(now, time_ns)
        rows: _Rows = end.copy()
        known = begin[: len(end)]
        rows[: len(known)] = known + (end[: len(known)] - known) * ((time_ns - begin_ns) / (end_ns - begin_ns))
        return rows

    def _sampled(self, number: int) -> _Rows:
        """After `number` samples; of a run that has none yet, nothing."""
        number = min(number, len(self._system.record.samples))
        if number == 0:
            return np.zeros((self._system.record.scenario.server.workers, len(WORKER_COLUMNS)))
        return self._system.record.samples.worker_row(number - 1)


def _life(is_dead: bool, is_leaving: bool, accepts: bool) -> WorkerLife:
    if is_dead:
        return WorkerLife.STOPPED
    if is_leaving:
        return WorkerLife.LEAVING
    return WorkerLife.RUNNING if accepts else WorkerLife.STARTING
