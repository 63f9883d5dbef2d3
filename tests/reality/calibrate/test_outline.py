"""What is drawn of a fit."""

import numpy as np
import pytest

from simulator.distributions import DistributionKind
from simulator.reality.calibrate.fitting import fit
from simulator.reality.calibrate.outline import BINS, outline


def test_an_exponential_is_drawn_as_the_scenario_draws_it() -> None:
    times = np.random.default_rng(1).exponential(0.05, 5_000)
    found = fit(times, allow_empirical=False)
    assert found.distribution.kind is DistributionKind.EXPONENTIAL
    drawn = outline(found)
    assert len(drawn.measured) == len(drawn.fitted) == BINS
    assert sum(drawn.measured) == pytest.approx(0.995, abs=0.005)  # the last few have no bin
    assert np.abs(np.array(drawn.measured) - np.array(drawn.fitted)).max() < 0.01
    assert drawn.constant_s is None


def test_a_constant_is_a_line() -> None:
    drawn = outline(fit(np.full(100, 0.02)))
    assert drawn.constant_s == pytest.approx(0.02)
    assert drawn.fitted == ()
    assert max(drawn.measured) == 1.0


def test_times_that_are_drawn_themselves_have_no_line() -> None:
    two = np.concatenate([np.full(200, 0.010), np.full(200, 0.5)]) * np.random.default_rng(1).uniform(0.99, 1.01, 400)
    found = fit(two)
    assert found.distribution.kind is DistributionKind.EMPIRICAL
    drawn = outline(found)
    assert drawn.fitted == ()
    assert drawn.constant_s is None
