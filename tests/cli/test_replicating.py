"""Replications beside each other, and as many as it takes: the same bytes whoever runs them."""

import json
from pathlib import Path

import pytest

from simulator.cli import replicating
from tests.cli.conftest import Simulate, answered, contents, in_process


@pytest.mark.parametrize(
    "options",
    [
        ["--replications", "5"],
        ["--replications", "3", "--trace"],
        ["--replications", "3", "--no-requests"],
        ["--until-precise", "20%"],
    ],
)
def test_jobs_make_no_difference(scenario: Path, tmp_path: Path, options: list[str]) -> None:
    outs = []
    for jobs in ("1", "2"):
        out = tmp_path / jobs
        answer = answered(in_process("--config", scenario, *options, "--jobs", jobs, "--out", out))
        assert (answer.code, answer.err) == (0, "")
        outs.append(answer.out.replace(str(out), ""))
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert outs[0] == outs[1]


def test_long_runs_go_on_in_other_processes(
    simulate: Simulate, scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replicating, "_WORTH_PROCESSES_S", 0.0)
    monkeypatch.setattr("simulator.experiment.executors.cores", lambda: 2)
    call = ["--config", scenario, "--replications", "4", "--quiet"]
    assert simulate(*call, "--out", tmp_path / "mixed").code == 0
    assert simulate(*call, "--out", tmp_path / "one", "--jobs", "1").code == 0
    assert contents(tmp_path / "mixed") == contents(tmp_path / "one")


def test_as_many_replications_as_it_takes(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    answer = simulate("--config", scenario, "--until-precise", "10%", "--jobs", "1", "--out", tmp_path / "precise")
    summary = json.loads(contents(tmp_path / "precise")["summary.json"])
    low, high = summary["response_time_s"]["ci95"]
    assert answer.code == 0
    assert summary["replications"] >= 10
    assert (high - low) / 2 <= 0.1 * summary["response_time_s"]["mean"]
    last = answer.out.splitlines()[-1]
    assert last.startswith("Precise: mean ±")
    assert last.endswith(f", after {summary['replications']} replications (10 % was asked for)")
    # The scenario that was written repeats it all.
    again = ["--config", tmp_path / "precise" / "scenario.toml", "--jobs", "1", "--quiet"]
    assert simulate(*again, "--out", tmp_path / "again").code == 0
    assert contents(tmp_path / "again") == contents(tmp_path / "precise")


def test_not_reached_is_said_and_is_exit_code_1(simulate: Simulate, scenario: Path) -> None:
    answer = simulate("--config", scenario, "--until-precise", "0.1%", "--at-most", "12", "--jobs", "1")
    assert answer.code == 1
    last = answer.out.splitlines()[-1]
    assert last.startswith("NOT REACHED: mean ±")
    assert ", after 12 replications (0.1 % was asked for); about " in last
    assert last.endswith(" replications would do")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--until-precise", "2"], '--until-precise: must be a percentage such as 2%, got "2"\n'),
        (["--until-precise", "2%", "--at-most", "9"], "--at-most: must be 10 to 10,000, got 9\n"),
        (["--at-most", "20"], "--at-most: goes with --until-precise\n"),
        (["--jobs", "0"], "--jobs: must be 1 to 512, got 0\n"),
        (["--jobs", "2", "--cluster", "x"], "--jobs: goes without --cluster\n"),
    ],
)
def test_a_wrong_call_is_refused(
    simulate: Simulate, scenario: Path, tmp_path: Path, options: list[str], message: str
) -> None:
    answer = simulate("--config", scenario, *options, "--out", tmp_path / "out")
    assert (answer.code, answer.out, answer.err) == (2, "", message)
    assert not (tmp_path / "out").exists()
