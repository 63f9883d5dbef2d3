"""`--until-precise 2%`: replications until the intervals of mean and p95 are narrow enough."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from simulator.errors import SimulatorError
from simulator.statistics import Summary
from simulator.statistics.intervals import t_interval
from simulator.words import shown

FEWEST = 10
"""Replications before the first look: of fewer, the spread itself is guesswork (Law 2015, section 9.4.1)."""
MOST = 1000
"""Replications, where nobody says how many are too many."""
FIGURES = ("mean", "p95")
_PERCENT = re.compile(r"\s*([0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*%\s*")
_WHOLE = 100.0


def parse_precision(text: str) -> float:
    """0.02 from "2%".

    Raises SimulatorError.
    """
    match = _PERCENT.fullmatch(text)
    goal = float(match[1]) / _WHOLE if match else 0.0
    if not 0 < goal < 1:
        raise SimulatorError(f"--until-precise: must be a percentage such as 2%, got {shown(text)}")
    return goal


@dataclass(frozen=True, slots=True)
class Precision:
    """How far each figure is known after so many replications."""

    goal: float
    replications: int
    widths: dict[str, float | None]
    """Half of the 95 % interval over the mean; None where too few replications have answers."""

    @property
    def is_reached(self) -> bool:
        """After at least FEWEST replications."""
        return self.replications >= FEWEST and all(
            width is not None and width <= self.goal for width in self.widths.values()
        )

    @property
    def needed(self) -> int | None:
        """About how many replications it takes; None where nothing can be said."""
        widths = [width for width in self.widths.values() if width is not None]
        if len(widths) < len(self.widths):
            return None
        return max(FEWEST, ceil(self.replications * (max(widths) / self.goal) ** 2))


def precision(summaries: Sequence[Summary], goal: float) -> Precision:
    """Of the means over replications; of p95, that is the mean of every replication's own.

    Looked at after every replication in their order, it stops at the same one however many are run at once.
    """
    widths = {figure: _width([getattr(summary.response_time_s, figure) for summary in summaries]) for figure in FIGURES}
    return Precision(goal, len(summaries), widths)


def _width(values: Sequence[float | None]) -> float | None:
    """None also where a replication had no answer: what it would have said is not known."""
    present = [value for value in values if value is not None]
    ends = t_interval(present) if len(present) == len(values) else None
    if ends is None:
        return None
    low, high = ends
    return (high - low) / (high + low) if high + low > 0 else 0.0
