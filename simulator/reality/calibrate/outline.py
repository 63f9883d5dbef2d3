"""A fit as numbers to draw: how many of the measured times, and of those that the scenario would draw, lie where."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.distributions import DistributionKind
from simulator.reality.calibrate.fitting import Fit

BINS = 40
_LAST = 0.995
"""Quantile up to which is drawn: a few that took very long would leave no room for the rest."""
_DRAWN = 20_000


@dataclass(frozen=True)
class Outline:
    """Shares of the times in equal bins from 0."""

    highest_s: float
    """Where the last bin ends."""
    measured: tuple[float, ...]
    fitted: tuple[float, ...]
    """None of a constant, and none where the times themselves are drawn."""
    constant_s: float | None

    def plain(self) -> dict[str, object]:
        """As JSON has it."""
        return dict(vars(self))


def outline(fit: Fit) -> Outline:
    """Of a fit."""
    distribution = fit.distribution
    highest = float(np.quantile(fit.times, _LAST)) * 1.05
    constant = distribution.mean_s if distribution.kind is DistributionKind.CONSTANT else None
    fitted: tuple[float, ...] = ()
    if distribution.kind not in (DistributionKind.EMPIRICAL, DistributionKind.CONSTANT):
        # Drawn as the scenario would draw: by inverse transform, evenly over all probabilities.
        evenly = (np.arange(_DRAWN) + 0.5) / _DRAWN
        fitted = _shares(distribution.unit_variates(evenly) * distribution.mean_s, highest)
    return Outline(highest, _shares(fit.times, highest), fitted, constant)


def _shares(times: NDArray[np.float64], highest_s: float) -> tuple[float, ...]:
    counts, _ = np.histogram(times, bins=BINS, range=(0.0, highest_s))
    return tuple((counts / len(times)).tolist())
