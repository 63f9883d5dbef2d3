"""The oracle itself, by hand."""

from itertools import accumulate

import numpy as np
import pytest

from simulator import theory
from tests.kiefer_wolfowitz import departures


def test_one_server_serves_one_after_the_other() -> None:
    assert departures([0, 1, 20], [10, 10, 10], servers=1) == [10, 20, 30]


def test_the_server_that_is_free_first_takes_the_next() -> None:
    assert departures([0, 0, 1, 2], [10, 3, 5, 1], servers=2) == [10, 3, 8, 9]


def test_a_long_service_lets_later_arrivals_leave_first() -> None:
    assert departures([0, 1], [100, 1], servers=2) == [100, 2]


def test_nobody_waits_with_a_server_each() -> None:
    arrivals, services = [0, 5, 6], [50, 60, 70]
    assert departures(arrivals, services, servers=3) == [50, 65, 76]


def test_unequal_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        departures([0, 1], [1], servers=1)


def test_it_agrees_with_erlang_c() -> None:
    random = np.random.default_rng(1)
    count, rate, service_s, servers = 200_000, 80.0, 0.04, 4
    gaps = (random.exponential(1 / rate, count) * 1e9).astype(np.int64)
    arrivals = list(accumulate(gaps.tolist()))
    services = (random.exponential(service_s, count) * 1e9).astype(np.int64).tolist()
    left = departures(arrivals, services, servers)
    mean_s = float(np.mean(np.array(left) - np.array(arrivals))) / 1e9
    assert mean_s == pytest.approx(theory.m_m_c(rate, service_s, servers).response_time_s, rel=0.03)
