"""The lives of worker processes, as they are and as they were when somebody looked."""

from simulator.model import System
from simulator.scenario import Scenario
from simulator.units import NS_PER_S
from tests.model.stories import poisson, route, server, told
from ui.diagram.figures import Life, WorkerLife
from ui.diagram.lives import Lives


def story(more: str = "", faults: str = "") -> Scenario:
    parts = [poisson(20, more="keep_alive = false"), route("async", "io 300ms"), server(f"workers = 2\n{more}")]
    return told(*parts, *([faults] if faults else []), duration="20s")


def looked(scenario: Scenario, *instants: float) -> tuple[System, Lives]:
    """A run somebody looked at then."""
    system = System(scenario, seed=1, trace=True, endless=True)
    lives = Lives(system)
    for at_s in instants:
        system.run_until(at_s)
        lives.now()
    return system, lives


def kinds(lives: dict[int, Life]) -> list[WorkerLife]:
    return [lives[number].life for number in sorted(lives)]


def test_who_simply_works_is_running() -> None:
    _, lives = looked(story(), 1.0)
    found, restarts = lives.now()
    assert kinds(found) == [WorkerLife.RUNNING, WorkerLife.RUNNING]
    assert restarts == 0


def test_a_worker_that_starts_says_when_it_will_accept() -> None:
    system = System(story('start_up = "2s"'), seed=1, trace=True, endless=True)
    system.run_until(3.0)
    system.apply("server.workers", 3)
    found, _ = Lives(system).now()
    assert kinds(found) == [WorkerLife.RUNNING, WorkerLife.RUNNING, WorkerLife.STARTING]
    ready_s = found[3].ready_s
    assert ready_s is not None
    assert ready_s > 3.0
    system.run_until(ready_s + 0.01)
    assert kinds(Lives(system).now()[0]) == [WorkerLife.RUNNING] * 3


def test_a_worker_that_goes_finishes_first_and_is_then_no_more_told_of() -> None:
    system = System(story(), seed=1, trace=True, endless=True)
    system.run_until(1.0)
    lives = Lives(system)
    system.apply("server.workers", 1)
    assert kinds(lives.now()[0]) == [WorkerLife.RUNNING, WorkerLife.LEAVING]
    system.run_until(8.0)
    assert kinds(lives.now()[0]) == [WorkerLife.RUNNING]


def test_a_crash_is_told_apart_from_an_end_until_another_takes_its_place() -> None:
    faults = '[[faults]]\nkind = "crash"\nat = "1s"\ntarget = "worker:2"\n'
    system, lives = looked(story(faults=faults), 0.5, 1.01)
    assert kinds(lives.now()[0]) == [WorkerLife.RUNNING, WorkerLife.CRASHED]
    system.run_until(10.0)
    found, restarts = lives.now()
    assert kinds(found) == [WorkerLife.RUNNING, WorkerLife.RUNNING]
    assert restarts == 1


def test_one_that_has_served_as_many_as_it_may_is_spent() -> None:
    _, lives = looked(story("limit_max_requests = 5"), *(at / 10 for at in range(1, 30)))
    seen = [life for at in range(1, 30) for life in (lives.at(at * NS_PER_S // 10) or ({}, 0))[0].values()]
    assert any(life.is_spent for life in seen)


def test_the_past_is_as_it_was_seen_and_unknown_before_anybody_looked() -> None:
    faults = '[[faults]]\nkind = "crash"\nat = "1s"\ntarget = "worker:2"\n'
    _, lives = looked(story(faults=faults), 0.5, 1.01, 10.0)
    assert lives.at(NS_PER_S // 4) is None
    before, crashed, after = (lives.at(round(at * NS_PER_S)) for at in (0.9, 1.2, 10.0))
    assert before is not None
    assert crashed is not None
    assert after is not None
    assert kinds(before[0]) == kinds(after[0]) == [WorkerLife.RUNNING, WorkerLife.RUNNING]
    assert kinds(crashed[0]) == [WorkerLife.RUNNING, WorkerLife.CRASHED]
