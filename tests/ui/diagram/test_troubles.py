"""What goes wrong beside loops and threads is said, the cause before what comes of it."""

from typing import Any

import pytest

from simulator.record import HOLDS_LOOP, Stage
from simulator.scenario import FaultKind
from ui.diagram.crew import Crew
from ui.diagram.facts import Kind, Reading
from ui.diagram.figures import DiagramFigures, WorkerFigures, WorkerLife, running
from ui.diagram.outcomes import Outcomes
from ui.diagram.situation import bottleneck, situation
from ui.diagram.topology import FaultNode, RouteNode


def read(story: Any, at_ms: float, figures: DiagramFigures | None = None) -> Reading:
    return Reading.of(story.moment(at_ms), figures or running(4), story.crew)


def serve(story: Any, **changed: Any) -> None:
    """The database has other values."""
    database = story.topology.services[0]._replace(**changed)
    story.crew = Crew(story.topology._replace(services=(database,)), story.crew.workers)


def lives(**life: WorkerLife) -> DiagramFigures:
    workers = tuple(WorkerFigures(n, life=life.get(f"w{n}", WorkerLife.RUNNING), starts_in_s=1.2) for n in (1, 2, 3, 4))
    return DiagramFigures(workers)


def wait_for_pool(story: Any, count: int, worker: int = 2) -> None:
    for _ in range(count):
        story.enter(1, story.send(0), Stage.POOL_QUEUE, f"worker:{worker}/pool:database")


def test_a_full_pool_names_its_worker_and_its_service(story: Any) -> None:
    serve(story, pool_size=15)
    wait_for_pool(story, 3)
    facts = situation(read(story, 2))
    assert (facts.kind, facts.worker, facts.service, facts.limit, facts.waiting) == (
        Kind.NO_CONNECTION,
        2,
        "database",
        15,
        3,
    )
    assert bottleneck(read(story, 2)) == "worker:2/pool:database"


def test_a_pool_comes_before_the_threads_that_wait_for_it(story: Any) -> None:
    serve(story, pool_size=15)
    wait_for_pool(story, 1)
    story.enter(1, story.send(0, route=2), Stage.THREAD_QUEUE, "worker:2/threads")
    assert situation(read(story, 2)).kind is Kind.NO_CONNECTION


def test_a_full_service_comes_before_the_pools_that_it_fills(story: Any) -> None:
    serve(story, pool_size=15, concurrency=1)
    wait_for_pool(story, 2)
    story.enter(0, story.send(0), Stage.IN_IO, "service:database", 90)
    story.enter(1, story.send(0), Stage.SERVICE_QUEUE, "service:database")
    facts = situation(read(story, 2))
    assert (facts.kind, facts.limit, facts.waiting) == (Kind.SERVICE_FULL, 1, 3)
    assert bottleneck(read(story, 2)) == "service:database"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (FaultKind.SLOW, Kind.SERVICE_SLOW),
        (FaultKind.DOWN, Kind.SERVICE_DOWN),
        (FaultKind.HANG, Kind.SERVICE_HANGS),
    ],
)
def test_a_fault_is_said_while_it_lasts(story: Any, kind: FaultKind, said: Kind) -> None:
    fault = FaultNode("database", kind, 1.0, 3.0, 5.0)
    story.crew = Crew(story.topology._replace(faults=(fault,)), story.crew.workers)
    assert situation(read(story, 999)).kind is Kind.NOBODY_WAITS
    facts = situation(read(story, 1000))
    assert (facts.kind, facts.service, facts.in_s) == (said, "database", pytest.approx(2))
    assert situation(read(story, 3000)).kind is Kind.NOBODY_WAITS


def test_dropped_connections_come_before_the_worker_that_is_blocked(story: Any) -> None:
    story.block(0, story.send(0, route=1), 1, 900)
    request = story.send(0, stage=Stage.CONNECTING)
    story.enter(4, request, Stage.CONNECTING, "client:Cliente_1", 1004)
    facts = situation(read(story, 504))
    assert (facts.kind, facts.waiting, facts.in_s) == (Kind.DROPPED, 1, pytest.approx(0.5))


@pytest.mark.parametrize(
    ("figures", "kind"),
    [
        (lives(w2=WorkerLife.CRASHED), Kind.CRASHED),
        (lives(w2=WorkerLife.STARTING), Kind.STARTING),
        (lives(w2=WorkerLife.LEAVING), Kind.LEAVING),
        (lives(**{f"w{n}": WorkerLife.STARTING for n in (1, 2, 3, 4)}), Kind.NOBODY_ACCEPTS),
    ],
)
def test_the_life_of_a_worker_is_said(story: Any, figures: DiagramFigures, kind: Kind) -> None:
    assert situation(read(story, 1, figures)).kind is kind


@pytest.mark.parametrize(("index", "kind"), [(1, Kind.REJECTED), (2, Kind.FAILED), (3, Kind.TIMED_OUT)], ids=str)
def test_what_ended_badly_in_the_last_second_is_said(story: Any, index: int, kind: Kind) -> None:
    counts = tuple(7 if each == index else 0 for each in range(4))
    figures = running(4)._replace(outcomes=Outcomes(counts, counts))
    facts = situation(read(story, 1, figures))
    assert (facts.kind, facts.waiting) == (kind, 7)


def orphan(story: Any, place: str, until_ms: float = 0, route: int = 0, holds: int = 0) -> int:
    request: int = story.send(0, route=route)
    story.transitions.goes_on_behind(request, Stage.ORPHANED)
    story.enter(1, request, Stage.TIMED_OUT, "client:Cliente_1")
    story.enter(1, request, Stage.LOOP_QUEUE | holds, place, until_ms)
    return request


def test_work_that_nobody_waits_for_is_said(story: Any) -> None:
    orphan(story, "worker:1", until_ms=90)
    facts = situation(read(story, 2))
    assert (facts.kind, facts.orphans) == (Kind.ORPHANS, 1)


def test_orphans_that_wait_for_a_blocked_loop_are_told_apart(story: Any) -> None:
    orphan(story, "worker:1", until_ms=900, route=1, holds=HOLDS_LOOP)
    orphan(story, "worker:1")
    story.enter(1, story.send(0), Stage.LOOP_QUEUE, "worker:1")
    facts = situation(read(story, 2))
    assert (facts.kind, facts.worker, facts.waiting, facts.given_up) == (Kind.BLOCKED, 1, 2, 1)


def test_ghosts_are_counted_where_the_server_has_them(story: Any) -> None:
    serve(story, pool_size=2)
    for place, until_ms in (("service:database", 90), ("worker:1/threads", 90), ("worker:1/pool:database", 0)):
        orphan(story, place, until_ms)
    orphan(story, "listener")
    count = read(story, 2).count
    assert (list(count.at_service), list(count.threads), count.accept) == ([1], [1, 0, 0, 0], 1)
    assert count.pools_queue.tolist() == [[1, 0, 0, 0]]
    assert (count.orphans, list(count.client)) == (4, [0, 0, 0])


def test_a_connection_is_taken_until_the_code_behind_the_step_runs(story: Any) -> None:
    serve(story, pool_size=2)
    request = story.send(0)
    story.enter(0, request, Stage.ON_CPU | HOLDS_LOOP, "worker:3", 1)
    story.enter(1, request, Stage.IN_IO, "service:database", 5)
    story.enter(5, request, Stage.LOOP_QUEUE, "worker:3")
    story.enter(8, request, Stage.ON_CPU | HOLDS_LOOP, "worker:3", 9)
    story.enter(9, request, Stage.IN_IO, "worker:3", 20)
    taken = [int(read(story, at).count.pools_taken[0, 2]) for at in (0.5, 3, 6, 8.5, 12)]
    assert taken == [0, 1, 1, 0, 0]


def test_a_connection_held_for_the_request_is_taken_up_to_the_answer(story: Any) -> None:
    serve(story, pool_size=2, holds_for_request=True)
    request = story.send(0)
    story.enter(0, request, Stage.LOOP_QUEUE, "worker:3")
    story.enter(1, request, Stage.IN_IO, "service:database", 5)
    story.enter(5, request, Stage.LOOP_QUEUE, "worker:3")
    story.enter(9, request, Stage.IN_IO, "worker:3", 20)
    story.enter(20, request, Stage.RETURNING, "worker:3", 30)
    taken = [int(read(story, at).count.pools_taken[0, 2]) for at in (0.5, 3, 6, 12, 25)]
    assert taken == [0, 1, 1, 1, 0]


def test_a_loop_that_waits_for_a_pool_is_blocked(story: Any) -> None:
    serve(story, pool_size=2)
    story.enter(0, story.send(0, route=1), Stage.POOL_QUEUE | HOLDS_LOOP, "worker:1/pool:database")
    count = read(story, 1).count
    assert list(count.is_blocked) == [True, False, False, False]
    assert count.pools_queue.tolist() == [[1, 0, 0, 0]]


def test_background_work_of_a_blocking_kind_blocks_the_loop(story: Any) -> None:
    routes = (RouteNode("/x", story.topology.routes[0].handler, "", True, story.topology.routes[1].handler),)
    story.crew = Crew(story.topology._replace(routes=routes), story.crew.workers)
    request = story.send(0)
    story.transitions.goes_on_behind(request, Stage.BACKGROUND)
    story.enter(1, request, Stage.IN_IO | HOLDS_LOOP, "worker:1", 90)
    count = read(story, 2).count
    assert list(count.is_blocked) == [True, False, False, False]
    assert (count.background, count.orphans) == (1, 0)
