"""The light client against servers that answer, refuse, close, or say nothing."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from simulator.reality.project.clients import Group, Row
from simulator.reality.project.driving import Driven, drive
from simulator.reality.server import free_port

OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nx-server: 7 1 2 3 4 5 6\r\n\r\nok"
BUSY = b"HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
WRONG = b"HTTP/1.1 500 Internal Server Error\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class Rows:
    """So many requests, all at once or by users."""

    def __init__(self, count: int = 1, *, gap_s: float = 0.0) -> None:
        self._count = count
        self._gap_s = gap_s

    def first(self, n: int) -> Row | None:
        return Row("/", "0.0", at_s=n * self._gap_s) if n < self._count else None

    def again(self, n: int, row: Row, attempt: int) -> Row:  # noqa: ARG002  # the same again
        return row


@contextmanager
def server(
    answer: Callable[[int, int], bytes | None], send: Callable[[socket.socket, bytes], None] = socket.socket.sendall
) -> Iterator[tuple[tuple[str, int], list[bytes]]]:
    """Gives `answer(connection, request)` to each request, by numbers from 0; None closes. Requests are kept."""
    listening = socket.create_server(("127.0.0.1", 0))
    got: list[bytes] = []
    number = 0

    def serve(connection: socket.socket, which: int) -> None:
        with connection, suppress(ConnectionError):
            for request in range(1000):
                data = connection.recv(65536)
                if not data:
                    return
                got.append(data)
                said = answer(which, request)
                if said is None:
                    return
                send(connection, said)

    def accept() -> None:
        nonlocal number
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(connection, number), daemon=True).start()
            number += 1

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listening.getsockname(), got
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()


def driven(address: tuple[str, int], *, rows: Rows | None = None, drain_s: float = 2.0, **values: object) -> Driven:
    group = Group(name="c", rows=rows or Rows(), stop_s=0.3, **values)  # type: ignore[arg-type]  # as Group has them
    return drive(address, [group], duration_s=0.3, drain_s=drain_s)


def test_an_answer_is_an_answer() -> None:
    with server(lambda *_: OK) as (address, got):
        found = driven(address)
    (attempt,) = found.attempts
    assert (attempt.outcome, attempt.status, attempt.report) == ("completed", 200, b"7 1 2 3 4 5 6")
    assert attempt.due <= attempt.sent < attempt.finished
    assert got[0].startswith(b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx-times: 0.0\r\n")


def test_a_kept_connection_is_used_again_and_others_are_closed() -> None:
    for keeps, connections in ((True, 1), (False, 3)):
        seen: set[int] = set()

        def answer(which: int, _: int, seen: set[int] = seen) -> bytes:
            seen.add(which)
            return OK

        with server(answer) as (address, got):
            driven(address, rows=Rows(3), users=1, keep_alive=keeps)
        assert len(seen) == connections
        assert all((b"connection: close" in each) is not keeps for each in got)


@pytest.mark.parametrize(("answer", "outcome"), [(BUSY, "rejected"), (WRONG, "failed"), (None, "failed")])
def test_what_is_no_success(answer: bytes | None, outcome: str) -> None:
    with server(lambda *_: answer) as (address, _):
        found = driven(address)
    assert [each.outcome for each in found.attempts] == [outcome]


def test_nobody_listens() -> None:
    found = driven(("127.0.0.1", free_port()))
    assert [(each.outcome, each.status) for each in found.attempts] == [("refused", 0)]


def test_retries_come_on_new_connections_and_are_one_request() -> None:
    with server(lambda which, _: OK if which == 2 else BUSY) as (address, _):
        found = driven(address, retries=3, backoff_s=0.01)
    assert [(each.attempt, each.first_id, each.outcome) for each in found.attempts] == [
        (1, 1, "rejected"),
        (2, 1, "rejected"),
        (3, 1, "completed"),
    ]
    waited = found.attempts[2].sent - found.attempts[1].finished
    assert waited >= 20_000_000  # the second back-off is twice the first


def test_a_client_that_gives_up() -> None:
    with server(lambda *_: b"") as (address, _):
        found = driven(address, timeout_s=0.05)
    (attempt,) = found.attempts
    assert attempt.outcome == "timed_out"
    assert attempt.finished - attempt.sent >= 50_000_000


def test_who_still_waits_at_the_end_is_unfinished() -> None:
    with server(lambda *_: b"") as (address, _):
        found = driven(address, drain_s=0.05)
    assert [(each.outcome, each.finished) for each in found.attempts] == [("unfinished", -1)]
    assert found.lasted_s < 2


def test_a_connection_that_was_just_closed_is_no_failure() -> None:
    with server(lambda which, request: OK if which or not request else None) as (address, _):
        found = driven(address, rows=Rows(2, gap_s=0.1))
    assert [each.outcome for each in found.attempts] == ["completed", "completed"]


def test_a_pool_of_connections_makes_the_others_wait() -> None:
    with server(lambda *_: OK) as (address, _):
        found = driven(address, rows=Rows(6), max_connections=1)
    finished = [each.finished for each in found.attempts]
    assert [each.outcome for each in found.attempts] == ["completed"] * 6
    assert finished == sorted(finished)


def test_users_send_again_when_they_have_their_answer() -> None:
    with server(lambda *_: OK) as (address, _):
        found = driven(address, rows=Rows(10_000), users=2)
    assert len(found.attempts) > 20
    by_user: dict[object, int] = {}
    for attempt in found.attempts:
        assert attempt.sent >= by_user.get(attempt.user, 0)
        by_user[attempt.user] = attempt.finished
    assert len(by_user) == 2


def test_the_network_is_waited() -> None:
    class Far(Rows):
        def first(self, n: int) -> Row | None:
            row = super().first(n)
            return row and row._replace(network_s=0.02)

    with server(lambda *_: OK) as (address, _):
        found = driven(address, rows=Far(2, gap_s=0.15))
    first, second = (each.finished - each.sent for each in found.attempts)
    assert first >= 80_000_000  # SYN, SYN-ACK, request, answer
    assert second >= 40_000_000


@pytest.mark.skipif(not hasattr(socket, "TCP_QUICKACK"), reason="Linux alone delays acknowledgements like that")
@pytest.mark.parametrize(("think_s", "is_late"), [(0.0, True), (0.08, False)])
def test_who_sends_again_soon_acknowledges_late_however_far_it_is(think_s: float, *, is_late: bool) -> None:
    class Far(Rows):
        def first(self, n: int) -> Row | None:
            row = super().first(n)
            return row and row._replace(network_s=0.025, think_s=think_s)

    def send(connection: socket.socket, answer: bytes) -> None:
        for part in answer.partition(b"\r\n\r\n"):  # as uvicorn does, and Nagle's algorithm is left on
            connection.sendall(part)

    with server(lambda *_: OK, send) as (address, _):
        found = driven(address, rows=Far(3), users=1)
    last = found.attempts[-1]
    assert last.outcome == "completed"
    assert (last.finished - last.sent >= 85_000_000) is is_late  # there and back, and the 40 ms of a delayed ACK


def test_a_burst_is_opened_in_one_go_before_anything_is_sent() -> None:
    class Far(Rows):
        def first(self, n: int) -> Row | None:
            sum(range(2000))  # what it takes to draw
            row = super().first(n)
            return row and row._replace(network_s=0.001)

    with server(lambda *_: OK) as (address, _):
        found = driven(address, rows=Far(20), users=20)
    wires = [attempt.wire for attempt in found.attempts]
    assert len({wire.asked for wire in wires if wire}) == 1  # with one look at the clock
    assert max(attempt.opened for attempt in found.attempts) < min(attempt.finished for attempt in found.attempts)


def test_only_connections_that_belong_together_are_opened_while_the_server_is_held() -> None:
    held: list[bool] = []

    @contextmanager
    def together() -> Iterator[None]:
        held.append(True)
        yield

    with server(lambda *_: OK) as (address, _):
        for users, times in ((3, 1), (1, 0)):
            held.clear()
            drive(address, [Group("c", Rows(users), users=users, stop_s=0.3)], duration_s=0.3, together=together)
            assert len(held) == times


def test_a_response_time_begins_when_the_connection_is_opened() -> None:
    with server(lambda *_: OK) as (address, _):
        found = driven(address, rows=Rows(3, gap_s=0.0), keep_alive=False)
    assert all(attempt.sent == attempt.opened for attempt in found.attempts)


def test_it_goes_home_when_nothing_more_is_to_be_sent_unless_it_is_to_stay() -> None:
    with server(lambda *_: OK) as (address, _):
        group = Group(name="c", rows=Rows(1), stop_s=0.3)
        short = drive(address, [group], duration_s=0.3)
        whole = drive(address, [group], duration_s=0.3, stays=True)
    assert short.lasted_s < 0.3 <= whole.lasted_s


def test_it_is_bounded_in_number_and_can_be_stopped() -> None:
    with server(lambda *_: OK) as (address, _):
        group = Group(name="c", rows=Rows(10_000), users=1, stop_s=60)
        many = drive(address, [group], duration_s=60, most=25)
        stopped = drive(address, [group], duration_s=60, tick=lambda seconds: seconds < 0.1)
    assert len(many.attempts) == 25
    assert not many.is_whole
    assert not stopped.is_whole
    assert stopped.lasted_s < 5
