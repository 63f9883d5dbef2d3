"""Where everybody was at any instant: `at` against a naive replay of the transitions."""

from random import Random
from time import perf_counter

import numpy as np
import pytest

from simulator.model import System
from simulator.record import HOLDS_LOOP, Moment, Stage, Transitions
from simulator.record.stages import ENDED, STAGE_MASK
from simulator.scenario import load
from tests.model.stories import MS, burst, finished, poisson, route, server, told

WAYS = (Stage.ACCEPT_QUEUE, Stage.LOOP_QUEUE, Stage.ON_CPU | HOLDS_LOOP, Stage.IN_IO, Stage.RETURNING)


def random_lives(random: Random, requests: int, moves: int, end_share: float) -> Transitions:
    """Requests that are sent, move about and end, some at the same instant."""
    transitions = Transitions()
    places = [transitions.place(name) for name in ("client:a", "listener", "worker:1", "worker:2")]
    alive: list[int] = []
    now = 0
    for _ in range(moves):
        now += random.choice([0, 0, 1, 1000])
        if len(alive) < requests and (not alive or random.random() < 0.5):
            number = len(transitions._births._sent) + 1
            transitions.born(number, random.randrange(3), random.randrange(2), now)
            alive.append(number)
            transitions.enter(now, number, Stage.CONNECTING, places[0])
        elif random.random() < end_share:
            transitions.enter(now, alive.pop(random.randrange(len(alive))), Stage.ANSWERED, places[0])
        else:
            transitions.enter(now, random.choice(alive), random.choice(WAYS), random.choice(places), now + 5)
    return transitions


def replayed(transitions: Transitions, time_ns: int) -> dict[int, tuple[int, ...]]:
    """Stage, place, place before, since and until of each request in flight, move by move."""
    state: dict[int, tuple[int, ...]] = {}
    for row in transitions.rows():
        if row["time"] > time_ns:
            break
        number, place = int(row["request"]), int(row["place"])
        if int(row["stage"]) & STAGE_MASK in ENDED:
            state.pop(number, None)
            continue
        before = state.get(number)
        came = place if before is None else before[1] if before[1] != place else before[2]
        state[number] = (int(row["stage"]), place, came, int(row["time"]), int(row["until"]))
    return dict(sorted(state.items()))


def seen(moment: Moment) -> dict[int, tuple[int, ...]]:
    columns = (moment.stored_stage, moment.place, moment.from_place, moment.since_ns, moment.until_ns)
    return dict(
        zip(moment.request_id.tolist(), zip(*(column.tolist() for column in columns), strict=True), strict=True)
    )


@pytest.mark.parametrize("seed", range(6))
def test_at_is_a_naive_replay(seed: int) -> None:
    random = Random(seed)
    transitions = random_lives(random, random.choice([3, 400]), 9000, end_share=random.choice([0.05, 0.4]))
    end = int(transitions.rows()["time"][-1])
    times = [0, 1, end, end + 1, *(int(time) for time in transitions._keyframe_times)]
    for time_ns in [*times, *(random.randrange(end) for _ in range(25))]:
        assert seen(transitions.at(time_ns)) == replayed(transitions, time_ns)


def test_pictures_that_follow_each_other_while_rows_come_are_a_naive_replay() -> None:
    random = Random(7)
    whole = random_lives(random, 200, 2500, end_share=0.1)
    grown = Transitions()
    for name in whole.places:
        grown.place(name)
    for row in whole.rows():
        number = int(row["request"])
        if number > len(grown._births._sent):
            grown.born(number, whole._births._clients[number - 1], whole._births._routes[number - 1], int(row["time"]))
        grown.enter(*(int(row[name]) for name in ("time", "request", "stage", "place", "until")))
        if random.random() < 0.02:
            now = int(row["time"])
            for time_ns in (now, max(0, now - 2000), random.randrange(now + 1)):
                assert seen(grown.at(time_ns)) == replayed(grown, time_ns)


def test_who_goes_on_behind_its_client_is_where_a_replay_says_after_a_keyframe() -> None:
    run = System(load("12_orphans"), seed=3, trace=True, endless=True)
    run.run_until(12)
    assert run.trace is not None
    assert len(run.trace._keyframes) > 1
    for at in (10_900_000_000, 9_500_000_000, 11_990_000_000):
        # Each asked alone, not from the picture before.
        run.trace._answers.clear()
        assert run.trace.at(at).request_id.tolist() == list(replayed(run.trace, at))


def test_only_some_of_a_moment() -> None:
    moment = random_lives(Random(3), 50, 500, end_share=0.1).at(1 << 60)
    wanted = np.array([int(moment.request_id[4]), 1_000_000, int(moment.request_id[2])])
    some = moment.only(wanted)
    assert seen(some) == {number: seen(moment)[number] for number in sorted(wanted[[0, 2]].tolist())}
    assert some.sent_ns.tolist() == moment.sent_ns[[2, 4]].tolist()
    assert len(moment.only(np.empty(0, dtype=np.int64))) == 0


@pytest.mark.parametrize("handler", ["async", "threadpool", "blocking"])
def test_at_is_a_naive_replay_of_a_run(handler: str) -> None:
    parts = (
        poisson(200, more='network = "2ms"\nkeep_alive = false'),
        route(handler, "io exponential(20ms)", "cpu 1ms"),
    )
    system = finished(told(*parts, server("workers = 2"), duration="2s"), trace=True)
    assert system.trace is not None
    for time_ns in np.linspace(0, 2_000 * MS, 20).astype(int).tolist():
        moment = system.trace.at(time_ns)
        assert seen(moment) == replayed(system.trace, time_ns)
        rows = system.record.requests.array()
        is_in_flight = (rows["sent"] <= time_ns) & ((rows["finished"] > time_ns) | (rows["finished"] < 0))
        assert moment.request_id.tolist() == (np.flatnonzero(is_in_flight) + 1).tolist()
        assert moment.sent_ns.tolist() == rows["sent"][is_in_flight].tolist()


def test_at_is_quick_with_five_thousand_in_flight() -> None:
    transitions = random_lives(Random(1), 5000, 60_000, end_share=0.1)
    end = int(transitions.rows()["time"][-1])
    assert len(transitions.at(end)) > 4000

    def look(time_ns: int) -> float:
        best = 1.0
        for _ in range(5):
            transitions._answers.clear()
            start = perf_counter()
            transitions.at(time_ns)
            best = min(best, perf_counter() - start)
        return best

    # Measured at 0.7 ms; a busy machine gets some room.
    assert np.median([look(end * share // 10) for share in range(5, 11)]) < 0.003


def test_keyframes_are_cheap() -> None:
    transitions = random_lives(Random(2), 3000, 50_000, end_share=0.1)
    size = sum(state.nbytes for _, state in transitions._keyframes)
    assert size / transitions.count < 27


def test_the_stage_and_who_holds_the_loop_are_one_byte() -> None:
    transitions = Transitions()
    place = transitions.place("worker:1")
    transitions.born(1, 0, 0, 0)
    transitions.enter(0, 1, Stage.IN_IO | HOLDS_LOOP, place, 9)
    moment = transitions.at(0)
    assert moment.stage.tolist() == [Stage.IN_IO]
    assert moment.holds_loop.tolist() == [True]
    assert moment.places == ("worker:1",)


def test_the_life_of_a_request_in_its_order() -> None:
    parts = (burst("1s", more='network = "1ms"'), route("blocking", "cpu 2ms", "io 50ms"))
    system = finished(told(*parts), trace=True)
    assert system.trace is not None
    rows = system.trace.history(1)
    told_as = [(Stage(int(row["stage"]) & STAGE_MASK).name, int(row["time"]) // MS - 1000) for row in rows]
    assert [one for one in told_as if one[0] != "LOOP_QUEUE"] == [
        ("CONNECTING", 0),
        ("TRAVELLING", 2),
        ("ON_CPU", 3),
        ("IN_IO", 5),
        ("RETURNING", 55),
        ("ANSWERED", 56),
    ]
    ends = {Stage(int(row["stage"]) & STAGE_MASK): int(row["until"]) // MS - 1000 for row in rows if row["until"]}
    assert ends == {Stage.CONNECTING: 2, Stage.TRAVELLING: 3, Stage.ON_CPU: 5, Stage.IN_IO: 55, Stage.RETURNING: 56}
    held = {Stage(int(row["stage"]) & STAGE_MASK) for row in rows if row["stage"] & HOLDS_LOOP}
    assert held == {Stage.ON_CPU, Stage.IN_IO}


def test_places_are_named_as_the_contract_says() -> None:
    routes = (route("threadpool", "io 1ms"), route("async", 'io 1ms", service = "db', path="/b"))
    parts = (burst("0s"), burst("0s", "/b", name="b"), *routes, '[[services]]\nname = "db"\n')
    system = finished(told(*parts, server("workers = 2")), trace=True)
    assert system.trace is not None
    assert set(system.trace.places) == {
        "client:at 0s /a", "client:b", "listener", "worker:1", "worker:2", "worker:1/threads", "worker:2/threads",
        "service:db",
    }  # fmt: skip
