"""All requests of a run as columns of numbers, those in flight too. Pure."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.model.request import Request
from simulator.record import PARTS
from simulator.record.requests import BLOCK_MASK, BLOCK_SHIFT

Ints = NDArray[np.int64]

PART_COLUMNS = ("network", "accept_wait", "loop_wait", "thread_wait", "cpu_wait", "cpu", "io")
COLUMNS = ("request", "response", "outcome", "client", "route", "worker", "sent", *PART_COLUMNS)
assert set(PART_COLUMNS) <= set(PARTS)
UNKNOWN = -1
"""A time of a request in flight that is not known yet."""

_IN_FLIGHT: dict[str, Callable[[Request], int]] = {
    "client": lambda request: request.group.index,
    "route": lambda request: request.plan.index,
    "worker": lambda request: request.worker.number if request.worker is not None else 0,
    "sent": lambda request: request.sent,
    "outcome": lambda _: 0,
}


class RequestRows:
    """Reads one system; a request is known by its id, row `id - 1`."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._known = 0
        self._in_flight = np.empty(0, dtype=np.int64)

    @property
    def count(self) -> int:
        """How many there are, as of the last `news`."""
        return self._known

    def news(self) -> tuple[Ints, Ints]:
        """The ids that are new since the last call, and those that ended meanwhile."""
        table = self._system.record.requests
        new = np.arange(self._known + 1, table.count + 1, dtype=np.int64)
        in_flight = np.fromiter(self._system.in_flight, dtype=np.int64, count=len(self._system.in_flight))
        ended = np.setdiff1d(self._in_flight, in_flight, assume_unique=True)
        self._known, self._in_flight = table.count, in_flight
        return new, ended

    def column(self, name: str) -> Ints:
        """One value a request, by id; times in ns."""
        ids = np.arange(1, self._known + 1, dtype=np.int64)
        if name == "request":
            return ids
        if name == "response":
            finished = self._stored("finished")
            response: Ints = np.where(finished > 0, finished - self._stored("sent"), UNKNOWN)
            return response
        return self._with_in_flight(name, self._stored(name))

    def values(self, name: str, ids: Ints) -> Ints:
        """The same for some requests."""
        if name == "request":
            return ids
        rows = self._system.record.requests.take(ids)
        if name == "response":
            response: Ints = np.where(rows["finished"] > 0, rows["finished"] - rows["sent"], UNKNOWN)
            return response
        values = rows[name].astype(np.int64)
        for at in np.nonzero(rows["first_request_id"] == 0)[0]:
            values[at] = self._of_one_in_flight(name, int(ids[at]))
        return values

    def row(self, request_id: int) -> dict[str, int]:
        """All columns of one request; of one that was forgotten just now, nothing."""
        if not self._system.record.requests.is_kept(request_id):
            return dict.fromkeys(COLUMNS, 0) | {"request": request_id, "response": UNKNOWN}
        stored = self._system.record.requests.block((request_id - 1) >> BLOCK_SHIFT)[(request_id - 1) & BLOCK_MASK]
        if not stored["first_request_id"]:
            return {name: self._of_one_in_flight(name, request_id) for name in COLUMNS}
        row = {name: int(stored[name]) for name in COLUMNS if name not in ("request", "response")}
        finished = int(stored["finished"])
        return row | {"request": request_id, "response": finished - row["sent"] if finished > 0 else UNKNOWN}

    @property
    def forgotten(self) -> int:
        """Requests up to this id are not known any more."""
        return self._system.record.requests.forgotten

    def is_in_flight(self, request_id: int) -> bool:
        """Whether it has no end yet."""
        return request_id in self._system.in_flight

    def _of_one_in_flight(self, name: str, request_id: int) -> int:
        if name == "request":
            return request_id
        request = self._system.in_flight.get(request_id)
        if request is None or name not in _IN_FLIGHT:
            return UNKNOWN
        return _IN_FLIGHT[name](request)

    def _stored(self, name: str) -> Ints:
        table = self._system.record.requests
        values = np.empty(self._known, dtype=np.int64)
        values[: table.forgotten] = 0
        for number in range(table.forgotten >> BLOCK_SHIFT, len(table.blocks)):
            first = number << BLOCK_SHIFT
            part = table.block(number)[name][: max(0, self._known - first)]
            values[first : first + len(part)] = part
        return values

    def _with_in_flight(self, name: str, values: Ints) -> Ints:
        requests = self._system.in_flight
        ids = np.fromiter(requests, dtype=np.int64, count=len(requests))
        known = ids <= self._known
        if name in _IN_FLIGHT:
            read = _IN_FLIGHT[name]
            now = np.fromiter((read(request) for request in requests.values()), dtype=np.int64, count=len(requests))
            values[ids[known] - 1] = now[known]
        else:
            values[ids[known] - 1] = UNKNOWN
        return values
