"""`--cluster` changes where the questions are worked out, and not a byte of the answers."""

from pathlib import Path

import pytest

from tests.cli.conftest import Simulate
from tests.experiment.test_cluster import scheduler, worker

pytest.importorskip("distributed")


def test_plan_capacity_and_compare_answer_the_same_on_a_cluster(simulate: Simulate, scenario: Path) -> None:
    asked: tuple[tuple[str, ...], ...] = (
        ("plan", "--config", str(scenario), "--target", "p95<1s", "--vary", "server.workers=1..4"),
        ("capacity", "--config", str(scenario), "--target", "p95<1s", "--precision", "50%", "--set", "run.duration=2s"),
        ("compare", str(scenario), str(scenario), "--replications", "2"),
    )
    local = [simulate(*call, "--jobs", "1", "--json", "--quiet") for call in asked]
    with scheduler() as (address, _), worker(address), worker(address):
        remote = [simulate(*call, "--cluster", address, "--json", "--quiet") for call in asked]
    assert [answer.code for answer in local] == [0, 0, 0]
    assert [answer.out for answer in remote] == [answer.out for answer in local]


def test_a_scheduler_that_is_not_there_is_said_in_one_line(simulate: Simulate, scenario: Path) -> None:
    call = ("plan", "--config", scenario, "--target", "p95<1s", "--vary", "server.workers=1..4")
    answer = simulate(*call, "--cluster", "nonsense://host:1")
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 1
