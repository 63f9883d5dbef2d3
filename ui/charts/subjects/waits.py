"""Where requests wait: one place on top of the other, from the network to the broker."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from ui.charts import numbers
from ui.charts.chart import Chart
from ui.charts.header import LegendEntry
from ui.charts.plot import AreaLook, CurveLook, Scales
from ui.charts.ranges import axis_top
from ui.charts.run import Frame, Run, highest
from ui.charts.subjects.base import Floats, Subject, Table, at_index, by_weight
from ui.charts.trail import LAYERS

_LEAST = 10.0
_PLACES = (*LAYERS, "broker")
_LIKELY = ("network", "accept_queue", "loop")
"""What a legend names before anybody waited."""
_TOKENS = {
    "network": "activity.travelling",
    "accept_queue": "activity.waiting",
    "loop": "activity.refused",
    "threads": "activity.on_cpu",
    "pool": "activity.timed_out",
    "service": "activity.in_io",
    "processor": "chart.goodput",
    "broker": "activity.answered",
}
assert tuple(_TOKENS) == _PLACES


class Waits(Subject):
    """Together they are the requests in flight that nobody computes for, and the messages in the broker's queue."""

    areas = tuple(AreaLook(token, 0.86) for token in _TOKENS.values())
    # The seams between the layers; the lowest last: where a layer is empty, its line must not cover the one below.
    curves = tuple(CurveLook("surface.panel") for _ in _TOKENS)

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._top = _LEAST
        self._lengths: dict[str, Floats] = {}
        self._times: Floats = np.empty(0)
        self._told: tuple[str, ...] = _LIKELY

    def forget(self) -> None:
        self._top, self._told = _LEAST, _LIKELY

    def _draw(self, frame: Frame, run: Run, at_s: float) -> None:  # noqa: ARG002  # it shows all instants of a frame
        points = self._times = frame.curves.times_s
        self._lengths = run.waits(frame) | {"broker": frame.curves.queues["broker_queue"]}
        # What a prediction is about lies at the bottom, where its height can be read.
        order = sorted(_PLACES, key=lambda name: name != self._about)
        heaped = np.cumsum([self._lengths[name] for name in order], axis=0)
        upper = dict(zip(order, heaped, strict=True))
        below = dict(zip(order, np.vstack([np.zeros(len(points)), heaped[:-1]]), strict=True))
        self._told = tuple(name for name in _PLACES if highest(self._lengths[name]) > 0) or self._told
        self._top = axis_top(self._with_gap(highest(heaped[-1])), self._top, _LEAST)
        self.chart.plot.show_scales(Scales.of_time(frame.axis, self._top))
        self.chart.plot.show_areas([(points, upper[name], below[name]) for name in _PLACES])
        self.chart.plot.show_curves([(points, _seam(upper[name], below[name])) for name in order[::-1]])

    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]:  # noqa: ARG002  # one subject looks at it
        index = frame.index_at(at_s)
        index = index if index is None or index < len(self._times) else len(self._times) - 1
        return [numbers.amount(at_index(self._lengths[name], index)) for name in self._ordered if name in self._lengths]

    @property
    def _ordered(self) -> list[str]:
        """The fullest first, as far as that stays so: the last of a legend give way."""
        return by_weight({name: self._lengths.get(name) for name in self._told})

    def table(self, frame: Frame, run: Run, at_s: float) -> Table:  # noqa: ARG002  # it shows all instants of a frame
        """Requests, means."""
        lengths = run.waits(frame) | {"broker": frame.curves.queues["broker_queue"]}
        return {"time_s": frame.curves.times_s, **{name: lengths[name] for name in _PLACES}}

    def _title(self) -> tuple[str, str]:
        return self.tr("Where requests wait"), self.tr("requests, mean of {span}").format(span=self._span())

    def _entries(self) -> Sequence[LegendEntry]:
        names = place_names()
        longer = {"accept_queue": self.tr("Backlog (accept queue)"), "broker": self.tr("Backlog (message queue)")}
        shorter = {"accept_queue": self.tr("accept"), "service": self.tr("service"), "processor": "CPU"}
        forms = {name: (longer.get(name), names[name], shorter.get(name)) for name in names}
        return [LegendEntry(tuple(filter(None, forms[name])), _TOKENS[name]) for name in self._ordered]


def place_names() -> dict[str, str]:
    """What the places are called, in the language of the window."""
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


def _seam(upper: Floats, lower: Floats) -> Floats:
    """Nothing where the layer has no height."""
    with np.errstate(invalid="ignore"):
        return np.where(upper > lower, upper, np.nan)
