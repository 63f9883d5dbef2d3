"""A row for every message to the broker, in fixed blocks of packed rows."""

from enum import IntEnum
from struct import Struct

import numpy as np
from numpy.typing import NDArray


class MessageOutcome(IntEnum):
    """How a message ended: by its first completion, or by what gave it up."""

    UNFINISHED = 0
    COMPLETED = 1
    FAILED = 2
    DEAD_LETTERED = 3


MESSAGE_ROW = np.dtype(
    [
        ("task", "<u2"),  # index into scenario.tasks
        ("consumer", "<u2"),  # who had it last, or ended it; from 1, 0 where nobody had it
        ("outcome", "u1"),
        ("deliveries", "<u4"),  # how often it was given to a consumer
        ("executions", "<u4"),  # how often one began with it
        ("request", "<u4"),  # the request that published it
        # Instants, in nanoseconds of simulated time; NEVER where they did not come.
        ("published", "<i8"),
        ("first_delivered", "<i8"),
        ("finished", "<i8"),
        # Parts of published .. finished (of one without an end: of the run's), in nanoseconds.
        ("wait", "<i8"),  # up to when the execution began that ended it, or the last one
        ("run", "<i8"),  # of that execution
    ]
)
_pack = Struct("<2HB3I5q").pack_into
_ROW_BYTES = MESSAGE_ROW.itemsize
assert Struct("<2HB3I5q").size == _ROW_BYTES, "the packed row and its numpy type must agree"

_SHIFT = 13
_ROWS = 1 << _SHIFT
_MASK = _ROWS - 1


class MessageTable:
    """Rows of messages by number (from 1), which is the order in which they were published."""

    __slots__ = ("_blocks", "count")

    def __init__(self) -> None:
        self._blocks: list[bytearray] = []
        self.count = 0

    def add(self) -> int:
        """The number of a message that is published now; its row is written when it ends."""
        if not self.count & _MASK:
            self._blocks.append(bytearray(_ROWS * _ROW_BYTES))
        self.count += 1
        return self.count

    def write(self, number: int, *values: int) -> None:
        """The row of a message, in the order of MESSAGE_ROW."""
        index = number - 1
        _pack(self._blocks[index >> _SHIFT], (index & _MASK) * _ROW_BYTES, *values)

    def add_to(self, number: int, column: str) -> None:
        """Count one more in a row that was written."""
        index = number - 1
        rows = np.frombuffer(self._blocks[index >> _SHIFT], dtype=MESSAGE_ROW)
        rows[column][index & _MASK] += 1

    def blocks(self) -> list[NDArray[np.void]]:
        """Views of all rows, dtype MESSAGE_ROW; those of messages without an end are zero but in a closed record."""
        left = self.count
        found = []
        for data in self._blocks:
            rows = np.frombuffer(data, dtype=MESSAGE_ROW)[: min(left, _ROWS)]
            found.append(rows)
            left -= len(rows)
        return found

    def array(self) -> NDArray[np.void]:
        """All rows, dtype MESSAGE_ROW, row i is message i + 1; a copy."""
        blocks = self.blocks()
        return np.concatenate(blocks) if blocks else np.empty(0, dtype=MESSAGE_ROW)
