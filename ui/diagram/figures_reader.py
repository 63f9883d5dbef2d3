"""The diagram's figures, read from a run: from its samples, and for the present from the workers themselves."""

import numpy as np

from simulator.model import System
from simulator.record import SAMPLE_COLUMNS, WORKER_COLUMNS
from simulator.units import NS_PER_S
from ui.diagram.accepting import accepted_between
from ui.diagram.attempts import Attempts
from ui.diagram.figures import DiagramFigures, Life, WorkerFigures
from ui.diagram.lives import Lives
from ui.diagram.outcomes import OutcomeLog
from ui.diagram.standing import Standing
from ui.diagram.worker_rows import Rows, WorkerRows

_COMPLETED = SAMPLE_COLUMNS.index("completed")
_ALIVE, _BUSY = WORKER_COLUMNS.index("alive"), WORKER_COLUMNS.index("busy")


class FiguresReader:
    """Of one run that goes on; sampled so often that a second has several samples."""

    def __init__(self, system: System, sample_every_ns: int) -> None:
        self._system = system
        self._every = sample_every_ns
        self._lives = Lives(system)
        self._worker_rows = WorkerRows(system, sample_every_ns)
        self._standing = Standing(system)
        self._attempts = Attempts(system)
        self._accepted_in = (0, 0, 0)
        """Between which instants how many connections were accepted."""
        assert system.trace is not None, "a session is traced"
        self._outcomes = OutcomeLog(system.trace, tuple(client.name for client in system.scenario.clients))

    def read(self, time_ns: int) -> DiagramFigures:
        """Figures of the second before an instant; rates change with the samples, so that they can be read."""
        now, standing = self._lives.now(), self._standing.now()
        is_present = time_ns >= self._system.now_ns
        seen = now if is_present else self._lives.at(time_ns)
        since = max(0, time_ns - NS_PER_S)
        # A run that stops at the instant of a sample has not taken it yet.
        last = min(time_ns // self._every, len(self._system.record.samples)) * self._every
        first = max(0, last - NS_PER_S)
        seconds = (last - first) / NS_PER_S
        shares, alive = self._loops(since, time_ns)
        if seen is not None:
            workers = self._told(seen[0], shares, time_ns)
        else:
            # At the very beginning nobody has lived, and who is there was there from the start.
            workers = self._workers(shares, alive, is_first=time_ns == 0)
        known = DiagramFigures(
            workers,
            connections=standing if is_present else self._standing.at(time_ns),
            outcomes=self._outcomes.at(time_ns),
            restarts=0 if seen is None else seen[1],
            attempts=self._attempts,
        )
        if not seconds or first < self._system.record.samples.first * self._every:
            return known
        answered_per_s = (self._completed_by(last) - self._completed_by(first)) / seconds
        assert self._system.trace is not None, "a session is traced"
        if first < self._system.trace.kept_since_ns:
            # Nobody knows any more who sent and accepted what.
            return known._replace(answered_per_s=answered_per_s)
        return known._replace(
            answered_per_s=answered_per_s,
            accepted_per_s=self._accepted(first, last) / seconds,
            clients_per_s=self._sent(first, last, seconds),
        )

    # Rates

    def _completed_by(self, time_ns: int) -> float:
        row = min(time_ns // self._every, len(self._system.record.samples)) - 1
        return 0.0 if row < 0 else float(self._system.record.samples.row(row)[_COMPLETED])

    def _accepted(self, first: int, last: int) -> int:
        """Worked out once for each sample."""
        if (first, last) != self._accepted_in[:2]:
            self._accepted_in = first, last, accepted_between(self._system, first, last)
        return self._accepted_in[2]

    def _sent(self, first: int, last: int, seconds: float) -> tuple[float | None, ...]:
        assert self._system.trace is not None, "a session is traced"
        groups = self._system.trace.sent_between(first, last)
        counts = np.bincount(groups, minlength=len(self._system.scenario.clients))
        return tuple(float(count) / seconds for count in counts)

    # Workers

    def _told(self, lives: dict[int, Life], shares: Rows, time_ns: int) -> tuple[WorkerFigures, ...]:
        """As it was seen."""
        limit = self._system.scenario.server.thread_limit
        figures = []
        for number, life in sorted(lives.items()):
            left_s = None if life.ready_s is None else max(0.0, life.ready_s - time_ns / NS_PER_S)
            share = float(shares[number - 1]) if number <= len(shares) else 0.0
            figures.append(WorkerFigures(number, share, limit, life.life, left_s, life.is_spent))
        return tuple(figures)

    def _workers(self, shares: Rows, alive: Rows, *, is_first: bool) -> tuple[WorkerFigures, ...]:
        """Of an instant at which nobody looked: who lived in the second before it."""
        limit = self._system.scenario.server.thread_limit
        figures = []
        for worker, share, lived in zip(self._system.all_workers, shares, alive, strict=False):
            if lived > 0 or is_first:
                figures.append(WorkerFigures(worker.number, float(share), limit))
        return tuple(figures)

    def _loops(self, since: int, until: int) -> tuple[Rows, Rows]:
        """By worker: the share of its life between two instants in which its loop was held, and that life, ns."""
        came = self._worker_rows.between(since, until)
        alive, busy = came[:, _ALIVE], came[:, _BUSY]
        return np.clip(np.divide(busy, alive, out=np.zeros(len(busy)), where=alive > 0), 0.0, 1.0), alive
