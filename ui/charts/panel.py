"""The charts below the diagram: throughput, response time and queue lengths on one time axis."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from simulator.model import System
from simulator.scenario import Change
from ui.charts import numbers
from ui.charts.chart import AreaLook, Chart, CurveLook
from ui.charts.header import LegendEntry
from ui.charts.history import QUEUES
from ui.charts.ranges import axis_top
from ui.charts.run import Frame, Run, capacity_labels, highest
from ui.diagram.ink import Ink
from ui.theme import Theme

Floats = NDArray[np.float64]

_QUEUE_TOKENS = ("activity.waiting", "activity.refused", "activity.on_cpu")
_LOOKS: tuple[tuple[tuple[AreaLook, ...], tuple[CurveLook, ...]], ...] = (
    (
        (AreaLook("chart.completed", 0.1),),
        (
            CurveLook("chart.capacity", dashes=(5, 4)),
            CurveLook("chart.sent"),
            CurveLook("chart.goodput"),
            CurveLook("chart.completed"),
        ),
    ),
    ((AreaLook("chart.p95", 0.09),), (CurveLook("chart.p99"), CurveLook("chart.p95"), CurveLook("chart.p50"))),
    (
        tuple(AreaLook(token, 0.86) for token in _QUEUE_TOKENS),
        tuple(CurveLook(token) for token in reversed(_QUEUE_TOKENS)),
    ),
)
_LEAST_PER_S, _LEAST_S, _LEAST_QUEUE = 10.0, 0.01, 10.0
_CAPACITY_SEEN = 3.0
"""A capacity so many times higher than what happens is only told, not drawn: it would press the curves flat."""
_SECONDS_FROM = 10.0
_INSET = 12
_LABEL_PX = 34


class ChartsPanel(QWidget):
    """Follows a run; nothing is worked out for a panel that nobody sees."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._run: Run | None = None
        self._frame: Frame | None = None
        self._wanted: tuple[float, float] = (0.0, 0.0)
        self._hovered_s: float | None = None
        self._tops = [_LEAST_PER_S, _LEAST_S, _LEAST_QUEUE]
        self._charts = [Chart(self._ink, areas, curves, self) for areas, curves in _LOOKS]
        self._throughput, self._response, self._queues = self._charts
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for chart in self._charts:
            row.addWidget(chart, 1)
            chart.hovered.connect(self._on_hovered)
        self._translate()

    # What the window tells

    def restart(self, system: System) -> None:
        """Another run: forget the last one."""
        self._run = Run(system)
        self._frame = None
        self._tops = [_LEAST_PER_S, _LEAST_S, _LEAST_QUEUE]
        self.refresh(0.0, 0.0)

    def refresh(self, now_s: float, shown_s: float) -> None:
        """The run has come to `now_s`, and the picture shows `shown_s`."""
        self._wanted = now_s, shown_s
        if self._run is None or not self.isVisible():
            return
        self._frame = self._run.frame(now_s, shown_s)
        self._show(self._frame, self._run)

    def mark_change(self, change: Change) -> None:
        """A value was changed. It is in the record, and the next refresh marks it: none of a drag's is waited for."""

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._ink = Ink(theme, is_dark=theme.is_dark)
        for chart in self._charts:
            chart.use_ink(self._ink)
        if self._frame is not None and self._run is not None:
            self._show(self._frame, self._run)
        self.update()

    # Showing

    def _show(self, frame: Frame, run: Run) -> None:
        self._show_throughput(frame, run)
        self._show_response(frame)
        self._show_queues(frame)
        for chart in self._charts:
            chart.show_marks(frame.marks_s)
            chart.show_playhead(frame.shown_s, is_rewound=frame.is_rewound)
        self._translate_units(frame)
        self._show_values()

    def _show_throughput(self, frame: Frame, run: Run) -> None:
        rates = frame.curves.rates
        top = highest(rates["sent"], rates["completed"])
        times, capacity = frame.capacity
        is_near = capacity <= _CAPACITY_SEEN * max(top, _LEAST_PER_S / 2)
        capacity = np.where(is_near, capacity, np.nan)
        self._tops[0] = axis_top(highest(rates["sent"], rates["completed"], capacity), self._tops[0], _LEAST_PER_S)
        self._throughput.show_ranges(frame.axis, self._tops[0])
        points = frame.curves.times_s
        good = rates["good"] if run.has_deadlines else np.full(len(points), np.nan)
        self._label_capacity(frame, times, capacity)
        self._throughput.show_areas([(points, rates["completed"], np.zeros(len(points)))])
        self._throughput.show_curves(
            [(times, capacity), (points, rates["sent"]), (points, good), (points, rates["completed"])]
        )

    def _label_capacity(self, frame: Frame, times: Floats, capacity: Floats) -> None:
        least_s = _LABEL_PX * frame.axis.length_s / max(1, self._throughput.plot_width)
        labels = capacity_labels(times, capacity, self._tops[0], least_s)
        self._throughput.show_labels(
            [(at_s, value, numbers.amount(value), is_above) for at_s, value, is_above in labels]
        )

    def _show_response(self, frame: Frame) -> None:
        p50, p95, p99 = frame.curves.percentiles_s
        self._tops[1] = axis_top(highest(p99), self._tops[1], _LEAST_S)
        self._response.show_ranges(frame.axis, self._tops[1], 1.0 if self._is_in_seconds else 1e3)
        self._response.show_areas([(frame.curves.times_s, p99, p50)])
        self._response.show_curves([(frame.curves.times_s, values) for values in (p99, p95, p50)])

    def _show_queues(self, frame: Frame) -> None:
        layers = np.cumsum([frame.curves.queues[name] for name in QUEUES], axis=0)
        self._tops[2] = axis_top(highest(layers[-1]), self._tops[2], _LEAST_QUEUE)
        self._queues.show_ranges(frame.axis, self._tops[2])
        lower = np.vstack([np.zeros(layers.shape[1]), layers[:-1]])
        self._queues.show_areas([(frame.curves.times_s, *pair) for pair in zip(layers, lower, strict=True)])
        # The lowest last: where a layer is empty, its line must not cover the one below.
        self._queues.show_curves([(frame.curves.times_s, layer) for layer in layers[::-1]])

    @property
    def _is_in_seconds(self) -> bool:
        return self._tops[1] > _SECONDS_FROM

    def _on_hovered(self, time_s: float | None) -> None:
        if self._frame is None or (time_s is not None and time_s > self._wanted[0]):
            time_s = None
        self._hovered_s = time_s
        for chart in self._charts:
            chart.show_crosshair(time_s)
        self._show_values()

    def _show_values(self) -> None:
        frame, run = self._frame, self._run
        if frame is None or run is None:
            return
        is_past = self._hovered_s is not None or frame.is_rewound
        at_s = frame.shown_s if self._hovered_s is None else self._hovered_s
        instant = self.tr("at {time}").format(time=numbers.clock(at_s)) if is_past else None
        index = frame.index_at(at_s)
        rates = [_at(frame.curves.rates[name], index) for name in ("completed", "sent", "good")]
        per_s = [*rates[: 3 if run.has_deadlines else 2], run.capacity_at(at_s).per_s]
        response = [_at(values, index) for values in frame.curves.percentiles_s]
        write = numbers.seconds_text if self._is_in_seconds else numbers.milliseconds
        lengths = [_at(frame.curves.queues[name], index) for name in QUEUES]
        self._throughput.header.show_values(tuple(numbers.amount(value) for value in per_s), instant)
        self._response.header.show_values(tuple(write(value) for value in response), instant)
        self._queues.header.show_values(tuple(numbers.amount(value) for value in lengths), instant)

    # Words

    def _translate(self) -> None:
        self._set_entries()
        if self._frame is not None:
            self._translate_units(self._frame)
            self._show_values()
        else:
            self._throughput.header.show_title(self.tr("Throughput"), self.tr("requests/s"))
            self._response.header.show_title(self.tr("Response time"), "ms")
            self._queues.header.show_title(self.tr("Queue lengths"), self.tr("requests"))
        self.setAccessibleName(self.tr("Charts"))
        for chart, name in zip(
            self._charts, (self.tr("Throughput"), self.tr("Response time"), self.tr("Queue lengths")), strict=True
        ):
            chart.setAccessibleName(name)

    def _set_entries(self) -> None:
        completed = LegendEntry((self.tr("completed"),), "chart.completed")
        sent = LegendEntry((self.tr("sent"),), "chart.sent")
        good = LegendEntry((self.tr("goodput"),), "chart.goodput")
        capacity = LegendEntry((self.tr("capacity"),), "chart.capacity", is_dashed=True)
        has_deadlines = self._run is not None and self._run.has_deadlines
        self._throughput.set_entries(
            (completed, sent, good, capacity) if has_deadlines else (completed, sent, capacity)
        )
        self._response.set_entries(tuple(LegendEntry((name,), f"chart.{name}") for name in ("p50", "p95", "p99")))
        names = (
            (self.tr("Backlog (accept queue)"), self.tr("accept queue"), self.tr("accept")),
            (self.tr("loop"),),
            (self.tr("threads"),),
        )
        self._queues.set_entries(tuple(map(LegendEntry, names, _QUEUE_TOKENS)))

    def _translate_units(self, frame: Frame) -> None:
        self._set_entries()
        span = numbers.span(frame.grid.smoothing_s)
        unit = "s" if self._is_in_seconds else "ms"
        self._throughput.header.show_title(
            self.tr("Throughput"), self.tr("requests/s, mean of {span}").format(span=span)
        )
        self._response.header.show_title(
            self.tr("Response time"), self.tr("{unit}, last {span}").format(unit=unit, span=span)
        )
        self._queues.header.show_title(self.tr("Queue lengths"), self.tr("requests, mean of {span}").format(span=span))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(1008, 144)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ink.colour("surface.panel"))
        for chart in self._charts[1:]:
            painter.fillRect(chart.x() - 1, _INSET, 1, self.height() - 2 * _INSET, self._ink.colour("border.hairline"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh(*self._wanted)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


def _at(values: Floats, index: int | None) -> float:
    return float(values[index]) if index is not None else float("nan")
