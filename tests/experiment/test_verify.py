"""Every queue of the table agrees with theory, and an interval that says nothing is no agreement."""

from dataclasses import replace

import pytest

from simulator.experiment.executors import InProcess
from simulator.experiment.verify import CASES, Case, Verified, verify
from simulator.scenario import HandlerKind


def figures_of(cases: tuple[Case, ...]) -> list[Verified]:
    return [each for rows in verify(InProcess(), cases=cases) for each in rows]


@pytest.mark.parametrize("number", [0, 3, 7, 10])
def test_a_closed_form_is_met(number: int) -> None:
    figures = figures_of((CASES[number],))
    assert len(figures) == 3
    assert not [each for each in figures if not each.is_ok]


@pytest.mark.slow
def test_all_closed_forms_are_met() -> None:
    figures = figures_of(CASES)
    assert not [each for each in figures if not each.is_ok]
    queues = {each.queue for each in figures}
    assert {"M/M/1", "M/D/1", "M/G/1", "M/G/inf", "M/M/8", "M/M/40", "M/M/3//30", "overload"} <= queues


def test_every_kind_of_handler_is_verified() -> None:
    assert {case.scenario.routes[0].handler for case in CASES} == set(HandlerKind)


@pytest.mark.parametrize(
    ("interval", "is_ok"), [((0.95, 1.05), True), ((1.002, 1.05), True), ((1.01, 1.05), False), ((0.5, 1.6), False)]
)
def test_theory_must_lie_in_an_interval_that_says_something(interval: tuple[float, float], is_ok: bool) -> None:
    figure = Verified("a queue", "M/M/1", "response time", 1.0, 1.0, (0.9, 1.1))
    assert replace(figure, interval=interval).is_ok is is_ok
