"""Section C of what the real server does: iterations and turns."""

from tests.model.stories import MS, Rows, burst, closed, poisson, route, served, server

ONE = server("workers = 1")
IDLE = route("async", path="/idle")


def test_c1_io_that_ended_is_noticed_at_the_next_poll() -> None:
    # Its I/O ends at 10 ms; the loop computes for another until 55 ms.
    rows = served(
        burst("0s"), burst("5ms", "/busy"), route("async", "io 10ms"), route("async", "cpu 50ms", path="/busy")
    )
    assert rows["finished"].tolist() == [55 * MS, 55 * MS]
    assert rows["loop_wait"].tolist() == [45 * MS, 0]
    assert rows["io"].tolist() == [10 * MS, 0]


def test_c1_what_gets_ready_during_an_iteration_waits_for_the_next() -> None:
    # At 10 ms three are accepted; each needs further iterations, in which the others come in between.
    rows = served(
        burst("0s", "/busy"),
        burst("1ms", users=3),
        route("async", "cpu 1ms", "io 0ms", "cpu 1ms"),
        route("async", "cpu 10ms", path="/busy"),
    )
    late = rows[rows["client"] == 1]
    # First all first halves, in the order of arrival, then all second halves: a batch at a time.
    assert (late["started"] // MS).tolist() == [10, 11, 12]
    assert (late["finished"] // MS).tolist() == [14, 15, 16]


def test_c1_a_batch_is_run_to_its_end_before_the_next_poll() -> None:
    # Three are accepted at 10 ms; the fourth comes at 15 ms and is seen when they have had their turns.
    parts = (burst("0s", name="first"), burst("1ms", users=3), burst("15ms"))
    rows = served(*parts, route("async", "cpu 10ms"))
    assert (rows["accepted"] // MS).tolist() == [0, 10, 10, 10, 40]


def test_c2_a_kept_request_overtakes_a_new_connection() -> None:
    kept = closed(1, "/kept", more='think_time = "20ms"')
    parts = (kept, burst("10ms", "/busy"), burst("15ms", "/new"), route("async", path="/kept"))
    busy, new = route("async", "cpu 100ms", path="/busy"), route("async", "cpu 5ms", path="/new")
    rows = served(*parts, busy, new, duration="150ms")
    second, stranger = rows[rows["client"] == 0][1], rows[rows["client"] == 2][0]
    assert second["sent"] > stranger["sent"]
    assert second["started"] == stranger["accepted"] == 110 * MS
    assert stranger["started"] == 110 * MS
    # Both at 110 ms, so who came first shows in what follows: the kept one had not to wait for the 5 ms.
    assert second["loop_wait"] == 110 * MS - second["sent"]


def test_c2_a_new_connection_needs_three_further_iterations() -> None:
    # Three kept users fill every iteration with 3 ms; the stranger is passed by three of them.
    parts = (closed(3, "/kept"), burst("3500us", "/new"), route("async", "cpu 1ms", path="/kept"))
    rows = served(*parts, route("async", path="/new"), duration="50ms")
    stranger = rows[rows["client"] == 1][0]
    assert stranger["accepted"] > stranger["sent"]
    assert stranger["started"] == stranger["accepted"] + 9 * MS


def test_c3_every_request_becomes_a_task_at_once() -> None:
    rows = served(burst("1s", users=500), route("async", "io 50ms"))
    assert (rows["started"] == rows["sent"]).all()
    assert (rows["finished"] - rows["sent"] == 50 * MS).all()


def test_c4_an_awaited_end_waits_for_the_rest_of_the_batch() -> None:
    rows = served(
        burst("0s"), burst("1ms", "/busy", users=5), route("async", "io 10ms"), route("async", "cpu 8ms", path="/busy")
    )
    # Ready at 10 ms, in the middle of a batch of five that lasts until 41 ms.
    assert rows["finished"][0] == 41 * MS
    assert rows["loop_wait"][0] == 31 * MS


def test_c5_the_response_is_written_in_the_middle_of_the_batch() -> None:
    rows = served(burst("0s", users=5), route("async", "cpu 10ms"))
    assert (rows["finished"] // MS).tolist() == [10, 20, 30, 40, 50]


def test_c5_of_a_blocked_batch_too() -> None:
    rows = served(burst("0s", users=5), route("blocking", "io 10ms"))
    assert (rows["finished"] // MS).tolist() == [10, 20, 30, 40, 50]


def test_steps_between_two_waits_run_in_one_turn() -> None:
    rows = served(burst("0s", users=2), route("async", "cpu 3ms", "cpu 4ms"))
    assert (rows["finished"] // MS).tolist() == [7, 14]


def test_an_io_step_of_no_time_gives_up_the_loop() -> None:
    rows = served(burst("0s", users=2), route("async", "cpu 3ms", "io 0ms", "cpu 4ms"))
    assert (rows["finished"] // MS).tolist() == [10, 14]


def test_the_servers_own_cost_is_half_before_and_half_after() -> None:
    rows = served(
        burst("0s", users=2), route("async", "io 10ms"), server('request_cpu = "3ms"\nconnection_cpu = "1ms"')
    )
    # Two connections (2 ms), two first halves (1.5 ms each), the waits, two last halves.
    assert rows["started"].tolist() == [3_500_000, 5 * MS]
    assert rows["finished"].tolist() == [15 * MS, 16_500_000]
    assert rows["cpu"].tolist() == [4 * MS, 4 * MS]


def test_a_hot_worker_pays_less() -> None:
    hot = server('request_cpu = "10ms"\nhot_cpu_factor = 0.5')
    rows = served(burst("0s", users=3), burst("1s"), route("async"), hot)
    # Hot from its first answer; cold again at 1 s, since the poll found nothing and slept.
    assert rows["cpu"].tolist() == [10 * MS, 5 * MS, 5 * MS, 10 * MS]


def test_a_handler_that_blocks_is_never_hot() -> None:
    hot = server('request_cpu = "10ms"\nhot_cpu_factor = 0.5')
    rows = served(burst("0s", users=3), route("blocking", "io 1ms"), hot)
    assert rows["cpu"].tolist() == [10 * MS] * 3
    rows = served(burst("0s", users=3), route("blocking", "cpu 1ms"), hot)
    assert rows["cpu"].tolist() == [11 * MS, 6 * MS, 6 * MS]


def test_e1_the_server_closes_an_idle_connection() -> None:
    short = served(closed(1, more='think_time = "4s"'), IDLE, route("async", "io 10ms"), duration="30s")
    long = served(closed(1, more='think_time = "6s"'), IDLE, route("async", "io 10ms"), duration="30s")
    assert [accepted >= 0 for accepted in short["accepted"].tolist()] == [True] + [False] * 7
    assert (long["accepted"] >= 0).all()


def test_e1_a_request_sent_on_a_closing_connection_is_sent_again() -> None:
    # The server closes 1 s after its answer; the FIN is on its way while the second request is, too.
    more = 'think_time = "985ms"\nnetwork = "10ms"'
    rows = served(closed(1, more=more), route("async", "io 10ms"), server('timeout_keep_alive = "1s"'), duration="3s")
    second = rows[1]
    # There, its reset back, and a new connection: SYN, SYN-ACK, request; and the answer.
    assert second["network"] == (1 + 1 + 3 + 1) * 10 * MS
    assert second["accepted"] >= 0
    assert rows["network"][0] == 40 * MS


def test_e1_a_virgin_connection_has_no_timer_and_a_blocked_loop_closes_nothing() -> None:
    parts = (
        closed(1, more='think_time = "100ms"'),
        burst("20ms", "/slow"),
        route("async"),
        route("blocking", "io 1s", path="/slow"),
    )
    rows = served(*parts, server('timeout_keep_alive = "50ms"'), duration="3s")
    second = rows[rows["client"] == 0][1]
    # Idle since 0, to be closed at 50 ms, but blocked from 20 ms to 1020 ms: the bytes that came meanwhile win.
    assert second["accepted"] < 0
    assert second["started"] == 1020 * MS


def new_connections(rows: Rows) -> int:
    """How many requests came on one."""
    return int((rows["accepted"] >= 0).sum())


def test_open_arrivals_take_an_idle_connection_where_there_is_one() -> None:
    rows = served(poisson(50), route("async", "io 1ms"), duration="20s")
    assert new_connections(rows) < 10
    each = served(poisson(50, more="keep_alive = false"), route("async", "io 1ms"), duration="20s")
    assert new_connections(each) == len(each)
