"""Two runs with the same clients and draws, side by side: request by request, and slice of time by slice of time."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.record import SAMPLE_COLUMNS, WORKER_COLUMNS, Outcome, Record
from simulator.statistics.intervals import BATCHES, Interval, t_interval
from simulator.units import NS_PER_S, to_ns

CHUNK_ROWS = 100_000
_SMALLEST_SLICE_NS = NS_PER_S // 10
Floats = NDArray[np.float64]
Measure = Callable[[Floats], Floats]
"""Of responses, shape (pairs, 2), one value for A and one for B."""


@dataclass(frozen=True, slots=True)
class PairedFigure:
    """One figure of A and of B, and B less A: means over equal slices of time, of which both runs have the same."""

    name: str
    a: float
    b: float
    interval: Interval | None
    """Of the difference, 95 % (Student 1908, over the slices' differences); None where it is too early to tell."""

    @property
    def difference(self) -> float:
        """B less A."""
        return self.b - self.a

    @property
    def is_shown(self) -> bool:
        """Whether a difference is shown: zero lies outside of its interval."""
        return self.interval is not None and (self.interval[0] > 0 or self.interval[1] < 0)


class _FirstAttempts:
    """The first attempts of a run that grows, by client group and in order of sending, as far as all have ended."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._read = 0
        self._chunks: list[list[NDArray[np.int64]]] = [[] for _ in record.scenario.clients]

    def columns(self) -> list[NDArray[np.int64]]:
        """For each group, shape (attempts, 2): sent, and response time or -1 where there was no answer; ns."""
        while self._read_chunk():
            pass
        for group, chunks in enumerate(self._chunks):
            if len(chunks) > 1:
                self._chunks[group] = [np.concatenate(chunks)]
        return [chunks[0] if chunks else np.empty((0, 2), dtype=np.int64) for chunks in self._chunks]

    def _read_chunk(self) -> bool:
        """Whether there may be more."""
        table = self._record.requests
        wanted = min(CHUNK_ROWS, table.count - self._read)
        if wanted <= 0 or self._read < table.forgotten:
            return False  # what a full record has dropped unread can be nobody's pair
        rows = table.take(np.arange(self._read + 1, self._read + wanted + 1))
        # Who waits still has no row. What was sent later is not looked at, or quick answers would count more often.
        waiting = np.flatnonzero(rows["attempt"] == 0)
        ended = rows[: int(waiting[0])] if len(waiting) else rows
        self._read += len(ended)
        response = np.where(ended["outcome"] == Outcome.COMPLETED, ended["finished"] - ended["sent"], -1)
        for group, chunks in enumerate(self._chunks):
            mine = (ended["client"] == group) & (ended["attempt"] == 1)
            if mine.any():
                chunks.append(np.stack((ended["sent"][mine], response[mine]), axis=1))
        return len(ended) == wanted


class Paired:
    """Compares two runs again and again while they go on; what it read once it does not read again.

    The n-th request of a group in A is the pair of the n-th in B: they have the same draws, and where arrivals do not
    wait for answers they are sent at the same instant.
    """

    def __init__(self, a: Record, b: Record) -> None:
        self._records = a, b
        self._attempts = _FirstAttempts(a), _FirstAttempts(b)
        self.pairs = 0
        """Requests that have ended in both."""
        self.answered = 0
        """Pairs with an answer in both: the response times that are compared."""
        self.alike = 0
        """Pairs that were sent at the same instant."""

    def figures(self, now_s: float) -> tuple[PairedFigure, ...]:
        """Response times in seconds, rates per second, shares; none before the warm-up's end or without a pair."""
        start = to_ns(self._records[0].scenario.run.warm_up)
        end = to_ns(now_s)
        pairs = self._read_pairs(start, end)
        if end - start < BATCHES * _SMALLEST_SLICE_NS:
            return ()
        # Of what was sent last the answers are not all there: pairs have slices of their own, up to the last of them.
        last = max(int(pairs[:, 0].max(initial=0)) + 1, start + BATCHES)
        return (*_response_figures(pairs, _edges(start, last)), *_rate_figures(self._records, _edges(start, end)))

    def _read_pairs(self, start: int, end: int) -> NDArray[np.int64]:
        """Shape (pairs, 3): sent in A, response time in A and in B, ns; those sent in this time, answered in both."""
        both = []
        self.pairs = self.alike = 0
        for a, b in zip(*(attempts.columns() for attempts in self._attempts), strict=True):
            count = min(int(np.searchsorted(a[:, 0], end)), int(np.searchsorted(b[:, 0], end)))
            self.pairs += count
            self.alike += int(np.count_nonzero(a[:count, 0] == b[:count, 0]))
            both.append(np.column_stack((a[:count], b[:count, 1])))
        pairs = np.concatenate(both) if both else np.empty((0, 3), dtype=np.int64)
        pairs = pairs[(pairs >= (start, 0, 0)).all(axis=1)]
        self.answered = len(pairs)
        return pairs


def _edges(start: int, end: int) -> NDArray[np.int64]:
    return np.array([start + (end - start) * k // BATCHES for k in range(BATCHES + 1)], dtype=np.int64)


def _figure(name: str, a: Floats, b: Floats) -> PairedFigure:
    """From one value a slice; slices where either has none are left out."""
    is_known = ~(np.isnan(a) | np.isnan(b))
    a, b = a[is_known], b[is_known]
    interval = t_interval(list(b - a)) if 2 * len(a) > BATCHES else None
    return PairedFigure(name, float(a.mean()), float(b.mean()), interval)


def _response_figures(pairs: NDArray[np.int64], edges: NDArray[np.int64]) -> tuple[PairedFigure, ...]:
    slices = np.searchsorted(edges, pairs[:, 0], side="right") - 1
    of_slice = [pairs[slices == k, 1:] / NS_PER_S for k in range(BATCHES)]
    if sum(len(responses) > 0 for responses in of_slice) == 0:
        return ()
    measures: tuple[tuple[str, Measure], ...] = (
        ("response_mean", lambda responses: responses.mean(axis=0)),
        ("response_p95", lambda responses: np.asarray(np.percentile(responses, 95, axis=0))),
    )
    nothing = np.full(2, np.nan)
    values = [
        (name, np.array([measure(each) if len(each) else nothing for each in of_slice])) for name, measure in measures
    ]
    return tuple(_figure(name, each[:, 0], each[:, 1]) for name, each in values)


def _rate_figures(records: tuple[Record, Record], edges: NDArray[np.int64]) -> tuple[PairedFigure, ...]:
    a, b = (_rates(record, edges) for record in records)
    return tuple(_figure(name, a[name], b[name]) for name in a)


def _rates(record: Record, edges: NDArray[np.int64]) -> dict[str, Floats]:
    """One value a slice, from the samples that are nearest to its edges; NaN where nothing was there to be used."""
    samples = record.samples
    times = samples.column("time")
    at = np.searchsorted(times, edges).clip(0, max(0, len(times) - 1))
    lengths = np.diff(times[at]) / NS_PER_S
    workers = np.diff(samples.workers().sum(axis=1)[at], axis=0)
    counts = {name: np.diff(samples.column(name)[at]) for name in ("good", "errors", "accept_queue")}
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "goodput": counts["good"] / lengths,
            "errors": counts["errors"] / lengths,
            "loop_held": workers[:, _worker("busy")] / workers[:, _worker("alive")],
            "threads_used": workers[:, _worker("tokens")] / NS_PER_S / lengths,
            "accept_queue": counts["accept_queue"] / NS_PER_S / lengths,
        }


def _worker(column: str) -> int:
    return WORKER_COLUMNS.index(column)


assert {"time", "good", "errors", "accept_queue"} <= set(SAMPLE_COLUMNS)
