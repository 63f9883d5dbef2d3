"""Short scenarios with a broker: parts of TOML beside those of `stories`."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.record import MessageOutcome
from tests.model.stories import burst, finished, told

Rows = NDArray[np.void]


def broker(kind: str, more: str = "") -> str:
    """The broker's table."""
    return f'[broker]\nkind = "{kind}"\n{more}\n'


def task(*steps: str, name: str = "work", more: str = "") -> str:
    """A task; a step is written "io 50ms" or "cpu exponential(2ms)"."""
    written = ", ".join(f'{{ {kind} = "{time}" }}' for kind, _, time in (step.partition(" ") for step in steps))
    return f'[[tasks]]\nname = "{name}"\nsteps = [{written}]\n{more}\n'


def publishing(count: int = 1, *, name: str = "work", path: str = "/a", more: str = "") -> str:
    """A route that enqueues so many messages of a task."""
    step = f'{{ enqueue = "{name}", count = {count} }}'
    return f'[[routes]]\npath = "{path}"\nhandler = "async"\nsteps = [{step}]\n{more}\n'


def crash(at: str, consumer: int = 1) -> str:
    """A consumer dies."""
    return f'[[faults]]\nat = "{at}"\nkind = "crash"\ntarget = "consumer:{consumer}"\n'


def worked(*parts: str, count: int = 1, at: str = "0s", duration: str = "10s", **options: Any) -> System:
    """The system after a run in which one request publishes so many messages of `work`."""
    return finished(told(burst(at), publishing(count), *parts, duration=duration), **options)


def rows(system: System) -> Rows:
    """Of the messages, in order of publishing."""
    return system.record.messages.array()


def outcomes(system: System) -> dict[str, int]:
    """How many messages came to which end; those that none came to are left out."""
    found = rows(system)["outcome"]
    return {end.name.lower(): int((found == end).sum()) for end in MessageOutcome if (found == end).any()}
