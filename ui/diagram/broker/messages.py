"""Where the messages of an instant are: at the broker, or in a consumer's hands. Pure."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.record.message_transitions import MessageMoment
from simulator.record.stages import MessageStage
from ui.diagram.moves import Moves
from ui.diagram.whereabouts import NOWHERE, Indices, drawn_index, ranks

Places = NDArray[np.uint16]
"""Indices into the names of places."""
BROKER = 0
"""The owner of what no consumer has."""


class ConsumerFigures(NamedTuple):
    """A consumer as it is now."""

    number: int
    is_leaving: bool = False
    is_gone: bool = False
    """It crashed, and another one has not taken its place yet."""


class Messages(NamedTuple):
    """The messages of one picture."""

    moment: MessageMoment
    moves: Moves | None = None
    consumers: tuple[ConsumerFigures, ...] = ()
    """Those there are, in order of number."""
    lag: int | None = None
    """What a log has that no consumer has committed."""


class Holdings(NamedTuple):
    """Whose each message is, and where in his queue; arrays of one length."""

    owner: Indices
    """Index into the consumers drawn; NOWHERE: the broker's."""
    rank: Indices
    """Behind the others at the broker (hidden ones last), or in the consumer's hands (work first), from 0."""
    waiting: int
    hidden: int
    working: Indices
    """By consumer."""
    reserved: Indices


@lru_cache(maxsize=16)
def _owners(places: tuple[str, ...]) -> Indices:
    """Number of the consumer that a place belongs to; BROKER; NOWHERE for a service, whose callers are elsewhere."""
    numbers = np.full(len(places), NOWHERE, dtype=np.int64)
    for index, place in enumerate(places):
        kind, _, name = place.partition(":")
        if kind == "broker":
            numbers[index] = BROKER
        elif kind == "consumer":
            numbers[index] = int(name.partition("/")[0])
    return numbers


def owner_of(places: tuple[str, ...], place: Places) -> Indices:
    """`_owners` of some places."""
    return _owners(places)[place.astype(np.int64)]


def owners(places: tuple[str, ...], place: Places, came_from: Places) -> Indices:
    """The number of the consumer that has each message; BROKER."""
    owner = owner_of(places, place)
    return np.where(owner == NOWHERE, np.maximum(owner_of(places, came_from), BROKER), owner)


def _owners_in(moment: MessageMoment) -> Indices:
    return owners(moment.places, moment.place, moment.from_place)


def present(moment: MessageMoment, known: Sequence[int]) -> tuple[int, ...]:
    """The consumers to be drawn: those who are known, and whoever has a message."""
    holding = np.flatnonzero(np.bincount(_owners_in(moment)))
    return tuple(sorted({*known, *holding.tolist()} - {BROKER}))


def holdings(moment: MessageMoment, consumers: Sequence[int]) -> Holdings:
    """Sort the messages of a moment among the consumers drawn."""
    number = _owners_in(moment)
    owner = np.where(number == BROKER, NOWHERE, drawn_index(number, consumers)) if len(consumers) else number * 0 - 1
    is_reserved = moment.stage == MessageStage.RESERVED.value
    is_late = is_reserved | (moment.stage == MessageStage.HIDDEN.value)
    # Within an owner's hands those come first that are worked on, or that wait; ranks orders by time in each group.
    order = moment.since_ns + np.where(is_late, 1 << 60, 0)
    count = len(consumers)
    held = owner != NOWHERE
    return Holdings(
        owner=owner,
        rank=ranks(owner, order),
        waiting=int(np.count_nonzero(moment.stage == MessageStage.BROKER_QUEUE.value)),
        hidden=int(np.count_nonzero(moment.stage == MessageStage.HIDDEN.value)),
        working=np.bincount(owner[held & ~is_reserved], minlength=count),
        reserved=np.bincount(owner[held & is_reserved], minlength=count),
    )
