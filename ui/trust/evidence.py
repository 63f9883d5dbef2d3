"""What is known of a run since something was changed last, read from its record bit by bit. Pure."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.record import SAMPLE_COLUMNS, STAGE_MASK, WORKER_COLUMNS, Stage
from simulator.scenario import Scenario
from simulator.statistics.intervals import BATCHES
from simulator.statistics.quantiles import Quantiles
from simulator.statistics.utilisation_law import Observed
from simulator.units import NS_PER_S, to_ns

Whole = NDArray[np.int64]

_ENDS = np.array([Stage.ANSWERED, Stage.REFUSED, Stage.REJECTED, Stage.FAILED, Stage.TIMED_OUT], dtype=np.uint8)
_BEHIND = np.array([Stage.ORPHANED, Stage.BACKGROUND], dtype=np.uint8)
_IN_FLIGHT = SAMPLE_COLUMNS.index("in_flight")
_SHARES = {"loop": ("busy", "alive"), "threads": ("tokens", "limit"), "processor": ("cpu", "alive")}
AT_ONCE = 200_000
"""Transitions in one call: some 40 ms where a long run is looked at for the first time."""
_EXACT_UP_TO = 100_000


@dataclass(frozen=True, slots=True)
class Facts:
    """From `since_s` to `until_s`; counts are of attempts."""

    scenario: Scenario
    """As it stood all that time."""
    since_s: float
    until_s: float
    sent: int
    answered: int
    completed_of_sent: int
    """Of those that were sent since."""
    length: float
    """Mean number in flight, counted at every instant by the model."""
    spent_s: float
    """Time in flight of those sent since, added up attempt by attempt; the unfinished as far as they have come."""
    before_s: float
    """The same of those that were sent before, from `since_s` on."""
    unfinished_s: float
    """The part of `spent_s` that is of unfinished ones."""
    sent_ever: int
    ended_ever: int
    in_flight: int
    observed: Observed
    responses: Quantiles
    batch_sums_s: NDArray[np.float64]
    """Response times by when their attempt was sent, in slices of equal length up to the oldest unfinished one."""
    batch_counts: NDArray[np.float64]

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.until_s - self.since_s

    @property
    def sent_per_s(self) -> float:
        """Lambda."""
        return self.sent / self.seconds if self.seconds > 0 else 0.0

    @property
    def answered_per_s(self) -> float:
        """X."""
        return self.answered / self.seconds if self.seconds > 0 else 0.0

    @property
    def mean_time_s(self) -> float:
        """W, in flight."""
        return self.spent_s / self.sent if self.sent else 0.0


class Evidence:
    """Begins anew at the end of the warm-up and with every change."""

    def __init__(self, system: System) -> None:
        self._system = system
        assert system.trace is not None, "a session is traced"
        self._trace = system.trace
        self._read = 0
        self._is_behind = False
        self._first_id = 1
        """Of those that are not known yet."""
        self._sent_ever = self._ended_ever = 0
        self._scenario = system.scenario
        """As it stood when it was changed last: between a change and the next sample there is another one already."""
        self._begin(0)

    def _begin(self, since: int) -> None:
        self._since = since
        self._first_inside = self._first_id
        self._sent = self._completed = self._answered = 0
        self._sent_sum = self._ended_sum = self._ended_sent_sum = self._before = 0
        """Sums of instants, ns."""
        self._routes = np.zeros(len(self._system.scenario.routes), dtype=np.int64)
        self._responses = Quantiles(_EXACT_UP_TO)
        self._slices = _Slices(since)
        # Samples may be forgotten later on.
        samples, number = self._system.record.samples, self._number(since)
        self._begun_in_flight = float(samples.row(number)[_IN_FLIGHT]) if since else 0.0
        self._begun_workers = samples.worker_rows(np.array([number]))[0]

    @property
    def is_behind(self) -> bool:
        """Whether there was more to read than was taken the last time."""
        return self._is_behind

    def read(self, most: int = AT_ONCE) -> None:
        """Take what is new, at most so many transitions."""
        until = self._last_sample()
        if self._read < self._trace.first:
            self._skip()
        rows = self._trace.rows(self._read, min(self._trace.count, self._read + most))
        self._is_behind = self._trace.count - self._read > most
        # Samples look before what happens at their instant.
        rows = rows[: int(np.searchsorted(rows["time"], until, side="left"))]
        self._read += len(rows)
        if self._is_behind and len(rows):
            until = min(until, int(rows["time"][-1]))  # what comes next may be of that instant still
        begins = [at for at in self._begins() if at <= until]
        for at in begins:
            split = int(np.searchsorted(rows["time"], at, side="left"))
            self._take(rows[:split])
            rows = rows[split:]
            self._begin(at)
        self._take(rows)
        if not any(at <= self._system.now_ns for at in self._changed() if at > self._since):
            self._scenario = self._system.scenario

    def _skip(self) -> None:
        """What was before was forgotten unread: begin at the first sample after it."""
        trace, every = self._trace, self._every
        since = max(-(-(trace.kept_since_ns + 1) // every) * every, self._oldest_sample())
        kept = trace.rows(trace.first)
        self._read = trace.first + int(np.searchsorted(kept["time"], since, side="left"))
        moment = trace.at(since - 1)
        self._sent_ever = trace.sent_by(since - 1)
        self._ended_ever = self._sent_ever - int(np.count_nonzero(~np.isin(moment.stage, _BEHIND)))
        self._first_id = self._sent_ever + 1
        self._begin(since)

    def _oldest_sample(self) -> int:
        """The first that is kept; 0 where all are."""
        first = self._system.record.samples.first
        return (first + 1) * self._every if first else 0

    def _last_sample(self) -> int:
        return len(self._system.record.samples) * self._every

    @property
    def _every(self) -> int:
        samples = self._system.record.samples
        return int(samples.row(samples.first)[0]) // (samples.first + 1) if len(samples) else NS_PER_S

    def _changed(self) -> list[int]:
        """When something was changed, or will be."""
        changes = (*self._system.record.scenario.changes, *self._system.changes)
        return [to_ns(change.at) for change in changes]

    def _begins(self) -> list[int]:
        """At samples, so that what the model has added up can be compared to the nanosecond."""
        scenario, every = self._system.record.scenario, self._every
        instants = [to_ns(scenario.run.warm_up), *self._changed()]
        rounded = {-(-at // every) * every for at in instants}
        # Of a sample that was forgotten nothing can be subtracted any more.
        return sorted({max(at, self._oldest_sample()) for at in rounded if at > self._since})

    def _take(self, rows: NDArray[np.void]) -> None:
        if not len(rows):
            return
        ids, times = rows["request"].astype(np.int64), rows["time"].astype(np.int64)
        self._take_sent(ids, times)
        stages = rows["stage"] & np.uint8(STAGE_MASK)
        is_end = np.isin(stages, _ENDS)
        self._take_ended(ids[is_end], stages[is_end] == Stage.ANSWERED)

    def _take_sent(self, ids: Whole, times: Whole) -> None:
        is_new = ids >= self._first_id
        new, first = np.unique(ids[is_new], return_index=True)
        if not len(new):
            return
        self._sent += len(new)
        self._sent_ever += len(new)
        self._sent_sum += int(times[is_new][first].sum())
        self._first_id = int(new[-1]) + 1

    def _take_ended(self, ids: Whole, is_answer: NDArray[np.bool_]) -> None:
        self._ended_ever += len(ids)
        table = self._system.record.requests
        sent, finished = table.values("sent", ids), table.values("finished", ids)
        inside = ids >= self._first_inside
        self._before += int((finished - self._since)[~inside].sum())
        self._ended_sum += int(finished[inside].sum())
        self._ended_sent_sum += int(sent[inside].sum())
        self._answered += int(np.count_nonzero(is_answer))
        self._completed += int(np.count_nonzero(is_answer & inside))
        counted = table.values("route", ids[is_answer])
        self._routes += np.bincount(counted, minlength=len(self._routes))[: len(self._routes)]
        both = is_answer & inside
        self._responses.add((finished - sent)[both])
        self._slices.add(sent[both], (finished - sent)[both])

    # What is known

    def facts(self) -> Facts | None:
        """None before there is anything."""
        until = min(self._last_sample(), self._reached())
        until -= (until - self._since) % self._every
        if until <= self._since:
            return None
        moment = self._trace.at(until - 1)
        is_client = ~np.isin(moment.stage, _BEHIND)
        seconds = (until - self._since) / NS_PER_S
        open_ids = moment.request_id[is_client]
        open_sent = moment.sent_ns[is_client]
        inside = open_ids >= self._first_inside
        unfinished = int((until - open_sent[inside]).sum())
        before = self._before + int(until - self._since) * int(np.count_nonzero(~inside))
        oldest = int(open_sent[inside].min()) if inside.any() else until
        sums, counts = self._slices.batches(oldest)
        scenario = self._scenario
        return Facts(
            scenario=scenario.model_copy(update={"changes": ()}),
            since_s=self._since / NS_PER_S,
            until_s=until / NS_PER_S,
            sent=self._sent,
            answered=self._answered,
            completed_of_sent=self._completed,
            length=self._mean_in_flight(until),
            spent_s=(self._ended_sum - self._ended_sent_sum + unfinished) / NS_PER_S,
            before_s=before / NS_PER_S,
            unfinished_s=unfinished / NS_PER_S,
            sent_ever=self._sent_ever,
            ended_ever=self._ended_ever,
            in_flight=int(np.count_nonzero(is_client)),
            observed=Observed(
                {route.path: float(n) / seconds for route, n in zip(scenario.routes, self._routes, strict=True)},
                self._shares(until),
                self._sent,
                self._completed,
            ),
            responses=self._responses,
            batch_sums_s=sums,
            batch_counts=counts,
        )

    def _reached(self) -> int:
        """Up to where all was read."""
        if self._read < self._trace.count:
            return int(self._trace.rows(self._read, self._read + 1)["time"][0])
        return self._system.now_ns

    def _number(self, at: int) -> int:
        return at // self._every - 1

    def _mean_in_flight(self, until: int) -> float:
        last = float(self._system.record.samples.row(self._number(until))[_IN_FLIGHT])
        return (last - self._begun_in_flight) / (until - self._since)

    def _shares(self, until: int) -> dict[str, float]:
        came = self._system.record.samples.worker_rows(np.array([self._number(until)]))[0]
        came[: len(self._begun_workers)] -= self._begun_workers
        shares = {}
        for name, columns in _SHARES.items():
            part, whole = (came[:, WORKER_COLUMNS.index(column)] for column in columns)
            lived = whole > 0
            shares[name] = float((part[lived] / whole[lived]).mean()) if lived.any() else 0.0
        return shares


class _Slices:
    """Response times by when their attempt was sent, in slices that double in length when they become too many."""

    _MOST = 2048

    def __init__(self, since: int) -> None:
        self._since, self._length = since, NS_PER_S // 100
        self._sums, self._counts = np.zeros(self._MOST), np.zeros(self._MOST)

    def add(self, sent: Whole, took: Whole) -> None:
        """Answers came."""
        if not len(sent):
            return
        self._reach(int(sent.max()))
        index = (sent - self._since) // self._length
        self._sums += np.bincount(index, took / NS_PER_S, minlength=self._MOST)
        self._counts += np.bincount(index, minlength=self._MOST)

    def _reach(self, at: int) -> None:
        while at - self._since >= self._MOST * self._length:
            self._length *= 2
            for column in (self._sums, self._counts):
                column[: self._MOST // 2] = column.reshape(-1, 2).sum(axis=1)
                column[self._MOST // 2 :] = 0

    def batches(self, until: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Sums and counts of BATCHES equal parts of the whole slices before an instant."""
        self._reach(until)
        each = (until - self._since) // self._length // BATCHES
        if each < 1:
            return np.zeros(BATCHES), np.zeros(BATCHES)
        last = each * BATCHES
        # The newest: what was before may still be on the way to its steady state.
        first = (until - self._since) // self._length - last
        sums, counts = (
            column[first : first + last].reshape(BATCHES, each).sum(axis=1) for column in (self._sums, self._counts)
        )
        return sums, counts
