"""What is known of the message queue and of a consumer at an instant. Pure."""

import numpy as np

from simulator.model import System
from simulator.record.message_transitions import MessageMoment
from simulator.record.stages import MessageStage
from ui.diagram.broker.messages import owners


def is_of_broker(place: str) -> bool:
    """Whether messages are there, not requests."""
    return place == "broker" or place.startswith("consumer:")


def messages_at(system: System, time_ns: int) -> MessageMoment:
    """The messages of an instant."""
    assert system.message_trace is not None, "a session with a broker is traced"
    return system.message_trace.messages_at(time_ns)


def waiting_and_served(moment: MessageMoment, place: str) -> tuple[int, int]:
    """At the queue those that wait, and those that are hidden; at a consumer those reserved, and those it works on."""
    number = int(place.partition(":")[2] or 0)
    is_there = owners(moment.places, moment.place, moment.from_place) == number
    late = MessageStage.RESERVED if number else MessageStage.BROKER_QUEUE
    waits = is_there & (moment.stage == late)
    return int(np.count_nonzero(waits)), int(np.count_nonzero(is_there & ~waits))
