"""The stages of a request's life, in the order in which they can come."""

from enum import IntEnum


class Stage(IntEnum):
    """Where a request is in its life; the waiting stages are named after their queue."""

    CONNECTING = 0
    TRAVELLING = 1
    ACCEPT_QUEUE = 2
    LOOP_QUEUE = 3
    ON_CPU = 4
    CPU_QUEUE = 5
    THREAD_QUEUE = 6
    POOL_QUEUE = 7
    SERVICE_QUEUE = 8
    IN_IO = 9
    RETURNING = 10
    ANSWERED = 11
    REFUSED = 12
    REJECTED = 13
    FAILED = 14
    TIMED_OUT = 15
    BACKGROUND = 16
    ORPHANED = 17
    DONE = 18


STAGE_MASK = 0x7F
"""The part of a stored stage that is the `Stage`."""

HOLDS_LOOP = 0x80
"""Set on a stored stage while the request holds its worker's event loop: I/O with it is a blocked loop."""

ENDED = frozenset({Stage.ANSWERED, Stage.REFUSED, Stage.REJECTED, Stage.FAILED, Stage.TIMED_OUT, Stage.DONE})
"""Stages from which a request is no longer in flight."""


class MessageStage(IntEnum):
    """Where a message is in its life; those that requests have too have the same numbers and names."""

    ON_CPU = Stage.ON_CPU
    POOL_QUEUE = Stage.POOL_QUEUE
    SERVICE_QUEUE = Stage.SERVICE_QUEUE
    IN_IO = Stage.IN_IO
    FAILED = Stage.FAILED
    DONE = Stage.DONE
    BROKER_QUEUE = 19
    """It waits at the broker, with no consumer."""
    HIDDEN = 20
    """Unacknowledged by a consumer that is gone, or gave up: it is at the broker, and nobody gets it yet."""
    RESERVED = 21
    """A consumer has it, and has not begun with it."""
    DEAD_LETTERED = 22


MESSAGE_ENDED = frozenset({MessageStage.FAILED, MessageStage.DONE, MessageStage.DEAD_LETTERED})
"""Stages from which a copy of a message is no longer anywhere."""
