"""Pairs meet the same requests, so small differences show in few replications, and none where there is none."""

import pytest

from simulator.errors import SimulatorError
from simulator.experiment.compare import Comparison, compare
from simulator.experiment.executors import InProcess, RunExecutor
from simulator.scenario import Scenario, parse
from simulator.scenario.keys import replace
from simulator.statistics.intervals import t_interval
from tests.experiment.conftest import SMALL

BASE = parse(SMALL)


def compared(*others: Scenario, replications: int = 5, executor: RunExecutor | None = None) -> Comparison:
    named = [(f"number {index}", scenario) for index, scenario in enumerate((BASE, *others))]
    return compare(named, executor or InProcess(), seed=7, replications=replications)


def test_a_second_worker_shows_in_the_mean() -> None:
    (other,) = compared(replace(BASE, "server.workers", 2)).compared
    mean = next(each for each in other.differences if each.figure == "mean")
    assert mean.is_shown
    assert mean.difference < 0
    assert mean.interval[1] < 0
    assert mean.difference == pytest.approx(mean.value - mean.base)


def test_pairing_sees_what_two_separate_intervals_would_not() -> None:
    slower = replace(BASE, "routes[0].steps", [{"cpu": "1100us"}, {"io": "exponential(20ms)"}])
    (other,) = compared(slower, replications=10).compared
    mean = next(each for each in other.differences if each.figure == "mean")
    assert mean.is_shown
    assert mean.interval[0] > 0
    assert mean.difference < 0.001


def test_the_same_scenario_has_no_difference() -> None:
    (other,) = compared(BASE).compared
    assert {each.difference for each in other.differences} == {0.0}
    assert not any(each.is_shown for each in other.differences)


def test_what_changes_nothing_is_not_shown() -> None:
    (other,) = compared(replace(BASE, "server.http", "httptools"), replace(BASE, "server.backlog", 100)).compared[:1]
    assert not any(each.is_shown for each in other.differences)


def test_every_other_is_compared_with_the_first() -> None:
    comparison = compared(replace(BASE, "server.workers", 2), replace(BASE, "server.workers", 3))
    assert [each.name for each in comparison.compared] == ["number 1", "number 2"]
    bases = [[difference.base for difference in each.differences] for each in comparison.compared]
    assert bases[0] == bases[1]


def test_processes_change_nothing(processes: RunExecutor) -> None:
    twice = replace(BASE, "server.workers", 2)
    assert compared(twice, executor=processes) == compared(twice)


def test_one_alone_cannot_be_compared() -> None:
    with pytest.raises(SimulatorError, match="at least two"):
        compared()
    with pytest.raises(SimulatorError, match="replications"):
        compared(BASE, replications=1)


def test_the_interval_is_that_of_the_paired_differences() -> None:
    assert t_interval([1.0, 2.0, 3.0]) == pytest.approx((2 - 4.3027 / 3**0.5, 2 + 4.3027 / 3**0.5), rel=1e-4)
