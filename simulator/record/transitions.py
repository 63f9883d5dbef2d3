"""Every change of stage of every request, and the state at any instant of the past."""

from bisect import bisect_right
from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from struct import Struct
from typing import ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.record.births import Births
from simulator.record.moment import Moment, among
from simulator.record.pictures import Pictures
from simulator.record.stages import ENDED, HOLDS_LOOP, STAGE_MASK, Stage

TRANSITION_ROW = np.dtype([("time", "<i8"), ("until", "<i8"), ("request", "<u4"), ("place", "<u2"), ("stage", "u1")])
STATE_ROW = np.dtype([*TRANSITION_ROW.descr, ("from_place", "<u2")])
_RAW, _RAW_ROW = (np.dtype(("V", row.itemsize)) for row in (STATE_ROW, TRANSITION_ROW))
"""Rows as lumps of bytes: numpy copies others field by field, which takes twenty times as long."""
_pack = Struct("<qqIHB").pack_into
_ROW_BYTES = TRANSITION_ROW.itemsize
_BLOCK_SHIFT = 13
_BLOCK_ROWS = 1 << _BLOCK_SHIFT
_BLOCK_MASK = _BLOCK_ROWS - 1
_KEYFRAME_ROWS = 2048
_ANSWERS = 4
"""A picture asks for two instants, now and a flight's time ago; so these are theirs, and those of the one before."""


@dataclass(slots=True)
class _Behind:
    """What the server goes on with behind a request's end, as `goes_on_behind` says."""

    stage: Stage
    is_hidden: bool
    last: tuple[int, int, int] | None
    """Stage, place and end of the last that was told."""


class _Answer(NamedTuple):
    """The state after the rows up to `end` (not included), the last of which is of `last_ns`."""

    end: int
    last_ns: int
    state: NDArray[np.void]


class Transitions:
    """Rows `request r is in stage s at place p since t`, in time order, with a keyframe now and then.

    A keyframe is written when as many rows have come as would let a look-up read about twice what is in flight, so
    that `at` stays under a millisecond and keyframes under 27 bytes a row.

    `forget` makes room: the oldest rows go, and in their place there is a picture now and then.
    """

    ended: ClassVar[Collection[int]] = ENDED
    """Stages from which what moves is no longer anywhere."""

    def __init__(self) -> None:
        self.count = 0
        """Of all rows there ever were; `first` is the number of the oldest that is kept."""
        self.first = 0
        self.kept_since_ns = 0
        """From here on everything is known."""
        self._places: list[str] = []
        self._place_of: dict[str, int] = {}
        self._blocks: list[bytearray] = []
        self._in_flight: dict[int, tuple[int, int, int, int, int, int]] = {}
        self._behind: dict[int, _Behind] = {}
        self._keyframes: list[tuple[int, NDArray[np.void]]] = []
        self._keyframe_times: list[int] = []
        self._next_keyframe = 0
        self._answers: deque[_Answer] = deque(maxlen=_ANSWERS)
        self._has_ended = np.isin(np.arange(256) & STAGE_MASK, [int(stage) for stage in self.ended])
        self._births = Births()
        self._pictures = Pictures()

    @property
    def places(self) -> tuple[str, ...]:
        """Names of places by index."""
        return tuple(self._places)

    def place(self, name: str) -> int:
        """Index of a place, made on first use."""
        if name not in self._place_of:
            self._place_of[name] = len(self._places)
            self._places.append(name)
        return self._place_of[name]

    def share_places(self) -> tuple[list[str], dict[str, int]]:
        """The table of places, for another that writes the same."""
        return self._places, self._place_of

    def born(self, request_id: int, client: int, route: int, sent_ns: int) -> None:
        """A request with the next id was sent; ids come without a gap, from 1."""
        self._births.add(request_id, client, route, sent_ns)

    def goes_on_behind(self, request_id: int, stage: Stage) -> None:
        """What is told of the request from here on is `stage`, as long as it lasts: ORPHANED, because its client is
        about to leave, or BACKGROUND. It is shown when the client has come to its own end."""
        state = self._in_flight.get(request_id)
        last = None
        if state is not None and stage is Stage.ORPHANED:
            last = (stage | state[4] & HOLDS_LOOP, state[3], state[1])
        self._behind[request_id] = _Behind(stage, is_hidden=state is not None, last=last)

    def enter(self, time_ns: int, request_id: int, stage: int, place: int, until_ns: int = 0) -> None:
        """Request is in `stage` (a `Stage`, with HOLDS_LOOP where it holds the loop) at `place` from `time_ns` on."""
        if request_id in self._behind:
            self._enter_behind(time_ns, request_id, stage, place, until_ns)
        else:
            self._keep(time_ns, request_id, stage, place, until_ns)

    def place_of(self, request_id: int) -> str:
        """Where a request in flight was told of last; nothing of any other."""
        last = self._in_flight.get(request_id)
        return "" if last is None else self._places[last[3]]

    def _enter_behind(self, time_ns: int, request_id: int, stage: int, place: int, until_ns: int) -> None:
        behind, kind = self._behind[request_id], stage & STAGE_MASK
        if kind == Stage.DONE:
            del self._behind[request_id]
            if not behind.is_hidden:
                self._keep(time_ns, request_id, stage, place)
        elif kind in ENDED:
            self._keep(time_ns, request_id, stage, place)
            behind.is_hidden = False
            if behind.last is not None:
                self._keep(time_ns, request_id, *behind.last)
        else:
            behind.last = (behind.stage | stage & HOLDS_LOOP, place, until_ns)
            if not behind.is_hidden:
                self._keep(time_ns, request_id, *behind.last)

    def _keep(self, time_ns: int, request_id: int, stage: int, place: int, until_ns: int = 0) -> None:
        row = self.count
        if row >= self._next_keyframe:
            self._keep_keyframe(time_ns)
        if not row & _BLOCK_MASK:
            self._blocks.append(bytearray(_BLOCK_ROWS * _ROW_BYTES))
        _pack(self._blocks[-1], (row & _BLOCK_MASK) * _ROW_BYTES, time_ns, until_ns, request_id, place, stage)
        self.count = row + 1
        if (stage & STAGE_MASK) in self.ended:
            self._in_flight.pop(request_id, None)
            return
        before = self._in_flight.get(request_id)
        if before is None:
            self._births.appears(request_id, row)
        from_place = place if before is None else before[3] if before[3] != place else before[5]
        self._in_flight[request_id] = (time_ns, until_ns, request_id, place, stage, from_place)

    def rows(self, first: int = 0, last: int | None = None) -> NDArray[np.void]:
        """Rows first .. last (not included) as far as they are kept, dtype TRANSITION_ROW; a copy."""
        first, last = max(first, self.first), self.count if last is None else min(last, self.count)
        if last <= first:
            return np.empty(0, dtype=TRANSITION_ROW)
        parts = []
        for block in range(first >> _BLOCK_SHIFT, ((last - 1) >> _BLOCK_SHIFT) + 1):
            begin = block << _BLOCK_SHIFT
            lumps = np.frombuffer(self._blocks[block], dtype=_RAW_ROW)
            parts.append(lumps[max(0, first - begin) : last - begin])
        joined: NDArray[np.void] = np.concatenate(parts).view(TRANSITION_ROW)
        return joined

    def at(self, time_ns: int) -> Moment:
        """Where every request in flight is at `time_ns`, transitions at that very instant included.

        Of what is forgotten, where they were at the last instant before it that is kept: the moment's own `time_ns`.
        """
        if time_ns < self.kept_since_ns:
            picture = self._pictures.at(time_ns)
            return self._moment(time_ns, np.empty(0, dtype=STATE_ROW)) if picture is None else picture[0]
        after = bisect_right(self._keyframe_times, time_ns)
        first, state = self._keyframes[after - 1] if after else (0, np.empty(0, dtype=STATE_ROW))
        end = self._keyframes[after][0] if after < len(self._keyframes) else self.count
        # Pictures follow each other: what was answered last is nearer than the keyframe.
        for answer in self._answers:
            if answer.last_ns <= time_ns and first < answer.end <= end:
                first, state = answer.end, answer.state
        rows = self.rows(first, end)
        rows = rows[: int(np.searchsorted(rows["time"], time_ns, side="right"))]
        if len(rows):
            state = _latest(state, rows, self._has_ended)
            self._answers.append(_Answer(first + len(rows), int(rows["time"][-1]), state))
        return self._moment(time_ns, state)

    def _keep_keyframe(self, time_ns: int) -> None:
        # In order of id, as `_latest` wants it: who is left by its client comes to the end of the table.
        state = np.array([self._in_flight[request] for request in sorted(self._in_flight)], dtype=STATE_ROW)
        self._keyframes.append((self.count, state))
        self._keyframe_times.append(time_ns)
        self._next_keyframe = self.count + max(_KEYFRAME_ROWS, 2 * len(state))

    def _moment(self, time_ns: int, state: NDArray[np.void]) -> Moment:
        ids = state["request"].astype(np.int64)
        client, route, sent = self._births.take(ids)
        return Moment(
            time_ns=time_ns,
            request_id=ids,
            client=client,
            route=route,
            stored_stage=state["stage"].copy(),
            place=state["place"].copy(),
            from_place=state["from_place"].copy(),
            since_ns=state["time"].copy(),
            until_ns=state["until"].copy(),
            sent_ns=sent,
            places=self.places,
        )

    def sent_by(self, time_ns: int) -> int:
        """How many requests had been sent at an instant; of what is forgotten, at the last that is kept."""
        if time_ns < self.kept_since_ns:
            picture = self._pictures.at(time_ns)
            return 0 if picture is None else picture[1]
        return self._births.sent_by(time_ns)

    def sent_between(self, first_ns: int, last_ns: int) -> NDArray[np.uint16]:
        """The client groups (by index) of the requests sent in (first, last], in order of sending."""
        return self._births.clients_of(self.sent_by(first_ns) + 1, self.sent_by(last_ns))

    def history(self, request_id: int) -> NDArray[np.void]:
        """All rows of one request that are kept, in time order, dtype TRANSITION_ROW."""
        rows = self.rows()
        own: NDArray[np.void] = rows[rows["request"] == request_id]
        return own

    def time_of(self, row: int) -> int:
        """When a row was written; of one that is forgotten, before everything."""
        return int(self.rows(row, row + 1)["time"][0]) if row >= self.first else -1

    # Making room

    @property
    def forgotten_ids(self) -> int:
        """Requests up to this id have no beginning any more; those among them that live are still in `at`."""
        return self._births.forgotten

    @property
    def elders(self) -> Collection[int]:
        """Those among them that what is kept still tells of."""
        return self._births.elders

    def kept_ns(self, time_ns: int) -> int:
        """The instant that `at` shows when it is asked for this one."""
        return time_ns if time_ns >= self.kept_since_ns else self.at(time_ns).time_ns

    def forget(self, row: int, alive: Iterable[int]) -> None:
        """Keep rows from the last keyframe up to `row` on; `alive`: all requests that may still have rows to come."""
        number = bisect_right(self._keyframes, row, key=lambda keyframe: keyframe[0]) - 1
        if number <= 0:
            return
        for time_ns in self._keyframe_times[:number]:
            if self._pictures.wants_next:
                self._pictures.add(self.at(time_ns), self.sent_by(time_ns))
            else:
                self._pictures.pass_by()
        first, state = self._keyframes[number]
        self.kept_since_ns = self._keyframe_times[number]
        self._births.forget(self.kept_since_ns, first, {*state["request"].tolist(), *alive})
        del self._keyframes[:number], self._keyframe_times[:number]
        self._answers.clear()
        for block in range(self.first >> _BLOCK_SHIFT, first >> _BLOCK_SHIFT):
            self._blocks[block] = bytearray()
        self.first = first & ~_BLOCK_MASK


def _latest(state: NDArray[np.void], rows: NDArray[np.void], has_ended: NDArray[np.bool_]) -> NDArray[np.void]:
    """The last row of each request among a state and the rows after it, without the ended; by id.

    `has_ended`: by stored stage.
    """
    new = np.zeros(len(rows), dtype=STATE_ROW)
    for name in TRANSITION_ROW.names or ():
        new[name] = rows[name]
    new["from_place"] = rows["place"]
    is_touched = among(state["request"].astype(np.int64), rows["request"].astype(np.int64))
    known = _joined(_picked(state, is_touched), new)
    known = _picked(known, np.argsort(known["request"], kind="stable"))
    ids = known["request"]
    is_last = np.ones(len(known), dtype=bool)
    is_last[:-1] = ids[1:] != ids[:-1]
    follows = np.zeros(len(known), dtype=bool)
    follows[1:] = ~is_last[:-1]
    _trace_from_places(known, follows)
    moved = _picked(known, is_last & ~has_ended[known["stage"]])
    latest = _joined(_picked(state, ~is_touched), moved)
    return _picked(latest, np.argsort(latest["request"], kind="stable"))


def _joined(first: NDArray[np.void], second: NDArray[np.void]) -> NDArray[np.void]:
    joined: NDArray[np.void] = np.concatenate([first.view(_RAW), second.view(_RAW)]).view(STATE_ROW)
    return joined


def _picked(states: NDArray[np.void], which: NDArray[np.bool_] | NDArray[np.intp]) -> NDArray[np.void]:
    picked: NDArray[np.void] = states.view(_RAW)[which].view(STATE_ROW)
    return picked


def _trace_from_places(rows: NDArray[np.void], follows: NDArray[np.bool_]) -> None:
    """Fill `from_place` of rows that follow another of their request: the last place that was another one."""
    places, came = rows["place"], rows["from_place"]
    moved = follows.copy()
    moved[1:] &= places[1:] != places[:-1]
    came[1:][moved[1:]] = places[:-1][moved[1:]]
    stayed = follows & ~moved
    # A row that stays at its place came from where the row before it came from: copy from the last that did not stay.
    source = np.maximum.accumulate(np.where(stayed, 0, np.arange(len(rows))))
    came[stayed] = came[source[stayed]]
