"""Messages in a trace for the Perfetto viewer: the broker's queue as counters, a track for each slot of a consumer."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

import numpy as np

from simulator.output.perfetto_events import Event, complete, counter, named, numbered, process
from simulator.record import STAGE_MASK, MessageStage, Record
from simulator.record.stages import MESSAGE_ENDED

_BROKER, _FIRST_CONSUMER = 3, 50_000
_WORKING = {
    MessageStage.ON_CPU: "computing",
    MessageStage.POOL_QUEUE: "pool queue",
    MessageStage.SERVICE_QUEUE: "service queue",
    MessageStage.IN_IO: "in I/O",
}
_COUNTED = {MessageStage.BROKER_QUEUE: "waiting", MessageStage.HIDDEN: "hidden", MessageStage.RESERVED: "reserved"}
assert set(_WORKING) | set(_COUNTED) | MESSAGE_ENDED == set(MessageStage)


@dataclass(frozen=True, slots=True)
class _Stay:
    """A copy of a message in one stage; without length it still says which consumer has it."""

    copy: int
    message: int
    delivery: int
    task: int
    begin: int
    end: int
    stage: MessageStage
    consumer: int
    """0: none, it is at the broker or at a service."""


@dataclass(frozen=True, slots=True)
class _Seen:
    queues: dict[tuple[int, str], dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    """By process and queue: how much longer it is from an instant on."""
    executions: dict[int, list[list[_Stay]]] = field(default_factory=lambda: defaultdict(list))
    """By consumer: the stays from taking a slot to leaving it."""

    def life(self, stays: list[_Stay]) -> None:
        """A copy's."""
        for stay in stays:
            if stay.stage in _COUNTED and stay.end > stay.begin:
                pid = _FIRST_CONSUMER + stay.consumer if stay.consumer else _BROKER
                changes = self.queues[pid, _COUNTED[stay.stage]]
                changes[stay.begin] += 1
                changes[stay.end] -= 1
        for is_working, run in groupby(stays, key=lambda stay: stay.stage in _WORKING):
            whole = [stay for stay in run if stay.end > stay.begin] if is_working else []
            if whole:
                self.executions[whole[0].consumer].append(whole)


def events(record: Record) -> Iterator[Event]:
    """All events of a closed, traced record; none where there is no broker."""
    if record.scenario.broker is None:
        return
    seen = _Seen()
    for _, life in groupby(_stays(record), key=lambda stay: stay.copy):
        seen.life(_with_consumers(life))
    yield from process(_BROKER, "broker")
    for consumer in sorted({*seen.executions, *(pid - _FIRST_CONSUMER for pid, _ in seen.queues if pid != _BROKER)}):
        yield from process(_FIRST_CONSUMER + consumer, f"consumer {consumer}")
    for consumer, uses in sorted(seen.executions.items()):
        yield from _slots(record, consumer, uses)
    for (pid, name), changes in sorted(seen.queues.items()):
        yield from counter(pid, name, "messages", changes)


def _stays(record: Record) -> Iterator[_Stay]:
    """One copy after the other."""
    transitions = record.message_transitions
    assert transitions is not None, "a broker's run that is traced has them"
    rows = transitions.rows()
    messages, deliveries, _ = transitions.row_owners(0, transitions.count)
    order = np.argsort(rows["request"], kind="stable")
    rows, messages, deliveries = rows[order], messages[order], deliveries[order]
    is_last = np.append(rows["request"][1:] != rows["request"][:-1], True)[: len(rows)]
    ends = np.where(is_last, record.end_ns, np.append(rows["time"][1:], record.end_ns)[: len(rows)])
    tasks = record.messages.array()["task"]
    consumers = [_consumer(place) for place in transitions.places]
    for row, end, message, delivery in zip(
        rows.tolist(), ends.tolist(), messages.tolist(), deliveries.tolist(), strict=True
    ):
        begin, _, copy, place, stored = row
        stage = MessageStage(stored & STAGE_MASK)
        until = begin if stage in MESSAGE_ENDED else end
        yield _Stay(copy, message, delivery, int(tasks[message - 1]), begin, until, stage, consumers[place])


def _consumer(place: str) -> int:
    """1 of `consumer:1/pool:database`."""
    kind, _, number = place.partition("/")[0].partition(":")
    return int(number) if kind == "consumer" else 0


def _with_consumers(life: Iterator[_Stay]) -> list[_Stay]:
    """Who waits for a service is still with the consumer that it came from."""
    stays: list[_Stay] = []
    holder = 0
    for stay in life:
        holder = stay.consumer or (holder if stay.stage in _WORKING else 0)
        stays.append(replace(stay, consumer=holder))
    return stays


def _slots(record: Record, consumer: int, uses: list[list[_Stay]]) -> Iterator[Event]:
    """As many tracks as messages were worked on at once; in each execution lie its stages."""
    pid, known = _FIRST_CONSUMER + consumer, 0
    for number, stays in numbered(sorted(uses, key=lambda each: (each[0].begin, each[0].copy))):
        if number > known:
            known = number
            yield named("thread_name", pid, number, f"slot {number}")
        first, last = stays[0], stays[-1]
        about = {"message": first.message, "delivery": first.delivery}
        whole = replace(first, end=last.end)
        yield complete(pid, number, record.scenario.tasks[first.task].name, whole, about)
        for stay in stays:
            yield complete(pid, number, _WORKING[stay.stage], stay, about)
