"""The run that was left by a branch, as the charts draw it: from where the two part to where it was left. Pure."""

from typing import Protocol

from simulator.model import System
from ui.charts.history import Curves, Grid, History


class Ghost(Protocol):
    """A run that stands still beside the one that went on from an instant of it."""

    @property
    def system(self) -> System:
        """Only to be read."""

    @property
    def since_s(self) -> float:
        """Up to there they are the same run."""

    @property
    def end_s(self) -> float:
        """How far it had come."""


class GhostCurves:
    """Read once: a ghost does not grow."""

    def __init__(self, ghost: Ghost) -> None:
        self._since_s = ghost.since_s
        self._history = History()
        self._history.read(ghost.system.record.samples)

    def curves(self, grid: Grid) -> Curves:
        """On the grid of the run that goes on."""
        curves = self._history.curves(grid)
        # The smoothing reaches back to where both were one, so that the lines begin together.
        seen = curves.times_s >= self._since_s - 1e-6
        return Curves(
            curves.times_s[seen],
            {name: values[seen] for name, values in curves.rates.items()},
            {name: values[seen] for name, values in curves.queues.items()},
            curves.percentiles_s[:, seen],
        )
