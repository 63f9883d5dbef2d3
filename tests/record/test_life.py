"""A request's life and the cause of its waits, read from transitions."""

from itertools import pairwise
from pathlib import Path

import pytest

from simulator.model import System
from simulator.record import HOLDS_LOOP, NEVER, Stage
from simulator.record.cause import Reason, causes_of
from simulator.record.life import PART_OF, Life, life_of, rows_of, worker_of
from simulator.scenario import load, parse

MS = 1_000_000
TWO_ROUTES = """\
format = 1
name = "two routes"
[run]
duration = "10s"
[[clients]]
name = "Slow"
arrivals = "constant"
rate = 1
network = "0s"
keep_alive = false
routes = {{ "/slow" = 1 }}
[[clients]]
name = "Quick"
arrivals = "constant"
rate = 1
start = "100ms"
network = "0s"
keep_alive = false
routes = {{ "/quick" = 1 }}
[server]
workers = 1
loop = "{loop}"
thread_limit = 1
request_cpu = "0s"
[[routes]]
path = "/slow"
handler = "{handler}"
steps = [{{ label = "time.sleep", io = "250ms" }}]
[[routes]]
path = "/quick"
handler = "{quick}"
steps = [{{ io = "20ms" }}]
"""


def two_routes(loop: str = "asyncio", handler: str = "blocking", quick: str = "async") -> System:
    text = TWO_ROUTES.format(loop=loop, handler=handler, quick=quick)
    system = System(parse(text, "two.toml", Path()), seed=1, trace=True, endless=True)
    system.run_until(3)
    return system


def bundled(name: str, until_s: float) -> System:
    system = System(load(name), seed=3, trace=True, endless=True)
    system.run_until(until_s)
    return system


def sent_by(system: System, client: int) -> Life:
    """The first request of a client group."""
    lives = (life_of(system.record, number, system.now_ns) for number in range(1, system.record.requests.count + 1))
    return next(life for life in lives if life.client == client)


def test_who_waits_for_a_blocked_loop_is_told_whose_call_held_it() -> None:
    system = two_routes()
    slow, quick = sent_by(system, 0), sent_by(system, 1)
    (cause,) = causes_of(system.record, quick, MS)
    assert (cause.span.stage, cause.span.length_ns) == (Stage.ACCEPT_QUEUE, 150 * MS)
    assert (cause.reason, cause.worker, cause.blamed, cause.others) == (Reason.HELD, 1, slow.request_id, 0)
    assert cause.is_blocking
    assert (cause.blamed_ns, cause.blamed_route) == (150 * MS, 0)


def test_who_waits_for_the_only_thread_is_told_that_all_are_taken() -> None:
    system = two_routes(handler="threadpool", quick="threadpool")
    (cause,) = causes_of(system.record, sent_by(system, 1), MS)
    assert (cause.span.stage, cause.span.length_ns) == (Stage.THREAD_QUEUE, 150 * MS)
    assert (cause.reason, cause.worker) == (Reason.THREADS, 1)


def test_a_wait_that_still_lasts_is_explained_up_to_now() -> None:
    system = two_routes()
    begun = sent_by(system, 1).sent_ns
    again = System(system.record.scenario, seed=1, trace=True, endless=True)
    again.run_until((begun + 60 * MS) / 1e9)
    life = sent_by(again, 1)
    (cause,) = causes_of(again.record, life)
    assert (life.ending, life.length_ns, cause.span.length_ns) == (None, 60 * MS, 60 * MS)
    assert (cause.blamed, cause.worker) == (sent_by(again, 0).request_id, 1)


@pytest.mark.parametrize("name", ["01_blocking", "03_threadpool", "04_workers", "06_keep_alive_burst"])
def test_a_life_has_no_gaps_and_its_stages_are_the_parts_of_its_row(name: str) -> None:
    system = bundled(name, 8)
    rows = system.record.requests.array()
    for number in range(1, len(rows) + 1):
        life = life_of(system.record, number, system.now_ns)
        assert life.sent_ns == (life.spans[0].begin_ns if life.spans else life.end_ns)
        assert all(before.end_ns == after.begin_ns for before, after in pairwise(life.spans))
        assert sum(life.parts.values()) == life.length_ns
        if life.ending is Stage.ANSWERED:
            row = rows[number - 1]
            by_part = dict.fromkeys(life.parts, 0)
            for span in life.spans:
                by_part[PART_OF[span.stage]] += span.length_ns
            assert by_part == life.parts
            assert (life.client, life.route, life.worker) == (row["client"], row["route"], row["worker"])
            assert life.started_ns == row["started"] != NEVER


def held_by_hand(system: System, worker: int, first_ns: int, last_ns: int) -> dict[int, int]:
    """How long each request held a worker's loop, row by row."""
    assert system.trace is not None
    places, at, held, holder = system.trace.places, {}, {}, None
    for row in system.trace.rows():
        time, request = int(row["time"]), int(row["request"])
        if holder is not None:
            begin, number = holder
            if request == number:
                overlap = min(time, last_ns) - max(begin, first_ns)
                held[number] = held.get(number, 0) + max(0, overlap)
                holder = None
        at[request] = worker_of(places[int(row["place"])]) or at.get(request, 0)
        if int(row["stage"]) & HOLDS_LOOP and at[request] == worker:
            holder = time, request
        if time >= last_ns and holder is None:
            break
    if holder is not None and holder[0] < last_ns:
        held[holder[1]] = held.get(holder[1], 0) + last_ns - max(holder[0], first_ns)
    return {number: length for number, length in held.items() if length}


@pytest.mark.parametrize("name", ["01_blocking", "04_workers", "06_keep_alive_burst"])
def test_blame_is_what_a_walk_through_all_rows_finds(name: str) -> None:
    system = bundled(name, 12)
    looked = 0
    for number in range(1, system.record.requests.count + 1, 7):
        life = life_of(system.record, number, system.now_ns)
        for cause in causes_of(system.record, life, MS):
            by_hand = held_by_hand(system, cause.worker, cause.span.begin_ns, cause.span.end_ns)
            by_hand.pop(number, None)
            if cause.reason in (Reason.HELD, Reason.TURNS):
                assert cause.blamed_ns == max(by_hand.values()) == by_hand[cause.blamed]
                assert cause.others == len(by_hand) - 1
                looked += 1
    assert looked > 10


def test_rows_of_a_request_are_those_a_scan_of_all_finds() -> None:
    system = bundled("04_workers", 12)
    assert system.trace is not None
    for number in (1, 40, system.record.requests.count):
        life = life_of(system.record, number, system.now_ns)
        found = rows_of(system.trace, number, life.sent_ns)
        assert found.tolist() == system.trace.history(number).tolist()


def test_what_it_did_at_an_instant() -> None:
    quick = sent_by(two_routes(), 1)
    middle = quick.sent_ns + 75 * MS
    span = quick.span_at(middle)
    assert span is not None
    assert span.stage is Stage.ACCEPT_QUEUE
    assert quick.span_at(quick.sent_ns - 1) is quick.span_at(quick.end_ns) is None
