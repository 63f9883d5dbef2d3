"""Clients that give up, try again and set deadlines; nothing is cancelled at the server (E3)."""

import numpy as np
import pytest

from simulator.model import System
from simulator.record import NEVER, Outcome, Stage
from simulator.scenario.clients import MOST_RETRIES
from simulator.statistics import StreamedTally, Summary, summarised, tallied
from tests.model.stories import MS, burst, change, closed, finished, parts_add_up, poisson, route, served, told


def summary_of(system: System) -> Summary:
    return summarised(system.record, tallied(system.record))


def test_e3_what_a_client_left_in_the_accept_queue_is_executed_in_full() -> None:
    rows = served(burst("0s", more='timeout = "50ms"', users=5), route("blocking", "io 20ms"), drain="1s")
    assert rows["outcome"].tolist() == [Outcome.COMPLETED] * 2 + [Outcome.TIMED_OUT] * 3
    assert rows["server_finished"].tolist() == [20 * MS, 40 * MS, 60 * MS, 80 * MS, 100 * MS]
    assert rows["finished"][2:].tolist() == [50 * MS] * 3
    assert parts_add_up(rows, 11_000 * MS)


@pytest.mark.parametrize("handler", ["async", "threadpool", "blocking"])
def test_e3_no_handler_stops_when_its_client_leaves(handler: str) -> None:
    scenario = told(
        burst("0s", more='timeout = "50ms"'), burst("1s", "/a", name="later"), route(handler, "io 200ms", "cpu 1ms")
    )
    record = finished(scenario).record
    rows = record.requests.array()
    assert rows["outcome"].tolist() == [Outcome.TIMED_OUT, Outcome.COMPLETED]
    assert rows["server_finished"][0] == 201 * MS
    assert record.orphans.array().tolist() == [(1, 0, MS)]
    assert rows["io"][0] == 50 * MS


def test_a_client_that_leaves_before_its_bytes_set_out_leaves_nothing() -> None:
    both = [
        served(burst("0s", more=f'timeout = "{timeout}"\nnetwork = "10ms"'), burst("1s"), route("async", "io 1ms"))[0]
        for timeout in ("15ms", "25ms")
    ]
    assert [row["server_finished"] for row in both] == [NEVER, 31 * MS]
    assert [row["network"] for row in both] == [15 * MS, 25 * MS]


def test_an_answer_that_comes_at_the_very_instant_comes_in_time() -> None:
    rows = served(burst("0s", more='timeout = "20ms"'), route("async", "io 20ms"))
    assert rows["outcome"].tolist() == [Outcome.COMPLETED]


def test_a_client_that_gave_up_opens_a_new_connection() -> None:
    rows = served(closed(1, more='timeout = "30ms"\nthink_time = "100ms"'), route("async", "io 50ms"), duration="250ms")
    assert rows["outcome"].tolist() == [Outcome.TIMED_OUT] * 2
    assert (rows["accepted"] >= 0).all()


def test_retries_wait_backoff_times_factor() -> None:
    retries = 'timeout = "10ms"\nretries = 3\nretry_backoff = "100ms"\nretry_factor = 2.0\nretry_jitter = false'
    rows = served(burst("0s", more=retries), route("async", "io 1s"), duration="1s", drain="5s")
    assert rows["sent"].tolist() == [0, 110 * MS, 320 * MS, 730 * MS]
    assert rows["attempt"].tolist() == [1, 2, 3, 4]
    assert rows["first_request_id"].tolist() == [1] * 4


def test_jitter_waits_a_uniform_share_of_the_backoff() -> None:
    retries = 'timeout = "10ms"\nretries = 1\nretry_backoff = "100ms"'
    rows = served(burst("0s", more=retries, users=2000), route("async", "io 30s"), duration="1s")
    waits = np.sort(rows["sent"][rows["attempt"] == 2] - 10 * MS) / (100 * MS)
    assert len(waits) == 2000
    assert np.abs(waits - (np.arange(2000) + 0.5) / 2000).max() < 0.04  # Kolmogorov and Smirnov


def test_a_retry_draws_its_own_times_and_moves_nobody_elses() -> None:
    steps = route("async", "io exponential(50ms)")
    plain = served(poisson(20), steps)
    retried = served(poisson(20, more='timeout = "60ms"\nretries = 2\nretry_backoff = "0ms"'), steps, drain="1s")
    first = retried[retried["attempt"] == 1]
    assert first["sent"].tolist() == plain["sent"].tolist()
    in_time = first["outcome"] == Outcome.COMPLETED
    assert first["io"][in_time].tolist() == plain["io"][in_time].tolist()
    again = retried[(retried["attempt"] == 2) & (retried["outcome"] == Outcome.COMPLETED)]
    assert 0.4 < len(again) / np.count_nonzero(retried["attempt"] == 2) < 0.95


@pytest.mark.parametrize("factor", [1.0, 1000.0])
def test_as_many_attempts_as_a_client_may_make_are_counted(factor: float) -> None:
    more = f'retry_backoff = "0s"\nretry_factor = {factor}'
    stubborn = f'timeout = "1us"\nretries = {MOST_RETRIES}\n{more}'
    rows = served(burst("0s", more=stubborn), route("async", "io 1s"), duration="1s")
    assert rows["attempt"].tolist() == list(range(1, MOST_RETRIES + 2))


def test_retries_go_out_while_the_run_drains() -> None:
    retries = 'timeout = "10ms"\nretries = 1\nretry_backoff = "500ms"\nretry_jitter = false'
    system = finished(told(burst("0s", more=retries), route("async", "io 1s"), duration="100ms", drain="2s"))
    rows = system.record.requests.array()
    assert rows["sent"].tolist() == [0, 510 * MS]
    logical = summary_of(system).logical
    assert (logical.sent, logical.gave_up, logical.attempts_per_request) == (1, 1, 2.0)


@pytest.mark.parametrize(("to", "gave_up", "unfinished", "attempts"), [(0, 1, 0, 2), (2, 1, 0, 3), (9, 0, 1, 4)])
def test_who_gives_up_where_retries_were_changed_is_not_unfinished(
    to: int, gave_up: int, unfinished: int, attempts: int
) -> None:
    # Attempts end at 10, 120, 230 and 340 ms; the last back-off ends after the run.
    more = 'timeout = "10ms"\nretries = 5\nretry_backoff = "100ms"\nretry_factor = 1.0\nretry_jitter = false'
    changed = change("115ms", "clients[0].retries", str(to))
    scenario = told(burst("0s", more=more), changed, route("async", "io 1s"), duration="400ms")
    logical = summary_of(finished(scenario)).logical
    assert (logical.gave_up, logical.unfinished, logical.attempts_per_request) == (gave_up, unfinished, attempts)


def test_a_request_with_its_retries_is_one_and_its_time_counts_from_the_first() -> None:
    more = 'timeout = "60ms"\nretries = 5\nretry_backoff = "0ms"\nretry_jitter = false\ndeadline = "100ms"'
    told_so = told(poisson(10, more=more), route("async", "io exponential(50ms)"), duration="50s", drain="5s")
    system = finished(told_so)
    summary, rows = summary_of(system), system.record.requests.array()
    first_sent = dict(
        zip(
            (np.flatnonzero(rows["attempt"] == 1) + 1).tolist(),
            rows["sent"][rows["attempt"] == 1].tolist(),
            strict=True,
        )
    )
    done = rows[rows["outcome"] == Outcome.COMPLETED]
    taken = done["finished"] - np.array([first_sent[first] for first in done["first_request_id"].tolist()])
    assert summary.logical.response_time_s.mean == pytest.approx(taken.mean() / 1e9)
    inside = done["finished"] < 50_000 * MS
    assert summary.goodput_per_s.mean == pytest.approx(np.count_nonzero(inside & (taken <= 100 * MS)) / 50)
    samples = system.record.samples
    assert samples.column("good")[-1] == np.count_nonzero(taken <= 100 * MS)


def test_orphans_are_counted_with_all_that_they_cost() -> None:
    system = finished(
        told(burst("0s", more='timeout = "50ms"', users=5), burst("2s"), route("blocking", "cpu 5ms", "io 15ms"))
    )
    server_side = summary_of(system).server
    assert (server_side.executed, server_side.orphaned) == (6, 3)
    assert server_side.orphaned_cpu_s == pytest.approx(0.015)
    assert server_side.orphaned_hold_s == pytest.approx(0.060)


def test_a_streamed_run_counts_orphans_too() -> None:
    more = 'timeout = "40ms"\nretries = 1'
    scenario = told(poisson(60, more=more), route("blocking", "cpu 1ms", "io 15ms"), duration="20s")
    reader = StreamedTally(scenario, exact_up_to=1_000_000)
    system = finished(scenario, stream=reader, sample_every_s=0.25)
    streamed = summarised(system.record, reader.closed(system.record))
    whole = summary_of(finished(scenario, sample_every_s=0.25))
    assert streamed.server == whole.server
    assert streamed.workers == whole.workers
    assert streamed.logical == whole.logical
    assert whole.server.orphaned > 100


def test_orphans_do_not_prolong_a_run() -> None:
    system = finished(told(burst("0s", more='timeout = "1s"'), route("async", "io 9s"), duration="2s", drain="60s"))
    assert system.record.end_ns == 2_000 * MS


def test_the_trace_shows_an_orphan_until_it_is_done() -> None:
    scenario = told(burst("0s", more='timeout = "50ms"'), burst("1s"), route("async", "io 200ms", "cpu 1ms"))
    system = finished(scenario, trace=True)
    assert system.trace is not None
    own = system.trace.history(1)
    stages = [(int(row["time"]) // MS, Stage(int(row["stage"]) & 0x7F)) for row in own]
    assert stages[-4:] == [
        (50, Stage.TIMED_OUT), (50, Stage.ORPHANED), (200, Stage.ORPHANED), (201, Stage.DONE),
    ]  # fmt: skip
    assert system.trace.at(100 * MS).stage.tolist() == [Stage.ORPHANED]
    assert len(system.trace.at(500 * MS)) == 0


def test_a_new_timeout_holds_for_what_is_sent_from_then_on() -> None:
    rows = served(
        burst("0s", more='timeout = "1s"', users=1, name="patient"),
        burst("100ms", name="other"),
        change("50ms", "clients[patient].timeout", '"10ms"'),
        route("async", "io 500ms"),
    )
    assert rows["outcome"].tolist() == [Outcome.COMPLETED] * 2
