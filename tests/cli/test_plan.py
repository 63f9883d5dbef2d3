"""`simulate plan` and `simulate capacity`: the sentence, the evidence, the command to repeat it."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Simulate
from tests.experiment.conftest import SMALL

BLOCKING = ("--config", "01_blocking", "--set", "run.duration=30s", "--jobs", "1")
PLAN = ("plan", *BLOCKING, "--target", "p95<450ms", "--vary", "server.workers=1..4")


def test_the_answer_is_a_sentence_with_its_evidence(simulate: Simulate) -> None:
    answer = simulate(*PLAN)
    assert answer.code == 0
    sentence, *_ = answer.out.splitlines()
    assert sentence == "server.workers = 2 is the cheapest that meets p95<450ms (95 % confidence)."
    rows = [line.split() for line in answer.out.splitlines() if line[:1].isdigit()]
    assert [(row[0], row[-1]) for row in rows] == [("1", "missed"), ("2", "met")]


def test_json_is_one_object_and_its_command_gives_it_again(simulate: Simulate) -> None:
    first = simulate(*PLAN, "--json", "--seed", "11")
    plain = json.loads(first.out)
    assert plain["answer"] == {"server.workers": 2}
    assert plain["confident"] is True
    assert plain["targets"][0]["target"] == "p95<450ms"
    assert plain["seed"] == 11
    words = shlex.split(plain["command"])
    assert words[0] == "simulate"
    assert simulate(*words[1:], "--json").out == first.out


def test_jobs_change_nothing(simulate: Simulate) -> None:
    assert simulate(*PLAN, "--json").out == simulate(*PLAN[:-6], "--jobs", "2", *PLAN[-4:], "--json").out


def test_what_cannot_be_met_says_how_close_it_came_and_is_the_answer_no(simulate: Simulate) -> None:
    answer = simulate(*PLAN[:-4], "--target", "p95<60ms", "--vary", "server.workers=1..4")
    words = " ".join(answer.out.split())
    assert answer.code == 1
    assert "No choice meets p95<60ms; server.workers = " in words
    assert "came closest: p95<60ms: 2" in words
    assert "% off." in words


def test_a_price_is_told(simulate: Simulate) -> None:
    assert "at a cost of 25.0" in " ".join(simulate(*PLAN, "--cost", "server.workers=12.5").out.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--vary", "server.workers=1..4"), "--target: there is none"),
        (("--target", "p95<1s"), "--vary: there is none"),
        (("--target", "p95<1", "--vary", "server.workers=1..4"), "--target: p95: needs a unit"),
        (("--target", "p95<1s", "--vary", "server.wokers=1..4"), "did you mean server.workers?"),
        (("--target", "p95<1s", "--vary", "server.workers=4..1"), "is empty"),
        (("--target", "p95<1s", "--vary", "server.workers=1..4", "--cost", "server.workers=x"), "a price of 0 or more"),
        (("--target", "p95<1s", "--vary", "server.workers=1..4", "--confidence", "high"), "--confidence: must be"),
        (("--target", "p95<1s", "--vary", "server.workers=1..4", "--cluster", "tcp://x:1"), "goes without --cluster"),
    ],
)
def test_a_wrong_call_is_refused_before_anything_runs(
    simulate: Simulate, arguments: tuple[str, ...], words: str
) -> None:
    answer = simulate("plan", *BLOCKING, *arguments)
    assert answer.code == 2
    assert words in answer.err
    assert answer.out == ""


def test_capacity_is_a_rate_between_two(simulate: Simulate) -> None:
    call = ("capacity", *BLOCKING, "--target", "p95<1500ms", "--precision", "10%")
    answer = simulate(*call)
    assert answer.code == 0
    assert answer.out.startswith("Up to ")
    assert "The lowest rate" not in answer.out
    words = " ".join(answer.out.split())
    assert "requests per second meet p95<1500ms (95 % confidence)" in words
    assert "24.1 per second at most, however late; bottleneck: loop" in words
    plain = json.loads(simulate(*call, "--json").out)
    assert plain["answer"]["rate_per_s"] < plain["theoretical_per_s"]
    assert set(plain["answer"]["clients"]) == {"Cliente_1", "Cliente_2", "Cliente_3"}


def test_no_rate_is_the_answer_no(simulate: Simulate, scenario: Path) -> None:
    answer = simulate("capacity", "--config", scenario, "--target", "mean<1ms", "--jobs", "1")
    assert answer.code == 1
    words = " ".join(answer.out.split())
    assert words.startswith("No rate that was tried meets mean<1ms; ")
    floor = r"The lowest rate that was tried is [0-9.]+ per second; at half of it a run sends fewer than 50 requests"
    assert re.search(floor, words)
    again = simulate("capacity", "--config", scenario, "--target", "mean<1ms", "--jobs", "1", "--json")
    plain = json.loads(again.out)
    assert (again.code, plain["answer"]) == (1, None)
    assert plain["in_words"].startswith("No rate that was tried meets mean<1ms; ")
    assert re.search(floor, plain["in_words"])


def test_one_user_is_the_fewest_there_are(simulate: Simulate, tmp_path: Path) -> None:
    file = tmp_path / "closed.toml"
    file.write_text(SMALL.replace('"poisson"\nrate = 20', '"closed"\nusers = 3'), encoding="utf-8")
    answer = simulate("capacity", "--config", file, "--target", "mean<1ms", "--jobs", "1")
    assert (answer.code, "; a group has one user at least." in " ".join(answer.out.split())) == (1, True)


def test_capacity_wants_a_target(simulate: Simulate, scenario: Path) -> None:
    answer = simulate("capacity", "--config", scenario, "--precision", "0%", "--target", "p95<1s")
    assert (answer.code, "--precision: must be" in answer.err) == (2, True)
    assert "--target: there is none" in simulate("capacity", "--config", scenario).err
