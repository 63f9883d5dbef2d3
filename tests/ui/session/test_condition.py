"""Conditions mean what they say, and what they cannot mean is explained at its place."""

import random
from math import inf

import pytest

from simulator.model import System
from simulator.record import Outcome
from tests.ui.session.conftest import MakeRun
from ui.session import condition
from ui.session.condition import ConditionError, Fault, parse
from ui.session.figures import FIGURES


@pytest.fixture
def run(make_run: MakeRun) -> System:
    system = make_run()
    system.run_until(4.0)
    return system


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("sent > 0", True),
        ("sent>0 and finished<0", False),
        ("finished < 0 or time_s >= 4s", True),
        ("not finished < 0", True),
        ("time_s == 4000ms and time_s = 4", True),
        ("time_s != 4s", False),
        ("sent == finished + in_flight", True),
        ("(sent - finished) * 2 == in_flight * 4 / 2", True),
        ("-sent < -1 - -0", True),
        ("1 + 2 * 3 == 7 and (1 + 2) * 3 == 9 and 8 / 2 / 2 == 2", True),
        ("sent > 1 or sent > 2 and sent < 0", True),
        ("(sent > 1 or sent > 2) and sent < 0", False),
        ("utilisation > 50% e não errors > 0", True),
        ("SENT > 0,5", True),
        ("sent / 0 > 1000000", True),
        ("response_p95_s > 1ns or response_p95_s < 1", True),
    ],
)
def test_a_condition_is_true_or_not(text: str, is_true: bool, run: System) -> None:
    assert parse(text.replace("1ns", "1us")).holds(run) is is_true


@pytest.mark.parametrize(
    ("text", "fault", "at", "near"),
    [
        ("  ", Fault.EMPTY, 0, ""),
        ("acept_queue > 50", Fault.UNKNOWN_FIGURE, 0, "accept_queue"),
        ("sent > 1 and fnished > 2", Fault.UNKNOWN_FIGURE, 13, "finished"),
        ("xyz > 1", Fault.UNKNOWN_FIGURE, 0, ""),
        ("response_p95_s > 500msec", Fault.UNKNOWN_UNIT, 20, "ms"),
        ("sent > 5 $", Fault.UNKNOWN_SIGN, 9, ""),
        ("sent > ", Fault.ENDS_TOO_EARLY, 7, ""),
        ("sent > > 5", Fault.NOT_EXPECTED, 7, ""),
        ("sent > 5 6", Fault.NOT_EXPECTED, 9, ""),
        ("sent < 5 < 6", Fault.NOT_EXPECTED, 9, ""),
        ("(sent > 5", Fault.NOT_CLOSED, 0, ""),
        ("sent", Fault.NUMBER_FOR_CONDITION, 0, ""),
        ("sent > 5 and finished", Fault.NUMBER_FOR_CONDITION, 13, ""),
        ("not sent", Fault.NUMBER_FOR_CONDITION, 4, ""),
        ("(sent > 5) + 1 > 2", Fault.CONDITION_FOR_NUMBER, 1, ""),
        ("1 > (sent > 5)", Fault.CONDITION_FOR_NUMBER, 5, ""),
        ("(" * 40 + "sent > 1" + ")" * 40, Fault.TOO_LONG, 0, ""),
        ("sent > 1 or " * 60 + "sent > 1", Fault.TOO_LONG, 0, ""),
        ("__import__('os')", Fault.UNKNOWN_SIGN, 11, ""),
    ],
)
def test_what_is_no_condition_is_refused_with_its_place(text: str, fault: Fault, at: int, near: str) -> None:
    with pytest.raises(ConditionError) as refused:
        parse(text)
    assert (refused.value.fault, refused.value.at, refused.value.near) == (fault, at, near)


def test_any_text_is_a_condition_or_refused(run: System) -> None:
    chance = random.Random(5)
    words = ["sent", "time_s", ">", "<=", "and", "not", "(", ")", "-", "/", "5", "2ms", "%", "é"]
    understood = 0
    for _ in range(3000):
        text = " ".join(chance.choices(words, k=chance.randrange(1, 6)))
        try:
            parse(text).holds(run)
        except ConditionError:
            continue
        understood += 1
    assert understood > 3


def test_every_figure_can_be_read_from_the_beginning_on(make_run: MakeRun) -> None:
    system = make_run("10_pool_exhausted")
    for until_s in (0.0, 0.05, 0.1, 3.0):
        system.run_until(until_s)
        for name, read in FIGURES.items():
            assert read(system) != inf, name


def test_messages_that_wait_are_a_figure(make_run: MakeRun) -> None:
    system = make_run("24_kafka_lag")
    assert FIGURES["broker_queue"](system) == 0
    system.run_until(5.0)
    assert parse("broker_queue > 0").holds(system)


def test_figures_of_requests_are_exact_between_samples(make_run: MakeRun) -> None:
    system = make_run("11_retry_storm")
    for until_s in (2.03, 7.77, 21.11, 33.01):
        system.run_until(until_s)
        rows = system.record.requests.array()
        assert FIGURES["completed"](system) == (rows["outcome"] == Outcome.COMPLETED).sum()
        assert FIGURES["errors"](system) == (rows["outcome"] > Outcome.COMPLETED).sum()
    assert FIGURES["errors"](system) > 0


def test_the_longest_condition_is_read() -> None:
    text = "sent>0"
    while len(text) + 10 <= condition._LONGEST:
        text += " or sent>0"
    assert parse(text).figures == ("sent",)
