"""The three charts: what each draws of a frame, what its legend reads, and what it is called."""

from abc import abstractmethod
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from ui.charts import numbers
from ui.charts.chart import Chart
from ui.charts.header import LegendEntry
from ui.charts.history import QUEUES
from ui.charts.plot import AreaLook, CurveLook, PlotLabel
from ui.charts.ranges import axis_top
from ui.charts.run import CapacityLabel, Frame, Run, capacity_labels, highest

Floats = NDArray[np.float64]

_LEAST_PER_S, _LEAST_S, _LEAST_QUEUE = 10.0, 0.01, 10.0
_CAPACITY_SEEN = 2.2
"""A capacity so many times higher than what happens is only told, not drawn: it would press the curves flat."""
_SECONDS_FROM = 10.0
_LABEL_PX = 34
_QUEUE_TOKENS = ("activity.waiting", "activity.refused", "activity.on_cpu", "activity.timed_out", "activity.in_io")


class Subject(QObject):
    """What a chart is about; the chart itself knows only curves."""

    areas: Sequence[AreaLook] = ()
    curves: Sequence[CurveLook] = ()
    least: float
    """The axis reaches at least this far."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self.chart = chart
        self._top = self.least
        self._smoothing_s = 1.0
        self._has_deadlines = self._has_errors = False
        self._queues: tuple[str, ...] = QUEUES[:3]

    def forget(self) -> None:
        """Another run begins."""
        self._top = self.least

    def show(self, frame: Frame, run: Run) -> None:
        """Draw a frame."""
        self._smoothing_s, self._has_deadlines = frame.grid.smoothing_s, run.has_deadlines
        self._has_errors, self._queues = run.has_errors, run.queues
        self._draw(frame)
        self.chart.plot.show_marks(frame.marks_s)
        self.chart.plot.show_playhead(frame.shown_s, is_rewound=frame.is_rewound)
        self.translate()

    def read_out(self, frame: Frame, run: Run, at_s: float, instant: str | None) -> None:
        """Say the values of an instant."""
        self.chart.header.show_values(tuple(self._values(frame, run, at_s)), instant)

    def translate(self) -> None:
        """Say title, unit and names in the language of the window."""
        title, unit = self._title()
        self.chart.setAccessibleName(title)
        self.chart.header.show_title(title, unit)
        self.chart.header.set_entries(tuple(self._entries()))

    def _span(self) -> str:
        return numbers.span(self._smoothing_s)

    @abstractmethod
    def _draw(self, frame: Frame) -> None: ...

    @abstractmethod
    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]: ...

    @abstractmethod
    def _title(self) -> tuple[str, str]: ...

    @abstractmethod
    def _entries(self) -> Sequence[LegendEntry]: ...


class Throughput(Subject):
    """Requests per second: sent, completed, in time, and what could be at most."""

    areas = (AreaLook("chart.completed", 0.1),)
    curves = (
        CurveLook("chart.capacity", dashes=(5, 4)),
        CurveLook("chart.sent"),
        CurveLook("activity.refused"),
        CurveLook("chart.goodput"),
        CurveLook("chart.completed"),
    )
    least = _LEAST_PER_S

    def _draw(self, frame: Frame) -> None:
        points, rates = frame.curves.times_s, frame.curves.rates
        times, bounds = frame.capacity
        busiest = max(highest(rates["sent"], rates["completed"]), self.least / 2)
        capacity = np.where(bounds <= _CAPACITY_SEEN * busiest, bounds, np.nan)
        self._top = axis_top(
            highest(rates["sent"], rates["completed"], rates["errors"], capacity), self._top, self.least
        )
        self.chart.plot.show_ranges(frame.axis, self._top)
        good = rates["good"] if self._has_deadlines else np.full(len(points), np.nan)
        self.chart.plot.show_areas([(points, rates["completed"], np.zeros(len(points)))])
        self.chart.plot.show_curves(
            [
                (times, capacity),
                (points, rates["sent"]),
                (points, rates["errors"] if self._has_errors else np.full(len(points), np.nan)),
                (points, good),
                (points, rates["completed"]),
            ]
        )
        least_s = _LABEL_PX * frame.axis.length_s / max(1.0, self.chart.plot.width)
        labels = capacity_labels(times, bounds, self._top, least_s)
        self.chart.plot.show_labels([_numbered(label, self._top) for label in labels])

    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]:
        index = frame.index_at(at_s)
        is_told = {"errors": self._has_errors, "good": self._has_deadlines}
        names = [name for name in ("completed", "sent", "errors", "good") if is_told.get(name, True)]
        values = [_at(frame.curves.rates[name], index) for name in names]
        return [numbers.amount(value) for value in (*values, run.capacity_at(at_s).per_s)]

    def _title(self) -> tuple[str, str]:
        return self.tr("Throughput"), self.tr("requests/s, mean of {span}").format(span=self._span())

    def _entries(self) -> Sequence[LegendEntry]:
        completed = LegendEntry((self.tr("completed"),), "chart.completed")
        sent = LegendEntry((self.tr("sent"),), "chart.sent")
        good = LegendEntry((self.tr("goodput"),), "chart.goodput")
        capacity = LegendEntry((self.tr("capacity"),), "chart.capacity", is_dashed=True)
        errors = LegendEntry((self.tr("errors"),), "activity.refused")
        told = (
            (completed, True),
            (sent, True),
            (errors, self._has_errors),
            (good, self._has_deadlines),
            (capacity, True),
        )
        return [entry for entry, is_told in told if is_told]


class ResponseTime(Subject):
    """How long answers took, in ms; in s where they take very long."""

    areas = (AreaLook("chart.p95", 0.09),)
    curves = (CurveLook("chart.p99"), CurveLook("chart.p95"), CurveLook("chart.p50"))
    least = _LEAST_S

    @property
    def _is_in_seconds(self) -> bool:
        return self._top > _SECONDS_FROM

    def _draw(self, frame: Frame) -> None:
        points, (p50, p95, p99) = frame.curves.times_s, frame.curves.percentiles_s
        self._top = axis_top(highest(p99), self._top, self.least)
        self.chart.plot.show_ranges(frame.axis, self._top, 1.0 if self._is_in_seconds else 1e3)
        self.chart.plot.show_areas([(points, p99, p50)])
        self.chart.plot.show_curves([(points, values) for values in (p99, p95, p50)])

    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]:  # noqa: ARG002  # one subject looks at it
        index = frame.index_at(at_s)
        write = numbers.seconds_text if self._is_in_seconds else numbers.milliseconds
        return [write(_at(values, index)) for values in frame.curves.percentiles_s]

    def _title(self) -> tuple[str, str]:
        unit = "s" if self._is_in_seconds else "ms"
        return self.tr("Response time"), self.tr("{unit}, last {span}").format(unit=unit, span=self._span())

    def _entries(self) -> Sequence[LegendEntry]:
        return [LegendEntry((name,), f"chart.{name}") for name in ("p50", "p95", "p99")]


class QueueLengths(Subject):
    """How many requests wait, and for what: one queue on top of the other."""

    areas = tuple(AreaLook(token, 0.86) for token in _QUEUE_TOKENS)
    # The lowest last: where a layer is empty, its line must not cover the one below.
    curves = tuple(CurveLook(token) for token in reversed(_QUEUE_TOKENS))
    least = _LEAST_QUEUE

    def _draw(self, frame: Frame) -> None:
        points = frame.curves.times_s
        layers = np.cumsum([frame.curves.queues[name] for name in QUEUES], axis=0)
        below = np.vstack([np.zeros(len(points)), layers[:-1]])
        self._top = axis_top(highest(layers[-1]), self._top, self.least)
        self.chart.plot.show_ranges(frame.axis, self._top)
        self.chart.plot.show_areas([(points, *pair) for pair in zip(layers, below, strict=True)])
        self.chart.plot.show_curves([(points, layer) for layer in layers[::-1]])

    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]:  # noqa: ARG002  # one subject looks at it
        index = frame.index_at(at_s)
        return [numbers.amount(_at(frame.curves.queues[name], index)) for name in self._queues]

    def _title(self) -> tuple[str, str]:
        return self.tr("Queue lengths"), self.tr("requests, mean of {span}").format(span=self._span())

    def _entries(self) -> Sequence[LegendEntry]:
        names = (
            (self.tr("Backlog (accept queue)"), self.tr("accept queue"), self.tr("accept")),
            (self.tr("loop"),),
            (self.tr("threads"),),
            (self.tr("pool"),),
            (self.tr("service"),),
        )
        entries = zip(QUEUES, names, _QUEUE_TOKENS, strict=True)
        return [LegendEntry(words, token) for queue, words, token in entries if queue in self._queues]


SUBJECTS: tuple[type[Subject], ...] = (Throughput, ResponseTime, QueueLengths)
"""From left to right."""


def _numbered(label: CapacityLabel, top: float) -> PlotLabel:
    """An arrow says that the line is further up than the chart reaches."""
    text = numbers.amount(label.per_s)
    if label.is_off:
        return PlotLabel(label.end_s, top, f"↑ {text}", is_above=False)
    return PlotLabel(label.end_s, label.per_s, text, label.is_above)


def _at(values: Floats, index: int | None) -> float:
    return float(values[index]) if index is not None else float("nan")
