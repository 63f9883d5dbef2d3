"""What comes back without success is seen to fall, and ghosts stay where the server works on them."""

from typing import Any

import numpy as np
import pytest

from simulator.record import HOLDS_LOOP, Stage
from ui.diagram.dot_arrays import Dots
from ui.diagram.spots import Activity


def dot(dots: Dots, request: int, activity: Activity) -> tuple[float, float]:
    (row,) = np.flatnonzero((dots.request_id == request) & (dots.activity == activity))
    return float(dots.x[row]), float(dots.y[row])


def test_who_is_refused_bounces_off_the_door_and_falls_into_the_pile(story: Any) -> None:
    request = story.send(0, stage=Stage.CONNECTING)
    story.enter(40, request, Stage.REFUSED, "client:Cliente_1")
    door = story.layout.client_links[0].end
    assert dot(story.dots(40, 20), request, Activity.REFUSED) == pytest.approx((door.x, door.y))
    places = [(place.x, place.y) for place in story.layout.pile.places]
    assert dot(story.dots(59.999, 20), request, Activity.REFUSED) == pytest.approx(places[request % 30], abs=0.1)
    assert len(story.dots(61, 20)) == 0


def test_who_gives_up_falls_from_its_client_while_its_ghost_stands_where_it_was(story: Any) -> None:
    request = story.send(0)
    story.enter(1, request, Stage.LOOP_QUEUE, "worker:2")
    story.transitions.goes_on_behind(request, Stage.ORPHANED)
    story.enter(20, request, Stage.TIMED_OUT, "client:Cliente_1")
    dots = story.dots(20, 10)
    home = story.layout.client_links[0].start
    assert dot(dots, request, Activity.TIMED_OUT) == pytest.approx((home.x, home.y))
    ready = story.layout.workers[1].ready
    assert dot(dots, request, Activity.GHOST) == pytest.approx((ready.x, ready.y))


def test_a_rejected_one_flies_back_before_it_falls(story: Any) -> None:
    request = story.send(0)
    story.enter(1, request, Stage.ON_CPU | HOLDS_LOOP, "worker:1", 60)
    story.enter(60, request, Stage.REJECTED, "client:Cliente_1")
    x, _ = dot(story.dots(62, 20), request, Activity.REFUSED)
    assert x > story.layout.uvicorn.rect.right


def test_background_work_stands_at_its_worker_while_the_answer_flies(story: Any) -> None:
    request = story.send(0)
    story.enter(1, request, Stage.ON_CPU | HOLDS_LOOP, "worker:1", 60)
    story.transitions.goes_on_behind(request, Stage.BACKGROUND)
    story.enter(60, request, Stage.ANSWERED, "client:Cliente_1")
    story.enter(60, request, Stage.IN_IO, "worker:1", 190)
    dots = story.dots(66, 20)
    answer = dot(dots, request, Activity.ANSWERED)
    ghost = dot(dots, request, Activity.GHOST)
    assert story.layout.workers[0].io.contains(*ghost)
    assert not story.layout.workers[0].rect.contains(*answer)


def test_dropped_connections_wait_on_their_link_and_come_again(story: Any) -> None:
    request = story.send(0, stage=Stage.CONNECTING)
    story.enter(4, request, Stage.CONNECTING, "client:Cliente_1", 1004)
    link = story.layout.client_links[0]
    assert dot(story.dots(5, 20), request, Activity.REFUSED)[0] == pytest.approx(link.end.x, abs=10)
    waiting = dot(story.dots(500, 20), request, Activity.WAITING)
    assert link.start.x < waiting[0] < link.end.x - 20
    assert dot(story.dots(1003.99, 20), request, Activity.WAITING)[0] == pytest.approx(link.end.x, abs=1)


@pytest.mark.parametrize("size", [(640, 260), (640, 330), (1008, 408), (1140, 516)])
@pytest.mark.parametrize("count", [3, 20, 200])
def test_those_who_were_dropped_lie_neither_on_each_other_nor_on_a_box(told: Any, size: Any, count: int) -> None:
    story = told(size=size)
    for number in range(3 * count):
        request = story.send(0, client=number % 3, stage=Stage.CONNECTING)
        story.enter(4, request, Stage.CONNECTING, f"client:Cliente_{number % 3 + 1}", 1004)
    dots = story.dots(500, 20)
    assert 9 <= len(dots) <= 3 * min(count, 99)
    at = np.stack([dots.x, dots.y], axis=1)
    apart = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) + 100 * np.eye(len(at))
    assert apart.min() >= dots.size.max()
    half = dots.size.max() / 2
    layout = story.layout
    assert dots.x.min() - half >= layout.clients[0].rect.right
    assert dots.x.max() + half <= layout.uvicorn.rect.x


def test_who_was_dropped_stays_where_it_is_while_others_come_and_go(story: Any) -> None:
    requests = [story.send(0, stage=Stage.CONNECTING) for _ in range(4)]
    for number, request in enumerate(requests):
        story.enter(4, request, Stage.CONNECTING, "client:Cliente_1", 404 + 100 * number)
    before = dot(story.dots(350, 20), requests[3], Activity.WAITING)
    story.enter(404, requests[0], Stage.ACCEPT_QUEUE, "listener")
    late = story.send(420, stage=Stage.CONNECTING)
    story.enter(420, late, Stage.CONNECTING, "client:Cliente_1", 1420)
    assert dot(story.dots(480, 20), requests[3], Activity.WAITING) == pytest.approx(before)


def test_of_very_many_dropped_connections_as_many_are_drawn_as_have_room(story: Any) -> None:
    for _ in range(200):
        story.enter(4, story.send(0, stage=Stage.CONNECTING), Stage.CONNECTING, "client:Cliente_1", 1004)
    assert 24 <= len(story.dots(500, 20)) <= 99
