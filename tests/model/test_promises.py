"""What must hold for every scenario: the same rows however a run is looked at, conservation, parts that add up."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.errors import ScenarioError
from simulator.model import System
from simulator.record import Outcome, Stage
from simulator.record.stages import ENDED
from simulator.scenario import Scenario, bundled, load
from simulator.scenario.file import from_plain
from tests.model.stories import burst, closed, finished, parts_add_up, poisson, route, server, told
from tests.model.strategies import changes, scenarios

FIDELITY = Path(__file__).parents[1] / "fidelity"
EXAMPLES = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
COUNTS = (200, pytest.param(2_000, marks=pytest.mark.slow))


def promised(*drawn: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Callable[[int], None]]:
    """A test of so many drawn scenarios: the slow set draws ten times as many."""

    def decorate(body: Callable[..., None]) -> Callable[[int], None]:
        @pytest.mark.parametrize("examples", COUNTS)
        def test(examples: int) -> None:
            settings(EXAMPLES, max_examples=examples)(given(*drawn)(body))()

        return test

    return decorate


def rows(system: System) -> bytes:
    return system.record.requests.array().tobytes()


def cut_at(scenario: Scenario, end_s: float, system: System) -> Scenario:
    """What a session has become as a scenario: its length, its changes."""
    run = scenario.run.model_copy(update={"duration": end_s, "drain": 0.0})
    return scenario.model_copy(update={"run": run, "changes": tuple(system.changes)}).in_directory(scenario.directory)


def runs_alike(scenario: Scenario) -> bool:
    """Whether a run is the same plain, with a trace, and ready for changes."""
    plain = scenario.model_copy(update={"run": scenario.run.model_copy(update={"drain": 0.0})})
    plain = plain.in_directory(scenario.directory)
    session = System(plain, seed=1, endless=True, trace=True, sample_every_s=0.03)
    session.run_until(plain.run.duration)
    session.close()
    return rows(finished(plain)) == rows(finished(plain, trace=True)) == rows(session)


@pytest.mark.parametrize("name", [*bundled(), *(path.name for path in sorted(FIDELITY.glob("c0*.toml")))])
def test_a_scenario_is_one_run_however_it_is_looked_at(name: str) -> None:
    assert runs_alike(load(FIDELITY / name if name.endswith(".toml") else name))


CROWD = (closed(9, more='ramp = "50ms"\nthink_time = "3ms"'), poisson(300, more="keep_alive = false"))
TIES = poisson(100, more="keep_alive = false").replace("poisson", "constant")
BLOCKING = route("blocking", "cpu 1ms", "io 5ms", "cpu 1ms")


@pytest.mark.parametrize(
    "parts",
    [
        # What a connection cost comes before what the handler takes.
        (burst("0s", users=3), BLOCKING, server('connection_cpu = "1ms"')),
        # Between asyncio workers it matters when a turn blocks: it computes first, inside the burst window.
        (poisson(400, more="keep_alive = false"), BLOCKING, server("workers = 3")),
        # All at the same instants, of two workers whose turns have other lengths but end together.
        (closed(6, more="keep_alive = false"), BLOCKING, server('workers = 3\nloop = "uvloop"')),
        (closed(7, more='think_time = "1ms"'), BLOCKING, server('workers = 3\nloop = "uvloop"'), poisson(100)),
        # A turn ends where another request comes; who is idle then depends on which is first.
        (TIES, route("blocking", "cpu 15ms", "io 5ms"), server('workers = 3\nloop = "uvloop"')),
        # A worker that wakes for a kept request finds connections that wait for another.
        (*CROWD, route("async", "cpu 1ms", "io 1ms"), server('workers = 3\nburst_window = "20ms"')),
    ],
)  # fmt: skip
def test_what_is_scheduled_in_one_piece_is_no_other_run(parts: tuple[str, ...]) -> None:
    assert runs_alike(told(*parts, duration="3s"))


@promised(scenarios())
def test_a_trace_changes_nothing(plain: dict[str, Any]) -> None:
    scenario = from_plain(plain, Path())
    assert rows(finished(scenario, trace=True)) == rows(finished(scenario))


@promised(scenarios())
def test_being_ready_for_changes_changes_nothing(plain: dict[str, Any]) -> None:
    plain["run"]["drain"] = "0s"
    scenario = from_plain(plain, Path())
    session = System(scenario, seed=1, endless=True, trace=True, sample_every_s=0.03)
    session.run_until(scenario.run.duration)
    session.close()
    assert rows(session) == rows(finished(scenario))


@promised(scenarios(), st.data())
def test_a_session_replays_to_the_same_rows(plain: dict[str, Any], data: st.DataObject) -> None:
    scenario = from_plain(plain, Path())
    session = System(scenario, seed=3, endless=True, trace=True, sample_every_s=0.1)
    session.run_until(0.26)  # all groups have begun, so that the session can be cut at any time
    for _ in range(data.draw(st.integers(1, 12))):
        match data.draw(st.sampled_from(["time", "slice", "step", "change", "change"])):
            case "time":
                session.run_until(session.now_s + data.draw(st.sampled_from([0.001, 0.05, 0.1, 0.33])))
            case "slice":
                session.run_until(session.now_s + 0.2, budget_s=0.0)
            case "step":
                session.step()
            case _:
                try:
                    session.apply(*data.draw(changes(session.scenario.plain())))
                except ScenarioError:
                    continue  # no such step any more, or a handler without one
    # Everything has begun: a scenario may not end before its bursts and faults.
    session.run_until(max(session.settle(), 0.6) + 0.000_001)
    end_s = session.settle()
    session.close()

    replayed = finished(cut_at(scenario, end_s, session), seed=3)

    assert rows(session) == rows(replayed)
    assert_whole(session)


@promised(scenarios())
def test_every_attempt_is_accounted_for(plain: dict[str, Any]) -> None:
    assert_whole(finished(from_plain(plain, Path()), trace=True))


def assert_whole(system: System) -> None:
    table = system.record.requests.array()
    assert len(table) == sum(np.count_nonzero(table["outcome"] == outcome) for outcome in Outcome)
    assert parts_add_up(table, system.record.end_ns)
    for earlier, later in (
        ("sent", "accepted"),
        ("accepted", "started"),
        ("sent", "started"),
        ("started", "server_finished"),
    ):
        both = table[(table[earlier] >= 0) & (table[later] >= 0)]
        assert (both[earlier] <= both[later]).all()
    assert (np.diff(table["sent"]) >= 0).all()
    is_done = table["outcome"] == Outcome.COMPLETED
    assert (table["server_finished"][is_done] <= table["finished"][is_done]).all()
    assert (table["finished"][is_done] - table["sent"][is_done] >= 1_000).all()
    assert_nothing_leaks(system)
    assert_transitions_fit(system)


def assert_nothing_leaks(system: System) -> None:
    """What is taken of pools and thread limiters is taken by requests that are there."""
    there = list(system.ledger.at_server())
    for worker in system.pool.processes:
        here = {request for request in there if request.worker is worker}
        assert 0 <= worker.threads.taken <= len(here)
        if worker.state is not None:
            assert worker.state.connections >= 0
            assert set(worker.state.tasks) <= here
        for pool in worker.pools.values():
            assert pool.holders <= here
            assert set(pool.waiting) <= here - pool.holders
    for service in system.services.values():
        assert service.requests >= 0
        if system.broker is None:
            assert service.requests <= len(there)


PART_OF = {
    Stage.CONNECTING: "network", Stage.TRAVELLING: "network", Stage.RETURNING: "network",
    Stage.ACCEPT_QUEUE: "accept_wait", Stage.LOOP_QUEUE: "loop_wait", Stage.THREAD_QUEUE: "thread_wait",
    Stage.POOL_QUEUE: "pool_wait", Stage.SERVICE_QUEUE: "service_wait", Stage.IN_IO: "io",
}  # fmt: skip


def assert_transitions_fit(system: System) -> None:
    """The time between transitions is the time in the rows, stage by stage."""
    assert system.trace is not None
    moves = system.trace.rows()
    assert (np.diff(moves["time"]) >= 0).all()
    table = system.record.requests.array()
    spent = {part: np.zeros(len(table), dtype=np.int64) for part in {*PART_OF.values(), "cpu_and_wait"}}
    order = np.argsort(moves["request"], kind="stable")
    moves = moves[order]
    for move, following in zip(moves, [*moves[1:], None], strict=False):
        stage, index = Stage(int(move["stage"]) & 0x7F), int(move["request"]) - 1
        if stage in {*ENDED, Stage.BACKGROUND, Stage.ORPHANED}:
            continue
        is_last = following is None or following["request"] != move["request"]
        until = system.record.end_ns if is_last else following["time"]
        spent[PART_OF.get(stage, "cpu_and_wait")][index] += until - move["time"]
    is_shown = np.isin(np.arange(len(table)) + 1, moves["request"])
    is_shown &= table["outcome"] != Outcome.REFUSED  # the way there and back has no stage of its own
    for part in ("thread_wait", "pool_wait", "service_wait", "io"):
        assert np.array_equal(spent[part][is_shown], table[part][is_shown]), part
    # Who waits for an answer to a dropped SYN is still CONNECTING.
    outside = table["network"] + table["accept_wait"]
    assert np.array_equal((spent["network"] + spent["accept_wait"])[is_shown], outside[is_shown])
    assert (spent["accept_wait"] <= table["accept_wait"])[is_shown].all()
    computed = table["cpu"] + table["cpu_wait"]
    assert np.array_equal(spent["cpu_and_wait"][is_shown], computed[is_shown])


@pytest.mark.parametrize("handler", ["async", "threadpool", "blocking"])
def test_no_attempt_takes_less_than_a_microsecond(handler: str) -> None:
    plain = {
        "format": 1, "name": "nothing takes time", "run": {"duration": "1ms"},
        "clients": [{"name": "users", "arrivals": "closed", "users": 2}],
        "routes": [{"path": "/a", "handler": handler}],
    }  # fmt: skip
    table = finished(from_plain(plain, Path())).record.requests.array()
    ended = table[table["finished"] >= 0]
    assert len(ended) == 2 * 999 + 2 * (len(table) - len(ended) == 0)
    assert set((ended["finished"] - ended["sent"]).tolist()) == {1000}
