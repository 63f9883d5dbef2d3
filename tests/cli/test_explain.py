"""`simulate explain`, on the screen and as JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Simulate


def test_it_says_what_is_busy_and_what_to_try(simulate: Simulate) -> None:
    answer = simulate("explain", "--config", "01_blocking")
    words = " ".join(answer.out.split())
    assert answer.code == 0
    assert "loop < 41.5 ms 0.87 1 87 % 24.1/s" in words
    assert "Capacity 24.1 per second; bottleneck: loop" in words
    assert "Theory M/G/1: response time 437 ms on average" in words
    assert "MSER-5 advises" in words
    assert "Hint 87 % of the capacity is asked for: 2 workers would be 70 % busy" in words


def test_why_theory_is_silent_is_said(simulate: Simulate) -> None:
    words = " ".join(simulate("explain", "--config", "05_overload", "--no-pilot").out.split())
    assert "no closed form: the queue grows without end" in words
    assert "Warm-up" not in words


def test_it_explains_what_would_be_run(simulate: Simulate) -> None:
    words = simulate("explain", "--config", "01_blocking", "--set", "server.workers=3", "--no-pilot").out
    assert "72.3 per second" in words


def test_json_is_one_object(simulate: Simulate) -> None:
    plain = json.loads(simulate("explain", "--config", "01_blocking", "--json").out)
    assert plain["bottleneck"] == "loop"
    assert plain["offered_per_s"] == pytest.approx(21)
    assert plain["closed_form"]["name"] == "M/G/1"
    assert plain["warm_up"]["chosen_s"] == 5.0
    assert {each["resource"] for each in plain["resources"]} == {"loop", "threads", "gil", "cores", "service:database"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Missing option"),
        (("--config", "01_blockin"), "did you mean 01_blocking?"),
        (("--config", "01_blocking", "--set", "server.wokers=2"), "did you mean server.workers?"),
    ],
)
def test_a_wrong_call_is_refused(simulate: Simulate, arguments: tuple[str, ...], words: str) -> None:
    answer = simulate("explain", *arguments)
    assert answer.code == 2
    assert words in answer.out + answer.err


def test_a_run_says_the_utilisation_law(simulate: Simulate, scenario: Path) -> None:
    assert "Utilisation law  ok: loop 0 % = " in simulate("--config", scenario).out
    assert "Utilisation law  ok: loop 87 % = 20.6 per second x 41.5 ms" in simulate("--config", "01_blocking").out
    assert "Utilisation law" not in simulate("--config", "04_workers").out


def test_pools_are_explained(simulate: Simulate) -> None:
    words = " ".join(simulate("explain", "--config", "10_pool_exhausted", "--no-pilot").out.split())
    assert "pool:database < 200 ms 16.0 5 320 % 25.0/s" in words
    assert "services[database].pool_size = 23 would be 70 % taken" in words


def test_assumptions_are_told_where_they_are_asked_for(simulate: Simulate) -> None:
    call = ("explain", "--config", "01_blocking", "--no-pilot")
    words = " ".join(simulate(*call, "--assumptions").out.split())
    assert "What is left out" in words
    assert "WebSockets" in words
    assert "WebSockets" not in simulate(*call).out
