"""Targets as people write them, and what a run says about them."""

import math
from dataclasses import replace

import pytest

from simulator.errors import ScenarioError, SimulatorError
from simulator.experiment.targets import FIGURES, parse_target, parse_targets, utilisation
from tests.statistics.runs import summary_of


@pytest.mark.parametrize(
    ("text", "figure", "threshold"),
    [
        ("p95<300ms", "p95", 0.3),
        (" mean <= 1.5s ", "mean", 1.5),
        ("P50<2min", "p50", 120.0),
        ("errors<0.1%", "errors", 0.001),
        ("utilisation < 80 %", "utilisation", 0.8),
        ("throughput>100", "throughput", 100.0),
        ("throughput>=99.5/s", "throughput", 99.5),
    ],
)
def test_a_target_is_a_figure_and_its_threshold(text: str, figure: str, threshold: float) -> None:
    target = parse_target(text)
    assert (target.figure, target.threshold) == (figure, pytest.approx(threshold))
    assert target.text == text.strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("p95", "must be FIGURE<VALUE"),
        ("", "must be FIGURE<VALUE"),
        ("p96<300ms", "is no figure"),
        ("utilization<80%", "did you mean utilisation?"),
        ("p95>300ms", "p95 is to be below: <"),
        ("throughput<100", "throughput is to be above: >"),
        ("p95=300ms", "p95 is to be below: <"),
        ("p95<300", "needs a unit"),
        ("p95<0s", "a time above 0"),
        ("errors<0.1", "needs a value such as 80%"),
        ("errors<200%", "at most 100%"),
        ("throughput>fast", "needs a value such as 100"),
        ("p95<\u0661ms", "must be a time"),
    ],
)
def test_what_is_no_target_is_refused_with_the_rule(text: str, words: str) -> None:
    with pytest.raises(SimulatorError) as refused:
        parse_target(text)
    assert words in str(refused.value)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(ScenarioError) as refused:
        parse_targets(["p95", "p95<1s", "errors<2"])
    assert len(refused.value.problems) == 2
    with pytest.raises(ScenarioError, match="there is none"):
        parse_targets([])


def test_every_figure_can_be_read_from_a_summary() -> None:
    summary = summary_of("mixed")
    values = {name: figure.of(summary) for name, figure in FIGURES.items()}
    assert all(value is not None for value in values.values())
    assert values["p95"] == summary.response_time_s.p95
    assert 0 < (utilisation(summary) or 0) <= 1


def test_errors_are_what_ended_badly() -> None:
    summary = summary_of("plain")
    requests = replace(summary.requests, sent=200, completed=190, refused=1, rejected=2, failed=3, timed_out=4)
    assert parse_target("errors<10%").value(replace(summary, requests=requests)) == pytest.approx(0.05)


def test_where_nobody_was_answered_the_worst_is_taken() -> None:
    summary = summary_of("plain")
    silent = replace(summary, response_time_s=replace(summary.response_time_s, p95=None))
    assert parse_target("p95<1s").value(silent) == math.inf


def test_the_excess_is_a_share_of_the_threshold() -> None:
    assert parse_target("p95<200ms").excess(0.3) == pytest.approx(0.5)
    assert parse_target("throughput>100").excess(80) == pytest.approx(0.2)
    assert parse_target("throughput>100").excess(120) < 0
