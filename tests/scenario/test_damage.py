"""Damaged scenarios are refused in lines, or still right; nothing else comes out."""

import random

import pytest

from simulator.errors import Problem, ScenarioError
from simulator.scenario import Scenario, dumps, load, parse


@pytest.mark.parametrize("seed", range(150))
def test_damage_is_refused_line_by_line_or_harmless(seed: int) -> None:
    dice = random.Random(seed)
    text = dumps(load("04_workers"))
    for _ in range(3):
        at = dice.randrange(len(text))
        text = (
            text[:at]
            + dice.choice(["", "[", "]", '"', "=", "{", "-", "\n", "x", "\x07"])
            + text[at + dice.randrange(6) :]
        )
    problems, scenario = read(text)
    assert all(str(problem).isprintable() for problem in problems)
    assert bool(problems) == (scenario is None)
    if scenario is not None:
        assert parse(dumps(scenario)) == scenario


def read(text: str) -> tuple[tuple[Problem, ...], Scenario | None]:
    try:
        return (), parse(text)
    except ScenarioError as refusal:
        return refusal.problems, None
