"""Where requests stand while they wait or are worked on."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ui.diagram.boxes import Detail, Layout
from ui.diagram.geometry import Coordinates
from ui.diagram.paths import Paths
from ui.diagram.spots import Spot
from ui.diagram.whereabouts import NOWHERE, Indices, Whereabouts
from ui.diagram.worker_boxes import READY_PITCH, SHOWN_READY

READY_SIZE = 12
SLOT_SIZE = 10


@dataclass(frozen=True, slots=True)
class Ground:
    """A layout with its arrays and with how full each worker's arc is: where things stand right now."""

    layout: Layout
    paths: Paths
    beads: Coordinates
    """Heads of the arcs, by worker."""
    detail: Detail


@dataclass(frozen=True, slots=True)
class Rest:
    """The place of each request; arrays of one length."""

    xy: Coordinates
    size: NDArray[np.int64]
    """Pixels."""
    is_drawn: NDArray[np.bool_]
    """False: only counted, because its queue is longer than its row of places, or because it is a filled cell."""


def rest(where: Whereabouts, request_id: Indices, ground: Ground) -> Rest:
    """Where the requests of a moment stand; those that travel, too, at the place that they come from or go to."""
    count = len(request_id)
    xy = anchors(where.spot, where.worker, where.service, ground)
    size = np.full(count, ground.detail.value, dtype=np.int64)
    is_drawn = np.zeros(count, dtype=bool)
    has_cards = ground.layout.worker_kind.is_card
    paths = ground.paths

    accept = where.spot == Spot.ACCEPT
    is_drawn[accept] = where.rank[accept] < len(paths.slots)
    slotted = accept & is_drawn
    xy[slotted] = paths.slots[where.rank[slotted]]
    size[accept] = SLOT_SIZE

    ready = (where.spot == Spot.READY) & (where.worker != NOWHERE)
    is_drawn[ready] = has_cards & (where.rank[ready] < SHOWN_READY)
    xy[ready, 0] += np.minimum(where.rank[ready], SHOWN_READY - 1) * READY_PITCH
    held = (where.spot == Spot.HELD) & (where.worker != NOWHERE)
    is_drawn[held] = has_cards
    size[ready | held] = READY_SIZE

    io = where.spot == Spot.LOOP_IO
    size[io] = min(READY_SIZE, ground.detail.value)
    for box in _seated(io & has_cards, where.worker, where.rank, request_id, _io_cells(ground)):
        xy[box.rows], is_drawn[box.rows] = box.xy, True
    for box in _seated(where.spot == Spot.SERVICE, where.service, where.rank, request_id, _service_cells(ground)):
        xy[box.rows], is_drawn[box.rows] = box.xy, True
    return Rest(xy, size, is_drawn)


def _io_cells(ground: Ground) -> list[Coordinates]:
    return [box.io_grid(ground.detail).centres() for box in ground.layout.workers]


def _service_cells(ground: Ground) -> list[Coordinates]:
    return [box.grid(ground.detail).centres() for box in ground.layout.services]


@dataclass(frozen=True, slots=True)
class _Seats:
    rows: Indices
    xy: Coordinates


def _seated(
    here: NDArray[np.bool_], owner: Indices, rank: Indices, request_id: Indices, cells: list[Coordinates]
) -> Iterator[_Seats]:
    """Give each request a cell of its owner's grid, those that came first while there are any."""
    for index, centres in enumerate(cells):
        rows = np.flatnonzero(here & (owner == index))
        rows = rows[np.argsort(rank[rows])][: len(centres)]
        if len(rows):
            yield _Seats(rows, centres[own_cells(request_id[rows], len(centres))])


MOST_PROBED = 200
"""Above so many requests in one grid they stand in order of arrival, which is cheaper and moves them up as one ends."""


def own_cells(request_id: Indices, cells: int) -> Indices:
    """A cell for each request, in order of arrival, that hardly changes as others come and go.

    Open addressing by id: a request moves only when an earlier one that had its cell has gone.
    """
    count = len(request_id)
    if count > MOST_PROBED:
        return np.arange(count, dtype=np.int64)
    taken = bytearray(cells)
    found = np.empty(count, dtype=np.int64)
    for index, number in enumerate(request_id.tolist()):
        # A multiplier coprime to the usual numbers of cells spreads neighbouring ids over the grid.
        cell = number * 7 % cells
        while taken[cell]:
            cell = (cell + 1) % cells
        taken[cell] = 1
        found[index] = cell
    return found


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
