"""The parts of a layout: every box of the diagram with the places inside it that requests come to."""

from enum import Enum
from typing import NamedTuple, Protocol

from ui.diagram.broker.boxes import BrokerBox
from ui.diagram.geometry import Curve, Grid, Point, Rect, grid_in


class TextWidth(Protocol):
    """Pixels that a text takes, so that boxes can be laid out without Qt."""

    def __call__(self, text: str, size_px: int, weight: int = 400, *, is_code: bool = False) -> float: ...


class Detail(Enum):
    """How much of a request is drawn: shape, patience and work; shape and colour; colour only."""

    FULL = 14
    MEDIUM = 9
    SMALL = 5

    @property
    def pitch(self) -> float:
        """Distance of neighbours in a grid of requests, px."""
        return {Detail.FULL: 22.5, Detail.MEDIUM: 13.0, Detail.SMALL: 6.6}[self]

    @property
    def tight_pitch(self) -> float:
        """Distance of neighbours where there is little room, px."""
        return {Detail.FULL: 14.5, Detail.MEDIUM: 11.0, Detail.SMALL: 6.6}[self]


class WorkerKind(Enum):
    """How a worker is drawn; what fits, the richest first."""

    FULL = "full"
    COMPACT = "compact"
    SLIM = "slim"
    TILE = "tile"
    SMALL_TILE = "small tile"
    HEAT = "heat"

    @property
    def is_card(self) -> bool:
        """Whether its queue, its threads and the bead on its arc are drawn."""
        return self in (WorkerKind.FULL, WorkerKind.COMPACT, WorkerKind.SLIM)


class ClientBox(NamedTuple):
    """A card for one client group, or for all that have no card of their own."""

    rect: Rect
    lines: int
    """1: name and rate in a line; 2; 3: name, path, rate."""
    members: tuple[int, ...]
    """Indices of client groups."""


class UvicornBox(NamedTuple):
    """The server with its accept queue."""

    rect: Rect
    slots: Grid
    """The first slots of the accept queue."""
    has_foot: bool
    """Whether there is room for the sentence at the bottom."""

    @property
    def inset(self) -> float:
        """What is written begins so far from the edges."""
        return self.slots.x - self.rect.x


class WorkerBox(NamedTuple):
    """One worker; in tiles and heat cells only `rect` and the arc mean anything."""

    number: int
    rect: Rect
    kind: WorkerKind
    arc: Point
    radius: float
    arc_width: float
    text_x: float
    title_y: float
    """Baseline."""
    path_y: float
    """Baseline; in a slim card that of the title."""
    ready: Point
    """Middle of the first request in the ready queue."""
    ready_y: float
    """Baseline of its label."""
    threads: Grid | None
    pool: Grid | None
    """Connections of the worker's pool to a service."""
    io: Rect | None
    """Where requests wait for I/O that belongs to no service."""
    text_right: float
    """Where title and path must end."""

    def io_grid(self, detail: Detail) -> Grid:
        """Cells of the I/O area."""
        size = min(12.0, float(detail.value))
        return Grid(0, 0, 0, 0, size, size) if self.io is None else grid_in(self.io, size, detail.tight_pitch)


class ServiceBox(NamedTuple):
    """A service behind the app."""

    rect: Rect
    cells: Rect
    queue: Point | None = None
    """Middle of the first request that waits for a place; None where any number has one."""

    @property
    def inset(self) -> float:
        """What is written begins so far from the edges."""
        return self.cells.x - self.rect.x

    def grid(self, detail: Detail) -> Grid:
        """Cells for the requests it works on."""
        return grid_in(self.cells, float(detail.value), detail.pitch)


class PileBox(NamedTuple):
    """The heap of requests that came back without success."""

    rect: Rect
    places: tuple[Point, ...]
    """Of the shapes, in the order in which they are filled."""
    text_y: float
    """Baseline of the first line of counts."""


class Contents(NamedTuple):
    """What has to be placed, with the texts that boxes must be wide enough for."""

    clients: tuple[str, ...]
    paths: tuple[str, ...]
    """What the clients ask for first."""
    habits: tuple[str, ...]
    """How often they send and how long they wait, where it is said."""
    workers: tuple[int, ...]
    """Numbers."""
    services: tuple[str, ...]
    accept_capacity: int
    thread_limit: int
    has_threads: bool
    has_loop_io: bool
    accept_label: str
    ready_label: str
    pool_cells: int = 0
    """Connections of the largest pool of a worker; 0: there is none."""
    limited_services: tuple[bool, ...] = ()
    """Which services work on so many at once and no more."""
    consumers: tuple[int, ...] = ()
    """Numbers of the broker's consumers; none: there is no broker."""


class Layout(NamedTuple):
    """Every rectangle of the diagram at one size of the canvas."""

    size: tuple[float, float]
    clients: tuple[ClientBox, ...]
    uvicorn: UvicornBox
    workers: tuple[WorkerBox, ...]
    workers_frame: Rect
    """Around all workers, with the title of a crowd."""
    services: tuple[ServiceBox, ...]
    client_links: tuple[Curve, ...]
    """From each client box to uvicorn."""
    worker_links: tuple[Curve, ...]
    """From uvicorn to each worker, or to each band of a crowd."""
    link_of_worker: tuple[int, ...]
    """Index into `worker_links` by worker."""
    service_links: tuple[tuple[Curve, ...], ...]
    """By service: from each worker (or band) to it, in the order of `worker_links`."""
    pile: PileBox
    broker: BrokerBox | None = None

    @property
    def worker_kind(self) -> WorkerKind:
        """How the workers are drawn, all of them alike."""
        return self.workers[0].kind if self.workers else WorkerKind.FULL
