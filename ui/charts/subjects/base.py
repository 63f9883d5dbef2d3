"""What the charts have in common: when they draw, how they read out, what a file of them holds."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject

from ui.charts import numbers
from ui.charts.chart import Chart
from ui.charts.header import LegendEntry
from ui.charts.plot import AreaLook, CurveLook
from ui.charts.run import Frame, Run, index_at

if TYPE_CHECKING:
    from ui.charts.gap import ChartGap

Floats = NDArray[np.float64]
Table = Mapping[str, Floats]
"""Columns of equal length by name, with their unit in it."""


class Subject(QObject):
    """What a chart is about; the chart itself knows only curves."""

    areas: Sequence[AreaLook] = ()
    curves: Sequence[CurveLook] = ()
    is_timed = True
    """Whether the lower axis is of time."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self.chart = chart
        self._smoothing_s = 1.0
        self._has_ghost = self._is_measured = False
        self.gap: ChartGap | None = None
        """A prediction about this chart."""

    def forget(self) -> None:
        """Another run begins."""

    def show(self, frame: Frame, run: Run, at_s: float) -> None:
        """Draw a frame, of which an instant is looked at."""
        self._smoothing_s, self._has_ghost = frame.grid.smoothing_s, frame.ghost is not None
        self._is_measured = frame.is_measured
        self._draw(frame, run, at_s)
        self.chart.plot.show_gap(self.gap)
        if self.is_timed:
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

    @abstractmethod
    def table(self, frame: Frame, run: Run, at_s: float) -> Table:
        """What is drawn, as columns of a file."""

    @property
    def title(self) -> str:
        """What the chart is called."""
        return self._title()[0]

    @property
    def _about(self) -> str:
        """What a prediction about this chart is about; empty where there is none, or where the chart has it anyway."""
        return "" if self.gap is None else self.gap.about

    def _with_gap(self, highest: float) -> float:
        """How far the axis is to reach, where the curves come up to `highest`."""
        return highest if self.gap is None else max(highest, self.gap.reach(highest))

    def _span(self) -> str:
        return numbers.span(self._smoothing_s)

    @abstractmethod
    def _draw(self, frame: Frame, run: Run, at_s: float) -> None: ...

    @abstractmethod
    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]: ...

    @abstractmethod
    def _title(self) -> tuple[str, str]: ...

    @abstractmethod
    def _entries(self) -> Sequence[LegendEntry]: ...

    def _ghost_entry(self, token: str) -> LegendEntry:
        if self._is_measured:
            long = QCoreApplication.translate("Charts", "on a real server")
            return LegendEntry((long, QCoreApplication.translate("Charts", "real")), token, is_dashed=True)
        long = QCoreApplication.translate("Charts", "before the branch")
        return LegendEntry((long, QCoreApplication.translate("Charts", "before")), token, is_dashed=True)


def by_weight(values: Mapping[str, Floats | None]) -> list[str]:
    """Names, those with the largest means first: the last of a legend give way."""
    return sorted(values, key=lambda name: -_weight(values[name]))


def _weight(values: Floats | None) -> float:
    """In whole powers of two, so that noise does not swap two names."""
    mean = 0.0 if values is None or not len(values) or np.all(np.isnan(values)) else float(np.nanmean(values))
    return float(np.ceil(np.log2(mean))) if mean > 0 else -99.0


def at_index(values: Floats, index: int | None) -> float:
    """NaN where there is none."""
    return float(values[index]) if index is not None else float("nan")


def ghost_at(frame: Frame, values: Floats, at_s: float) -> float:
    """A value of the run that was left; NaN before the branch and beyond its end."""
    if frame.ghost is None or not len(frame.ghost.times_s):
        return float("nan")
    times = frame.ghost.times_s
    if not times[0] - 1e-6 <= at_s <= times[-1] + frame.grid.step_s:
        return float("nan")
    return at_index(values, index_at(times, at_s))


def nothing(points: Floats) -> Floats:
    """No value anywhere."""
    return np.full(len(points), np.nan)
