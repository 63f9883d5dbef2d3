"""Section D of what the real server does: kinds of route, tokens, the GIL and the cores."""

import pytest

from tests.model.stories import MS, burst, closed, finished, poisson, route, served, server, told

SLOW = route("blocking", "io 50ms", path="/slow")


def test_d1_async_concurrency_has_no_bound() -> None:
    rows = served(burst("0s", users=300), route("async", "io 50ms"))
    assert set(rows["finished"].tolist()) == {50 * MS}


def test_d1_async_holds_the_loop_for_cpu() -> None:
    rows = served(burst("0s", users=3), route("async", "cpu 10ms", "io 50ms", "cpu 1ms"))
    assert (rows["finished"] // MS).tolist() == [61, 71, 81]


def test_d2_a_blocking_call_stops_the_whole_worker() -> None:
    rows = served(burst("0s"), burst("1ms", "/slow"), burst("2ms", "/slow"), route("async", "io 10ms"), SLOW)
    assert rows["finished"].tolist() == [51 * MS, 51 * MS, 101 * MS]
    assert rows["loop_wait"].tolist()[0] == 41 * MS


def test_d3_a_threadpool_route_leaves_the_loop_alone() -> None:
    rows = served(
        burst("0s", users=10), burst("1ms", "/quick"), route("threadpool", "io 50ms"), route("async", path="/quick")
    )
    assert set(rows["finished"][:10].tolist()) == {50 * MS}
    assert rows["finished"][10] == 1 * MS + 1000


def test_d3_tokens_are_given_out_first_come_first_served() -> None:
    rows = served(burst("0s", users=5), route("threadpool", "io 50ms"), server("thread_limit = 2"))
    assert (rows["finished"] // MS).tolist() == [50, 50, 100, 100, 150]
    assert (rows["thread_wait"] // MS).tolist() == [0, 0, 50, 50, 100]
    assert (rows["io"] == 50 * MS).all()


def test_d3_the_default_is_forty_for_each_worker() -> None:
    rows = served(burst("0s", users=41), route("threadpool", "io 50ms"))
    assert (rows["thread_wait"] > 0).sum() == 1


def test_d3_a_token_is_given_back_when_the_loop_resumes() -> None:
    # The thread ends at 10 ms, but a blocked loop keeps its token until 55 ms.
    parts = (burst("0s", users=2), burst("5ms", "/slow"), route("threadpool", "io 10ms"), SLOW)
    rows = served(*parts, server("thread_limit = 1"))
    assert rows["finished"].tolist() == [55 * MS, 65 * MS, 55 * MS]
    assert rows["thread_wait"].tolist()[:2] == [0, 55 * MS]
    assert rows["loop_wait"].tolist()[:2] == [45 * MS, 0]


def test_d3_a_call_for_a_dependency_takes_a_token_first_and_queues_again() -> None:
    # With one token, the one without dependencies goes in between the other's two calls.
    parts = (burst("0s", "/two"), burst("0s"), route("threadpool", "io 50ms"))
    two = route("threadpool", "io 50ms", path="/two", more="thread_calls = 1")
    rows = served(*parts, two, server("thread_limit = 1"))
    assert rows["finished"].tolist() == [100 * MS, 50 * MS]
    plain = served(*parts, two.replace("thread_calls = 1", ""), server("thread_limit = 1"))
    assert plain["finished"].tolist() == [50 * MS, 100 * MS]


THREAD_CPU = route("threadpool", "cpu 20ms")


def test_d5_threads_take_turns_of_five_milliseconds_with_the_gil() -> None:
    rows = served(burst("0s", users=2), THREAD_CPU)
    # 20 ms each, in turns: the first has had its 20 after 35 ms, the second after 40; until then the loop waits, too.
    assert rows["finished"].tolist() == [40 * MS, 40 * MS]
    assert sorted(rows["loop_wait"].tolist()) == [0, 5 * MS]
    assert rows["cpu"].tolist() == [20 * MS, 20 * MS]
    assert sorted(rows["cpu_wait"].tolist()) == [15 * MS, 20 * MS]


def test_d5_a_loop_that_slept_must_win_the_gil() -> None:
    parts = (burst("0s"), burst("1ms", "/quick"), THREAD_CPU, route("async", path="/quick"))
    rows = served(*parts)
    # It waits from 1 ms to 6 ms, when the thread has to let go.
    assert rows["started"][1] == 6 * MS
    assert rows["accept_wait"][1] + rows["loop_wait"][1] == 5 * MS


def test_d5_without_a_gil_threads_run_side_by_side() -> None:
    parts = (burst("0s", users=2), burst("1ms", "/quick"), THREAD_CPU, route("async", path="/quick"))
    rows = served(*parts, server("gil = false"))
    assert rows["finished"].tolist() == [20 * MS, 20 * MS, 1 * MS + 1000]
    assert rows["cpu_wait"].tolist() == [0, 0, 0]


def test_d5_sleeping_threads_leave_the_gil_free() -> None:
    rows = served(burst("0s", users=10), route("threadpool", "io 20ms"))
    assert set(rows["finished"].tolist()) == {20 * MS}


@pytest.mark.parametrize(("cores", "finished"), [(0, 10), (2, 10), (1, 20)])
def test_d6_workers_share_the_cores(cores: int, finished: int) -> None:
    several = server(f'workers = 2\nloop = "uvloop"\ncores = {cores}')
    rows = served(burst("0s", users=2), route("async", "cpu 10ms"), several)
    assert rows["finished"].tolist() == [finished * MS] * 2
    assert rows["cpu"].tolist() == [10 * MS] * 2
    assert rows["cpu_wait"].tolist() == [(finished - 10) * MS] * 2


def test_d6_io_needs_no_core() -> None:
    several = server('workers = 2\nloop = "uvloop"\ncores = 1')
    rows = served(burst("0s", users=2), route("blocking", "io 10ms"), several)
    assert rows["finished"].tolist() == [10 * MS] * 2


def test_d6_a_share_counts_only_while_others_run() -> None:
    # Alone until 5 ms, half speed while the other has its 2 ms (4 ms long), alone again.
    several = server('workers = 2\nloop = "uvloop"\ncores = 1')
    parts = (burst("0s"), burst("5ms", "/quick"), route("async", "cpu 10ms"), route("async", "cpu 2ms", path="/quick"))
    rows = served(*parts, several)
    assert rows["finished"].tolist() == [12 * MS, 9 * MS]


def test_d6_with_the_gil_a_worker_counts_as_one() -> None:
    # One core, two threads: the one that has the GIL has the whole core; without it they share it evenly.
    rows = served(burst("0s", users=2), THREAD_CPU, server("cores = 1"))
    assert sorted(rows["cpu_wait"].tolist()) == [15 * MS, 20 * MS]
    free = served(burst("0s", users=2), THREAD_CPU, server("cores = 1\ngil = false"))
    assert free["cpu_wait"].tolist() == [20 * MS, 20 * MS]


def test_services_count_who_is_in_io_there_whatever_the_handler() -> None:
    for handler in ("async", "threadpool", "blocking"):
        text = route(handler, "io 100ms").replace('io = "100ms"', 'io = "100ms", service = "db"')
        system = finished(told(burst("0s"), text, '[[services]]\nname = "db"\n', duration="1s"))
        assert system.record.service_marks[1][0] == 100 * MS


def test_a_user_who_waits_for_nothing_goes_on_a_microsecond_later() -> None:
    rows = served(closed(1), route("async"), duration="1ms")
    assert (rows["finished"] - rows["sent"]).tolist()[:-1] == [1000] * (len(rows) - 1)
    assert len(rows) == 1000


def test_a_threads_steps_with_their_own_draws() -> None:
    rows = served(poisson(5), route("threadpool", "io exponential(10ms)", "cpu exponential(1ms)"), duration="200s")
    assert rows["io"].mean() == pytest.approx(10 * MS, rel=0.1)
    assert rows["cpu"].mean() == pytest.approx(1 * MS, rel=0.1)
