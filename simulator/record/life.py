"""A request's life, read from the transitions: what it did when, also while it still lives."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.record.record import Record
from simulator.record.requests import NEVER, PARTS
from simulator.record.stages import ENDED, HOLDS_LOOP, STAGE_MASK, Stage
from simulator.record.transitions import TRANSITION_ROW, Transitions

_CHUNK = 1 << 13
"""Rows that are looked through at once."""

PART_OF: dict[Stage, str] = {
    Stage.CONNECTING: "network",
    Stage.TRAVELLING: "network",
    Stage.RETURNING: "network",
    Stage.ACCEPT_QUEUE: "accept_wait",
    Stage.LOOP_QUEUE: "loop_wait",
    Stage.THREAD_QUEUE: "thread_wait",
    Stage.POOL_QUEUE: "pool_wait",
    Stage.SERVICE_QUEUE: "service_wait",
    Stage.CPU_QUEUE: "cpu_wait",
    Stage.ON_CPU: "cpu",
    Stage.IN_IO: "io",
}
"""Which part of the response time a stage is."""
assert set(PART_OF.values()) == set(PARTS)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in one stage at one place."""

    stage: Stage
    holds_loop: bool
    place: str
    """As `Moment.places` names it."""
    begin_ns: int
    end_ns: int

    @property
    def length_ns(self) -> int:
        """How long it lasted."""
        return self.end_ns - self.begin_ns


@dataclass(frozen=True, slots=True)
class Life:
    """One attempt from being sent to its end, or to the instant up to which it is known."""

    request_id: int
    client: int
    """Index into the scenario's clients."""
    route: int
    """Index into the scenario's routes."""
    sent_ns: int
    started_ns: int
    """When its handler was called; NEVER where that is not known, or has not happened."""
    end_ns: int
    """Its end, or up to when it is known."""
    ending: Stage | None
    """How it ended; None while it is in flight."""
    spans: tuple[Span, ...]
    """Without gaps from `sent_ns` to `end_ns`; what takes no time is left out."""
    parts: dict[str, int]
    """Nanoseconds by PARTS; of a request that ended they are its row's, and their sum its response time."""

    @property
    def length_ns(self) -> int:
        """Sent to end."""
        return self.end_ns - self.sent_ns

    @property
    def worker(self) -> int:
        """The worker that had it last; 0 where none had."""
        return next((number for span in reversed(self.spans) if (number := worker_of(span.place))), 0)

    def span_at(self, time_ns: int) -> Span | None:
        """What it did at an instant; None before and after."""
        at = bisect_right(self.spans, time_ns, key=lambda span: span.begin_ns) - 1
        return self.spans[at] if at >= 0 and time_ns < self.spans[at].end_ns else None


def worker_of(place: str) -> int:
    """The number in `worker:2` and `worker:2/threads`; 0 for every other place."""
    kind, _, rest = place.partition(":")
    number = rest.partition("/")[0]
    return int(number) if kind == "worker" and number.isdigit() else 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a request in flight beside its transitions; once it ended its row says so."""

    client: int
    route: int
    started_ns: int = NEVER


def life_of(record: Record, request_id: int, now_ns: int, asked: Asked | None = None) -> Life:
    """The life of a request that was sent by `now_ns`; of one in flight quicker, and more, where `asked` is known.

    Only of one whose beginning is not forgotten. Reads what was written between its sending and its end, not the
    whole run.
    """
    transitions = record.transitions
    assert transitions is not None, "a life is read from transitions"
    assert 0 < request_id <= record.requests.count, "somebody was sent under this number"
    assert request_id > transitions.forgotten_ids, "its beginning is known"
    sent_ns = bisect_left(range(now_ns + 1), request_id, key=transitions.sent_by, hi=now_ns)
    rows = rows_of(transitions, request_id, sent_ns)
    ending = Stage(int(rows["stage"][-1]) & STAGE_MASK) if len(rows) else None
    ending = ending if ending in ENDED else None
    end_ns = int(rows["time"][-1]) if ending is not None else max(now_ns, sent_ns)
    spans = _spans(rows, transitions.places, sent_ns, end_ns)
    row = record.requests.take(np.array([request_id]))[0]
    has_row = bool(row["first_request_id"])
    if has_row:
        asked = Asked(int(row["client"]), int(row["route"]), int(row["started"]))
    elif asked is None:
        asked = asked_in(transitions, request_id, sent_ns)
    return Life(
        request_id=request_id,
        client=asked.client,
        route=asked.route,
        sent_ns=sent_ns,
        started_ns=asked.started_ns,
        end_ns=end_ns,
        ending=ending,
        spans=spans,
        parts={part: int(row[part]) for part in PARTS} if has_row and ending is not None else _parts(spans),
    )


def first_row_at(transitions: Transitions, time_ns: int) -> int:
    """The first row written at an instant or later."""
    chunks = range(-(-transitions.count // _CHUNK))
    before = bisect_left(chunks, time_ns, key=lambda chunk: transitions.time_of(chunk * _CHUNK)) - 1
    first = max(transitions.first, max(0, before) * _CHUNK)
    return first + int(np.searchsorted(transitions.rows(first, first + _CHUNK)["time"], time_ns))


def rows_of(transitions: Transitions, request_id: int, since_ns: int) -> NDArray[np.void]:
    """The rows of a request sent at `since_ns`, up to its end; dtype TRANSITION_ROW."""
    found = [np.empty(0, dtype=TRANSITION_ROW)]
    first = first_row_at(transitions, since_ns)
    while first < transitions.count:
        last = (first // _CHUNK + 1) * _CHUNK
        rows = transitions.rows(first, last)
        own = rows[rows["request"] == request_id]
        found.append(own)
        if len(own) and (int(own["stage"][-1]) & STAGE_MASK) in ENDED:
            break
        first = last
    return np.concatenate(found)


def asked_in(transitions: Transitions, request_id: int, time_ns: int) -> Asked:
    """What a request that is in flight at an instant asks for."""
    moment = transitions.at(time_ns)
    at = int(moment.request_id.searchsorted(request_id))
    assert at < len(moment), "it is in flight then"
    assert moment.request_id[at] == request_id, "it is in flight then"
    return Asked(int(moment.client[at]), int(moment.route[at]))


def _spans(rows: NDArray[np.void], places: tuple[str, ...], sent_ns: int, end_ns: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    ends = [*rows["time"][1:].tolist(), end_ns]
    if len(rows) and int(rows["time"][0]) > sent_ns:
        # Refused without a way to the server that anybody saw.
        spans.append(Span(Stage.TRAVELLING, False, "", sent_ns, int(rows["time"][0])))
    for row, end in zip(rows, ends, strict=False):
        stored, begin = int(row["stage"]), int(row["time"])
        span = Span(
            Stage(stored & STAGE_MASK), bool(stored & HOLDS_LOOP), places[int(row["place"])], begin, min(end, end_ns)
        )
        if span.length_ns <= 0 or span.stage in ENDED:
            continue
        if spans and _continues(spans[-1], span):
            span = Span(span.stage, span.holds_loop, span.place, spans.pop().begin_ns, span.end_ns)
        spans.append(span)
    return tuple(spans)


def _continues(before: Span, span: Span) -> bool:
    return (before.stage, before.holds_loop, before.place) == (span.stage, span.holds_loop, span.place)


def _parts(spans: tuple[Span, ...]) -> dict[str, int]:
    parts = dict.fromkeys(PARTS, 0)
    for span in spans:
        if span.stage in PART_OF:
            parts[PART_OF[span.stage]] += span.length_ns
    return parts
