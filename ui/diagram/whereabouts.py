"""From stages and places to spots of the diagram: which worker, which service, how far back in the queue."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulator.record import HOLDS_LOOP, Moment, Stage
from ui.diagram.spots import SPOT_OF, Spot

Indices = NDArray[np.int64]
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """What the names of a moment's places mean, an entry each; NOWHERE where it does not apply."""

    worker: Indices
    """Number of the worker, from 1."""
    service: Indices
    """Index into the topology's services."""
    client: Indices
    """Index into the topology's clients."""
    is_threads: NDArray[np.bool_]


@lru_cache(maxsize=16)
def place_table(places: tuple[str, ...], clients: tuple[str, ...], services: tuple[str, ...]) -> PlaceTable:
    """Read the names of places (see `Moment.places`)."""
    count = len(places)
    worker, service, client = (np.full(count, NOWHERE, dtype=np.int64) for _ in range(3))
    is_threads = np.zeros(count, dtype=bool)
    for index, place in enumerate(places):
        kind, _, name = place.partition(":")
        if kind == "worker":
            number, _, part = name.partition("/")
            worker[index] = int(number)
            is_threads[index] = part == "threads"
        elif kind == "service" and name in services:
            service[index] = services.index(name)
        elif kind == "client" and name in clients:
            client[index] = clients.index(name)
    return PlaceTable(worker, service, client, is_threads)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The spot of each request of a moment; arrays of one length."""

    spot: NDArray[np.int8]
    worker: Indices
    """Index into the workers drawn; NOWHERE: none, or one that is not drawn."""
    service: Indices
    rank: Indices
    """Position in the queue at its spot, in order of arrival, from 0."""
    is_at_service: NDArray[np.bool_]
    """Whether a service works on it, be it drawn there or as the bead on an arc."""
    holds_thread: NDArray[np.bool_]


def spots(stored_stage: NDArray[np.uint8], place: Indices, table: PlaceTable) -> NDArray[np.int8]:
    """`Spot` of each request, its place taken into account."""
    spot: NDArray[np.int8] = SPOT_OF[stored_stage]
    in_io = spot == Spot.LOOP_IO
    spot[in_io & (table.service[place] != NOWHERE)] = Spot.SERVICE
    spot[in_io & table.is_threads[place]] = Spot.THREAD
    return spot


def whereabouts(
    moment: Moment, table: PlaceTable, workers: Sequence[int], runs_in_threads: NDArray[np.bool_]
) -> Whereabouts:
    """Where a moment's requests are; `workers` are the numbers drawn, `runs_in_threads` is by route."""
    place = moment.place.astype(np.int64)
    came_from = moment.from_place.astype(np.int64)
    spot = spots(moment.stored_stage, place, table)
    number = np.where(table.worker[place] != NOWHERE, table.worker[place], table.worker[came_from])
    worker = drawn_index(number, workers)
    service = table.service[place]
    at_service = (service != NOWHERE) & (moment.stage == Stage.IN_IO)
    in_threads = runs_in_threads[moment.route]
    # A token is given back when the loop resumes the request: who came from a thread and waits for the loop has one.
    returns = in_threads & (spot == Spot.READY) & (table.is_threads[came_from] | (table.service[came_from] != NOWHERE))
    return Whereabouts(
        spot=spot,
        worker=worker,
        service=service,
        rank=ranks(queue_key(spot, worker, service), moment.since_ns, moment.request_id),
        is_at_service=at_service,
        holds_thread=(spot == Spot.THREAD) | (at_service & in_threads & (spot == Spot.SERVICE)) | returns,
    )


def drawn_index(number: Indices, workers: Sequence[int]) -> Indices:
    """Index into `workers` of each worker number; NOWHERE for those that are not drawn."""
    lookup = np.full(max((*workers, int(number.max(initial=0)))) + 2, NOWHERE, dtype=np.int64)
    lookup[list(workers)] = np.arange(len(workers))
    index: Indices = lookup[number]  # a number that is NOWHERE reads the last entry, which is NOWHERE
    return index


def queue_key(spot: NDArray[np.int8], worker: Indices, service: Indices) -> Indices:
    """Equal for requests that are drawn at one spot of the same worker or service."""
    owner: Indices = np.where(spot == Spot.SERVICE, service, worker) + 1
    return owner * len(Spot) + spot.astype(np.int64)


def ranks(key: Indices, since_ns: Indices, request_id: Indices) -> Indices:
    """Position of each entry among those with its key, in order of time and id, from 0."""
    order = np.lexsort((request_id, since_ns, key))
    index = np.arange(len(key))
    is_first = np.ones(len(key), dtype=bool)
    is_first[1:] = key[order][1:] != key[order][:-1]
    rank = np.empty(len(key), dtype=np.int64)
    rank[order] = index - np.maximum.accumulate(np.where(is_first, index, 0))
    return rank


@dataclass(frozen=True, slots=True)
class Occupancy:
    """How many requests are where; an entry for each drawn worker, service or client."""

    ready: Indices
    thread_queue: Indices
    threads: Indices
    """Tokens taken."""
    loop_io: Indices
    pool_queue: Indices
    at_worker: Indices
    """All that the worker has accepted and not answered."""
    holder: Indices
    """Row in the moment of the request that holds the worker's loop; NOWHERE: the loop is free."""
    is_blocked: NDArray[np.bool_]
    """Whether the holder only waits for I/O."""
    at_service: Indices
    accept: int
    client: Indices
    """Requests in flight of each client group."""


def occupancy(moment: Moment, where: Whereabouts, workers: int, services: int, clients: int) -> Occupancy:
    """Count a moment."""

    def per_worker(rows: NDArray[np.bool_]) -> Indices:
        return np.bincount(where.worker[rows & (where.worker != NOWHERE)], minlength=workers)

    holds = np.flatnonzero((where.spot == Spot.HELD) & (where.worker != NOWHERE))
    holder = np.full(workers, NOWHERE, dtype=np.int64)
    holder[where.worker[holds]] = holds
    is_blocked = np.zeros(workers, dtype=bool)
    is_blocked[where.worker[holds]] = moment.stored_stage[holds] == Stage.IN_IO | HOLDS_LOOP
    return Occupancy(
        ready=per_worker(where.spot == Spot.READY),
        thread_queue=per_worker(where.spot == Spot.THREAD_QUEUE),
        threads=per_worker(where.holds_thread),
        loop_io=per_worker(where.spot == Spot.LOOP_IO),
        pool_queue=per_worker(where.spot == Spot.POOL_QUEUE),
        at_worker=per_worker((where.spot >= Spot.READY) & (where.spot <= Spot.SERVICE)),
        holder=holder,
        is_blocked=is_blocked,
        at_service=np.bincount(where.service[where.is_at_service], minlength=services),
        accept=int(np.count_nonzero(where.spot == Spot.ACCEPT)),
        client=np.bincount(moment.client, minlength=clients),
    )
