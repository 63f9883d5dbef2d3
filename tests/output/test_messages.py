"""`tasks.csv`, the messages in `trace.csv`, and the block `tasks` in the summary: one account of one run."""

import csv
import json
from pathlib import Path

import pytest

from simulator.cli.asked import Asked
from simulator.cli.run import run
from simulator.output.traced import read_traced
from simulator.record import MessageOutcome
from simulator.record.message_life import deliveries_of
from tests.model.broker_stories import broker, crash, publishing, task
from tests.model.stories import poisson

Table = list[dict[str, str]]
HEAD = 'format = 1\nname = "story"\n[run]\nduration = "8s"\nwarm_up = "2s"\nseed = 4\n'
PARTS = (
    HEAD,
    poisson(20),
    publishing(),
    broker("rabbitmq", 'consumers = 2\nprefetch = 2\nmax_deliveries = 2\npublish = "1ms"'),
    task("cpu 5ms", "io exponential(90ms)", more="failure_rate = 0.3"),
    crash("4s"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("broker")
    (place / "story.toml").write_text("".join(PARTS), encoding="utf-8")
    asked = Asked(config=str(place / "story.toml"), out=place / "out", has_trace=True, is_quiet=True)
    assert run(asked) == 0
    return place / "out"


def table(path: Path) -> Table:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_tasks_csv_has_the_contract_s_columns(folder: Path) -> None:
    assert (folder / "tasks.csv").read_text(encoding="utf-8").splitlines()[0] == (
        "replication,message_id,task,request_id,published_s,first_delivered_s,finished_s,consumer,deliveries,"
        "executions,outcome,wait_s,run_s"
    )


def test_every_message_has_a_row_and_its_times_fit(folder: Path) -> None:
    messages = table(folder / "tasks.csv")
    assert [int(each["message_id"]) for each in messages] == list(range(1, len(messages) + 1))
    assert {each["outcome"] for each in messages} == {"completed", "dead_lettered", "unfinished"}
    for each in messages:
        if each["finished_s"]:
            took = float(each["finished_s"]) - float(each["published_s"])
            assert float(each["wait_s"]) + float(each["run_s"]) == pytest.approx(took, abs=2e-6)


def test_the_summary_counts_the_rows_inside_the_window(folder: Path) -> None:
    inside = [each for each in table(folder / "tasks.csv") if 2 <= float(each["published_s"]) < 8]
    tasks = json.loads((folder / "summary.json").read_text(encoding="utf-8"))["tasks"]
    for outcome in MessageOutcome:
        name = outcome.name.lower()
        assert tasks[name] == sum(each["outcome"] == name for each in inside)
    assert tasks["published"] == len(inside)
    assert tasks["redelivered"] == sum(max(int(each["deliveries"]) - 1, 0) for each in inside) > 0


def test_the_queue_is_the_mean_of_the_time_series(folder: Path) -> None:
    series = [float(each["broker_queue"]) for each in table(folder / "timeseries.csv") if float(each["time_s"]) > 2]
    queue = json.loads((folder / "summary.json").read_text(encoding="utf-8"))["tasks"]["queue"]
    assert queue["mean"] == pytest.approx(sum(series) / len(series), abs=1e-5)
    assert queue["max"] >= queue["mean"] > 0


def test_the_trace_is_whole_and_in_order(folder: Path) -> None:
    moves = table(folder / "trace.csv")
    times = [float(each["time_s"]) for each in moves]
    assert times == sorted(times)
    assert all(each["request_id"] for each in moves)
    of_messages = [each for each in moves if each["message_id"]]
    assert len({each["message_id"] for each in of_messages}) == len(table(folder / "tasks.csv"))
    published = [each for each in of_messages if (each["stage"], each["delivery"]) == ("BROKER_QUEUE", "1")]
    assert [each["message_id"] for each in published] == [each["message_id"] for each in table(folder / "tasks.csv")]


def test_who_publishes_comes_before_what_is_published(folder: Path) -> None:
    moves = table(folder / "trace.csv")
    first = next(index for index, each in enumerate(moves) if each["message_id"])
    before = [each["stage"] for each in moves[:first] if each["request_id"] == moves[first]["request_id"]]
    assert before[-1] == "IN_IO"


def test_deliveries_in_the_trace_are_those_of_the_rows(folder: Path) -> None:
    record = read_traced(folder)
    assert record.message_transitions is not None
    for number, each in enumerate(table(folder / "tasks.csv"), 1):
        life = deliveries_of(record.message_transitions, number, record.end_ns)
        begun = [delivery for delivery in life if any(span.place != "broker" for span in delivery.spans)]
        assert len(begun) == int(each["deliveries"])
        ending = life[-1].ending
        assert (None if ending is None else ending.name.lower()) == {
            "completed": "done", "dead_lettered": "dead_lettered", "unfinished": None,
        }[each["outcome"]]  # fmt: skip


def test_a_run_without_a_broker_has_no_such_file(tmp_path: Path) -> None:
    assert (
        run(Asked(config="01_blocking", assignments=("run.duration=6s",), out=tmp_path, has_trace=True, is_quiet=True))
        == 0
    )
    assert not (tmp_path / "tasks.csv").exists()
    header = (tmp_path / "trace.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header == "replication,time_s,request_id,stage,place"
