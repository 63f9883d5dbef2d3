"""`[broker]` and `[[tasks]]`: a message queue with workers of its own."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, model_validator

from simulator.scenario.clients import NOTHING
from simulator.scenario.frozen import Count, D, Frozen, Name, Probability, Time
from simulator.scenario.routes import Step


class BrokerKind(StrEnum):
    """Which broker's habits are the defaults, and what it does where messages come back."""

    RABBITMQ = "rabbitmq"
    """One queue that gives in turns, without limit unless there is a prefetch; a dead consumer's debts come back.

    rabbitmq.com/docs: consumer-prefetch (0 = no limit), confirms (manual acknowledgement; a nack requeues; automatic
    acknowledgement counts as it is sent), consumers (an acknowledgement may take 30 minutes, then the channel is
    closed). A classic queue counts no deliveries.
    """
    CELERY = "celery"
    """On Redis; where `visibility_timeout` is 0, on RabbitMQ.

    docs.celeryq.dev: userguide/configuration (worker_prefetch_multiplier 4, task_acks_late off,
    task_acks_on_failure_or_timeout on), userguide/optimizing (prefetch limits), glossary (early and late
    acknowledgement), getting-started/backends-and-brokers/redis (visibility_timeout 1 h). worker_concurrency is the
    number of cores there, which a scenario cannot be: 4.
    """
    REDIS = "redis"
    """Streams with a consumer group: what is not acknowledged stays pending until somebody claims it.

    redis.io/docs/latest/develop/data-types/streams (XREADGROUP ... COUNT 1; XAUTOCLAIM mystream mygroup Alice 3600000),
    /commands/xreadgroup (NOACK), /commands/xack.
    """
    RQ = "rq"
    """One job at a time, in a fork of its worker; that of a worker that died fails, unless it has a Retry.

    python-rq.org/docs/workers, /docs/exceptions (FailedJobRegistry). How old a job is makes no difference.
    """
    KAFKA = "kafka"
    """A log in partitions, each with one consumer, who begins behind the last commit.

    kafka.apache.org/documentation, consumer configs: max.poll.records 500, max.poll.interval.ms 5 min,
    auto.commit.interval.ms 5 s, session.timeout.ms 45 s; the offset moves on whatever an execution did.
    """


class AckMode(StrEnum):
    """When a message counts as done: as its execution begins, or as it ends."""

    EARLY = "early"
    LATE = "late"


class FailureMode(StrEnum):
    """What a failed execution does."""

    REDELIVER = "redeliver"
    FAIL = "fail"


NEVER_AGAIN = 0.0
"""As `visibility_timeout`: nothing is delivered again for its age."""

PRESETS: dict[BrokerKind, dict[str, Any]] = {
    BrokerKind.RABBITMQ: {
        "concurrency": 1, "prefetch": 0, "ack": AckMode.LATE, "visibility_timeout": 1800.0, "max_deliveries": 0,
        "on_failure": FailureMode.REDELIVER,
    },
    BrokerKind.CELERY: {
        "concurrency": 4, "prefetch": 4, "ack": AckMode.EARLY, "visibility_timeout": 3600.0, "max_deliveries": 0,
        "on_failure": FailureMode.FAIL,
    },
    BrokerKind.REDIS: {
        "concurrency": 1, "prefetch": 1, "ack": AckMode.LATE, "visibility_timeout": 3600.0, "max_deliveries": 0,
        "on_failure": FailureMode.REDELIVER,
    },
    BrokerKind.RQ: {
        "concurrency": 1, "prefetch": 1, "ack": AckMode.LATE, "visibility_timeout": NEVER_AGAIN, "max_deliveries": 0,
        "on_failure": FailureMode.FAIL,
    },
    BrokerKind.KAFKA: {
        "concurrency": 1, "prefetch": 500, "ack": AckMode.LATE, "visibility_timeout": 300.0, "max_deliveries": 0,
        "on_failure": FailureMode.FAIL, "partitions": 1, "commit_every": 5.0,
    },
}  # fmt: skip
assert set(PRESETS) == set(BrokerKind)


class BrokerScenario(Frozen):
    """Keys that the file leaves out take the kind's own habit; partitions and commit_every are kafka's."""

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

    @model_validator(mode="before")
    @classmethod
    def _with_preset(cls, values: Any) -> Any:  # noqa: ANN401  # whatever TOML had there
        kind = values.get("kind") if isinstance(values, Mapping) else None
        if not isinstance(kind, str) or kind not in list(BrokerKind):
            return values
        return {**PRESETS[BrokerKind(kind)], **values}


class TaskScenario(Frozen):
    """What a message's execution does."""

    name: Name
    steps: tuple[Step, ...] = ()
    failure_rate: Probability = 0.0
