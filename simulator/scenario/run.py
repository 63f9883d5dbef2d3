"""`[run]`: how long, how often, with which seed."""

from typing import Annotated

from pydantic import Field

from simulator.scenario.frozen import Frozen, Time

LARGEST_SEED = 2**63 - 1


class RunScenario(Frozen):
    """Times in seconds."""

    duration: Annotated[Time, Field(gt=0)]
    """Clients send in [0, duration)."""
    drain: Time = 0.0
    """Then nothing new is sent for up to this long, while answers still come."""
    warm_up: Time = 0.0
    """Left out of every statistic."""
    seed: Annotated[int, Field(strict=True, ge=0, le=LARGEST_SEED)] | None = None
    replications: Annotated[int, Field(strict=True, ge=1, le=10_000)] = 1
    sample_every: Annotated[Time, Field(ge=0.001)] = 1.0
