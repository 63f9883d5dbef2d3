"""Every result file, to the letter of the contract."""

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest

from simulator.model import System
from simulator.output import Results, timeseries
from simulator.output.summary import as_csv, as_json
from simulator.record import Record, Stage
from simulator.scenario import Scenario, parse
from simulator.statistics import Replications
from tests.statistics.runs import PLAIN, finished, scenario_of

REQUESTS = (
    "replication,request_id,client,route,attempt,first_request_id,worker,sent_s,accepted_s,started_s,finished_s,outcome,"
    "status,response_time_s,network_s,accept_wait_s,loop_wait_s,thread_wait_s,pool_wait_s,service_wait_s,cpu_wait_s,"
    "cpu_s,io_s,server_finished_s"
)
TIMESERIES = (
    "replication,time_s,sent_per_s,completed_per_s,goodput_per_s,errors_per_s,in_flight,accept_queue,loop_queue,"
    "thread_queue,pool_queue,service_queue,broker_queue,response_p50_s,response_p95_s,response_p99_s,workers,"
    "utilisation,thread_utilisation,cpu_utilisation"
)
PARTS = ("network_s", "accept_wait_s", "loop_wait_s", "thread_wait_s", "pool_wait_s", "service_wait_s", "cpu_wait_s")

Row = dict[str, str]


def written(scenario: Scenario, folder: Path, *, has_requests: bool = True, has_trace: bool = False) -> list[Record]:
    """Run all replications into the folder."""
    replications, records = Replications(), []
    with Results(folder, scenario, has_requests=has_requests, has_trace=has_trace) as results:
        for number in range(1, scenario.run.replications + 1):
            system = System(scenario, seed=scenario.run.seed or 0, replication=number, trace=has_trace)
            system.finish()
            replications.add(system.record)
            results.add(system.record)
            records.append(system.record)
        results.commit(replications)
    return records


def rows(file: Path) -> list[Row]:
    with file.open(newline="", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("results")
    written(scenario_of("mixed"), path, has_trace=True)
    return path


def test_the_files_are_those_of_the_contract(folder: Path) -> None:
    names = {file.name for file in folder.iterdir()}
    assert names == {"requests.csv", "timeseries.csv", "trace.csv", "summary.json", "summary.csv", "scenario.toml"}


def test_the_headers_are_those_of_the_contract(folder: Path) -> None:
    headers = {file.name: file.read_text(encoding="utf-8").split("\n")[0] for file in folder.glob("*.csv")}
    assert headers["requests.csv"] == REQUESTS
    assert headers["timeseries.csv"] == f"{TIMESERIES},utilisation_worker_1,utilisation_worker_2"
    assert headers["trace.csv"] == "replication,time_s,request_id,stage,place"
    assert headers["summary.csv"] == "replication,scope,name,figure,value"


def test_attempts_come_in_order_of_sending_with_ids_from_one(folder: Path) -> None:
    table = rows(folder / "requests.csv")
    assert [int(row["request_id"]) for row in table] == list(range(1, len(table) + 1))
    sent = [float(row["sent_s"]) for row in table]
    assert sent == sorted(sent)
    assert {row["replication"] for row in table} == {"1"}
    assert all(row["first_request_id"] == row["request_id"] and row["attempt"] == "1" for row in table)
    assert {row["worker"] for row in table} == {"1", "2"}
    assert {row["client"] for row in table} == {"open", "closed", "regular"}


def test_parts_divide_the_time_of_every_attempt(folder: Path) -> None:
    run_end = json.loads((folder / "summary.json").read_text(encoding="utf-8"))["simulated_s"]
    for row in rows(folder / "requests.csv"):
        parts = sum(float(row[part]) for part in (*PARTS, "cpu_s", "io_s"))
        end = float(row["finished_s"] or run_end)
        assert parts == pytest.approx(end - float(row["sent_s"]), abs=1e-5)


def test_what_never_came_is_empty(folder: Path) -> None:
    table = rows(folder / "requests.csv")
    unfinished = [row for row in table if row["outcome"] == "unfinished"]
    assert unfinished
    for row in unfinished:
        assert (row["finished_s"], row["status"], row["response_time_s"]) == ("", "", "")
    kept = [row for row in table if row["client"] == "closed"]
    assert kept[0]["accepted_s"]
    assert {row["accepted_s"] for row in kept[-20:]} == {""}
    completed = [row for row in table if row["outcome"] == "completed"]
    assert all(row["status"] == "200" and row["started_s"] and row["server_finished_s"] for row in completed)


def test_times_have_six_digits(folder: Path) -> None:
    columns = [name for name in REQUESTS.split(",") if name.endswith("_s")]
    texts = {row[name].partition(".")[2] for row in rows(folder / "requests.csv") for name in columns if row[name]}
    assert {len(text) for text in texts} == {6}


def test_the_series_goes_to_the_end_of_the_run(folder: Path) -> None:
    table = rows(folder / "timeseries.csv")
    summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    assert float(table[-1]["time_s"]) == pytest.approx(summary["simulated_s"], abs=1e-6)
    assert [row["time_s"] for row in table[:2]] == ["0.700000", "1.400000"]
    assert {row["workers"] for row in table} == {"2"}


def test_an_interval_without_answers_has_no_percentiles(tmp_path: Path) -> None:
    plain = PLAIN.replace('arrivals = "poisson"\nrate = 20', 'arrivals = "burst"\nusers = 2\nat = "1.5s"')
    written(parse(plain), tmp_path)
    table = rows(tmp_path / "timeseries.csv")
    assert table[0]["response_p50_s"] == ""
    assert table[1]["response_p50_s"] != ""
    assert table[0]["utilisation"] == "0.000000"


def test_the_trace_tells_every_life_from_its_first_stage_to_its_last(folder: Path) -> None:
    table = rows(folder / "trace.csv")
    times = [float(row["time_s"]) for row in table]
    assert times == sorted(times)
    assert {row["stage"] for row in table} <= {stage.name for stage in Stage}
    lives: dict[str, list[Row]] = {}
    for row in table:
        lives.setdefault(row["request_id"], []).append(row)
    for attempt in rows(folder / "requests.csv"):
        life = lives[attempt["request_id"]]
        assert life[0]["time_s"] == attempt["sent_s"]
        if attempt["outcome"] == "completed":
            assert (life[-1]["stage"], life[-1]["time_s"]) == ("ANSWERED", attempt["finished_s"])
            assert life[-1]["place"] == f"client:{attempt['client']}"
        in_io = [row for row in life if row["stage"] == "IN_IO"]
        if in_io:
            assert in_io[0]["place"] in ("service:database", "worker:1/threads", "worker:2/threads")


def test_tracing_changes_no_row(folder: Path, tmp_path: Path) -> None:
    written(scenario_of("mixed"), tmp_path)
    for name in ("requests.csv", "timeseries.csv", "summary.json", "summary.csv", "scenario.toml"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_without_requests_there_is_no_such_file(tmp_path: Path) -> None:
    written(scenario_of("plain"), tmp_path, has_requests=False)
    assert {file.name for file in tmp_path.iterdir()} == {
        "timeseries.csv", "summary.json", "summary.csv", "scenario.toml",
    }  # fmt: skip


def test_the_summary_is_rounded_json_without_nan(folder: Path) -> None:
    text = (folder / "summary.json").read_text(encoding="utf-8")
    summary = json.loads(text, parse_constant=pytest.fail)
    assert summary["format"] == 1
    assert text.endswith("}\n")
    mean = summary["response_time_s"]["mean"]
    assert mean == round(mean, 9)


def test_the_tidy_summary_has_every_figure_of_the_json(folder: Path) -> None:
    summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    table = {(row["scope"], row["name"], row["figure"]): row["value"] for row in rows(folder / "summary.csv")}
    assert table["run", "", "requests.sent"] == str(summary["requests"]["sent"])
    assert float(table["run", "", "response_time_s.p95"]) == summary["response_time_s"]["p95"]
    assert float(table["run", "", "throughput_per_s.ci95_low"] or "nan") == pytest.approx(
        (summary["throughput_per_s"]["ci95"] or [np.nan])[0], nan_ok=True
    )
    assert float(table["worker", "2", "utilisation.loop"]) == summary["workers"][1]["utilisation"]["loop"]
    assert (
        float(table["route", "/slow", "response_time_s.mean"])
        == summary["by_route"]["/slow"]["response_time_s"]["mean"]
    )
    assert table["client", "closed", "sent"] == str(summary["by_client"]["closed"]["sent"])
    assert table["service", "database", "utilisation"] == ""
    assert table["run", "", "checks.conservation.ok"] == "true"
    assert table["run", "", "tasks.published"] == "0"


def test_several_replications_stand_one_below_the_other(tmp_path: Path) -> None:
    plain = parse(PLAIN.replace("seed = 1", "seed = 1\nreplications = 3"))
    written(plain, tmp_path)
    for name in ("requests.csv", "timeseries.csv"):
        numbers = [row["replication"] for row in rows(tmp_path / name)]
        assert numbers == sorted(numbers)
        assert set(numbers) == {"1", "2", "3"}
    first_ids = [row for row in rows(tmp_path / "requests.csv") if row["request_id"] == "1"]
    assert len(first_ids) == 3
    assert {row["replication"] for row in rows(tmp_path / "summary.csv")} == {"1", "2", "3", "all"}
    assert json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))["replications"] == 3


def test_the_first_of_many_is_the_single_run(tmp_path: Path) -> None:
    written(parse(PLAIN), tmp_path / "one")
    written(parse(PLAIN.replace("seed = 1", "seed = 1\nreplications = 2")), tmp_path / "two")
    one = (tmp_path / "one" / "requests.csv").read_bytes()
    assert (tmp_path / "two" / "requests.csv").read_bytes().startswith(one)


def test_replications_with_fewer_workers_leave_cells_empty() -> None:
    assert timeseries.widened(b"1,2\n1,3\n", 2) == b"1,2,,\n1,3,,\n"


def test_a_summary_without_answers_is_null_and_empty(tmp_path: Path) -> None:
    written(parse(PLAIN.replace("rate = 20", "rate = 0.0001")), tmp_path)
    summary = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    assert summary["response_time_s"]["p99"] is None
    assert summary["response_time_s"]["ci95"] is None
    lines = (tmp_path / "summary.csv").read_text(encoding="utf-8").split("\n")
    assert "1,run,,response_time_s.p99," in lines
    assert "1,run,,response_time_s.ci95_low," in lines


def test_names_that_csv_must_quote_come_back(tmp_path: Path) -> None:
    written(parse(PLAIN.replace('name = "c"', 'name = "one, \\"two\\""')), tmp_path)
    assert {row["client"] for row in rows(tmp_path / "requests.csv")} == {'one, "two"'}
    names = {row["name"] for row in rows(tmp_path / "summary.csv") if row["scope"] == "client"}
    assert names == {'one, "two"'}


def test_json_and_csv_say_the_same_of_all_together() -> None:
    replications = Replications()
    for number in (1, 2):
        replications.add(finished("mixed", number))
    overall = json.loads(as_json(replications.overall()))
    table = csv.DictReader(io.StringIO(as_csv(replications.summaries, replications.overall())))
    means = [row["value"] for row in table if row["replication"] == "all" and row["figure"] == "response_time_s.mean"]
    assert float(means[0]) == overall["response_time_s"]["mean"]
