"""`[[services]]`: databases and whatever else the app waits for."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from simulator.scenario.frozen import Count, Frozen, Name, Time


class HoldKind(StrEnum):
    """How long a request keeps a pool connection: for the step, or from the first use to the answer."""

    STEP = "step"
    REQUEST = "request"


class ServiceScenario(Frozen):
    """A service and the app's pool of connections to it, one pool a worker."""

    name: Name
    pool_size: Annotated[int, Field(strict=True, ge=1, le=100_000)] | None = None
    max_overflow: Count = 10
    pool_timeout: Time = 30.0
    hold: HoldKind = HoldKind.STEP
    concurrency: Count = 0
