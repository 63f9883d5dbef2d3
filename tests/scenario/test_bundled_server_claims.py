"""What the bundled scenarios of limits, pools, faults and life say of themselves is what the model shows."""

from functools import cache

import numpy as np
import pytest

from simulator import theory
from simulator.model import System
from simulator.record import NEVER, Outcome
from simulator.scenario import keys, load
from simulator.statistics import Summary, summarised, tallied
from tests.scenario.test_bundled_claims import Rows, completed, in_flight, per_s, response_s, sent


@cache
def summary(name: str, key: str = "", value: object = None) -> Summary:
    scenario = load(name)
    if key:
        scenario = keys.replace(scenario, key, value)
    assert scenario.run.seed is not None
    system = System(scenario, seed=scenario.run.seed)
    system.finish()
    return summarised(system.record, tallied(system.record))


def share(rows: Rows, outcome: Outcome) -> float:
    return float(np.mean(rows["outcome"] == outcome))


def test_a_limit_of_20_lets_19_in_and_answers_them_as_ever() -> None:
    rows = sent("07_limit")
    assert share(rows, Outcome.REJECTED) == pytest.approx(theory.erlang_b(30, 19), abs=0.02)
    assert share(rows, Outcome.REJECTED) == pytest.approx(0.4, abs=0.02)
    inside = completed("07_limit")
    assert (inside["io"] / 1e9).mean() == pytest.approx(0.2, rel=0.05)
    refused = rows[rows["outcome"] == Outcome.REJECTED]
    assert (refused["finished"] - refused["sent"] == refused["network"]).all()


def test_a_full_accept_queue_refuses_nobody_and_makes_them_wait_for_whole_seconds() -> None:
    rows = sent("08_backlog")
    assert (rows["outcome"] == Outcome.COMPLETED).all()
    assert summary("08_backlog").accept_queue.max == 17
    during = rows[(rows["sent"] > 20.1e9) & (rows["sent"] < 23.9e9) & (rows["client"] == 0)]
    late = during[during["finished"] > 24.5e9]
    assert len(late) > 20
    whole = late["accept_wait"] / 1e9
    assert np.abs(whole - np.round(whole)).max() < 0.35


def test_a_connection_held_for_the_query_is_enough_for_80_a_second() -> None:
    rows = completed("09_pool")
    assert share(sent("09_pool"), Outcome.FAILED) == 0
    assert 0.001 < rows["pool_wait"].mean() / 1e9 < 0.01
    assert per_s(rows, 5, 60) == pytest.approx(80, rel=0.05)


def test_a_connection_held_for_the_request_allows_25_a_second_and_fails_the_others_after_2_s() -> None:
    rows = sent("10_pool_exhausted")
    assert per_s(completed("10_pool_exhausted"), 10, 60) == pytest.approx(25, rel=0.04)
    failed = rows[rows["outcome"] == Outcome.FAILED]
    assert (failed["pool_wait"] == 2_000_000_000).all()
    assert (failed["status"] == 500).all()
    busy = summary("10_pool_exhausted").services["database"].busy_mean
    assert busy < 1.2


def test_a_retry_storm_outlasts_its_fault() -> None:
    rows = sent("11_retry_storm")
    before = rows[(rows["sent"] < 18e9)]
    assert share(before, Outcome.COMPLETED) == 1
    assert per_s(completed("11_retry_storm"), 30, 60) < 1
    scenario = load("11_retry_storm")
    for number in (0, 1):
        scenario = keys.replace(scenario, f"clients[{number}].retries", 0)
    system = System(scenario, seed=11)
    system.finish()
    rows = system.record.requests.array()
    done = rows[rows["outcome"] == Outcome.COMPLETED]
    late = rows[(rows["sent"] > 45e9) & (rows["sent"] < 58e9)]
    assert share(late, Outcome.COMPLETED) > 0.7, "without retries it recovers"
    assert per_s(done, 45, 60) > 10


def test_orphans_keep_a_worker_busy_for_nobody() -> None:
    rows = sent("12_orphans")
    figures = summary("12_orphans")
    assert figures.workers[0].utilisation.loop == pytest.approx(1, abs=0.01)
    executed = rows[(rows["server_finished"] != NEVER) & (rows["server_finished"] > 20e9)]
    assert len(executed) / 40 == pytest.approx(20, abs=0.5)
    assert np.mean(executed["server_finished"] > executed["finished"]) > 0.95


def test_eight_threads_have_one_core_and_the_loop_waits_for_them() -> None:
    rows = completed("13_gil")
    assert per_s(rows[rows["client"] == 0], 5, 60) == pytest.approx(50, rel=0.02)
    assert response_s(rows[rows["client"] == 1]) == pytest.approx(0.042, abs=0.01)
    free = summary("13_gil", "server.gil", False)
    assert free.by_client["Cliente_1"].throughput_per_s > 300
    assert free.by_client["Monitor"].response_time_s.mean == pytest.approx(0.003, abs=0.003)


def test_eight_workers_on_two_cores_are_as_fast_as_two() -> None:
    eight, two = summary("14_cores"), summary("14_cores", "server.workers", 2)
    assert eight.throughput_per_s.mean == pytest.approx(200, rel=0.01)
    assert two.throughput_per_s.mean == pytest.approx(200, rel=0.01)
    assert [worker.utilisation.loop for worker in eight.workers] == pytest.approx([1.0] * 8, abs=0.02)
    assert [worker.utilisation.cpu for worker in eight.workers] == pytest.approx([0.25] * 8, abs=0.02)


def test_background_work_is_paid_for_by_those_who_come_meanwhile() -> None:
    rows = completed("15_background")
    assert summary("15_background").workers[0].utilisation.loop == pytest.approx(0.8, abs=0.03)
    assert response_s(rows) == pytest.approx(0.2, abs=0.03)
    assert (rows["cpu"] == 1_000_000).all()
    elsewhere = summary("15_background", "routes[0].background_handler", "threadpool")
    assert elsewhere.response_time_s.mean is not None
    assert elsewhere.response_time_s.mean < 0.04


def test_a_rolling_restart_loses_nobody() -> None:
    rows = sent("16_rolling_restart")
    assert (rows["outcome"] == Outcome.COMPLETED).all()
    assert summary("16_rolling_restart").server.restarts == 4


def test_a_slow_database_leaves_350_waiting_which_are_served_in_a_second() -> None:
    assert in_flight("17_slow_database", 19) < 60
    assert in_flight("17_slow_database", 29.9) == pytest.approx(400, abs=60)
    assert in_flight("17_slow_database", 31.2) < 60
