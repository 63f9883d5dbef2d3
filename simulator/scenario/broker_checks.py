"""What is contradictory in the broker."""

from collections.abc import Callable, Iterator

from simulator.scenario.broker import AckMode, BrokerKind, BrokerScenario
from simulator.scenario.problems import Location
from simulator.scenario.scenario import Scenario

Finding = tuple[Location, str]


def broker_fits(scenario: Scenario) -> Iterator[Finding]:
    """Keys that the kind does not have, and values that it cannot have."""
    broker = scenario.broker
    if broker is None:
        return
    if broker.kind is not BrokerKind.KAFKA:
        for key in ("partitions", "commit_every"):
            if getattr(broker, key) is not None:
                yield ("broker", key), f"is no key of {broker.kind}, but of kafka"
    contradictions = _CONTRADICTIONS.get(broker.kind)
    for key, message in contradictions(broker) if contradictions else ():
        yield ("broker", key), message
    if broker.capacity and broker.prefetch and broker.capacity < broker.prefetch:
        message = (
            f"must be 0 or at least broker.prefetch ({broker.prefetch}): one slot would reserve more than may wait"
        )
        yield ("broker", "capacity"), f"{message}, got {broker.capacity}"


def _rabbitmq(broker: BrokerScenario) -> Iterator[tuple[str, str]]:
    if broker.ack is AckMode.EARLY and broker.prefetch:
        why = "what rabbitmq acknowledges as it sends it is not held back by a prefetch"
        yield "prefetch", f"must be 0 where broker.ack = early: {why}, got {broker.prefetch}"


def _rq(broker: BrokerScenario) -> Iterator[tuple[str, str]]:
    why = "for rq: a worker takes one job at a time, and no other before it has ended"
    for key in ("concurrency", "prefetch"):
        value = getattr(broker, key)
        if value != 1:
            yield key, f"must be 1 {why}, got {value}"
    if broker.ack is AckMode.EARLY:
        yield "ack", "must be late for rq: a job is done when it has ended, and fails where its worker dies, got early"
    if broker.visibility_timeout:
        yield (
            "visibility_timeout",
            f"must be 0 for rq: no job comes back for its age, got {broker.visibility_timeout:g} s",
        )


def _kafka(broker: BrokerScenario) -> Iterator[tuple[str, str]]:
    if broker.concurrency != 1:
        yield "concurrency", f"must be 1 for kafka: a consumer executes its batch in order, got {broker.concurrency}"
    if broker.ack is AckMode.EARLY:
        yield "ack", "must be late for kafka: what was polled is committed by a later poll, got early"


_CONTRADICTIONS: dict[BrokerKind, Callable[[BrokerScenario], Iterator[tuple[str, str]]]] = {
    BrokerKind.RABBITMQ: _rabbitmq,
    BrokerKind.RQ: _rq,
    BrokerKind.KAFKA: _kafka,
}
