"""Round steps for axes: how far they reach, where their numbers stand, and when they move. Pure."""

from dataclasses import dataclass
from math import ceil, floor, log2, log10

_MANTISSAS = (1.0, 1.2, 1.6, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""Each of them, and half of it, reads well."""
_SHRINK_BELOW = 0.45
"""An axis comes down only when less than this share of it is used: noise must not move it."""
_EPSILON = 1e-9

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86400.0
_LENGTHS_S = (
    *(5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 50.0, 60.0, 75.0, 90.0),
    *(_MINUTE * n for n in (2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 90)),
    *(_HOUR * n for n in (2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 18, 24)),
)
_TICK_STEPS_S = (
    *(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0),
    *(_MINUTE * n for n in (1, 2, 5, 10, 20, 30)),
    *(_HOUR * n for n in (1, 2, 3, 6, 12)),
)
_MOST_TICKS = 5
FOLLOWED_S = 120.0
"""A run that is longer than this is shown in part: what is near the present can be seen to move."""
_FOLLOWED_REFRESHES = 600
"""A faster run is shown for longer, so that its picture moves on no more than every ten seconds or so."""


def round_ceiling(value: float) -> float:
    """The smallest of 1, 1.2, 1.6, 2, 3, 4, 5, 6, 8 times a power of ten that is not below a positive value."""
    power = 10.0 ** floor(log10(value) + _EPSILON)
    for mantissa in _MANTISSAS:
        if value <= mantissa * power * (1 + _EPSILON):
            return mantissa * power
    return _MANTISSAS[-1] * power


def axis_top(highest: float, present: float, least: float) -> float:
    """Where an axis from 0 ends: not below `least`, and `present` for as long as that fits well."""
    wanted = max(least, round_ceiling(highest) if highest > 0 else least)
    if wanted > present:
        return wanted
    return wanted if max(highest, least) < _SHRINK_BELOW * present else present


def round_length(seconds: float) -> float:
    """The first length of a time axis that holds `seconds`; whole days beyond a day."""
    for length in _LENGTHS_S:
        if seconds <= length:
            return length
    return ceil(seconds / _DAY) * _DAY


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """What part of a run is shown, in simulated seconds."""

    first_s: float
    last_s: float

    @property
    def length_s(self) -> float:
        """Seconds from end to end."""
        return self.last_s - self.first_s

    def share(self, time_s: float) -> float:
        """Where an instant stands: 0 at the left end, 1 at the right."""
        return (time_s - self.first_s) / self.length_s

    def holds(self, time_s: float) -> bool:
        """Whether an instant is on it."""
        return self.first_s <= time_s <= self.last_s

    @property
    def ticks_s(self) -> list[float]:
        """Instants at which a number stands: whole steps, at most six."""
        step = tick_step(self.length_s)
        number = ceil(self.first_s / step - _EPSILON)
        ticks = []
        while number * step <= self.last_s + _EPSILON:
            ticks.append(number * step)
            number += 1
        return ticks


def tick_step(length_s: float) -> float:
    """The step of numbers along so much time."""
    for step in _TICK_STEPS_S:
        if length_s <= step * _MOST_TICKS:
            return step
    return ceil(length_s / _DAY / _MOST_TICKS) * _DAY


def whole_axis(now_s: float) -> TimeAxis:
    """The whole run, growing in round steps, with a little left to come."""
    return TimeAxis(0.0, round_length(now_s))


def recent_axis(now_s: float, shown_s: float, followed_s: float) -> TimeAxis:
    """The last `followed_s` before the present, or about an instant of the past; the whole run where it is shorter.

    It moves on by a quarter of its length at a time.
    """
    if now_s <= followed_s:
        return whole_axis(now_s)
    step = followed_s / 4
    last = max(ceil(now_s / step - _EPSILON) * step, followed_s)
    while shown_s < last - followed_s:
        last -= step
    if last - followed_s > 0 and shown_s < now_s and shown_s - (last - followed_s) < step:
        last = max(followed_s, last - step)
    return TimeAxis(last - followed_s, last)


def followed(advance_s: float, present_s: float) -> float:
    """How much of a run that goes on by `advance_s` between two pictures to follow; `present_s` where that will do."""
    wanted = max(FOLLOWED_S, round_length(advance_s * _FOLLOWED_REFRESHES))
    if wanted > present_s or wanted < present_s / 4:
        return wanted
    return present_s


def smoothing(length_s: float) -> float:
    """Seconds that rates and percentiles are taken over: some seven pixels of a small chart, at least a second."""
    return _step_from((1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0), length_s / 30)


def spacing(length_s: float) -> float:
    """Seconds between two points of a curve: at most some 400 of them, and whole parts of `smoothing`."""
    return _step_from((0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 60.0, 100.0, 300.0, 600.0), length_s / 400)


def look_back(length_s: float) -> float:
    """Seconds before an instant whose answers are its histogram."""
    return _step_from((10.0, 20.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0), length_s / 6)


def cell_length(length_s: float) -> float:
    """Seconds that one cell of a strip stands for: at most some 120 of them."""
    return _step_from((0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 60.0, 100.0, 300.0, 600.0), length_s / 120)


def _step_from(steps: tuple[float, ...], least: float) -> float:
    for step in steps:
        if step >= least - _EPSILON:
            return step
    return 2.0 ** ceil(log2(least / steps[-1])) * steps[-1]
