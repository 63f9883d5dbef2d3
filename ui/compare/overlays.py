"""What the charts of a comparison draw: of each side one line that stands out and one behind it. No widgets."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from ui.charts import numbers
from ui.charts.busyness import Busyness
from ui.charts.kinds import ChartKind
from ui.charts.plot import Scales, time_numbers
from ui.charts.ranges import axis_top
from ui.charts.run import Frame, Run, highest, index_at
from ui.charts.subjects.queues import queue_names
from ui.charts.subjects.response import LEAST_S, SECONDS_FROM
from ui.charts.subjects.spread import LEAST_SHARE, UNSEEN, WIDEST, spread_scales, vertical
from ui.charts.subjects.waits import place_names
from ui.compare.words import signed

Floats = NDArray[np.float64]
Line = tuple[Floats, Floats]

_LEAST = 10.0
_P50, _P95 = 0, 1
_WIDEST_SHARE = "100 %"
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
        p95, p50 = (_curves(sides, [side.frame.curves.percentiles_s[rank] for side in sides]) for rank in (_P95, _P50))
        self._top = axis_top(highest(*(values for _, values in p95)), self._top, LEAST_S)
        is_long = self._top > SECONDS_FROM
        unit = QCoreApplication.translate("Compare", "{unit}, last {span}")
        return Overlay(
            Scales.of_time(sides[0].frame.axis, self._top, 1.0 if is_long else 1e3),
            p95,
            p50,
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
            _curves(sides, [side.frame.curves.rates[name] for side in sides])
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
        return Overlay(scales, completed, behind, names, unit, numbers.amount)


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
        a, b = (self._lines(side) for side in sides)
        first, second = self._places = fullest((a, b), self._places)
        strong, faint = ((a[place], b[place]) for place in (first, second))
        self._top = axis_top(highest(*(values for _, values in (*strong, *faint))), self._top, _LEAST)
        unit = QCoreApplication.translate("Compare", "requests where most are, mean of {span}")
        names = self._names()
        return Overlay(
            Scales.of_time(sides[0].frame.axis, self._top),
            strong,
            faint,
            (names[first], names[second]),
            unit.format(span=_span(sides)),
            numbers.amount,
        )


class Waits(Fullest):
    """Where requests wait, the network and services among it."""

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Where requests wait")

    def _lines(self, side: Side) -> Mapping[str, Line]:
        lengths = side.run.waits(side.frame) | {"broker": side.frame.curves.queues["broker_queue"]}
        return {name: _curve(side, values) for name, values in lengths.items()}

    def _names(self) -> Mapping[str, str]:
        return place_names()


class Queues(Fullest):
    """The queues of the server."""

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Queue lengths")

    def _lines(self, side: Side) -> Mapping[str, Line]:
        return {name: _curve(side, values) for name, values in side.frame.curves.queues.items()}

    def _names(self) -> Mapping[str, str]:
        return queue_names()


class Loops(Overlaid):
    """How busy the loops of the workers were: all of them together, and the busiest."""

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Utilisation of the workers")

    def overlay(self, sides: Sides, at_s: float, width: float) -> Overlay:  # noqa: ARG002  # of all instants
        seen = [side.run.busyness(side.frame) for side in sides]
        a, b = ((_ends(each), each.means) for each in seen)
        busiest_a, busiest_b = ((_ends(each), _busiest(each)) for each in seen)
        axis = sides[0].frame.axis
        names = (
            QCoreApplication.translate("WorkerStrip", "mean"),
            QCoreApplication.translate("WorkerStrip", "busiest"),
        )
        scales = Scales(axis.first_s, axis.last_s, 1.0, time_numbers(axis), _SHARES, (0.5, 1.0))
        unit = QCoreApplication.translate("Compare", "loop held, %")
        return Overlay(scales, (a, b), (busiest_a, busiest_b), names, unit, numbers.percent, _WIDEST_SHARE)


class Spreads(Overlaid):
    """How the response times of the last answers spread, on an axis of powers of ten, with their p95."""

    is_timed = False
    has_area = False

    def __init__(self) -> None:
        super().__init__()
        self._reach = UNSEEN

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Histogram of response times")

    def overlay(self, sides: Sides, at_s: float, width: float) -> Overlay:
        for side in sides:
            side.run.read_trail()
        a, b = seen = [side.run.spread(side.frame, at_s) for side in sides]
        reaches = [reach for each in seen if (reach := each.reach()) is not None]
        if reaches:
            self._reach = min(first for first, _ in reaches), max(last for _, last in reaches)
        first, last = self._reach
        self._top = axis_top(max(float(each.shares.max()) for each in seen), self._top, LEAST_SHARE)
        unit = QCoreApplication.translate("Compare", "% of the answers of {span}")
        return Overlay(
            spread_scales((first, last), self._top, width),
            (a.outline(first, last), b.outline(first, last)),
            (vertical(float(a.quantiles_s[_P95]), self._top), vertical(float(b.quantiles_s[_P95]), self._top)),
            ("p50", "p95"),
            unit.format(span=numbers.span(sides[0].frame.spread_s)),
            numbers.short_time,
            WIDEST,
            _median_and_p95(a.quantiles_s, b.quantiles_s),
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


def fullest(sides: tuple[Mapping[str, Line], Mapping[str, Line]], before: tuple[str, str] | None) -> tuple[str, str]:
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


def _curves(sides: Sides, values: list[Floats]) -> tuple[Line, Line]:
    (a, b), (of_a, of_b) = sides, values
    return _curve(a, of_a), _curve(b, of_b)


def _curve(side: Side, values: Floats) -> Line:
    return side.frame.curves.times_s, values


def _ends(seen: Busyness) -> Floats:
    """Of its cells, in seconds."""
    return seen.first_s + seen.cell_s * np.arange(1, len(seen.means) + 1, dtype=np.float64)


def _busiest(seen: Busyness) -> Floats:
    """Of all loops in each cell."""
    alive: Floats = np.where(np.isnan(seen.shares), 0.0, seen.shares)
    return alive.max(axis=0) if alive.size else np.zeros(len(seen.means))


def _median_and_p95(a: Floats, b: Floats) -> tuple[tuple[float, float], tuple[float, float]]:
    return (float(a[_P50]), float(b[_P50])), (float(a[_P95]), float(b[_P95]))


def _value(times: Floats, values: Floats, at_s: float) -> float:
    index = index_at(times, at_s)
    return float("nan") if index is None else float(values[index])


def _span(sides: Sides) -> str:
    return numbers.span(sides[0].frame.grid.smoothing_s)
