"""Which cell of a grid each request has: the lowest that is free when it comes, and the same until it goes."""

from heapq import heappop, heappush

import numpy as np

from ui.diagram.whereabouts import NOWHERE, Indices

_REMEMBERED = 4096
"""Cells kept in mind of requests that have gone: they still fly away from them."""


class Seats:
    """The cells of one grid. The only thing in a picture that depends on the pictures before it: what came earlier
    would otherwise move up whenever one goes.
    """

    def __init__(self) -> None:
        self._count = 0
        self._cell_of: dict[int, int] = {}
        self._gone: dict[int, int] = {}
        self._free: list[int] = []

    def take(self, request_id: Indices, count: int) -> Indices:
        """The cells of these requests, in order of arrival, out of `count`; NOWHERE where all are taken."""
        if count != self._count:
            self._clear(count)
        ids = request_id.tolist()
        present = set(ids)
        for gone in [number for number in self._cell_of if number not in present]:
            cell = self._cell_of.pop(gone)
            self._gone[gone] = cell
            heappush(self._free, cell)
        for number in ids:
            if number not in self._cell_of and self._free:
                self._cell_of[number] = heappop(self._free)
        while len(self._gone) > _REMEMBERED:
            del self._gone[next(iter(self._gone))]
        return np.array([self._cell_of.get(number, NOWHERE) for number in ids], dtype=np.int64)

    def recall(self, request_id: Indices) -> Indices:
        """The cells that these requests have or had; NOWHERE where that is not known."""
        cells = [self._cell_of.get(number, self._gone.get(number, NOWHERE)) for number in request_id.tolist()]
        return np.array(cells, dtype=np.int64)

    def _clear(self, count: int) -> None:
        self._count = count
        self._cell_of.clear()
        self._gone.clear()
        self._free = list(range(count))
