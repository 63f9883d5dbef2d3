"""Requests per second: sent, completed, in time, and what could be at most."""

from collections.abc import Sequence

import numpy as np

from ui.charts import numbers
from ui.charts.chart import Chart
from ui.charts.header import LegendEntry
from ui.charts.plot import AreaLook, CurveLook, PlotLabel, Scales, ghost
from ui.charts.ranges import axis_top
from ui.charts.run import CapacityLabel, Frame, Run, capacity_labels, highest
from ui.charts.subjects.base import Subject, Table, at_index, ghost_at, nothing

_LEAST_PER_S = 10.0
_CAPACITY_SEEN = 2.2
"""A capacity so many times higher than what happens is only told, not drawn: it would press the curves flat."""
_LABEL_PX = 34


class Throughput(Subject):
    """Goodput and errors are shown where there can be any."""

    areas = (AreaLook("chart.completed", 0.1),)
    curves = (
        CurveLook("chart.capacity", dashes=(5, 4)),
        ghost("chart.completed"),
        CurveLook("chart.sent"),
        CurveLook("activity.refused"),
        CurveLook("chart.goodput"),
        CurveLook("chart.completed"),
    )

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._top = _LEAST_PER_S
        self._has_deadlines = self._has_errors = False

    def forget(self) -> None:
        self._top = _LEAST_PER_S

    def _draw(self, frame: Frame, run: Run, at_s: float) -> None:  # noqa: ARG002  # it shows all instants
        self._has_deadlines, self._has_errors = run.has_deadlines, run.has_errors
        points, rates = frame.curves.times_s, frame.curves.rates
        times, bounds = frame.capacity
        left = (frame.ghost.times_s, frame.ghost.rates["completed"]) if frame.ghost else (np.empty(0), np.empty(0))
        busiest = max(highest(rates["sent"], rates["completed"], left[1]), _LEAST_PER_S / 2)
        capacity = np.where(bounds <= _CAPACITY_SEEN * busiest, bounds, np.nan)
        reach = self._with_gap(max(busiest, highest(rates["errors"], capacity)))
        self._top = axis_top(reach, self._top, _LEAST_PER_S)
        plot = self.chart.plot
        plot.show_scales(Scales.of_time(frame.axis, self._top))
        plot.show_areas([(points, rates["completed"], np.zeros(len(points)))])
        curves = [
            left,
            (points, rates["sent"]),
            (points, rates["errors"] if self._has_errors else nothing(points)),
            (points, rates["good"] if self._has_deadlines else nothing(points)),
            (points, rates["completed"]),
        ]
        plot.show_curves([(times, capacity), *curves])
        least_s = _LABEL_PX * frame.axis.length_s / max(1.0, plot.width)
        labels = capacity_labels(times, bounds, self._top, least_s)
        plot.show_labels([_numbered(label) for label in labels], curves)

    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]:
        index = frame.index_at(at_s)
        is_told = {"errors": self._has_errors, "good": self._has_deadlines}
        names = [name for name in ("completed", "sent", "errors", "good") if is_told.get(name, True)]
        values = [at_index(frame.curves.rates[name], index) for name in names]
        values.append(run.capacity_at(at_s).per_s)
        if frame.ghost is not None:
            values.append(ghost_at(frame, frame.ghost.rates["completed"], at_s))
        return [numbers.amount(value) for value in values]

    def table(self, frame: Frame, run: Run, at_s: float) -> Table:  # noqa: ARG002  # it shows all instants
        """Rates per second."""
        rates, points = frame.curves.rates, frame.curves.times_s
        return {
            "time_s": points,
            "sent_per_s": rates["sent"],
            "completed_per_s": rates["completed"],
            "goodput_per_s": rates["good"],
            "errors_per_s": rates["errors"],
            "capacity_per_s": np.array([run.capacity_at(time).per_s for time in points]),
        }

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
            (self._ghost_entry("chart.completed"), self._has_ghost),
        )
        return [entry for entry, is_told in told if is_told]


def _numbered(label: CapacityLabel) -> PlotLabel:
    """An arrow says that the line is further up than the chart reaches."""
    text = numbers.amount(label.per_s)
    return PlotLabel(label.end_s, label.per_s, f"↑ {text}" if label.is_off else text, label.is_last)
