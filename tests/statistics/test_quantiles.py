"""Percentiles: exact, and streamed within 0.5 %."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.statistics import Quantiles

PERCENTS = (0, 1, 50, 90, 95, 99, 99.9, 100)


def test_percentiles_interpolate_between_order_statistics() -> None:
    times = Quantiles()
    times.add(np.array([10, 30]) * 1_000_000_000)
    times.add(np.array([20, 40]) * 1_000_000_000)
    assert times.percentiles_s((0, 50, 75, 100)) == pytest.approx((10, 25, 32.5, 40))
    assert (times.mean_s, times.max_s) == (25, 40)
    assert times.is_exact


def test_without_values_there_is_nothing() -> None:
    times = Quantiles()
    times.add(np.array([], dtype=np.int64))
    assert times.percentiles_s((50, 99)) == (None, None)
    assert times.mean_s is None
    assert times.max_s is None


@pytest.mark.parametrize(
    "draw",
    [
        lambda random: random.exponential(5e7, 5000),
        lambda random: random.uniform(1e6, 9e6, 5000),
        lambda random: random.lognormal(15, 3, 5000),
        lambda random: random.pareto(1.2, 5000) * 1e8,
        lambda _: np.full(5000, 123_456_789.0),
        lambda random: random.integers(0, 3, 5000).astype(float),
        lambda _: np.concatenate([np.zeros(2500), np.full(2500, 6e17)]),
    ],
)
def test_streamed_percentiles_are_within_half_a_percent(
    draw: Callable[[np.random.Generator], NDArray[np.float64]],
) -> None:
    values = draw(np.random.default_rng(1)).astype(np.int64)
    exact, streamed = Quantiles(), Quantiles(exact_up_to=0)
    for part in np.array_split(values, 7):
        exact.add(part)
        streamed.add(part)
    assert not streamed.is_exact
    assert (streamed.count, streamed.sum_ns, streamed.max_ns) == (exact.count, exact.sum_ns, exact.max_ns)
    expected = np.array(exact.percentiles_s(PERCENTS))
    # An order statistic below a nanosecond's digits has no half percent: 1 ns and 2 ns share no bin.
    assert np.array(streamed.percentiles_s(PERCENTS)) == pytest.approx(expected, rel=0.005, abs=1e-11)


def test_beyond_the_limit_values_are_streamed() -> None:
    times = Quantiles(exact_up_to=10)
    times.add(np.arange(1, 11) * 1_000_000)
    assert times.is_exact
    times.add(np.array([11_000_000]))
    assert not times.is_exact
    assert times.percentiles_s((50,))[0] == pytest.approx(0.006, rel=0.005)


@pytest.mark.parametrize("limits", [(100, 100), (0, 100), (100, 0), (0, 0)])
def test_merged_they_are_as_if_counted_together(limits: tuple[int, int]) -> None:
    values = np.random.default_rng(2).integers(1, 10**9, 60)
    one, other, both = Quantiles(limits[0]), Quantiles(limits[1]), Quantiles(1000)
    one.add(values[:25])
    other.add(values[25:])
    both.add(values)
    one.merge(other)
    assert (one.count, one.sum_ns, one.max_ns) == (both.count, both.sum_ns, both.max_ns)
    assert one.percentiles_s((10, 50, 99)) == pytest.approx(both.percentiles_s((10, 50, 99)), rel=0.005)
