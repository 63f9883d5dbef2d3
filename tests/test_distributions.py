"""Distributions have the mean, the variance and the shape that were written."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.distributions import Distribution, DistributionKind
from simulator.errors import SimulatorError

MIDPOINTS = (np.arange(400_000) + 0.5) / 400_000
"""An even net of doubles: means over it are integrals over the quantile function."""

TEXTS = [
    "50ms",
    "exponential(50ms)",
    "uniform(10ms, 90ms)",
    "normal(50ms, sd=10ms)",
    "normal(50ms, sd=50ms)",
    "lognormal(50ms, cv=0.5)",
    "lognormal(50ms, cv=2)",
    "gamma(50ms, cv=0.5)",
    "gamma(50ms, cv=1.5)",
    "pareto(50ms, shape=2.5)",
    "pareto(50ms, shape=4)",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_mean_of_what_is_drawn_is_the_mean_that_was_written(text: str) -> None:
    time = Distribution.parse(text)
    assert time.mean_s == 0.05
    assert time.unit_variates(MIDPOINTS).mean() == pytest.approx(1.0, rel=1e-3)


@pytest.mark.parametrize("text", [text for text in TEXTS if "2.5" not in text])  # its fourth moment is infinite
def test_the_variance_is_what_is_drawn(text: str) -> None:
    time = Distribution.parse(text)
    assert time.unit_variates(MIDPOINTS).var() * time.mean_s**2 == pytest.approx(time.variance_s2, rel=0.02, abs=1e-15)


@pytest.mark.parametrize(
    ("text", "quantile", "expected_s"),
    [
        ("exponential(50ms)", 0.5, 0.05 * math.log(2)),
        ("exponential(50ms)", 0.99, 0.05 * math.log(100)),
        ("uniform(10ms, 90ms)", 0.25, 0.03),
        ("lognormal(50ms, cv=0.5)", 0.5, 0.05 / math.sqrt(1.25)),
        ("gamma(50ms, cv=1)", 0.9, 0.05 * math.log(10)),
        ("pareto(50ms, shape=2.5)", 0.0, 0.03),
        ("pareto(50ms, shape=2.5)", 0.99, 0.03 * 100**0.4),
        ("normal(50ms, sd=1ms)", 0.5, 0.05),
        ("normal(50ms, sd=1ms)", 0.841344746, 0.051),
    ],
)
def test_quantiles_are_those_of_the_textbook(text: str, quantile: float, expected_s: float) -> None:
    time = Distribution.parse(text)
    assert time.mean_s * time.unit_variates(np.array([quantile]))[0] == pytest.approx(expected_s, rel=1e-6)


@pytest.mark.parametrize("text", TEXTS)
def test_seeded_draws_follow_the_quantile_function(text: str) -> None:
    """Kolmogorov and Smirnov's distance: 1.63 / sqrt(n) is exceeded once in a hundred seeds."""
    time = Distribution.parse(text)
    drawn = np.sort(time.unit_variates(np.random.default_rng(5).random(20_000)))
    expected = time.unit_variates(MIDPOINTS)
    share = np.searchsorted(expected, drawn, side="right") / len(expected)
    distance = np.abs(share - np.arange(1, len(drawn) + 1) / len(drawn)).max() if time.scv else 0.0
    assert distance < 1.63 / math.sqrt(len(drawn))


@pytest.mark.parametrize("text", [*TEXTS, "exponential(0s)", "uniform(0s, 0s)", "normal(50s, sd=1ns)"])
def test_variates_are_finite_and_never_negative(text: str) -> None:
    extremes = np.array([0.0, 2.0**-53, 0.5, 1 - 2.0**-53])
    variates = Distribution.parse(text).unit_variates(extremes)
    assert np.isfinite(variates).all()
    assert (variates >= 0).all()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("normal(50ms, sd=60ms)", "sd must not be above the mean"),
        ("uniform(90ms, 10ms)", "lowest must not be above highest"),
        ("pareto(50ms, shape=1)", "shape must be above 1"),
        ("pareto(50ms, shape=nan)", "shape must be above 1"),
        ("lognormal(50ms, cv=0)", "cv must be above"),
        ("gamma(50ms, cv=inf)", "cv must be above"),
        ("gamma(50ms, cv=-1)", "cv must be above"),
        ("lognormal(50ms, cv=much)", "cv must be a number"),
        ("exponential(50)", "needs a unit"),
        ("exponential(-50ms)", "0 or more"),
        ("exponential(50ms, 3)", "takes"),
        ("exponential()", "takes"),
        ("gamma(50ms)", "takes"),
        ("normal(50ms, cv=1)", "takes"),
        ("exponentail(50ms)", "did you mean exponential"),
        ("weibull(50ms)", "is no distribution"),
        ("50", "needs a unit"),
    ],
)
def test_what_is_no_distribution_is_refused_with_the_rule(text: str, rule: str) -> None:
    with pytest.raises(SimulatorError, match=rule):
        Distribution.parse(text)


@pytest.mark.parametrize("text", TEXTS)
def test_another_mean_keeps_the_shape(text: str) -> None:
    time = Distribution.parse(text)
    longer = time.with_mean(0.2)
    assert longer.has_same_shape(time)
    assert longer.scv == time.scv
    assert not time.has_same_shape(Distribution.parse("gamma(50ms, cv=0.7)"))


whole_us = st.integers(min_value=0, max_value=10**10).map(lambda number: f"{number}us")


@given(st.lists(whole_us, min_size=2, max_size=2), st.floats(min_value=0.01, max_value=50))
def test_the_text_reads_back_as_the_same_value(times: list[str], shape: float) -> None:
    low, high = sorted(times, key=lambda text: int(text[:-2]))
    for text in (
        f"uniform({low}, {high})",
        f"normal({high}, sd={low})",
        f"lognormal({low}, cv={shape!r})",
        f"pareto({high}, shape={shape + 1.5!r})",
    ):
        time = Distribution.parse(text)
        assert Distribution.parse(time.text) == time


def recorded(directory: Path, text: str) -> Distribution:
    (directory / "times.csv").write_text(text, encoding="utf-8")
    return Distribution.parse("empirical(times.csv)").read(directory)


def test_an_empirical_distribution_draws_the_values_of_its_file(tmp_path: Path) -> None:
    time = recorded(tmp_path, "seconds\n0.1\n0.2\n\n0.6\n")
    assert time.mean_s == pytest.approx(0.3)
    drawn = time.mean_s * time.unit_variates(np.array([0.0, 0.34, 0.99]))
    assert drawn == pytest.approx([0.1, 0.2, 0.6])
    assert time.text == "empirical(times.csv)"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "has no times"),
        ("seconds\n", "has no times"),
        ("0.1\nfast\n", "line 2: must be seconds"),
        ("0.1\n-1\n", "line 2: must be a time of 0 or more"),
        ("0.1\nnan\n", "line 2: must be a time of 0 or more"),
        ("inf\n", "line 1: must be a time of at most"),
        ("a,b\n1,2\n", "line 1: must be seconds"),
    ],
)
def test_a_file_that_is_no_column_of_seconds_is_refused_with_its_line(tmp_path: Path, text: str, rule: str) -> None:
    with pytest.raises(SimulatorError, match=rule):
        recorded(tmp_path, text)


def test_files_that_cannot_be_read_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "binary.csv").write_bytes(b"\xff\xfe\x00")
    for name, rule in (("none.csv", "cannot read"), (".", "cannot read"), ("binary.csv", "is not a text file")):
        with pytest.raises(SimulatorError, match=rule):
            Distribution.parse(f"empirical({name})").read(tmp_path)


def test_every_kind_is_tried_here() -> None:
    tried = {Distribution.parse(text).kind for text in TEXTS}
    assert tried == set(DistributionKind) - {DistributionKind.EMPIRICAL}
