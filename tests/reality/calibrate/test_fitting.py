"""Times drawn from a distribution are recognised, and what is none of them stays what it is."""

import numpy as np
import pytest

from simulator.distributions import Distribution, DistributionKind
from simulator.reality.calibrate.fitting import Times, fit


def drawn(text: str, count: int = 3000) -> Times:
    time = Distribution.parse(text)
    return time.unit_variates(np.random.default_rng(7).random(count)) * time.mean_s


@pytest.mark.parametrize("text", ["exponential(40ms)", "lognormal(40ms, cv=0.8)", "gamma(40ms, cv=0.4)"])
def test_a_distribution_is_recognised(text: str) -> None:
    wanted, found = Distribution.parse(text), fit(drawn(text)).distribution
    assert found.kind is wanted.kind
    assert found.mean_s == pytest.approx(wanted.mean_s, rel=0.05)
    assert found.shape == pytest.approx(wanted.shape, rel=0.06)


def test_what_hardly_varies_is_a_constant() -> None:
    found = fit(np.linspace(0.098, 0.102, 500))
    assert found.distribution == Distribution.parse("100ms")
    assert found.words == "500 times hardly vary (mean 100 ms, cv 0.012): a constant"


def test_times_that_are_the_same_and_one_alone_are_said_so() -> None:
    assert fit(np.full(200, 0.01) + 1e-18).words == "200 times hardly vary (mean 10 ms, cv 0): a constant"
    assert fit(np.array([0.02])).words == "a single time (20 ms): a constant"
    assert fit(np.array([5.0])).words == "a single time (5,000 ms): a constant"


def test_two_heaps_are_none_of_the_named_ones() -> None:
    generator = np.random.default_rng(2)
    heaps = np.concatenate([generator.normal(0.01, 0.001, 900), generator.normal(0.2, 0.01, 600)])
    assert fit(heaps).distribution.kind is DistributionKind.EMPIRICAL
    assert fit(heaps, allow_empirical=False).distribution.kind is not DistributionKind.EMPIRICAL


@pytest.mark.parametrize("times", [[0.05], [0.05, 0.05], [0.0, 0.0, 0.0], [0.001, 9.0]])
def test_few_or_odd_times_still_give_an_answer(times: list[float]) -> None:
    found = fit(np.array(times))
    assert found.distribution.mean_s == pytest.approx(max(1e-6, sum(times) / len(times)), rel=1e-3)
    assert Distribution.parse(found.distribution.text) == found.distribution


def test_the_choice_is_said_in_words() -> None:
    words = fit(drawn("exponential(40ms)")).words
    assert words.startswith("exponential fits 3,000 times best (mean 4")
    assert "gamma +" in words
