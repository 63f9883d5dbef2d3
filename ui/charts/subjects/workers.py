"""How busy each worker's loop was: a line of cells a worker, the warmer the busier."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ui.charts import numbers
from ui.charts.busyness import Busyness
from ui.charts.chart import Chart
from ui.charts.header import LegendEntry
from ui.charts.plot import AreaLook, CurveLook, Scales, time_numbers
from ui.charts.run import Frame, Run
from ui.charts.subjects.base import Floats, Subject, Table
from ui.diagram.ink import Ink

_TOKEN = "activity.on_cpu"
_MOST_NUMBERS = 8
_STEPS = 64
_WARM, _WARMTH = 0.7, 0.55
"""Up to which share cells only become warmer, and how much of the colour of overload they have there."""
_WIDEST = "100 %"
_NAMED = 4
"""So many workers are told one by one."""


class WorkerStrip(Subject):
    """Worker 1 at the top; where a prediction is about it, a curve in place of the cells."""

    areas = (AreaLook(_TOKEN, 0.22),)
    curves = (CurveLook(_TOKEN),)

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._busyness: Busyness | None = None
        self._ramp: tuple[Ink, NDArray[np.uint8]] | None = None

    def _draw(self, frame: Frame, run: Run, at_s: float) -> None:  # noqa: ARG002  # it shows all instants of a frame
        seen = self._busyness = run.busyness(frame)
        if self.gap is not None:
            self._draw_curve(frame, seen)
            return
        self._draw_area(np.empty(0), np.empty(0))
        lines = max(1, len(seen.shares))
        numbered = _numbers(lines, seen.per_line)
        scales = Scales(
            frame.axis.first_s, frame.axis.last_s, lines, time_numbers(frame.axis), numbered, (), headroom=1
        )
        self.chart.plot.show_scales(scales)
        self.chart.plot.show_cells(self._coloured(seen.shares[::-1]), seen.first_s, seen.last_s)

    def _draw_curve(self, frame: Frame, seen: Busyness) -> None:
        self._ramp = None
        self.chart.header.show_scale(())
        self.chart.plot.show_scales(Scales.of_time(frame.axis, 1.0, 100.0))
        self.chart.plot.show_cells(np.empty((0, 0, 4), dtype=np.uint8), 0.0, 0.0)
        shares = self._asked(seen)
        self._draw_area(seen.first_s + seen.cell_s * (np.arange(len(shares), dtype=np.float64) + 0.5), shares)

    def _draw_area(self, times_s: Floats, shares: Floats) -> None:
        self.chart.plot.show_areas([(times_s, shares, np.zeros(len(shares)))])
        self.chart.plot.show_curves([(times_s, shares)])

    def _asked(self, seen: Busyness) -> Floats:
        """Of the worker that is predicted, else of all."""
        line = int(self._about) - 1 if self._about else len(seen.shares)
        shares: Floats = seen.shares[line] if seen.per_line == 1 and line < len(seen.shares) else seen.means
        return shares

    def _coloured(self, shares: Floats) -> NDArray[np.uint8]:
        ink = self.chart.ink
        if self._ramp is None or self._ramp[0] is not ink:
            self._ramp = ink, ramp(ink)
            self.chart.header.show_scale(tuple(map(tuple, self._ramp[1][:, :3].tolist())))
        steps = self._ramp[1]
        is_there = np.isfinite(shares)
        cells: NDArray[np.uint8] = steps[np.where(is_there, np.nan_to_num(shares) * (_STEPS - 1), 0).astype(np.int64)]
        cells[~is_there] = 0
        return cells

    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]:  # noqa: ARG002  # one subject looks at it
        seen = self._busyness
        cell = seen.cell_at(at_s) if seen is not None else None
        if self.gap is not None:
            return [numbers.NOTHING if seen is None or cell is None else numbers.percent(self._asked(seen)[cell])]
        if seen is None or cell is None:
            return [numbers.NOTHING] * len(list(self._entries()))
        # Beyond the last cell as the cards of the workers say it: of what has gone by until now.
        is_latest = at_s > seen.last_s
        column, mean = (seen.latest, seen.latest_mean) if is_latest else (seen.shares[:, cell], seen.means[cell])
        if self._names_all:
            return [numbers.percent(share) for share in column]
        there = column[np.isfinite(column)]
        extremes = (there.max(), there.min()) if len(there) else (np.nan, np.nan)
        return [numbers.percent(value) for value in (mean, *extremes)]

    @property
    def _names_all(self) -> bool:
        return self._busyness is None or len(self._busyness.shares) <= _NAMED

    def table(self, frame: Frame, run: Run, at_s: float) -> Table:  # noqa: ARG002  # it shows all instants of a frame
        """Shares, 0..1; `time_s` is where a cell ends."""
        seen = run.busyness(frame)
        ends = seen.first_s + seen.cell_s * np.arange(1, seen.shares.shape[1] + 1)
        lines = {f"utilisation_{name}": seen.shares[line] for line, name in _names(seen)}
        return {"time_s": ends, "utilisation": seen.means, **lines}

    def _title(self) -> tuple[str, str]:
        cell_s = self._busyness.cell_s if self._busyness is not None else 1.0
        unit = self.tr("loop held, % of {span}").format(span=numbers.span(cell_s))
        return self.tr("Utilisation per worker"), unit

    def _entries(self) -> Sequence[LegendEntry]:
        if self.gap is not None:
            name = f"W{self._about}" if self._about else self.tr("mean")
            return [LegendEntry((name,), _TOKEN, widest=_WIDEST)]
        if self._names_all:
            count = 0 if self._busyness is None else len(self._busyness.shares)
            return [LegendEntry((f"W{number}",), None, widest=_WIDEST) for number in range(1, count + 1)]
        names = (self.tr("mean"), self.tr("busiest"), self.tr("idlest"))
        return [LegendEntry((name,), None, widest=_WIDEST) for name in names]


def ramp(ink: Ink) -> NDArray[np.uint8]:
    """Colours for 0 .. 1, shape (steps, 4): the ground, then warm, then the colour of what is blocked."""
    ends = [
        np.array(colour.getRgb(), dtype=np.float64)
        for colour in (
            ink.colour("surface.sunken"),
            ink.mixed("surface.sunken", "state.overloaded", _WARMTH),
            ink.colour("state.blocked"),
        )
    ]
    at = np.linspace(0.0, 1.0, _STEPS)
    mixed = [np.interp(at, [0.0, _WARM, 1.0], [end[channel] for end in ends]) for channel in range(4)]
    return np.stack(mixed, axis=1).round().astype(np.uint8)


def _numbers(lines: int, per_line: int) -> tuple[tuple[float, str], ...]:
    step = -(-lines // _MOST_NUMBERS)
    return tuple((lines - line - 0.5, f"W{line * per_line + 1}") for line in range(0, lines, step))


def _names(seen: Busyness) -> list[tuple[int, str]]:
    """Lines with what stands in them."""
    names = []
    for line in range(len(seen.shares)):
        first = line * seen.per_line + 1
        last = min(seen.workers, first + seen.per_line - 1)
        names.append((line, f"worker_{first}" if first == last else f"workers_{first}_{last}"))
    return names
