"""From stages and places to spots of the diagram: which worker, which service, how far back in the queue."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.record import Moment, Stage
from ui.diagram.spots import SPOT_OF, Spot

Indices = NDArray[np.int64]
NOWHERE = -1


class PlaceTable(NamedTuple):
    """What the names of a moment's places mean, an entry each; NOWHERE where it does not apply."""

    worker: Indices
    """Number of the worker, from 1."""
    service: Indices
    """Index into the topology's services."""
    client: Indices
    """Index into the topology's clients."""
    is_threads: NDArray[np.bool_]
    pool: Indices
    """Index into the topology's services of the one that it is a worker's pool to."""
    is_listener: NDArray[np.bool_]


@lru_cache(maxsize=16)
def place_table(places: tuple[str, ...], clients: tuple[str, ...], services: tuple[str, ...]) -> PlaceTable:
    """Read the names of places (see `Moment.places`)."""
    count = len(places)
    worker, service, client, pool = (np.full(count, NOWHERE, dtype=np.int64) for _ in range(4))
    is_threads, is_listener = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    for index, place in enumerate(places):
        kind, _, name = place.partition(":")
        if kind == "worker":
            number, _, part = name.partition("/")
            worker[index] = int(number)
            is_threads[index] = part == "threads"
            if part.startswith("pool:") and part[5:] in services:
                pool[index] = services.index(part[5:])
        elif kind == "service" and name in services:
            service[index] = services.index(name)
        elif kind == "client" and name in clients:
            client[index] = clients.index(name)
        is_listener[index] = kind == "listener"
    return PlaceTable(worker, service, client, is_threads, pool, is_listener)


class Habits(NamedTuple):
    """How requests go through the server: arrays by route, and by service."""

    in_threads: NDArray[np.bool_]
    """By route: its steps run in a thread."""
    in_threads_behind: NDArray[np.bool_]
    """By route: so do its background steps."""
    blocks: NDArray[np.bool_]
    """By route: its calls keep the loop while they wait."""
    blocks_behind: NDArray[np.bool_]
    has_pool: NDArray[np.bool_]
    """By service."""
    holds_for_request: NDArray[np.bool_]
    """By service: a connection of its pool is kept up to the answer."""


class Whereabouts(NamedTuple):
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
    pool: Indices
    """The service of which it holds, or waits for, a connection of its worker's pool."""
    holds_connection: NDArray[np.bool_]
    is_orphan: NDArray[np.bool_]
    """Whether its client has left and the server goes on with it."""
    is_dropped: NDArray[np.bool_]
    """Whether its SYN was dropped, and will be sent again."""


def spots(stored_stage: NDArray[np.uint8], place: Indices, until_ns: Indices, table: PlaceTable) -> NDArray[np.int8]:
    """`Spot` of each request, its place taken into account."""
    spot: NDArray[np.int8] = SPOT_OF[stored_stage]
    in_io = spot == Spot.LOOP_IO.value
    spot[in_io & (table.service[place] != NOWHERE)] = Spot.SERVICE
    spot[in_io & table.is_threads[place]] = Spot.THREAD
    if (stored_stage == Stage.ORPHANED.value).any() or (stored_stage == Stage.BACKGROUND.value).any():
        _place_ghosts(spot, stored_stage, place, until_ns, table)
    return spot


def _place_ghosts(
    spot: NDArray[np.int8], stored_stage: NDArray[np.uint8], place: Indices, until_ns: Indices, table: PlaceTable
) -> None:
    """Of those that nobody waits for the place says what they do; a stage whose end is known is no waiting."""
    ghost = (stored_stage == Stage.ORPHANED.value) | (stored_stage == Stage.BACKGROUND.value)
    is_waiting = until_ns == 0
    at_service, in_pool = table.service[place] != NOWHERE, table.pool[place] != NOWHERE
    in_threads = table.is_threads[place]
    at_loop = (table.worker[place] != NOWHERE) & ~in_pool & ~in_threads
    for rows, kind in (
        (table.client[place] != NOWHERE, Spot.OUT),
        (table.is_listener[place], Spot.ACCEPT),
        (at_loop & is_waiting, Spot.READY),
        (at_loop & ~is_waiting, Spot.LOOP_IO),
        (in_threads, Spot.THREAD),
        (in_pool, Spot.POOL_QUEUE),
        (at_service & is_waiting, Spot.SERVICE_QUEUE),
        (at_service & ~is_waiting, Spot.SERVICE),
    ):
        spot[ghost & rows] = kind


def whereabouts(moment: Moment, table: PlaceTable, workers: Sequence[int], habits: Habits) -> Whereabouts:
    """Where a moment's requests are; `workers` are the numbers drawn."""
    place = moment.place.astype(np.int64)
    came_from = moment.from_place.astype(np.int64)
    spot = spots(moment.stored_stage, place, moment.until_ns, table)
    number = np.where(table.worker[place] != NOWHERE, table.worker[place], table.worker[came_from])
    worker = drawn_index(number, workers)
    service = table.service[place]
    is_worked_on = (moment.stage == Stage.IN_IO.value) | (_is_ghost(moment.stage) & (moment.until_ns > 0))
    at_service = (service != NOWHERE) & is_worked_on
    in_threads = np.where(
        moment.stage == Stage.BACKGROUND.value, habits.in_threads_behind[moment.route], habits.in_threads[moment.route]
    )
    # A token is given back when the loop resumes the request: who came from a thread and waits for the loop has one.
    returns = (
        in_threads & (spot == Spot.READY.value) & (table.is_threads[came_from] | (table.service[came_from] != NOWHERE))
    )
    waits_inside = (spot == Spot.POOL_QUEUE.value) | (spot == Spot.SERVICE_QUEUE.value) | (spot == Spot.SERVICE.value)
    pool, holds_connection = _pools(moment, spot, service, table, habits)
    return Whereabouts(
        spot=spot,
        worker=worker,
        service=service,
        rank=_ranks(spot, worker, service, moment.since_ns),
        is_at_service=at_service,
        holds_thread=(spot == Spot.THREAD.value) | (waits_inside & in_threads) | returns,
        pool=pool,
        holds_connection=holds_connection,
        is_orphan=moment.stage == Stage.ORPHANED.value,
        is_dropped=(moment.stage == Stage.CONNECTING.value) & (moment.since_ns > moment.sent_ns),
    )


def _is_ghost(stage: NDArray[np.uint8]) -> NDArray[np.bool_]:
    is_ghost: NDArray[np.bool_] = (stage == Stage.ORPHANED.value) | (stage == Stage.BACKGROUND.value)
    return is_ghost


def _pools(
    moment: Moment, spot: NDArray[np.int8], service: Indices, table: PlaceTable, habits: Habits
) -> tuple[Indices, NDArray[np.bool_]]:
    """Which pool a request has to do with, and whether it has a connection of it."""
    place, came_from = moment.place.astype(np.int64), moment.from_place.astype(np.int64)
    waits_for = table.pool[place]
    if not habits.has_pool.any():
        return waits_for, np.zeros(len(place), dtype=bool)
    has_pool = np.append(habits.has_pool, [False])  # NOWHERE reads the last entry
    used = np.where(table.service[came_from] != NOWHERE, table.service[came_from], table.pool[came_from])
    # A connection goes back when the code behind the step runs, or, held for the request, with the answer.
    keeps = np.append(habits.holds_for_request, [False])[used]
    at_worker = (spot >= Spot.READY.value) & (spot <= Spot.LOOP_IO.value)
    has_still = (spot == Spot.READY.value) | (at_worker & keeps)
    pool = np.where(waits_for != NOWHERE, waits_for, np.where(service != NOWHERE, service, used))
    holds = has_pool[pool] & (waits_for == NOWHERE) & ((service != NOWHERE) | (has_still & (used != NOWHERE)))
    return pool, holds


def drawn_index(number: Indices, workers: Sequence[int]) -> Indices:
    """Index into `workers` of each worker number; NOWHERE for those that are not drawn."""
    lookup = np.full(max((*workers, int(number.max(initial=0)))) + 2, NOWHERE, dtype=np.int64)
    lookup[list(workers)] = np.arange(len(workers))
    index: Indices = lookup[number]  # a number that is NOWHERE reads the last entry, which is NOWHERE
    return index


def queue_key(spot: NDArray[np.int8], worker: Indices, service: Indices) -> Indices:
    """Equal for requests that are drawn at one spot of the same worker or service."""
    owner: Indices = np.where((spot == Spot.SERVICE.value) | (spot == Spot.SERVICE_QUEUE.value), service, worker) + 1
    return owner * len(Spot) + spot.astype(np.int64)


def _ranks(spot: NDArray[np.int8], worker: Indices, service: Indices, since_ns: Indices) -> Indices:
    """Nobody queues on a link: in a crowd those are most."""
    rank = np.zeros(len(spot), dtype=np.int64)
    rows = np.flatnonzero((spot != Spot.OUT.value) & (spot != Spot.BACK.value))
    rank[rows] = ranks(queue_key(spot[rows], worker[rows], service[rows]), since_ns[rows])
    return rank


def ranks(key: Indices, since_ns: Indices) -> Indices:
    """Position of each entry among those with its key, in order of time, from 0; of equals the earlier row is first."""
    order = np.lexsort((since_ns, key))
    index = np.arange(len(key))
    is_first = np.ones(len(key), dtype=bool)
    is_first[1:] = key[order][1:] != key[order][:-1]
    rank = np.empty(len(key), dtype=np.int64)
    rank[order] = index - np.maximum.accumulate(np.where(is_first, index, 0))
    return rank


_KEEPING = np.array([spot.value for spot in (Spot.READY, Spot.POOL_QUEUE, Spot.SERVICE_QUEUE)], dtype=np.int8)


class Occupancy(NamedTuple):
    """How many requests are where; an entry for each drawn worker, service or client."""

    ready: Indices
    thread_queue: Indices
    threads: Indices
    """Tokens taken."""
    computing: Indices
    """Of those in threads, those that need the processor: they have it, or wait for it."""
    keeping: Indices
    """Of those who have a token, those that wait: for the loop to take it back, or for a connection or a service."""
    loop_io: Indices
    pool_queue: Indices
    at_worker: Indices
    """All that the worker has accepted and not answered."""
    pools_taken: Indices
    """Connections taken, by service and worker, shape (services, workers)."""
    pools_queue: Indices
    """Who waits for one, likewise."""
    service_queue: Indices
    given_up: Indices
    """Of those that wait for the loop, those whose clients have left."""
    orphans: int
    """Requests whose clients have left."""
    background: int
    dropped: int
    """Connections that were dropped at the full accept queue and are to come again."""
    again_ns: int
    """When the first of them comes again; 0 where there is none."""
    holder: Indices
    """Row in the moment of the request that holds the worker's loop; NOWHERE: the loop is free."""
    is_blocked: NDArray[np.bool_]
    """Whether the holder only waits for I/O."""
    at_service: Indices
    accept: int
    client: Indices
    """Requests in flight of each client group."""


def occupancy(moment: Moment, where: Whereabouts, habits: Habits, workers: int, clients: int) -> Occupancy:
    """Count a moment."""
    stage, services = moment.stage, len(habits.has_pool)

    def per_worker(rows: NDArray[np.bool_]) -> Indices:
        return np.bincount(where.worker[rows & (where.worker != NOWHERE)], minlength=workers)

    holds = np.flatnonzero((where.spot == Spot.HELD.value) & (where.worker != NOWHERE))
    holder = np.full(workers, NOWHERE, dtype=np.int64)
    holder[where.worker[holds]] = holds
    is_blocked = np.zeros(workers, dtype=bool)
    is_blocked[where.worker[holds]] = _only_waits(moment, holds, habits)
    dropped = moment.until_ns[where.is_dropped]
    has_client = ~_is_ghost(stage)

    def per_pool(rows: NDArray[np.bool_]) -> Indices:
        rows &= (where.worker != NOWHERE) & (where.pool != NOWHERE)
        key = where.pool[rows] * workers + where.worker[rows]
        return np.bincount(key, minlength=services * workers).reshape(services, workers)

    return Occupancy(
        ready=per_worker(where.spot == Spot.READY.value),
        thread_queue=per_worker(where.spot == Spot.THREAD_QUEUE.value),
        threads=per_worker(where.holds_thread),
        computing=per_worker(
            (where.spot == Spot.THREAD.value) & ((stage == Stage.ON_CPU.value) | (stage == Stage.CPU_QUEUE.value))
        ),
        keeping=per_worker(where.holds_thread & np.isin(where.spot, _KEEPING)),
        loop_io=per_worker(where.spot == Spot.LOOP_IO.value),
        pool_queue=per_worker(where.spot == Spot.POOL_QUEUE.value),
        at_worker=per_worker((where.spot >= Spot.READY.value) & (where.spot <= Spot.SERVICE_QUEUE.value)),
        pools_taken=per_pool(where.holds_connection.copy()),
        pools_queue=per_pool((stage == Stage.POOL_QUEUE.value) | (where.spot == Spot.POOL_QUEUE.value)),
        service_queue=np.bincount(where.service[_outside(moment, where)], minlength=services),
        given_up=per_worker((where.spot == Spot.READY.value) & where.is_orphan),
        orphans=int(np.count_nonzero(where.is_orphan)),
        background=int(np.count_nonzero(stage == Stage.BACKGROUND.value)),
        dropped=len(dropped),
        again_ns=int(dropped.min(initial=1 << 62)) if len(dropped) else 0,
        holder=holder,
        is_blocked=is_blocked,
        at_service=np.bincount(where.service[where.is_at_service], minlength=services),
        accept=int(np.count_nonzero(where.spot == Spot.ACCEPT.value)),
        client=np.bincount(moment.client[has_client], minlength=clients),
    )


def _outside(moment: Moment, where: Whereabouts) -> NDArray[np.bool_]:
    """Who waits for a place in a service, be it that a loop waits with it."""
    outside: NDArray[np.bool_] = (where.spot == Spot.SERVICE_QUEUE.value) | (moment.stage == Stage.SERVICE_QUEUE.value)
    outside &= where.service != NOWHERE
    return outside


def _only_waits(moment: Moment, rows: Indices, habits: Habits) -> NDArray[np.bool_]:
    """Whether those who hold a loop need no processor meanwhile.

    Of a ghost only the place and the end are known; a handler that blocks does little else.
    """
    stage, route = moment.stage[rows], moment.route[rows]
    waits: NDArray[np.bool_] = np.isin(stage, (Stage.IN_IO, Stage.POOL_QUEUE, Stage.SERVICE_QUEUE))
    waits |= (stage == Stage.ORPHANED.value) & habits.blocks[route]
    waits |= (stage == Stage.BACKGROUND.value) & habits.blocks_behind[route]
    return waits
