"""Sections A and B of what the real server does: the listening socket, and who gets a connection."""

import numpy as np
import pytest

from simulator.record import NEVER, Outcome
from tests.model.stories import MS, burst, closed, finished, poisson, route, served, server, told

BLOCKING = route("blocking", "io 50ms")


def test_a1_one_queue_serves_all_workers() -> None:
    rows = served(burst("1s", users=5), BLOCKING, server('workers = 2\nloop = "uvloop"'))
    assert (rows["finished"] // MS).tolist() == [1050, 1050, 1100, 1100, 1150]
    assert np.bincount(rows["worker"]).tolist() in ([0, 3, 2], [0, 2, 3])


def test_a3_a_waiting_connection_is_connected_and_has_sent_its_bytes() -> None:
    rows = served(burst("1s", users=2, more='network = "10ms"'), BLOCKING)
    # SYN, SYN-ACK, request and response, whether the connection waits or not.
    assert rows["network"].tolist() == [40 * MS, 40 * MS]
    assert rows["accept_wait"].tolist() == [0, 0]  # asyncio took both at once
    assert rows["loop_wait"].tolist() == [0, 50 * MS]


def test_a3_the_accept_wait_begins_when_the_bytes_are_there() -> None:
    rows = served(burst("1s", users=2, more='network = "10ms"'), BLOCKING, server('loop = "uvloop"'))
    assert (rows["accepted"] // MS).tolist() == [1030, 1080]
    assert rows["accept_wait"].tolist() == [0, 50 * MS]


def test_a6_a_request_on_a_kept_connection_waits_at_its_worker() -> None:
    rows = served(
        closed(1), burst("60ms", "/slow"), BLOCKING, route("blocking", "io 500ms", path="/slow"), duration="1s"
    )
    first = rows[rows["client"] == 0]
    assert first["accepted"].tolist()[0] == 0
    assert set(first["accepted"].tolist()[1:]) == {NEVER}
    assert first["accept_wait"].sum() == 0
    assert first["loop_wait"].max() > 400 * MS


def test_a6_its_worker_alone_serves_it_though_another_is_idle() -> None:
    parts = (closed(1), burst("10ms", users=9), BLOCKING, route("async", path="/idle"))
    rows = served(*parts, server('workers = 2\nloop = "uvloop"'), duration="2s")
    mine = rows[rows["client"] == 0]
    assert len(set(mine["worker"].tolist())) == 1


def test_a_nobody_listens_before_the_first_worker_has_started() -> None:
    rows = served(burst("1ms"), burst("300ms"), BLOCKING, server('start_up = "200ms"'))
    assert rows["outcome"].tolist() == [Outcome.REFUSED, Outcome.COMPLETED]
    assert rows["finished"].tolist() == [1 * MS + 140_000, 350 * MS]
    assert rows["network"].tolist() == [140_000, 0]


def test_b1_the_worker_that_gets_free_takes_the_whole_queue() -> None:
    slow, quick = route("blocking", "io 200ms", path="/slow"), route("blocking", "io 100ms", path="/quick")
    # More than the three iterations that the first of them needs: one an iteration would leave some behind.
    waiting = burst("50ms", users=8)
    rows = served(burst("0s", "/slow"), burst("5ms", "/quick"), waiting, BLOCKING, slow, quick, server("workers = 2"))
    late = rows[rows["client"] == 2]
    assert set(late["worker"].tolist()) == {int(rows["worker"][1])}
    assert late["accepted"].tolist() == [105 * MS] * 8
    # The other is free again at 200 ms, and idle, while most of them still wait.
    assert (late["finished"] // MS).tolist() == [155 + 50 * i for i in range(8)]


def test_b2_any_idle_worker_wins_a_lone_connection() -> None:
    rows = served(
        poisson(20, more="keep_alive = false"), route("async", "io 1ms"), server("workers = 4"), duration="100s"
    )
    counts = np.bincount(rows["worker"], minlength=5)[1:]
    expected = len(rows) / 4
    # 99.9 % of chi square with 3 degrees of freedom.
    assert float(((counts - expected) ** 2 / expected).sum()) < 16.27


def test_b2_who_wins_is_chance_and_no_turn() -> None:
    rows = served(poisson(20, more="keep_alive = false"), route("async"), server("workers = 4"), duration="100s")
    is_again = rows["worker"][1:] == rows["worker"][:-1]
    assert 0.2 < is_again.mean() < 0.3


def test_b3_a_blocked_worker_takes_no_part() -> None:
    slow = route("blocking", "io 1s", path="/slow")
    rows = served(
        burst("0s", "/slow"),
        poisson(20, more="keep_alive = false"),
        route("async"),
        slow,
        server("workers = 2"),
        duration="1s",
    )
    slow_worker = int(rows["worker"][rows["client"] == 0][0])
    others = rows["worker"][rows["client"] == 1]
    assert len(others) > 10
    assert slow_worker not in others


def test_b4_a_burst_goes_to_one_worker() -> None:
    spread = [burst(f"{100 * i}us", name=f"user {i}") for i in range(10)]
    rows = served(*spread, route("async", "io 20ms"), server("workers = 4"))
    assert len(set(rows["worker"].tolist())) == 1
    rows = served(*spread, route("async", "io 20ms"), server('workers = 4\nburst_window = "10us"'))
    assert len(set(rows["worker"].tolist())) > 1


def test_b4_each_win_opens_the_window_again() -> None:
    spread = [burst(f"{i}ms", name=f"user {i}") for i in range(10)]
    rows = served(*spread, route("async", "io 20ms"), server("workers = 4"))
    assert len(set(rows["worker"].tolist())) == 1


def test_b4_the_window_is_shut_while_the_winner_is_blocked() -> None:
    rows = served(burst("0s"), burst("1ms"), BLOCKING, server("workers = 2"))
    assert len(set(rows["worker"].tolist())) == 2
    assert rows["accept_wait"].tolist() == [0, 0]


def test_b4_the_winner_is_waited_for_as_long_as_the_window_is_open() -> None:
    # It computes, so it does not poll; the idle one sees the connection 1.5 ms after the win.
    rows = served(burst("0s"), burst("1ms"), route("async", "cpu 50ms"), server("workers = 2"))
    assert rows["accept_wait"].tolist() == [0, 500_001]
    assert len(set(rows["worker"].tolist())) == 2


def test_b4_who_wakes_for_a_kept_request_takes_what_waits_for_another() -> None:
    # The winner of 100 ms computes; what comes at 105 ms waits for it, until the other worker wakes at 108 ms.
    kept = closed(1, "/kept", more='think_time = "98ms"')
    both = route("async", "cpu 5ms", "io 5ms", path="/kept"), route("async", "cpu 50ms")
    parts = (kept, burst("100ms"), burst("105ms"), *both)
    rows = served(*parts, server('workers = 2\nburst_window = "20ms"'), duration="300ms", seed=3)
    first, second, new, woken = rows[:4]
    assert first["worker"] != second["worker"]
    assert (new["sent"], new["accepted"]) == (105 * MS, 108 * MS)
    assert new["worker"] == woken["worker"] == first["worker"]


def test_b4_kept_connections_stay_where_the_burst_brought_them() -> None:
    many = served(closed(10), BLOCKING, server("workers = 4"), duration="4s")
    assert len(set(many["worker"].tolist())) == 1
    spread = served(closed(10, more='ramp = "2s"'), BLOCKING, server("workers = 4"), duration="4s")
    assert len(set(spread["worker"].tolist())) > 1


def test_b5_uvloop_takes_one_connection_an_iteration() -> None:
    rows = served(burst("0s", users=4), BLOCKING, server('workers = 2\nloop = "uvloop"'))
    assert sorted((rows["accepted"] // MS).tolist()) == [0, 0, 50, 50]
    assert np.bincount(rows["worker"]).tolist() == [0, 2, 2]


def test_b5_uvloop_accepts_only_when_nothing_else_is_ready() -> None:
    # At 50 ms the loop is free: a kept request that came later goes before a connection.
    kept = closed(1, "/kept", more='think_time = "30ms"')
    parts = (kept, burst("20ms", "/slow"), burst("25ms", "/new"), route("async", path="/kept"))
    more = (route("blocking", "io 50ms", path="/slow"), route("blocking", "io 100ms", path="/new"))
    rows = served(*parts, *more, server('loop = "uvloop"'), duration="200ms")
    second = rows[rows["client"] == 0][1]
    assert second["sent"] == 30 * MS + 1000
    assert second["started"] == 70 * MS
    assert rows[rows["client"] == 2]["accepted"].tolist() == [70 * MS]


def test_b5_uvloop_needs_no_further_iterations() -> None:
    # A kept request comes while the connection is being accepted: with asyncio it would go first.
    kept = closed(1, "/kept", more='think_time = "30ms"')
    parts = (kept, burst("35ms", "/new"), route("async", path="/kept"), route("async", "cpu 20ms", path="/new"))
    rows = served(*parts, server('loop = "uvloop"\nconnection_cpu = "10ms"'), duration="100ms")
    second, new = rows[rows["client"] == 0][1], rows[rows["client"] == 1][0]
    assert new["accepted"] < second["sent"] < new["started"] == 45 * MS
    assert second["started"] == 65 * MS


NAGLE = 'nagle_delay = "43ms"\nworkers = '


@pytest.mark.parametrize(
    ("more", "late"),
    [(NAGLE + "2", 43), (NAGLE + "1", 0), (NAGLE + '2\nloop = "uvloop"', 0), ("workers = 2", 0)],
)
def test_b6_the_second_response_of_a_kept_connection_is_late(more: str, late: int) -> None:
    rows = served(closed(1), route("async", "io 10ms"), server(more), duration="200ms")
    done = rows[rows["outcome"] == Outcome.COMPLETED]
    assert (done["finished"] - done["sent"]).tolist() == [10 * MS, *[(10 + late) * MS] * (len(done) - 1)]
    assert (done["server_finished"] - done["started"] == 10 * MS).all()


@pytest.mark.parametrize(("think_time", "late"), [("39ms", 43), ("40ms", 0), ("1s", 0)])
def test_b6_only_who_sends_again_soon_acknowledges_late(think_time: str, late: int) -> None:
    client = closed(1, more=f'think_time = "{think_time}"\nnetwork = "30ms"')
    rows = served(client, route("async", "io 10ms"), server(NAGLE + "2"), duration="2500ms")
    done = rows[rows["outcome"] == Outcome.COMPLETED][1:]
    assert len(done) > 1
    assert set((done["finished"] - done["sent"]).tolist()) == {(70 + late) * MS}


def test_b6_a_connection_of_its_own_is_never_late() -> None:
    rows = served(
        closed(1, more="keep_alive = false"), route("async", "io 10ms"), server(NAGLE + "2"), duration="200ms"
    )
    assert len(rows) == 20


def test_a_what_waits_in_the_accept_queue_is_counted() -> None:
    system = finished(
        told(burst("0s", users=4), BLOCKING, server('loop = "uvloop"'), duration="400ms", more='sample_every = "100ms"')
    )
    # 3 wait for 50 ms, 2 for 50 ms, 1 for 50 ms.
    assert system.record.samples.column("accept_queue").tolist() == [250 * MS, 300 * MS, 300 * MS, 300 * MS]
    assert system.listener.peak == 0
    assert system.record.samples.column("accept_peak").max() == 3
