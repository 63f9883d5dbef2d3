"""When enough replications are enough."""

from dataclasses import replace

import pytest

from simulator.errors import SimulatorError
from simulator.experiment.precision import FEWEST, parse_precision, precision
from simulator.experiment.runs import Run, run_one
from simulator.scenario import Scenario
from simulator.statistics import Summary


@pytest.mark.parametrize(("text", "goal"), [("2%", 0.02), (" 0.5 % ", 0.005), ("12.5%", 0.125), (".1%", 0.001)])
def test_a_goal_is_a_percentage(text: str, goal: float) -> None:
    assert parse_precision(text) == pytest.approx(goal)


@pytest.mark.parametrize("text", ["2", "0%", "100%", "-1%", "", "two", "2%%", "1e1%"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(SimulatorError, match="--until-precise: must be a percentage such as 2%, got "):
        parse_precision(text)


@pytest.fixture
def summary(small: Scenario) -> Summary:
    result = run_one(Run(small, 3))
    assert result.summary is not None
    return result.summary


def with_times(summary: Summary, mean: float | None, p95: float | None) -> Summary:
    return replace(summary, response_time_s=replace(summary.response_time_s, mean=mean, p95=p95))


def test_the_width_is_half_of_the_interval_over_the_mean(summary: Summary) -> None:
    found = precision([with_times(summary, mean, 2.0) for mean in (0.9, 1.1)], 0.02)
    # Student's t for one degree of freedom is 12.706; s / sqrt(2) is 0.1.
    assert found.widths == {"mean": pytest.approx(1.2706, rel=1e-4), "p95": 0.0}
    assert not found.is_reached
    assert found.needed == pytest.approx(2 * (1.2706 / 0.02) ** 2, rel=1e-3)


def test_fewer_than_ten_are_never_enough(summary: Summary) -> None:
    assert not precision([summary] * (FEWEST - 1), 0.02).is_reached
    assert precision([summary] * FEWEST, 0.02).is_reached


def test_both_figures_must_be_known(summary: Summary) -> None:
    spread = [with_times(summary, 1.0, 1.0 + number % 2) for number in range(FEWEST)]
    assert not precision(spread, 0.02).is_reached


def test_nothing_is_known_where_a_replication_has_no_answer(summary: Summary) -> None:
    found = precision([*[summary] * FEWEST, with_times(summary, None, None)], 0.02)
    assert found.widths == {"mean": None, "p95": None}
    assert (found.is_reached, found.needed) == (False, None)
