"""Who sent each request, for which route and when: columns by id, of which the oldest can be forgotten."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Births:
    """Ids come without a gap, from 1. Whoever is forgotten keeps a number; elders, who still live, are known."""

    def __init__(self) -> None:
        self.forgotten = 0
        """Ids up to this one are forgotten."""
        self._clients = array("H")
        self._routes = array("H")
        self._sent = array("q")
        self._elders: dict[int, tuple[int, int, int]] = {}
        self._late_ids, self._late_rows = array("I"), array("q")
        """Who appeared, perhaps again, when others had been sent already, and in which row."""

    def add(self, request_id: int, client: int, route: int, sent_ns: int) -> None:
        """The next one is sent."""
        assert request_id == self.forgotten + len(self._sent) + 1, "request ids are given out in order"
        self._clients.append(client)
        self._routes.append(route)
        self._sent.append(sent_ns)

    def appears(self, request_id: int, row: int) -> None:
        """It is nowhere yet, or was gone (an orphan that has not come to the server), and is somewhere from here on."""
        if request_id != self.forgotten + len(self._sent):
            self._late_ids.append(request_id)
            self._late_rows.append(row)

    @property
    def elders(self) -> Collection[int]:
        """Who was sent before that, and goes on in what is kept."""
        return self._elders.keys()

    def take(self, ids: Ints) -> tuple[NDArray[np.uint16], NDArray[np.uint16], Ints]:
        """Client, route and instant of sending of these, who are not forgotten or are elders."""
        index = ids - (1 + self.forgotten)
        if self._elders and len(index) and index.min() < 0:
            return self._with_elders(ids, index)
        return _taken(self._clients, index, np.uint16), _taken(self._routes, index, np.uint16), self._when(index)

    def _when(self, index: Ints) -> Ints:
        return np.frombuffer(self._sent, dtype=np.int64)[index] if len(index) else np.empty(0, dtype=np.int64)

    def _with_elders(self, ids: Ints, index: Ints) -> tuple[NDArray[np.uint16], NDArray[np.uint16], Ints]:
        is_old = index < 0
        young = index[~is_old]
        client, route = (np.empty(len(ids), dtype=np.uint16) for _ in range(2))
        sent = np.empty(len(ids), dtype=np.int64)
        client[~is_old] = _taken(self._clients, young, np.uint16)
        route[~is_old] = _taken(self._routes, young, np.uint16)
        sent[~is_old] = self._when(young)
        for at in np.flatnonzero(is_old).tolist():
            client[at], route[at], sent[at] = self._elders[int(ids[at])]
        return client, route, sent

    def sent_by(self, time_ns: int) -> int:
        """How many had been sent at an instant that is not forgotten."""
        return self.forgotten + bisect_right(self._sent, time_ns)

    def clients_of(self, first_id: int, last_id: int) -> NDArray[np.uint16]:
        """The client groups of first_id .. last_id, as far as they are not forgotten."""
        begin = max(0, first_id - 1 - self.forgotten)
        return np.array(self._clients[begin : max(begin, last_id - self.forgotten)], dtype=np.uint16)

    def forget(self, before_ns: int, row: int, alive: Iterable[int]) -> None:
        """Forget who was sent before an instant, but for those who live, and who appear in a later row."""
        count = bisect_left(self._sent, before_ns)
        gone = bisect_left(self._late_rows, row)
        del self._late_ids[:gone], self._late_rows[:gone]
        last = self.forgotten + count
        elders = {}
        for request_id in {*alive, *self._late_ids}:
            if request_id in self._elders:
                elders[request_id] = self._elders[request_id]
            elif self.forgotten < request_id <= last:
                at = request_id - 1 - self.forgotten
                elders[request_id] = self._clients[at], self._routes[at], self._sent[at]
        self._elders, self.forgotten = elders, last
        for column in (self._clients, self._routes, self._sent):
            del column[:count]


def _taken(values: "array[int]", index: Ints, kind: type[np.uint16]) -> NDArray[np.uint16]:
    # The view lives for this line only: while one exists the array cannot grow.
    return np.frombuffer(values, dtype=kind)[index] if len(index) else np.empty(0, dtype=kind)
