"""`simulate --config FILE`, as one uses it."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from simulator.scenario import load
from tests.cli.conftest import PLAIN, Simulate, contents


def test_a_run_without_out_shows_figures_and_writes_nothing(
    simulate: Simulate, scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = simulate("--config", scenario)
    assert answer.code == 0
    assert answer.err == ""
    assert answer.out.startswith("One route\n5 s simulated, seed 1\n")
    assert list(contents(tmp_path)) == ["mine/plain.toml"]


def test_out_has_the_files_and_the_table_names_them(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "results"
    answer = simulate("--config", scenario, "--out", out)
    assert answer.code == 0
    names = {"requests.csv", "timeseries.csv", "summary.json", "summary.csv", "scenario.toml"}
    assert set(contents(out)) == names
    last = answer.out.rstrip("\n").split("\n")[-1]
    assert last.startswith(f"Written to {out}: ")
    assert set(last.partition(": ")[2].split(", ")) == names


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--trace"], {"requests.csv", "trace.csv"}),
        (["--no-requests"], set()),
        (["--no-requests", "--trace"], {"trace.csv"}),
    ],
)
def test_trace_and_no_requests_choose_files(
    simulate: Simulate, scenario: Path, tmp_path: Path, options: list[str], names: set[str]
) -> None:
    assert simulate("--config", scenario, "--out", tmp_path / "o", *options).code == 0
    always = {"timeseries.csv", "summary.json", "summary.csv", "scenario.toml"}
    assert set(contents(tmp_path / "o")) == always | names


@pytest.mark.parametrize("option", ["--trace", "--no-requests"])
def test_trace_and_no_requests_want_a_folder(simulate: Simulate, scenario: Path, option: str) -> None:
    answer = simulate("--config", scenario, option)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"{option}: needs --out DIR, the folder to write into\n"


def test_a_bundled_scenario_is_run_by_its_name(simulate: Simulate) -> None:
    answer = simulate("--config", "02_async", "--duration", "6s")
    assert answer.code == 0
    assert answer.out.startswith("2. Async: the loop stays free\n6 s simulated, the first 5 s left out, seed 28\n")


def test_a_dash_is_standard_input(simulate: Simulate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAIN.encode())))
    assert simulate("--config", "-").out.startswith("One route\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"format = 2")))
    assert simulate("--config", "-").err.startswith("stdin:1: ")
    monkeypatch.setattr(sys, "stdin", None)
    assert simulate("--config", "-").err == "stdin: is closed\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"#" * 2_000_000)))
    answer = simulate("check", "-")
    assert (answer.code, answer.err) == (2, "stdin: must be at most 1,000,000 bytes, got 1,000,001 or more\n")


def test_quiet_is_silent(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    answer = simulate("--config", scenario, "--out", tmp_path / "o", "--quiet")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert contents(tmp_path / "o")


def test_a_seed_that_nobody_gave_is_drawn_printed_and_written(
    simulate: Simulate, scenario: Path, tmp_path: Path
) -> None:
    scenario.write_text(PLAIN.replace("seed = 1\n", ""), encoding="utf-8")
    printed = []
    for name in ("a", "b"):
        answer = simulate("--config", scenario, "--out", tmp_path / name)
        found = re.search(r"seed (\d+) \(drawn\)", answer.out)
        assert found is not None
        assert json.loads((tmp_path / name / "summary.json").read_text(encoding="utf-8"))["seed"] == int(found[1])
        assert load(tmp_path / name / "scenario.toml").run.seed == int(found[1])
        printed.append(found[1])
    assert printed[0] != printed[1]
    simulate("--config", scenario, "--out", tmp_path / "c", "--seed", printed[0])
    assert contents(tmp_path / "c") == contents(tmp_path / "a")


def test_options_are_the_keys_that_they_name(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    options = ["--seed", "7", "--duration", "4s", "--replications", "2", "--set", "server.workers=3"]
    options += [
        "--set",
        'clients[c].network="2ms"',
        "--set",
        "clients[c].deadline=300ms",
        "--set",
        "routes[/].steps=[]",
    ]
    assert simulate("--config", scenario, "--out", out, *options).code == 0
    ran = load(out / "scenario.toml")
    assert (ran.run.seed, ran.run.duration, ran.run.replications, ran.server.workers) == (7, 4.0, 2, 3)
    assert (ran.clients[0].network.mean_s, ran.clients[0].deadline, ran.routes[0].steps) == (0.002, 0.3, ())
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert (summary["seed"], summary["replications"], summary["simulated_s"]) == (7, 2, 4.0)
    assert len(summary["workers"]) == 3


def test_the_later_assignment_wins(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    simulate("--config", scenario, "--out", tmp_path, "--set", "server.workers=3", "--set", "server.workers=2")
    assert load(tmp_path / "scenario.toml").server.workers == 2


@pytest.mark.parametrize("given", ["2", "2.0", "2s", '"2s"', "2000ms"])
def test_a_duration_is_a_time_or_seconds(simulate: Simulate, scenario: Path, given: str) -> None:
    assert simulate("--config", scenario, "--duration", given).out.startswith("One route\n2 s simulated, ")


def test_what_is_wrong_with_assignments_is_said_at_once(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    wrong = ["--set", "server.wokers=2", "--set", "nothing", "--set", "clients[d].rate=1"]
    answer = simulate("--config", scenario, "--out", tmp_path / "o", *wrong)
    assert answer.code == 2
    assert answer.err.splitlines() == [
        "server.wokers: unknown key (did you mean server.workers?)",
        "nothing: must be KEY=VALUE, such as server.workers=4",
        'clients[d].rate: there is no "d" in clients',
    ]
    values = ["--set", "server.workers=0", "--duration", "soon", "--seed", "-1"]
    answer = simulate("--config", scenario, "--out", tmp_path / "o", *values)
    assert answer.code == 2
    assert sorted(answer.err.splitlines()) == [
        'run.duration: must be a time such as "50ms", "1.5s" or "2min", got "soon"',
        "run.seed: must be at least 0, got -1",
        "server.workers: must be at least 1, got 0",
    ]
    assert not (tmp_path / "o").exists()


def test_what_is_odd_is_run_and_said_before(simulate: Simulate, scenario: Path) -> None:
    text = '[broker]\nkind = "kafka"\nconsumers = 3\npartitions = 2\n[[tasks]]\nname = "mail"\n'
    scenario.write_text(PLAIN + text, encoding="utf-8")
    answer = simulate("--config", scenario)
    assert answer.code == 0
    assert answer.err.splitlines() == [
        "warning: tasks[0]: no step enqueues mail",
        "warning: broker.consumers: 2 partitions have one consumer each: 1 of 3 consumers will have nothing to do",
    ]
    assert simulate("--config", scenario, "--quiet").err == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "nothing to run: give --config FILE"),
        (["--confg", "x"], "No such option"),
        (["--config"], "--config"),
        (["--seed", "x", "--config", "01_blocking"], "--seed"),
        (["verfy"], "No such command"),
        (["--config", "01_blocking", "list"], "list: goes without --config"),
        (["check"], "Missing argument"),
        (["list", "more"], "unexpected extra argument"),
    ],
)
def test_a_wrong_call_is_two(simulate: Simulate, arguments: list[str], words: str) -> None:
    answer = simulate(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert words in answer.err
    assert "Traceback" not in answer.err


def test_version_and_help_are_no_runs(simulate: Simulate) -> None:
    assert re.fullmatch(r"vazao \d+\.\d+\.\d+\n", simulate("--version").out)
    answer = simulate("--help")
    assert answer.code == 0
    for word in ("--config", "--out", "--seed", "--duration", "--replications", "--set", "--trace", "--no-requests",
                 "--quiet", "--debug", "--version", "list", "init", "check", "schema"):  # fmt: skip
        assert word in answer.out


def test_an_error_of_ours_is_one_line_and_seventy(
    simulate: Simulate, scenario: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by\nnothing")

    monkeypatch.setattr("simulator.cli.run.scenario_of", broken)
    answer = simulate("--config", scenario)
    assert answer.code == 70
    assert answer.err == "internal error: ZeroDivisionError: by nothing (--debug shows where; please report it)\n"
    answer = simulate("--config", scenario, "--debug")
    assert answer.code == 70
    assert "Traceback" in answer.err
    assert answer.err.splitlines()[-1].startswith("internal error: ZeroDivisionError")


def test_no_requests_changes_percentiles_by_less_than_half_a_percent(simulate: Simulate, tmp_path: Path) -> None:
    summaries = []
    for name, options in (("exact", []), ("streamed", ["--no-requests"])):
        simulate("--config", "03_threadpool", "--out", tmp_path / name, "--quiet", *options)
        summaries.append(json.loads((tmp_path / name / "summary.json").read_text(encoding="utf-8")))
    exact, streamed = (summary.pop("response_time_s") for summary in summaries)
    for figure in ("p50", "p90", "p95", "p99"):
        assert streamed[figure] == pytest.approx(exact[figure], rel=0.005)
    assert streamed["mean"] == exact["mean"]
    assert summaries[0]["requests"] == summaries[1]["requests"]
    assert summaries[0]["in_flight"] == summaries[1]["in_flight"]
    series = [(tmp_path / name / "timeseries.csv").read_bytes() for name in ("exact", "streamed")]
    assert series[0] == series[1]
