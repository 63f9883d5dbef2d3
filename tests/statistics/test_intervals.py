"""Intervals hold what they promise, and are not given where they would not."""

import numpy as np
import pytest
from scipy.special import stdtrit

from simulator.scenario import parse
from simulator.statistics.intervals import BATCHES, batch_interval, has_enough, is_steady, t_interval
from tests.statistics.runs import PLAIN


def test_a_t_interval_by_hand() -> None:
    # Mean 3, standard deviation 1.5811, t(4; 0.975) = 2.7764: half 1.9632.
    assert t_interval([1, 2, 3, 4, 5]) == pytest.approx((1.036757, 4.963243), abs=1e-6)


@pytest.mark.parametrize("values", [[], [7.0]])
def test_one_value_has_no_spread(values: list[float]) -> None:
    assert t_interval(values) is None


def test_of_equal_values_nothing_is_uncertain() -> None:
    assert t_interval([2.0, 2.0, 2.0]) == (2.0, 2.0)


def test_a_batch_interval_is_the_t_interval_where_batches_weigh_the_same() -> None:
    values = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
    assert batch_interval(values * 10, np.full(5, 10.0)) == pytest.approx(t_interval(list(values)))
    assert batch_interval(values, np.zeros(5)) is None


def test_intervals_hold_the_mean_95_times_of_100() -> None:
    random = np.random.default_rng(3)
    weights = random.integers(40, 60, (2000, 20)).astype(float)
    sums = weights + random.normal(0, np.sqrt(weights))
    found = [batch_interval(each, weight) for each, weight in zip(sums, weights, strict=True)]
    held = np.mean([interval is not None and interval[0] < 1 < interval[1] for interval in found])
    assert 0.935 < held < 0.965


def test_twenty_batches_of_fifty_are_enough() -> None:
    assert has_enough(1000)
    assert not has_enough(999)


POISSON = 'arrivals = "poisson"\nrate = 20'


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (POISSON, 'arrivals = "burst"\nusers = 5\nat = "1s"'),
        (POISSON, 'arrivals = "schedule"\nprofile = [["0s", 5], ["5s", 9]]'),
        ("rate = 20", 'rate = 20\nstart = "5s"'),
        ("rate = 20", 'rate = 20\nstop = "5s"'),
        (POISSON, 'arrivals = "closed"\nusers = 5\nramp = "2s"'),
        ("[[routes]]", '[[changes]]\nat = "5s"\nset = "server.workers"\nto = 2\n\n[[routes]]'),
        ("[[routes]]", '[[faults]]\nat = "5s"\nkind = "restart"\ntarget = "server"\n\n[[routes]]'),
    ],
)
def test_what_changes_with_time_is_not_steady(right: str, wrong: str) -> None:
    assert is_steady(parse(PLAIN))
    assert not is_steady(parse(PLAIN.replace(right, wrong)))


def test_what_changes_in_the_warm_up_is_steady_after_it() -> None:
    text = PLAIN.replace('"10s"', '"10s"\nwarm_up = "2s"').replace(
        POISSON, 'arrivals = "closed"\nusers = 5\nramp = "2s"'
    )
    assert is_steady(parse(text))


@pytest.mark.parametrize("confidence", [0.95, 0.999])
def test_batches_have_the_quantile_of_student(confidence: float) -> None:
    sums = np.arange(BATCHES, dtype=np.float64)
    interval = batch_interval(sums, np.ones(BATCHES), confidence)
    assert interval is not None
    half = float(stdtrit(BATCHES - 1, 0.5 + confidence / 2)) * np.std(sums, ddof=1) / np.sqrt(BATCHES)
    assert interval == pytest.approx((9.5 - half, 9.5 + half), rel=1e-12)
