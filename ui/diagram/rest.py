"""Where requests stand while they wait or are worked on."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ui.diagram.boxes import Detail, Layout
from ui.diagram.clouds import clouds
from ui.diagram.geometry import Coordinates
from ui.diagram.paths import Paths
from ui.diagram.seats import Seats
from ui.diagram.spots import Spot
from ui.diagram.whereabouts import NOWHERE, Indices, Whereabouts
from ui.diagram.worker_boxes import READY_PITCH, SHOWN_READY

READY_SIZE = 12
BEAD_SIZE = 13
"""As large as in the queue, on a ground of its own that sets it off from the arc."""
SLOT_SIZE = 10
SHOWN_AT_SERVICE = 4
"""Requests drawn that wait for a place in a service; the rest is a number."""


class Ground(NamedTuple):
    """A layout with its arrays and with how full each worker's arc is: where things stand right now."""

    layout: Layout
    paths: Paths
    beads: Coordinates
    """Heads of the arcs, by worker."""
    anchors: NDArray[np.float64]
    """By spot, and by worker or service, whichever the spot belongs to, from 1; 0 is for NOWHERE."""
    detail: Detail
    io_seats: tuple[Seats, ...]
    """By worker, where workers have an I/O area."""
    service_seats: tuple[Seats, ...]
    cloud_seats: tuple[Seats, ...]
    """By the link of a client, for connections that were dropped."""

    @classmethod
    def of(cls, layout: Layout, detail: Detail = Detail.FULL) -> "Ground":
        """Nobody there yet, all arcs empty."""
        paths = Paths.of(layout)
        beads = paths.beads(np.zeros(len(layout.workers)))
        return cls(
            layout,
            paths,
            beads,
            _anchors(layout, paths, beads),
            detail,
            tuple(Seats(tuple(box.io_grid(each) for each in Detail)) for box in layout.workers if box.io is not None),
            tuple(Seats(tuple(box.grid(each) for each in Detail)) for box in layout.services),
            tuple(Seats(by_detail) for by_detail in clouds(layout)),
        )

    @property
    def in_clouds(self) -> int:
        """How many wait beside the links of clients."""
        return sum(seats.taken for seats in self.cloud_seats)

    def filled(self, shares: NDArray[np.float64]) -> "Ground":
        """With the arcs filled to these shares, by worker."""
        beads, table = self.paths.beads(shares), self.anchors.copy()
        table[Spot.HELD, 1 : 1 + len(beads)] = table[Spot.BACK, 1 : 1 + len(beads)] = beads
        return self._replace(beads=beads, anchors=table)


def _anchors(layout: Layout, paths: Paths, beads: Coordinates) -> NDArray[np.float64]:
    """The place of each spot that needs no rank: the head of a queue, the middle of an area; else uvicorn's middle."""
    owners = max(len(layout.workers), len(layout.services))
    table = np.empty((len(Spot), 1 + owners, 2))
    table[:] = layout.uvicorn.rect.centre.x, layout.uvicorn.rect.centre.y
    if len(paths.slots):
        table[Spot.ACCEPT] = paths.slots[0]
    for spot, places in (
        (Spot.READY, paths.ready),
        (Spot.HELD, beads),
        (Spot.THREAD_QUEUE, paths.threads),
        (Spot.THREAD, paths.threads),
        (Spot.POOL_QUEUE, paths.pools),
        (Spot.LOOP_IO, paths.io),
        (Spot.ASIDE, paths.ready),
        (Spot.BACK, beads),
        (Spot.SERVICE, paths.services),
        (Spot.SERVICE_QUEUE, paths.service_queues),
    ):
        table[spot, 1 : 1 + len(places)] = places
    return table


class Rest(NamedTuple):
    """The place of each request; arrays of one length."""

    xy: Coordinates
    size: NDArray[np.int64]
    """Pixels."""
    is_drawn: NDArray[np.bool_]
    """False: only counted, because its queue is longer than its row of places, or because it is a filled cell."""
    at_service: Coordinates
    """Its place at the service that works on it, which need not be where it is drawn first: see HELD."""
    size_at_service: NDArray[np.int64]
    is_served: NDArray[np.bool_]


class _Seated(NamedTuple):
    """Places in cells, for the rows that have got one."""

    xy: Coordinates
    size: NDArray[np.int64]
    rows: NDArray[np.bool_]


def rest(where: Whereabouts, request_id: Indices, ground: Ground) -> Rest:
    """Where the requests of a moment stand; those that travel, too, at the place that they come from or go to."""
    count = len(request_id)
    xy = anchors(where.spot, where.worker, where.service, ground)
    size = np.full(count, ground.detail.value, dtype=np.int64)
    is_drawn = np.zeros(count, dtype=bool)
    _queue_up(where, ground, xy, size, is_drawn)
    io_rows = (where.spot == Spot.LOOP_IO.value) & ground.layout.worker_kind.is_card
    io = _seated(io_rows, where.worker, (request_id, where.rank), ground.io_seats, ground.detail)
    in_service = where.spot == Spot.SERVICE.value
    served_rows = where.is_at_service | in_service
    served = _seated(served_rows, where.service, (request_id, where.rank), ground.service_seats, ground.detail)
    for seated, rows in ((io, io.rows), (served, served.rows & in_service)):
        xy[rows], size[rows], is_drawn[rows] = seated.xy[rows], seated.size[rows], True
    size[io.rows] = np.minimum(size[io.rows], READY_SIZE)
    return Rest(xy, size, is_drawn, served.xy, served.size, served.rows)


def _seated(
    here: NDArray[np.bool_],
    owner: Indices,
    queue: tuple[Indices, Indices],
    seats: tuple[Seats, ...],
    detail: Detail,
) -> _Seated:
    """Cells of their owner's seats for the rows that are `here`; `queue` is request ids and ranks."""
    request_id, rank = queue
    count = len(here)
    xy, size, has_seat = np.zeros((count, 2)), np.zeros(count, dtype=np.int64), np.zeros(count, dtype=bool)
    for index, seat in enumerate(seats):
        rows = np.flatnonzero(here & (owner == index))
        rows = rows[np.argsort(rank[rows], kind="stable")]
        places, seated = seat.take(request_id[rows], detail)
        rows = rows[seated]
        xy[rows], size[rows], has_seat[rows] = places, seat.detail.value, True
    return _Seated(xy, size, has_seat)


def in_clouds(link: Indices, request_id: Indices, ground: Ground) -> _Seated:
    """Places beside the links of clients; who finds none is given the middle of all."""
    count = len(link)
    xy, size, has_seat = np.zeros((count, 2)), np.zeros(count, dtype=np.int64), np.zeros(count, dtype=bool)
    for index, seats in enumerate(ground.cloud_seats):
        rows = np.flatnonzero(link == index)
        places, seated = seats.take(request_id[rows], ground.detail)
        xy[rows] = seats.first
        xy[rows[seated]], size[rows], has_seat[rows[seated]] = places, seats.detail.value, True
    return _Seated(xy, size, has_seat)


def _queue_up(
    where: Whereabouts, ground: Ground, xy: Coordinates, size: NDArray[np.int64], is_drawn: NDArray[np.bool_]
) -> None:
    """Put those that wait for a worker, or hold its loop, into their places."""
    has_cards, slots = ground.layout.worker_kind.is_card, ground.paths.slots
    accept = where.spot == Spot.ACCEPT.value
    size[accept] = SLOT_SIZE
    is_drawn[accept] = where.rank[accept] < len(slots)
    slotted = accept & is_drawn
    xy[slotted] = slots[where.rank[slotted]]
    has_worker = where.worker != NOWHERE
    ready = (where.spot == Spot.READY.value) & has_worker
    size[ready] = READY_SIZE
    is_drawn[ready] = has_cards & (where.rank[ready] < SHOWN_READY)
    xy[ready, 0] += np.minimum(where.rank[ready], SHOWN_READY - 1) * READY_PITCH
    outside = (where.spot == Spot.SERVICE_QUEUE.value) & (where.service != NOWHERE)
    size[outside] = READY_SIZE
    is_drawn[outside] = (where.rank[outside] < SHOWN_AT_SERVICE) & _has_queue(ground)[where.service[outside]]
    xy[outside, 0] += np.minimum(where.rank[outside], SHOWN_AT_SERVICE - 1) * READY_PITCH
    held = (where.spot == Spot.HELD.value) & has_worker
    size[held] = BEAD_SIZE
    is_drawn[held] = has_cards


def _has_queue(ground: Ground) -> NDArray[np.bool_]:
    return np.array([box.queue is not None for box in ground.layout.services], dtype=bool)


def anchors(spot: NDArray[np.int8], worker: Indices, service: Indices, ground: Ground) -> Coordinates:
    """The place of each spot that needs no rank."""
    owner = np.where((spot == Spot.SERVICE.value) | (spot == Spot.SERVICE_QUEUE.value), service, worker)
    table = ground.anchors
    entry = spot.astype(np.int64) * table.shape[1] + (owner - NOWHERE)
    xy: Coordinates = table.reshape(-1, 2).take(entry, axis=0)
    return xy
