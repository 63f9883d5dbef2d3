"""What is known of a place (a worker, the accept queue, a client, a service) at an instant and before it. Pure."""

from collections import OrderedDict
from dataclasses import dataclass, field
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.record import WORKER_COLUMNS, Moment, Stage
from simulator.record.life import worker_of
from simulator.record.message_transitions import MessageCounts
from simulator.units import NS_PER_S, to_ns
from ui.diagram.crew import Crew
from ui.diagram.topology import Topology
from ui.diagram.whereabouts import NOWHERE
from ui.diagram.worker_rows import WorkerRows
from ui.inspector.broker_places import is_of_broker, messages_at, waiting_and_served

Floats = NDArray[np.float64]
POINTS = 60
_STEPS_NS = tuple(to_ns(step) for step in (0.05, 0.1, 0.2, 0.5, 1.0))
_BUDGET_S = 0.008
"""Wall time for the history in one refresh; what is left comes with the next."""
_MOST_KEPT = 600
_RECENT = 1000
"""Response times are of so many requests sent last."""
_ALIVE, _BUSY = WORKER_COLUMNS.index("alive"), WORKER_COLUMNS.index("busy")
_MOST_LISTED = 24


@dataclass(frozen=True, slots=True)
class Here:
    """A request at the place."""

    request_id: int
    stage: Stage
    holds_loop: bool
    since_ns: int


@dataclass(frozen=True, slots=True)
class PlaceState:
    """A place at an instant."""

    place: str
    time_ns: int
    waiting: int
    """Requests in its queue."""
    in_service: int
    """Requests it works on: in I/O, on CPU; of a client those in flight."""
    threads: int
    """Taken tokens of a worker."""
    holder: Here | None
    """Who holds the worker's loop."""
    longest: tuple[Here, ...]
    """Some of the requests there, those first that have been in their stage longest."""
    share: float | None
    """Of the last second in which a worker's loop was held; None elsewhere."""
    sent_per_s: float | None
    """Of a client, over the second before the last sample, as on its card."""
    response_ns: tuple[float, float] | None
    """Median and p95 of a client's last answers."""
    messages: MessageCounts | None = None
    """Of the broker's places."""


@dataclass(slots=True)
class PlaceHistory:
    """Requests that waited, and that were served, at instants before the one shown, and at that."""

    times_ns: NDArray[np.int64]
    waiting: Floats
    """NaN where it is not known yet."""
    in_service: Floats
    share: Floats | None
    """Of a worker's loop; NaN where the worker did not live."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it is known."""
        return not bool(np.isnan(self.waiting).any())


@dataclass(slots=True)
class PlaceReader:
    """Reads one system; looks into each instant of the past once."""

    system: System
    _known: OrderedDict[tuple[str, int], tuple[int, int]] = field(default_factory=OrderedDict)

    def state(self, place: str, shown_ns: int) -> PlaceState:
        """The place at an instant."""
        if is_of_broker(place):
            return self._broker_state(place, shown_ns)
        assert self.system.trace is not None, "a session is traced"
        moment = self.system.trace.at(shown_ns)
        inside = _inside(moment, place, self._client(place))
        own = inside.rows
        order = own[np.argsort(moment.since_ns[own], kind="stable")]
        holding = own[moment.holds_loop[own]] if worker_of(place) else own[:0]
        return PlaceState(
            place=place,
            time_ns=shown_ns,
            waiting=int(inside.waits.sum()),
            in_service=len(own) - int(inside.waits.sum()),
            threads=self._threads(moment, worker_of(place)),
            holder=_here(moment, int(holding[0])) if len(holding) else None,
            longest=tuple(_here(moment, int(row)) for row in order[:_MOST_LISTED]),
            share=self._share(worker_of(place), shown_ns),
            sent_per_s=self._sent_per_s(place, shown_ns),
            response_ns=self._response(place, shown_ns),
        )

    def _broker_state(self, place: str, shown_ns: int) -> PlaceState:
        moment = messages_at(self.system, shown_ns)
        waiting, served = waiting_and_served(moment, place)
        return PlaceState(place, shown_ns, waiting, served, 0, None, (), None, None, None, moment.counts)

    def _count(self, place: str, time_ns: int, client: int | None) -> tuple[int, int]:
        """How many wait there, and how many are served."""
        if is_of_broker(place):
            return waiting_and_served(messages_at(self.system, time_ns), place)
        assert self.system.trace is not None, "a session is traced"
        inside = _inside(self.system.trace.at(time_ns), place, client)
        waiting = int(inside.waits.sum())
        return waiting, len(inside.rows) - waiting

    def history(self, place: str, shown_ns: int) -> PlaceHistory:
        """The minute before an instant, as far as there is time to look into it now."""
        step = next((step for step in _STEPS_NS if step * POINTS >= shown_ns), _STEPS_NS[-1])
        last = shown_ns // step
        times = np.arange(max(0, last - POINTS + 1), last + 1, dtype=np.int64) * step
        client, deadline = self._client(place), perf_counter() + _BUDGET_S
        for time in times[::-1].tolist():
            if (place, time) in self._known:
                continue
            if perf_counter() > deadline:
                break
            self._known[place, time] = self._count(place, time, client)
            if len(self._known) > _MOST_KEPT:
                self._known.popitem(last=False)
        found = [self._known.get((place, time), (np.nan, np.nan)) for time in times.tolist()]
        if shown_ns > times[-1]:
            times, found = np.append(times[-POINTS + 1 :], shown_ns), found[-POINTS + 1 :]
            found.append(self._count(place, shown_ns, client))
        columns = np.array(found, dtype=np.float64).reshape(-1, 2)
        worker, share = worker_of(place), None
        if worker:
            lived = (self._share_lived(worker, time - max(step, NS_PER_S), time) for time in times.tolist())
            share = np.array([np.nan if one is None else one for one in lived])
        return PlaceHistory(times, columns[:, 0], columns[:, 1], share)

    def _threads(self, moment: Moment, worker: int) -> int:
        """As on its card: a token is kept by who waits for the loop to go on with it."""
        if not worker:
            return 0
        scenario = self.system.scenario
        where = Crew(Topology.of(scenario), (worker,)).locate(moment)
        return min(scenario.server.thread_limit, int((where.holds_thread & (where.worker != NOWHERE)).sum()))

    def _share(self, worker: int, shown_ns: int) -> float | None:
        """Of the second before an instant; None where there is no worker."""
        return (self._share_lived(worker, shown_ns - NS_PER_S, shown_ns) or 0.0) if worker else None

    def _share_lived(self, worker: int, first_ns: int, last_ns: int) -> float | None:
        """None where it did not live meanwhile."""
        came = WorkerRows(self.system, self._every_ns).between(max(0, first_ns), last_ns)
        alive, busy = came[worker - 1, (_ALIVE, _BUSY)] if len(came) >= worker else (0.0, 0.0)
        return min(1.0, max(0.0, float(busy / alive))) if alive > 0 else None

    @property
    def _every_ns(self) -> int:
        """From sample to sample; where there is none yet, any time."""
        samples = self.system.record.samples
        return round(float(samples.row(samples.first)[0]) / (samples.first + 1)) if len(samples) else NS_PER_S

    def _client(self, place: str) -> int | None:
        kind, _, name = place.partition(":")
        names = [client.name for client in self.system.scenario.clients]
        return names.index(name) if kind == "client" and name in names else None

    def _sent_per_s(self, place: str, shown_ns: int) -> float | None:
        client, trace = self._client(place), self.system.trace
        if client is None or trace is None or not shown_ns:
            return None
        if not len(self.system.record.samples):
            return None
        last_ns = shown_ns - shown_ns % self._every_ns
        first_ns = max(0, last_ns - NS_PER_S)
        if not last_ns:
            return None
        return float((trace.sent_between(first_ns, last_ns) == client).sum()) * NS_PER_S / (last_ns - first_ns)

    def _response(self, place: str, shown_ns: int) -> tuple[float, float] | None:
        client, trace = self._client(place), self.system.trace
        if client is None or trace is None:
            return None
        last = trace.sent_by(shown_ns)
        table = self.system.record.requests
        rows = table.take(np.arange(max(1, table.forgotten + 1, last - _RECENT), last + 1, dtype=np.int64))
        rows = rows[(rows["client"] == client) & (rows["finished"] > 0) & (rows["finished"] <= shown_ns)]
        if not len(rows):
            return None
        response = (rows["finished"] - rows["sent"]).astype(np.float64)
        median, late = np.percentile(response, (50, 95))
        return float(median), float(late)


@dataclass(frozen=True, slots=True)
class _Inside:
    rows: NDArray[np.intp]
    """Of the moment."""
    waits: NDArray[np.bool_]


_WAITING = np.array(
    [
        int(stage)
        for stage in (
            Stage.ACCEPT_QUEUE,
            Stage.LOOP_QUEUE,
            Stage.THREAD_QUEUE,
            Stage.POOL_QUEUE,
            Stage.SERVICE_QUEUE,
            Stage.CPU_QUEUE,
        )
    ],
    dtype=np.uint8,
)


def _inside(moment: Moment, place: str, client: int | None) -> _Inside:
    """The requests that are at a place; of a worker also those that wait elsewhere while they are its own, of a
    client all that it has in flight."""
    number = worker_of(place)
    if client is not None:
        rows = np.nonzero(moment.client == client)[0]
        return _Inside(rows, np.zeros(len(rows), dtype=bool))
    if number:
        mine = np.array([worker_of(of) == number for of in moment.places], dtype=bool)
        is_its = mine[moment.place] | (mine[moment.from_place] & (moment.stage == np.uint8(Stage.IN_IO)))
        is_its &= moment.stage != np.uint8(Stage.RETURNING)
    else:
        is_its = np.array([of == place for of in moment.places], dtype=bool)[moment.place]
    rows = np.nonzero(is_its)[0]
    return _Inside(rows, np.isin(moment.stage[rows], _WAITING))


def _here(moment: Moment, row: int) -> Here:
    return Here(
        int(moment.request_id[row]),
        Stage(int(moment.stage[row])),
        bool(moment.holds_loop[row]),
        int(moment.since_ns[row]),
    )
