"""Which cell of a grid each request has: the lowest that is free when it comes, and the same until it goes."""

from collections.abc import Sequence
from heapq import heappop, heappush
from typing import Protocol

import numpy as np

from simulator.record.moment import among
from ui.diagram.boxes import Detail
from ui.diagram.geometry import Coordinates
from ui.diagram.whereabouts import NOWHERE, Indices

_DETAILS = tuple(Detail)
_NOBODY: Indices = np.empty(0, dtype=np.int64)
_AMPLE = 0.7
"""Share of a coarser grid that may be taken when it is gone back to, so that sizes do not flicker."""


class Cells(Protocol):
    """Places in the order in which they are taken."""

    def centres(self) -> Coordinates: ...


class Seats:
    """The cells of one box, in a grid for each detail; the coarsest in which all find room is used.

    The only thing in a picture that depends on the pictures before it: what came later would otherwise move up
    whenever one goes.
    """

    def __init__(self, grids: Sequence[Cells]) -> None:
        assert len(grids) == len(_DETAILS), "a grid for each detail"
        self._centres = [grid.centres() for grid in grids]
        self._level = 0
        self._ids, self._cells = _NOBODY, _NOBODY
        """Who has which cell, by id."""
        self._free: list[int] = list(range(len(self._centres[0])))

    @property
    def detail(self) -> Detail:
        """How much of each request is drawn."""
        return _DETAILS[self._level]

    @property
    def count(self) -> int:
        """Cells in the grid that is used."""
        return len(self._centres[self._level])

    @property
    def taken(self) -> int:
        """Cells that somebody has."""
        return len(self._ids)

    @property
    def first(self) -> Coordinates:
        """Middle of the cell that is taken first."""
        place: Coordinates = self._centres[self._level][0]
        return place

    def take(self, request_id: Indices, least: Detail) -> tuple[Coordinates, Indices]:
        """Middles of the cells of these requests, in order of arrival, and which of them, by index, have one.

        `least`: no more detail than this.
        """
        self._fit(len(request_id), _DETAILS.index(least))
        order = np.argsort(request_id)
        ids = request_id[order]
        stays = among(self._ids, ids)
        for cell in self._cells[~stays].tolist():
            heappush(self._free, cell)
        cells = np.full(len(ids), NOWHERE, dtype=np.int64)
        cells[np.searchsorted(ids, self._ids[stays])] = self._cells[stays]
        cells = self._seat(cells, order)
        seated = cells[order] != NOWHERE
        self._ids, self._cells = ids[seated], cells[order][seated]
        rows = np.flatnonzero(cells != NOWHERE)
        return self._centres[self._level][cells[rows]], rows

    def _seat(self, cells: Indices, order: Indices) -> Indices:
        """Cells in order of arrival, given in order of id; who has none takes a free one."""
        came = np.empty_like(cells)
        came[order] = cells
        for row in np.flatnonzero(came == NOWHERE)[: len(self._free)].tolist():
            came[row] = heappop(self._free)
        return came

    def _fit(self, count: int, coarsest: int) -> None:
        level = max(self._level, coarsest)
        while level > coarsest and count <= _AMPLE * len(self._centres[level - 1]):
            level -= 1
        while level + 1 < len(self._centres) and count > len(self._centres[level]):
            level += 1
        if level != self._level:
            self._level = level
            self._ids, self._cells = _NOBODY, _NOBODY
            self._free = list(range(len(self._centres[level])))
