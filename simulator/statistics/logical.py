"""Requests as their users count them: an attempt and its retries are one."""

import numpy as np
from numpy.typing import NDArray

from simulator.record import Outcome
from simulator.scenario import Scenario
from simulator.scenario.validation import replaced
from simulator.statistics.quantiles import Quantiles
from simulator.statistics.window import Window
from simulator.units import to_ns


class LogicalRequests:
    """Counts those whose first attempt was sent inside the window; rows come in any order of requests, but the
    attempts of one request in theirs."""

    def __init__(self, scenario: Scenario, window: Window, quantiles: Quantiles) -> None:
        self.sent = self.succeeded = self.gave_up = self.unfinished = self.attempts = 0
        self.response = quantiles
        self._window = window
        self._since, self._retries = _retries_in_force(scenario)
        self._may_retry = self._retries.max(axis=0) > 0
        self._open: dict[int, int] = {}
        """When the first attempt was sent of requests whose attempts have failed so far and that try again."""

    def add(self, rows: NDArray[np.void]) -> NDArray[np.int64]:
        """Count these attempts; returns when the first attempt of each was sent, ns."""
        first_sent = rows["sent"].astype(np.int64)
        outcome = rows["outcome"]
        is_first = rows["attempt"] == 1
        has_failed = (outcome != Outcome.COMPLETED) & (outcome != Outcome.UNFINISHED)
        is_chained = ~is_first | (has_failed & self._may_retry[rows["client"]])
        for index in np.flatnonzero(is_chained):
            first_sent[index] = self._follow(rows[index])
        inside = self._window.holds(first_sent)
        self.sent += int(np.count_nonzero(inside & is_first))
        self.attempts += int(np.count_nonzero(inside))
        is_done = inside & (outcome == Outcome.COMPLETED)
        self.succeeded += int(np.count_nonzero(is_done))
        self.response.add((rows["finished"] - first_sent)[is_done])
        self.unfinished += int(np.count_nonzero(inside & (outcome == Outcome.UNFINISHED)))
        self.gave_up += int(np.count_nonzero(inside & has_failed & ~is_chained))
        return first_sent

    def _follow(self, row: np.void) -> int:
        key = int(row["first_request_id"])
        sent = self._open.pop(key, int(row["sent"]))
        if row["outcome"] not in (Outcome.COMPLETED, Outcome.UNFINISHED):
            if self._tries_again(row):
                self._open[key] = sent
            else:
                self.gave_up += self._window.start_ns <= sent < self._window.end_ns
        return sent

    def _tries_again(self, row: np.void) -> bool:
        """Whether another attempt follows one that failed: what counts is how many are allowed at its end."""
        in_force = np.searchsorted(self._since, row["finished"], side="right") - 1
        return bool(row["attempt"] <= self._retries[in_force, row["client"]])

    def close(self) -> None:
        """The run is over: who still waits to try again is unfinished."""
        for sent in self._open.values():
            self.unfinished += self._window.start_ns <= sent < self._window.end_ns
        self._open.clear()


def _retries_in_force(scenario: Scenario) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Instants, ns, and from each on the retries of every client: `[[changes]]` may move them."""
    since, retries = [0], [[client.retries for client in scenario.clients]]
    for change in sorted(scenario.changes, key=lambda change: change.at):
        if change.set.rpartition(".")[2] == "retries":
            scenario = replaced(scenario, change.set, change.to)
            since.append(to_ns(change.at))
            retries.append([client.retries for client in scenario.clients])
    return np.array(since, dtype=np.int64), np.array(retries, dtype=np.int64)
