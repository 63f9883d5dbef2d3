"""`[[routes]]`: paths, their kind of handler and its steps."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from simulator.scenario.frozen import PATH_PATTERN, D, Frozen, Name, Probability, Text


class HandlerKind(StrEnum):
    """`async def` that awaits; `def`; `async def` that never awaits."""

    ASYNC = "async"
    THREADPOOL = "threadpool"
    BLOCKING = "blocking"


class Step(Frozen):
    """One of `cpu`, `io` (perhaps at a `service`) and `enqueue`."""

    label: Text = ""
    cpu: D | None = None
    io: D | None = None
    service: Name | None = None
    enqueue: Name | None = None
    count: Annotated[int, Field(strict=True, ge=1, le=1_000_000)] = 1


class Route(Frozen):
    """One path operation."""

    path: Annotated[str, Field(strict=True, min_length=1, max_length=200, pattern=PATH_PATTERN)]
    handler: HandlerKind
    steps: tuple[Step, ...] = ()
    thread_calls: Annotated[int, Field(strict=True, ge=0, le=1000)] = 0
    background: tuple[Step, ...] = ()
    background_handler: HandlerKind = HandlerKind.THREADPOOL
    failure_rate: Probability = 0.0
