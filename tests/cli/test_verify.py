"""`simulate verify` with two short cases, one of them wrong on purpose."""

import json
from dataclasses import replace

import pytest

from simulator.experiment import verify
from tests.cli.conftest import Simulate

RIGHT = verify.CASES[0]


@pytest.fixture
def cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "CASES", (RIGHT,))


@pytest.fixture
def wrong_theory(monkeypatch: pytest.MonkeyPatch) -> None:
    right = verify.closed_form
    monkeypatch.setattr(verify, "closed_form", lambda scenario: replace(right(scenario), response_time_s=0.021))


def test_the_model_agrees_with_theory(simulate: Simulate, cases: None) -> None:
    answer = simulate("verify", "--jobs", "1")
    assert answer.code == 0
    assert "M/M/1: one worker, blocking, half" in answer.out
    assert "all 3 figures agree with theory" in answer.out


def test_a_miss_is_the_answer_no(simulate: Simulate, cases: None, wrong_theory: None) -> None:
    answer = simulate("verify", "--jobs", "1", "--json")
    plain = json.loads(answer.out)
    assert answer.code == 1
    assert plain["ok"] is False
    assert [each["is_ok"] for each in plain["figures"]] == [False, True, True]
    assert "1 of 3 figures miss theory" in simulate("verify", "--jobs", "1").out
