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
    def after(self, since: Second, gap: float, within: Second = inf) -> Second:
        """When the integral from `since` is `gap`; inf where it never is, and perhaps where it is not `within`."""

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

    def after(self, since: Second, gap: float, within: Second = inf) -> Second:  # noqa: ARG002  # the pieces end anyway
        """Piece by piece."""
        at, index = since, self._piece(since)
        while True:
            end, slope = self._end(index), self._slope(index)
            rate = self._rate(index, at)
            there = _reached(rate, slope, gap)
            if at + there <= end:
                return at + there
            if end == inf:
                return inf
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
        self._ends: list[Second] = []
        self.read(scenario)

    def read(self, scenario: ClientScenario) -> None:
        """Take the rates."""
        assert scenario.rate is not None, "required for mmpp"
        assert scenario.burst_rate is not None, "required for mmpp"
        self._rates = (scenario.rate, scenario.burst_rate)

    def would_change(self, scenario: ClientScenario) -> bool:
        """Whether the rates are others."""
        return (scenario.rate, scenario.burst_rate) != self._rates

    def after(self, since: Second, gap: float, within: Second = inf) -> Second:
        """Stay by stay."""
        at, index = since, self._stay(since)
        while at <= within:
            rate, end = self._rates[index % 2], self._end(index)
            if at + gap / rate <= end:
                return at + gap / rate
            gap -= (end - at) * rate
            at, index = end, index + 1
        return inf

    def integral(self, since: Second, until: Second) -> float:
        """Stay by stay."""
        whole, at, index = 0.0, since, self._stay(since)
        while at < until:
            end = min(self._end(index), until)
            whole += (end - at) * self._rates[index % 2]
            at, index = end, index + 1
        return whole

    def _stay(self, at: Second) -> int:
        while not self._ends or self._ends[-1] <= at:
            self._end(len(self._ends))
        return bisect_right(self._ends, at)

    def _end(self, index: int) -> Second:
        while len(self._ends) <= index:
            number = len(self._ends)
            stay = self._lasts[number % 2]
            unit = float(stay.unit_variates(self._stays.doubles(number, 1))[0])
            before = self._ends[-1] if self._ends else 0.0
            # No stay is shorter than a nanosecond, so that time goes on.
            self._ends.append(before + max(unit * stay.mean_s, 1e-9))
        return self._ends[index]
