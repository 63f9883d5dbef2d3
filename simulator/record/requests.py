"""A row for every attempt, in fixed blocks of packed rows."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from struct import Struct
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Outcome(IntEnum):
    """How an attempt ended, as its client saw it."""

    UNFINISHED = 0
    COMPLETED = 1
    REFUSED = 2
    REJECTED = 3
    FAILED = 4
    TIMED_OUT = 5


NEVER = -1
"""An instant that did not come (`accepted` of a kept connection, `finished` of an unfinished request)."""

REQUEST_ROW = np.dtype(
    [
        ("client", "<u2"),  # index into scenario.clients
        ("route", "<u2"),  # index into scenario.routes
        ("worker", "<u2"),  # from 1; 0 where no worker had it
        ("status", "<u2"),  # HTTP status; 0 where there was none
        ("attempt", "u1"),  # from 1
        ("outcome", "u1"),
        ("first_request_id", "<u4"),
        # Instants, in nanoseconds of simulated time; NEVER where they did not come.
        ("sent", "<i8"),
        ("accepted", "<i8"),
        ("started", "<i8"),
        ("finished", "<i8"),
        ("server_finished", "<i8"),
        # Parts of sent .. finished, in nanoseconds; their sum is the response time to the nanosecond.
        ("network", "<i8"),
        ("accept_wait", "<i8"),
        ("loop_wait", "<i8"),
        ("thread_wait", "<i8"),
        ("pool_wait", "<i8"),
        ("service_wait", "<i8"),
        ("cpu_wait", "<i8"),
        ("cpu", "<i8"),
        ("io", "<i8"),
    ]
)
PARTS = ("network", "accept_wait", "loop_wait", "thread_wait", "pool_wait", "service_wait", "cpu_wait", "cpu", "io")

pack_row = Struct("<4H2BI14q").pack_into
ROW_BYTES = REQUEST_ROW.itemsize
assert Struct("<4H2BI14q").size == ROW_BYTES, "the packed row and its numpy type must agree"

_OFFSETS = {name: offset for name, (_, offset, *_) in (REQUEST_ROW.fields or {}).items()}
_WORKER, _BEGUN = _OFFSETS["worker"], _OFFSETS["accepted"]
_FINISHED, _SERVER_FINISHED = _OFFSETS["finished"], _OFFSETS["server_finished"]
assert _OFFSETS["started"] == _BEGUN + Struct("<q").size, "accepted and started lie side by side"
_pack_worker, _pack_begun, _pack_instant = Struct("<H").pack_into, Struct("<2q").pack_into, Struct("<q").pack_into
_read_instant = Struct("<q").unpack_from

BLOCK_SHIFT = 14
BLOCK_ROWS = 1 << BLOCK_SHIFT
BLOCK_MASK = BLOCK_ROWS - 1


class BlockReader(Protocol):
    """What is called with each block that has been read for the last time (streamed statistics)."""

    def __call__(self, first_request_id: int, rows: NDArray[np.void]) -> None: ...


class RequestTable:
    """Rows of attempts by request id (from 1), which is the order in which they were sent.

    `blocks[(id - 1) >> BLOCK_SHIFT]` is a bytearray of BLOCK_ROWS packed rows. The model packs a row in place when the
    attempt ends, so that a finished request costs ROW_BYTES and nothing else.
    """

    __slots__ = ("_spared", "blocks", "count", "forgotten", "room")

    def __init__(self) -> None:
        self.blocks: list[bytearray] = []
        self.count = self.room = 0
        """Rows that have been given out, and those for which there are blocks."""
        self.forgotten = 0
        """Rows up to this id were dropped to make room, but for those of requests that still live."""
        self._spared: set[int] = set()
        """Numbers of the blocks up to there that are kept for them."""

    def grow(self) -> None:
        """Add a block; called when request id `room + 1` is about to be given out."""
        self.room += BLOCK_ROWS
        self.blocks.append(bytearray(BLOCK_ROWS * ROW_BYTES))

    def block(self, number: int) -> NDArray[np.void]:
        """A view of one block's rows that have been given out, dtype REQUEST_ROW."""
        data = self.blocks[number]
        assert data, "the block was dropped after it had been streamed"
        rows = np.frombuffer(data, dtype=REQUEST_ROW)
        return rows[: max(0, min(BLOCK_ROWS, self.count - number * BLOCK_ROWS))]

    def array(self) -> NDArray[np.void]:
        """All rows, dtype REQUEST_ROW, row i is request id i + 1; a copy.

        Rows of attempts still in flight are zero except in a closed record.
        """
        if not self.blocks:
            return np.empty(0, dtype=REQUEST_ROW)
        return np.concatenate([self.block(number) for number in range(len(self.blocks))])

    def take(self, request_ids: NDArray[np.int64]) -> NDArray[np.void]:
        """The rows of these ids, dtype REQUEST_ROW, in their order; a copy."""
        parts = [(inside, block.take(index)) for inside, index, block in self._places(request_ids)]
        if len(parts) == 1:
            return parts[0][1]
        rows = np.empty(len(request_ids), dtype=REQUEST_ROW)
        for inside, taken in parts:
            rows[inside] = taken
        return rows

    def row(self, request_id: int) -> np.void:
        """A view of one row."""
        index = request_id - 1
        data = self.blocks[index >> BLOCK_SHIFT]
        assert data, "the block was dropped after it had been streamed"
        row: np.void = np.frombuffer(data, dtype=REQUEST_ROW, count=1, offset=(index & BLOCK_MASK) * ROW_BYTES)[0]
        return row

    def add_late(self, request_id: int, worker: int, accepted: int, started: int, server_finished: int) -> int:
        """Say what the server did after the attempt had ended for its client; when it had ended, ns."""
        index = request_id - 1
        data, at = self.blocks[index >> BLOCK_SHIFT], (index & BLOCK_MASK) * ROW_BYTES
        assert data, "the block was dropped after it had been streamed"
        _pack_worker(data, at + _WORKER, worker)
        _pack_begun(data, at + _BEGUN, accepted, started)
        _pack_instant(data, at + _SERVER_FINISHED, server_finished)
        finished: int = _read_instant(data, at + _FINISHED)[0]
        return finished

    def values(self, name: str, request_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """One column of these ids, in their order."""
        return self.columns((name,), request_ids)[0].astype(np.int64, copy=False)

    def columns(self, names: Sequence[str], request_ids: NDArray[np.int64]) -> Sequence[NDArray[np.int64]]:
        """Some columns of these ids, of any integer type; quicker than `take` where few columns are wanted."""
        places = list(self._places(request_ids))
        if len(places) == 1:
            ((_, index, block),) = places
            return [block[name][index] for name in names]
        values = np.empty((len(names), len(request_ids)), dtype=np.int64)
        for inside, index, block in places:
            for column, name in zip(values, names, strict=True):
                column[inside] = block[name][index]
        return list(values)

    def _places(
        self, request_ids: NDArray[np.int64]
    ) -> Iterator[tuple[NDArray[np.int64] | slice, NDArray[np.int64], NDArray[np.void]]]:
        """Where in the answer, where in a block, and that block."""
        index = request_ids - 1
        numbers = index >> BLOCK_SHIFT
        if not len(index):
            return
        first, last = int(numbers.min()), int(numbers.max())
        if first == last:
            yield slice(None), index & BLOCK_MASK, self.block(first)
            return
        order = numbers.argsort(kind="stable")  # which takes one pass where they are in order, as most are
        edges = np.flatnonzero(np.diff(numbers[order])) + 1
        for inside in np.split(order, edges):
            yield inside, index[inside] & BLOCK_MASK, self.block(int(numbers[inside[0]]))

    def drop(self, number: int) -> None:
        """Forget a block whose rows have all been streamed."""
        self.blocks[number] = bytearray()

    def forget(self, up_to: int, needed: Iterable[int]) -> None:
        """Drop whole blocks of ids up to this one; a block with a row that is still needed stays for as long."""
        keep = {(request_id - 1) >> BLOCK_SHIFT for request_id in needed}
        old = self._spared.union(range(self.forgotten >> BLOCK_SHIFT, up_to >> BLOCK_SHIFT))
        for number in old - keep:
            self.drop(number)
        self._spared = old & keep
        self.forgotten = max(self.forgotten, (up_to >> BLOCK_SHIFT) << BLOCK_SHIFT)

    def is_kept(self, request_id: int) -> bool:
        """Whether its row is still here."""
        return bool(self.blocks[(request_id - 1) >> BLOCK_SHIFT])

    @property
    def is_whole(self) -> bool:
        """Whether every row is still here (False where blocks were streamed and dropped)."""
        return all(self.blocks)
