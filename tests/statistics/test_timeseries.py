"""The time series against a count of the rows, interval by interval."""

from itertools import pairwise

import numpy as np
import pytest

from simulator.record import Outcome
from simulator.scenario import bundled
from simulator.statistics import timeseries
from tests.statistics import oracle
from tests.statistics.runs import finished

NAMES = [
    "time_s", "sent_per_s", "completed_per_s", "goodput_per_s", "errors_per_s", "in_flight", "accept_queue",
    "loop_queue", "thread_queue", "pool_queue", "service_queue", "broker_queue", "response_p50_s", "response_p95_s",
    "response_p99_s", "workers", "utilisation", "thread_utilisation", "cpu_utilisation",
]  # fmt: skip


def test_the_columns_are_those_of_the_contract() -> None:
    assert list(timeseries(finished("04_workers"))) == [*NAMES, *(f"utilisation_worker_{k}" for k in (1, 2, 3, 4))]


def test_the_last_interval_is_as_long_as_the_run() -> None:
    record = finished("mixed")
    times = timeseries(record)["time_s"]
    assert np.diff(times, prepend=0)[:-1] == pytest.approx(0.7)
    assert times[-1] == pytest.approx(record.end_ns / 1e9)
    assert 0 < times[-1] - times[-2] < 0.7


@pytest.mark.parametrize("name", [*bundled(), "mixed"])
def test_rates_and_lengths_are_those_of_the_rows(name: str) -> None:
    record = finished(name)
    series = timeseries(record)
    rows = record.requests.array()
    is_completed = rows["outcome"] == Outcome.COMPLETED
    edges = np.round(np.concatenate([[0.0], series["time_s"]]) * 1e9).astype(np.int64)
    length = np.diff(edges) / 1e9
    sent = np.histogram(rows["sent"], edges)[0]
    done = np.histogram(rows["finished"][is_completed], edges)[0]
    assert series["sent_per_s"] == pytest.approx(sent / length)
    assert series["completed_per_s"] == pytest.approx(done / length)
    is_error = ~is_completed & (rows["outcome"] != Outcome.UNFINISHED)
    errors = np.histogram(rows["finished"][is_error], edges)[0]
    assert series["errors_per_s"] == pytest.approx(errors / length)
    every = oracle.attempts(record)
    lengths = [oracle.in_flight_mean(every, low, high, record.end_ns) for low, high in list(pairwise(edges))[::9]]
    assert series["in_flight"][::9] == pytest.approx(lengths)


def test_percentiles_are_of_what_was_completed_in_the_interval() -> None:
    record = finished("01_blocking")
    series = timeseries(record)
    rows = record.requests.array()
    inside = rows[(rows["outcome"] == Outcome.COMPLETED) & (rows["finished"] > 30e9) & (rows["finished"] < 31e9)]
    response = (inside["finished"] - inside["sent"]) / 1e9
    found = (series["response_p50_s"][30], series["response_p95_s"][30], series["response_p99_s"][30])
    assert found == pytest.approx(np.percentile(response, (50, 95, 99)))


def test_a_worker_that_does_not_live_has_no_utilisation() -> None:
    series = timeseries(finished("04_workers"))
    assert np.isnan(series["utilisation_worker_4"][:40]).all()
    assert not np.isnan(series["utilisation_worker_4"][41:]).any()
    assert list(series["workers"][[5, 25, 45]]) == [1, 2, 4]


def test_more_worker_columns_than_workers_stay_empty() -> None:
    series = timeseries(finished("01_blocking"), workers=3)
    assert np.isnan(series["utilisation_worker_3"]).all()
