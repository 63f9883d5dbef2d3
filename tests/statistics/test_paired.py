"""Two runs side by side: what is the same is exactly the same, and what differs is seen sooner than unpaired."""

from functools import cache

import pytest

from simulator.model import System
from simulator.record import Record
from simulator.scenario import parse
from simulator.statistics.paired import Paired, PairedFigure

SCENARIO = """
format = 1
name = "half busy"
[run]
duration = "100s"
warm_up = "2s"
[[clients]]
name = "c"
arrivals = "poisson"
rate = 50
[[routes]]
path = "/"
handler = "{handler}"
steps = [{{ cpu = "5ms" }}, {{ io = "exponential(50ms)" }}, {{ cpu = "5ms" }}]
"""
END_S = 80.0


@cache
def record(handler: str, seed: int = 1) -> Record:
    system = System(parse(SCENARIO.format(handler=handler)), seed=seed, endless=True, sample_every_s=0.1)
    system.run_until(END_S)
    return system.record


def figures(a: Record, b: Record) -> dict[str, PairedFigure]:
    return {figure.name: figure for figure in Paired(a, b).figures(END_S)}


def width(figure: PairedFigure) -> float:
    assert figure.interval is not None
    return figure.interval[1] - figure.interval[0]


def test_the_same_twice_has_exactly_no_difference() -> None:
    found = figures(record("async"), record.__wrapped__("async"))
    assert {(figure.difference, figure.interval, figure.is_shown) for figure in found.values()} == {
        (0.0, (0.0, 0.0), False)
    }


def test_pairs_make_the_interval_three_times_narrower() -> None:
    alone = figures(record("threadpool"), record("async", seed=2))["response_mean"]
    paired = figures(record("threadpool"), record("async"))["response_mean"]
    assert paired.is_shown
    assert width(alone) > 3 * width(paired)


def test_the_difference_is_that_of_the_means() -> None:
    found = figures(record("threadpool"), record("async"))["response_mean"]
    assert found.interval is not None
    assert sum(found.interval) / 2 == pytest.approx(found.b - found.a)


def test_open_arrivals_meet_both_at_the_same_instants() -> None:
    paired = Paired(record("threadpool"), record("async"))
    paired.figures(END_S)
    assert paired.alike == paired.pairs > 3_000


def test_who_still_waits_keeps_those_behind_out() -> None:
    """Else quick answers would be compared before slow ones."""
    a, b = record("blocking"), record("async")
    paired = Paired(a, b)
    paired.figures(END_S)
    assert paired.pairs < min(a.requests.count, b.requests.count)


def test_it_is_too_early_before_each_slice_is_a_sample_long() -> None:
    assert Paired(record("async"), record("async")).figures(3.0) == ()
