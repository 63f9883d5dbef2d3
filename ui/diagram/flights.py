"""Changes of place as flights: which leg of its way every moving request is on, and how far along.

In the model most changes of place take no time. Each is drawn as a flight of `span_ns`; a request that changes place
again before it has landed flies on from where it is. Its way is the chain of places it came to, and how far along the
chain it is drawn is the sum of what has passed of each flight, so that nothing ever jumps and the picture depends on
the record and the instant alone.
"""

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from simulator.record import HOLDS_LOOP, Moment, Stage
from ui.diagram.crew import Crew
from ui.diagram.moves import Moves
from ui.diagram.spots import ACTIVITY_OF, CROSSING, SPOT_OF, Spot
from ui.diagram.whereabouts import NOWHERE, Indices, Whereabouts, drawn_index, spots

_Number = TypeVar("_Number", bound=np.generic)

MOST_HOPS = 4
"""Hops a worker, on average, that are drawn as flights; where there are more they would only cover words."""
_STAGGER = 0.6
"""Share of a flight over which requests that move at one instant are strung out, like pearls."""


class Legs(NamedTuple):
    """The leg that each request in flight is on; arrays of one length."""

    request_id: Indices
    now_row: Indices
    """Row in the moment now; NOWHERE: it has ended."""
    client: Indices
    origin: NDArray[np.int8]
    """Spot that the leg begins at; OUT: uvicorn's door, or its client where it was `born` there."""
    is_from_client: NDArray[np.bool_]
    goal: NDArray[np.int8]
    activity: NDArray[np.int8]
    """`Activity` that it is drawn in."""
    origin_worker: Indices
    goal_worker: Indices
    origin_service: Indices
    goal_service: Indices
    fraction: NDArray[np.float64]
    is_last: NDArray[np.bool_]
    """Whether its goal is where the request is now."""


class _Chain(NamedTuple):
    """Rows of moves by request, in time order, with the rows that change nothing on the diagram left out."""

    group: Indices
    time_ns: Indices
    until_ns: Indices
    stage: NDArray[np.uint8]
    """As stored."""
    spot: NDArray[np.int8]
    worker: Indices
    service: Indices


class _Origins(NamedTuple):
    """Where the request of each group was before its first row."""

    request_id: Indices
    now_row: Indices
    then_row: Indices
    client: Indices
    spot: NDArray[np.int8]
    worker: Indices
    service: Indices


def legs(moment: Moment, moves: Moves, then: Whereabouts, crew: Crew, *, has_hops: bool) -> Legs:
    """The legs of all requests that moved within the span and have not landed, by request id.

    `has_hops`: changes of place inside a worker are flights too, unless there are very many.
    """
    chain, origins = _read(moment, moves, then, crew)
    chain = _without_hops(chain, origins, MOST_HOPS * len(crew.workers) if has_hops else 0)
    progress = _progress(chain, moment.time_ns, moves.span_ns)
    count = len(origins.request_id)
    total = np.bincount(chain.group, weights=progress, minlength=count)
    legs_of = np.bincount(chain.group, minlength=count)
    is_out = (origins.now_row != NOWHERE) & (SPOT_OF[_at(moment.stored_stage, origins.now_row)] == Spot.OUT.value)
    is_flying = (legs_of > 0) & (total < legs_of - 1e-9) & ~is_out
    number = np.minimum(total.astype(np.int64), np.maximum(legs_of - 1, 0))
    row = np.cumsum(legs_of) - legs_of + number
    is_ghost = (origins.now_row != NOWHERE) & _STANDS[_at(moment.stored_stage, origins.now_row)]
    is_flying[is_flying & is_ghost] = _goes_home(chain.spot[row[is_flying & is_ghost]])
    flying = np.flatnonzero(is_flying)
    number, row = number[flying], row[flying]
    is_first = number == 0
    before = np.maximum(row - 1, 0)

    def origin_of(by_chain: NDArray[np.int64], by_group: NDArray[np.int64]) -> Indices:
        return np.where(is_first, by_group[flying], by_chain[before])

    origin = np.where(is_first, origins.spot[flying], chain.spot[before]).astype(np.int8)
    now_row = origins.now_row[flying]
    is_last = (number == legs_of[flying] - 1) & (now_row != NOWHERE)
    stage = np.where(is_last, _at(moment.stored_stage, now_row), chain.stage[row])
    return Legs(
        request_id=origins.request_id[flying],
        now_row=now_row,
        client=origins.client[flying],
        origin=origin,
        is_from_client=is_first & (origins.then_row[flying] == NOWHERE),
        goal=chain.spot[row],
        activity=np.where(chain.spot[row] == Spot.THREAD.value, ACTIVITY_OF[stage], CROSSING[origin, chain.spot[row]]),
        origin_worker=origin_of(chain.worker, origins.worker),
        goal_worker=chain.worker[row],
        origin_service=origin_of(chain.service, origins.service),
        goal_service=chain.service[row],
        fraction=np.clip(total[flying] - number, 0.0, 1.0),
        is_last=is_last,
    )


def _read(moment: Moment, moves: Moves, then: Whereabouts, crew: Crew) -> tuple[_Chain, _Origins]:
    rows = moves.rows[~_STANDS[moves.rows["stage"]]]
    rows = rows[np.argsort(rows["request"], kind="stable")]
    ids = rows["request"].astype(np.int64)
    is_first = np.ones(len(ids), dtype=bool)
    is_first[1:] = ids[1:] != ids[:-1]
    starts = np.flatnonzero(is_first)
    group = np.cumsum(is_first) - 1
    table = crew.places(moment.places)
    place = rows["place"].astype(np.int64)
    spot = spots(rows["stage"], place, rows["until"], table)
    then_row = _row_of(ids[starts], moves.then.request_id)
    now_row = _row_of(ids[starts], moment.request_id)
    was = then_row != NOWHERE
    named = np.maximum.reduceat(table.client[place], starts) if len(starts) else np.empty(0, dtype=np.int64)
    origin_worker = np.where(was, _at(then.worker, then_row), NOWHERE)
    worker = _carried(drawn_index(table.worker[place], crew.workers), starts, group, origin_worker)
    origins = _Origins(
        request_id=ids[starts],
        now_row=now_row,
        then_row=then_row,
        client=_known(_known(named, moves.then, then_row), moment, now_row),
        spot=np.where(was, _at(then.spot, then_row), Spot.OUT).astype(np.int8),
        worker=origin_worker,
        service=np.where(was, _at(then.service, then_row), NOWHERE),
    )
    service = np.where(is_at_service(spot), table.service[place], NOWHERE)
    kept = _is_new_place(spot, worker, service, starts, origins)
    return _Chain(
        group[kept],
        rows["time"][kept].astype(np.int64),
        rows["until"][kept].astype(np.int64),
        rows["stage"][kept],
        spot[kept],
        worker[kept],
        service[kept],
    ), origins


def _at(values: NDArray[_Number], row: Indices) -> NDArray[_Number]:
    """`values[row]`, anything where there are no values at all."""
    return values[row] if len(values) else np.zeros(len(row), dtype=values.dtype)


def _row_of(wanted: Indices, request_ids: Indices) -> Indices:
    """Row of each id in the sorted `request_ids`; NOWHERE where it is not there."""
    if not len(request_ids):
        return np.full(len(wanted), NOWHERE, dtype=np.int64)
    row = np.minimum(np.searchsorted(request_ids, wanted), len(request_ids) - 1)
    return np.where(request_ids[row] == wanted, row, NOWHERE)


def _carried(worker: Indices, starts: Indices, group: Indices, origin_worker: Indices) -> Indices:
    """A row at a service or a client has the worker of the row before it, else of the group's origin."""
    index = np.arange(len(worker))
    last = np.maximum.accumulate(np.where(worker != NOWHERE, index, NOWHERE)) if len(worker) else index
    return np.where(last >= starts[group], worker[last], origin_worker[group])


def _known(named: Indices, then: Moment, then_row: Indices) -> Indices:
    """Client group of each request: as the moment says, else as the places of its rows are called."""
    return np.where(then_row != NOWHERE, _at(then.client, then_row), named)


def _is_new_place(
    spot: NDArray[np.int8], worker: Indices, service: Indices, starts: Indices, origins: _Origins
) -> NDArray[np.bool_]:
    """Whether a row brings its request to another place of the diagram than the row before it, or its origin."""
    # All travelling towards the server is one leg, whatever the worker; so is all travelling back.
    spot = np.where(spot == Spot.PILE.value, Spot.BACK.value, spot)
    owner = np.where((spot == Spot.OUT.value) | (spot == Spot.BACK.value), NOWHERE, worker)
    key = np.stack([spot.astype(np.int64), owner, service])
    kept = np.ones(len(spot), dtype=bool)
    kept[1:] = (key[:, 1:] != key[:, :-1]).any(axis=0)
    was_out = (origins.spot == Spot.OUT.value) & (origins.then_row != NOWHERE)
    same = (spot[starts] == origins.spot) & (owner[starts] == origins.worker) & (service[starts] == origins.service)
    same |= was_out & (spot[starts] == Spot.OUT.value)
    same |= (origins.spot == Spot.BACK.value) & (spot[starts] == Spot.BACK.value)
    kept[starts] = ~same | (origins.then_row == NOWHERE)
    return kept


def _progress(chain: _Chain, now_ns: int, span_ns: int) -> NDArray[np.float64]:
    """How much of each leg has passed, 0..1: travelling takes its own time where that is longer, the rest the span."""
    passed = (now_ns - chain.time_ns).astype(np.float64)
    travels = (chain.spot == Spot.OUT.value) | (chain.spot == Spot.BACK.value) | (chain.spot == Spot.PILE.value)
    ends_ns = np.where(chain.spot == Spot.BACK.value, chain.until_ns, 0)
    follows = np.zeros(len(ends_ns), dtype=bool)
    follows[:-1] = chain.group[1:] == chain.group[:-1]
    out = np.flatnonzero((chain.spot == Spot.OUT.value) & follows)
    ends_ns[out] = chain.time_ns[out + 1]
    own = np.maximum(ends_ns - chain.time_ns, 0)
    duration = np.where(travels, np.maximum(own, span_ns), span_ns)
    part = np.clip(passed / duration, 0.0, 1.0)
    part = _strung_out(part, chain)
    return np.where(travels, part, 1 - (1 - part) ** 2)


def _without_hops(chain: _Chain, origins: _Origins, most_hops: int) -> _Chain:
    """Leave out what leads along no link: from uvicorn's door into its accept queue; and hops, if there are many."""
    is_first = np.ones(len(chain.group), dtype=bool)
    is_first[1:] = chain.group[1:] != chain.group[:-1]
    before = np.maximum(np.arange(len(chain.group)) - 1, 0)
    came_from = np.where(is_first, origins.spot[chain.group], chain.spot[before])
    worker = np.where(is_first, origins.worker[chain.group], chain.worker[before])
    is_born = is_first & (origins.then_row[chain.group] == NOWHERE)
    left_out = (chain.spot == Spot.ACCEPT.value) & (came_from == Spot.OUT.value) & ~is_born
    hops = (chain.worker == worker) & (worker != NOWHERE) & is_at_worker(chain.spot) & is_at_worker(came_from)
    if np.count_nonzero(hops) > most_hops:
        left_out |= hops
    return _Chain(*(column[~left_out] for column in chain))


def _goes_home(spot: NDArray[np.int8]) -> NDArray[np.bool_]:
    goes_home: NDArray[np.bool_] = (spot == Spot.BACK.value) | (spot == Spot.PILE.value)
    return goes_home


def is_at_worker(spot: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Whether the spot is inside a worker."""
    inside: NDArray[np.bool_] = _AT_WORKER[spot]
    return inside


def is_at_service(spot: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Whether the spot is at a service: worked on, or waiting for a place."""
    at_service: NDArray[np.bool_] = (spot == Spot.SERVICE.value) | (spot == Spot.SERVICE_QUEUE.value)
    return at_service


_STANDS = np.zeros(256, dtype=bool)
"""By stored stage: who is nowhere any more, and ghosts, which stand beside the answer that flies."""
for _stage in (Stage.REFUSED, Stage.TIMED_OUT, Stage.BACKGROUND, Stage.ORPHANED, Stage.DONE):
    _STANDS[[_stage, _stage | HOLDS_LOOP]] = True

_ELSEWHERE = (Spot.OUT, Spot.ACCEPT, Spot.SERVICE, Spot.SERVICE_QUEUE, Spot.BACK, Spot.PILE, Spot.ASIDE)
_AT_WORKER = np.array([spot not in _ELSEWHERE for spot in Spot])


def _strung_out(part: NDArray[np.float64], chain: _Chain) -> NDArray[np.float64]:
    """Let requests that go to one place at one instant follow each other, instead of lying on top of each other."""
    count = len(part)
    if count < 2:
        return part
    worker, service = chain.worker, chain.service
    order = np.lexsort((np.arange(count), service, worker, chain.spot, chain.time_ns))
    same = np.zeros(count, dtype=bool)
    same[1:] = (
        (chain.time_ns[order][1:] == chain.time_ns[order][:-1])
        & (chain.spot[order][1:] == chain.spot[order][:-1])
        & (worker[order][1:] == worker[order][:-1])
        & (service[order][1:] == service[order][:-1])
    )
    index = np.arange(count)
    first = np.maximum.accumulate(np.where(same, 0, index))
    size = np.bincount(first, minlength=count)[first]
    spread, delay = np.empty(count), np.empty(count)
    spread[order] = np.where(size > 1, _STAGGER, 0.0)
    delay[order] = (index - first) / np.maximum(size - 1, 1)
    return np.clip(part * (1 + spread) - spread * delay, 0.0, 1.0)
