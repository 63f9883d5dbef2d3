"""Why a request waited: who held the loop, or what else it was that had no room for it."""

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from simulator.record.life import Life, Span, asked_in, first_row_at, worker_of
from simulator.record.moment import Moment
from simulator.record.record import Record
from simulator.record.stages import HOLDS_LOOP, STAGE_MASK, Stage
from simulator.record.transitions import Transitions
from simulator.units import to_ns

_MOST_ROWS = 1 << 17
"""Of a longer wait the last part speaks for the whole, so that asking stays quick."""
_LOOK_BACK = 1 << 11
"""So many rows before a wait mostly tell who held the loop when it began; where they do not, the moment does."""
_HALF = 0.5
_MICROSECOND = 1_000
"""Files tell no less."""
_COMPUTES = tuple(int(stage) for stage in (Stage.ON_CPU, Stage.CPU_QUEUE, Stage.ORPHANED, Stage.BACKGROUND))
"""What may have the interpreter or a core."""

Ints = NDArray[np.int64]


class Reason(Enum):
    """What a request waited for."""

    HELD = "held"
    """One request held the loop for most of the time."""
    TURNS = "turns"
    """Several held it, one after another."""
    GIL = "gil"
    """Nobody held the loop: its thread waited for the interpreter or a core."""
    UNTOLD = "untold"
    """The files do not say: some went on there behind their clients' backs, and may have held the loop."""
    RESERVED = "reserved"
    """Nobody held a loop: connections of a burst wait for the worker that accepted last."""
    ABSENT = "absent"
    """No worker had started, or none was left."""
    THREADS = "threads"
    PROCESSOR = "processor"
    POOL = "pool"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why one wait lasted."""

    span: Span
    """The wait."""
    reason: Reason
    worker: int = 0
    """Whose loop, threads or pool it was; 0 where it was nobody's."""
    blamed: int = 0
    """The request that held the loop longest; 0 where none did."""
    blamed_ns: int = 0
    blamed_route: int = 0
    is_blocking: bool = False
    """Whether it held the loop while it only waited."""
    others: int = 0
    """How many more held it meanwhile; of UNTOLD, how many may have."""


WAITS = {
    Stage.ACCEPT_QUEUE: Reason.RESERVED,
    Stage.LOOP_QUEUE: Reason.GIL,
    Stage.THREAD_QUEUE: Reason.THREADS,
    Stage.CPU_QUEUE: Reason.PROCESSOR,
    Stage.POOL_QUEUE: Reason.POOL,
    Stage.SERVICE_QUEUE: Reason.SERVICE,
}
"""What it waits for in each stage, where no loop was held."""


def causes_of(record: Record, life: Life, least_ns: int = 1) -> list[Cause]:
    """Every wait of a life that lasted so long, with its cause, in order of time."""
    found = []
    for number, span in enumerate(life.spans):
        if span.stage not in WAITS or span.length_ns < least_ns:
            continue
        if span.stage in (Stage.LOOP_QUEUE, Stage.ACCEPT_QUEUE):
            following = life.spans[number + 1 :]
            worker = next((of for later in (span, *following) if (of := worker_of(later.place))), 0)
            found.append(_of_a_loop(record, life.request_id, span, worker))
        else:
            found.append(Cause(span, WAITS[span.stage], worker_of(span.place) or life.worker))
    return found


def _of_a_loop(record: Record, request_id: int, span: Span, worker: int) -> Cause:
    """`worker` 0: nobody has accepted it yet; then the loop that was held longest is to blame."""
    assert record.transitions is not None, "a life is read from transitions"
    rows = _rows_of(record.transitions, span.begin_ns, span.end_ns)
    for state in (None, record.transitions.at):
        moment = None if state is None else state(rows.since_ns)
        holds = holds_in(rows, record.transitions.places, moment).without(request_id)
        if not worker and len(holds.worker):
            worker = int(np.bincount(holds.worker, weights=holds.length_ns).argmax())
        holds = holds.of(worker)
        if holds.length_ns.sum() >= _HALF * (span.end_ns - rows.since_ns):
            return _blame(record, span, worker, holds)
    may_have = _who_may_have(record, rows.since_ns, span.end_ns, worker, int(holds.length_ns.sum()))
    if may_have:
        return Cause(span, Reason.UNTOLD, worker, others=may_have)
    if span.stage is Stage.ACCEPT_QUEUE:
        return _unaccepted(record, rows, span, worker)
    return Cause(span, WAITS[span.stage], worker)


def _unaccepted(record: Record, rows: "_Rows", span: Span, worker: int) -> Cause:
    """Nobody held a loop, and still nobody accepted: no burst keeps others away for longer than its window."""
    assert record.transitions is not None, "a life is read from transitions"
    if worker and span.length_ns <= to_ns(record.scenario.server.burst_window) + _MICROSECOND:
        return Cause(span, Reason.RESERVED, worker)
    moment = record.transitions.at(rows.since_ns)
    later = rows.rows[rows.rows["time"] > rows.since_ns]
    stages = np.concatenate([moment.stage, later["stage"] & np.uint8(STAGE_MASK)])
    places = np.concatenate([moment.place, later["place"]])[np.isin(stages, _COMPUTES)]
    busy = [number for place in np.unique(places) if (number := worker_of(record.transitions.places[place]))]
    # Else it was not there yet, or not any more.
    return Cause(span, Reason.GIL, worker or busy[0]) if busy else Cause(span, Reason.ABSENT, worker)


def _who_may_have(record: Record, begin_ns: int, end_ns: int, worker: int, known_ns: int) -> int:
    """How many may have held the loop behind their clients' backs; 0 where that would not be half of the time."""
    inside = [
        (each.request, min(each.end_ns, end_ns) - max(each.begin_ns, begin_ns))
        for each in record.untold
        if each.worker == (worker or each.worker) and each.begin_ns < end_ns and each.end_ns > begin_ns
    ]
    may_have_ns = sum(length_ns for _, length_ns in inside)
    is_enough = known_ns + may_have_ns >= _HALF * (end_ns - begin_ns)
    return len({request for request, _ in inside}) if is_enough else 0


def _blame(record: Record, span: Span, worker: int, holds: "Holds") -> Cause:
    requests, which = np.unique(holds.request, return_inverse=True)
    by_request = np.bincount(which, weights=holds.length_ns)
    worst = int(by_request.argmax())
    blamed, blamed_ns = int(requests[worst]), int(by_request[worst])
    own = which == worst
    return Cause(
        span,
        Reason.HELD if blamed_ns >= _HALF * holds.length_ns.sum() else Reason.TURNS,
        worker,
        blamed,
        blamed_ns,
        _route_of(record, blamed, int(holds.begin_ns[own][0])),
        bool(holds.length_ns[own & holds.is_blocking].sum() >= _HALF * blamed_ns),
        len(requests) - 1,
    )


def _route_of(record: Record, request_id: int, while_ns: int) -> int:
    assert record.transitions is not None, "a life is read from transitions"
    row = record.requests.take(np.array([request_id]))[0]
    if row["first_request_id"]:
        return int(row["route"])
    return asked_in(record.transitions, request_id, while_ns).route


@dataclass(frozen=True, slots=True)
class Holds:
    """Times in which loops were held, one array entry each."""

    since_ns: int
    """From when on they are known."""
    request: Ints
    worker: Ints
    begin_ns: Ints
    end_ns: Ints
    is_blocking: NDArray[np.bool_]
    """Whether the request only waited meanwhile."""

    @property
    def length_ns(self) -> Ints:
        """How long each lasted."""
        return self.end_ns - self.begin_ns

    def of(self, worker: int) -> "Holds":
        """Those of one worker's loop."""
        return self._where(self.worker == worker)

    def without(self, request_id: int) -> "Holds":
        """Those of other requests."""
        return self._where(self.request != request_id)

    def _where(self, those: NDArray[np.bool_]) -> "Holds":
        columns = (self.request, self.worker, self.begin_ns, self.end_ns)
        request, worker, begin_ns, end_ns = (column[those] for column in columns)
        return Holds(self.since_ns, request, worker, begin_ns, end_ns, self.is_blocking[those])


@dataclass(frozen=True, slots=True)
class _Rows:
    """The transitions that tell who held loops from `since_ns` to `until_ns`; some before may be among them."""

    since_ns: int
    until_ns: int
    rows: NDArray[np.void]


def _rows_of(transitions: Transitions, first_ns: int, last_ns: int) -> _Rows:
    last = first_row_at(transitions, last_ns)
    first = first_row_at(transitions, first_ns + 1)
    if last - first > _MOST_ROWS:
        first = last - _MOST_ROWS
        first_ns = int(transitions.rows(first, first + 1)["time"][0])
    return _Rows(first_ns, last_ns, transitions.rows(max(0, first - _LOOK_BACK), last))


def holds_in(around: _Rows, places: tuple[str, ...], moment: Moment | None) -> Holds:
    """Every time in which a request held a loop; `moment`: where all were at `since_ns`, if it is known."""
    rows = around.rows
    request, stage, begin = rows["request"].astype(np.int64), rows["stage"], rows["time"].astype(np.int64)
    worker_by_place = np.array([worker_of(place) for place in places], dtype=np.int64)
    worker = worker_by_place[rows["place"]]
    if moment is not None:
        request = np.concatenate([moment.request_id, request])
        stage = np.concatenate([moment.stored_stage, stage])
        begin = np.concatenate([moment.since_ns, begin])
        own, before = worker_by_place[moment.place], worker_by_place[moment.from_place]
        worker = np.concatenate([np.where(own > 0, own, before), worker])
    order = _order_of_holders(request, stage, begin)
    request, stage, begin = request[order], stage[order], begin[order]
    worker = _carried(request, worker[order])
    end = np.full(len(request), around.until_ns, dtype=np.int64)
    is_followed = request[1:] == request[:-1]
    end[:-1][is_followed] = begin[1:][is_followed]
    held = ((stage & np.uint8(HOLDS_LOOP)) != 0) & (end > around.since_ns)
    is_blocking = (stage & np.uint8(STAGE_MASK)) == np.uint8(Stage.IN_IO)
    begin = np.maximum(begin, around.since_ns)
    return Holds(around.since_ns, request[held], worker[held], begin[held], end[held], is_blocking[held])


def _order_of_holders(request: Ints, stage: NDArray[np.uint8], time: Ints) -> NDArray[np.intp]:
    """Rows of the requests that ever held a loop, by request and then by time."""
    holders = request[(stage & np.uint8(HOLDS_LOOP)) != 0]
    ever_held = np.zeros(int(request.max(initial=0)) + 1, dtype=bool)
    ever_held[holders] = True
    (those,) = np.nonzero(ever_held[request])
    order: NDArray[np.intp] = those[np.lexsort((time[those], request[those]))]
    return order


def _carried(request: Ints, worker: Ints) -> Ints:
    """Who waits at a service is still of the worker where it was before."""
    if not len(request):
        return worker
    source = np.maximum.accumulate(np.where(worker > 0, np.arange(len(worker)), 0))
    return np.where(request[source] == request, worker[source], 0)
