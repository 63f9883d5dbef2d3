"""From wall time to simulated time: speeds, slices and the speed that is reached. Pure: no clock, no Qt."""

import math
from collections import deque
from enum import StrEnum
from typing import NamedTuple

SLOWEST, FASTEST = 0.001, 100.0
"""Simulated seconds per wall second."""
_DECADES = math.log10(FASTEST / SLOWEST)
_LONGEST_GAP_S = 0.1
"""A window that was held up (a dialog, a drag of the frame) goes on where it was instead of leaping."""
_WINDOW_S = 1.0
_FELL_SHORT = 0.9


class Mode(StrEnum):
    """What time does."""

    PAUSED = "paused"
    STEP = "step"
    RUN = "run"
    FAST = "fast"
    EXPRESS = "express"
    UNTIL = "until"

    @property
    def is_running(self) -> bool:
        """Whether time goes by itself."""
        return self not in (Mode.PAUSED, Mode.STEP)

    @property
    def is_paced(self) -> bool:
        """Whether it goes at the speed that is asked for; else as fast as it goes, and nobody could be followed."""
        return self is Mode.RUN


class Beat(NamedTuple):
    """How often a mode steps the model, how long it may take, and how often the picture follows. Wall seconds."""

    every_s: float
    slice_s: float
    picture_every_s: float


BEATS: dict[Mode, Beat] = {
    Mode.PAUSED: Beat(0.016, 0.0, 0.0),
    Mode.STEP: Beat(0.016, 0.0, 0.0),
    Mode.RUN: Beat(0.016, 0.006, 0.0),
    # Counts and charts stay live: half of the time is theirs.
    Mode.FAST: Beat(0.016, 0.010, 0.08),
    # Longer slices than the beat leave just enough for events; the picture comes four times a second.
    Mode.EXPRESS: Beat(0.016, 0.020, 0.25),
    Mode.UNTIL: Beat(0.016, 0.020, 0.25),
}
assert set(BEATS) == set(Mode)


def clamped(speed: float) -> float:
    """The nearest speed that there is."""
    return min(FASTEST, max(SLOWEST, speed))


def to_position(speed: float) -> float:
    """Where a speed stands on the slider, 0..1, equal ways for equal factors."""
    return math.log10(clamped(speed) / SLOWEST) / _DECADES


def from_position(position: float) -> float:
    """The speed at a place of the slider, rounded to two digits so that it reads well."""
    return clamped(float(f"{SLOWEST * 10 ** (_DECADES * min(1.0, max(0.0, position))):.2g}"))


def halved(speed: float) -> float:
    """One press of `<`."""
    return clamped(speed / 2)


def doubled(speed: float) -> float:
    """One press of `>`."""
    return clamped(speed * 2)


_FLIGHT_WALL_S, _LONGEST_FLIGHT_S, _SHORTEST_FLIGHT_WALL_S = 0.25, 0.040, 0.016


def flight_s(speed: float) -> float:
    """Simulated seconds that a change of place is shown as a flight for, at a speed; 0: nobody flies.

    A change of place takes no time in the model, so a flight lags behind the truth: long enough to be followed where
    time goes slowly, never more than 40 ms of simulated time, and nothing at all where it would not last a frame.
    """
    flight = min(_FLIGHT_WALL_S * speed, _LONGEST_FLIGHT_S)
    return flight if flight >= _SHORTEST_FLIGHT_WALL_S * speed else 0.0


class Pacer:
    """Says how far the model should be by now, and remembers how far it came."""

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed
        self._last_wall_s: float | None = None
        self._reached: deque[tuple[float, float, float]] = deque()
        """Wall time, simulated time, and simulated time asked for, of the last second."""
        self._asked_s = 0.0

    def rest(self) -> None:
        """Time stands still: the wall time until the next call does not count."""
        self._last_wall_s = None
        self._reached.clear()
        self._asked_s = 0.0

    def target_s(self, wall_s: float, now_s: float) -> float:
        """The simulated time to reach by `wall_s`, from where the model stands: what it missed is not made up for."""
        gap = 0.0 if self._last_wall_s is None else wall_s - self._last_wall_s
        self._last_wall_s = wall_s
        ahead = min(gap, _LONGEST_GAP_S) * self.speed
        self._asked_s += ahead
        return now_s + ahead

    def came_to(self, wall_s: float, now_s: float) -> None:
        """The model stands at `now_s`."""
        self._reached.append((wall_s, now_s, self._asked_s))
        while self._reached[-1][0] - self._reached[0][0] > _WINDOW_S:
            self._reached.popleft()

    @property
    def reached_speed(self) -> float | None:
        """Simulated seconds per wall second over the last second; None where that is too early to tell."""
        if len(self._reached) < 2:
            return None
        (first_wall, first_s, _), (last_wall, last_s, _) = self._reached[0], self._reached[-1]
        return (last_s - first_s) / (last_wall - first_wall) if last_wall > first_wall else None

    @property
    def is_limited_by_cpu(self) -> bool:
        """Whether the model came less than nine tenths as far as was asked for in the last second."""
        if len(self._reached) < 2:
            return False
        asked = self._reached[-1][2] - self._reached[0][2]
        return asked > 0 and self._reached[-1][1] - self._reached[0][1] < _FELL_SHORT * asked
