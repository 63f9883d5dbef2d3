"""What is said before a run is what the run then shows."""

import pytest

from simulator.experiment.explain import ResourceLoad, explain
from simulator.experiment.pilot import advise
from simulator.scenario import load
from simulator.scenario.keys import replace
from tests.statistics.runs import summary_of


def resource(name: str, scenario: str) -> ResourceLoad:
    return next(each for each in explain(load(scenario)).resources if each.resource == name)


@pytest.mark.parametrize(
    ("scenario", "name", "part"), [("01_blocking", "loop", "loop"), ("03_threadpool", "threads", "threads")]
)
def test_utilisation_is_what_a_run_measures(scenario: str, name: str, part: str) -> None:
    measured = getattr(summary_of(scenario).workers[0].utilisation, part)
    assert resource(name, scenario).utilisation == pytest.approx(measured, rel=0.06)


def test_the_bottleneck_sets_the_capacity() -> None:
    explanation = explain(load("01_blocking"))
    assert explanation.bottleneck == "loop"
    assert explanation.capacity_per_s == pytest.approx(1 / 0.0415)
    assert not explanation.is_overloaded
    assert explain(load("05_overload")).is_overloaded


def test_offered_load_is_rate_times_demand() -> None:
    loop = resource("loop", "01_blocking")
    assert loop.offered_load == pytest.approx(21 * 0.0415)
    assert resource("service:database", "01_blocking").offered_load == pytest.approx(21 * 0.040)


def test_a_service_with_few_places_can_be_the_bottleneck() -> None:
    scenario = replace(load("02_async"), "services[database].concurrency", 2)
    explanation = explain(scenario)
    assert explanation.bottleneck == "service:database"
    assert explanation.capacity_per_s == pytest.approx(2 / 0.040)


@pytest.mark.parametrize(
    ("scenario", "key", "value", "words"),
    [
        ("01_blocking", "server.workers", 1, "2 workers would be 70 % busy; awaiting in place of blocking"),
        ("01_blocking", "server.workers", 2, "While /professor/create waits, its worker serves nobody else"),
        ("01_blocking", "server.workers", 16, "2 workers would be less than 70 % busy; this server has 16"),
        ("02_async", "server.workers", 1, "nothing stands out"),
        ("03_threadpool", "server.workers", 1, "server.thread_limit = 51"),
        ("05_overload", "server.workers", 1, "More is asked for than can be answered"),
        ("06_keep_alive_burst", "server.workers", 4, "Kept connections stay with the worker"),
        ("02_async", "services[database].concurrency", 1, "service:database is the limit"),
    ],
)
def test_one_hint_says_what_to_try(scenario: str, key: str, value: object, words: str) -> None:
    assert words in explain(replace(load(scenario), key, value)).hint


def test_users_who_wait_for_each_other_are_no_overload() -> None:
    hint = explain(replace(load("06_keep_alive_burst"), "server.loop", "uvloop")).hint
    assert "so they wait for each other" in hint or "More is asked for" in hint


def test_a_steady_run_needs_a_short_warm_up_and_an_overload_has_none() -> None:
    steady, overloaded = advise(load("02_async")), advise(load("05_overload"))
    assert steady.advised_s is not None
    assert steady.advised_s < 5
    assert steady.is_enough
    assert overloaded.advised_s is None
    assert not overloaded.is_enough
