"""Sums of one run by equal slices of its window, for batch means."""

import numpy as np
from numpy.typing import NDArray

from simulator.statistics.intervals import BATCHES, Interval, batch_interval, has_enough
from simulator.statistics.window import Window
from simulator.units import NS_PER_S

Instants = NDArray[np.int64]


class Batches:
    """Answers by when they came, response times by when their attempt was sent."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._answered, self._good, self._responses, self._response_ns = np.zeros((4, BATCHES))

    @property
    def good(self) -> int:
        """Answers in time."""
        return int(self._good.sum())

    def add_answers(self, finished: Instants, is_good: NDArray[np.bool_]) -> None:
        """Completed attempts that were answered inside the window."""
        self._answered += self._counts(finished)
        self._good += self._counts(finished[is_good])

    def add_responses(self, sent: Instants, response: Instants) -> None:
        """Completed attempts that were sent inside the window."""
        self._responses += self._counts(sent)
        # Whole nanoseconds add up to the same double in any order, as long as a batch has less than 104 days of them.
        self._response_ns += np.bincount(self._slices(sent), response, minlength=BATCHES)

    def _counts(self, instants: Instants) -> NDArray[np.int64]:
        return np.bincount(self._slices(instants), minlength=BATCHES)

    def _slices(self, instants: Instants) -> Instants:
        # By edges, since instants times BATCHES would leave 64 bits in a run of years.
        edges = [self._window.start_ns + self._window.length_ns * k // BATCHES for k in range(1, BATCHES)]
        return np.searchsorted(np.array(edges, dtype=np.int64), instants, side="right")

    def throughput_interval(self) -> Interval | None:
        """Per second; None with too few answers."""
        return self._rate_interval(self._answered)

    def goodput_interval(self) -> Interval | None:
        """Per second; None with too few answers in time."""
        return self._rate_interval(self._good)

    def _rate_interval(self, counts: NDArray[np.float64]) -> Interval | None:
        if not has_enough(float(counts.sum())):
            return None
        return batch_interval(counts, np.full(BATCHES, self._window.length_s / BATCHES))

    def response_interval(self) -> Interval | None:
        """Seconds; None with too few completed attempts."""
        if not has_enough(float(self._responses.sum())):
            return None
        return batch_interval(self._response_ns / NS_PER_S, self._responses)
