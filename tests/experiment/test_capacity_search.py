"""The highest rate lies where theory has it, and users are whole."""

import pytest

from simulator.errors import SimulatorError
from simulator.experiment.capacity_search import CapacityFound, find_capacity, scaled
from simulator.experiment.executors import InProcess
from simulator.experiment.targets import parse_targets
from simulator.scenario import Scenario, load, parse
from simulator.scenario.keys import replace
from tests.experiment.conftest import SMALL

LONG = SMALL.replace('duration = "5s"', 'duration = "60s"\nwarm_up = "5s"').replace('{ cpu = "1ms" }, ', "")
CLOSED = SMALL.replace('"poisson"\nrate = 20', '"closed"\nusers = 3\nthink_time = "exponential(20ms)"')


def found(scenario: Scenario, target: str, **options: object) -> CapacityFound:
    return find_capacity(scenario, parse_targets([target]), InProcess(), seed=4, **options)  # type: ignore[arg-type]  # as they are given


def test_m_m_1_meets_a_mean_of_three_service_times_up_to_two_thirds() -> None:
    answer = found(parse(LONG), "mean<60ms", precision=0.05)
    true_rate = (1 - 20 / 60) / 0.020
    assert answer.rate_per_s is not None
    assert answer.missed_per_s is not None
    assert 0.85 * true_rate < answer.rate_per_s < true_rate < answer.missed_per_s
    assert answer.theoretical_per_s == pytest.approx(50.0)
    assert answer.bottleneck == "loop"


def test_every_trial_below_meets_and_every_trial_above_does_not() -> None:
    answer = found(parse(LONG), "p95<200ms", precision=0.1)
    verdicts = [str(trial.verdict) for trial in answer.trials]
    assert verdicts == sorted(verdicts, key=["met", "undecided", "missed"].index)
    assert answer.found is not None
    assert answer.found.point["factor"] == answer.factor


def test_users_are_counted_one_by_one() -> None:
    answer = found(parse(CLOSED), "mean<100ms", most_replications=10)
    users = answer.clients["c"]
    assert users == round(users) == answer.users
    assert answer.missed_users is not None
    assert answer.missed_users > users
    assert answer.rate_per_s is not None
    assert answer.rate_per_s == pytest.approx(48, rel=0.1)


def test_a_target_below_the_service_time_is_met_at_no_rate() -> None:
    answer = found(parse(LONG), "mean<19ms")
    assert answer.rate_per_s is None
    assert answer.nearest is not None
    assert answer.nearest.point["factor"] == min(trial.point["factor"] for trial in answer.trials)


def test_all_groups_grow_in_proportion() -> None:
    twice = scaled(load("01_blocking"), 2.0)
    assert [client.rate for client in twice.clients] == [18, 14, 10]
    assert scaled(parse(CLOSED), 0.1).clients[0].users == 1


def test_what_changes_its_rate_has_no_one_rate() -> None:
    changing = replace(parse(SMALL), "changes", [{"at": "2s", "set": "clients[c].rate", "to": 30}])
    with pytest.raises(SimulatorError, match="no one rate"):
        found(changing, "p95<1s")
