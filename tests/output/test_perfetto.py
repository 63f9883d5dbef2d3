"""The trace keeps to its format, and its slices add up to what the run measured."""

import json
from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from simulator.model import System
from simulator.output import perfetto
from simulator.record import MessageOutcome, Record
from tests.output.trace_events import problems
from tests.statistics.runs import scenario_of

NAMES = ("01_blocking", "02_async", "03_threadpool", "04_workers", "06_keep_alive_burst", "mixed")
BROKERS = ("20_prefetch", "22_visibility_timeout", "24_kafka_lag")


@cache
def traced(name: str) -> Record:
    scenario = scenario_of(name)
    assert scenario.run.seed is not None
    system = System(scenario, seed=scenario.run.seed, trace=True)
    system.finish()
    return system.record


@cache
def trace(name: str) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads("".join(perfetto.as_json(traced(name))))
    return plain


def named(name: str, what: str) -> dict[tuple[int, int], str]:
    events = [event for event in trace(name)["traceEvents"] if event["name"] == what]
    return {(event["pid"], event["tid"]): event["args"]["name"] for event in events}


@pytest.mark.parametrize("name", [*NAMES, *BROKERS])
def test_it_keeps_to_the_trace_event_format(name: str) -> None:
    assert list(problems(trace(name)))[:5] == []


def test_a_wrong_trace_would_be_found_out() -> None:
    event = {"name": "a", "cat": "c", "pid": 1, "tid": 1, "args": {}}
    crossing = [event | {"ph": "X", "ts": 0.0, "dur": 10.0}, event | {"ph": "X", "ts": 5.0, "dur": 10.0}]
    unclosed = [event | {"ph": "b", "ts": 0.0, "id": "1"}]
    found = " ".join(problems({"displayTimeUnit": "ms", "traceEvents": crossing + unclosed}))
    for words in ("has no name", "ends after the one it lies in", "never ends"):
        assert words in found


def test_there_is_a_track_for_every_worker_thread_and_queue() -> None:
    processes = set(named("mixed", "process_name").values())
    assert {"clients", "listener", "worker 1", "worker 2", "service database"} <= processes
    tracks = [track for (pid, _), track in named("mixed", "thread_name").items() if pid == 11]
    assert tracks == ["event loop", "thread 1", "thread 2", "thread 3"]
    counters = {event["name"] for event in trace("mixed")["traceEvents"] if event["ph"] == "C"}
    assert {"accept queue", "thread queue", "in I/O"} <= counters


def test_the_loop_is_busy_for_as_long_as_was_measured() -> None:
    record = traced("01_blocking")
    busy = sum(
        event["dur"] for event in trace("01_blocking")["traceEvents"] if event["ph"] == "X" and event["tid"] == 1
    )
    assert busy * 1000 == pytest.approx(record.samples.workers()[-1, 0, 1], rel=1e-3)


def test_a_counter_s_area_is_the_time_that_was_waited() -> None:
    record = traced("01_blocking")
    events = [event for event in trace("01_blocking")["traceEvents"] if event["name"] == "accept queue"]
    counts = [event for event in events if event["ph"] == "C"]
    area = sum(before["args"]["requests"] * (after["ts"] - before["ts"]) for before, after in pairwise(counts))
    assert area * 1000 == pytest.approx(record.samples.column("accept_queue")[-1], rel=1e-3)


def test_every_request_has_a_lane_with_its_outcome() -> None:
    lanes = [
        event for event in trace("01_blocking")["traceEvents"] if event["ph"] == "b" and "outcome" in event["args"]
    ]
    assert len(lanes) == traced("01_blocking").requests.count
    assert {lane["args"]["outcome"] for lane in lanes} == {"answered", "unfinished"}


def slots(name: str) -> list[dict[str, Any]]:
    """The stages in the slots of consumers."""
    tracks = {track for track, label in named(name, "thread_name").items() if label.startswith("slot ")}
    tasks = {task.name for task in traced(name).scenario.tasks}
    events = [event for event in trace(name)["traceEvents"] if event["ph"] == "X"]
    return [event for event in events if (event["pid"], event["tid"]) in tracks and event["name"] not in tasks]


def test_there_is_a_track_for_every_slot_of_a_consumer() -> None:
    broker = traced("20_prefetch").scenario.broker
    assert broker is not None
    processes = set(named("20_prefetch", "process_name").values())
    assert {"broker", *(f"consumer {number + 1}" for number in range(broker.consumers))} <= processes
    assert broker.concurrency is not None
    labels = [label for label in named("20_prefetch", "thread_name").values() if label.startswith("slot ")]
    assert sorted(labels) == sorted([f"slot {number + 1}" for number in range(broker.concurrency)] * broker.consumers)


@pytest.mark.parametrize("name", BROKERS)
def test_the_slots_are_taken_for_as_long_as_messages_were_worked_on(name: str) -> None:
    rows = traced(name).messages.array()
    (once,) = np.nonzero((rows["outcome"] == MessageOutcome.COMPLETED) & (rows["executions"] == 1))
    busy = defaultdict[int, float](float)
    for event in slots(name):
        busy[event["args"]["message"]] += event["dur"] * 1000
    assert len(once) > 10
    assert [busy[number] for number in (once + 1).tolist()] == pytest.approx(rows["run"][once].tolist(), rel=1e-6)


@pytest.mark.parametrize("name", ["19_email_queue", "24_kafka_lag"])
def test_the_broker_s_counter_has_the_area_of_its_queue(name: str) -> None:
    events = [event for event in trace(name)["traceEvents"] if event["ph"] == "C" and event["name"] == "waiting"]
    area = sum(before["args"]["messages"] * (after["ts"] - before["ts"]) for before, after in pairwise(events))
    assert area > 0
    assert area * 1000 == pytest.approx(traced(name).samples.column("broker_queue")[-1], rel=1e-3)
