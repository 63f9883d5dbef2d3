"""Requests are drawn where the record says they are, and nothing ever jumps."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from simulator.record import HOLDS_LOOP, Stage
from ui.diagram.boxes import Detail
from ui.diagram.dot_arrays import LEVELS, Dots
from ui.diagram.geometry import Rect
from ui.diagram.spots import Activity


def of(dots: Dots, request: int) -> Any:
    """Row of a request that is drawn once."""
    (row,) = np.flatnonzero(dots.request_id == request)
    return row


def test_travelling_is_linear_in_simulated_time_along_the_clients_link(story: Any) -> None:
    request = story.send(0, stage=Stage.TRAVELLING, until_ms=40)
    curve = story.layout.client_links[0].points()
    for at_ms, sample in ((0, 0), (10, 8), (20, 16), (30, 24), (40, 32)):
        assert story.where(request, at_ms) == pytest.approx(tuple(curve[sample]), abs=0.01)


def test_a_new_connection_shakes_hands_on_the_first_two_thirds_of_the_way(story: Any) -> None:
    request = story.send(0, stage=Stage.CONNECTING, until_ms=20)
    story.enter(20, request, Stage.TRAVELLING, "client:Cliente_1", 30)
    curve = story.layout.client_links[0].points()
    assert story.where(request, 15) == pytest.approx(tuple(curve[16]), abs=0.01)
    assert story.where(request, 22.5) == pytest.approx(tuple(curve[24]), abs=0.01)


def test_an_answer_comes_back_on_the_same_links_in_green(story: Any) -> None:
    request = story.send(0)
    story.enter(0, request, Stage.ON_CPU | HOLDS_LOOP, "worker:1", 10)
    story.enter(10, request, Stage.RETURNING, "worker:1", 50)
    dots = story.dots(50)
    assert dots.activity[of(dots, request)] == Activity.ANSWERED
    home = story.layout.client_links[0].start
    assert story.where(request, 50) == pytest.approx((home.x, home.y))
    x = [story.where(request, at_ms)[0] for at_ms in range(10, 51, 4)]
    assert x == sorted(x, reverse=True)


def test_the_accept_queue_fills_its_slots_in_order_of_arrival(story: Any) -> None:
    later, earlier = story.send(0), story.send(0)
    story.enter(1, earlier, Stage.ACCEPT_QUEUE, "listener")
    story.enter(2, later, Stage.ACCEPT_QUEUE, "listener")
    slots = story.layout.uvicorn.slots.centres()
    assert story.where(earlier, 3) == pytest.approx(tuple(slots[0]))
    assert story.where(later, 3) == pytest.approx(tuple(slots[1]))


def test_a_long_ready_queue_shows_its_first_five(story: Any) -> None:
    for number in range(9):
        story.enter(number, story.send(number), Stage.LOOP_QUEUE, "worker:2")
    dots = story.dots(10)
    assert sorted(dots.request_id) == [1, 2, 3, 4, 5]
    assert np.allclose(np.diff(dots.x), 14.5)


def test_who_holds_the_loop_rides_on_the_head_of_the_arc(story: Any) -> None:
    request = story.send(0)
    story.enter(0, request, Stage.ON_CPU | HOLDS_LOOP, "worker:3", 8)
    box = story.layout.workers[2]
    # The arc of every worker is filled to a quarter: its head is at three o'clock.
    assert story.where(request, 4) == pytest.approx((box.arc.x + box.radius, box.arc.y))
    dots = story.dots(4)
    assert (dots.activity[0], dots.level[0]) == (Activity.ON_CPU, (LEVELS - 1) / 2)


def test_a_blocking_call_is_a_blue_bead_and_takes_a_place_at_its_service(story: Any) -> None:
    request = story.send(0, route=1)
    story.enter(0, request, Stage.ON_CPU | HOLDS_LOOP, "worker:1", 1)
    story.block(1, request, 1, 201, "service:database")
    dots = story.dots(101)
    bead, place = np.flatnonzero(dots.request_id == request)
    assert list(dots.activity[[bead, place]]) == [Activity.IN_IO] * 2
    assert (dots.x[bead], dots.y[bead]) == pytest.approx(tuple(story.ground.beads[0]))
    assert story.layout.services[0].rect.contains(dots.x[place], dots.y[place])


def test_waiting_without_a_service_is_drawn_in_the_workers_own_area(story: Any) -> None:
    request = story.send(0)
    story.enter(0, request, Stage.IN_IO, "worker:4", 100)
    area = story.layout.workers[3].io
    assert area is not None
    assert area.contains(*story.where(request, 25))
    assert story.dots(25).level[0] == 6  # three quarters of nine levels, of which the last is all


def test_a_request_in_a_thread_is_a_cell_and_no_dot(story: Any) -> None:
    request = story.send(0, route=2)
    story.enter(0, request, Stage.IN_IO, "worker:1/threads", 100)
    assert len(story.dots(50)) == 0


def test_a_change_of_place_that_takes_no_time_is_a_flight(story: Any) -> None:
    request = story.send(0)
    story.enter(0, request, Stage.ACCEPT_QUEUE, "listener")
    story.enter(100, request, Stage.LOOP_QUEUE, "worker:1")
    link, ready = story.layout.worker_links[0], story.layout.workers[0].ready
    assert story.where(request, 100, flight_ms=10) == pytest.approx((link.start.x, link.start.y))
    x, _ = story.where(request, 103, flight_ms=10)
    assert link.start.x < x < link.end.x
    assert story.where(request, 110, flight_ms=10) == pytest.approx((ready.x, ready.y))


@pytest.mark.parametrize(
    ("stage", "activity"),
    [(Stage.ON_CPU, Activity.ON_CPU), (Stage.CPU_QUEUE, Activity.WAITING), (Stage.IN_IO, Activity.IN_IO)],
)
def test_who_flies_to_a_thread_has_the_colour_of_what_it_does_there(story: Any, stage: Stage, activity: Any) -> None:
    request = story.send(0, route=2)
    story.enter(0, request, Stage.THREAD_QUEUE, "worker:1/threads")
    story.enter(10, request, Stage.ON_CPU, "worker:1/threads", 90)
    story.enter(12, request, stage, "worker:1/threads", 90)
    dots = story.dots(20, flight_ms=40)
    assert dots.activity[of(dots, request)] == activity


def test_an_answer_that_took_no_time_on_the_network_is_still_seen_to_fly_home(story: Any) -> None:
    request = story.send(0)
    story.enter(0, request, Stage.ON_CPU | HOLDS_LOOP, "worker:1", 20)
    story.enter(20, request, Stage.ANSWERED, "client:Cliente_1")
    assert len(story.moment(25)) == 0
    dots = story.dots(25, flight_ms=10)
    assert dots.activity[of(dots, request)] == Activity.ANSWERED
    assert len(story.dots(31, flight_ms=10)) == 0


def test_a_batch_that_moves_at_one_instant_is_strung_out(story: Any) -> None:
    for _ in range(6):
        story.enter(0, story.send(0), Stage.ACCEPT_QUEUE, "listener")
    for request in range(1, 7):
        story.enter(50, request, Stage.LOOP_QUEUE, "worker:2")
    dots = story.dots(55, flight_ms=10)
    assert len(np.unique(dots.x.round())) == 6


def life(story: Any, client: int, at_ms: float, worker: int) -> int:
    """A request with every kind of change of place, several of them in one instant."""
    request: int = story.send(at_ms, client, stage=Stage.TRAVELLING, until_ms=at_ms + 2)
    place = f"worker:{worker}"
    story.enter(at_ms + 2, request, Stage.ACCEPT_QUEUE, "listener")
    story.enter(at_ms + 9, request, Stage.LOOP_QUEUE, place)
    story.enter(at_ms + 9, request, Stage.LOOP_QUEUE, place)
    story.enter(at_ms + 9, request, Stage.ON_CPU | HOLDS_LOOP, place, at_ms + 10)
    story.enter(at_ms + 10, request, Stage.IN_IO, "service:database", at_ms + 40)
    story.enter(at_ms + 40, request, Stage.LOOP_QUEUE, place)
    story.enter(at_ms + 40, request, Stage.ON_CPU | HOLDS_LOOP, place, at_ms + 41)
    story.enter(at_ms + 41, request, Stage.RETURNING, place, at_ms + 43)
    story.enter(at_ms + 43, request, Stage.ANSWERED, f"client:Cliente_{client + 1}")
    return request


def are_in_one_box(story: Any, one: tuple[float, float], other: tuple[float, float]) -> bool:
    layout = story.layout
    boxes = [box.rect for box in (layout.uvicorn, *layout.workers, *layout.services)]
    # Within the two pixels that a request comes from or goes on the link while it crosses the edge.
    grown = [Rect(box.x - 20, box.y - 2, box.width + 40, box.height + 4) for box in boxes]
    return any(box.contains(*one) and box.contains(*other) for box in grown)


@pytest.mark.parametrize("flight_ms", [5.0, 12.0, 60.0])
def test_nothing_jumps_but_behind_a_box(story: Any, flight_ms: float) -> None:
    request = life(story, 0, 10.0, 2)
    instants = np.arange(10.0, 10 + 41 + flight_ms * 0.99, flight_ms / 60)
    positions = [story.where(request, at_ms, flight_ms) for at_ms in instants]
    jumps = [(one, other) for one, other in pairwise(positions) if np.hypot(one[0] - other[0], one[1] - other[1]) > 30]
    for one, other in jumps:
        assert are_in_one_box(story, one, other)


def test_the_picture_is_a_function_of_the_record_and_the_instant_alone(story: Any) -> None:
    life(story, 0, 10.0, 2)
    live = story.dots(30, flight_ms=12)
    life(story, 1, 60.0, 1)
    rewound = story.dots(30, flight_ms=12)
    assert np.array_equal(live.x, rewound.x)
    assert np.array_equal(live.y, rewound.y)


def test_without_travel_nobody_is_on_a_link(story: Any) -> None:
    story.send(0, stage=Stage.TRAVELLING, until_ms=40)
    waiting = story.send(0)
    story.enter(1, waiting, Stage.ACCEPT_QUEUE, "listener")
    dots = story.dots(10, flight_ms=20, travels=False)
    assert list(dots.request_id) == [waiting]


def test_a_burst_that_sets_out_together_is_fanned_out(story: Any) -> None:
    for _ in range(3):
        story.send(0, stage=Stage.TRAVELLING, until_ms=40)
    dots = story.dots(20)
    assert np.allclose(np.diff(dots.y), 5.0)


def test_a_place_at_a_service_is_the_first_free_one_and_stays(story: Any) -> None:
    for number in range(4):
        story.enter(number, story.send(number), Stage.IN_IO, "service:database", 100)
    cells = story.layout.services[0].grid(Detail.FULL).centres()
    assert story.where(4, 10) == pytest.approx(tuple(cells[3]))
    story.enter(20, 2, Stage.LOOP_QUEUE, "worker:1")
    assert story.where(4, 21) == pytest.approx(tuple(cells[3]))
    story.enter(30, story.send(25), Stage.IN_IO, "service:database", 100)
    assert story.where(5, 31) == pytest.approx(tuple(cells[1]))


def test_small_requests_find_more_room_at_a_service(story: Any) -> None:
    box = story.layout.services[0]
    assert [box.grid(detail).count for detail in Detail] == [20, 54, 216]


def test_nothing_is_drawn_of_an_empty_record(story: Any) -> None:
    assert len(story.dots(0)) == 0
    assert len(story.dots(5, flight_ms=10)) == 0
