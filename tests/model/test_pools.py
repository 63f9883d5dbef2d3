"""Pools of connections in each worker (G2), services that work on so many requests at once, and their faults."""

import numpy as np
import pytest

from simulator import theory
from simulator.record import Outcome, Stage
from simulator.statistics import summarised, tallied
from tests.model.stories import MS, burst, change, closed, finished, parts_add_up, poisson, route, served, server, told


def service(more: str) -> str:
    return f'[[services]]\nname = "database"\n{more}\n'


def query(handler: str = "async", time: str = "100ms", *, path: str = "/a", then: str = "", more: str = "") -> str:
    steps = f'{{ io = "{time}", service = "database" }}' + (f", {then}" if then else "")
    return f'[[routes]]\npath = "{path}"\nhandler = "{handler}"\nsteps = [{steps}]\n{more}\n'


def fault(kind: str, at: str, lasting: str, more: str = "") -> str:
    return f'[[faults]]\nat = "{at}"\nfor = "{lasting}"\nkind = "{kind}"\ntarget = "database"\n{more}\n'


@pytest.mark.parametrize("handler", ["async", "threadpool"])
def test_g2_who_finds_no_connection_waits_in_order_of_arrival(handler: str) -> None:
    rows = served(burst("0s", users=5), service("pool_size = 1\nmax_overflow = 1"), query(handler))
    assert rows["finished"].tolist() == [100 * MS, 100 * MS, 200 * MS, 200 * MS, 300 * MS]
    assert rows["pool_wait"].tolist() == [0, 0, 100 * MS, 100 * MS, 200 * MS]
    assert parts_add_up(rows, 10_000 * MS)


def test_g2_every_worker_has_a_pool_of_its_own() -> None:
    rows = served(
        closed(4, more='ramp = "80ms"\nkeep_alive = false'),
        server("workers = 2"),
        service("pool_size = 1\nmax_overflow = 0"),
        query("blocking"),
    )
    assert {1, 2} <= set(rows["worker"].tolist())
    assert (rows["pool_wait"] == 0).all()  # a worker that blocks has one request at a time


def test_g2_a_wait_longer_than_the_timeout_is_a_500() -> None:
    pool = service('pool_size = 1\nmax_overflow = 0\npool_timeout = "150ms"')
    rows = served(burst("0s", users=4), pool, query())
    assert rows["outcome"].tolist() == [Outcome.COMPLETED] * 2 + [Outcome.FAILED] * 2
    assert rows["finished"].tolist() == [100 * MS, 200 * MS, 150 * MS, 150 * MS]
    assert rows["status"].tolist() == [200, 200, 500, 500]


def test_g2_threads_that_wait_for_a_connection_keep_their_tokens() -> None:
    rows = served(
        burst("0s", users=4),
        burst("10ms", "/b", name="other"),
        server("thread_limit = 4"),
        service("pool_size = 1\nmax_overflow = 0"),
        query("threadpool"),
        route("threadpool", "io 1ms", path="/b"),
    )
    assert rows["thread_wait"][4] == 90 * MS


def test_g2_a_connection_held_for_the_request_comes_back_with_the_answer() -> None:
    pool = "pool_size = 1\nmax_overflow = 0"
    step = served(burst("0s", users=2), service(pool), query(then='{ io = "50ms" }'))
    whole = served(burst("0s", users=2), service(pool + '\nhold = "request"'), query(then='{ io = "50ms" }'))
    assert step["finished"].tolist() == [150 * MS, 250 * MS]
    assert whole["finished"].tolist() == [150 * MS, 300 * MS]


def test_d2_a_blocking_handler_holds_its_loop_while_it_waits_for_a_connection() -> None:
    scenario = told(
        burst("0s", "/b"),
        burst("10ms", name="blocks"),
        burst("20ms", "/c", name="other"),
        service('pool_size = 1\nmax_overflow = 0\npool_timeout = "1s"'),
        query("blocking"),
        query("async", path="/b"),
        route("async", path="/c"),
    )
    system = finished(scenario, trace=True)
    rows = system.record.requests.array()
    # The async request has its answer from the database, but its loop is blocked by who waits for its connection.
    assert rows["outcome"].tolist() == [Outcome.COMPLETED, Outcome.FAILED, Outcome.COMPLETED]
    assert rows["finished"].tolist() == [1010 * MS] * 3
    assert rows["pool_wait"][1] == 1000 * MS
    assert system.trace is not None
    moment = system.trace.at(500 * MS)
    assert moment.stage[1] == Stage.POOL_QUEUE
    assert moment.holds_loop[1]
    assert moment.places[moment.place[1]] == "worker:1/pool:database"


def test_a_service_works_on_so_many_at_once_for_all_workers_together() -> None:
    rows = served(
        closed(4, more='ramp = "40ms"\nkeep_alive = false'),
        server("workers = 4"),
        service("concurrency = 1"),
        query("blocking"),
        duration="2s",
    )
    done = rows[rows["outcome"] == Outcome.COMPLETED]
    assert set(rows["worker"].tolist()) == {1, 2, 3, 4}
    assert np.diff(np.sort(done["finished"])).tolist() == [100 * MS] * (len(done) - 1)
    assert (done["service_wait"][4:] == 300 * MS).all()


def test_a_pool_that_grows_serves_who_waits_and_one_that_shrinks_lets_go() -> None:
    rows = served(
        burst("0s", users=5),
        service("pool_size = 1\nmax_overflow = 0"),
        change("50ms", "services[database].pool_size", "3"),
        change("60ms", "services[database].pool_size", "1"),
        query(),
    )
    assert rows["finished"].tolist() == [100 * MS, 150 * MS, 150 * MS, 250 * MS, 350 * MS]


def test_a_slow_service_takes_so_many_times_longer_for_what_begins_meanwhile() -> None:
    rows = served(
        burst("0s"), burst("60ms", name="b"), burst("160ms", name="c"),
        service(""), fault("slow", "50ms", "100ms", "factor = 3.0"), query(),
    )  # fmt: skip
    assert (rows["finished"] - rows["sent"]).tolist() == [100 * MS, 300 * MS, 100 * MS]
    assert rows["io"].tolist() == [100 * MS, 300 * MS, 100 * MS]


@pytest.mark.parametrize("handler", ["async", "threadpool", "blocking"])
def test_a_service_that_is_down_fails_at_once(handler: str) -> None:
    rows = served(burst("60ms"), burst("160ms", name="b"), service(""), fault("down", "50ms", "100ms"), query(handler))
    assert rows["status"].tolist() == [500, 200]
    assert (rows["finished"] - rows["sent"])[0] == 1000  # at once: the shortest there is
    assert (rows["finished"] - rows["sent"])[1] == 100 * MS


@pytest.mark.parametrize("handler", ["async", "threadpool", "blocking"])
def test_a_service_that_hangs_answers_when_the_fault_ends(handler: str) -> None:
    rows = served(burst("0s"), burst("400ms", name="b"), service(""), fault("hang", "50ms", "200ms"), query(handler))
    assert rows["finished"].tolist() == [250 * MS, 500 * MS]
    assert rows["io"].tolist() == [250 * MS, 100 * MS]


def test_who_waits_for_a_place_fails_when_the_service_goes_down() -> None:
    rows = served(burst("0s", users=3), service("concurrency = 1"), fault("down", "50ms", "10ms"), query("blocking"))
    assert rows["outcome"].tolist() == [Outcome.COMPLETED] * 3  # one worker that blocks asks one at a time
    rows = served(burst("0s", users=3), service("concurrency = 1"), fault("down", "50ms", "10ms"), query())
    assert rows["outcome"].tolist() == [Outcome.COMPLETED, Outcome.FAILED, Outcome.FAILED]
    assert rows["finished"].tolist() == [100 * MS, 50 * MS, 50 * MS]
    assert rows["service_wait"].tolist() == [0, 50 * MS, 50 * MS]


def test_the_summary_says_how_far_pools_and_services_are_used() -> None:
    scenario = told(closed(4), service("pool_size = 2\nmax_overflow = 0\nconcurrency = 4"), query(), duration="10s")
    system = finished(scenario)
    summary = summarised(system.record, tallied(system.record))
    assert summary.workers[0].pools == {"database": pytest.approx(1.0, abs=0.001)}
    assert summary.services["database"].utilisation == pytest.approx(0.5, abs=0.001)
    assert summary.parts_s["pool_wait"] == pytest.approx(0.1, abs=0.005)
    samples = system.record.samples
    assert np.diff(samples.column("pool_queue"))[-1] / 1e9 == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("rate", "size", "duration_s", "within"),
    [
        (16.0, 1, 4_000, 0.03),
        (80.0, 5, 4_000, 0.05),
        pytest.param(16.0, 1, 40_000, 0.025, marks=pytest.mark.slow),
        pytest.param(80.0, 5, 20_000, 0.025, marks=pytest.mark.slow),
    ],
)
def test_a_pool_is_an_m_m_c_queue(rate: float, size: int, duration_s: int, within: float) -> None:
    scenario = told(
        poisson(rate, more="keep_alive = false"),
        service(f'pool_size = {size}\nmax_overflow = 0\npool_timeout = "1h"'),
        query(time="exponential(50ms)"),
        duration=f"{duration_s}s",
        more='sample_every = "100s"',
    )
    rows = finished(scenario).record.requests.array()
    done = rows[rows["outcome"] == Outcome.COMPLETED]
    expected = theory.m_m_c(rate, 0.05, size)
    assert done["pool_wait"].mean() / 1e9 == pytest.approx(expected.waiting_time_s, rel=within)
    assert (done["finished"] - done["sent"]).mean() / 1e9 == pytest.approx(expected.response_time_s, rel=0.03)


@pytest.mark.parametrize("users", [1, 2, 5, 20, 60])
def test_a_closed_loop_lies_within_its_asymptotic_bounds(users: int) -> None:
    """Muntz and Wong 1974: N / (N D + Z) <= X <= min(N / (D + Z), 1 / D)."""
    think, demand = 0.3, 0.025
    scenario = told(
        closed(users, more='think_time = "exponential(300ms)"'),
        service("concurrency = 1"),
        query(time="exponential(25ms)"),
        duration="400s",
    )
    rows = finished(scenario).record.requests.array()
    throughput = np.count_nonzero(rows["outcome"] == Outcome.COMPLETED) / 400
    highest = min(users / (demand + think), 1 / demand)
    assert users / (users * demand + think) * 0.97 <= throughput <= highest * 1.03
    if users in (1, 60):
        assert throughput == pytest.approx(highest, rel=0.03)
