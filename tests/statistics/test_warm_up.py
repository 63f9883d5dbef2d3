"""MSER-5 finds the end of a start that differs from the rest, and says so where there is none."""

import numpy as np
import pytest

from simulator.statistics.warm_up import mser_5


def noise(count: int, seed: int = 3) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.random.default_rng(seed).normal(10.0, 1.0, count)


def test_a_start_from_an_empty_system_is_cut() -> None:
    values = noise(4000)
    values[:400] += np.linspace(-10.0, 0.0, 400)
    skipped = mser_5(values)
    assert skipped is not None
    assert 200 <= skipped <= 600


def test_a_run_that_is_steady_from_the_start_keeps_nearly_all() -> None:
    skipped = mser_5(noise(4000))
    assert skipped is not None
    assert skipped < 400


def test_growth_without_end_has_no_warm_up() -> None:
    assert mser_5(noise(4000) + np.arange(4000.0)) is None


@pytest.mark.parametrize("count", [0, 99])
def test_of_few_values_nothing_is_said(count: int) -> None:
    assert mser_5(noise(count)) is None


def test_it_is_its_definition() -> None:
    values = noise(200, seed=8)
    values[:40] -= 3.0
    means = values.reshape(-1, 5).mean(axis=1)
    wanted = min(range(30), key=lambda cut: float(np.sum((means[cut:] - means[cut:].mean()) ** 2)) / (40 - cut) ** 2)
    assert mser_5(values) == wanted * 5
