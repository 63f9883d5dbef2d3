"""What the charts of a comparison draw: of each side one line that stands out and one behind it. No widgets."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from ui.charts import numbers
from ui.charts.kinds import ChartKind
from ui.charts.plot import Scales, time_numbers
from ui.charts.ranges import axis_top
from ui.charts.run import Frame, Run, highest, index_at
from ui.charts.spread import power_ticks
from ui.compare.words import signed

Floats = NDArray[np.float64]
Line = tuple[Floats, Floats]

_LEAST, _LEAST_S, _SECONDS_FROM, _LEAST_SHARE = 10.0, 0.01, 10.0, 0.1
_TICK_PX = 52
_UNSEEN = (-2.0, 0.0)
_P50, _P95 = 0, 1
_WIDEST_TIME, _WIDEST_SHARE = "888 ms", "100 %"
_SHARES = ((0.0, "0"), (0.5, "50"), (1.0, "100"))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two runs, and what is seen of it."""

    run: Run
    frame: Frame


Sides = tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A picture of both."""

    scales: Scales
    strong: tuple[Line, Line]
    """What the chart is about: A's, B's."""
    faint: tuple[Line, Line]
    """What helps to read it."""
    names: tuple[str, str]
    """Of what is strong, and of what is faint."""
    unit: str
    write: Callable[[float], str]
    widest: str = numbers.WIDEST
    """A value has the room of this."""
    told: tuple[tuple[float, float], tuple[float, float]] | None = None
    """What a legend says in place of the values of the lines: strong of A and of B, faint of both."""

    def values(self, at_s: float) -> tuple[str, ...]:
        """What is strong of A and of B, then what is faint, at an instant."""
        return tuple(self.write(value) for pair in self._told(at_s) for value in pair)

    def difference(self, at_s: float) -> str:
        """B less A of what is strong, at an instant; empty where either is not known."""
        (a, b), _ = self._told(at_s)
        return signed(self.write, b - a) if np.isfinite(b - a) else ""

    def _told(self, at_s: float) -> tuple[tuple[float, float], tuple[float, float]]:
        if self.told is not None:
            return self.told
        strong, faint = ((_value(*a, at_s), _value(*b, at_s)) for a, b in (self.strong, self.faint))
        return strong, faint


class Overlaid(ABC):
    """What one chart is about; it knows how far its axis reached, so that noise does not move it."""

    is_timed = True
    """Whether the lower axis is of time."""
    has_area = True
    """Whether the ground between the two strong lines is shaded."""

    def __init__(self) -> None:
        self._top = 0.0

    @abstractmethod
    def title(self) -> str:
        """In the language of the window."""

    @abstractmethod
    def overlay(self, sides: Sides, at_s: float, width: float) -> Overlay:
        """What to draw, where an instant is looked at and the axis is so many pixels long."""


class Times(Overlaid):
    """p95 and p50 of the answers."""

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Response time")

    def overlay(self, sides: Sides, at_s: float, width: float) -> Overlay:  # noqa: ARG002  # of all instants
        p95, p50 = (
            tuple((side.frame.curves.times_s, side.frame.curves.percentiles_s[rank]) for side in sides)
            for rank in (_P95, _P50)
        )
        self._top = axis_top(highest(*(values for _, values in p95)), self._top, _LEAST_S)
        is_long = self._top > _SECONDS_FROM
        unit = QCoreApplication.translate("Compare", "{unit}, last {span}")
        return Overlay(
            Scales.of_time(sides[0].frame.axis, self._top, 1.0 if is_long else 1e3),
            _two(p95),
            _two(p50),
            ("p95", "p50"),
            unit.format(unit="s" if is_long else "ms", span=_span(sides)),
            numbers.seconds_text if is_long else numbers.milliseconds,
        )


class Rates(Overlaid):
    """What was completed, and what was sent; in place of the latter errors, where there are any."""

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Throughput")

    def overlay(self, sides: Sides, at_s: float, width: float) -> Overlay:  # noqa: ARG002  # of all instants
        has_errors = any(side.run.has_errors for side in sides)
        completed, behind = (
            tuple((side.frame.curves.times_s, side.frame.curves.rates[name]) for side in sides)
            for name in ("completed", "errors" if has_errors else "sent")
        )
        self._top = axis_top(highest(*(values for _, values in (*completed, *behind))), self._top, _LEAST)
        names = (
            QCoreApplication.translate("Compare", "completed"),
            QCoreApplication.translate("Compare", "errors")
            if has_errors
            else QCoreApplication.translate("Compare", "sent"),
        )
        unit = QCoreApplication.translate("Compare", "requests/s, mean of {span}").format(span=_span(sides))
        scales = Scales.of_time(sides[0].frame.axis, self._top)
        return Overlay(scales, _two(completed), _two(behind), names, unit, numbers.amount)


class Fullest(Overlaid):
    """Of several places the one in which most requests stand in A, and that of B."""

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[str, str] | None = None

    @abstractmethod
    def _names(self) -> Mapping[str, str]:
        """What places are called."""

    @abstractmethod
    def _lines(self, side: Side) -> Mapping[str, Line]:
        """Of every place."""

    def overlay(self, sides: Sides, at_s: float, width: float) -> Overlay:  # noqa: ARG002  # of all instants
        lines = [self._lines(side) for side in sides]
        first, second = self._places = fullest(lines, self._places)
        strong, faint = (tuple(each[place] for each in lines) for place in (first, second))
        self._top = axis_top(highest(*(values for _, values in (*strong, *faint))), self._top, _LEAST)
        unit = QCoreApplication.translate("Compare", "requests where most are, mean of {span}")
        names = self._names()
        return Overlay(
            Scales.of_time(sides[0].frame.axis, self._top),
            _two(strong),
            _two(faint),
            (names[first], names[second]),
            unit.format(span=_span(sides)),
            numbers.amount,
        )


class Waits(Fullest):
    """Where requests wait, the network and services among it."""

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Where requests wait")

    def _lines(self, side: Side) -> Mapping[str, Line]:
        times = side.frame.curves.times_s
        lengths = side.run.waits(side.frame) | {"broker": side.frame.curves.queues["broker_queue"]}
        return {name: (times, values) for name, values in lengths.items()}

    def _names(self) -> Mapping[str, str]:
        return {
            "network": QCoreApplication.translate("Waits", "network"),
            "accept_queue": QCoreApplication.translate("Waits", "accept queue"),
            "loop": QCoreApplication.translate("Waits", "loop"),
            "threads": QCoreApplication.translate("Waits", "threads"),
            "pool": QCoreApplication.translate("Waits", "pool"),
            "service": QCoreApplication.translate("Waits", "services and I/O"),
            "processor": QCoreApplication.translate("Waits", "GIL and cores"),
            "broker": QCoreApplication.translate("Waits", "broker"),
        }


class Queues(Fullest):
    """The queues of the server."""

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Queue lengths")

    def _lines(self, side: Side) -> Mapping[str, Line]:
        times = side.frame.curves.times_s
        return {name: (times, values) for name, values in side.frame.curves.queues.items()}

    def _names(self) -> Mapping[str, str]:
        return {
            "accept_queue": QCoreApplication.translate("QueueLengths", "accept queue"),
            "loop_queue": QCoreApplication.translate("QueueLengths", "loop"),
            "thread_queue": QCoreApplication.translate("QueueLengths", "threads"),
            "pool_queue": QCoreApplication.translate("QueueLengths", "pool"),
            "service_queue": QCoreApplication.translate("QueueLengths", "service"),
            "broker_queue": QCoreApplication.translate("QueueLengths", "messages"),
        }


class Loops(Overlaid):
    """How busy the loops of the workers were: all of them together, and the busiest."""

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Utilisation of the workers")

    def overlay(self, sides: Sides, at_s: float, width: float) -> Overlay:  # noqa: ARG002  # of all instants
        means: list[Line] = []
        busiest: list[Line] = []
        for side in sides:
            seen = side.run.busyness(side.frame)
            ends = seen.first_s + seen.cell_s * np.arange(1, len(seen.means) + 1, dtype=np.float64)
            alive: Floats = np.where(np.isnan(seen.shares), 0.0, seen.shares)
            most: Floats = alive.max(axis=0) if alive.size else np.zeros(len(ends))
            means.append((ends, seen.means))
            busiest.append((ends, most))
        axis = sides[0].frame.axis
        names = (
            QCoreApplication.translate("WorkerStrip", "mean"),
            QCoreApplication.translate("WorkerStrip", "busiest"),
        )
        scales = Scales(axis.first_s, axis.last_s, 1.0, time_numbers(axis), _SHARES, (0.5, 1.0))
        unit = QCoreApplication.translate("Compare", "loop held, %")
        return Overlay(scales, _two(tuple(means)), _two(tuple(busiest)), names, unit, numbers.percent, _WIDEST_SHARE)


class Spreads(Overlaid):
    """How the response times of the last answers spread, on an axis of powers of ten, with their p95."""

    is_timed = False
    has_area = False

    def __init__(self) -> None:
        super().__init__()
        self._reach = _UNSEEN

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Histogram of response times")

    def overlay(self, sides: Sides, at_s: float, width: float) -> Overlay:
        for side in sides:
            side.run.read_trail()
        seen = [side.run.spread(side.frame, at_s) for side in sides]
        reaches = [reach for each in seen if (reach := each.reach()) is not None]
        if reaches:
            self._reach = min(first for first, _ in reaches), max(last for _, last in reaches)
        first, last = self._reach
        self._top = axis_top(max(float(each.shares.max()) for each in seen), self._top, _LEAST_SHARE)
        ticks = power_ticks(first, last, max(2, int(width // _TICK_PX)))
        below = tuple((float(np.log10(at)), numbers.short_time(at)) for at in ticks)
        beside = tuple((at, numbers.tick(at * 100)) for at in (0.0, self._top / 2, self._top))
        unit = QCoreApplication.translate("Compare", "% of the answers of {span}")
        return Overlay(
            Scales(first, last, self._top, below, beside, (self._top / 2, self._top)),
            _two(tuple(each.outline(first, last) for each in seen)),
            _two(tuple(_vertical(float(each.quantiles_s[_P95]), self._top) for each in seen)),
            ("p50", "p95"),
            unit.format(span=numbers.span(sides[0].frame.spread_s)),
            numbers.short_time,
            _WIDEST_TIME,
            _median_and_p95([each.quantiles_s for each in seen]),
        )


OVERLAID: dict[ChartKind, type[Overlaid]] = {
    ChartKind.THROUGHPUT: Rates,
    ChartKind.RESPONSE_TIME: Times,
    ChartKind.WAITS: Waits,
    ChartKind.WORKERS: Loops,
    ChartKind.QUEUES: Queues,
    ChartKind.SPREAD: Spreads,
}
assert set(OVERLAID) == set(ChartKind)


def fullest(sides: list[Mapping[str, Line]], before: tuple[str, str] | None) -> tuple[str, str]:
    """The place with the largest mean of A and that of B, the next one where both are the same.

    Those of before give way only to twice as many, so that none flickers.
    """
    kept = before or ()
    a, b = (
        {place: _mean(values) * (2.0 if place in kept else 1.0) for place, (_, values) in side.items()}
        for side in sides
    )
    first = max(a, key=lambda place: a[place])
    second = max(b, key=lambda place: b[place])
    if first == second:
        second = max((place for place in a if place != first), key=lambda place: max(a[place], b[place]))
    return before if before is not None and {first, second} == set(before) else (first, second)


def _mean(values: Floats) -> float:
    there = values[np.isfinite(values)]
    return float(there.mean()) if len(there) else 0.0


def _two(lines: tuple[Line, ...]) -> tuple[Line, Line]:
    a, b = lines
    return a, b


def _median_and_p95(quantiles: list[Floats]) -> tuple[tuple[float, float], tuple[float, float]]:
    a, b = quantiles
    return (float(a[_P50]), float(b[_P50])), (float(a[_P95]), float(b[_P95]))


def _value(times: Floats, values: Floats, at_s: float) -> float:
    index = index_at(times, at_s)
    return float("nan") if index is None else float(values[index])


def _vertical(seconds: float, top: float) -> Line:
    if not np.isfinite(seconds):
        return np.empty(0), np.empty(0)
    return np.repeat(np.log10(seconds), 2), np.array([0.0, top])


def _span(sides: Sides) -> str:
    return numbers.span(sides[0].frame.grid.smoothing_s)
