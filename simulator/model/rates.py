"""Rates that vary in time: when a Poisson process of such a rate has its next arrival."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from math import inf, sqrt

from simulator.model.streams import Stream
from simulator.scenario import ClientScenario, ProfileShape

Second = float


class Rate(ABC):
    """Requests per second at an instant; seconds count from the group's start.

    A unit exponential gap is over when the integral of the rate since the arrival before has come to it.
    """

    @abstractmethod
    def look(self, since: Second, gap: float) -> tuple[Second, float]:
        """When the integral from `since` is `gap` (inf: never), and 0; or up to when it was looked for so far, and what
        is left of the gap then. No instant before `since` is asked for any more."""

    def after(self, since: Second, gap: float, within: Second = inf) -> Second:
        """When the integral from `since` is `gap`; inf where it never is, and perhaps where it is not `within`."""
        while since <= within:
            since, gap = self.look(since, gap)
            if not gap:
                return since
        return inf

    @abstractmethod
    def integral(self, since: Second, until: Second) -> float:
        """Expected arrivals between two instants."""


class Profile(Rate):
    """Through the points of a schedule: from one to the next in a line or a step. The first value holds before the
    first point, the last behind the last."""

    def __init__(self, scenario: ClientScenario) -> None:
        assert scenario.profile, "required for a schedule"
        points = sorted(scenario.profile, key=lambda point: point[0])
        self._times = [0.0, *(time for time, _ in points)]
        self._rates = [points[0][1], *(rate for _, rate in points)]
        self._is_linear = scenario.shape is ProfileShape.LINEAR

    def look(self, since: Second, gap: float) -> tuple[Second, float]:
        """Piece by piece, to the last of them."""
        at, index = since, self._piece(since)
        while True:
            end, slope = self._end(index), self._slope(index)
            rate = self._rate(index, at)
            there = _reached(rate, slope, gap)
            if at + there <= end:
                return at + there, 0.0
            if end == inf:
                return inf, 0.0
            gap -= _area(rate, slope, end - at)
            at, index = end, index + 1

    def integral(self, since: Second, until: Second) -> float:
        """Piece by piece."""
        whole, at, index = 0.0, since, self._piece(since)
        while at < until:
            end = min(self._end(index), until)
            whole += _area(self._rate(index, at), self._slope(index), end - at)
            at, index = end, index + 1
        return whole

    def _piece(self, at: Second) -> int:
        return bisect_right(self._times, at) - 1

    def _end(self, index: int) -> Second:
        return self._times[index + 1] if index + 1 < len(self._times) else inf

    def _rate(self, index: int, at: Second) -> float:
        return self._rates[index] + self._slope(index) * (at - self._times[index])

    def _slope(self, index: int) -> float:
        if not self._is_linear or index + 1 >= len(self._times):
            return 0.0
        length = self._times[index + 1] - self._times[index]
        return (self._rates[index + 1] - self._rates[index]) / length if length else 0.0


def _area(rate: float, slope: float, length: float) -> float:
    return rate * length + slope * length * length / 2


def _reached(rate: float, slope: float, gap: float) -> Second:
    """How long until the integral of rate + slope t is `gap`."""
    if not slope:
        return gap / rate if rate else inf
    square = rate * rate + 2 * slope * gap
    # The root in the form that loses no digits where the slope is small.
    return inf if square < 0 else 2 * gap / (rate + sqrt(square))


class Modulated(Rate):
    """MMPP of two states: calm and in a burst by turns, beginning calm; each stay is drawn in order."""

    def __init__(self, scenario: ClientScenario, stays: Stream) -> None:
        assert scenario.burst_for is not None, "required for mmpp"
        assert scenario.calm_for is not None, "required for mmpp"
        self._lasts = (scenario.calm_for, scenario.burst_for)
        self._stays = stays
        self._over = 0
        """So many stays are over, and forgotten."""
        self._begin: Second = 0.0
        """When the last of them ended."""
        self._ends: list[Second] = []
        """Of those after them, as far as they are known."""
        self.read(scenario)

    def read(self, scenario: ClientScenario) -> None:
        """Take the rates."""
        assert scenario.rate is not None, "required for mmpp"
        assert scenario.burst_rate is not None, "required for mmpp"
        self._rates = (scenario.rate, scenario.burst_rate)

    def would_change(self, scenario: ClientScenario) -> bool:
        """Whether the rates are others."""
        return (scenario.rate, scenario.burst_rate) != self._rates

    def look(self, since: Second, gap: float) -> tuple[Second, float]:
        """Stay by stay, through so many that nobody waits for it."""
        self._forget(since)
        at = since
        for index in range(_STAYS_AT_ONCE):
            rate, end = self._rate(index), self._end(index)
            if at + gap / rate <= end:
                return at + gap / rate, 0.0
            gap -= (end - at) * rate
            at = end
        return at, gap

    def integral(self, since: Second, until: Second) -> float:
        """Stay by stay."""
        self._forget(since)
        whole, at, index = 0.0, since, 0
        while at < until:
            end = min(self._end(index), until)
            whole += (end - at) * self._rate(index)
            at, index = end, index + 1
        return whole

    def _forget(self, before: Second) -> None:
        """What is over by then is not asked for any more."""
        while self._end(len(self._ends)) <= before:
            if len(self._ends) >= _STAYS_AT_ONCE:
                self._drop(len(self._ends))
        self._drop(bisect_right(self._ends, before))

    def _drop(self, count: int) -> None:
        if count:
            self._begin = self._ends[count - 1]
            self._over += count
            del self._ends[:count]

    def _rate(self, index: int) -> float:
        return self._rates[(self._over + index) % 2]

    def _end(self, index: int) -> Second:
        while len(self._ends) <= index:
            number = self._over + len(self._ends)
            stay = self._lasts[number % 2]
            unit = float(stay.unit_variates(self._stays.doubles(number, 1))[0])
            before = self._ends[-1] if self._ends else self._begin
            # No stay is shorter than a nanosecond, so that time goes on.
            self._ends.append(before + max(unit * stay.mean_s, 1e-9))
        return self._ends[index]


_STAYS_AT_ONCE = 128
"""Some milliseconds."""
