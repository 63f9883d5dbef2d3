"""Where requests stand while they wait or are worked on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ui.diagram.boxes import Detail, Layout
from ui.diagram.geometry import Coordinates, Grid
from ui.diagram.paths import Paths
from ui.diagram.seats import Seats
from ui.diagram.spots import Spot
from ui.diagram.whereabouts import NOWHERE, Indices, Whereabouts
from ui.diagram.worker_boxes import READY_PITCH, SHOWN_READY

READY_SIZE = 12
BEAD_SIZE = 13
"""As large as in the queue, on a ground of its own that sets it off from the arc."""
SLOT_SIZE = 10


@dataclass(frozen=True, slots=True)
class Ground:
    """A layout with its arrays and with how full each worker's arc is: where things stand right now."""

    layout: Layout
    paths: Paths
    beads: Coordinates
    """Heads of the arcs, by worker."""
    detail: Detail
    io_seats: tuple[Seats, ...]
    """By worker."""
    service_seats: tuple[Seats, ...]

    @classmethod
    def of(cls, layout: Layout, detail: Detail = Detail.FULL) -> "Ground":
        """Nobody there yet, all arcs empty."""
        paths = Paths.of(layout)
        return cls(
            layout,
            paths,
            paths.beads(np.zeros(len(layout.workers))),
            detail,
            tuple(Seats() for _ in layout.workers),
            tuple(Seats() for _ in layout.services),
        )


@dataclass(frozen=True, slots=True)
class Rest:
    """The place of each request; arrays of one length."""

    xy: Coordinates
    size: NDArray[np.int64]
    """Pixels."""
    is_drawn: NDArray[np.bool_]
    """False: only counted, because its queue is longer than its row of places, or because it is a filled cell."""
    at_service: Coordinates
    """Its place at the service that works on it, which need not be where it is drawn first: see HELD."""
    is_served: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Seating:
    request_id: Indices
    rank: Indices
    is_past: bool

    def places(
        self, here: NDArray[np.bool_], owner: Indices, grids: list[Grid], seats: tuple[Seats, ...]
    ) -> tuple[Coordinates, NDArray[np.bool_]]:
        """Cells of their owner's grid for the rows that are `here`, and which rows have got one."""
        xy, is_seated = np.zeros((len(here), 2)), np.zeros(len(here), dtype=bool)
        for index, grid in enumerate(grids):
            rows = np.flatnonzero(here & (owner == index))
            rows = rows[np.argsort(self.rank[rows], kind="stable")]
            ids = self.request_id[rows]
            cells = seats[index].recall(ids) if self.is_past else seats[index].take(ids, grid.count)
            rows, cells = rows[cells != NOWHERE], cells[cells != NOWHERE]
            xy[rows], is_seated[rows] = grid.centres()[cells], True
        return xy, is_seated


def rest(where: Whereabouts, request_id: Indices, ground: Ground, *, is_past: bool = False) -> Rest:
    """Where the requests of a moment stand; those that travel, too, at the place that they come from or go to.

    `is_past`: of an earlier moment than the one that is shown; then seats are recalled, not given out.
    """
    count = len(request_id)
    xy = anchors(where.spot, where.worker, where.service, ground)
    size = np.full(count, ground.detail.value, dtype=np.int64)
    is_drawn = np.zeros(count, dtype=bool)
    has_cards = ground.layout.worker_kind.is_card
    _queue_up(where, ground, xy, size, is_drawn)

    io = where.spot == Spot.LOOP_IO
    size[io] = min(READY_SIZE, ground.detail.value)
    io_grids = [box.io_grid(ground.detail) for box in ground.layout.workers] if has_cards else []
    seating = _Seating(request_id, where.rank, is_past)
    in_io, has_place = seating.places(io, where.worker, io_grids, ground.io_seats)
    xy[has_place], is_drawn[has_place] = in_io[has_place], True
    service_grids = [box.grid(ground.detail) for box in ground.layout.services]
    in_service = where.spot == Spot.SERVICE
    served = where.is_at_service | in_service
    at_service, is_served = seating.places(served, where.service, service_grids, ground.service_seats)
    in_service &= is_served
    xy[in_service], is_drawn[in_service] = at_service[in_service], True
    return Rest(xy, size, is_drawn, at_service, is_served)


def _queue_up(
    where: Whereabouts, ground: Ground, xy: Coordinates, size: NDArray[np.int64], is_drawn: NDArray[np.bool_]
) -> None:
    """Put those that wait for a worker, or hold its loop, into their places."""
    has_cards, slots = ground.layout.worker_kind.is_card, ground.paths.slots
    accept = where.spot == Spot.ACCEPT
    size[accept] = SLOT_SIZE
    is_drawn[accept] = where.rank[accept] < len(slots)
    slotted = accept & is_drawn
    xy[slotted] = slots[where.rank[slotted]]
    has_worker = where.worker != NOWHERE
    ready = (where.spot == Spot.READY) & has_worker
    size[ready] = READY_SIZE
    is_drawn[ready] = has_cards & (where.rank[ready] < SHOWN_READY)
    xy[ready, 0] += np.minimum(where.rank[ready], SHOWN_READY - 1) * READY_PITCH
    held = (where.spot == Spot.HELD) & has_worker
    size[held] = BEAD_SIZE
    is_drawn[held] = has_cards


def anchors(spot: NDArray[np.int8], worker: Indices, service: Indices, ground: Ground) -> Coordinates:
    """The place of each spot that needs no rank: the head of a queue, the middle of an area."""
    paths = ground.paths
    uvicorn = ground.layout.uvicorn.rect.centre
    xy = np.full((len(spot), 2), (uvicorn.x, uvicorn.y))
    if len(paths.slots):
        xy[spot == Spot.ACCEPT] = paths.slots[0]
    by_worker = (
        (Spot.READY, paths.ready),
        (Spot.HELD, ground.beads),
        (Spot.THREAD_QUEUE, paths.threads),
        (Spot.THREAD, paths.threads),
        (Spot.POOL_QUEUE, paths.threads),
        (Spot.LOOP_IO, paths.io),
        (Spot.ASIDE, paths.ready),
        (Spot.BACK, ground.beads),
    )
    for kind, places in by_worker:
        here = (spot == kind) & (worker != NOWHERE)
        xy[here] = places[worker[here]]
    at_service = (spot == Spot.SERVICE) & (service != NOWHERE)
    xy[at_service] = paths.services[service[at_service]]
    return xy
