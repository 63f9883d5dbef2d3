"""A run as the charts follow it: what part of it is seen, and everything that is drawn of that. Pure."""

from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from simulator.capacity import Capacity
from simulator.model import System
from simulator.record import MessageOutcome, Samples
from simulator.units import NS_PER_S, to_ns
from ui.charts.busyness import Busyness, busyness, with_latest
from ui.charts.changes import ChangeLog, thinned
from ui.charts.ghosts import Ghost, GhostCurves
from ui.charts.history import QUEUES, Curves, Grid, History
from ui.charts.ranges import FOLLOWED_S, TimeAxis, followed, look_back, recent_axis, smoothing, spacing
from ui.charts.spread import Spread
from ui.charts.trail import Trail
from ui.diagram.worker_rows import WorkerRows

Floats = NDArray[np.float64]

_LABELS = 4
_MARKS_ALONG = 60
"""At most so many marks of changes along an axis; closer ones are one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the charts show after a refresh."""

    axis: TimeAxis
    grid: Grid
    curves: Curves
    capacity: tuple[Floats, Floats]
    """Instants and requests per second, two points a step; NaN where there is no bound."""
    marks_s: Floats
    """When changes came into force."""
    shown_s: float
    is_rewound: bool
    ghost: Curves | None = None
    """Of the run that was left, from where the two part; or of a real server."""
    is_measured: bool = False
    """Whether that is a real server."""

    @property
    def spread_s(self) -> float:
        """The histogram is of so much time before its instant."""
        return look_back(self.axis.length_s)

    def index_at(self, time_s: float) -> int | None:
        """The point of the curves that stands for an instant; None where there is none yet."""
        return index_at(self.curves.times_s, time_s)


def index_at(times: Floats, time_s: float) -> int | None:
    """Which of some instants, rising, stands for another; None where there is none yet."""
    if not len(times) or time_s < 0:
        return None
    return max(0, int(np.searchsorted(times, time_s + 1e-6)) - 1)


@dataclass(frozen=True, slots=True)
class CapacityLabel:
    """A number at a step of the capacity's line."""

    end_s: float
    per_s: float
    is_off: bool
    """Whether the line is beyond the chart."""
    is_last: bool = False
    """Whether it is that of the present."""


class Run:
    """Keeps what was read of one system's record; a refresh reads only what is new."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._history = History()
        self._log = ChangeLog(system)
        self._trail = Trail(system)
        self._ghost: GhostCurves | None = None
        self._measured: GhostCurves | None = None
        self._followed_s = FOLLOWED_S
        self._last_s = 0.0

    @property
    def has_deadlines(self) -> bool:
        """Whether goodput says something that throughput does not."""
        return self._log.has_deadlines

    @property
    def has_errors(self) -> bool:
        """Whether any attempt ended without success."""
        return self._history.has_errors

    @property
    def is_behind(self) -> bool:
        """Whether there is more to read of where requests waited."""
        return self._trail.is_behind

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Beside this run another one, or none any more."""
        self._ghost = None if ghost is None else GhostCurves(ghost.samples, ghost.since_s)

    def show_measured(self, samples: Samples | None) -> None:
        """Beside this run what a real server did, in place of a run that was left; or no more."""
        self._measured = None if samples is None else GhostCurves(samples, is_measured=True)

    @property
    def queues(self) -> tuple[str, ...]:
        """The queues that there can be."""
        scenario = self._system.scenario
        services = scenario.services
        has_pool = any(service.pool_size is not None for service in services)
        has_limit = any(service.concurrency for service in services)
        missing = {
            "pool_queue": not has_pool,
            "service_queue": not has_limit,
            "broker_queue": scenario.broker is None,
        }
        return tuple(name for name in QUEUES if not missing.get(name, False))

    def capacity_at(self, time_s: float) -> Capacity:
        """What the server could sustain then."""
        return self._log.capacity_at(time_s)

    def frame(self, now_s: float, shown_s: float) -> Frame:
        """Read what happened since the last one, and say what is to be seen."""
        self._history.read(self._system.record.samples)
        self._log.read(now_s)
        if now_s > self._last_s:
            self._followed_s = followed(now_s - self._last_s, self._followed_s)
        self._last_s = now_s
        axis = recent_axis(now_s, shown_s, self._followed_s)
        grid = Grid(axis.first_s, axis.last_s, spacing(axis.length_s), smoothing(axis.length_s))
        marks = [change.time_s for change in self._log.applied if axis.holds(change.time_s) and change.time_s > 0]
        beside = self._measured or self._ghost
        return Frame(
            axis,
            grid,
            self._history.curves(grid),
            capacity_steps(self._log.capacities, axis, now_s),
            np.array(thinned(marks, axis.length_s / _MARKS_ALONG)),
            shown_s,
            is_rewound=shown_s < now_s,
            ghost=None if beside is None else beside.curves(grid),
            is_measured=beside is not None and beside.is_measured,
        )

    def waits(self, frame: Frame) -> dict[str, Floats]:
        """Requests that wait, by LAYERS of the trail, at the points of a frame."""
        self._trail.read()
        return self._trail.lengths(frame.curves.times_s, frame.grid.smoothing_s)

    def messages(self, frame: Frame) -> tuple[Floats, Floats]:
        """At the points of a frame, messages that had no end yet, and those that had been completed."""
        trace, times_s = self._system.message_trace, frame.curves.times_s
        if trace is None:
            return np.full(len(times_s), np.nan), np.full(len(times_s), np.nan)
        published, ended = trace.counted_by(np.round(times_s * NS_PER_S).astype(np.int64))
        unfinished = published - np.sum(list(ended.values()), axis=0)
        return unfinished.astype(np.float64), ended[MessageOutcome.COMPLETED].astype(np.float64)

    def busyness(self, frame: Frame) -> Busyness:
        """How busy workers were along a frame's axis."""
        seen = busyness(self._system.record.samples, self._history.every_s, frame.axis)
        if not len(seen.shares):
            return seen
        now, rows = self._system.now_ns, WorkerRows(self._system, to_ns(self._history.every_s))
        return with_latest(seen, rows.between(max(0, now - to_ns(seen.cell_s)), now))

    def spread(self, frame: Frame, until_s: float) -> Spread:
        """Answers before an instant."""
        return Spread(self._trail.answers(until_s, frame.spread_s))

    def read_trail(self) -> None:
        """Take what is new of where requests were."""
        self._trail.read()


def capacity_steps(capacities: list[tuple[float, Capacity]], axis: TimeAxis, until_s: float) -> tuple[Floats, Floats]:
    """The line of the capacity along an axis, up to the present: instants and requests per second."""
    times: list[float] = []
    values: list[float] = []
    ends = [since_s for since_s, _ in capacities[1:]] + [until_s]
    for (since_s, known), end_s in zip(capacities, ends, strict=True):
        first, last = max(since_s, axis.first_s), min(end_s, axis.last_s)
        if first <= last:
            times += [first, last]
            values += [known.per_s if isfinite(known.per_s) else np.nan] * 2
    return np.array(times), np.array(values)


def highest(*series: Floats) -> float:
    """The largest value of all, 0 where there is none."""
    tops = [float(np.nanmax(values)) for values in series if len(values) and not np.all(np.isnan(values))]
    return max(tops, default=0.0)


def outline(times: Floats, upper: Floats, lower: Floats) -> tuple[Floats, Floats]:
    """The way around the area between two curves; where either is NaN there is none."""
    is_there = np.isfinite(upper) & np.isfinite(lower)
    if not is_there.any():
        return np.empty(0), np.empty(0)
    closed = np.interp(times, times[is_there], lower[is_there])
    above, below = np.where(is_there, upper, closed), np.where(is_there, lower, closed)
    return np.concatenate([times, times[::-1]]), np.concatenate([above, below[::-1]])


def capacity_labels(times: Floats, values: Floats, top: float, least_s: float) -> list[CapacityLabel]:
    """Where the capacity is written along its line: at the end of each step, the last few of them.

    Steps shorter than `least_s` have no room.
    """
    steps = zip(times[::2], times[1::2], values[1::2], strict=True)
    labels = [
        CapacityLabel(float(last_s), float(value), is_off=bool(value > top), is_last=bool(last_s == times[-1]))
        for first_s, last_s, value in steps
        if last_s - first_s >= least_s and np.isfinite(value)
    ]
    return labels[-_LABELS:]
