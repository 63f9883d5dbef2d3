"""Processor time: the GIL of a worker, the cores of all, and when the server's own work is hot (D5, D6)."""

import numpy as np
import pytest

from simulator.record import Outcome
from tests.model.stories import MS, burst, closed, poisson, route, served, server


def test_d5_threads_of_one_worker_have_one_core_together() -> None:
    rows = served(closed(8), route("threadpool", "cpu 20ms"))
    done = rows[rows["outcome"] == Outcome.COMPLETED]
    assert 490 <= len(done) <= 500
    free = served(closed(8), server("gil = false"), route("threadpool", "cpu 20ms"))
    assert np.count_nonzero(free["outcome"] == Outcome.COMPLETED) == pytest.approx(8 * len(done), rel=0.02)


def test_d5_the_gil_changes_hands_every_5_ms() -> None:
    rows = served(burst("0s", users=2), route("threadpool", "cpu 12ms"))
    # 5 5 5 5 2 2: the first has waited for 10 ms of the other's, the second for 12.
    assert sorted((rows["cpu_wait"] / MS).tolist()) == [10, 12]


@pytest.mark.parametrize("threads", [1, 4])
def test_d5_a_loop_that_slept_wins_the_gil_again_among_the_threads_that_compute(threads: int) -> None:
    rows = served(
        burst("0s", users=threads),
        poisson(20, '"/b" = 1', name="probe", more="keep_alive = true"),
        route("threadpool", "cpu 60s"),
        route("async", path="/b"),
        duration="60s",
    )
    probe = rows[(rows["client"] == 1) & (rows["outcome"] == Outcome.COMPLETED)]
    # On waking it waits for the rest of a slice, then is one of `threads` that wait; to send it gives way once more.
    mean_ms = (probe["finished"] - probe["sent"]).mean() / MS
    assert 0.6 * 2 * (2.5 + 5 * (threads - 1)) < mean_ms < 1.6 * 2 * (2.5 + 5 * (threads - 1)) + 3


def test_d5_without_the_gil_the_loop_does_not_wait_for_threads() -> None:
    rows = served(
        burst("0s", users=4),
        poisson(20, '"/b" = 1', name="probe"),
        server("gil = false"),
        route("threadpool", "cpu 60s"),
        route("async", path="/b"),
    )
    probe = rows[rows["client"] == 1]
    assert (probe["finished"] - probe["sent"]).max() == 1000


def test_d6_more_workers_than_cores_share_them_while_io_is_unaffected() -> None:
    busy = served(
        closed(4, more='ramp = "40ms"\nkeep_alive = false'),
        server("workers = 4\ncores = 2"),
        route("blocking", "cpu 10ms"),
    )
    done = busy[busy["outcome"] == Outcome.COMPLETED]
    assert len(done) == pytest.approx(2000, rel=0.02)
    waiting = served(
        closed(4, more='ramp = "40ms"\nkeep_alive = false'),
        server("workers = 4\ncores = 2"),
        route("blocking", "io 10ms"),
    )
    assert np.count_nonzero(waiting["outcome"] == Outcome.COMPLETED) == pytest.approx(4000, rel=0.02)


COSTS = 'request_cpu = "1ms"\nhot_cpu_factor = 0.5\n'


def cpu_ms(rows: np.ndarray) -> list[float]:
    return (rows["cpu"] / MS).tolist()


def test_hot_from_the_first_answer_until_the_poll_sleeps() -> None:
    rows = served(burst("0s", users=3), burst("1s", name="later"), server(COSTS), route("async"))
    assert cpu_ms(rows)[0] == 1.0
    assert cpu_ms(rows)[1:3] == [0.5, 0.5]
    assert cpu_ms(rows)[3] == 1.0


@pytest.mark.parametrize("workers", [1, 2])
def test_a_handler_that_blocks_in_io_is_never_hot(workers: int) -> None:
    rows = served(burst("0s", users=3), server(f"{COSTS}workers = {workers}"), route("blocking", "io 10ms"))
    assert cpu_ms(rows) == [1.0, 1.0, 1.0]


def test_a_worker_whose_core_others_use_too_has_left_the_processor() -> None:
    """c10c: with four workers on two cores hardly any request is a hot one."""
    shared = 'ramp = "3ms"\nkeep_alive = false'
    rows = served(closed(10, more=shared), server("workers = 4\ncores = 2\n" + COSTS), route("async", "cpu 5ms"))
    alone = served(closed(10, more=shared), server("workers = 4\ncores = 4\n" + COSTS), route("async", "cpu 5ms"))
    means = [r["cpu"][r["outcome"] == Outcome.COMPLETED].mean() / MS for r in (rows, alone)]
    assert means[0] > 5.7
    assert means[1] < 5.6
