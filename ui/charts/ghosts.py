"""Another run beside the one that goes on: what a branch left, or what a real server did. Pure."""

from typing import Protocol

from simulator.record import Samples
from ui.charts.history import Curves, Grid, History


class Ghost(Protocol):
    """A run that was left where another went on from an instant of it."""

    @property
    def samples(self) -> Samples:
        """Only to be read."""

    @property
    def since_s(self) -> float:
        """Up to there they are the same run."""

    @property
    def end_s(self) -> float:
        """How far it had come."""


class GhostCurves:
    """Read once: a ghost does not grow."""

    def __init__(self, samples: Samples, since_s: float = 0.0, *, is_measured: bool = False) -> None:
        self.is_measured = is_measured
        """Of a real server."""
        self._since_s = since_s
        self._history = History()
        self._history.read(samples)

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
