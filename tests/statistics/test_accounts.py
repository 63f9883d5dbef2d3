"""The accounts that are kept attempt by attempt: deadlines, peaks, Little's law, retries."""

import numpy as np
import pytest

from simulator.record import NEVER, Outcome
from simulator.scenario import parse
from simulator.statistics import Quantiles, Window
from simulator.statistics.deadlines import Deadlines
from simulator.statistics.little import LittleSums
from simulator.statistics.logical import LogicalRequests
from simulator.statistics.peak import InFlightPeak
from simulator.statistics.replication import verdict
from tests.statistics.runs import PLAIN, ms, rows


def met(text: str, finished_ms: float, taken_ms: float) -> bool:
    found = Deadlines(parse(text)).are_met(
        np.array([0], dtype=np.uint16), np.array([ms(finished_ms)]), np.array([ms(taken_ms)])
    )
    return bool(found[0])


def test_without_a_deadline_every_answer_is_good() -> None:
    assert met(PLAIN, 9000, 8000)


def test_a_deadline_is_met_at_its_very_end() -> None:
    text = PLAIN.replace("rate = 20", 'rate = 20\ndeadline = "100ms"\ntimeout = "1s"')
    assert met(text, 500, 100)
    assert not met(text, 500, 100.000001)


def test_the_timeout_is_the_deadline_where_there_is_none() -> None:
    text = PLAIN.replace("rate = 20", 'rate = 20\ntimeout = "1s"')
    assert met(text, 5000, 1000)
    assert not met(text, 5000, 1001)


def test_a_changed_deadline_is_that_of_the_answers_after_it() -> None:
    text = PLAIN.replace("rate = 20", 'rate = 20\ndeadline = "100ms"')
    text += '\n[[changes]]\nat = "5s"\nset = "clients[c].deadline"\nto = "200ms"\n'
    assert not met(text, 4999, 150)
    assert met(text, 5000, 150)


def test_the_peak_is_that_of_a_sweep_whatever_the_batches() -> None:
    random = np.random.default_rng(4)
    for _ in range(50):
        sent = np.sort(random.integers(0, 200, 60))
        finished = sent + random.integers(1, 40, 60)
        window = Window(50, 150)
        whole, batched = InFlightPeak(window), InFlightPeak(window)
        whole.add(sent, finished)
        for low, high in ((-1, 30), (30, 60), (60, 149), (149, 300)):
            batched.add(sent[(sent > low) & (sent <= high)], finished[(finished > low) & (finished <= high)])
        at_start = np.count_nonzero(sent < 50) - np.count_nonzero(finished < 50)
        inside = [np.count_nonzero(sent <= at) - np.count_nonzero(finished <= at) for at in sent if 50 <= at < 150]
        assert whole.highest == batched.highest == max(at_start, *inside)


def test_littles_law_counts_what_hangs_over_the_edges() -> None:
    sums = LittleSums(Window(100, 200))
    sent = np.array([50, 90, 120, 180, 250])
    ended = np.array([110, 95, 150, 230, 260])
    sums.add(sent, ended)
    # Inside were 10 of the first, 30 of the third, 20 of the fourth; sent inside: 30 + 50.
    assert (sums.before_ns, sums.after_ns, sums.sent_inside_ns) == (10, 30, 80)
    assert sums.sent_inside_ns + sums.edge_ns == 10 + 30 + 20


def test_an_attempt_over_the_whole_window_is_in_flight_all_the_time() -> None:
    sums = LittleSums(Window(100, 200))
    sums.add(np.array([0]), np.array([999]))
    assert sums.sent_inside_ns + sums.edge_ns == 100


@pytest.mark.parametrize(
    ("length", "edge", "holds", "expected"),
    [
        (10.0, 0.5, True, True),
        (10.0, 0.51, True, None),
        (10.0, -0.51, True, None),
        (0.0, 0.0, True, True),
        (10.0, 0.0, False, False),
        (10.0, 9.0, False, False),
    ],
)
def test_the_verdict_on_littles_law(length: float, edge: float, holds: bool, expected: bool | None) -> None:
    assert verdict(length, edge, holds=holds) is expected


RETRYING = PLAIN.replace("rate = 20", 'rate = 20\nretries = 2\ntimeout = "1s"')


def logical(text: str, *attempts: dict[str, int]) -> LogicalRequests:
    requests = LogicalRequests(parse(text), Window(0, ms(10_000)), Quantiles())
    for attempt in attempts:
        requests.add(rows(attempt))
    requests.close()
    return requests


def attempt(first: int, number: int, sent: int, finished: int, outcome: Outcome) -> dict[str, int]:
    return {"first_request_id": first, "attempt": number, "sent": sent, "finished": finished, "outcome": outcome}


def test_a_request_that_succeeds_at_its_third_attempt_counts_from_its_first() -> None:
    requests = logical(
        RETRYING,
        attempt(1, 1, ms(0), ms(1000), Outcome.TIMED_OUT),
        attempt(1, 2, ms(1100), ms(2100), Outcome.TIMED_OUT),
        attempt(1, 3, ms(2300), ms(2400), Outcome.COMPLETED),
    )
    assert (requests.sent, requests.succeeded, requests.attempts) == (1, 1, 3)
    assert requests.response.mean_s == pytest.approx(2.4)


def test_who_has_no_attempt_left_has_given_up_who_has_is_unfinished() -> None:
    failures = [attempt(1, number, ms(number), ms(number + 1), Outcome.FAILED) for number in (1, 2, 3)]
    assert logical(RETRYING, *failures).gave_up == 1
    assert logical(RETRYING, *failures[:2]).unfinished == 1
    assert logical(PLAIN, failures[0]).gave_up == 1


def test_an_attempt_in_flight_leaves_its_request_unfinished() -> None:
    requests = logical(
        RETRYING,
        attempt(1, 1, ms(0), ms(1000), Outcome.REFUSED),
        attempt(1, 2, ms(1100), NEVER, Outcome.UNFINISHED),
    )
    assert (requests.sent, requests.unfinished, requests.gave_up) == (1, 1, 0)


def test_what_began_before_the_window_is_left_out_with_all_its_attempts() -> None:
    requests = LogicalRequests(parse(RETRYING), Window(ms(500), ms(10_000)), Quantiles())
    requests.add(
        rows(attempt(1, 1, ms(0), ms(1000), Outcome.FAILED), attempt(1, 2, ms(1100), ms(1200), Outcome.COMPLETED))
    )
    requests.close()
    assert (requests.sent, requests.succeeded, requests.attempts) == (0, 0, 0)
