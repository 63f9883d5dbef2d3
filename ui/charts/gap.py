"""A prediction on the chart of the run that it is about: where its lines stand, and what is written at them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.charts.kinds import ChartKind

_SEEN = 4.0
"""What is so many times beyond the curves is only told: an axis that reached it would press them flat."""
_LOW, _HIGH = 0.16, 0.86
"""Shares of the height below which there is no room for a text below a line, and above which none above it."""
_PAD, _APART, _LINE = 3.0, 2.0, 16.0
"""Pixels before the first text, between two that stand side by side, and that one is high."""


@dataclass(frozen=True, slots=True)
class ChartGap:
    """What was predicted, and once the run is over what it had."""

    kind: ChartKind
    """Of the chart."""
    predicted: float
    """In the unit of the chart's curves."""
    predicted_text: str
    measured: float | None = None
    """None: nobody knows it yet, or nobody is told."""
    measured_text: str = ""
    about: str = ""
    """What the chart draws in place of all it has, so that the line is of what is drawn: see `Subject`; empty: all."""

    def reach(self, highest: float) -> float:
        """How far an axis is to go for it, where the curves come up to `highest`."""
        measured = self.measured or 0.0
        is_seen = self.predicted <= _SEEN * max(highest, measured)
        return max(measured, self.predicted if is_seen else 0.0)


@dataclass(frozen=True, slots=True)
class Level:
    """A line across the chart, with a text at it."""

    value: float
    text: str
    is_above: bool
    """Where the text stands."""
    is_predicted: bool


def levels(gap: ChartGap, top: float) -> tuple[Level, ...]:
    """The lines on an axis up to `top`; an arrow says that one is further up than that."""
    measured = gap.measured or 0.0
    found = [_level(gap.predicted, gap.predicted_text, top, is_upper=gap.predicted >= measured, is_predicted=True)]
    if gap.measured is not None:
        is_upper = measured > gap.predicted
        found.append(_level(measured, gap.measured_text, top, is_upper=is_upper, is_predicted=False))
    return tuple(found)


def starts(
    levels: Sequence[Level], widths: Sequence[float], size: tuple[float, float], highest: float
) -> tuple[float, ...]:
    """Where along the axis each text begins, px: at the left, and behind the other where it would lie on it.

    `size` of the plot, px, and the value at its upper edge.
    """
    if len(levels) < 2:
        return (_PAD,) * len(levels)
    first, second = (_band(level, size[1], highest) for level in levels)
    is_free = first[1] <= second[0] or second[1] <= first[0]
    behind = min(_PAD + widths[0] + _APART, size[0] - widths[1] - _PAD)
    return _PAD, _PAD if is_free else max(_PAD, behind)


def _band(level: Level, height: float, highest: float) -> tuple[float, float]:
    """From where to where a text stands, px from the top."""
    line = height * (1 - level.value / highest)
    return (line - _LINE, line) if level.is_above else (line, line + _LINE)


def _level(value: float, text: str, top: float, *, is_upper: bool, is_predicted: bool) -> Level:
    """The text stands outside of the gap where there is room."""
    if value > top:
        return Level(top, f"↑ {text}", is_above=False, is_predicted=is_predicted)
    share = value / top
    return Level(value, text, share <= _LOW or (is_upper and share < _HIGH), is_predicted)
