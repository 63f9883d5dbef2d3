"""A record that is full forgets what is oldest; what it still says is right, and it says what it does not know."""

from random import Random

import numpy as np
import pytest

from simulator.model import System
from simulator.record import Budget, Moment
from simulator.record.life import life_of
from simulator.record.pictures import Pictures
from simulator.record.requests import BLOCK_ROWS
from simulator.scenario import load
from simulator.units import to_ns
from tests.model.stories import burst, poisson, route, told

SMALL = Budget(transitions=20_000, samples=128)


def run(name: str = "11_retry_storm") -> System:
    return System(load(name), seed=4, trace=True, endless=True, sample_every_s=0.1)


@pytest.fixture(scope="module")
def pair() -> tuple[System, System]:
    """The same run, kept whole and within a small budget."""
    whole, kept = run(), run()
    whole.run_until(240.0)
    while kept.now_s < 240.0:
        kept.run_until(min(240.0, kept.now_s + 0.37))
        kept.make_room(SMALL)
    return whole, kept


def same(one: Moment, other: Moment) -> bool:
    """But for the numbers of places, which are the same in runs of one seed."""
    return one.time_ns == other.time_ns and all(
        np.array_equal(getattr(one, name), getattr(other, name))
        for name in ("request_id", "client", "route", "stored_stage", "place", "from_place", "since_ns", "sent_ns")
    )


def test_no_more_is_kept_than_the_budget(pair: tuple[System, System]) -> None:
    whole, kept = pair
    assert whole.trace is not None
    assert kept.trace is not None
    assert kept.trace.count == whole.trace.count > 3 * SMALL.transitions
    rows = kept.trace.rows()
    # Whole blocks and keyframes: a little more than was asked for.
    assert len(rows) < SMALL.transitions + 2 * 8192
    assert rows.tobytes() == whole.trace.rows()[-len(rows) :].tobytes()
    assert len(kept.record.samples) == len(whole.record.samples)
    assert len(kept.record.samples.table()) <= SMALL.samples


def test_at_is_right_for_what_is_kept(pair: tuple[System, System]) -> None:
    whole, kept = pair
    assert whole.trace is not None
    assert kept.trace is not None
    since = kept.trace.kept_since_ns
    assert 0 < since < kept.now_ns
    chance = Random(1)
    for time_ns in (since, since + 1, kept.now_ns, *(chance.randrange(since, kept.now_ns) for _ in range(40))):
        assert same(kept.trace.at(time_ns), whole.trace.at(time_ns))
        assert kept.trace.sent_by(time_ns) == whole.trace.sent_by(time_ns)
        assert kept.trace.kept_ns(time_ns) == time_ns


def test_of_what_is_forgotten_a_picture_now_and_then_is_right(pair: tuple[System, System]) -> None:
    whole, kept = pair
    assert whole.trace is not None
    assert kept.trace is not None
    chance = Random(2)
    shown = set()
    for _ in range(60):
        time_ns = chance.randrange(kept.trace.kept_since_ns)
        moment = kept.trace.at(time_ns)
        assert moment.time_ns <= time_ns
        assert same(moment, whole.trace.at(moment.time_ns))
        if len(moment):
            assert kept.trace.kept_ns(time_ns) == moment.time_ns
            assert kept.trace.sent_by(time_ns) == whole.trace.sent_by(moment.time_ns)
        shown.add(moment.time_ns)
    assert len(shown) > 5


def test_rates_are_of_what_is_kept(pair: tuple[System, System]) -> None:
    whole, kept = pair
    assert whole.trace is not None
    assert kept.trace is not None
    last = kept.now_ns
    for first in (last - to_ns(1), last - to_ns(3)):
        assert np.array_equal(kept.trace.sent_between(first, last), whole.trace.sent_between(first, last))


def test_lives_that_began_since_are_told_as_ever(pair: tuple[System, System]) -> None:
    whole, kept = pair
    assert kept.trace is not None
    known = range(kept.trace.forgotten_ids + 1, kept.record.requests.count + 1)
    for request_id in Random(3).sample(known, 25):
        assert life_of(kept.record, request_id, kept.now_ns) == life_of(whole.record, request_id, whole.now_ns)


def test_rows_of_requests_that_ended_long_ago_go(pair: tuple[System, System]) -> None:
    whole, kept = pair
    table = kept.record.requests
    assert table.count == whole.record.requests.count
    assert 0 <= table.forgotten <= kept.trace.forgotten_ids  # type: ignore[union-attr]  # it is traced
    ids = np.arange(table.forgotten + 1, table.count + 1)
    assert table.take(ids).tobytes() == whole.record.requests.take(ids).tobytes()


def test_a_row_stays_for_as_long_as_its_request_is_told_of_and_no_longer() -> None:
    clients = poisson(2000) + burst("0s", "/slow")
    routes = route("async", "io 1ms") + route("async", "io 12s", path="/slow")
    system = System(told(clients, routes), seed=4, trace=True, endless=True)
    assert system.trace is not None
    has_row = {}
    while system.now_s < 16.0:
        system.run_until(system.now_s + 0.25)
        system.make_room(SMALL)
        has_row[system.now_s] = system.record.requests.is_kept(1)
        if 1 in system.trace.at(system.trace.kept_since_ns).request_id:
            assert has_row[system.now_s], "the row of whoever is told of"
    assert system.record.requests.forgotten >= BLOCK_ROWS
    assert [has_row[at] for at in (11.75, 12.25, 16.0)] == [True, True, False]


def test_a_run_is_the_same_whatever_is_kept_of_it(pair: tuple[System, System]) -> None:
    whole, kept = pair
    last = len(whole.record.samples) - 1
    assert np.array_equal(whole.record.samples.row(last), kept.record.samples.row(last), equal_nan=True)
    assert list(whole.in_flight) == list(kept.in_flight)


def test_pictures_are_thinned_evenly() -> None:
    pictures = Pictures()
    system = run("01_blocking")
    assert system.trace is not None
    for number in range(3000):
        if pictures.wants_next:
            system.trace.at(0)
            pictures.add(moment_at(system, number), number)
        else:
            pictures.pass_by()
    assert 256 <= len(pictures) <= 512
    shown = [found[1] for time_ns in range(3000) if (found := pictures.at(time_ns))]
    assert max(time_ns - at for time_ns, at in enumerate(shown)) < 8


def moment_at(system: System, time_ns: int) -> Moment:
    assert system.trace is not None
    return system.trace.at(time_ns)


@pytest.fixture(scope="module")
def brokered() -> tuple[System, System]:
    """The same run with a broker, kept whole and within a small budget."""
    whole, kept = run("24_kafka_lag"), run("24_kafka_lag")
    whole.run_until(200.0)
    while kept.now_s < 200.0:
        kept.run_until(min(200.0, kept.now_s + 0.73))
        kept.make_room(SMALL)
    return whole, kept


def test_messages_count_too(brokered: tuple[System, System]) -> None:
    whole, kept = brokered
    assert kept.trace is not None
    assert kept.message_trace is not None
    assert whole.message_trace is not None
    assert kept.message_trace.count == whole.message_trace.count
    rows, messages = kept.trace.rows(), kept.message_trace.rows()
    assert len(rows) + len(messages) < SMALL.transitions + 4 * 8192 < kept.trace.count + kept.message_trace.count
    assert messages.tobytes() == whole.message_trace.rows()[-len(messages) :].tobytes()


def test_messages_at_an_instant_are_right_for_what_is_kept(brokered: tuple[System, System]) -> None:
    whole, kept = (system.message_trace for system in brokered)
    assert whole is not None
    assert kept is not None
    chance = Random(3)
    end_ns = brokered[1].now_ns
    for _ in range(40):
        asked = kept.messages_at(chance.randrange(kept.kept_since_ns, end_ns))
        right = whole.messages_at(asked.time_ns)
        assert asked.counts == right.counts
        assert np.array_equal(asked.message_id, right.message_id)
        assert np.array_equal(asked.delivery, right.delivery)


def test_of_forgotten_messages_a_picture_now_and_then_is_right(brokered: tuple[System, System]) -> None:
    whole, kept = (system.message_trace for system in brokered)
    assert whole is not None
    assert kept is not None
    chance = Random(4)
    asked = [kept.messages_at(chance.randrange(kept.kept_since_ns)) for _ in range(40)]
    right = [whole.messages_at(each.time_ns) for each in asked]
    assert [each.counts for each in asked] == [each.counts for each in right]
    assert len({each.time_ns for each in asked}) > 5


def test_owners_of_rows_are_those_of_what_is_kept(brokered: tuple[System, System]) -> None:
    whole, kept = (system.message_trace for system in brokered)
    assert whole is not None
    assert kept is not None
    first = kept.first
    for mine, theirs in zip(kept.row_owners(0, kept.count), whole.row_owners(first, whole.count), strict=True):
        assert np.array_equal(mine, theirs)
