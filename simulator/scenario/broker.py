"""`[broker]` and `[[tasks]]`: a message queue with workers of its own."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from simulator.scenario.clients import NOTHING
from simulator.scenario.frozen import Count, D, Frozen, Name, Probability, Time
from simulator.scenario.routes import Step


class BrokerKind(StrEnum):
    """Which broker's habits are the defaults."""

    RABBITMQ = "rabbitmq"
    CELERY = "celery"
    REDIS = "redis"
    RQ = "rq"
    KAFKA = "kafka"


class AckMode(StrEnum):
    """When a message counts as done: as its execution begins, or as it ends."""

    EARLY = "early"
    LATE = "late"


class FailureMode(StrEnum):
    """What a failed execution does."""

    REDELIVER = "redeliver"
    FAIL = "fail"


class BrokerScenario(Frozen):
    """Keys that are None take the kind's own habit."""

    kind: BrokerKind
    consumers: Annotated[int, Field(strict=True, ge=1, le=1024)] = 1
    concurrency: Annotated[int, Field(strict=True, ge=1, le=10_000)] | None = None
    prefetch: Count | None = None
    ack: AckMode | None = None
    visibility_timeout: Time | None = None
    max_deliveries: Count | None = None
    on_failure: FailureMode | None = None
    partitions: Annotated[int, Field(strict=True, ge=1, le=10_000)] | None = None
    commit_every: Time | None = None
    capacity: Count = 0
    publish: D = NOTHING


class TaskScenario(Frozen):
    """What a message's execution does."""

    name: Name
    steps: tuple[Step, ...] = ()
    failure_rate: Probability = 0.0
