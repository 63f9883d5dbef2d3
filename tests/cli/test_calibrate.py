"""`simulate calibrate`: scenarios that can be run, with what was assumed marked, and errors in one line."""

import json
from pathlib import Path

import numpy as np
import pytest

from simulator.scenario import ArrivalKind, HandlerKind, load, parse
from tests.cli.conftest import Simulate


def csv(path: Path, rates: tuple[float, ...] = (20.0,), seconds: float = 30.0) -> Path:
    """A Poisson process of these rates one after another; two routes, one exponential, one lognormal."""
    generator = np.random.default_rng(3)
    rows, begin = ["time,path,duration_ms,status"], 0.0
    for rate in rates:
        count = generator.poisson(rate * seconds)
        for at in np.sort(begin + generator.random(count) * seconds):
            is_first = generator.random() < 0.25
            time = generator.exponential(40) if is_first else generator.lognormal(3, 0.5)
            rows.append(f"{1e9 + at:.4f},{'/a' if is_first else '/b/7'},{time:.4f},200")
        begin += seconds
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_log_becomes_a_scenario_that_runs(tmp_path: Path, simulate: Simulate) -> None:
    out = tmp_path / "mine.toml"
    answer = simulate("calibrate", "--log", csv(tmp_path / "log.csv"), "--out", out)
    assert answer.code == 0
    assert "/a: exponential fits" in answer.out
    scenario = load(out)
    (client,) = scenario.clients
    assert client.arrivals is ArrivalKind.POISSON
    assert client.rate == pytest.approx(20, rel=0.15)
    assert client.routes is not None
    assert client.routes["/a"] / sum(client.routes.values()) == pytest.approx(0.25, abs=0.06)
    mean = sum(time.mean_s for step in scenario.routes[0].steps for time in (step.cpu, step.io) if time is not None)
    assert mean == pytest.approx({"/a": 0.040, "/b/{id}": 0.0228}[scenario.routes[0].path], rel=0.2)
    assert simulate("--config", out, "--quiet").code == 0


def test_what_a_log_cannot_tell_is_marked_unless_it_was_said(tmp_path: Path, simulate: Simulate) -> None:
    log = csv(tmp_path / "log.csv")
    text = simulate("calibrate", "--log", log).out
    assert 'handler = "threadpool"   # assumed: a log does not tell' in text
    assert "10% of the mean, assumed" in text
    assert "workers = 1   # assumed" in text
    told = simulate("calibrate", "--log", log, "--handler", "async", "--cpu-share", "40%", "--workers", "3").out
    assert "assumed" not in told
    scenario = parse(told)
    assert scenario.routes[0].handler is HandlerKind.ASYNC
    assert scenario.server.workers == 3
    cpu, io = (time.mean_s for step in scenario.routes[0].steps for time in (step.cpu, step.io) if time is not None)
    assert cpu / (cpu + io) == pytest.approx(0.4, abs=0.01)


def test_a_rate_that_changes_becomes_a_schedule(tmp_path: Path, simulate: Simulate) -> None:
    scenario = parse(simulate("calibrate", "--log", csv(tmp_path / "log.csv", (5.0, 50.0))).out)
    (client,) = scenario.clients
    assert client.arrivals is ArrivalKind.SCHEDULE
    assert client.profile is not None
    rates = [rate for _, rate in client.profile]
    assert max(rates) > 40
    assert min(rates) < 10


def test_a_replay_has_the_logs_own_instants(tmp_path: Path, simulate: Simulate) -> None:
    out = tmp_path / "mine.toml"
    log = csv(tmp_path / "log.csv", seconds=5.0)
    assert simulate("calibrate", "--log", log, "--replay", "--out", out).code == 0
    assert load(out).clients[0].arrivals is ArrivalKind.REPLAY
    assert len((tmp_path / "arrivals.csv").read_text().splitlines()) == len(log.read_text().splitlines())
    assert simulate("--config", out, "--quiet").code == 0


def test_times_that_no_distribution_fits_come_along(tmp_path: Path, simulate: Simulate) -> None:
    heaps = [*np.linspace(9, 11, 300), *np.linspace(290, 310, 200)]
    log = tmp_path / "log.csv"
    log.write_text("path,duration_ms\n" + "".join(f"/a,{time:.3f}\n" for time in heaps), encoding="utf-8")
    out = tmp_path / "mine.toml"
    assert simulate("calibrate", "--log", log, "--out", out, "--plot", tmp_path / "fits.svg").code == 0
    assert "empirical(times_1.csv)" in out.read_text(encoding="utf-8")
    assert (tmp_path / "fits.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert simulate("--config", out, "--quiet").code == 0


def test_lines_that_could_not_be_read_are_shown(tmp_path: Path, simulate: Simulate) -> None:
    log = csv(tmp_path / "log.csv")
    with log.open("a", encoding="utf-8") as file:
        file.write("half a li")
    answer = simulate("calibrate", "--log", log)
    assert answer.code == 0
    assert "1 of" in answer.err
    assert "half a li" in answer.err
    assert "could not be read: 1." in answer.out


def test_what_was_fitted_as_json(tmp_path: Path, simulate: Simulate) -> None:
    log = csv(tmp_path / "log.csv")
    with log.open("a", encoding="utf-8") as file:
        file.write("half a li")
    answer = simulate("calibrate", "--log", log, "--out", tmp_path / "mine.toml", "--json")
    told = json.loads(answer.out)
    assert answer.err == ""
    assert told["fits"]["/b/{id}"]["kind"] == "lognormal"
    assert (told["unread"], told["written"]) == (1, [str(tmp_path / "mine.toml")])


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, simulate: Simulate) -> None:
    out = tmp_path / "mine.toml"
    out.write_text("mine", encoding="utf-8")
    answer = simulate("calibrate", "--log", csv(tmp_path / "log.csv"), "--out", out)
    assert answer.code == 2
    assert "exists already" in answer.err
    assert out.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give one of --app, --log and --asyncflow"),
        (["--log", "a", "--asyncflow", "b"], "give one of"),
        (["--log", "a", "--replay"], "--replay: needs --out"),
        (["--log", "a", "--json"], "--json: needs --out"),
        (["--log", "a", "--plot", "x.pdf"], "--plot: must end in .png or .svg"),
        (["--log", "a", "--handler", "sync"], "--handler: must be async, threadpool, blocking, got sync"),
        (["--log", "a", "--cpu-share", "20"], '--cpu-share: must be a percentage such as "20%"'),
        (["--log", "a", "--field", "pth=x"], "(did you mean path?)"),
        (["--app", "shop:app"], "needs --route PATH"),
        (["--app", "shop:app", "--route", "items"], "must be a path that begins with /"),
        (["--app", "shop:app", "--route", "/a=much"], "must be PATH or PATH=WEIGHT"),
    ],
)
def test_calls_that_are_wrong(arguments: list[str], message: str, simulate: Simulate) -> None:
    answer = simulate("calibrate", *arguments)
    assert answer.code == 2
    assert message in answer.err
    assert answer.err.count("\n") == 1


TOPOLOGY = """\
rqs_input:
  id: rqs-1
  avg_active_users: { mean: 100 }
  avg_request_per_minute_per_user: { mean: 20 }
  user_sampling_window: 60
topology_graph:
  nodes:
    client: { id: client-1 }
    servers:
      - id: srv-1
        server_resources: { cpu_cores: 2, ram_mb: 2048, db_connection_pool: 5 }
        endpoints:
          - endpoint_name: /predict
            steps:
              - { kind: initial_parsing, step_operation: { cpu_time: 0.001 } }
              - { kind: ram, step_operation: { necessary_ram: 100 } }
              - { kind: io_db, step_operation: { io_waiting_time: 0.1 } }
  edges:
    - { id: a, source: rqs-1, target: client-1, latency: { mean: 0.003, distribution: exponential } }
    - { id: b, source: client-1, target: srv-1, latency: { mean: 0.003 }, dropout_rate: 0.01 }
    - { id: c, source: srv-1, target: client-1, latency: { mean: 0.004 } }
sim_settings: { total_simulation_time: 500 }
"""


def test_an_asyncflow_topology_as_far_as_it_maps(tmp_path: Path, simulate: Simulate) -> None:
    file, out = tmp_path / "single.yml", tmp_path / "mine.toml"
    file.write_text(TOPOLOGY, encoding="utf-8")
    answer = simulate("calibrate", "--asyncflow", file, "--out", out)
    assert answer.code == 0
    for word in ("dropout_rate", "user_sampling_window", "ram_mb", "steps of kind ram"):
        assert f"not mapped: {word}" in answer.out
        assert f"# Not mapped: {word}" in out.read_text(encoding="utf-8")
    scenario = load(out)
    assert scenario.run.duration == 500
    assert scenario.clients[0].rate == pytest.approx(33.33)
    assert scenario.clients[0].network.mean_s == pytest.approx(0.005)
    assert scenario.server.workers == 2
    assert [(step.cpu or step.io).text for step in scenario.routes[0].steps] == ["1ms", "100ms"]  # type: ignore[union-attr]  # it has one
    assert scenario.services[0].pool_size == 5
    assert simulate("--config", out, "--duration", "5s", "--quiet").code == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1", "is no YAML"),
        ("a: 1", "it has no topology_graph"),
        (TOPOLOGY.replace("servers:", "others:"), "has no server"),
        (TOPOLOGY.replace("avg_active_users", "users"), "needs avg_active_users"),
        (TOPOLOGY.replace("cpu_time", "time"), "needs cpu_time"),
    ],
)
def test_what_is_no_topology(tmp_path: Path, simulate: Simulate, text: str, message: str) -> None:
    file = tmp_path / "single.yml"
    file.write_text(text, encoding="utf-8")
    answer = simulate("calibrate", "--asyncflow", file)
    assert answer.code == 2
    assert message in answer.err
