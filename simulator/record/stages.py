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
