"""Where requests were and how long answers took, read from the transitions of a run: each row once. Pure."""

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.record import STAGE_MASK, Stage, Transitions
from simulator.units import NS_PER_S
from ui.charts.rows import Rows
from ui.charts.spread import BINS, bin_of

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

LAYERS = ("network", "accept_queue", "loop", "threads", "pool", "service", "processor")
"""What a request waits for; the broker's messages are counted elsewhere."""
LAYER_OF: dict[Stage, str] = {
    Stage.CONNECTING: "network",
    Stage.TRAVELLING: "network",
    Stage.RETURNING: "network",
    Stage.ACCEPT_QUEUE: "accept_queue",
    Stage.LOOP_QUEUE: "loop",
    Stage.THREAD_QUEUE: "threads",
    Stage.POOL_QUEUE: "pool",
    Stage.SERVICE_QUEUE: "service",
    Stage.IN_IO: "service",
    Stage.CPU_QUEUE: "processor",
}
"""Not among them: who is on the processor waits for nothing, and nobody waits for orphans and background work."""
_NOWHERE = len(LAYERS)
_LAYER_OF = np.full(STAGE_MASK + 1, _NOWHERE, dtype=np.uint8)
for _stage, _layer in LAYER_OF.items():
    _LAYER_OF[_stage] = LAYERS.index(_layer)

EVERY_S = 0.1
_EVERY_NS = NS_PER_S // 10
_SECOND_ROWS = 10
MOST_ROWS = 40_000
_MOST_AT_ONCE = 200_000
"""Transitions in one call: some 40 ms where a long run is shown for the first time, seldom a thousand else."""


class Trail:
    """Cumulative rows every tenth of a second (requests) and every second (answers)."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._read = 0
        self._skipped_ns = -1
        """Rows up to here were forgotten before they were read."""
        self._standing = _Standing()
        self._interval = 0
        """The first that is not over."""
        self._present = np.zeros(_NOWHERE)
        """Requests in each layer as that interval began."""
        self._pending = _Pending(0)
        self._areas, self._answers = Rows(1 + _NOWHERE), Rows(1 + BINS)
        self._areas.extend(np.zeros((1 + _NOWHERE, 1)))
        self._answers.extend(np.zeros((1 + BINS, 1)))
        self._second = np.zeros(BINS)
        """Answers since the last row of them."""

    @property
    def is_behind(self) -> bool:
        """Whether there is more to read."""
        trace = self._system.trace
        return trace is not None and self._read < trace.count

    @property
    def latest_s(self) -> float:
        """Up to when the run is known."""
        return float(self._areas.columns[0, -1])

    def read(self) -> None:
        """Take what is new, at most so much that nobody notices."""
        trace = self._system.trace
        assert trace is not None, "a session is traced"
        if self._read < trace.first:
            self._skip(trace)
        last = min(trace.count, self._read + _MOST_AT_ONCE)
        rows = trace.rows(self._read, last)
        rows = rows[rows["time"] > self._skipped_ns]
        self._read = last
        now_ns = int(rows["time"][-1]) if self.is_behind else self._system.now_ns
        if len(rows):
            self._take(rows)
        self._close(now_ns // _EVERY_NS)

    def _skip(self, trace: Transitions) -> None:
        """What was before was forgotten unread: go on from the picture that is kept of its end."""
        self._skipped_ns, self._read = trace.kept_since_ns, trace.first
        moment = trace.at(self._skipped_ns)
        layers = _LAYER_OF[moment.stage]
        self._standing = _Standing()
        self._standing.move(moment.request_id, layers)
        self._present = np.bincount(layers, minlength=_NOWHERE + 1)[:_NOWHERE].astype(np.float64)
        self._interval = self._skipped_ns // _EVERY_NS
        self._pending = _Pending(self._interval)
        for rows in (self._areas, self._answers):
            row = rows.columns[:, -1:].copy()
            row[0] = self._interval * EVERY_S
            rows.extend(row)

    def _take(self, rows: NDArray[np.void]) -> None:
        stages, requests = rows["stage"] & np.uint8(STAGE_MASK), rows["request"].astype(np.int64)
        times: Whole = rows["time"].astype(np.int64)
        after = _LAYER_OF[stages]
        before = self._before(requests, after)
        self._pending.add(times, before, -1)
        self._pending.add(times, after, +1)
        answered = stages == Stage.ANSWERED
        if answered.any():
            ids, table = requests[answered], self._system.record.requests
            took = table.values("finished", ids) - table.values("sent", ids)
            self._pending.add_answers(times[answered], bin_of(took / NS_PER_S))

    def _before(self, requests: Whole, after: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Where the request of each row was before it."""
        order = np.argsort(requests, kind="stable")
        ids, sorted_after = requests[order], after[order]
        is_first = np.ones(len(ids), dtype=bool)
        is_first[1:] = ids[1:] != ids[:-1]
        came = np.empty_like(sorted_after)
        came[1:] = sorted_after[:-1]
        came[is_first] = self._standing.move(ids[is_first], sorted_after[np.roll(is_first, -1)])
        before = np.empty_like(came)
        before[order] = came
        return before

    def _close(self, until: int) -> None:
        """Write the rows of the intervals that are over."""
        count = until - self._interval
        if count <= 0:
            return
        moves, parts, answers = self._pending.taken(count)
        begun = self._present + np.vstack([np.zeros(_NOWHERE), np.cumsum(moves, axis=0)[:-1]])
        areas = self._areas.columns[1:, -1] + np.cumsum(begun * EVERY_S + parts, axis=0)
        ends = np.arange(self._interval + 1, until + 1)
        self._areas.extend(np.vstack([ends * EVERY_S, areas.T]))
        self._areas.thin(MOST_ROWS)
        self._present = self._present + moves.sum(axis=0)
        self._keep_answers(ends, answers)
        self._interval = until

    def _keep_answers(self, ends: Whole, answers: Floats) -> None:
        whole = np.flatnonzero(ends % _SECOND_ROWS == 0)
        if len(whole):
            sums = np.cumsum(answers, axis=0)
            rows = self._answers.columns[1:, -1] + self._second + sums[whole]
            self._answers.extend(np.vstack([ends[whole] * EVERY_S, rows.T]))
            self._answers.thin(MOST_ROWS // _SECOND_ROWS)
            self._second = answers[whole[-1] + 1 :].sum(axis=0)
        else:
            self._second = self._second + answers.sum(axis=0)

    # What it tells

    def lengths(self, times: Floats, smoothing_s: float) -> dict[str, Floats]:
        """Requests in each of LAYERS, mean of `smoothing_s` before each instant; NaN where it is not known yet."""
        since = np.maximum(times - smoothing_s, 0.0)
        time, *columns = self._areas.columns
        is_known = times <= self.latest_s + EVERY_S
        length = np.maximum(np.minimum(times, self.latest_s) - since, EVERY_S / 2)
        return {
            name: np.where(is_known, (np.interp(times, time, area) - np.interp(since, time, area)) / length, np.nan)
            for name, area in zip(LAYERS, columns, strict=True)
        }

    def answers(self, until_s: float, length_s: float) -> Floats:
        """How many answers of each bin came in so much time before an instant."""
        time = self._answers.columns[0]
        last = int(np.searchsorted(time, until_s + 1e-6)) - 1
        first = int(np.searchsorted(time, until_s - length_s + 1e-6)) - 1
        counts: Floats = self._answers.columns[1:, max(0, last)] - self._answers.columns[1:, max(0, first)]
        if until_s >= self.latest_s - EVERY_S:
            return counts + self._second
        return counts


class _Standing:
    """In which layer each request was last: of those alone that are in one, so that a long run takes no more room."""

    def __init__(self) -> None:
        self._ids, self._layers = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.uint8)

    def move(self, ids: Whole, after: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """These, by rising id, are in other layers from here on; where they were before."""
        before = np.full(len(ids), _NOWHERE, dtype=np.uint8)
        found = np.searchsorted(self._ids, ids)
        is_known = np.append(self._ids, -1)[found] == ids
        found = found[is_known]
        before[is_known] = self._layers[found]
        stays, is_somewhere = np.ones(len(self._ids), dtype=bool), after != _NOWHERE
        stays[found] = False
        known = np.concatenate([self._ids[stays], ids[is_somewhere]])
        order = np.argsort(known, kind="stable")
        self._ids = known[order]
        self._layers = np.concatenate([self._layers[stays], after[is_somewhere]])[order]
        return before


class _Pending:
    """What happened in intervals that are not over, or not written yet."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._moves, self._parts = np.zeros((1, _NOWHERE + 1)), np.zeros((1, _NOWHERE + 1))
        self._answers = np.zeros((1, BINS))

    def add(self, times: Whole, layers: NDArray[np.uint8], sign: int) -> None:
        """Requests come to (+1) or leave (-1) layers."""
        index = times // _EVERY_NS - self._first
        self._reserve(int(index[-1]) + 1)
        left_s = ((index + self._first + 1) * _EVERY_NS - times) / NS_PER_S
        cells = index * (_NOWHERE + 1) + layers
        size = self._moves.size
        self._moves += sign * np.bincount(cells, minlength=size).reshape(self._moves.shape)
        self._parts += sign * np.bincount(cells, left_s, minlength=size).reshape(self._parts.shape)

    def add_answers(self, times: Whole, bins: Whole) -> None:
        """Answers came."""
        cells = (times // _EVERY_NS - self._first) * BINS + bins
        self._answers += np.bincount(cells, minlength=self._answers.size).reshape(self._answers.shape)

    def _reserve(self, count: int) -> None:
        """Rows for so many intervals."""
        more = count - len(self._moves)
        if more > 0:
            self._moves, self._parts, self._answers = (
                np.vstack([table, np.zeros((more, table.shape[1]))])
                for table in (self._moves, self._parts, self._answers)
            )

    def taken(self, count: int) -> tuple[Floats, Floats, Floats]:
        """The first `count` intervals, which are over."""
        self._reserve(count + 1)
        tables = self._moves, self._parts, self._answers
        done = tuple(table[:count] for table in tables)
        self._moves, self._parts, self._answers = (table[count:] for table in tables)
        self._first += count
        moves, parts, answers = done
        return moves[:, :_NOWHERE], parts[:, :_NOWHERE], answers
