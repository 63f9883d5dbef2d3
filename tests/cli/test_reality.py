"""`simulate reality`, `export-app` and `machine`: rows, files, exit codes; known costs save time."""

import csv
import json
import signal
import subprocess
from pathlib import Path

import pytest

from simulator.output.requests import COLUMNS
from simulator.reality import check
from simulator.reality import machine as measuring
from tests.cli.conftest import Simulate, in_process
from tests.reality.conftest import (
    BROKER_ROUTES,
    CLIENT,
    MACHINE,
    MARK,
    POSTING,
    ROUTES,
    START,
    is_open,
    left_behind,
    stand_ins_of,
)  # fmt: skip

TEXT = f"{START}{CLIENT}\n{ROUTES}"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "two.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine was measured before."""
    monkeypatch.setattr(check, "measure", lambda *_, **__: MACHINE)


def test_measured_beside_simulated(tmp_path: Path, file: Path, simulate: Simulate, known: None) -> None:
    out = tmp_path / "out"
    answer = simulate("reality", "--config", file, "--out", out, "--repetitions", "2")
    assert answer.code in (0, 1)  # how close they are is nobody's promise on a busy machine
    for word in ("measured", "simulated", "throughput", "p95", "somaxconn", "uvicorn", "2 runs of 0.6 s"):
        assert word in answer.out
    with (out / "reality.csv").open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 24
    assert {row["replication"] for row in rows} == {"1", "2"}
    assert {row["outcome"] for row in rows} == {"completed"}
    assert all(row["worker"] == "1" and not row["accept_wait_s"] for row in rows)
    slow = [row for row in rows if row["route"] == "/slow"]
    assert all(float(row["cpu_s"]) >= 0.001 and float(row["io_s"]) >= 0.005 for row in slow)
    assert all(row["sent_s"] < row["started_s"] < row["server_finished_s"] < row["finished_s"] for row in rows)
    told = json.loads((out / "reality.json").read_text(encoding="utf-8"))
    assert [run["attempts"] for run in told["runs"]] == [12, 12]
    assert told["uvicorn"][:2] == ["--workers", "1"]
    with (out / "requests.csv").open(newline="", encoding="utf-8") as opened:
        simulated = list(csv.DictReader(opened))
    assert [row["route"] for row in rows] == [row["route"] for row in simulated]
    assert all(mine["sent_s"] <= real["sent_s"] for mine, real in zip(simulated, rows, strict=True))


def test_messages_are_measured_too(tmp_path: Path, file: Path, simulate: Simulate, known: None) -> None:
    file.write_text(f"{START}{POSTING}stop = '400ms'\n{BROKER_ROUTES}", encoding="utf-8")
    out = tmp_path / "out"
    answer = simulate("reality", "--config", file, "--out", out)
    assert answer.code in (0, 1)
    for word in ("tasks", "task wait", "task wait p95", "task run", "task completed", "task failed"):
        assert word in answer.out
    with (out / "reality_tasks.csv").open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    with (out / "tasks.csv").open(newline="", encoding="utf-8") as opened:
        simulated = list(csv.DictReader(opened))
    assert len(rows) == len(simulated) >= 8
    assert {(row["task"], row["executions"]) for row in rows} == {("mail", "1")}
    assert [row["outcome"] for row in rows] == [row["outcome"] for row in simulated]
    # Each is the very execution that was drawn, which the model makes longer by how late sleeps are here.
    longer = 1 + MACHINE.sleep_surplus_s / 0.005
    runs = [(float(row["run_s"]), float(mine["run_s"])) for row, mine in zip(rows, simulated, strict=True)]
    assert all(measured >= simulated / longer - 1e-5 for measured, simulated in runs)
    with (out / "reality.csv").open(newline="", encoding="utf-8") as opened:
        assert {row["status"] for row in csv.DictReader(opened)} == {"202"}


def test_as_json(file: Path, simulate: Simulate, known: None) -> None:
    told = json.loads(simulate("reality", "--config", file, "--json").out)
    assert {each["figure"] for each in told["figures"]} >= {"throughput", "mean", "p50", "p95", "p99", "completed"}
    assert told["machine"]["somaxconn"] == MACHINE.somaxconn


def test_what_cannot_be_compared_is_named(file: Path, simulate: Simulate) -> None:
    change = '\n[[changes]]\nat = "10ms"\nset = "server.request_cpu"\nto = "2ms"\n'
    file.write_text(file.read_text(encoding="utf-8") + change, encoding="utf-8")
    answer = simulate("reality", "--config", file)
    assert answer.code == 2
    assert (
        answer.err
        == "changes: not comparable with a real server here: a real server takes no new values while it runs\n"
    )


def test_an_app_that_does_not_come_up_is_one_line(
    file: Path, simulate: Simulate, known: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "APP", "nowhere:app")
    answer = simulate("reality", "--config", file)
    assert answer.code == 2
    assert "does not come up" in answer.err
    assert answer.err.count("\n") == 1


def test_without_the_extra_it_says_what_to_install(
    file: Path, simulate: Simulate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.cli.extras.find_spec", lambda _: None)
    answer = simulate("reality", "--config", file)
    assert answer.code == 2
    assert "pip install 'vazao[reality]'" in answer.err


WATCHED = """
import sys
from simulator.cli import main
from simulator.reality import check, server
from tests.reality.conftest import MACHINE
check.measure = lambda *_, **__: MACHINE
port = server.free_port()
entered = server.RealServer.__enter__
def watched(self):
    entered(self)
    print(self.port, flush=True)
    return self
server.RealServer.__enter__ = watched
sys.argv[0] = "simulate"
main()
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_nothing_is_left(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int
) -> None:
    file.write_text(f"{START}{POSTING}\n{BROKER_ROUTES}", encoding="utf-8")
    monkeypatch.setenv(MARK, str(tmp_path))
    out = tmp_path / "out"
    line = in_process("reality", "--config", file, "--duration", "60s", "--out", out, program=WATCHED)
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        port = int(child.stdout.readline())
        assert is_open(port)
        assert len(stand_ins_of(str(tmp_path))) == 1
        child.send_signal(number)
        _, err = child.communicate(timeout=60)
    assert child.returncode == code
    assert err == "interrupted: nothing was kept\n"
    assert not left_behind(port)
    assert not is_open(port)
    assert not out.exists()
    assert not stand_ins_of(str(tmp_path))


def test_the_machine_as_toml_to_paste(simulate: Simulate, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(measuring, "measure", lambda *_, **__: MACHINE)
    answer = simulate("machine")
    assert answer.code == 0
    assert 'request_cpu = "500us"' in answer.out
    pasted = file.with_name("pasted.toml")
    pasted.write_text(TEXT + answer.out, encoding="utf-8")
    assert simulate("check", pasted).code == 0


def test_the_machine_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "_SECONDS", 0.4)
    monkeypatch.setattr(measuring, "_nagle", lambda *_: 0.0)
    shares: list[float] = []
    found = measuring.measure(MACHINE.loop, MACHINE.http, advance=shares.append)
    assert 0 < found.request_cpu_s < 0.05
    assert 0 < found.hot_cpu_factor <= 1
    assert found.sleep_surplus_s >= 0
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_project_to_take_away(tmp_path: Path, file: Path, simulate: Simulate) -> None:
    answer = simulate("export-app", "--config", file, tmp_path / "taken")
    assert answer.code == 0
    assert "uvicorn app:app --host 127.0.0.1 --port 8000 --workers 1" in answer.out
    assert (tmp_path / "taken" / "app.py").exists()
    assert "Left out" not in answer.out
    assert simulate("export-app", "--config", file, tmp_path / "taken").code == 2


def test_a_project_says_what_it_leaves_out(tmp_path: Path, simulate: Simulate) -> None:
    answer = simulate("export-app", "--config", "16_rolling_restart", tmp_path / "app")
    assert answer.code == 0
    said = answer.out.partition("Left out, also said in its README:\n")[2].splitlines()
    assert any("nobody restarts the server at " in line for line in said)


def test_a_project_with_a_broker_starts_its_consumers_first(tmp_path: Path, simulate: Simulate) -> None:
    answer = simulate("export-app", "--config", "19_email_queue", tmp_path / "app")
    assert f"cd {tmp_path / 'app'}\npython tasks.py &\nuvicorn " in answer.out


def test_a_project_has_nobody_who_starts_workers(simulate: Simulate, tmp_path: Path) -> None:
    answer = simulate("export-app", "--config", "04_workers", tmp_path / "app")
    assert answer.code == 2
    assert answer.err.startswith("changes: not comparable with a real server here")
    assert not (tmp_path / "app").exists()
