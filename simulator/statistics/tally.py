"""Everything that is added up attempt by attempt, in blocks of rows, for one replication."""

import numpy as np
from numpy.typing import NDArray

from simulator.record import NEVER, PARTS, Outcome, Record
from simulator.scenario import Scenario
from simulator.statistics.batches import Batches
from simulator.statistics.deadlines import Deadlines
from simulator.statistics.little import LittleSums
from simulator.statistics.logical import LogicalRequests
from simulator.statistics.peak import InFlightPeak, NewlySent
from simulator.statistics.quantiles import EXACT_UP_TO, Quantiles
from simulator.statistics.window import Window

Rows = NDArray[np.void]
_ROWS_AT_ONCE = 1 << 14
_PART_TOLERANCE_NS = 10_000
"""The contract's 0.00001 s."""


class GroupTally:
    """Attempts of one route, one client, or all."""

    __slots__ = ("answered", "completed", "response", "sent")

    def __init__(self, exact_up_to: int) -> None:
        self.sent = 0
        self.completed = 0
        self.answered = 0
        """Completed inside the window, whenever they were sent."""
        self.response = Quantiles(exact_up_to)


class WorkerTally:
    """Counts by worker number; index 0 is for attempts that no worker had."""

    def __init__(self) -> None:
        self.counts = np.zeros((1, 3), dtype=np.int64)
        """Columns: completed, executed, orphaned."""

    def add(self, worker: NDArray[np.uint16], flags: tuple[NDArray[np.bool_], ...]) -> None:
        """One flag array a column."""
        most = max(len(self.counts), int(worker.max(initial=0)) + 1)
        grown = np.zeros((most, len(flags)), dtype=np.int64)
        grown[: len(self.counts)] = self.counts
        for column, flag in enumerate(flags):
            grown[:, column] += np.bincount(worker[flag], minlength=most)
        self.counts = grown


class Tally:
    """Feed it every attempt once (`add`), then `close` it.

    Statistics cover what was sent inside the window; `answered` and goodput what was answered inside it.
    """

    def __init__(self, scenario: Scenario, window: Window, *, exact_up_to: int = EXACT_UP_TO) -> None:
        self.window = window
        self.outcomes = np.zeros(len(Outcome), dtype=np.int64)
        self.unanswered = 0
        """Attempts without any answer, not even an error's."""
        self.all = GroupTally(exact_up_to)
        self.routes = [GroupTally(exact_up_to) for _ in scenario.routes]
        self.clients = [GroupTally(exact_up_to) for _ in scenario.clients]
        self.workers = WorkerTally()
        self.parts_ns = dict.fromkeys(PARTS, 0)
        self.orphaned_cpu_ns = self.orphaned_hold_ns = 0
        self.logical = LogicalRequests(scenario, window, Quantiles(exact_up_to))
        self.little = LittleSums(window)
        self.batches = Batches(window)
        self.peak = InFlightPeak(window)
        self.is_conserved = True
        self._deadlines = Deadlines(scenario)
        self._unfinished: list[Rows] = []

    def add(self, rows: Rows) -> None:
        """Count these attempts, dtype REQUEST_ROW."""
        first_sent = self.logical.add(rows)
        self._unfinished.append(rows[rows["outcome"] == Outcome.UNFINISHED])
        ended = rows["outcome"] != Outcome.UNFINISHED
        self.little.add(rows["sent"][ended], rows["finished"][ended])
        self._add_answers(rows, first_sent)
        self._add_inside(rows[self.window.holds(rows["sent"])])
        self._check(rows[ended], rows["finished"][ended])

    def close(self, end_ns: int) -> None:
        """The run ended at `end_ns`, with some attempts unfinished."""
        for rows in self._unfinished:
            ends = np.full(len(rows), end_ns)
            self.little.add(rows["sent"], ends)
            self._check(rows, ends)
        self._unfinished.clear()
        self.logical.close()

    def _add_answers(self, rows: Rows, first_sent: NDArray[np.int64]) -> None:
        answered = (rows["outcome"] == Outcome.COMPLETED) & self.window.holds(rows["finished"])
        rows, first_sent = rows[answered], first_sent[answered]
        is_good = self._deadlines.are_met(rows["client"], rows["finished"], rows["finished"] - first_sent)
        self.batches.add_answers(rows["finished"], is_good)
        self.all.answered += len(rows)
        for groups, number in ((self.routes, rows["route"]), (self.clients, rows["client"])):
            for index, count in zip(*np.unique(number, return_counts=True), strict=True):
                groups[index].answered += int(count)

    def _add_inside(self, rows: Rows) -> None:
        self.outcomes += np.bincount(rows["outcome"], minlength=len(Outcome))
        self.unanswered += int(np.count_nonzero(rows["status"] == 0))
        completed = rows[rows["outcome"] == Outcome.COMPLETED]
        response = completed["finished"] - completed["sent"]
        self.batches.add_responses(completed["sent"], response)
        for part in PARTS:
            self.parts_ns[part] += int(completed[part].sum())
        _add_group(self.all, len(rows), response)
        for groups, key in ((self.routes, "route"), (self.clients, "client")):
            for index, count in zip(*np.unique(rows[key], return_counts=True), strict=True):
                _add_group(groups[index], int(count), response[completed[key] == index])
        self._add_server_side(rows)

    def _add_server_side(self, rows: Rows, *, has_clients: bool = True) -> None:
        executed = rows["server_finished"] != NEVER
        left = (rows["finished"] != NEVER) & (rows["server_finished"] > rows["finished"])
        orphaned = executed & left & (rows["outcome"] == Outcome.TIMED_OUT)
        completed = (rows["outcome"] == Outcome.COMPLETED) & has_clients
        self.workers.add(rows["worker"], (completed, executed, orphaned))
        hold = rows[orphaned]
        self.orphaned_hold_ns += int((hold["server_finished"] - hold["started"])[hold["started"] != NEVER].sum())

    def add_orphans(self, rows: Rows) -> None:
        """Count what the server did for attempts that were counted before it was ready with them."""
        inside = rows[self.window.holds(rows["sent"])]
        self._add_server_side(inside[inside["server_finished"] != NEVER], has_clients=False)

    def add_orphan_work(self, rows: Rows) -> None:
        """Count the processor time of these, dtype ORPHAN_ROW."""
        self.orphaned_cpu_ns += int(rows["cpu"][self.window.holds(rows["sent"])].sum())

    def _check(self, rows: Rows, ends: NDArray[np.int64]) -> None:
        """Parts fill the time of every attempt; a completed one's times are in order."""
        parts = np.zeros(len(rows), dtype=np.int64)
        for part in PARTS:
            parts += rows[part]
        fits = np.abs(parts - (ends - rows["sent"])) <= _PART_TOLERANCE_NS
        completed = rows[rows["outcome"] == Outcome.COMPLETED]
        accepted = np.maximum(completed["accepted"], completed["sent"])
        ordered = (completed["sent"] <= completed["started"]) & (accepted <= completed["started"])
        ordered &= completed["started"] <= completed["finished"]
        self.is_conserved &= bool(fits.all()) and bool(ordered.all())


def _add_group(group: GroupTally, sent: int, response: NDArray[np.int64]) -> None:
    group.sent += sent
    group.completed += len(response)
    group.response.add(response)


def tallied(record: Record, *, exact_up_to: int = EXACT_UP_TO) -> Tally:
    """The tally of a closed record whose rows are all kept."""
    assert record.is_closed, "the unfinished attempts have no rows before"
    tally = Tally(record.scenario, Window.measured(record), exact_up_to=exact_up_to)
    requests = record.requests
    sent, finished = [], []
    for number in range(len(requests.blocks)):
        rows = requests.block(number)
        tally.add(rows)
        sent.append(rows["sent"].astype(np.int64))
        finished.append(rows["finished"][rows["finished"] != NEVER].astype(np.int64))
    if sent:
        tally.peak.add(np.concatenate(sent), np.concatenate(finished))
    tally.add_orphan_work(record.orphans.array())
    tally.close(record.end_ns)
    return tally


class StreamedTally:
    """Reads attempts as they end, so that their rows need not be kept (`System(stream=...)`).

    Percentiles are exact up to `exact_up_to` values; all else is what `tallied` would say.
    """

    def __init__(self, scenario: Scenario, *, exact_up_to: int = 0) -> None:
        self.newly_sent: NewlySent = tuple
        """To be set before the run begins: what is in flight when rows come."""
        self._tally = Tally(scenario, Window.planned(scenario), exact_up_to=exact_up_to)
        self._waiting: list[Rows] = []
        self._waiting_rows = 0

    def __call__(self, rows: Rows) -> None:
        """Take rows that ended since the call before; a copy is not made."""
        self._waiting.append(rows)
        self._waiting_rows += len(rows)
        # Counting costs about a millisecond however few they are, and short intervals bring few.
        if self._waiting_rows >= _ROWS_AT_ONCE:
            self._count()

    def add_orphans(self, rows: Rows) -> None:
        """Take rows that came before, now that the server is ready with them."""
        self._tally.add_orphans(rows)

    def add_orphan_work(self, rows: Rows) -> None:
        """Take what the server did for whoever had left."""
        self._tally.add_orphan_work(rows)

    def _count(self) -> None:
        if not self._waiting:
            return
        rows = np.concatenate(self._waiting)
        self._waiting.clear()
        self._waiting_rows = 0
        self._tally.add(rows)
        ended = rows[rows["outcome"] != Outcome.UNFINISHED]
        self._tally.peak.add_ended(ended, self.newly_sent())

    def closed(self, record: Record) -> Tally:
        """The tally of the whole run, whose record is closed."""
        self._count()
        self._tally.close(record.end_ns)
        return self._tally
