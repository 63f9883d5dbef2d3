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
pack_message = Struct("<2HB3I5q").pack_into
MESSAGE_BYTES = MESSAGE_ROW.itemsize
assert Struct("<2HB3I5q").size == MESSAGE_BYTES, "the packed row and its numpy type must agree"

MESSAGE_SHIFT = 13
_ROWS = 1 << MESSAGE_SHIFT
MESSAGE_MASK = _ROWS - 1


class MessageTable:
    """Rows of messages by number (from 1), which is the order in which they were published.

    `packed[(number - 1) >> MESSAGE_SHIFT]` is a bytearray of packed rows. The model packs a row in place when the
    message ends, as with requests.
    """

    __slots__ = ("count", "packed")

    def __init__(self) -> None:
        self.packed: list[bytearray] = []
        self.count = 0

    def grow(self) -> None:
        """Add a block; called when the first of its numbers is about to be given out."""
        self.packed.append(bytearray(_ROWS * MESSAGE_BYTES))

    def add(self) -> int:
        """The number of a message that is published now."""
        if not self.count & MESSAGE_MASK:
            self.grow()
        self.count += 1
        return self.count

    def write(self, number: int, *values: int) -> None:
        """The row of a message, in the order of MESSAGE_ROW."""
        index = number - 1
        pack_message(self.packed[index >> MESSAGE_SHIFT], (index & MESSAGE_MASK) * MESSAGE_BYTES, *values)

    def add_to(self, number: int, column: str) -> None:
        """Count one more in a row that was written."""
        index = number - 1
        rows = np.frombuffer(self.packed[index >> MESSAGE_SHIFT], dtype=MESSAGE_ROW)
        rows[column][index & MESSAGE_MASK] += 1

    def blocks(self) -> list[NDArray[np.void]]:
        """Views of all rows, dtype MESSAGE_ROW; those of messages without an end are zero but in a closed record."""
        left = self.count
        found = []
        for data in self.packed:
            rows = np.frombuffer(data, dtype=MESSAGE_ROW)[: min(left, _ROWS)]
            found.append(rows)
            left -= len(rows)
        return found

    def array(self) -> NDArray[np.void]:
        """All rows, dtype MESSAGE_ROW, row i is message i + 1; a copy."""
        blocks = self.blocks()
        return np.concatenate(blocks) if blocks else np.empty(0, dtype=MESSAGE_ROW)
