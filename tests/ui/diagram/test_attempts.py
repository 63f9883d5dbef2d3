"""Which attempt of its client's a request is: in flight, ended, and where nobody tries again."""

from simulator.model import System
from tests.model.stories import poisson, route, server, told
from ui.diagram.attempts import Attempts


def run(more: str) -> System:
    story = told(
        poisson(30, more=f'timeout = "100ms"\n{more}'),
        route("blocking", "io 80ms"),
        server("workers = 1"),
        duration="10s",
    )
    system = System(story, seed=1, trace=True, endless=True)
    system.run_until(3.0)
    return system


def test_attempts_are_what_the_rows_say_once_they_have_ended() -> None:
    system = run('retries = 2\nretry_backoff = "50ms"')
    attempts, rows = Attempts(system), system.record.requests.array()
    ended = [index for index, row in enumerate(rows) if row["finished"] > 0]
    for index in ended[:50]:
        assert attempts.of(index + 1) == (int(rows[index]["attempt"]), int(rows[index]["first_request_id"]))
    assert max(attempts.of(index + 1)[0] for index in ended) == 3


def test_attempts_in_flight_are_read_from_the_requests_themselves() -> None:
    system = run('retries = 2\nretry_backoff = "50ms"')
    attempts = Attempts(system)
    known = {number: attempts.of(number) for number in system.in_flight}
    assert known == {number: (each.attempt, each.first_id) for number, each in system.in_flight.items()}
    assert any(attempt > 1 for attempt, _ in known.values())


def test_where_nobody_tries_again_each_is_the_first() -> None:
    system = run("")
    assert {Attempts(system).of(number) for number in (1, 2, 3)} == {(1, 1), (1, 2), (1, 3)}
