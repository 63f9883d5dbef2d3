"""What brokers do beside their keys: a row of habits for each kind."""

from dataclasses import dataclass

from simulator.scenario import BrokerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a kind differs where messages come back, or count as done."""

    acks_on_delivery: bool = False
    """Early acknowledgement is the broker's own, as it gives the message out; else the consumer's, as it begins."""
    limits_what_is_acked: bool = False
    """`prefetch` is how many a consumer takes at a time, acknowledged or not."""
    returns_at_once: bool = False
    """What a dead consumer owed is back as its connection ends; else after `visibility_timeout`."""
    returns_without_timeout: bool = False
    """The same, but only where there is no `visibility_timeout`."""
    fails_what_is_lost: bool = False
    """An execution whose consumer died is one that failed."""
    gives_back: bool = True
    """A consumer that is told to go gives back what it has not begun with; else it finishes it."""
    times_out_whole: bool = False
    """One message that is not acknowledged in time brings back all that its consumer owes."""
    acks_any_copy: bool = False
    """Whoever acknowledges a message does so for all its copies; a message that failed is left unacknowledged."""


HABITS: dict[BrokerKind, Habits] = {
    # rabbitmq.com/docs/confirms: automatic acknowledgement counts as it is sent; unacknowledged deliveries are
    # requeued when their channel or connection closes, which a delivery timeout does too (docs/consumers).
    BrokerKind.RABBITMQ: Habits(acks_on_delivery=True, returns_at_once=True, times_out_whole=True),
    # docs.celeryq.dev, glossary: a delivery fails "in AMQP ... when the connection/channel is closed (or lost), but in
    # Redis/SQS the transaction times out after ... the visibility_timeout"; early is "just-in-time before" executing.
    BrokerKind.CELERY: Habits(returns_without_timeout=True),
    # redis.io/docs/latest/commands/xreadgroup, xautoclaim, xack: pending entries stay with their consumer until
    # somebody claims them, idle for so long; NOACK is "equivalent to acknowledging the message when it is read".
    BrokerKind.REDIS: Habits(acks_on_delivery=True, limits_what_is_acked=True, gives_back=False, acks_any_copy=True),
    # python-rq.org/docs/workers, /docs/exceptions: one job at a time; that of a dead worker goes to FailedJobRegistry.
    BrokerKind.RQ: Habits(fails_what_is_lost=True),
    # Read in broker_log: a log forgets nothing that is not committed.
    BrokerKind.KAFKA: Habits(),
}
assert set(HABITS) == set(BrokerKind)
