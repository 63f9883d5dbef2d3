"""A traced run for the Perfetto viewer (https://ui.perfetto.dev) or chrome://tracing, in the Trace Event Format.

A process is a worker, the listener, a service, the broker, a consumer or the clients; its tracks are the event loop,
the threads or slots, and its queues as counters. Every request has a lane of its own below the clients, with its
stages. Times are microseconds.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import numpy as np

from simulator.output import perfetto_messages
from simulator.output.perfetto_events import Event, complete, counter, microseconds, named, numbered, process
from simulator.record import HOLDS_LOOP, STAGE_MASK, Record, Stage
from simulator.record.stages import ENDED

_CLIENTS, _LISTENER, _FIRST_WORKER, _FIRST_SERVICE = 1, 2, 10, 100_000
_LOOP, _FIRST_THREAD = 1, 100
_WORDS = {
    Stage.CONNECTING: "connecting",
    Stage.TRAVELLING: "travelling",
    Stage.ACCEPT_QUEUE: "accept queue",
    Stage.LOOP_QUEUE: "loop queue",
    Stage.ON_CPU: "computing",
    Stage.CPU_QUEUE: "waiting for the GIL or a core",
    Stage.THREAD_QUEUE: "thread queue",
    Stage.POOL_QUEUE: "pool queue",
    Stage.SERVICE_QUEUE: "service queue",
    Stage.IN_IO: "in I/O",
    Stage.RETURNING: "returning",
    Stage.BACKGROUND: "in the background",
    Stage.ORPHANED: "orphaned",
}
assert set(_WORDS) | ENDED == set(Stage)
_COUNTED = {
    Stage.ACCEPT_QUEUE,
    Stage.LOOP_QUEUE,
    Stage.THREAD_QUEUE,
    Stage.POOL_QUEUE,
    Stage.SERVICE_QUEUE,
    Stage.IN_IO,
}


@dataclass(frozen=True, slots=True)
class _Stay:
    """A request in one stage at one place."""

    request: int
    begin: int
    end: int
    stage: Stage
    place: str
    holds_loop: bool


def as_json(record: Record) -> Iterator[str]:
    """The text of the file in pieces, an event a line."""
    yield '{"displayTimeUnit": "ms", "traceEvents": [\n'
    separator = ""
    for event in events(record):
        yield separator + json.dumps(event, ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def events(record: Record) -> Iterator[Event]:
    """All events of a closed, traced record."""
    trace = _Trace(record)
    lives = chain.from_iterable(trace.life(stays) for stays in _lives(record))
    # What they are called comes first, though it is known last.
    made = list(lives)
    yield from trace.names()
    yield from made
    yield from trace.threads()
    yield from trace.counters()
    yield from perfetto_messages.events(record)


def _lives(record: Record) -> Iterator[list[_Stay]]:
    """The stays of one request after the other; those without length are left out."""
    transitions = record.transitions
    assert transitions is not None, "the run was not traced"
    rows = transitions.rows()
    rows = rows[np.argsort(rows["request"], kind="stable")]
    ends = np.append(rows["time"][1:], record.end_ns)
    is_last = np.append(rows["request"][1:] != rows["request"][:-1], True)
    ends = np.where(is_last, record.end_ns, ends)
    places = transitions.places
    life: list[_Stay] = []
    for row, end, last in zip(rows.tolist(), ends.tolist(), is_last.tolist(), strict=True):
        begin, _, request, place, stored = row
        stage = Stage(stored & STAGE_MASK)
        if stage in ENDED or end > begin:
            until = begin if stage in ENDED else end
            life.append(_Stay(request, begin, until, stage, places[place], bool(stored & HOLDS_LOOP)))
        if last:
            yield life
            life = []


@dataclass(slots=True)
class _Trace:
    record: Record
    _processes: dict[int, str] = field(default_factory=lambda: {_CLIENTS: "clients", _LISTENER: "listener"})
    _tracks: dict[tuple[int, int], str] = field(default_factory=dict)
    _in_threads: dict[int, list[list[_Stay]]] = field(default_factory=lambda: defaultdict(list))
    """By worker: the stays between taking a thread and giving it back."""
    _changes: dict[tuple[int, str], dict[int, int]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )
    """By process and queue: how much longer it is from an instant on."""

    def life(self, stays: list[_Stay]) -> Iterator[Event]:
        """A request's lane, and what it did to the loop; what it did to threads and queues is kept for later."""
        rows = self.record.requests
        row = rows.take(np.array([stays[0].request]))[0]
        route = self.record.scenario.routes[int(row["route"])]
        client = self.record.scenario.clients[int(row["client"])].name
        worker = int(row["worker"])
        yield from _lane(stays, route.path, {"request": stays[0].request, "client": client, "worker": worker})
        thread: list[_Stay] = []
        for stay in stays:
            self._count(stay, worker)
            if stay.holds_loop and stay.end > stay.begin:
                yield self._slice(self._worker(worker), _LOOP, "event loop", stay)
            is_in_thread = stay.place.endswith("/threads") and stay.stage is not Stage.THREAD_QUEUE
            if is_in_thread or (thread and stay.place.startswith("service:")):
                thread.append(stay)
            elif thread and stay.stage not in (Stage.POOL_QUEUE, Stage.SERVICE_QUEUE):
                self._in_threads[worker].append(thread)
                thread = []
        if thread:
            self._in_threads[worker].append(thread)

    def _worker(self, number: int) -> int:
        pid = _FIRST_WORKER + number
        self._processes.setdefault(pid, f"worker {number}")
        return pid

    def _slice(self, pid: int, tid: int, track: str, stay: _Stay) -> Event:
        self._tracks.setdefault((pid, tid), track)
        is_blocked = stay.holds_loop and stay.stage is Stage.IN_IO
        name = "blocked in I/O" if is_blocked else _WORDS.get(stay.stage, stay.stage.name.lower())
        return complete(pid, tid, name, stay, {"request": stay.request})

    def _count(self, stay: _Stay, worker: int) -> None:
        if stay.stage not in _COUNTED or stay.end == stay.begin:
            return
        if stay.place.startswith("service:"):
            names = [service.name for service in self.record.scenario.services]
            pid = _FIRST_SERVICE + names.index(stay.place.removeprefix("service:"))
            self._processes.setdefault(pid, stay.place.replace(":", " "))
        elif stay.stage is Stage.IN_IO:
            return  # at no service: nobody else's
        else:
            pid = _LISTENER if stay.place == "listener" else self._worker(worker)
        changes = self._changes[pid, _WORDS[stay.stage]]
        changes[stay.begin] += 1
        changes[stay.end] -= 1

    def threads(self) -> Iterator[Event]:
        """Of each worker as many tracks as threads were taken at once; who comes takes the lowest that is free."""
        for worker, uses in sorted(self._in_threads.items()):
            pid = self._worker(worker)
            for number, stays in numbered(sorted(uses, key=lambda each: (each[0].begin, each[0].request))):
                tid = _FIRST_THREAD + number
                if (pid, tid) not in self._tracks:
                    self._tracks[pid, tid] = f"thread {number}"
                    yield named("thread_name", pid, tid, f"thread {number}")
                for stay in stays:
                    yield self._slice(pid, tid, f"thread {number}", stay)

    def counters(self) -> Iterator[Event]:
        """The lengths of all queues."""
        for (pid, name), changes in sorted(self._changes.items()):
            yield from counter(pid, name, "requests", changes)

    def names(self) -> Iterator[Event]:
        """Of processes, and of the tracks that are known by now."""
        for pid, name in sorted(self._processes.items()):
            yield from process(pid, name)
        for (pid, tid), name in sorted(self._tracks.items()):
            yield named("thread_name", pid, tid, name)


def _lane(stays: list[_Stay], path: str, about: dict[str, Any]) -> Iterator[Event]:
    """The request as a slice with its stages in it; what is done after its end stands beside it."""
    first = stays[0]
    ended = next((stay for stay in stays if stay.stage in ENDED), None)
    end = ended.begin if ended is not None else stays[-1].end
    outcome = ended.stage.name.lower() if ended is not None else "unfinished"
    yield _async("b", first.request, path, first.begin) | {"args": {**about, "outcome": outcome}}
    for stay in stays:
        if stay.end <= end and stay.stage not in ENDED:
            yield _async("b", first.request, _WORDS[stay.stage], stay.begin) | {"args": {"place": stay.place}}
            yield _async("e", first.request, _WORDS[stay.stage], stay.end)
    yield _async("e", first.request, path, end)
    for stay in stays:
        if stay.end > end and stay.stage not in ENDED:
            yield _async("b", first.request, _WORDS[stay.stage], max(stay.begin, end)) | {"args": {"place": stay.place}}
            yield _async("e", first.request, _WORDS[stay.stage], stay.end)


def _async(phase: str, request: int, name: str, instant: int) -> Event:
    at = microseconds(instant)
    return {"name": name, "cat": "request", "ph": phase, "id": hex(request), "ts": at, "pid": _CLIENTS, "tid": 0}
