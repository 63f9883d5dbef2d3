"""Percentiles of intervals together, beside those of the values themselves."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from ui.charts.pooling import pooled

RANKS = [50, 95, 99]
Floats = NDArray[np.float64]


def known(intervals: list[Floats]) -> tuple[Floats, Floats]:
    """What a record has of these intervals."""
    rows = [np.percentile(values, RANKS) if len(values) else [np.nan] * 3 for values in intervals]
    return np.array([rows]), np.array([[float(len(values)) for values in intervals]])


def test_nothing_is_nothing() -> None:
    assert np.isnan(pooled(np.full((1, 4, 3), np.nan), np.zeros((1, 4)))).all()


def test_up_to_two_values_an_interval_are_known_exactly() -> None:
    intervals = [np.array([0.3]), np.array([]), np.array([0.1, 0.7]), np.array([0.2]), np.array([0.05, 0.06])]
    assert pooled(*known(intervals))[0] == pytest.approx(np.percentile(np.concatenate(intervals), RANKS))


def test_what_is_always_the_same_stays_the_same() -> None:
    intervals = [np.full(count, 0.05) for count in (1, 3, 40, 0, 7)]
    assert pooled(*known(intervals))[0] == pytest.approx([0.05] * 3)


DISTRIBUTIONS: dict[str, Callable[[np.random.Generator, int, int], Floats]] = {
    "exponential": lambda rng, _, n: rng.exponential(0.04, n),
    "a queue that grows": lambda rng, i, n: 0.05 * (1 + i / 10) + rng.exponential(0.01, n),
    "lognormal": lambda rng, _, n: rng.lognormal(0, 0.5, n) * 0.05,
}


@pytest.mark.parametrize("name", DISTRIBUTIONS)
@pytest.mark.parametrize("per_interval", [2, 5, 30, 200])
def test_two_seconds_of_tenths_are_near_what_their_answers_say(name: str, per_interval: int) -> None:
    rng = np.random.default_rng(7)
    errors = []
    for _ in range(40):
        intervals = [DISTRIBUTIONS[name](rng, i, int(rng.poisson(per_interval))) for i in range(20)]
        truth = np.percentile(np.concatenate(intervals), RANKS)
        errors.append(pooled(*known(intervals))[0] / truth - 1)
    p50, p95, p99 = np.sqrt(np.mean(np.square(errors), axis=0))
    assert p50 < 0.16
    assert p95 < 0.05
    assert p99 < 0.07
