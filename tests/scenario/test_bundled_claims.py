"""What the bundled scenarios say of themselves is what the model shows."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.record import Outcome
from simulator.scenario import load

Rows = NDArray[np.void]


@cache
def completed(name: str) -> Rows:
    rows = sent(name)
    return rows[rows["outcome"] == Outcome.COMPLETED]


@cache
def sent(name: str) -> Rows:
    scenario = load(name)
    assert scenario.run.seed is not None
    system = System(scenario, seed=scenario.run.seed)
    system.finish()
    rows: Rows = system.record.requests.array()
    return rows


def in_flight(name: str, time_s: float) -> int:
    rows = sent(name)
    has_ended = (rows["outcome"] != Outcome.UNFINISHED) & (rows["finished"] <= time_s * 1e9)
    return int(np.count_nonzero((rows["sent"] <= time_s * 1e9) & ~has_ended))


def response_s(rows: Rows) -> float:
    return float((rows["finished"] - rows["sent"]).mean() / 1e9)


def per_s(rows: Rows, start_s: float, stop_s: float) -> float:
    finished = rows["finished"] / 1e9
    return float(np.count_nonzero((finished >= start_s) & (finished < stop_s)) / (stop_s - start_s))


def test_blocking_is_busy_seven_eighths_of_the_time_and_queues_a_handful() -> None:
    rows = completed("01_blocking")
    assert 0.85 < (rows["cpu"].sum() + rows["io"].sum()) / 60e9 < 0.9
    waiting = (rows["accept_wait"] + rows["loop_wait"]).sum() / 60e9
    assert 5 < waiting < 15


def test_async_holds_the_loop_three_percent_and_answers_in_42_ms_and_the_way() -> None:
    rows = completed("02_async")
    assert 0.02 < rows["cpu"].sum() / 60e9 < 0.04
    inside = (rows["finished"] - rows["sent"] - rows["network"]).mean() / 1e9
    assert 0.040 < inside < 0.044


def test_the_thread_pool_has_35_tokens_taken_and_sometimes_all() -> None:
    rows = completed("03_threadpool")
    assert 34 < (rows["cpu"].sum() + rows["io"].sum()) / 60e9 < 36.5
    assert 0.1 < np.count_nonzero(rows["thread_wait"]) / len(rows) < 0.5


def test_workers_empty_the_queue_that_one_could_not() -> None:
    assert in_flight("04_workers", 20) > 100
    assert in_flight("04_workers", 30) < 15
    assert response_s(completed("04_workers")[completed("04_workers")["sent"] > 42e9]) < 0.2


def test_overload_serves_24_a_second_and_leaves_700_waiting_with_no_goodput() -> None:
    rows = completed("05_overload")
    assert 23.5 < per_s(rows, 0, 60) < 24.7
    assert 650 < in_flight("05_overload", 59.999) < 750
    late = rows[rows["finished"] > 10e9]
    assert ((late["finished"] - late["sent"]) > 1e9).all()


def test_a_burst_of_keep_alive_connections_binds_to_one_worker() -> None:
    rows = completed("06_keep_alive_burst")
    together = rows[rows["client"] < 2]
    assert len(np.unique(together["worker"])) == 1
    assert 19 < per_s(together, 5, 60) < 20.5
    assert 0.48 < response_s(together) < 0.52
    apart = rows[rows["client"] == 2]
    assert not set(np.unique(apart["worker"])) & set(np.unique(together["worker"]))
    assert 0.089 < response_s(apart) < 0.093
