"""Everything has its place at every size, and nothing lies on top of anything else."""

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest

from tests.ui.diagram.conftest import contents, text_width
from ui.diagram.boxes import Layout, WorkerKind
from ui.diagram.client_boxes import MOST_CLIENT_CARDS
from ui.diagram.geometry import Rect
from ui.diagram.layout import arrange
from ui.diagram.worker_boxes import Inside, card

HALVES = ((640, 330), (694, 420))
"""Two servers side by side."""
WHOLES = ((1008, 408), (1140, 516), (2200, 954))
SIZES = (*HALVES, *WHOLES)


def boxes(layout: Layout) -> Iterator[Rect]:
    yield layout.uvicorn.rect
    for box in (*layout.clients, *layout.workers, *layout.services):
        yield box.rect


@pytest.mark.parametrize(
    ("size", "columns"),
    [
        ((1008, 408), (14, 215, 486, 882)),
        ((1140, 516), (24, 243, 549, 1004)),
        ((2200, 954), (200, 556, 1066, 1840)),
    ],
)
def test_columns_stand_where_the_design_notes_put_them(arranged: Any, size: Any, columns: tuple[float, ...]) -> None:
    layout = arranged(size)
    firsts = (layout.clients[0], layout.uvicorn, layout.workers[0], layout.services[0])
    assert [box.rect.x for box in firsts] == pytest.approx(columns, abs=1)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("workers", [1, 2, 4, 5, 8, 9, 16, 31, 32, 33, 64, 65, 300, 1024])
def test_boxes_stay_on_the_canvas_and_apart(arranged: Any, size: Any, workers: int) -> None:
    for clients, services in ((1, 0), (3, 1), (12, 2)):
        layout = arranged(size, clients, workers, services)
        few = list(boxes(layout))[:60]
        for box in few:
            assert Rect(0, 0, *size).contains(box.x, box.y)
            assert Rect(0, 0, *size).contains(box.right, box.bottom)
        for one, other in combinations(few, 2):
            assert not one.overlaps(other), (one, other)


@pytest.mark.parametrize(
    ("workers", "kind"),
    [
        (1, WorkerKind.FULL),
        (5, WorkerKind.FULL),
        (6, WorkerKind.COMPACT),
        (8, WorkerKind.SLIM),
        (9, WorkerKind.TILE),
        (32, WorkerKind.TILE),
        (33, WorkerKind.SMALL_TILE),
        (64, WorkerKind.SMALL_TILE),
        (65, WorkerKind.HEAT),
        (1024, WorkerKind.HEAT),
    ],
)
def test_more_workers_are_drawn_more_simply(arranged: Any, workers: int, kind: WorkerKind) -> None:
    layout = arranged((1140, 516), workers=workers)
    assert layout.worker_kind is kind
    assert len(layout.workers) == workers


def test_four_workers_are_full_cards_even_in_the_smallest_window(arranged: Any) -> None:
    assert arranged((1008, 408)).worker_kind is WorkerKind.FULL


@pytest.mark.parametrize("size", SIZES)
def test_links_join_the_edges_of_their_boxes(arranged: Any, size: Any) -> None:
    layout = arranged(size)
    for client, link in zip(layout.clients, layout.client_links, strict=True):
        assert link.start.x == client.rect.right
        assert link.end.x == layout.uvicorn.rect.x
    for worker, number in zip(layout.workers, layout.link_of_worker, strict=True):
        link = layout.worker_links[number]
        assert (link.start.x, link.end.x) == (layout.uvicorn.rect.right, worker.rect.x)
    uvicorn = layout.uvicorn.rect
    assert all(uvicorn.y < link.end.y < uvicorn.bottom for link in layout.client_links)


@pytest.mark.parametrize("workers", [1, 2, 3, 5])
@pytest.mark.parametrize("size", SIZES)
def test_no_link_leans_by_a_pixel(arranged: Any, size: Any, workers: int) -> None:
    layout = arranged(size, workers=workers)
    links = [*layout.client_links, *layout.worker_links, *(link for links in layout.service_links for link in links)]
    leans = [abs(link.end.y - link.start.y) for link in links]
    assert [lean for lean in leans if 0 < lean <= 2] == []


def test_a_crowd_of_workers_shares_a_few_links(arranged: Any) -> None:
    layout = arranged((1140, 516), workers=40)
    assert len(layout.worker_links) == 4
    assert set(layout.link_of_worker) == {0, 1, 2, 3}


@pytest.mark.parametrize("length", range(8, 19))
def test_the_longest_name_of_a_client_fits_whole_into_its_card(length: int) -> None:
    names = "short", "n" * length
    found = arrange(2100, 900, contents(2)._replace(clients=names), text_width)
    assert all(client.rect.width - 44 >= text_width(names[1], 13, 600) for client in found.clients)


def test_clients_without_a_card_of_their_own_share_the_last_one(arranged: Any) -> None:
    layout = arranged((1140, 516), clients=20)
    assert len(layout.clients) == MOST_CLIENT_CARDS
    assert [index for box in layout.clients for index in box.members] == list(range(20))
    assert len(layout.clients[-1].members) == 9


def test_an_accept_queue_smaller_than_its_row_has_no_more_slots_than_it_holds(arranged: Any) -> None:
    assert arranged((1140, 516), accept_capacity=2).uvicorn.slots.count == 2
    assert arranged((1140, 516)).uvicorn.slots.count == 24


def test_a_tall_card_has_more_rows_of_slots(arranged: Any) -> None:
    queue = arranged((2200, 954), accept_capacity=33).uvicorn.slots
    assert (queue.count, queue.rows) == (33, 3)
    assert arranged((2200, 954), accept_capacity=2049).uvicorn.slots.rows == 4


@pytest.mark.parametrize("uses", [*product([True, False], repeat=2)])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("workers", [1, 4, 5, 6, 8])
def test_what_is_inside_a_card_stays_inside(arranged: Any, size: Any, workers: int, uses: tuple[bool, bool]) -> None:
    has_threads, has_loop_io = uses
    for services in (0, 1) if size in WHOLES or workers < 8 else ():
        layout = arranged(size, 3, workers, services, has_threads=has_threads, has_loop_io=has_loop_io)
        for box in layout.workers:
            assert box.text_right - box.text_x >= (50 if size in HALVES else 100)
            assert box.ready.x + 5 * 14.5 <= box.rect.right
            assert box.io is None or box.rect.contains(box.io.right, box.io.bottom)
            assert box.threads is None or box.threads.y + box.threads.height <= box.rect.bottom
            assert box.threads is None or box.threads.x > box.text_right
            assert box.threads is not None or not has_threads or size in HALVES
            assert (box.io is not None) is has_loop_io


@pytest.mark.parametrize("pool", [0, 15])
@pytest.mark.parametrize("height", [52, 70, 84])
@pytest.mark.parametrize("width", [230, 250, 258, 280, 300, 341])
def test_a_name_has_room_in_a_card_with_all_there_can_be(width: int, height: int, pool: int) -> None:
    box = card(
        1, Rect(0, 0, width, height), Inside(40, has_threads=True, has_io=True, ready_label_width=26, pool_cells=pool)
    )
    assert box.text_right - box.text_x >= (66 if width >= 250 and not pool else 30)
    assert box.threads is None or box.threads.x > box.text_right


@pytest.mark.parametrize("size", [*SIZES, (640, 260)])
@pytest.mark.parametrize("clients", [1, 3, 6, 12])
@pytest.mark.parametrize("has_broker", [False, True])
def test_the_heap_has_a_corner_of_its_own(arranged: Any, size: Any, clients: int, has_broker: bool) -> None:
    layout = arranged(size, clients, consumers=(1, 2) if has_broker else ())
    pile = layout.pile
    assert Rect(0, 0, *size).contains(pile.rect.x, pile.rect.y)
    assert Rect(0, 0, *size).contains(pile.rect.right, pile.rect.bottom)
    assert not any(pile.rect.overlaps(box) for box in boxes(layout))
    assert layout.broker is None or not pile.rect.overlaps(layout.broker.zone)
    assert len(pile.places) >= 10
    assert all(pile.rect.contains(place.x, place.y) for place in pile.places)


@pytest.mark.parametrize(("size", "shown"), [((1008, 408), 30), ((1140, 516), 30), ((640, 330), 30), ((640, 260), 18)])
def test_a_heap_gives_way_so_that_clients_stand_near_the_axis(arranged: Any, size: Any, shown: int) -> None:
    layout = arranged(size)
    assert len(layout.pile.places) == shown
    middle = (layout.clients[0].rect.y + layout.clients[-1].rect.bottom) / 2
    assert 0 <= layout.uvicorn.rect.centre.y - middle <= 33


def test_twelve_clients_have_a_card_each_even_in_the_smallest_window(arranged: Any) -> None:
    layout = arranged((1008, 408), 12)
    assert len(layout.clients) == 12
    assert all(box.rect.height >= 22 for box in layout.clients)


@pytest.mark.parametrize("size", WHOLES)
@pytest.mark.parametrize("workers", [1, 4, 5, 8])
@pytest.mark.parametrize("has_loop_io", [False, True])
def test_pools_stand_beside_threads_in_every_card(arranged: Any, size: Any, workers: int, has_loop_io: bool) -> None:
    layout = arranged(size, 3, workers, pool_cells=15, has_loop_io=has_loop_io)
    for box in layout.workers:
        pool, threads = box.pool, box.threads
        assert pool.count == 15
        assert threads.x + threads.width < pool.x
        assert pool.x + pool.width < (box.io.x if box.io else box.rect.right)
        assert box.text_right <= threads.x


def test_a_service_that_takes_so_many_has_room_for_those_who_wait(arranged: Any) -> None:
    layout = arranged((1140, 516), limited_services=(True,))
    service = layout.services[0]
    assert service.rect.contains(service.queue.x, service.queue.y)
    assert service.cells.bottom < service.queue.y - 10
