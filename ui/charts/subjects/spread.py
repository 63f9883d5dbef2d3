"""How the response times of the last answers spread."""

from collections.abc import Sequence

import numpy as np

from ui.charts import numbers
from ui.charts.chart import Chart
from ui.charts.header import LegendEntry
from ui.charts.plot import AreaLook, CurveLook, Scales
from ui.charts.ranges import axis_top
from ui.charts.run import Frame, Run
from ui.charts.spread import Spread, edges_s, power_ticks
from ui.charts.subjects.base import Floats, Subject, Table

LEAST_SHARE = 0.1
UNSEEN = (-2.0, 0.0)
"""10 ms to 1 s, where nothing was answered yet."""
_TICK_PX, _FEWEST_TICKS = 52, 2
WIDEST = "888 ms"
_NAMES = ("p50", "p95", "p99")


class ResponseSpread(Subject):
    """Of the answers before the instant that is looked at; on an axis of powers of ten."""

    areas = (AreaLook("chart.completed", 0.22),)
    curves = (CurveLook("chart.completed"), *(CurveLook(f"chart.{name}") for name in _NAMES))
    is_timed = False

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._top = LEAST_SHARE
        self._reach = UNSEEN
        self._seen: tuple[float, Spread] | None = None
        self._spread_s = 10.0

    def forget(self) -> None:
        self._top, self._reach, self._seen = LEAST_SHARE, UNSEEN, None

    def _draw(self, frame: Frame, run: Run, at_s: float) -> None:
        run.read_trail()
        self._spread_s = frame.spread_s
        seen = run.spread(frame, at_s)
        self._seen = at_s, seen
        self._top = axis_top(float(seen.shares.max()), self._top, LEAST_SHARE)
        self._widen(seen)
        first, last = self._reach
        powers, shares = seen.outline(first, last)
        self.chart.plot.show_scales(spread_scales(self._reach, self._top, self.chart.plot.width))
        self.chart.plot.show_areas([(powers, shares, np.zeros(len(powers)))])
        lines = [vertical(value, self._top) for value in seen.quantiles_s]
        self.chart.plot.show_curves([(powers, shares), *lines])

    def _widen(self, seen: Spread) -> None:
        """The axis grows with what must be seen, and becomes smaller only where half of it is empty."""
        reach = seen.reach()
        if reach is None:
            return
        fits = self._reach[0] <= reach[0] and reach[1] <= self._reach[1]
        if not fits or reach[1] - reach[0] < (self._reach[1] - self._reach[0]) / 2:
            self._reach = reach

    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]:
        if self._seen is None or self._seen[0] != at_s:
            self._draw(frame, run, at_s)
        assert self._seen is not None, "it was drawn"
        seen = self._seen[1]
        return [*(numbers.short_time(value) for value in seen.quantiles_s), numbers.whole(seen.total)]

    def table(self, frame: Frame, run: Run, at_s: float) -> Table:
        """Bins with their answers."""
        run.read_trail()
        edges, counts = edges_s(), run.spread(frame, at_s).counts
        return {"from_s": edges[:-1], "to_s": edges[1:], "answers": counts}

    def _title(self) -> tuple[str, str]:
        unit = self.tr("% of answers, last {span}").format(span=numbers.span(self._spread_s))
        return self.tr("Histogram of response times"), unit

    def _entries(self) -> Sequence[LegendEntry]:
        entries = [LegendEntry((name,), f"chart.{name}", widest=WIDEST) for name in _NAMES]
        return [*entries, LegendEntry((self.tr("answers"),), None)]


def spread_scales(reach: tuple[float, float], top: float, width: float) -> Scales:
    """Powers of ten below, on an axis of so many pixels, and per cent beside."""
    first, last = reach
    ticks = power_ticks(first, last, max(_FEWEST_TICKS, int(width // _TICK_PX)))
    below = tuple((float(np.log10(at)), numbers.short_time(at)) for at in ticks)
    beside = tuple((at, numbers.tick(at * 100)) for at in (0.0, top / 2, top))
    return Scales(first, last, top, below, beside, (top / 2, top))


def vertical(seconds: float, top: float) -> tuple[Floats, Floats]:
    """A line at a time; nothing where there is none."""
    if not np.isfinite(seconds):
        return np.empty(0), np.empty(0)
    return np.repeat(np.log10(seconds), 2), np.array([0.0, top])
