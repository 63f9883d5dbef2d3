"""The broker's zone: everything inside it, nothing on top of anything else, at every size and for any number."""

from itertools import combinations

import pytest

from tests.ui.diagram.conftest import contents, text_width
from ui.diagram.boxes import Layout
from ui.diagram.broker.boxes import BrokerBox
from ui.diagram.geometry import Rect
from ui.diagram.layout import arrange

SIZES = [(1018, 267), (1007, 407), (1140, 516), (1167, 579), (2200, 954), (640, 260)]


def laid_out(size: tuple[int, int], consumers: int, workers: int = 4) -> tuple[Layout, BrokerBox]:
    placed = contents(workers=workers)._replace(consumers=tuple(range(1, consumers + 1)))
    layout = arrange(*size, placed, text_width)
    assert layout.broker is not None
    return layout, layout.broker


def is_inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x and inner.y >= outer.y and inner.right <= outer.right + 0.5 and inner.bottom <= outer.bottom
    )


def overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("consumers", [1, 2, 3, 4, 6, 7, 24, 200])
def test_all_parts_are_inside_the_zone_and_beside_each_other(size: tuple[int, int], consumers: int) -> None:
    _, box = laid_out(size, consumers)
    parts = [box.queue, box.dead, *(each.rect for each in box.consumers)]
    assert len(box.consumers) == consumers
    assert all(is_inside(part, box.zone) for part in parts)
    assert not any(overlap(one, other) for one, other in combinations(parts, 2))
    for each in box.consumers if box.has_cards else ():
        assert is_inside(Rect(each.hands.x, each.hands.y, each.hands.width, each.hands.height), each.rect)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("workers", [1, 4, 8, 16, 64])
def test_the_zone_is_below_the_server(size: tuple[int, int], workers: int) -> None:
    layout, box = laid_out(size, 2, workers)
    above = [layout.uvicorn.rect, *(worker.rect for worker in layout.workers), *(s.rect for s in layout.services)]
    assert all(rect.bottom <= box.zone.y for rect in above)
    assert box.zone.bottom <= size[1]


def test_few_consumers_have_a_column_and_links_of_their_own() -> None:
    _, box = laid_out((1140, 516), 2)
    assert box.has_cards
    assert box.has_own_links
    assert len(box.queue_links) == len(box.dead_links) == 2


def test_many_consumers_are_cells_with_one_link() -> None:
    _, box = laid_out((1140, 516), 64)
    assert not box.has_cards
    assert len(box.queue_links) == 1


def test_without_a_broker_there_is_no_zone() -> None:
    assert arrange(1140, 516, contents(workers=4), text_width).broker is None


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("clients", [1, 3, 8, 12, 40])
def test_clients_have_the_whole_height_and_stay_in_it(size: tuple[int, int], clients: int) -> None:
    placed = contents(clients=clients)._replace(consumers=(1, 2))
    cards = arrange(*size, placed, text_width).clients
    assert all(card.rect.y >= 0 and card.rect.bottom <= size[1] for card in cards)
    assert not any(overlap(one.rect, other.rect) for one, other in combinations(cards, 2))
    assert sorted(index for card in cards for index in card.members) == list(range(clients))
