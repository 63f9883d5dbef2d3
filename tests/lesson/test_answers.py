"""The right answer is what the run has, whatever was guessed."""

from functools import cache

from simulator.lesson import Option, Prediction, PredictionKind, judged
from simulator.lesson.amounts import Unit
from simulator.lesson.answers import Runs
from simulator.lesson.facts import summary_of
from simulator.lesson.figures import figure, unit_of, wrong_figure
from simulator.scenario import load
from simulator.scenario.keys import replace
from simulator.statistics import Summary


@cache
def ran(workers: int) -> Summary:
    scenario = replace(load("04_workers").with_changes(()), "run.duration", "15s")
    return summary_of(replace(scenario, "server.workers", workers))


def test_a_number_within_the_tolerance_is_right_and_one_beyond_has_a_gap() -> None:
    asked = Prediction(kind=PredictionKind.NUMBER, figure="throughput_per_s.mean", tolerance=0.1)
    measured = ran(1).throughput_per_s.mean
    assert judged(asked, measured * 1.09, Runs(ran(1))).is_right
    answer = judged(asked, measured * 2, Runs(ran(1)))
    assert answer.gap is not None
    assert (answer.is_right, answer.gap.difference, answer.unit) == (False, measured, Unit.RATE)


def test_a_choice_of_bands_follows_the_run() -> None:
    options = (Option(name="slow", below=26), Option(name="fast", at_least=26))
    asked = Prediction(kind=PredictionKind.CHOICE, figure="throughput_per_s.mean", options=options)
    assert [judged(asked, "slow", Runs(ran(workers))).is_right for workers in (1, 2)] == [True, False]


def test_an_order_is_by_what_each_option_has() -> None:
    options = tuple(Option(name=name, set={"server.workers": count}) for name, count in (("two", 2), ("one", 1)))
    asked = Prediction(kind=PredictionKind.ORDER, figure="response_time_s.mean", options=options)
    runs = Runs(ran(1), {"two": ran(2), "one": ran(1)})
    assert judged(asked, ("one", "two"), runs).is_right
    assert not judged(asked, ("two", "one"), runs).is_right


def test_a_question_has_its_own_answer() -> None:
    asked = Prediction(kind=PredictionKind.QUESTION, options=(Option(name="a"), Option(name="b")), right="b")
    assert judged(asked, "b", Runs(ran(1))).is_right
    assert not judged(asked, "a", Runs(ran(1))).is_right


def test_figures_are_those_of_the_summary() -> None:
    summary, scenario = ran(2), load("04_workers")
    names = ("workers[1].utilisation.loop", "by_route[/professor/create].response_time_s.p95", "parts_s.accept_wait")
    assert [wrong_figure(name, scenario) for name in names] == [None] * 3
    route = summary.by_route["/professor/create"]
    expected = [summary.workers[0].utilisation.loop, route.response_time_s.p95, summary.parts_s["accept_wait"]]
    assert [figure(summary, name) for name in names] == expected
    assert [unit_of(name) for name in names] == [Unit.SHARE, Unit.TIME, Unit.TIME]
