"""Every change of stage of every message, and the state at any instant of the past."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.record.messages import MessageOutcome
from simulator.record.stages import MESSAGE_ENDED, MessageStage
from simulator.record.transitions import Transitions

Ints = NDArray[np.int64]


class MessageCounts(NamedTuple):
    """How many messages there are in each state at an instant, and how many there had been by then."""

    published: int
    waiting: int
    """In the queue, with no consumer."""
    hidden: int
    """Unacknowledged by a consumer that is gone, or gave up: nobody gets them before the time-out."""
    reserved: int
    """Given to a consumer that has not begun with them."""
    working: int
    completed: int
    failed: int
    dead_lettered: int
    redelivered: int
    """Deliveries of messages that had been delivered before."""


@dataclass(frozen=True, slots=True, eq=False)
class MessageMoment:
    """Every message at the broker or with a consumer at `time_ns`, one array entry for each copy of it.

    A message has a second copy where it was given out again while its first consumer still has it.
    """

    time_ns: int
    copy_id: Ints
    """Of the thing that moves; it never changes."""
    message_id: Ints
    """As in tasks.csv; twice where there are two copies."""
    request_id: Ints
    """Of the request that published it."""
    task: NDArray[np.uint16]
    """Index into the scenario's tasks."""
    delivery: Ints
    """Of the copy, from 1; while it waits, that which it waits for. Above 1: it is given out again."""
    stage: NDArray[np.uint8]
    """`MessageStage` of each."""
    place: NDArray[np.uint16]
    """Index into `places`."""
    from_place: NDArray[np.uint16]
    """Where it was before it came to `place` (the same place at the beginning)."""
    since_ns: Ints
    until_ns: Ints
    """When the stage will end, where that was known as it began; else 0."""
    published_ns: Ints
    places: tuple[str, ...]
    """`broker`, `consumer:1`, `consumer:1/pool:database`, `service:database`."""
    counts: MessageCounts

    def __len__(self) -> int:
        return len(self.copy_id)


class MessageTransitions(Transitions):
    """Rows `copy c is in stage s at place p since t`, beside those of the requests, whose places they share."""

    ended = MESSAGE_ENDED

    def __init__(self, requests: Transitions) -> None:
        super().__init__()
        self._places, self._place_of = requests.share_places()
        self._requests = requests
        self._request_rows = array("q")
        """By row, how many rows of requests were written before it."""
        self._deliveries = array("I")
        """By row."""
        self._unowned = 0
        """Rows before this one are in neither any more."""
        self._messages = array("I")
        self._first = array("I")
        """By copy: its message, and its delivery when it came to be."""
        self._again: dict[int, list[tuple[int, int]]] = {}
        """By copy that was given back: from when on it is of which delivery."""
        self._published = array("q")
        self._request_ids = array("I")
        """By message."""
        self._ends = {outcome: array("q") for outcome in MessageOutcome}
        self._redelivered = array("q")

    # What the model tells

    def published(self, request_id: int, time_ns: int) -> None:
        """The next message is published; messages have no gap in their numbers."""
        self._published.append(time_ns)
        self._request_ids.append(request_id)

    def new_copy(self, message_id: int, task: int, delivery: int, time_ns: int) -> int:
        """The id of a thing that moves from here on."""
        copy_id = len(self._messages) + 1
        self.born(copy_id, task, 0, time_ns)
        self._messages.append(message_id)
        self._first.append(delivery)
        return copy_id

    def waits_for(self, copy_id: int, delivery: int, time_ns: int) -> None:
        """What is told of the copy from here on belongs to this delivery."""
        self._again.setdefault(copy_id, []).append((time_ns, delivery))

    def redelivered(self, time_ns: int) -> None:
        """A message is delivered that had been delivered before."""
        self._redelivered.append(time_ns)

    def message_ended(self, outcome: MessageOutcome, time_ns: int) -> None:
        """A message comes to its end; copies of it may go on."""
        self._ends[outcome].append(time_ns)

    def _keep(self, time_ns: int, request_id: int, stage: int, place: int, until_ns: int = 0) -> None:
        self._request_rows.append(self._requests.count)
        again = self._again.get(request_id)
        self._deliveries.append(again[-1][1] if again is not None else self._first[request_id - 1])
        super()._keep(time_ns, request_id, stage, place, until_ns)

    def forget(self, row: int, alive: Iterable[int] = ()) -> None:
        """As with requests; which copies may still have rows to come is known here."""
        super().forget(row, {*self._in_flight, *alive})
        gone = self.first - self._unowned
        if gone:
            del self._request_rows[:gone], self._deliveries[:gone]
            self._unowned = self.first

    # What is read

    def messages_at(self, time_ns: int) -> MessageMoment:
        """Where every copy is at `time_ns`, transitions at that very instant included."""
        moment = self.at(time_ns)
        time_ns, copies = moment.time_ns, moment.request_id
        messages = _picked(self._messages, copies)
        return MessageMoment(
            time_ns=time_ns,
            copy_id=copies,
            message_id=messages,
            request_id=_picked(self._request_ids, messages),
            task=moment.client,
            delivery=self._deliveries_at(time_ns, copies),
            stage=moment.stage,
            place=moment.place,
            from_place=moment.from_place,
            since_ns=moment.since_ns,
            until_ns=moment.until_ns,
            published_ns=_picked(self._published, messages),
            places=moment.places,
            counts=self._counts(time_ns, moment.stage),
        )

    def _deliveries_at(self, time_ns: int, copies: Ints) -> Ints:
        deliveries = _picked(self._first, copies)
        # Many may wait, and few have been given back: look only for those.
        given_back = np.fromiter(self._again, dtype=np.int64, count=len(self._again))
        rows = np.searchsorted(copies, given_back)
        is_there = np.append(copies, -1)[rows] == given_back
        for row, copy_id in zip(rows[is_there].tolist(), given_back[is_there].tolist(), strict=True):
            again = self._again[copy_id]
            at = bisect_right(again, time_ns, key=lambda entry: entry[0])
            if at:
                deliveries[row] = again[at - 1][1]
        return deliveries

    def _counts(self, time_ns: int, stage: NDArray[np.uint8]) -> MessageCounts:
        by_stage = np.bincount(stage, minlength=max(MessageStage) + 1)
        waiting, hidden, reserved = (
            int(by_stage[each]) for each in (MessageStage.BROKER_QUEUE, MessageStage.HIDDEN, MessageStage.RESERVED)
        )
        ends = {outcome: bisect_right(times, time_ns) for outcome, times in self._ends.items()}
        return MessageCounts(
            published=bisect_right(self._published, time_ns),
            waiting=waiting,
            hidden=hidden,
            reserved=reserved,
            working=len(stage) - waiting - hidden - reserved,
            completed=ends[MessageOutcome.COMPLETED],
            failed=ends[MessageOutcome.FAILED],
            dead_lettered=ends[MessageOutcome.DEAD_LETTERED],
            redelivered=bisect_right(self._redelivered, time_ns),
        )

    def counted_by(self, times_ns: Ints) -> tuple[Ints, dict[MessageOutcome, Ints]]:
        """How many messages had been published by each of these instants, and how many had ended in each way."""

        def by(column: "array[int]") -> Ints:
            # A copy: a view of it would keep the column from growing.
            return np.searchsorted(np.array(column, dtype=np.int64), times_ns, side="right")

        return by(self._published), {outcome: by(times) for outcome, times in self._ends.items()}

    def row_owners(self, first: int, last: int) -> tuple[Ints, Ints, Ints]:
        """Of rows first .. last (not included), as far as they are kept: message, delivery, and how many rows of
        requests came before."""
        rows = self.rows(first, last)
        messages = _picked(self._messages, rows["request"].astype(np.int64))
        begin, end = max(first, self.first) - self._unowned, last - self._unowned
        deliveries = np.array(self._deliveries[begin:end], dtype=np.int64)
        return messages, deliveries, np.array(self._request_rows[begin:end], dtype=np.int64)

    def request_of(self, messages: Ints) -> Ints:
        """The requests that published these messages."""
        return _picked(self._request_ids, messages)


def _picked(values: "array[int]", ids: Ints) -> Ints:
    kind = np.int64 if values.typecode == "q" else np.uint32
    # The view lives for this line only: while one exists the array cannot grow.
    return np.frombuffer(values, dtype=kind)[ids - 1].astype(np.int64) if len(ids) else np.empty(0, dtype=np.int64)
