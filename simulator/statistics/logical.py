"""Requests as their users count them: an attempt and its retries are one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.record import Outcome
from simulator.scenario import Scenario
from simulator.statistics.quantiles import Quantiles
from simulator.statistics.window import Window


@dataclass(slots=True)
class _Chain:
    """A request whose attempts have failed so far."""

    sent: int
    attempts: int
    may_retry: int


class LogicalRequests:
    """Counts those whose first attempt was sent inside the window; rows come in any order of requests, but the
    attempts of one request in theirs."""

    def __init__(self, scenario: Scenario, window: Window, quantiles: Quantiles) -> None:
        self.sent = self.succeeded = self.gave_up = self.unfinished = self.attempts = 0
        self.response = quantiles
        self._window = window
        self._retries = np.array(_most_retries(scenario), dtype=np.int64)
        self._open: dict[int, _Chain] = {}

    def add(self, rows: NDArray[np.void]) -> NDArray[np.int64]:
        """Count these attempts; returns when the first attempt of each was sent, ns."""
        first_sent = rows["sent"].astype(np.int64)
        outcome = rows["outcome"]
        is_first = rows["attempt"] == 1
        has_failed = (outcome != Outcome.COMPLETED) & (outcome != Outcome.UNFINISHED)
        is_chained = ~is_first | (has_failed & (self._retries[rows["client"]] > 0))
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
        chain = self._open.pop(key, None)
        if chain is None:
            chain = _Chain(int(row["sent"]), 0, int(self._retries[row["client"]]))
        chain.attempts += 1
        if row["outcome"] not in (Outcome.COMPLETED, Outcome.UNFINISHED):
            self._open_or_give_up(key, chain)
        return chain.sent

    def _open_or_give_up(self, key: int, chain: _Chain) -> None:
        if chain.attempts <= chain.may_retry:
            self._open[key] = chain
        elif self._window.start_ns <= chain.sent < self._window.end_ns:
            self.gave_up += 1

    def close(self) -> None:
        """The run is over: who still waits to try again is unfinished."""
        for chain in self._open.values():
            self.unfinished += self._window.start_ns <= chain.sent < self._window.end_ns
        self._open.clear()


def _most_retries(scenario: Scenario) -> list[int]:
    """By client; with changes of `retries`, the most that the run allows."""
    retries = [client.retries for client in scenario.clients]
    changed = [change.to for change in scenario.changes if change.set.rpartition(".")[2] == "retries"]
    return [max([count, *(int(to) for to in changed)]) for count in retries]
