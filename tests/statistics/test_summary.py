"""The summary says what the contract says, of rows that anybody can count again."""

from itertools import accumulate
from typing import Any

import pytest

from simulator.model import System
from simulator.record import NEVER, Outcome
from simulator.scenario import bundled
from simulator.statistics import StreamedTally, Summary, summarised, tallied
from tests.statistics import oracle
from tests.statistics.runs import finished, run, scenario_of, streamed, summary_of

RUNS = [*bundled(), "mixed"]

# As the contract prints it; what stands in braces of its own is named by the scenario.
KEYS: dict[str, Any] = {
    "format": 1, "scenario": "", "seed": 42, "replications": 1, "simulated_s": 0.0, "warm_up_s": 0.0,
    "requests": ["sent", "completed", "refused", "rejected", "failed", "timed_out", "unfinished"],
    "logical": ["sent", "succeeded", "gave_up", "unfinished", "attempts_per_request", "response_time_s"],
    "throughput_per_s": ["mean", "ci95"],
    "goodput_per_s": ["mean", "ci95"],
    "response_time_s": ["mean", "ci95", "p50", "p90", "p95", "p99", "max", "censored"],
    "parts_s": [
        "network", "accept_wait", "loop_wait", "thread_wait", "pool_wait", "service_wait", "cpu_wait", "cpu", "io",
    ],
    "in_flight": ["mean", "max"],
    "accept_queue": ["mean", "max"],
    "server": ["executed", "orphaned", "orphaned_cpu_s", "orphaned_hold_s", "restarts"],
    "workers": None,
    "services": None,
    "by_route": None,
    "by_client": None,
    "tasks": ["published", "completed", "failed", "dead_lettered", "unfinished", "redelivered", "queue"],
    "checks": ["littles_law", "conservation"],
}  # fmt: skip


def test_the_keys_are_those_of_the_contract_in_its_order() -> None:
    plain = summary_of("mixed").plain()
    assert list(plain) == list(KEYS)
    for key, inner in KEYS.items():
        if isinstance(inner, list):
            assert list(plain[key]) == inner, key
    assert list(plain["workers"][0]) == ["worker", "utilisation", "pools", "completed", "executed", "orphaned"]
    assert list(plain["workers"][0]["utilisation"]) == ["loop", "threads", "cpu"]
    assert list(plain["services"]["database"]) == ["busy_mean", "utilisation"]
    assert list(plain["by_route"]) == ["/slow", "/quick"]
    assert list(plain["by_client"]) == ["open", "closed", "regular"]
    assert list(plain["by_route"]["/slow"]) == ["sent", "completed", "throughput_per_s", "response_time_s"]
    assert list(plain["by_client"]["open"]["response_time_s"]) == ["mean", "p50", "p95", "p99"]
    assert list(plain["logical"]["response_time_s"]) == ["mean", "p50", "p90", "p95", "p99", "max"]
    assert list(plain["checks"]["littles_law"]) == ["L", "lambda_W", "edge", "ok"]
    assert list(plain["checks"]["conservation"]) == ["ok"]


@pytest.mark.parametrize("name", RUNS)
def test_every_figure_is_the_one_that_the_rows_give(name: str) -> None:
    summary, expected = summary_of(name), oracle.figures(finished(name))
    assert summary.plain()["requests"] == expected["requests"]
    assert summary.throughput_per_s.mean == pytest.approx(expected["throughput"])
    assert summary.goodput_per_s.mean == pytest.approx(expected["goodput"])
    times = summary.response_time_s
    assert {key: getattr(times, key) for key in expected["response"]} == pytest.approx(expected["response"])
    assert times.censored == expected["censored"]
    assert summary.parts_s == pytest.approx(expected["parts"], abs=1e-12)
    assert summary.in_flight.mean == pytest.approx(expected["in_flight"])
    assert summary.in_flight.max == expected["peak"]
    assert {worker.worker: worker.completed for worker in summary.workers} == expected["worker"]


@pytest.mark.parametrize("name", RUNS)
def test_routes_and_clients_are_counted_apart(name: str) -> None:
    summary, expected = summary_of(name), oracle.figures(finished(name))
    for groups, counted in ((summary.by_route, expected["route"]), (summary.by_client, expected["client"])):
        assert list(groups) == list(counted)
        for key, group in groups.items():
            assert (group.sent, group.completed) == (counted[key]["sent"], counted[key]["completed"])
            assert group.throughput_per_s == pytest.approx(counted[key]["throughput"])
            for figure in ("mean", "p50", "p95", "p99"):
                assert getattr(group.response_time_s, figure) == pytest.approx(counted[key]["response"][figure])


@pytest.mark.parametrize("name", RUNS)
def test_what_holds_for_every_run_holds(name: str) -> None:
    summary = summary_of(name)
    requests, law = summary.requests, summary.checks.littles_law
    ends = requests.completed + requests.refused + requests.rejected + requests.failed + requests.timed_out
    assert requests.sent == ends + requests.unfinished
    assert law.lambda_W + law.edge == pytest.approx(law.L, abs=1e-6)
    assert law.ok is not False
    assert summary.checks.conservation.ok
    assert sum(time or 0.0 for time in summary.parts_s.values()) == pytest.approx(summary.response_time_s.mean)
    logical = summary.logical
    assert logical.sent == logical.succeeded + logical.gave_up + logical.unfinished
    for worker in summary.workers:
        use = worker.utilisation
        assert all(share is None or 0 <= share <= 1 + 1e-9 for share in (use.loop, use.threads, use.cpu))


@pytest.mark.parametrize("name", RUNS)
def test_a_streamed_run_has_the_same_summary_to_the_last_digit(name: str) -> None:
    record, tally = streamed(name)
    assert tally.all.response.is_exact
    assert summarised(record, tally) == summary_of(name)


@pytest.mark.parametrize("name", RUNS)
def test_streamed_percentiles_are_within_half_a_percent_and_all_else_is_the_same(name: str) -> None:
    times, exact = summarised(*streamed(name, exact_up_to=0)).response_time_s, summary_of(name).response_time_s
    for figure in ("p50", "p90", "p95", "p99"):
        assert getattr(times, figure) == pytest.approx(getattr(exact, figure), rel=0.005)
    assert (times.mean, times.max, times.ci95) == (exact.mean, exact.max, exact.ci95)


def test_utilisation_is_the_share_of_the_work() -> None:
    # D/D/1: ten a second, 50 ms each, half the time.
    text = scenario_of("plain").plain()
    text["clients"][0].update(arrivals="constant", rate=10)
    text["routes"][0].update(handler="blocking", steps=[{"cpu": "10ms"}, {"io": "40ms"}])
    summary = _summary(type(scenario_of("plain")).model_validate(text))
    use = summary.workers[0].utilisation
    assert use.loop == pytest.approx(0.5)
    assert use.cpu == pytest.approx(0.1)
    assert use.threads == 0
    assert summary.in_flight.mean == pytest.approx(0.5)
    assert summary.in_flight.max == 1


def _summary(scenario: Any) -> Summary:
    record = run(scenario)
    return summarised(record, tallied(record))


def test_a_run_in_which_nobody_sends_has_zeros_and_nothing_to_measure() -> None:
    plain = scenario_of("plain").plain()
    plain["clients"][0].update(rate=0.0001)
    summary = _summary(type(scenario_of("plain")).model_validate(plain))
    assert summary.requests.sent == 0
    assert summary.response_time_s.mean is None
    assert summary.response_time_s.p99 is None
    assert summary.logical.attempts_per_request is None
    assert set(summary.parts_s.values()) == {None}
    assert summary.checks.littles_law.ok is True
    assert summary.checks.conservation.ok


def test_intervals_come_with_a_thousand_answers_of_a_steady_run() -> None:
    assert summary_of("02_async").response_time_s.ci95 is not None
    assert summary_of("02_async").throughput_per_s.ci95 is not None
    assert summary_of("04_workers").response_time_s.ci95 is None  # has changes
    assert summary_of("plain").response_time_s.ci95 is None  # has 200
    low, high = summary_of("02_async").response_time_s.ci95 or (0, 0)
    assert low < (summary_of("02_async").response_time_s.mean or 0) < high


def test_time_in_the_database_is_what_the_rows_say() -> None:
    for name in ("01_blocking", "02_async", "03_threadpool"):
        run_of = finished(name)
        start, end = 5e9, 60e9
        busy = sum(each["io"] for each in oracle.attempts(run_of) if start <= each["sent"] < end) / (end - start)
        assert summary_of(name).services["database"].busy_mean == pytest.approx(busy, rel=0.03)


def test_a_streamed_run_keeps_no_more_rows_than_are_in_flight() -> None:
    plain = scenario_of("plain").plain()
    plain["clients"][0].update(rate=8000)
    scenario = type(scenario_of("plain")).model_validate(plain)
    reader = StreamedTally(scenario)
    system = System(scenario, seed=1, stream=reader)
    reader.newly_sent = system.ledger.newly_sent
    system.finish()
    blocks = system.record.requests.blocks
    assert len(blocks) >= 4
    assert sum(bool(block) for block in blocks) == 1
    assert reader.closed(system.record).all.sent == system.record.requests.count


@pytest.mark.parametrize("name", ["01_blocking", "04_workers", "05_overload"])
def test_the_accept_queue_holds_who_waits_to_be_accepted(name: str) -> None:
    record = finished(name)
    start, end = (int(seconds * 1e9) for seconds in (record.scenario.run.warm_up, record.scenario.run.duration))
    waits = [
        (left - each["accept_wait"], left)
        for each in oracle.attempts(record)
        for left in [each["accepted"] if each["accepted"] != NEVER else record.end_ns]
        if each["accept_wait"] > 0
    ]
    area = sum(max(0, min(left, end) - max(came, start)) for came, left in waits)
    assert summary_of(name).accept_queue.mean == pytest.approx(area / (end - start))
    events = sorted([(came, 1) for came, _ in waits] + [(left, -1) for _, left in waits])
    lengths = accumulate(step for _, step in events)
    longest = max(length for (time, _), length in zip(events, lengths, strict=True) if time >= start)
    assert summary_of(name).accept_queue.max == longest


@pytest.mark.parametrize("name", RUNS)
def test_what_the_server_finished_is_counted(name: str) -> None:
    record = finished(name)
    start, end = (int(seconds * 1e9) for seconds in (record.scenario.run.warm_up, record.scenario.run.duration))
    inside = [each for each in oracle.attempts(record) if start <= each["sent"] < end]
    executed = sum(each["server_finished"] != NEVER for each in inside)
    assert summary_of(name).server.executed == executed == sum(each.executed for each in summary_of(name).workers)
    orphaned = sum(
        each["server_finished"] > each["finished"] != NEVER for each in inside if each["outcome"] == Outcome.TIMED_OUT
    )
    assert summary_of(name).server.orphaned == orphaned
