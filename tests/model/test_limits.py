"""`limit_concurrency`: MODEL.md F1 and E4."""

import numpy as np
import pytest

from simulator import theory
from simulator.model import System
from simulator.record import NEVER, Outcome
from tests.model.stories import MS, Rows, burst, change, closed, parts_add_up, poisson, route, served, server, told

S = 1000 * MS


def outcomes(rows: Rows) -> dict[str, int]:
    return {outcome.name.lower(): count for outcome in Outcome if (count := int(np.sum(rows["outcome"] == outcome)))}


def test_f1_of_n_connections_n_minus_1_work() -> None:
    rows = served(*(burst(f"{100 + i}ms") for i in range(8)), server("limit_concurrency = 5"), route("async", "io 1s"))
    assert outcomes(rows) == {"completed": 4, "rejected": 4}
    assert (rows["outcome"][:4] == Outcome.COMPLETED).all()


def test_f1_a_limit_of_1_rejects_a_lone_request() -> None:
    rows = served(burst("1s"), server("limit_concurrency = 1"), route("async", "io 1ms"))
    assert (rows["outcome"].tolist(), rows["status"].tolist()) == ([Outcome.REJECTED], [503])
    assert rows["started"].tolist() == rows["server_finished"].tolist() == [NEVER]


def test_f1_idle_connections_count() -> None:
    rows = served(burst("100ms"), burst("1s"), server("limit_concurrency = 2"), route("async", "io 1ms"))
    assert outcomes(rows) == {"completed": 1, "rejected": 1}


def test_f1_an_idle_connection_that_timed_out_counts_no_more() -> None:
    rows = served(
        burst("100ms"),
        burst("1s"),
        server('limit_concurrency = 2\ntimeout_keep_alive = "500ms"'),
        route("async", "io 1ms"),
    )
    assert outcomes(rows) == {"completed": 2}


def test_f1_it_is_a_limit_of_each_worker() -> None:
    sent = [burst(f"{100 + 10 * i}ms", name=f"c{i}") for i in range(40)]
    rows = served(*sent, server("workers = 2\nlimit_concurrency = 5"), route("async", "io 5s"), drain="9s")
    done = rows[rows["outcome"] == Outcome.COMPLETED]
    assert np.bincount(done["worker"]).tolist() == [0, 4, 4]


def test_f1_tasks_behind_an_answer_count() -> None:
    background = 'background = [{ io = "3s" }]\nbackground_handler = "async"'
    rows = served(
        *(burst(f"{100 + i}ms", more="keep_alive = false") for i in range(6)),
        server("limit_concurrency = 4"),
        route("async", more=background),
    )
    assert outcomes(rows) == {"completed": 4, "rejected": 2}


def test_f1_orphan_work_counts_as_a_task_though_its_connection_is_gone() -> None:
    rows = served(
        *(burst(f"{100 + 20 * i}ms", more='timeout = "10ms"') for i in range(3)),
        burst("500ms"),
        server("limit_concurrency = 3"),
        route("async", "io 2s"),
    )
    assert rows["outcome"].tolist()[-1] == Outcome.REJECTED


def test_f1_a_client_that_hung_up_counts_only_with_what_it_left_behind() -> None:
    rows = served(
        burst("100ms", "/long", more='timeout = "10ms"\nnetwork = "1ms"'),
        burst("105ms", "/long"),
        burst("107ms"),
        burst("200ms"),
        server("limit_concurrency = 3"),
        route("async", "io 50ms"),
        route("async", "io 9s", path="/long"),
    )
    assert [Outcome(outcome).name for outcome in rows["outcome"]] == ["TIMED_OUT", "COMPLETED", "REJECTED", "COMPLETED"]


def test_f1_a_blocked_loop_rejects_late_and_the_whole_batch() -> None:
    """All of a batch are connected before the first of their requests is looked at (c08b)."""
    rows = served(burst("0s"), burst("10ms", users=6), server("limit_concurrency = 6"), route("blocking", "io 500ms"))
    late = rows[1:]
    assert outcomes(late) == {"rejected": 6}
    assert (late["finished"] - late["sent"] == 490 * MS).all()


def test_f1_a_rejected_request_costs_both_halves_of_request_cpu() -> None:
    rows = served(burst("1s"), server('limit_concurrency = 1\nrequest_cpu = "3ms"'), route("async", "cpu 50ms"))
    assert rows["cpu"].tolist() == [3 * MS]
    assert parts_add_up(rows, 10 * S)


def test_e4_a_503_closes_its_connection() -> None:
    """A user who is rejected comes back on a new connection; one who is answered keeps it."""
    rows = served(
        closed(2, more='think_time = "100ms"\nramp = "10ms"'),
        server("limit_concurrency = 2"),
        route("async", "io 1ms"),
        duration="1s",
    )
    rejected = rows["outcome"] == Outcome.REJECTED
    assert 0 < np.count_nonzero(rejected) < len(rows)
    assert (rows["accepted"][rejected] != NEVER).all()


def test_e4_the_connection_of_a_503_counts_no_more() -> None:
    rows = served(
        burst("100ms", more="keep_alive = false"),
        burst("150ms"),
        burst("300ms"),
        server("limit_concurrency = 2"),
        route("async", "io 100ms"),
    )
    assert rows["outcome"].tolist() == [Outcome.COMPLETED, Outcome.REJECTED, Outcome.COMPLETED]


def test_e4_a_500_closes_its_connection() -> None:
    rows = served(
        closed(1, more='think_time = "100ms"'), route("async", "io 1ms", more="failure_rate = 1.0"), duration="1s"
    )
    assert len(rows) > 5
    assert (rows["accepted"][rows["outcome"] == Outcome.FAILED] != NEVER).all()


def test_f1_the_limit_is_live() -> None:
    rows = served(
        poisson(20, more="keep_alive = false"),
        server("limit_concurrency = 1"),
        route("async", "io 1ms"),
        change("5s", "server.limit_concurrency", "0"),
    )
    before = rows["sent"] < 5 * S
    assert outcomes(rows[before]).keys() == {"rejected"}
    assert outcomes(rows[~before]).keys() == {"completed"}


@pytest.mark.parametrize(("limit", "load"), [(6, 8.0), (11, 12.0)])
def test_f1_is_an_m_m_c_loss_system(limit: int, load: float) -> None:
    """N - 1 work at once and nobody waits: Erlang B, also for service times of any other shape."""
    scenario = told(
        poisson(load / 0.1, more="keep_alive = false"),
        server(f"limit_concurrency = {limit}"),
        route("async", "io exponential(100ms)"),
        duration="900s",
    )
    system = System(scenario, seed=1)
    system.finish()
    rejected = np.mean(system.record.requests.array()["outcome"] == Outcome.REJECTED)
    assert rejected == pytest.approx(theory.erlang_b(load, limit - 1), rel=0.02)
