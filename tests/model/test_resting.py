"""Plain requests that wait behind many others to be accepted: little is kept of them, and nothing is lost."""

import pytest

from simulator.model import System
from simulator.model.closing import parts_at
from simulator.scenario import Scenario
from simulator.statistics import StreamedTally, tallied
from tests.model.stories import poisson, route, server, told
from tests.model.test_short_ways import told_by

NEAR = poisson(900, more="keep_alive = false")
FAR = poisson(90, name="far", more='keep_alive = false\nnetwork = "exponential(40ms)"')


def crowd(loop: str, *clients: str, backlog: int = 2048) -> Scenario:
    """Three times the load that two workers can bear, for two seconds."""
    steps = ("cpu 1ms", "io exponential(5ms)", "cpu 1ms")
    both = server(f'workers = 2\nloop = "{loop}"\nbacklog = {backlog}\nsomaxconn = 2048')
    return told(*(clients or (NEAR,)), route("blocking", *steps), both, duration="2s", more='sample_every = "10ms"')


def half_way(scenario: Scenario, *, trace: bool = False) -> System:
    system = System(scenario, seed=1, trace=trace)
    system.run_until(1.0)
    return system


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_who_is_looked_at_is_as_in_a_run_in_which_nobody_rests(loop: str) -> None:
    system, seen = (half_way(crowd(loop, NEAR, FAR), trace=trace) for trace in (False, True))
    at_rest = system.listener.resting
    assert seen.listener.resting == 0
    looked_at, expected = (
        [(number, request.sent, request.accepted, parts_at(request, run.now_ns)) for number, request in every.items()]
        for run in (system, seen)
        for every in (run.in_flight,)
    )
    assert looked_at == expected
    assert at_rest > 40


def test_the_worker_that_wins_loses_its_privilege_while_they_come() -> None:
    story = (
        poisson(9000, more="keep_alive = false"),
        route("blocking", "io exponential(20ms)", "cpu 1ms"),
        server('workers = 3\nburst_window = "200ms"\nbacklog = 2048\nsomaxconn = 2048'),
    )
    short, seen = (System(told(*story, duration="1s"), seed=1, trace=trace) for trace in (False, True))
    for system in (short, seen):
        system.finish()
    assert told_by(short) == told_by(seen)


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_to_look_at_them_changes_nothing(loop: str) -> None:
    looked_at, undisturbed = half_way(crowd(loop, NEAR, FAR)), half_way(crowd(loop, NEAR, FAR))
    assert len(looked_at.in_flight) == undisturbed.ledger.count
    assert (looked_at.listener.resting, undisturbed.listener.resting > 40) == (0, True)
    for system in (looked_at, undisturbed):
        system.finish()
    assert told_by(looked_at) == told_by(undisturbed)


@pytest.mark.parametrize("backlog", [100, 2048])
@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_streamed_figures_count_them(loop: str, backlog: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.statistics.tally._ROWS_AT_ONCE", 1)  # so that they are asked for every 10 ms
    scenario = crowd(loop, NEAR, FAR, backlog=backlog)
    kept = System(scenario, seed=1)
    kept.finish()
    reader = StreamedTally(scenario)
    streamed = System(scenario, seed=1, stream=reader)
    reader.newly_sent = streamed.ledger.newly_sent
    streamed.finish()
    tallies = [tallied(kept.record), reader.closed(streamed.record)]
    assert len({tally.peak.highest for tally in tallies}) == 1
    assert len({tally.all.sent for tally in tallies}) == 1
    assert tallies[0].peak.highest > 200
