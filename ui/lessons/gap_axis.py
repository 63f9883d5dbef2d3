"""Where prediction and measurement stand on one axis that begins at 0. Pure."""

from dataclasses import dataclass
from math import floor, log10

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_ROOM = 1.12
_FEWEST, _MOST = 3, 7


@dataclass(frozen=True, slots=True)
class Axis:
    """From 0 to `top`, in figures' own units times `scale`."""

    top: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """0..1 of the way."""
        return min(max(value / self.top, 0.0), 1.0)


def axis_for(*values: float) -> Axis:
    """One that has room for all of them, with round ticks."""
    largest = max((abs(value) for value in values), default=0.0) * _ROOM or 1.0
    size = 10.0 ** floor(log10(largest))
    steps = [step * size / 10 for step in _STEPS] + [step * size for step in _STEPS]
    step = next((each for each in steps if largest / each <= _MOST - 1), steps[-1])
    count = max(_FEWEST - 1, int(-(-largest // step)))
    return Axis(step * count, tuple(step * number for number in range(count + 1)))
