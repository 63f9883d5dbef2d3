"""How long answers took, in ms; in s where they take very long."""

from collections.abc import Sequence

import numpy as np

from ui.charts import numbers
from ui.charts.chart import Chart
from ui.charts.header import LegendEntry
from ui.charts.plot import AreaLook, CurveLook, Scales, ghost
from ui.charts.ranges import axis_top
from ui.charts.run import Frame, Run, highest
from ui.charts.subjects.base import Subject, Table, at_index, ghost_at

LEAST_S, SECONDS_FROM = 0.01, 10.0
_NAMES = ("p50", "p95", "p99")
_GHOST = _NAMES.index("p95")


class ResponseTime(Subject):
    """Percentiles of the answers that came."""

    areas = (AreaLook("chart.p95", 0.09),)
    curves = (ghost("chart.p95"), CurveLook("chart.p99"), CurveLook("chart.p95"), CurveLook("chart.p50"))

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._top = LEAST_S

    def forget(self) -> None:
        self._top = LEAST_S

    @property
    def _is_in_seconds(self) -> bool:
        return self._top > SECONDS_FROM

    def _draw(self, frame: Frame, run: Run, at_s: float) -> None:  # noqa: ARG002  # it shows all instants of a frame
        points, (p50, p95, p99) = frame.curves.times_s, frame.curves.percentiles_s
        left = (frame.ghost.times_s, frame.ghost.percentiles_s[_GHOST]) if frame.ghost else (np.empty(0), np.empty(0))
        self._top = axis_top(self._with_gap(highest(p99, left[1])), self._top, LEAST_S)
        self.chart.plot.show_scales(Scales.of_time(frame.axis, self._top, 1.0 if self._is_in_seconds else 1e3))
        self.chart.plot.show_areas([(points, p99, p50)])
        self.chart.plot.show_curves([left, *((points, values) for values in (p99, p95, p50))])

    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]:  # noqa: ARG002  # one subject looks at it
        index = frame.index_at(at_s)
        write = numbers.seconds_text if self._is_in_seconds else numbers.milliseconds
        values = [at_index(each, index) for each in frame.curves.percentiles_s]
        if frame.ghost is not None:
            values.append(ghost_at(frame, frame.ghost.percentiles_s[_GHOST], at_s))
        return [write(value) for value in values]

    def table(self, frame: Frame, run: Run, at_s: float) -> Table:  # noqa: ARG002  # it shows all instants of a frame
        """Seconds."""
        columns = zip(_NAMES, frame.curves.percentiles_s, strict=True)
        return {"time_s": frame.curves.times_s, **{f"response_{name}_s": values for name, values in columns}}

    def _title(self) -> tuple[str, str]:
        unit = "s" if self._is_in_seconds else "ms"
        return self.tr("Response time"), self.tr("{unit}, last {span}").format(unit=unit, span=self._span())

    def _entries(self) -> Sequence[LegendEntry]:
        entries = [LegendEntry((name,), f"chart.{name}") for name in _NAMES]
        return [*entries, self._ghost_entry("chart.p95")] if self._has_ghost else entries
