"""The items of the diagram: made when the cast changes, moved when the canvas does, told what to say."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from ui.diagram.box_item import BoxItem
from ui.diagram.boxes import Detail, Layout, WorkerKind
from ui.diagram.broker.faces import broker_faces
from ui.diagram.broker.items import BrokerItems
from ui.diagram.broker.words import consumers_word
from ui.diagram.client_card import ClientCard
from ui.diagram.crew import Crew
from ui.diagram.dot_arrays import Dots
from ui.diagram.dots import DotsItem
from ui.diagram.faces import WorkerFace, client_faces, pile_face, service_faces, uvicorn_face, worker_faces
from ui.diagram.facts import Reading
from ui.diagram.ghost import words
from ui.diagram.ghost.marks import Marks
from ui.diagram.ghost.marks_item import MarksItem
from ui.diagram.ink import Ink
from ui.diagram.links import LinksItem
from ui.diagram.marker import CrowdTitle, Marker
from ui.diagram.pile import PileItem
from ui.diagram.service_card import ServiceCard
from ui.diagram.steady import Held
from ui.diagram.uvicorn_card import UvicornCard
from ui.diagram.worker_card import WorkerCard, WorkerItem
from ui.diagram.worker_crowd import HeatMap, SmallWorkerTile, WorkerTile, requests_a_cell

_Box = TypeVar("_Box", bound=BoxItem)
_Z_LINKS, _Z_BOXES, _Z_GHOST, _Z_DOTS, _Z_MARKER = 0.0, 1.0, 1.5, 2.0, 3.0
"""What flies along a link on which the marker stands goes behind its word."""


class DiagramScene(QGraphicsScene):
    """Boxes, links, the marker and the dots."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._ink = ink
        self._layout: Layout | None = None
        self.uvicorn = UvicornCard(ink)
        self.pile = PileItem(ink)
        self.clients: list[ClientCard] = []
        self.workers: list[WorkerItem] = []
        self.services: list[ServiceCard] = []
        self.heat: HeatMap | None = None
        self.links = LinksItem(ink)
        self.marker = Marker(ink)
        self.title = CrowdTitle(ink)
        self.dots, self.messages = DotsItem(), DotsItem()
        self.ghost_dots, self.ghost_messages = (DotsItem(are_pale=True) for _ in range(2))
        self.ghost_marks = MarksItem(ink)
        for ghostly in (self.ghost_dots, self.ghost_messages, self.ghost_marks):
            ghostly.hide()
        self.broker = BrokerItems(self, (_Z_LINKS, _Z_BOXES))
        for item, depth in (
            (self.links, _Z_LINKS),
            (self.uvicorn, _Z_BOXES),
            (self.title, _Z_BOXES),
            (self.pile, _Z_BOXES),
            (self.ghost_marks, _Z_GHOST),
            (self.ghost_messages, _Z_GHOST),
            (self.ghost_dots, _Z_GHOST),
            (self.messages, _Z_DOTS),
            (self.dots, _Z_DOTS),
            (self.marker, _Z_MARKER),
        ):
            item.setZValue(depth)
            self.addItem(item)

    @property
    def boxes(self) -> list[BoxItem]:
        """In the order of a request's way, which is that of the Tab key."""
        crowd: list[BoxItem] = [self.heat] if self.heat is not None else []
        pile: list[BoxItem] = [self.pile] if self.pile.isVisible() else []
        return [*self.clients, self.uvicorn, *self.workers, *crowd, *self.services, *self.broker.boxes, *pile]

    def box_at(self, point: QPointF) -> BoxItem | None:
        """The box under a point."""
        return next((box for box in self.boxes if box.rect.contains(point.x(), point.y())), None)

    def box_of(self, place: str) -> BoxItem | None:
        """The box that stands for a place, be it a part of it such as `worker:2/threads`."""
        whole = place.partition("/")[0]
        found = next((box for box in self.boxes if box.place == whole), None)
        if found is None and whole.startswith("consumer:"):
            return self.broker.crowd
        return self.heat if found is None and whole.startswith("worker:") else found

    # Arranging

    @property
    def all_dots(self) -> tuple[DotsItem, ...]:
        """Requests and messages, and those of the ghost."""
        return self.dots, self.messages, self.ghost_dots, self.ghost_messages

    def arrange(self, crew: Crew, layout: Layout, absent: Mapping[str, str]) -> None:
        """Place everything; items of boxes that are no longer there go, new ones come.

        `absent`: what is said of the places that only the ghost has.
        """
        self._cast(crew, layout)
        self._layout = layout
        self.uvicorn.arrange(layout.uvicorn)
        self.pile.arrange(layout.pile)
        for client, client_box in zip(self.clients, layout.clients, strict=True):
            client.arrange(client_box)
        for service, service_box in zip(self.services, layout.services, strict=True):
            service.arrange(service_box)
        for worker, worker_box in zip(self.workers, layout.workers, strict=False):
            worker.arrange(worker_box)
        if self.heat is not None:
            self.heat.arrange(layout.workers)
        places = tuple(client.place for client in self.clients)
        services = [f"service:{node.name}" if node.is_used else None for node in crew.topology.services]
        self.links.arrange(layout, places, services, absent)
        broker = crew.topology.broker
        self.broker.arrange(layout.broker, "" if broker is None else broker.kind, self._ink)
        for box in self.boxes:
            box.stand_aside(words.absent_text(box.place, absent[box.place]) if box.place in absent else "")
        for dots in self.all_dots:
            dots.cover(QRectF(0, 0, *layout.size))
        self.messages.setVisible(broker is not None)
        self.title.setVisible(not layout.worker_kind.is_card)
        self.marker.hide()

    def _cast(self, crew: Crew, layout: Layout) -> None:
        topology, ink = crew.topology, self._ink
        places = [f"client:{topology.clients[box.members[0]].name}" for box in layout.clients]
        if [client.place for client in self.clients] != places:
            self._remove(self.clients)
            pairs = zip(places, layout.clients, strict=True)
            self.clients = [self._added(ClientCard(place, ink, box)) for place, box in pairs]
        places = [f"service:{node.name}" for node in topology.services]
        if [service.place for service in self.services] != places:
            self._remove(self.services)
            pairs_of_services = zip(places, layout.services, strict=True)
            self.services = [self._added(ServiceCard(place, ink, box)) for place, box in pairs_of_services]
        self._cast_workers(layout)

    def _cast_workers(self, layout: Layout) -> None:
        kinds: dict[WorkerKind, type[WorkerItem]] = {
            WorkerKind.TILE: WorkerTile,
            WorkerKind.SMALL_TILE: SmallWorkerTile,
        }
        kind = kinds.get(layout.worker_kind, WorkerCard)
        if layout.worker_kind is WorkerKind.HEAT:
            self._remove(self.workers)
            self.workers = []
            if self.heat is None:
                self.heat = self._added(HeatMap(self._ink))
            return
        if self.heat is not None:
            self.removeItem(self.heat)
            self.heat = None
        kept = [worker for worker in self.workers if type(worker) is kind]
        known = {worker.box.number: worker for worker in kept}
        wanted = {box.number for box in layout.workers}
        self._remove([worker for worker in self.workers if worker not in kept or worker.box.number not in wanted])
        self.workers = [known.get(box.number) or self._added(kind(self._ink, box)) for box in layout.workers]

    def _added(self, item: _Box) -> _Box:
        item.setZValue(_Z_BOXES)
        self.addItem(item)
        return item

    def _remove(self, items: Sequence[BoxItem]) -> None:
        for item in items:
            self.removeItem(item)

    def repaint_with(self, ink: Ink) -> None:
        """The theme, the language or the resolution changed."""
        self._ink = ink
        for box in self.boxes:
            box.repaint_with(ink)
        for item in (self.links, self.marker, self.title, self.broker, self.ghost_marks):
            item.repaint_with(ink)

    # Saying

    def have_ghost(self, is_there: bool) -> None:
        """What is hidden costs nothing, not even to find that it is empty."""
        for item in (self.ghost_dots, self.ghost_messages, self.ghost_marks):
            item.setVisible(is_there)

    def show_ghost(self, requests: Dots | None, messages: Dots | None) -> None:
        """Those of another run; None: there are none."""
        self.ghost_dots.show_dots(requests)
        self.ghost_messages.show_dots(messages)
        if requests is None:
            self.ghost_marks.show_marks(Marks())

    def tellings(
        self, reading: Reading, held: dict[int, Held], details: tuple[Detail, ...]
    ) -> dict[str, Callable[[], None]]:
        """Steps that tell every box what to say, by its place; nothing may be arranged before the last of them."""
        layout = self._layout
        if layout is None:
            return {}
        faces = worker_faces(reading, held)
        # Boxes of what only the ghost has stand last, and have nothing to say.
        clients = zip(self.clients, client_faces(reading, layout), strict=False)
        services = zip(self.services, service_faces(reading), details, strict=False)
        workers = zip(self.workers, faces, strict=False)
        steps: dict[str, Callable[[], None]] = {
            self.uvicorn.place: partial(self.uvicorn.show_face, uvicorn_face(reading)),
            self.pile.place: partial(self.pile.show_face, pile_face(reading)),
            **{client.place: partial(client.show_face, face) for client, face in clients},
            **{service.place: partial(service.show_face, face, detail) for service, face, detail in services},
            **{worker.place: partial(worker.show_face, face) for worker, face in workers},
            "crowd": partial(self._show_crowd, reading, faces, layout),
        }
        broker = reading.crew.topology.broker
        if broker is not None and reading.messages is not None:
            broker_face = broker_faces(broker, reading.messages, reading.crew.consumers)
            steps["broker"] = partial(self.broker.show_faces, broker_face)
        return steps

    def _show_crowd(self, reading: Reading, faces: tuple[WorkerFace, ...], layout: Layout) -> None:
        if self.heat is not None:
            self.heat.show_faces(faces)
        tiles = [worker for worker in self.workers if isinstance(worker, WorkerTile)]
        scale, topology = 0, reading.crew.topology
        bars = topology.has_threads, topology.largest_pool > 0
        if tiles:
            most = max(face.requests for face in faces)
            scale = requests_a_cell(most, max(1, tiles[0].cells().count))
            for tile in tiles:
                tile.count_by(scale, has_threads=bars[0], has_pool=bars[1])
        self.title.say(layout.workers_frame, len(faces), layout.worker_kind, scale, bars)

    def show_bottleneck(self, place: str | None, *, is_blocked: bool) -> None:
        """Mark what holds the others up."""
        layout = self._layout
        box = None if place is None else self.box_of(place)
        if box is None or layout is None or place is None:
            self.marker.hide()
        elif place.startswith("consumer") and layout.broker is not None:
            frame, border = layout.broker.consumers_frame, layout.broker.zone.y
            self.marker.name_one(consumers_word(), frame.right, border, is_blocked=False)
        elif place.startswith("worker:") and not layout.worker_kind.is_card:
            frame = layout.workers_frame
            number = place.partition(":")[2].partition("/")[0]
            self.marker.name_one(f"W{number}", frame.right, frame.y + 8, is_blocked=is_blocked)
        else:
            # Links come down to boxes below uvicorn's axis, and up to those above.
            # Left of a service are the upper edges of workers, with what they say of themselves.
            is_below = place.startswith("service:") or box.rect.centre.y > layout.uvicorn.rect.centre.y + 1
            edges = [other.rect.right for other in self.boxes if other.rect.is_left_of(box.rect)]
            room = box.rect.x - max(edges, default=0.0)
            free_x = box.free_x(is_blocked=is_blocked, is_full="/" in place)
            self.marker.point(box.rect, room, is_below=is_below, is_blocked=is_blocked, free_x=free_x)

    def choose(self, place: str | None) -> None:
        """Show one box as selected."""
        for box in self.boxes:
            box.choose(place is not None and box.place == place)
        if self.heat is not None:
            self.heat.choose_place(place)
