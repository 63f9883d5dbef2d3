"""Columns that grow row by row, and what was kept of those that grew long. Pure."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Rows:
    """Rows that are appended to, each column in one piece."""

    def __init__(self, width: int) -> None:
        self._values = np.empty((width, 256))
        self.first = 0
        """The number of the oldest row that is kept."""
        self._kept = 0

    @property
    def count(self) -> int:
        """Rows that there ever were."""
        return self.first + self._kept

    @property
    def kept(self) -> int:
        """Rows that are there."""
        return self._kept

    @property
    def columns(self) -> Floats:
        """Shape (width, rows kept); a view."""
        return self._values[:, : self._kept]

    def extend(self, columns: Floats) -> None:
        """Append rows, given as columns: shape (width, rows)."""
        needed = self._kept + columns.shape[1]
        if needed > self._values.shape[1]:
            grown = np.empty((len(self._values), max(needed, 2 * self._values.shape[1])))
            grown[:, : self._kept] = self.columns
            self._values = grown
        self._values[:, self._kept : needed] = columns
        self._kept = needed

    def forget(self, most: int) -> None:
        """Keep the newest half of `most`, where there are more than `most`."""
        if self._kept > most:
            gone = self._kept - most // 2
            self._values[:, : self._kept - gone] = self._values[:, gone : self._kept].copy()
            self._kept -= gone
            self.first += gone

    def begin_at(self, first: int) -> None:
        """Forget all: the next row has this number."""
        self.first, self._kept = first, 0

    def thin(self, most: int) -> None:
        """Where there are more than `most`, leave out every second row of the older half.

        For cumulative columns: what lies between two rows is still their difference.
        """
        while self._kept > most:
            half = self._kept // 2
            older = self._values[:, :half:2].copy()
            newer = self._values[:, half : self._kept].copy()
            width = older.shape[1]
            self._values[:, :width] = older
            self._values[:, width : width + newer.shape[1]] = newer
            self._kept = width + newer.shape[1]
