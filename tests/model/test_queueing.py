"""The model where theory has an answer: M/M/1, M/M/4, M/D/1, closed loops, and an exact oracle."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import fmean, stdev

import numpy as np
import pytest

from simulator import theory
from simulator.record import Outcome
from simulator.theory import QueueFigures
from tests.kiefer_wolfowitz import departures
from tests.model.stories import closed, finished, poisson, route, server, told

REPLICATIONS = 20
T_999 = 3.883405852592082
"""Two-sided 99.9 % quantile of Student's t with 19 degrees of freedom."""
SERVICE_S = 0.05
UVLOOP = 'loop = "uvloop"\n'


@dataclass(frozen=True)
class Queue:
    """A server that is a queue of theory."""

    handler: str
    service: str
    servers: int
    theory: Callable[[float], QueueFigures]


QUEUES = {
    "M/M/1": Queue("blocking", "exponential(50ms)", 1, lambda rate: theory.m_m_1(rate, SERVICE_S)),
    "M/M/4": Queue("threadpool", "exponential(50ms)", 4, lambda rate: theory.m_m_c(rate, SERVICE_S, 4)),
    "M/D/1": Queue("blocking", "50ms", 1, lambda rate: theory.m_d_1(rate, SERVICE_S)),
}


def response_times(queue: Queue, rate: float, requests: int, warm_up_s: float) -> list[float]:
    """The mean response time of each replication, of the requests sent after the warm-up."""
    length = warm_up_s + requests / REPLICATIONS / rate
    more = f'warm_up = "{warm_up_s}s"\nsample_every = "100s"'
    scenario = told(
        poisson(rate, more="keep_alive = false"),
        route(queue.handler, f"io {queue.service}"),
        server(f"{UVLOOP}thread_limit = {queue.servers}"),
        duration=f"{length}s",
        drain="1000s",
        more=more,
    )
    means = []
    for number in range(1, REPLICATIONS + 1):
        rows = finished(scenario, seed=1, replication=number).record.requests.array()
        rows = rows[rows["sent"] >= warm_up_s * 1e9]
        assert (rows["outcome"] == Outcome.COMPLETED).all()
        means.append(float((rows["finished"] - rows["sent"]).mean()) / 1e9)
    return means


def check(name: str, utilisation: float, requests: int, within: float) -> None:
    queue = QUEUES[name]
    rate = utilisation * queue.servers / SERVICE_S
    expected = queue.theory(rate).response_time_s
    means = response_times(queue, rate, requests, warm_up_s=10_000 * SERVICE_S / queue.servers * min(1, requests / 1e6))
    mean, half = fmean(means), T_999 * stdev(means) / REPLICATIONS**0.5
    print(f"{name} at {utilisation}: {mean * 1000:.3f} ms, theory {expected * 1000:.3f} ms, +- {half * 1000:.3f} ms")
    assert mean == pytest.approx(expected, rel=within)
    assert abs(mean - expected) <= half


@pytest.mark.parametrize("name", QUEUES)
def test_a_queue_of_theory(name: str) -> None:
    check(name, 0.5, requests=100_000, within=0.03)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("utilisation", "requests", "within"), [(0.5, 1_000_000, 0.03), (0.8, 2_000_000, 0.03), (0.95, 3_000_000, 0.05)]
)
@pytest.mark.parametrize("name", QUEUES)
def test_a_queue_of_theory_at_length(name: str, utilisation: float, requests: int, within: float) -> None:
    check(name, utilisation, requests, within)


@pytest.mark.parametrize("workers", [1, 2, 4, 7])
@pytest.mark.parametrize("service", ["exponential(20ms)", "20ms", "pareto(20ms, shape=1.5)"])
def test_blocking_workers_are_the_exact_queue_to_the_nanosecond(workers: int, service: str) -> None:
    rate = 0.9 * workers / 0.022
    parts = (
        poisson(rate, more="keep_alive = false"),
        route("blocking", "cpu 1ms", f"io {service}", "cpu exponential(1ms)"),
    )
    scenario = told(*parts, server(f"{UVLOOP}workers = {workers}"), duration=f"{20_000 / rate}s", drain="10000s")
    for trace in (False, True):
        rows = finished(scenario, trace=trace).record.requests.array()
        left = departures(rows["sent"].tolist(), (rows["cpu"] + rows["io"]).tolist(), workers)
        assert rows["finished"].tolist() == left


def throughput(users: int, think: str, *more: str, keep: str = "true") -> tuple[float, float]:
    """Throughput and mean response time of a closed loop, from 20 s on."""
    rows = finished(
        told(closed(users, more=f'think_time = "{think}"\nkeep_alive = {keep}'), *more, duration="420s")
    ).record.requests.array()
    rows = rows[(rows["finished"] > 20e9)]
    return len(rows) / 400, float((rows["finished"] - rows["sent"]).mean()) / 1e9


@pytest.mark.parametrize("users", [1, 5, 21, 40])
def test_a_closed_loop_keeps_within_its_bounds_and_is_the_exact_one(users: int) -> None:
    rate, response_s = throughput(users, "exponential(1s)", route("blocking", "io exponential(50ms)"))
    bounds, exact = theory.closed_bounds(users, 1.0, (0.05,)), theory.machine_repairman(users, 1.0, 0.05)
    assert rate <= bounds.throughput_per_s * 1.03
    assert response_s >= bounds.response_time_s * 0.97
    assert rate == pytest.approx(exact.throughput_per_s, rel=0.05)
    assert response_s == pytest.approx(exact.response_time_s, rel=0.1)


def test_users_who_never_think_keep_the_workers_busy() -> None:
    rate, response_s = throughput(12, "0s", route("blocking", "io 50ms"), server(UVLOOP + "workers = 4"), keep="false")
    assert rate == pytest.approx(80, rel=0.001)
    assert response_s == pytest.approx(12 / 80, rel=0.001)


def test_little_holds_between_the_record_and_the_rows() -> None:
    scenario = told(
        poisson(15, more="keep_alive = false"), route("blocking", "io exponential(50ms)"), duration="200s", drain="100s"
    )
    system = finished(scenario)
    rows = system.record.requests.array()
    assert int(system.record.samples.column("in_flight")[-1]) == int((rows["finished"] - rows["sent"]).sum())
    assert int(system.record.samples.column("loop_queue")[-1]) == int(rows["loop_wait"].sum())
    busy = system.record.samples.workers()[-1, 0]
    assert int(busy[1]) == int(rows["io"].sum())
    assert int(busy[4]) == 0
    assert np.isclose(busy[1] / 200e9, 0.75, atol=0.05)


@pytest.mark.parametrize("handler", ["async", "threadpool", "blocking"])
@pytest.mark.parametrize("options", [{}, {"trace": True}])
def test_the_processors_time_is_that_of_the_requests(handler: str, options: dict[str, bool]) -> None:
    parts = (poisson(30), route(handler, "cpu 2ms", "io exponential(10ms)", "cpu 1ms"), server('request_cpu = "1ms"'))
    system = finished(told(*parts, duration="20s", drain="10s"), **options)
    rows = system.record.requests.array()
    assert int(system.record.samples.workers()[-1, 0, 4]) == int(rows["cpu"].sum())
