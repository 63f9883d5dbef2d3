"""Who waits where, who holds which loop, and how many tokens are taken."""

from typing import Any

from simulator.record import HOLDS_LOOP, Stage
from ui.diagram.whereabouts import NOWHERE, Occupancy


def counted(story: Any, at_ms: float) -> Occupancy:
    moment = story.moment(at_ms)
    count: Occupancy = story.crew.count(moment, story.crew.locate(moment))
    return count


def test_a_worker_is_blocked_while_its_loop_is_held_by_something_that_only_waits(story: Any) -> None:
    request = story.send(0, route=1)
    story.enter(0, request, Stage.ON_CPU | HOLDS_LOOP, "worker:2", 1)
    story.block(1, request, 2, 51)
    assert list(counted(story, 0.5).is_blocked) == [False] * 4
    assert list(counted(story, 0.5).holder) == [NOWHERE, 0, NOWHERE, NOWHERE]
    assert list(counted(story, 20).is_blocked) == [False, True, False, False]


def test_a_blocking_call_to_a_service_blocks_the_worker_that_it_came_from(story: Any) -> None:
    request = story.send(0, route=1)
    story.enter(0, request, Stage.ON_CPU | HOLDS_LOOP, "worker:3", 1)
    story.block(1, request, 3, 51, "service:database")
    count = counted(story, 20)
    assert list(count.is_blocked) == [False, False, True, False]
    assert list(count.at_service) == [1]


def test_a_token_is_held_until_the_loop_resumes_the_request(story: Any) -> None:
    request = story.send(0, route=2)
    story.enter(0, request, Stage.LOOP_QUEUE, "worker:1")
    assert list(counted(story, 0).threads) == [0, 0, 0, 0]
    story.enter(1, request, Stage.IN_IO, "worker:1/threads", 11)
    assert list(counted(story, 5).threads) == [1, 0, 0, 0]
    story.enter(11, request, Stage.LOOP_QUEUE, "worker:1")
    count = counted(story, 20)
    assert list(count.threads) == [1, 0, 0, 0]
    assert list(count.ready) == [1, 0, 0, 0]


def test_a_thread_that_waits_for_the_database_is_counted_at_both(story: Any) -> None:
    request = story.send(0, route=2)
    story.enter(0, request, Stage.LOOP_QUEUE, "worker:4")
    story.enter(1, request, Stage.IN_IO, "service:database", 50)
    count = counted(story, 10)
    assert list(count.threads) == [0, 0, 0, 1]
    assert list(count.at_service) == [1]


def test_waiters_are_counted_where_they_wait(story: Any) -> None:
    for _ in range(3):
        story.enter(0, story.send(0, client=1), Stage.ACCEPT_QUEUE, "listener")
    for _ in range(2):
        story.enter(0, story.send(0), Stage.THREAD_QUEUE, "worker:1/threads")
    count = counted(story, 1)
    assert count.accept == 3
    assert list(count.thread_queue) == [2, 0, 0, 0]
    assert list(count.client) == [2, 3, 0]


def test_workers_that_are_not_drawn_are_left_out(told: Any) -> None:
    story = told(workers=1)
    story.enter(0, story.send(0), Stage.LOOP_QUEUE, "worker:7")
    assert list(counted(story, 1).ready) == [0]
    assert len(story.dots(1)) == 0
