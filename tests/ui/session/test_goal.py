"""Runs go on until what was asked for, not an event further, and say why they stopped."""

import pytest

from simulator.model import System
from tests.ui.session.conftest import MakeRun
from ui.session.goal import Goal, Reached
from ui.session.wishes import CountError, InstantError, condition_goal, count_goal, time_goal

LONG_S = 60.0


def reached(goal: Goal, system: System, budget_s: float = LONG_S) -> Reached:
    for _ in range(100_000):
        why = goal.approach(system, budget_s)
        if why is not None:
            return why
    raise AssertionError("it never came")


@pytest.mark.parametrize(
    ("text", "at_s"), [("90", 90.0), ("1.5min", 90.0), ("0,5 s", 2.5), ("+10s", 12.0), ("+ 3", 5.0)]
)
def test_an_instant_is_a_time_or_so_long_from_now(text: str, at_s: float) -> None:
    now_s = 2.0
    goal = time_goal(text if text != "0,5 s" else "2,5 s", now_s)
    assert goal.time_s == at_s


@pytest.mark.parametrize("text", ["", "soon", "-3s", "5 parsecs", "+", "1.2.3", "nan", "inf"])
def test_what_is_no_instant_is_refused(text: str) -> None:
    with pytest.raises(InstantError) as refused:
        time_goal(text, 0.0)
    assert refused.value.why


def test_an_instant_that_is_past_is_refused() -> None:
    with pytest.raises(InstantError) as refused:
        time_goal("2s", 3.0)
    assert not refused.value.why


@pytest.mark.parametrize("text", ["", "0", "-5", "1e3", "many", "99999999999999"])
def test_what_is_no_number_of_requests_is_refused(text: str) -> None:
    with pytest.raises(CountError):
        count_goal(text, "sent")


def test_a_run_stops_at_its_instant(make_run: MakeRun) -> None:
    system = make_run()
    assert reached(time_goal("7.25s", 0.0), system, 0.001).time_s == 7.25
    assert system.now_s == 7.25


@pytest.mark.parametrize("counted", ["sent", "finished", "completed"])
def test_a_run_stops_after_so_many_requests(counted: str, make_run: MakeRun) -> None:
    system = make_run()
    why = reached(count_goal("1 000" if counted == "sent" else "100", counted), system, 0.001)
    assert dict(why.figures)[counted] in (1000, 100)
    assert why.is_met


def test_a_condition_is_met_at_the_first_instant_at_which_it_is_true(make_run: MakeRun) -> None:
    system = make_run("05_overload")
    why = reached(condition_goal("accept_queue > 20"), system)
    assert why.figures == (("accept_queue", 21),)
    slow = make_run("05_overload")
    while len(slow.listener.queue) <= 20:
        slow.step()
    assert slow.now_ns == system.now_ns


def test_what_is_true_already_stops_at_once(make_run: MakeRun) -> None:
    system = make_run()
    system.run_until(2.0)
    assert reached(condition_goal("sent >= 0"), system).time_s == 2.0


def test_a_run_in_which_nothing_happens_any_more_says_so(make_run: MakeRun) -> None:
    system = make_run("10_pool_exhausted")
    for group in system.groups:
        group.stop = 0
    why = reached(condition_goal("sent > 1000000"), system)
    assert not why.is_met
