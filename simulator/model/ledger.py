"""Who is in flight, and a row for everybody who is not any more."""

from collections.abc import Iterator
from struct import Struct
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from simulator.model.closing import parts_at, settle_parts
from simulator.model.listener import Listener
from simulator.model.request import SHORTEST_ATTEMPT, Request, Resting, Way
from simulator.model.resting import AtRest
from simulator.model.waits import WAITING_FOR
from simulator.record import NEVER, OrphanTable, Outcome, Record
from simulator.record.requests import BLOCK_MASK, BLOCK_ROWS, BLOCK_SHIFT, ROW_BYTES, pack_row

Rows = NDArray[np.void]
Column = NDArray[np.int64]
_pack_completed = Struct("<3HII8q32x2q").pack_into
"""A row with `_COMPLETED` in place of three columns, and without waits for threads, pools, services and processors."""
_COMPLETED = 200 | 1 << 16 | Outcome.COMPLETED << 24
"""Status, attempt and outcome."""
_pack_unaccepted = Struct("<2H4x2BI7q").pack_into
"""A row without a worker, and without what comes after the accept queue."""
_READ = ("client", "outcome", "attempt", "sent", "finished")


class RowReader(Protocol):
    """Who reads rows as they come, so that they need not be kept."""

    def __call__(self, rows: Rows) -> None:
        """Attempts that have ended as their clients see it."""

    def add_orphans(self, rows: Rows) -> None:
        """Of these, some whose client had left before the server was ready with them, which it is now."""

    def add_orphan_work(self, rows: Rows) -> None:
        """What the server did for whoever had left, dtype ORPHAN_ROW, once it is ready with them."""


class Ledger:
    """Gives out request ids, and writes the rows of `record`; hands them on to `stream` where somebody streams."""

    def __init__(self, record: Record, listener: Listener, stream: RowReader | None) -> None:
        self.table = record.requests
        self._orphan_table: OrphanTable = record.orphans
        self._stream = stream
        self._rows_left: dict[int, int] = {}
        self.settled_area = 0
        """The time integral of attempts in flight is `settled_area + count * now`."""
        self.in_flight: dict[int, Request] = {}
        """Attempts without an end by id, but for those `at_rest`; in order of id, unless somebody may rest."""
        self.at_rest = AtRest(listener)
        self.orphans: dict[int, Request] = {}
        """At the server, though their clients have left."""
        self.behind: dict[Request, None] = {}
        """Background work, which runs behind an answer."""
        self.in_backoff = 0
        """Requests whose next attempt waits to be sent."""
        self.ended_ids: list[int] = []
        """Of attempts that ended since somebody looked last."""
        self.good_again = 0
        """Further attempts (after the first) that were completed in time since somebody looked last."""
        self._left_behind: set[int] = set()
        """Ids of orphans whose rows have been handed on."""
        self._ready: list[int] = []
        """Of these, whom the server has finished since."""
        self._told = 0
        """The last id when somebody asked who was newly sent."""

    def area(self, now: int) -> int:
        """The time integral of attempts in flight, request-nanoseconds since 0."""
        return self.settled_area + self.count * now

    @property
    def has_open_attempts(self) -> bool:
        """Whether somebody waits for an answer, or to ask again."""
        return self.count > 0 or self.in_backoff > 0

    @property
    def count(self) -> int:
        """Attempts in flight."""
        return len(self.in_flight) + len(self.at_rest)

    def everybody(self) -> dict[int, Request]:
        """The attempts in flight by id, in order of id; nobody is at rest then."""
        self.at_rest.rouse(self.in_flight)
        return self.in_flight

    def newly_sent(self) -> list[int]:
        """When the attempts in flight were sent, ns, of those that were sent since the last call."""
        told, self._told, in_flight = self._told, self.table.count, self.in_flight
        others = [in_flight[new].sent for new in range(told + 1, self._told + 1) if new in in_flight]
        return others + self.at_rest.sent_after(told)

    def at_server(self) -> Iterator[Request]:
        """Everything that the server may still have to do with: its clients' requests, orphans, background work."""
        yield from self.everybody().values()
        yield from self.orphans.values()
        yield from self.behind

    def sent(self, request: Request, now: int) -> None:
        """An attempt is sent now; it gets the next id."""
        table = self.table
        if table.count == table.room:
            table.grow()
        table.count = request.id = request.first_id = table.count + 1
        request.sent = request.since = now
        self.settled_area -= now
        self.in_flight[request.id] = request

    def ended(self, request: Request, now: int, outcome: Outcome, status: int) -> None:
        """The attempt has come to its end, as its client sees it, with the parts it has."""
        del self.in_flight[request.id]
        self.ended_ids.append(request.id)
        self.settled_area += now
        index = request.id - 1
        pack_row(
            self.table.blocks[index >> BLOCK_SHIFT],
            (index & BLOCK_MASK) * ROW_BYTES,
            request.group.index,
            request.plan.index,
            request.worker.number if request.worker is not None else 0,
            status,
            request.attempt,
            outcome,
            request.first_id,
            request.sent,
            request.accepted,
            request.started,
            now,
            request.server_finished,
            request.network,
            request.accept_wait,
            request.loop_wait,
            request.thread_wait,
            request.pool_wait,
            request.service_wait,
            request.cpu_wait,
            request.cpu,
            request.io,
        )

    def completing(self, client: int, spent: list[Request], in_no_time: Way) -> Way:
        """`ended` for first attempts that `compiled` routes completed, written out: hardly any goes another way there.

        They are added to `spent`, as good as new for those routes, but for what their way there and back has changed.
        What took no time is for `in_no_time`.
        """
        in_flight, ended_ids, blocks = self.in_flight, self.ended_ids, self.table.blocks

        def complete(request: Request, now: int) -> None:
            sent = request.sent
            if now - sent < SHORTEST_ATTEMPT:
                in_no_time(request, now)
                return
            request_id = request.id
            del in_flight[request_id]
            ended_ids.append(request_id)
            self.settled_area += now
            index = request_id - 1
            _pack_completed(
                blocks[index >> BLOCK_SHIFT],
                (index & BLOCK_MASK) * ROW_BYTES,
                client,
                request.plan.index,
                request.worker.number,
                _COMPLETED,
                request_id,
                sent,
                request.accepted,
                request.started,
                now,
                request.server_finished,
                request.network,
                request.accept_wait,
                request.loop_wait,
                request.cpu,
                request.io,
            )
            request.accepted = request.started = request.server_finished = NEVER
            request.worker = None  # type: ignore[assignment]  # as it was made
            request.accept_wait = request.loop_wait = request.cpu = request.io = 0
            spent.append(request)

        return complete

    def cut(self, request: Request, at: int, outcome: Outcome) -> None:
        """The attempt ends in its middle: its client leaves."""
        del self.in_flight[request.id]
        self.ended_ids.append(request.id)
        self.settled_area += at
        self._write_cut(request, at, outcome)

    def _write_cut(self, request: Request, at: int, outcome: Outcome) -> None:
        index = request.id - 1
        pack_row(
            self.table.blocks[index >> BLOCK_SHIFT],
            (index & BLOCK_MASK) * ROW_BYTES,
            request.group.index,
            request.plan.index,
            request.worker.number if request.worker is not None else 0,
            0,
            request.attempt,
            outcome,
            request.first_id,
            request.sent,
            request.accepted,
            request.started,
            NEVER if outcome is Outcome.UNFINISHED else at,
            request.server_finished,
            *parts_at(request, at),
        )

    def _write_resting(self, resting: Resting, end: int) -> None:
        _, client, request_id, sent, plan, _, _ = resting
        self._write_unaccepted(request_id, client, plan.index, 1, request_id, sent, 0, end - sent)

    def _write_waiting(self, request: Request, end: int) -> None:
        """`_write_cut`, written out: where servers are too slow, most of those in flight wait to be accepted."""
        accept_wait = end - request.sent - request.network
        if accept_wait < request.accept_wait:  # not there yet
            self._write_cut(request, end, Outcome.UNFINISHED)
            return
        self._write_unaccepted(
            request.id,
            request.group.index,
            request.plan.index,
            request.attempt,
            request.first_id,
            request.sent,
            request.network,
            accept_wait,
        )

    def _write_unaccepted(  # noqa: PLR0917  # a row's columns, by position because there are very many rows
        self,
        request_id: int,
        client: int,
        route: int,
        attempt: int,
        first_id: int,
        sent: int,
        network: int,
        accept_wait: int,
    ) -> None:
        index = request_id - 1
        _pack_unaccepted(
            self.table.blocks[index >> BLOCK_SHIFT],
            (index & BLOCK_MASK) * ROW_BYTES,
            client,
            route,
            attempt,
            Outcome.UNFINISHED,
            first_id,
            sent,
            NEVER,
            NEVER,
            NEVER,
            NEVER,
            network,
            accept_wait,
        )

    def orphaned(self, request: Request) -> None:
        """The client left; the server goes on with what it has of the request."""
        self.orphans[request.id] = request

    def settled(self, request: Request) -> None:
        """The server is ready with an orphan, or the run is over: its row says what came after its client had left."""
        del self.orphans[request.id]
        worker = request.worker.number if request.worker is not None else 0
        late = request.accepted, request.started, request.server_finished
        if request.server_finished > self.table.add_late(request.id, worker, *late):
            self._orphan_table.add(request.id, request.sent, request.cpu)
        if request.id in self._left_behind:
            self._left_behind.remove(request.id)
            self._ready.append(request.id)

    def read_ended(self) -> tuple[Column, Column, Column, Column]:
        """Client, outcome, attempt and nanoseconds from sending to end of what ended since the last call.

        Their rows are handed on to the one who streams.
        """
        ids = np.array(self.ended_ids, dtype=np.int64)
        self.ended_ids.clear()
        client, outcome, attempt, sent, finished = self.table.columns(_READ, ids)
        if self._stream is not None:
            self._hand_on(self._stream, ids)
        return client, outcome, attempt, finished - sent

    def take_good_again(self) -> int:
        """Further attempts completed in time since the last call."""
        good, self.good_again = self.good_again, 0
        return good

    def close(self, end: int) -> None:
        """The run ends: the attempts in flight become unfinished rows."""
        self.settled_area = self.area(end)
        for resting in self.at_rest:
            self._write_resting(resting, end)
        for request in self.in_flight.values():
            if request.worker is None and request.turn not in WAITING_FOR:
                self._write_waiting(request, end)
            else:
                self._write_cut(request, end, Outcome.UNFINISHED)
        orphans = dict(self.orphans)
        for request in orphans.values():
            settle_parts(request, end)
            self.settled(request)
        if self._stream is not None:
            left = sorted([*self.in_flight, *(request_id for _, _, request_id, *_ in self.at_rest)])
            self._hand_on(self._stream, np.array([*self.ended_ids, *left], dtype=np.int64))
        self.ended_ids.clear()
        self.orphans.update(orphans)

    def _hand_on(self, stream: RowReader, ids: Column) -> None:
        """To the one who streams; blocks that have been handed on whole are forgotten."""
        if len(ids):
            stream(self.table.take(ids))
        if self._ready:
            ready = np.array(self._ready, dtype=np.int64)
            stream.add_orphans(self.table.take(ready))
            ids = np.concatenate([ids, ready])
            self._ready.clear()
        if len(self._orphan_table):
            stream.add_orphan_work(self._orphan_table.take())
        if self.orphans:
            is_orphan = np.array([request_id in self.orphans for request_id in ids.tolist()], dtype=bool)
            self._left_behind.update(ids[is_orphan].tolist())
            ids = ids[~is_orphan]
        for number, count in zip(*np.unique((ids - 1) >> BLOCK_SHIFT, return_counts=True), strict=True):
            left = self._rows_left.pop(int(number), BLOCK_ROWS) - int(count)
            if left:
                self._rows_left[int(number)] = left
            else:
                self.table.drop(int(number))
