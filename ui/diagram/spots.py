"""Where on the diagram a stage of a request's life is drawn: spots, and what each of its colours means.

Arrays are compared with a kind's `value`: numpy takes a plain number for one of the array's own type, and makes of an
enum an array of whole words first, which takes six times as long.
"""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from simulator.record import HOLDS_LOOP, STAGE_MASK, Stage


class Spot(IntEnum):
    """Kinds of places on the diagram at which requests are drawn."""

    OUT = 0
    """On its way to the server, on its client's link."""
    ACCEPT = 1
    """In a slot of the accept queue."""
    READY = 2
    """Beside the loop, which it waits for."""
    HELD = 3
    """The bead on the worker's arc: it holds the loop."""
    THREAD_QUEUE = 4
    THREAD = 5
    """In a thread: a filled cell."""
    LOOP_IO = 6
    """In I/O that no service stands for, its worker's loop free."""
    POOL_QUEUE = 7
    SERVICE = 8
    SERVICE_QUEUE = 9
    """Outside of a service that works on as many as it may."""
    BACK = 10
    """On its way back to its client."""
    PILE = 11
    """Back at its client without success: it falls into the pile."""
    ASIDE = 12
    """Nowhere any more: no connection, or nobody who waits for it."""


class Activity(IntEnum):
    """What a request is doing: its colour, by the token `activity.NAME`."""

    TRAVELLING = 0
    WAITING = 1
    ON_CPU = 2
    IN_IO = 3
    ANSWERED = 4
    REFUSED = 5
    TIMED_OUT = 6
    GHOST = 7

    @property
    def token(self) -> str:
        """Name of its colour."""
        return f"activity.{self.name.lower()}"


_SPOTS = {
    Stage.CONNECTING: Spot.OUT,
    Stage.TRAVELLING: Spot.OUT,
    Stage.ACCEPT_QUEUE: Spot.ACCEPT,
    Stage.LOOP_QUEUE: Spot.READY,
    Stage.ON_CPU: Spot.THREAD,
    Stage.CPU_QUEUE: Spot.THREAD,
    Stage.THREAD_QUEUE: Spot.THREAD_QUEUE,
    Stage.POOL_QUEUE: Spot.POOL_QUEUE,
    Stage.SERVICE_QUEUE: Spot.SERVICE_QUEUE,
    Stage.IN_IO: Spot.LOOP_IO,
    Stage.RETURNING: Spot.BACK,
    Stage.ANSWERED: Spot.BACK,
    Stage.REFUSED: Spot.ASIDE,
    Stage.REJECTED: Spot.PILE,
    Stage.FAILED: Spot.PILE,
    Stage.TIMED_OUT: Spot.ASIDE,
    # Of these the place says where: see `whereabouts.spots`.
    Stage.BACKGROUND: Spot.READY,
    Stage.ORPHANED: Spot.READY,
    Stage.DONE: Spot.ASIDE,
}
assert set(_SPOTS) == set(Stage)

_ACTIVITIES = {
    Stage.CONNECTING: Activity.TRAVELLING,
    Stage.TRAVELLING: Activity.TRAVELLING,
    Stage.ACCEPT_QUEUE: Activity.WAITING,
    Stage.LOOP_QUEUE: Activity.WAITING,
    Stage.ON_CPU: Activity.ON_CPU,
    Stage.CPU_QUEUE: Activity.WAITING,
    Stage.THREAD_QUEUE: Activity.WAITING,
    Stage.POOL_QUEUE: Activity.WAITING,
    Stage.SERVICE_QUEUE: Activity.WAITING,
    Stage.IN_IO: Activity.IN_IO,
    Stage.RETURNING: Activity.ANSWERED,
    Stage.ANSWERED: Activity.ANSWERED,
    Stage.REFUSED: Activity.REFUSED,
    Stage.REJECTED: Activity.REFUSED,
    Stage.FAILED: Activity.REFUSED,
    Stage.TIMED_OUT: Activity.TIMED_OUT,
    Stage.BACKGROUND: Activity.GHOST,
    Stage.ORPHANED: Activity.GHOST,
    Stage.DONE: Activity.GHOST,
}
assert set(_ACTIVITIES) == set(Stage)


def _by_stored_stage(table: dict[Stage, Spot] | dict[Stage, Activity]) -> NDArray[np.int8]:
    """One entry for every stored stage, with and without the HOLDS_LOOP bit."""
    values = np.zeros(256, dtype=np.int8)
    for stage, value in table.items():
        values[stage] = values[stage | HOLDS_LOOP] = value
    return values


SPOT_OF = _by_stored_stage(_SPOTS)
"""`Spot` by stored stage, before the place is looked at."""
SPOT_OF[HOLDS_LOOP:] = Spot.HELD
ACTIVITY_OF = _by_stored_stage(_ACTIVITIES)
"""`Activity` by stored stage."""
assert STAGE_MASK + 1 == HOLDS_LOOP, "the bit is above the stages"

CROSSING = np.full((len(Spot), len(Spot)), Activity.WAITING, dtype=np.int8)
"""`Activity` shown while a request flies from one spot to another, by both; in a thread there is more than one."""
CROSSING[:, Spot.OUT] = CROSSING[Spot.OUT, :] = Activity.TRAVELLING
CROSSING[:, [Spot.SERVICE, Spot.LOOP_IO]] = Activity.IN_IO
CROSSING[:, Spot.BACK] = Activity.ANSWERED
CROSSING[:, Spot.PILE] = Activity.REFUSED
