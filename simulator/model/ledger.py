"""Who is in flight, and a row for everybody who is not any more."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from simulator.model.closing import close_parts
from simulator.model.request import Request
from simulator.record import NEVER, Outcome, RequestTable
from simulator.record.requests import BLOCK_MASK, BLOCK_ROWS, BLOCK_SHIFT, ROW_BYTES, pack_row

RowReader = Callable[[NDArray[np.void]], None]


class Ledger:
    """Gives out request ids, and writes the rows of `table`; hands them on to `stream` where somebody streams."""

    def __init__(self, table: RequestTable, stream: RowReader | None) -> None:
        self._table = table
        self._stream = stream
        self._rows_left: dict[int, int] = {}
        self._area = 0
        self.in_flight: dict[int, Request] = {}
        self.ended_ids: list[int] = []
        """Of attempts that ended since somebody looked last."""

    def area(self, now: int) -> int:
        """The time integral of attempts in flight, request-nanoseconds since 0."""
        return self._area + len(self.in_flight) * now

    def sent(self, request: Request, now: int) -> None:
        """An attempt is sent now; it gets the next id."""
        table = self._table
        if not table.count & BLOCK_MASK:
            table.grow()
        table.count = request.id = table.count + 1
        self._area -= now
        self.in_flight[request.id] = request

    def ended(self, request: Request, now: int, outcome: Outcome, status: int) -> None:
        """The attempt has come to its end, as its client sees it."""
        del self.in_flight[request.id]
        self.ended_ids.append(request.id)
        self._area += now
        index = request.id - 1
        pack_row(
            self._table.blocks[index >> BLOCK_SHIFT],
            (index & BLOCK_MASK) * ROW_BYTES,
            request.group.index,
            request.plan.index,
            request.worker.number if request.worker is not None else 0,
            status,
            1,
            outcome,
            request.id,
            request.sent,
            request.accepted,
            request.started,
            now,
            request.server_finished,
            request.network,
            request.accept_wait,
            request.loop_wait,
            request.thread_wait,
            0,
            0,
            request.cpu_wait,
            request.cpu,
            request.io,
        )

    def read_ended(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Client, outcome and nanoseconds from sending to end of the attempts that ended since the last call.

        Their rows are handed on to the one who streams.
        """
        ids = np.array(self.ended_ids, dtype=np.int64)
        self.ended_ids.clear()
        values = self._table.values
        took = values("finished", ids) - values("sent", ids)
        read = values("client", ids), values("outcome", ids), took
        self._hand_on(ids)
        return read

    def close(self, end: int) -> None:
        """The run ends: the attempts in flight become unfinished rows."""
        unfinished = dict(self.in_flight)
        for request in unfinished.values():
            close_parts(request, end)
            self.ended(request, NEVER, Outcome.UNFINISHED, 0)
        self.in_flight.update(unfinished)
        self.read_ended()

    def _hand_on(self, ids: NDArray[np.int64]) -> None:
        """Blocks that have been handed on whole are forgotten."""
        if self._stream is None or not len(ids):
            return
        self._stream(self._table.take(ids))
        for number, count in zip(*np.unique((ids - 1) >> BLOCK_SHIFT, return_counts=True), strict=True):
            left = self._rows_left.pop(int(number), BLOCK_ROWS) - int(count)
            if left:
                self._rows_left[int(number)] = left
            else:
                self._table.drop(int(number))
