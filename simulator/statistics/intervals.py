"""How far a mean can be trusted: t-intervals over replications, batch means inside one run."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.scenario import ArrivalKind, ClientScenario, Scenario

Interval = tuple[float, float]

BATCHES = 20
SMALLEST_BATCH = 50
_UNSTEADY = (ArrivalKind.SCHEDULE, ArrivalKind.BURST)


def t_interval(values: Sequence[float], confidence: float = 0.95) -> Interval | None:
    """Of the mean of independent values (Student 1908); None of fewer than two."""
    if len(values) < 2:  # noqa: PLR2004  # no spread can be seen in one
        return None
    half = _t_quantile(len(values) - 1, confidence) * float(np.std(values, ddof=1)) / math.sqrt(len(values))
    mean = math.fsum(values) / len(values)
    return mean - half, mean + half


def batch_interval(
    sums: NDArray[np.float64], weights: NDArray[np.float64], confidence: float = 0.95
) -> Interval | None:
    """Of sum(sums) / sum(weights), from batches that are equal slices of the measured time.

    The ratio estimator (Cochran 1977, eq. 2.46): batches may hold different numbers, and the interval is centred on
    the mean of all. For a rate, weights are the batches' lengths. None without weight.
    """
    total, count = float(weights.sum()), len(weights)
    if total <= 0:
        return None
    ratio = float(sums.sum()) / total
    spread = float(np.sum((sums - ratio * weights) ** 2)) / (count - 1)
    half = _t_quantile(count - 1, confidence) * math.sqrt(spread / count) * count / total
    return ratio - half, ratio + half


def is_steady(scenario: Scenario) -> bool:
    """Whether batches of one run can stand for each other: nothing in the scenario changes with time."""
    if scenario.changes or scenario.faults:
        return False
    return all(client.arrivals not in _UNSTEADY and _sends_throughout(client, scenario) for client in scenario.clients)


def _sends_throughout(client: ClientScenario, scenario: Scenario) -> bool:
    run = scenario.run
    return client.start + client.ramp <= run.warm_up and (client.stop is None or client.stop >= run.duration)


def has_enough(count: float) -> bool:
    """Whether this many observations fill the batches."""
    return count >= BATCHES * SMALLEST_BATCH


_OF_BATCHES = {(BATCHES - 1, 0.95): 2.0930240544083087, (BATCHES - 1, 0.999): 3.883405852592131}
"""Those that the window asks for while time goes: loading scipy for them would hold it up for half a second."""


def _t_quantile(degrees: int, confidence: float) -> float:
    if (known := _OF_BATCHES.get((degrees, confidence))) is not None:
        return known
    from scipy.special import stdtrit  # noqa: PLC0415  # a tenth of a second that --help need not wait for

    return float(stdtrit(degrees, 0.5 + confidence / 2))
