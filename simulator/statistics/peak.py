"""The most attempts that were ever in flight at once."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.statistics.window import Window

Instants = NDArray[np.int64]


class InFlightPeak:
    """Reads attempts in batches that follow each other in time; at one instant, answers come before sends."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._at_start = 0
        self._inside = 0
        self._in_flight = 0
        self._horizon = -1
        """All sends up to here have been counted, and nothing else has happened up to the batch's end."""

    @property
    def highest(self) -> int:
        """Inside the window, its start included."""
        return max(self._at_start, self._inside)

    def add(self, sent: Instants, finished: Instants) -> None:
        """Sends and ends since the batch before, each in any order."""
        sent, finished = np.sort(sent), np.sort(finished)
        start = self._window.start_ns
        if self._horizon < start:
            came, went = np.searchsorted(sent, start), np.searchsorted(finished, start)
            self._at_start = self._in_flight + int(came) - int(went)
        after = self._in_flight + np.arange(1, len(sent) + 1) - np.searchsorted(finished, sent, side="right")
        self._inside = max(self._inside, int(after[self._window.holds(sent)].max(initial=0)))
        self._in_flight += len(sent) - len(finished)
        self._horizon = max(self._horizon, int(sent.max(initial=-1)), int(finished.max(initial=-1)))

    def add_ended(self, rows: NDArray[np.void], newly_sent: Sequence[int]) -> None:
        """A batch of attempts that ended, beside the sending times of those in flight who are new since the last."""
        sent = np.concatenate([rows["sent"], np.array(newly_sent, dtype=np.int64)])
        self.add(sent[sent > self._horizon], rows["finished"])


NewlySent = Callable[[], Sequence[int]]
"""Sending times, ns, of the attempts in flight now that were sent since the call before."""
