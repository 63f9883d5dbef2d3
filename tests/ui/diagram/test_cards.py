"""What cards say where there is little room: numbers stay, and nothing lies on anything else."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.diagram.conftest import Greys
from ui.diagram.boxes import ClientBox
from ui.diagram.broker.cards import QueueCard
from ui.diagram.broker.faces import QueueFace
from ui.diagram.client_card import ClientCard
from ui.diagram.drawing import pill_width
from ui.diagram.faces import ClientFace
from ui.diagram.geometry import Rect
from ui.diagram.ink import Ink, text_width
from ui.diagram.worker_boxes import Inside, card
from ui.diagram.worker_card import WorkerCard


@pytest.fixture
def ink(theme: Greys, qapp: QApplication) -> Ink:
    return Ink(theme, is_dark=False)


def test_a_card_for_several_clients_says_how_many_rather_than_parts_of_a_word(ink: Ink) -> None:
    client = ClientCard("client:a", ink, ClientBox(Rect(0, 0, 102, 22), 1, (8, 9, 10, 11)))
    client.show_face(ClientFace(("a", "b", "c", "d"), (), None, None, 0, 8))
    assert client.name_in(text_width("4 more clients", 13, 600)) == "4 more clients"
    assert client.name_in(40) == "+4"


def test_of_a_narrow_message_queue_the_number_stays(ink: Ink) -> None:
    queue = QueueCard(ink)
    queue.show_face(QueueFace("rabbitmq", 20, 20, 0, 40, 0, None))
    heads = []
    for width in range(260, 90, -2):
        queue.put(Rect(0, 0, width, 50))
        title, figure, capacity = queue.head
        assert text_width(title, 11, 500) + text_width(figure, 12, 600) + text_width(capacity, 11) <= width - 25
        heads.append((title, figure, capacity))
    assert heads[0] == ("message queue", "20", " / 20")
    assert {figure for _, figure, _ in heads} == {"20"}
    assert ("message queue", "20", "") in heads


@pytest.mark.parametrize("has_threads", [False, True])
@pytest.mark.parametrize("width", [204, 230, 258])
def test_the_marker_and_the_pills_of_what_is_used_up_have_a_place_each(
    ink: Ink, width: float, has_threads: bool
) -> None:
    box = card(1, Rect(0, 0, width, 70), Inside(40, has_threads=has_threads, has_io=False, ready_label_width=26))
    worker = WorkerCard(ink, box)
    left = worker.free_x(is_blocked=False, is_full=True)
    marker = width - 10 - pill_width("bottleneck") if left is None else left
    pills_end = width - 12 if box.threads is None else box.threads.x - 8
    pill = pills_end - pill_width("threads full")
    assert marker >= pills_end or marker + pill_width("bottleneck") <= pill


@pytest.mark.parametrize(("width", "most"), [(204, 4), (341, 10_000)])
def test_the_number_of_threads_gives_way_only_to_those_who_reach_it(ink: Ink, width: float, most: int) -> None:
    box = card(1, Rect(0, 0, width, 70), Inside(40, has_threads=True, has_io=False, ready_label_width=26))
    assert box.threads is not None
    worker = WorkerCard(ink, box)
    told = [ready for ready in (0, 1, 3, 4, 5, 6, 179, 10_000) if worker.has_room_for(box.threads.x, ready)]
    assert max(told) <= most
    assert told == [ready for ready in (0, 1, 3, 4, 5, 6, 179, 10_000) if ready <= max(told)]
    assert (10_000 in told) is (width > 300)
