"""How worker processes end and are replaced: MODEL.md F2, F4, F5, crashes, and +1/-1 worker."""

import numpy as np
import pytest

from simulator.model import System
from simulator.record import NEVER, WORKER_COLUMNS, Outcome
from tests.model.stories import (
    MS,
    Rows,
    burst,
    change,
    closed,
    finished,
    parts_add_up,
    poisson,
    route,
    served,
    server,
    told,
)

S = 1000 * MS
ASYNC = route("async", "io 10ms")


def fault(at: str, kind: str, target: str) -> str:
    """A fault of the server's."""
    return f'[[faults]]\nat = "{at}"\nkind = "{kind}"\ntarget = "{target}"\n'


def count(rows: Rows, outcome: Outcome) -> int:
    return int(np.count_nonzero(rows["outcome"] == outcome))


def steady(rate: int = 100, more: str = "keep_alive = false") -> str:
    return f'[[clients]]\nname = "steady"\narrivals = "constant"\nrate = {rate}\n{more}\n'


# F2


def test_f2_a_single_worker_ends_the_server() -> None:
    """Looked at every 0.1 s: what comes in that time is served beyond the limit; then nobody listens for ever."""
    rows = served(steady(100), server("limit_max_requests = 60"), ASYNC)
    assert 60 <= count(rows, Outcome.COMPLETED) <= 71
    assert count(rows, Outcome.REFUSED) == len(rows) - count(rows, Outcome.COMPLETED)
    assert (rows["finished"] - rows["sent"])[-1] == 140_000


def test_f2_the_limit_is_looked_at_every_100_ms() -> None:
    rows = served(burst("10ms", users=3), burst("99ms"), burst("101ms"), server("limit_max_requests = 2"), ASYNC)
    assert [Outcome(outcome).name for outcome in rows["outcome"]] == ["COMPLETED"] * 4 + ["REFUSED"]


def test_f2_a_blocked_loop_looks_late() -> None:
    rows = served(
        burst("10ms"),
        burst("50ms", "/long"),
        burst("900ms"),
        server("limit_max_requests = 1"),
        route("async"),
        route("blocking", "io 1s", path="/long"),
    )
    assert count(rows, Outcome.REFUSED) == 0
    assert count(rows, Outcome.FAILED) == 1, "it was in the accept queue of a socket that was closed"


def test_f2_the_parent_replaces_a_worker_in_steps_of_half_a_second_after_start_up() -> None:
    system = finished(
        told(steady(100), server('workers = 2\nlimit_max_requests = 60\nstart_up = "200ms"'), ASYNC, duration="20s")
    )
    rows = system.record.requests.array()
    later = rows[(rows["sent"] > 300 * MS) & (rows["outcome"] != Outcome.UNFINISHED)]
    assert (later["outcome"] == Outcome.COMPLETED).all()
    assert system.pool.restarts > 10
    began = sorted({worker.born for worker in system.pool.processes if worker.born})
    assert all(born % (500 * MS) == 0 for born in began)


def test_f2_connections_wait_at_the_shared_socket_while_no_worker_lives() -> None:
    rows = served(
        burst("10ms", users=40, more="keep_alive = false"),
        burst("20ms", users=40, more="keep_alive = false"),
        burst("300ms"),
        server('workers = 2\nlimit_max_requests = 5\nburst_window = "0ms"\nloop = "uvloop"\nstart_up = "0s"'),
        route("async"),
    )
    last = rows[-1]
    assert last["outcome"] == Outcome.COMPLETED
    assert last["accept_wait"] == 200 * MS


def test_f2_jitter_is_drawn_once_for_each_process() -> None:
    def served_by(jitter: int) -> list[int]:
        system = finished(
            told(
                steady(1000),
                server(f"workers = 8\nlimit_max_requests = 50\nlimit_max_requests_jitter = {jitter}"),
                route("async"),
                duration="1500ms",
            )
        )
        first = [worker for worker in system.pool.processes if worker.born == 0]
        return [worker.state.limit_max_requests for worker in first if worker.state is not None]

    assert set(served_by(0)) <= {50}
    drawn = served_by(1000)
    assert len(set(drawn)) > len(drawn) // 2
    assert all(50 <= most <= 1050 for most in drawn)


def test_f2_503s_count_as_requests() -> None:
    rows = served(steady(100), server("limit_max_requests = 20\nlimit_concurrency = 1"), ASYNC)
    assert 20 <= count(rows, Outcome.REJECTED) <= 31
    assert count(rows, Outcome.REFUSED) > 0


# F4


def leaving(*parts: str, more: str = "", **options: str) -> Rows:
    """A single worker that has served its only request by 0.1 s, and shuts down."""
    return served(burst("10ms", "/first"), *parts, server(f"limit_max_requests = 1\n{more}"), **options)


FIRST = route("async", path="/first")


def test_f4_what_a_leaving_process_has_is_finished() -> None:
    rows = leaving(burst("50ms"), burst("200ms"), FIRST, route("async", "io 2s"))
    assert [Outcome(outcome).name for outcome in rows["outcome"]] == ["COMPLETED", "COMPLETED", "REFUSED"]


def test_f4_a_shutdown_waits_in_steps_of_100_ms() -> None:
    system = finished(
        told(burst("10ms"), burst("50ms", "/long"), server("limit_max_requests = 1"), route("async"),
             route("async", "io 2s", path="/long"), drain="9s")
    )  # fmt: skip
    assert [worker.died for worker in system.pool.processes] == [2100 * MS]


def test_f4_idle_connections_are_closed_and_their_users_come_on_new_ones() -> None:
    """What is sent on a connection that was just closed is sent again at once, and is no retry."""
    rows = served(
        closed(20, more='think_time = "50ms"\nnetwork = "1ms"'),
        server("workers = 2\nlimit_max_requests = 100"),
        ASYNC,
        duration="10s",
    )
    assert set(np.unique(rows["outcome"])) <= {Outcome.COMPLETED, Outcome.UNFINISHED}
    assert np.count_nonzero(rows["accepted"] != NEVER) > 40
    assert (rows["attempt"] == 1).all()


def test_f4_after_timeout_graceful_shutdown_tasks_are_cancelled_with_a_500() -> None:
    rows = leaving(burst("50ms"), FIRST, route("async", "io 5s"), more='timeout_graceful_shutdown = "1s"')
    assert (rows["outcome"][1], rows["status"][1]) == (Outcome.FAILED, 500)
    assert rows["finished"][1] == 1100 * MS
    assert rows["io"][1] == 1050 * MS
    assert rows["server_finished"][1] == NEVER


def test_f4_without_that_time_out_it_waits_without_bound() -> None:
    rows = leaving(burst("50ms"), FIRST, route("async", "io 50s"), drain="60s")
    assert rows["outcome"].tolist() == [Outcome.COMPLETED] * 2


def test_f4_connections_in_the_queue_of_a_single_worker_are_reset() -> None:
    rows = served(
        burst("10ms"), burst("90ms"), burst("120ms"), server("limit_max_requests = 1"), route("blocking", "io 50ms")
    )
    assert [Outcome(outcome).name for outcome in rows["outcome"]] == ["COMPLETED", "COMPLETED", "FAILED"]
    assert (rows["status"][2], rows["worker"][2]) == (0, 0)


# F5 and live +1/-1


@pytest.mark.parametrize("workers", [1, 3])
def test_f5_a_rolling_restart_loses_nothing(workers: int) -> None:
    scenario = told(
        closed(10, more='think_time = "10ms"'),
        server(f'workers = {workers}\nstart_up = "300ms"'),
        ASYNC,
        fault("2s", "restart", "server"),
        duration="6s",
    )
    system = finished(scenario)
    rows = system.record.requests.array()
    assert set(np.unique(rows["outcome"][rows["sent"] > 400 * MS])) <= {Outcome.COMPLETED, Outcome.UNFINISHED}
    assert system.pool.restarts == workers


def old_processes(system: System) -> list[tuple[int, bool]]:
    """Of those told to go: the connections they think they have, and whether they went."""
    gone = [worker for worker in system.pool.processes if worker.is_leaving]
    return [(worker.state.connections, worker.died >= 0) for worker in gone if worker.state is not None]


def test_f4_a_connection_used_again_in_the_instant_of_its_answer_is_one_connection() -> None:
    scenario = told(
        closed(2, more='think_time = "2ms"\nmax_connections = 1'),
        route("async", "cpu 1ms"),
        fault("1s", "restart", "server"),
        duration="3s",
    )
    assert old_processes(finished(scenario)) == [(0, True)]


def test_f4_a_connection_that_is_used_and_used_again_in_one_instant_is_one_connection() -> None:
    scenario = told(
        poisson(20).replace("poisson", "constant"),
        server("workers = 2\nlimit_max_requests = 1"),
        route("async"),
        duration="1s",
    )
    assert {connections for connections, _ in old_processes(finished(scenario))} == {0}


def test_f4_what_was_left_behind_on_a_kept_connection_ends_it_once() -> None:
    scenario = told(
        poisson(150, more='network = "gamma(4ms, cv=1)"\ntimeout = "12ms"'),
        route("async"),
        fault("1s", "restart", "server"),
        duration="3s",
    )
    assert old_processes(finished(scenario)) == [(0, True)]


def test_f5_the_new_worker_is_ready_before_the_old_one_goes_one_after_another() -> None:
    scenario = told(poisson(50), server('workers = 2\nstart_up = "300ms"'), ASYNC, fault("2s", "restart", "server"))
    system = finished(scenario)
    assert [(worker.number, worker.born) for worker in system.pool.processes if not worker.is_leaving] == [
        (1, 2 * S), (2, 2400 * MS)
    ]  # fmt: skip


def test_f5_a_worker_less_finishes_what_it_has_and_a_worker_more_takes_its_share() -> None:
    rows = served(
        poisson(100, more="keep_alive = false"),
        server("workers = 1"),
        ASYNC,
        change("3s", "server.workers", "2"),
        change("6s", "server.workers", "1"),
        drain="1s",
    )
    assert (rows["outcome"] == Outcome.COMPLETED).all()
    second = rows["accepted"][rows["worker"] == 2]
    assert len(second) > 100
    assert second.min() >= 3 * S
    assert second.max() <= 6 * S


# Crashes


def test_a_crash_loses_what_the_worker_had() -> None:
    rows = served(
        burst("100ms", users=5, more='network = "1ms"'),
        server("workers = 2"),
        route("async", "io 2s"),
        fault("1s", "crash", "worker:1"),
        fault("1s", "crash", "worker:2"),
    )
    assert rows["outcome"].tolist() == [Outcome.FAILED] * 5
    assert rows["status"].tolist() == [0] * 5
    assert rows["finished"].tolist() == [1001 * MS] * 5
    assert parts_add_up(rows, 10 * S)


def test_a_crashed_worker_is_replaced_when_the_parent_looks() -> None:
    system = finished(
        told(steady(50), server('workers = 2\nstart_up = "100ms"'), ASYNC, fault("1200ms", "crash", "worker:2"))
    )
    assert system.pool.restarts == 1
    assert [(worker.number, worker.born) for worker in system.pool.processes if worker.born] == [(2, 1500 * MS)]


def test_a_crash_of_the_only_worker_ends_the_server() -> None:
    rows = served(steady(50), ASYNC, fault("1200ms", "crash", "worker:1"))
    late = rows[rows["sent"] > 1200 * MS]
    assert len(late) > 100
    assert (late["outcome"] == Outcome.REFUSED).all()


@pytest.mark.parametrize("handler", ["async", "threadpool", "blocking"])
def test_a_crash_leaves_nothing_behind(handler: str) -> None:
    """Tokens, places in a service and cores are free again; everybody's time adds up."""
    scenario = told(
        poisson(130, more='keep_alive = false\nnetwork = "1ms"\ntimeout = "90ms"\nretries = 1'),
        server("workers = 3\nthread_limit = 2\ncores = 2"),
        route(handler, "cpu 1ms", more="").replace(
            "steps = [", 'steps = [ { io = "exponential(10ms)", service = "database" },'
        ),
        '[[services]]\nname = "database"\npool_size = 1\nmax_overflow = 1\nconcurrency = 3\n',
        *(fault(f"{1000 + 437 * i}ms", "crash", f"worker:{1 + i % 3}") for i in range(18)),
        duration="9s",
        drain="2s",
    )
    system = finished(scenario, trace=True)
    system.env.run(until=20 * S)  # what was left behind
    rows = system.record.requests.array()
    assert count(rows, Outcome.FAILED) > 3
    assert parts_add_up(rows, system.record.end_ns)
    live = [worker for worker in system.pool.processes if worker.died < 0]
    assert len(live) == 3
    assert all(
        not worker.threads.taken and not worker.ready and worker.state and not worker.state.tasks for worker in live
    )
    assert system.services["database"].requests == 0


def test_thousands_of_restarts_between_two_samples_are_no_more_than_a_sum() -> None:
    faults = "".join(fault(f"{at}ms", "restart", "server") for at in range(3000))
    system = finished(told(poisson(5), route("async", "io 1ms"), faults, duration="3s", more='sample_every = "3s"'))
    assert system.pool.restarts == 3000
    alive = system.record.samples.workers()[-1, 0, WORKER_COLUMNS.index("alive")]
    # Each lives on for the tenth of a second in which its shutdown sees that nothing is left, but for the last ones.
    assert alive / 1e9 == pytest.approx(3000 * 0.1 + 3, rel=0.05)
