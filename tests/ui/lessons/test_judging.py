"""Challenges: stars count from the first on, where every run on fresh seeds meets its targets."""

from functools import cache
from pathlib import Path
from random import Random

from pytestqt.qtbot import QtBot

from simulator.lesson import Challenge, load_lesson
from simulator.lesson.facts import summary_of
from simulator.lesson.shelf import bundled_folder
from simulator.scenario import load
from simulator.scenario.keys import replace
from simulator.statistics import Summary
from tests.ui.lessons.conftest import Begin
from tests.ui.lessons.test_walk_through import page
from ui.lessons.judging import fresh, verdict
from ui.main_window import MainWindow


@cache
def ran(workers: int) -> Summary:
    scenario = replace(load("04_workers").with_changes(()), "run.duration", "15s")
    return summary_of(replace(scenario, "server.workers", workers))


def test_a_star_counts_only_behind_those_before_it_and_where_every_run_meets_it() -> None:
    stars = (("throughput>10",), ("mean<1us",), ("errors<1%",))
    assert verdict(Challenge(stars=stars), [ran(2)]).stars == 1
    slow_and_quick = verdict(Challenge(stars=(("mean<500ms",),)), [ran(1), ran(4)])
    assert slow_and_quick.stars == 0
    assert not slow_and_quick.is_met(0)
    assert verdict(Challenge(stars=(("mean<500ms",),)), [ran(4)]).stars == 1


def test_seeds_are_fresh_each_time() -> None:
    challenge, scenario, chance = Challenge(stars=(("errors<1%",),), seeds=3), load("01_blocking"), Random(1)
    first, second = ([seed for _, seed in fresh(challenge, scenario, chance)] for _ in range(2))
    assert len({*first, *second}) == 6


def test_the_first_challenge_is_solved_with_its_knobs(window: MainWindow, begin: Begin, qtbot: QtBot) -> None:
    conductor = begin("11_challenges")
    conductor.chance = Random(7)
    conductor.go_to(1)
    for knob, value, stars in (("pool", 5, 0), ("handler", "async", 3)):
        conductor.turn(knob, value)
        conductor.check()
        conductor._bench._runs.hurry()
        challenge = page(window).challenge
        assert challenge is not None
        assert challenge.stars.accessibleName() == f"{stars} of 3 stars"
    assert conductor._course.progress.of("11_challenges").steps["latency"].stars == 3


def test_every_challenge_can_be_won_and_none_is_won_from_the_start() -> None:
    lesson = load_lesson(bundled_folder() / "11_challenges")
    won = {
        "latency": {"routes[/professor/create].handler": "async", "services[database].pool_size": 10},
        "spike": {"server.workers": 3, "server.thread_limit": 80},
    }
    for plan in lesson.plans:
        challenge = plan.step.challenge
        if challenge is None or plan.step.prediction is not None:
            continue
        assert verdict(challenge, [summary_of(plan.scenario, 5)]).stars == 0, plan.step.name
        scenario = plan.scenario
        for key, value in won[plan.step.name].items():
            scenario = replace(scenario, key, value)
        assert verdict(challenge, [summary_of(scenario, seed) for seed in (5, 6, 7)]).stars == 3, plan.step.name


def test_each_case_of_the_bottleneck_has_another_answer() -> None:
    lesson = load_lesson(Path(bundled_folder() / "11_challenges"))
    plan = next(each for each in lesson.plans if each.step.name == "bottleneck")
    asked = plan.step.prediction
    assert asked is not None
    best = []
    for case in plan.cases:
        rates = {}
        for option in asked.options:
            scenario = case
            for key, value in option.set.items():
                scenario = replace(scenario, key, value)
            rates[option.name] = summary_of(scenario, 3).throughput_per_s.mean
        ranked = sorted(rates, key=lambda name: rates[name])
        assert rates[ranked[-1]] > 1.3 * rates[ranked[-2]], "no doubt about it"
        best.append(ranked[-1])
    assert best == ["threads", "pool", "database"]
