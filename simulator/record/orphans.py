"""What the server did for whoever had left: a table of its own, so that other attempts need no column for it."""

from array import array

import numpy as np
from numpy.typing import NDArray

ORPHAN_ROW = np.dtype(
    [
        ("request_id", "<i8"),
        ("sent", "<i8"),  # ns
        ("cpu", "<i8"),  # ns of processor time of its handler and the server around it, in all
    ]
)


class OrphanTable:
    """A row for every attempt that the server finished after its client had left, in that order."""

    __slots__ = ("_values",)

    def __init__(self) -> None:
        self._values = array("q")

    def __len__(self) -> int:
        return len(self._values) * self._values.itemsize // ORPHAN_ROW.itemsize

    def add(self, request_id: int, sent: int, cpu: int) -> None:
        """Append a row."""
        self._values.extend((request_id, sent, cpu))

    def array(self) -> NDArray[np.void]:
        """All rows, dtype ORPHAN_ROW; a copy."""
        return np.frombuffer(self._values.tobytes(), dtype=ORPHAN_ROW)

    def take(self) -> NDArray[np.void]:
        """All rows, which are forgotten here."""
        rows = self.array()
        self._values = array("q")
        return rows
