"""`[[clients]]`: groups of clients and how they send."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from simulator.distributions import Distribution, DistributionKind
from simulator.scenario.frozen import Count, D, Flag, Frozen, Line, Name, Rate, Time, Weight


class ClientIcon(StrEnum):
    """How a group is drawn."""

    BROWSER = "browser"
    PHONE = "phone"
    SERVICE = "service"


class ArrivalKind(StrEnum):
    """When a group sends."""

    POISSON = "poisson"
    CONSTANT = "constant"
    MMPP = "mmpp"
    SCHEDULE = "schedule"
    CLOSED = "closed"
    BURST = "burst"
    REPLAY = "replay"


class ProfileShape(StrEnum):
    """How a schedule goes from one point of its profile to the next."""

    LINEAR = "linear"
    STEP = "step"


MOST_RETRIES = 254
"""A row counts up to 255 attempts."""
NOTHING = Distribution(DistributionKind.CONSTANT, 0.0)

ProfilePoint = tuple[Time, Annotated[float, Field(strict=True, ge=0, le=1e6, allow_inf_nan=False)]]


class ClientScenario(Frozen):
    """One group; which keys it has depends on `arrivals` (see KIND_KEYS)."""

    name: Name
    icon: ClientIcon = ClientIcon.BROWSER
    arrivals: ArrivalKind
    rate: Rate | None = None
    """Requests per second; mmpp: while it is calm."""
    burst_rate: Rate | None = None
    burst_for: D | None = None
    calm_for: D | None = None
    profile: Annotated[tuple[ProfilePoint, ...], Field(min_length=1)] | None = None
    """Time and rate per second, non-homogeneous Poisson."""
    shape: ProfileShape = ProfileShape.LINEAR
    users: Annotated[int, Field(strict=True, ge=1, le=1_000_000)] | None = None
    think_time: D = NOTHING
    ramp: Time = 0.0
    at: Time | None = None
    file: Line | None = None
    start: Time = 0.0
    stop: Time | None = None
    """None: the run's duration."""
    routes: dict[str, Weight] | None = None
    """Weights by path; None: the only route there is, or the replay file's."""
    keep_alive: Flag = True
    max_connections: Count = 0
    network: D = NOTHING
    """One way."""
    timeout: Annotated[Time, Field(gt=0)] | None = None
    deadline: Annotated[Time, Field(gt=0)] | None = None
    retries: Annotated[int, Field(strict=True, ge=0, le=MOST_RETRIES)] = 0
    retry_backoff: Time = 0.1
    retry_factor: Annotated[float, Field(strict=True, ge=1, le=1000, allow_inf_nan=False)] = 2.0
    retry_jitter: Flag = True


REQUIRED_KEYS: dict[ArrivalKind, tuple[str, ...]] = {
    ArrivalKind.POISSON: ("rate",),
    ArrivalKind.CONSTANT: ("rate",),
    ArrivalKind.MMPP: ("rate", "burst_rate", "burst_for", "calm_for"),
    ArrivalKind.SCHEDULE: ("profile",),
    ArrivalKind.CLOSED: ("users",),
    ArrivalKind.BURST: ("users", "at"),
    ArrivalKind.REPLAY: ("file",),
}
OPTIONAL_KEYS: dict[ArrivalKind, tuple[str, ...]] = {
    ArrivalKind.SCHEDULE: ("shape",),
    ArrivalKind.CLOSED: ("think_time", "ramp"),
}
assert set(REQUIRED_KEYS) == set(ArrivalKind)

KIND_KEYS = frozenset(key for table in (REQUIRED_KEYS, OPTIONAL_KEYS) for keys in table.values() for key in keys)
"""Keys that belong to some kinds of arrivals only."""


def keys_of(kind: ArrivalKind) -> tuple[str, ...]:
    """The kind's own keys, required and optional."""
    return (*REQUIRED_KEYS[kind], *OPTIONAL_KEYS.get(kind, ()))
