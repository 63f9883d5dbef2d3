"""The cheapest server is found, with no more confidence than there is."""

import numpy as np
import pytest

from simulator.errors import ScenarioError, SimulatorError
from simulator.experiment.candidates import Candidates, candidates
from simulator.experiment.executors import InProcess
from simulator.experiment.planning import Plan, plan
from simulator.experiment.targets import parse_targets
from simulator.experiment.trials import Trials, Verdict, with_drain
from simulator.experiment.varying import parse_all
from simulator.scenario import Scenario, parse
from simulator.scenario.keys import replace
from tests.experiment.conftest import SMALL
from tests.experiment.textbook import CASES, SEEDS, Textbook, planned


def choice(*vary: str, scenario: Scenario | None = None, **costs: float) -> Candidates:
    scenario = scenario or parse(SMALL)
    prices = {key.replace("__", "."): price for key, price in costs.items()}
    return candidates(scenario, parse_all(vary, scenario), prices)


def found(*vary: str, target: str = "p95<150ms", scenario: Scenario | None = None, **options: object) -> Plan:
    scenario = scenario or replace(parse(SMALL), "clients[0].rate", 60)
    varied = parse_all(vary, scenario)
    return plan(scenario, parse_targets([target]), varied, InProcess(), seed=5, **options)  # type: ignore[arg-type]  # as they are given


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"c={case.workers}")
@pytest.mark.parametrize("seed", [1, 2])
def test_erlang_c_is_found(case: Textbook, seed: int) -> None:
    answer = planned(case, seed, InProcess())
    assert answer.answer is not None
    assert abs(answer.answer["server.workers"] - case.workers) <= 1
    assert answer.answer["server.workers"] == case.workers or not answer.is_confident


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"c={case.workers}")
def test_erlang_c_is_found_with_every_seed(case: Textbook) -> None:
    plans = [planned(case, seed, InProcess()) for seed in range(1, SEEDS + 1)]
    workers = [each.answer["server.workers"] for each in plans if each.answer]
    assert len(workers) == SEEDS
    assert all(abs(number - case.workers) <= 1 for number in workers)
    wrong = [each for each in plans if each.is_confident and each.answer != {"server.workers": case.workers}]
    assert len(wrong) <= SEEDS * (1 - plans[0].confidence)


def test_the_cheaper_neighbour_was_shown_to_miss() -> None:
    answer = found("server.workers=1..16", target="mean<60ms")
    assert answer.is_confident
    assert answer.answer is not None
    verdicts = {trial.point["server.workers"]: trial.verdict for trial in answer.trials}
    assert verdicts[answer.answer["server.workers"]] is Verdict.MET
    assert verdicts[answer.answer["server.workers"] - 1] is Verdict.MISSED


def test_the_same_call_finds_the_same() -> None:
    assert found("server.workers=1..8") == found("server.workers=1..8")


def test_a_target_that_none_meets_says_how_close_it_came() -> None:
    answer = found("server.workers=1..4", target="p95<5ms")
    assert answer.answer is None
    assert answer.is_confident
    assert answer.nearest is not None
    assert answer.nearest.excess > 0
    assert answer.nearest.excess == min(trial.excess for trial in answer.trials)


def test_what_cannot_be_decided_is_said() -> None:
    measured = found("server.workers=2,3", target="mean<1s", most_replications=5)
    value = next(trial.reached[0].value for trial in measured.trials if trial.point["server.workers"] == 2)
    answer = found("server.workers=2,3", target=f"mean<{value * 1.001:.6f}s", most_replications=5)
    assert answer.answer == {"server.workers": 3}
    assert not answer.is_confident
    assert answer.cannot_tell == ({"server.workers": 2},)


def test_a_cost_can_turn_the_order() -> None:
    wants = {"target": "throughput>10", "scenario": parse(SMALL)}
    vary = ("server.workers=1,2", "server.thread_limit=10,20")
    assert found(*vary, **wants).answer == {"server.workers": 1, "server.thread_limit": 10}  # type: ignore[arg-type]
    answer = found(*vary, **wants, costs={"server.thread_limit": 2.5})  # type: ignore[arg-type]
    assert answer.answer == {"server.workers": 1, "server.thread_limit": 10}
    assert answer.cost == 25.0


def test_of_equally_cheap_ones_the_best_is_taken_and_twins_are_named() -> None:
    scenario = replace(parse(SMALL), "clients[0].rate", 30)
    answer = found('routes["/"].handler=blocking,async,threadpool', target="p95<1s", scenario=scenario)
    assert answer.answer in ({'routes["/"].handler': "async"}, {'routes["/"].handler': "threadpool"})
    twins = [point['routes["/"].handler'] for point in answer.cannot_tell]
    assert "blocking" not in twins


# Order and elimination


def test_points_stand_in_order_of_cost() -> None:
    by_rank = choice("server.workers=2,1", "server.thread_limit=20,10")
    assert [tuple(point.values()) for point in by_rank.points] == [(1, 10), (1, 20), (2, 10), (2, 20)]
    by_price = choice("server.workers=1,2", "server.thread_limit=10,20", server__workers=1.0, server__thread_limit=0.2)
    assert by_price.prices.tolist() == [3.0, 4.0, 5.0, 6.0]


def test_a_miss_leaves_out_what_has_less_of_everything() -> None:
    square = choice("server.workers=1,2,3", "server.cores=1,2,3")
    middle = [tuple(point.values()) for point in square.points].index((2, 2))
    gone = {
        tuple(point.values()) for point, is_gone in zip(square.points, square.no_better(middle), strict=True) if is_gone
    }
    assert gone == {(1, 1), (1, 2), (2, 1), (2, 2)}


def test_no_cores_means_any_number() -> None:
    cores = choice("server.cores=0,1,2")
    assert cores.growing[:, 0].tolist() == [np.inf, 1.0, 2.0]


def test_one_growing_key_is_bisected_and_threads_that_compute_are_not() -> None:
    assert choice("server.workers=1..32").is_monotone
    assert choice("server.workers=1..32").next_of(np.ones(32, dtype=bool)) == 15
    computing = replace(parse(SMALL), "routes[0].handler", "threadpool")
    assert not choice("server.thread_limit=1..8", scenario=computing).is_monotone


@pytest.mark.parametrize(
    ("vary", "costs", "words"),
    [
        ((), {}, "there is none"),
        (("server.workers=1..1000", "server.thread_limit=1..1000"), {}, "1,000,000 points"),
        (("server.workers=1,2",), {"server__cores": 1.0}, "does not vary"),
        (("server.loop=asyncio,uvloop",), {"server__loop": 1.0}, "no numbers"),
    ],
)
def test_a_choice_that_is_none_is_refused(vary: tuple[str, ...], costs: dict[str, float], words: str) -> None:
    with pytest.raises(SimulatorError, match=words):
        choice(*vary, **costs)


def test_a_point_that_is_no_scenario_is_refused_before_anything_runs() -> None:
    with pytest.raises(ScenarioError, match="workers"):
        found("server.workers=0..3")


# One trial


def test_no_error_in_few_attempts_does_not_prove_none() -> None:
    trials = Trials(parse_targets(["errors<0.1%"]), InProcess(), 1, most_replications=5)
    reached = trials.judge(parse(SMALL), {}).reached[0]
    assert reached.value == 0
    assert reached.verdict is Verdict.UNDECIDED
    assert reached.interval[1] > 0.001


def test_answers_after_the_end_count() -> None:
    assert with_drain(parse(SMALL)).run.drain == 5.0


def test_a_silent_run_cannot_be_judged() -> None:
    silent = replace(parse(SMALL), "clients[0].start", "4s")
    silent = replace(silent, "clients[0].rate", 1e-6)
    with pytest.raises(SimulatorError, match="nothing is sent"):
        Trials(parse_targets(["p95<1s"]), InProcess(), 1).judge(silent, {})
