"""`simulate sweep`: its files, its table, its refusals, and what becomes of it when it is ended in its middle."""

import csv
import io
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Simulate, answered, contents, in_process

VARY = ["--vary", "server.workers=1,2", "--vary", "clients[c].rate=10..30:3", "--replications", "2"]
RUNS = 12


def rows(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "sweep.csv").read_text(encoding="utf-8"))))


def test_a_sweep_prints_a_line_a_point_and_writes_a_row_a_run(
    simulate: Simulate, scenario: Path, tmp_path: Path
) -> None:
    answer = simulate("sweep", "--config", scenario, *VARY, "--jobs", "1", "--out", tmp_path / "out")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[:2] == ["One route", "6 points, 2 replications each, seed 1 at every point"]
    assert lines[5].split() == ["workers", "rate", "per", "second", "mean", "95", "%", "p95", "errors", "loop", "busy"]
    assert [line.split()[:2] for line in lines[6:12]] == [
        ["1", "10"], ["1", "20"], ["1", "30"], ["2", "10"], ["2", "20"], ["2", "30"],
    ]  # fmt: skip
    assert len(rows(tmp_path / "out")) == RUNS
    assert sorted(contents(tmp_path / "out")) == ["scenario.toml", "sweep.csv"]


def test_without_out_nothing_is_written(
    simulate: Simulate, scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert simulate("sweep", "--config", scenario, "--vary", "server.workers=1,2", "--jobs", "1").code == 0
    assert contents(tmp_path / "here") == {}


def test_points_that_fail_are_rows_and_exit_code_1(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    answer = simulate("sweep", "--config", scenario, "--vary", "server.workers=0,1", "--jobs", "1", "--out", out)
    assert answer.code == 1
    assert [row["error"] for row in rows(out)] == ["server.workers: must be at least 1, got 0", ""]
    assert "Warning: 1 of 2 points failed:\n  server.workers: must be at least 1, got 0\n" in answer.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--vary", "server.wokers=1"], "--vary: server.wokers: unknown key (did you mean server.workers?)\n"),
        (["--vary", "server.workers=5..1"], "--vary: server.workers: is empty: 5 is above 1\n"),
        (["--vary", "server.workers="], "--vary: server.workers: has no values\n"),
        (["--vary", "clients[c].rate=1..2"], "--vary: clients[c].rate: needs a number of values, such as"),
        (["--vary", "server.workers=-1,0"], "--vary: no point is a scenario: server.workers: must be at least 1"),
        (["--vary", "server.workers=1,2", "--samples", "0"], "--samples: must be 1 to 1,000,000, got 0\n"),
        (["--vary", "server.workers=1,2", "--jobs", "0"], "--jobs: must be 1 to 512, got 0\n"),
        (["--vary", "server.workers=1,2", "--plot", "plot.txt"], "--plot: the file must end with .png or .svg"),
        (["--vary", "server.workers=1,2", "--plot", "p.png", "--show", "x"], "--show: must be one of mean, p50,"),
    ],
)
def test_a_wrong_call_is_refused_before_anything_is_written(
    simulate: Simulate, scenario: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    answer = simulate("sweep", "--config", scenario, *arguments, "--out", tmp_path / "out")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(message)
    assert not (tmp_path / "out").exists()


def test_a_million_points_by_mistake_want_yes(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    many = ["--vary", "server.workers=1..1000", "--vary", "server.backlog=1..1000"]
    answer = simulate("sweep", "--config", scenario, *many, "--out", tmp_path / "out")
    assert answer.code == 2
    assert answer.err.startswith("--vary: that is 1,000,000 points = 1,000,000 runs, about ")
    assert answer.err.endswith(" on this machine: say --yes if it is meant, or see --samples\n")
    assert not (tmp_path / "out").exists()


def test_few_points_that_take_long_want_yes_too(simulate: Simulate, scenario: Path) -> None:
    long = ["--duration", "10000h", "--set", "run.sample_every=1h"]
    answer = simulate("sweep", "--config", scenario, "--vary", "server.workers=1..50", *long)
    assert answer.code == 2
    assert answer.err.startswith("--vary: that is 50 points = 50 runs, about ")


def test_a_plot_is_drawn(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    plot = tmp_path / "plot.svg"
    vary = ["--vary", "server.workers=1..3", "--jobs", "1"]
    answer = simulate("sweep", "--config", scenario, *vary, "--plot", plot, "--show", "throughput")
    assert answer.out.endswith(f"\nDrawn: {plot}\n")
    assert "throughput (per second)" in plot.read_text(encoding="utf-8")


def test_jobs_make_no_difference(scenario: Path, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        call = ["sweep", "--config", scenario, *VARY, "--out", tmp_path / jobs, "--jobs", jobs, "--quiet"]
        assert answered(in_process(*call)).code == 0
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


# Ended in the middle. The child says when so many runs are kept, and goes on only when it has been sent the signal.

ENDED = """
import sys
from simulator.cli import main
from simulator.experiment.store import Store

add, kept = Store.add, []

def adding(self, *run):
    add(self, *run)
    kept.append(run)
    if len(kept) == {after}:
        print("there", flush=True)
        sys.stdin.readline()

Store.add = adding
sys.argv[0] = "simulate"
main()
"""


def ended(number: int, after: int, *arguments: str | Path, program: str = ENDED) -> tuple[int, str]:
    """Exit code and standard error of a sweep that got the signal when so many runs were kept."""
    command = in_process("sweep", *arguments, program=program.format(after=after))
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "there\n"
        child.send_signal(number)
        _, err = child.communicate(timeout=60)
        return child.returncode, err


@pytest.fixture
def through(scenario: Path, tmp_path: Path) -> dict[str, bytes]:
    """The files of a sweep that ran through."""
    call = ["sweep", "--config", scenario, *VARY, "--out", tmp_path / "through", "--jobs", "1", "--quiet"]
    assert answered(in_process(*call)).code == 0
    return contents(tmp_path / "through")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_and_started_again_it_ends_with_the_same_bytes(
    scenario: Path, tmp_path: Path, through: dict[str, bytes], jobs: str
) -> None:
    out = tmp_path / "out"
    call = ["--config", scenario, *VARY, "--out", out, "--jobs", jobs, "--quiet"]
    assert ended(signal.SIGKILL, 5, *call)[0] == -signal.SIGKILL
    assert contents(out)[".sweep.jsonl"].count(b"\n") == 5
    again = answered(in_process("sweep", *call))
    assert (again.code, again.err) == (0, "")
    assert contents(out) == through


def test_killed_twice_it_still_does(scenario: Path, tmp_path: Path, through: dict[str, bytes]) -> None:
    out = tmp_path / "out"
    call = ["--config", scenario, *VARY, "--out", out, "--jobs", "1", "--quiet"]
    for after in (3, 4):
        ended(signal.SIGKILL, after, *call)
    assert contents(out)[".sweep.jsonl"].count(b"\n") == 7
    assert answered(in_process("sweep", *call)).code == 0
    assert contents(out) == through


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_it_says_how_to_go_on(
    scenario: Path, tmp_path: Path, through: dict[str, bytes], number: int, code: int
) -> None:
    out = tmp_path / "out"
    call = ["--config", scenario, *VARY, "--out", out, "--jobs", "1", "--quiet"]
    assert ended(number, 5, *call)[0] == code
    again = answered(in_process("sweep", *call))
    assert (again.code, again.err) == (0, "")
    assert contents(out) == through


def test_interrupted_it_says_what_is_kept(scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    _, err = ended(signal.SIGINT, 5, "--config", scenario, *VARY, "--out", out, "--jobs", "1", "--quiet")
    assert err == f"interrupted: 5 of 12 runs are kept in {out}; the same command goes on from there\n"


def test_interrupted_before_the_first_run_is_over_nothing_is_left(scenario: Path, tmp_path: Path) -> None:
    begun = ENDED.replace("    add(self, *run)\n", "")
    out = tmp_path / "out"
    call = ["--config", scenario, *VARY, "--out", out, "--jobs", "1", "--quiet"]
    code, err = ended(signal.SIGTERM, 1, *call, program=begun)
    assert (code, err) == (143, "interrupted: nothing was finished, nothing is kept\n")
    assert not out.exists()


def test_a_drawn_seed_is_kept_too(scenario: Path, tmp_path: Path) -> None:
    text = scenario.read_text(encoding="utf-8").replace("seed = 1\n", "")
    scenario.write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    call = ["--config", scenario, *VARY, "--out", out, "--jobs", "1", "--quiet"]
    ended(signal.SIGKILL, 5, *call)
    assert answered(in_process("sweep", *call)).code == 0
    assert len({row["seed"] for row in rows(out)}) == 1
    sent = [
        {row["sent"] for row in rows(out) if (row["clients[c].rate"], row["replication"]) == ("20.0", k)} for k in "12"
    ]
    assert [len(each) for each in sent] == [1, 1]


def test_two_sweeps_into_one_folder_are_one(scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call = ["--config", scenario, *VARY, "--out", out, "--jobs", "1", "--quiet"]
    command = in_process("sweep", *call, program=ENDED.format(after=1))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "there\n"
        second = answered(in_process("sweep", *call))
        first.communicate("go on\n", timeout=60)
    assert (second.code, second.err) == (3, f"cannot write results: {out} is in use by another run\n")
    assert first.returncode == 0
