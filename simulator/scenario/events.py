"""`[[changes]]` and `[[faults]]`: what happens to the system while it runs."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from simulator.scenario.frozen import Frozen, Line, Name, Time


def _whole_microseconds(seconds: float) -> float:
    return round(seconds * 1e6) / 1e6


def _plain(value: Any) -> Any:  # noqa: ANN401  # any TOML value
    if value is None:
        raise ValueError("must be a value")
    return value


class Change(Frozen):
    """At `at`, before any event of that instant, the key `set` takes the value `to`, as the file would have it."""

    at: Annotated[Time, AfterValidator(_whole_microseconds)]
    set: Line
    to: Annotated[Any, BeforeValidator(_plain)]


class FaultKind(StrEnum):
    """What goes wrong."""

    SLOW = "slow"
    DOWN = "down"
    HANG = "hang"
    CRASH = "crash"
    RESTART = "restart"


class Fault(Frozen):
    """Something goes wrong at `at`; the file's key `for` is `lasting` here."""

    at: Time
    lasting: Annotated[Time, Field(gt=0)] | None = Field(default=None, alias="for")
    kind: FaultKind
    target: Name
    factor: Annotated[float, Field(strict=True, gt=0, le=1e6, allow_inf_nan=False)] | None = None
