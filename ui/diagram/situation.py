"""What is going on at an instant, worst first, and which resource holds the others up. Pure."""

from typing import Any

import numpy as np

from ui.diagram.broker.situation import broker_bottleneck, broker_full, message_queue
from ui.diagram.facts import BUSY, Kind, Reading, Situation
from ui.diagram.spots import Spot
from ui.diagram.troubles import FIRST_LOOKS, LATER_LOOKS, orphans


def situation(reading: Reading) -> Situation:
    """The one thing to say: always true of this moment."""
    for look in LOOKS:
        if found := look(reading):
            return found
    if not len(reading.moment) and reading.moment.time_ns == 0:
        return Situation(Kind.NOTHING_YET)
    return Situation(
        Kind.NOBODY_WAITS,
        utilisation=reading.figures.utilisation,
        of_workers=len(reading.crew.workers),
        in_io=_in_io(reading),
        computing=int(reading.count.computing.sum()),
    )


def bottleneck(reading: Reading) -> str | None:
    """The place that holds the others up, as `Moment.places` names it; None where nobody has to wait long."""
    count, workers = reading.count, reading.crew.workers
    shares = np.array([figures.loop_share for figures in reading.figures.workers] or [0.0])
    waiting = count.ready + (count.accept if count.is_blocked.all() else 0)
    blocked = np.where(count.is_blocked, waiting, 0)
    if blocked.max(initial=0) > 0:
        return f"worker:{workers[int(blocked.argmax())]}"
    if place := _full_place(reading):
        return place
    if count.thread_queue.max(initial=0) > 0:
        return f"worker:{workers[int(count.thread_queue.argmax())]}/threads"
    busy = np.where(shares[: len(workers)] >= BUSY, count.ready, 0) if len(shares) >= len(workers) else count.ready * 0
    if busy.max(initial=0) > 0:
        return f"worker:{workers[int(busy.argmax())]}"
    if count.accept and len(shares) == len(workers) and shares.min() >= BUSY:
        return f"worker:{workers[int(shares.argmax())]}"
    return broker_bottleneck(reading)


def _full_place(reading: Reading) -> str | None:
    """A service that takes no more, or else a pool without a connection."""
    count, services = reading.count, reading.crew.topology.services
    for service, at_service in zip(services, count.at_service, strict=True):
        if service.concurrency and at_service >= service.concurrency:
            return f"service:{service.name}"
    if count.pools_queue.max(initial=0) > 0:
        full, worker = np.unravel_index(int(count.pools_queue.argmax()), count.pools_queue.shape)
        return f"worker:{reading.crew.workers[int(worker)]}/pool:{services[int(full)].name}"
    return None


def _blocked(reading: Reading) -> Situation | None:
    count = reading.count
    blocked = np.flatnonzero(count.is_blocked)
    if not len(blocked):
        return None
    are_all = len(blocked) == len(reading.crew.workers)
    waiting = count.ready[blocked]
    unaccepted = count.accept if are_all else 0
    common: dict[str, Any] = {
        "of_workers": len(reading.crew.workers),
        "unaccepted": unaccepted,
        "given_up": int(count.given_up[blocked].sum()),
        "blocked": tuple(reading.crew.workers[index] for index in blocked),
    }
    worst = int(blocked[waiting.argmax()])
    path, call = reading.held_by(worst)
    if len(blocked) > 1 and (are_all or np.count_nonzero(waiting) > 1):
        kind = Kind.ALL_BLOCKED if are_all else Kind.SOME_BLOCKED
        return Situation(kind, path=path, call=call, waiting=int(waiting.sum()), workers=len(blocked), **common)
    number = reading.crew.workers[worst]
    common["blocked"] = (number,)
    return Situation(Kind.BLOCKED, worker=number, path=path, call=call, waiting=int(waiting.max()), workers=1, **common)


def _threads(reading: Reading) -> Situation | None:
    queue = reading.count.thread_queue
    if queue.max(initial=0) == 0:
        return None
    worst = int(queue.argmax())
    limits = [figures.thread_limit for figures in reading.figures.workers]
    return Situation(
        Kind.NO_THREAD,
        worker=reading.crew.workers[worst],
        waiting=int(queue.sum()),
        limit=limits[worst] if worst < len(limits) else reading.crew.topology.thread_limit,
        workers=int(np.count_nonzero(queue)),
    )


def _accept_full(reading: Reading) -> Situation | None:
    capacity = reading.crew.topology.accept_capacity
    if reading.count.accept < capacity:
        return None
    return Situation(Kind.ACCEPT_FULL, waiting=reading.count.accept, limit=capacity)


def _busy(reading: Reading) -> Situation | None:
    shares = [figures.loop_share for figures in reading.figures.workers]
    busy = [
        (int(ready), -index)
        for index, (ready, share) in enumerate(zip(reading.count.ready, shares, strict=False))
        if share >= BUSY and ready
    ]
    if not busy:
        return None
    waiting, index = max(busy)
    return Situation(
        Kind.BUSY,
        worker=reading.crew.workers[-index],
        waiting=waiting,
        utilisation=shares[-index],
        of_workers=len(reading.crew.workers),
    )


def _waiting(reading: Reading) -> Situation | None:
    count = reading.count
    ready = int(count.ready.sum())
    if not ready and not count.accept:
        return None
    return Situation(
        Kind.WAITING,
        waiting=ready,
        unaccepted=count.accept,
        utilisation=reading.figures.utilisation,
        of_workers=len(reading.crew.workers),
    )


def _in_io(reading: Reading) -> int:
    spot = reading.where.spot
    busy = (spot == Spot.SERVICE.value) | (spot == Spot.LOOP_IO.value) | (spot == Spot.THREAD.value)
    return int(np.count_nonzero(busy)) - int(reading.count.computing.sum())


LOOKS = (
    *FIRST_LOOKS,
    _blocked,
    _threads,
    _accept_full,
    broker_full,
    *LATER_LOOKS,
    _busy,
    message_queue,
    orphans,
    _waiting,
)
"""The worst first."""
