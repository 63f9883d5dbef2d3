"""A message's life, read from the transitions: delivery by delivery."""

from dataclasses import dataclass

import numpy as np

from simulator.record.message_transitions import MessageTransitions
from simulator.record.stages import MESSAGE_ENDED, STAGE_MASK, MessageStage


@dataclass(frozen=True, slots=True)
class MessageSpan:
    """A stretch of time in one stage at one place; what takes no time is left out, but for ends."""

    stage: MessageStage
    place: str
    begin_ns: int
    end_ns: int

    @property
    def length_ns(self) -> int:
        """How long it lasted."""
        return self.end_ns - self.begin_ns


@dataclass(frozen=True, slots=True)
class Delivery:
    """From waiting for it to its end; deliveries of one message may overlap."""

    number: int
    """From 1."""
    spans: tuple[MessageSpan, ...]
    ending: MessageStage | None
    """How it ended; None where the message was given back, or goes on."""
    end_ns: int


def deliveries_of(transitions: MessageTransitions, message_id: int, end_ns: int) -> tuple[Delivery, ...]:
    """The life of a message up to `end_ns`."""
    owner, number, _ = transitions.row_owners(0, transitions.count)
    (own,) = np.nonzero(owner == message_id)
    rows = [transitions.rows(int(row), int(row) + 1)[0] for row in own]
    steps: dict[int, list[tuple[int, MessageStage, str]]] = {}
    for row, delivery in zip(rows, number[own].tolist(), strict=True):
        step = (int(row["time"]), MessageStage(int(row["stage"]) & STAGE_MASK), transitions.places[int(row["place"])])
        steps.setdefault(delivery, []).append(step)
    begins = {delivery: moves[0][0] for delivery, moves in steps.items()}
    return tuple(
        _delivery(delivery, moves, begins.get(delivery + 1, end_ns)) for delivery, moves in sorted(steps.items())
    )


def _delivery(number: int, moves: list[tuple[int, MessageStage, str]], until_ns: int) -> Delivery:
    last_ns, last, _ = moves[-1]
    ending = last if last in MESSAGE_ENDED else None
    end_ns = last_ns if ending is not None else until_ns
    times = [time for time, *_ in moves[1:]] + [end_ns]
    spans = [
        MessageSpan(stage, place, begin, end)
        for (begin, stage, place), end in zip(moves, times, strict=True)
        if end > begin and stage not in MESSAGE_ENDED
    ]
    return Delivery(number, tuple(spans), ending, end_ns)
