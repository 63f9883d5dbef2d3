"""A prediction on the chart of the run that it is about: where its lines stand, and what is written at them. Pure."""

from dataclasses import dataclass

from ui.charts.kinds import ChartKind

_SEEN = 4.0
"""What is so many times beyond the curves is only told: an axis that reached it would press them flat."""
_LOW, _HIGH = 0.16, 0.86
"""Shares of the height below which there is no room for a text below a line, and above which none above it."""


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


def _level(value: float, text: str, top: float, *, is_upper: bool, is_predicted: bool) -> Level:
    """The text stands outside of the gap where there is room."""
    if value > top:
        return Level(top, f"↑ {text}", is_above=False, is_predicted=is_predicted)
    share = value / top
    return Level(value, text, share <= _LOW or (is_upper and share < _HIGH), is_predicted)
