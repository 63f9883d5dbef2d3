"""The listening socket, full: MODEL.md A2 to A6 and what becomes of SYNs that nobody answers."""

import numpy as np
import pytest

from simulator.record import NEVER, Outcome, Stage
from tests.model.stories import MS, burst, change, closed, finished, parts_add_up, route, served, server, told

S = 1000 * MS
BLOCKED = route("blocking", "io 3500ms", path="/blocked")
QUICK = route("async", path="/a")


def crowd(users: int, *, backlog: int, blocked: str = "3500ms", more: str = "") -> np.ndarray:
    """One request blocks the worker at 0, `users` connect together at 0.2 s; the rows of the latter."""
    rows = served(
        burst("0s", "/blocked"),
        burst("200ms", "/a", users=users, more=f"keep_alive = false\n{more}"),
        server(f"backlog = {backlog}"),
        route("blocking", f"io {blocked}", path="/blocked"),
        QUICK,
        duration="300ms",
        drain="300s",
    )
    return rows[rows["client"] == 1]


def test_a2_the_accept_queue_holds_the_smaller_of_backlog_and_somaxconn_and_one_more() -> None:
    waited = crowd(12, backlog=8)["accept_wait"]
    assert np.count_nonzero(waited == 3300 * MS) == 9


def test_a2_somaxconn_bounds_the_backlog() -> None:
    rows = served(
        burst("0s", "/blocked"),
        burst("200ms", "/a", users=6),
        server("backlog = 100\nsomaxconn = 3"),
        BLOCKED,
        QUICK,
        duration="300ms",
        drain="9s",
    )
    assert np.count_nonzero(rows["accept_wait"] == 3300 * MS) == 4


def test_a3_a_connection_in_the_queue_counts_as_connected() -> None:
    """Its time to accept() is no time of the network's."""
    rows = crowd(1, backlog=8, more='network = "1ms"')
    assert rows["network"].tolist() == [4 * MS]
    assert rows["accept_wait"].tolist() == [3500 * MS - 203 * MS]


def instants_of_retry(kind: str, until_s: int) -> list[float]:
    """When the dropped SYN of one client came again, in seconds since its first."""
    scenario = told(
        burst("0s", "/blocked"),
        burst("100ms", "/a", users=2),
        burst("200ms", "/a"),
        server(f'backlog = 1\nsyn_retry = "{kind}"'),
        route("blocking", f"io {until_s}s", path="/blocked"),
        QUICK,
        duration="300ms",
        drain="300s",
    )
    system = finished(scenario, trace=True)
    assert system.trace is not None
    history = system.trace.history(4)
    starts = history["time"][history["stage"] == Stage.CONNECTING]
    return ((starts - 200 * MS) / S).tolist()


def test_a4_dropped_syns_come_again_at_the_linear_instants() -> None:
    assert instants_of_retry("linear", 100) == [0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67]


def test_a4_before_linux_6_5_each_wait_is_twice_the_one_before() -> None:
    assert instants_of_retry("exponential", 100) == [0, 1, 3, 7, 15, 31, 63]


def test_a4_a_slot_that_is_free_at_9_3_s_is_found_at_11_s() -> None:
    late = crowd(3, backlog=1, blocked="9300ms")[2]
    assert late["accept_wait"] == 11 * S
    assert late["finished"] - late["sent"] == 11 * S


@pytest.mark.parametrize(("kind", "after"), [("linear", 131), ("exponential", 127)])
def test_a4_connect_fails_after_the_last_retry(kind: str, after: int) -> None:
    rows = served(
        burst("0s", "/blocked"),
        burst("100ms", "/a", users=2),
        burst("200ms", "/a", more='network = "1ms"'),
        server(f'backlog = 1\nsyn_retry = "{kind}"'),
        route("blocking", "io 200s", path="/blocked"),
        QUICK,
        duration="300ms",
        drain="250s",
    )
    refused = rows[3]
    assert (refused["outcome"], refused["status"]) == (Outcome.REFUSED, 0)
    assert refused["finished"] - refused["sent"] == after * S
    assert refused["accepted"] == NEVER
    assert refused["network"] == 3 * MS
    assert parts_add_up(rows, 250_300 * MS)


def test_a4_the_clients_own_time_out_comes_first() -> None:
    rows = crowd(4, backlog=1, more='timeout = "2500ms"')
    assert rows["outcome"].tolist() == [Outcome.TIMED_OUT] * 4
    assert (rows["finished"] - rows["sent"] == 2500 * MS).all()
    assert np.count_nonzero(rows["server_finished"] != NEVER) == 2, "two were in the queue, and are executed"


def test_a4_where_nobody_listens_connections_are_refused_after_140_us() -> None:
    rows = served(burst("1s", "/a"), server('start_up = "2s"'), QUICK)
    assert rows["outcome"].tolist() == [Outcome.REFUSED]
    assert (rows["finished"] - rows["sent"]).tolist() == [140_000]


def test_syns_that_were_dropped_together_come_again_one_after_another() -> None:
    """So an idle worker takes more of them than its queue holds (c09a)."""
    again = np.sort(crowd(40, backlog=8)["accept_wait"])[9:]
    assert (again >= 4 * S).all()
    assert np.count_nonzero(again < 4200 * MS) > 9


def test_a6_requests_on_a_kept_connection_never_meet_the_accept_queue() -> None:
    rows = served(
        closed(3, more='think_time = "10ms"'),
        burst("0s", "/blocked"),
        server("backlog = 1"),
        QUICK,
        BLOCKED,
        duration="3600ms",
    )
    first, later = rows[rows["accepted"] != NEVER], rows[rows["accepted"] == NEVER]
    assert len(first) == 4
    assert len(later) > 3
    assert (later["accept_wait"] == 0).all()


def test_the_queue_is_full_for_everybody_and_its_length_never_beyond_capacity() -> None:
    system = finished(
        told(
            burst("0s", "/blocked"),
            burst("200ms", "/a", users=30),
            server("backlog = 4"),
            BLOCKED,
            QUICK,
            change("100ms", "server.request_cpu", '"1ms"'),
            duration="3s",
        )
    )
    assert system.listener.peak <= 5
    assert system.record.marks.column("accept_peak")[1] == 5
