"""Messages beside a real server: what of a broker its stand-in cannot show, and what became of each message."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.record import MESSAGE_ROW, NEVER, MessageOutcome
from simulator.scenario import BrokerKind, BrokerScenario, FailureMode, FaultKind, Scenario, Step
from simulator.units import to_ns

MOST_SLOTS = 256
MESSAGE_TIMES = ("task wait", "task wait p95", "task run")
MESSAGE_RATES = ("tasks",)
MESSAGE_OUTCOMES = tuple(f"task {outcome.name.lower()}" for outcome in MessageOutcome)
Finding = tuple[str, str]


def what_no_stand_in_shows(scenario: Scenario) -> Iterator[Finding]:
    """A key for every part of a broker that has no counterpart here, and why."""
    broker = scenario.broker
    if broker is None:
        return
    if broker.kind is BrokerKind.KAFKA:
        yield "broker.kind", "the stand-in for the broker has one queue, and no partitions"
    if broker.capacity:
        yield "broker.capacity", "the stand-in for the broker has room for all messages"
    if 0 < (broker.visibility_timeout or 0.0) < scenario.run.duration + scenario.run.drain:
        yield "broker.visibility_timeout", "the stand-in for the broker delivers nothing again for its age"
    if broker.consumers * (broker.concurrency or 1) > MOST_SLOTS:
        yield "broker.consumers", f"the stand-in for the broker has at most {MOST_SLOTS} slots in all its consumers"
    if broker.kind is BrokerKind.REDIS and broker.on_failure is FailureMode.REDELIVER and _fails(scenario):
        yield "broker.on_failure", "the stand-in for the broker delivers again at once"
    for task in scenario.tasks:
        yield from ((f"tasks[{task.name}]", why) for why in _steps(scenario, broker, task.steps))


def _fails(scenario: Scenario) -> bool:
    return any(task.failure_rate for task in scenario.tasks)


def _steps(scenario: Scenario, broker: BrokerScenario, steps: Sequence[Step]) -> Iterator[str]:
    if any(step.cpu is not None for step in steps) and broker.consumers * (broker.concurrency or 1) > 1:
        yield "consumers that compute share one processor here; try one"
    shared = {service.name for service in scenario.services if service.pool_size or service.concurrency}
    slowed = {fault.target for fault in scenario.faults if fault.kind is FaultKind.SLOW}
    if any(step.service in shared | slowed for step in steps if step.service):
        yield "the stand-in's consumers use no service that is limited, or gets slow"


_TASK, _OUTCOME, _CONSUMER, _DELIVERIES, _EXECUTIONS, _PUBLISHED, _DELIVERED, _BEGUN, _ENDED = range(9)


def message_rows(told: Sequence[Sequence[int]], origin: int, end: int) -> NDArray[np.void]:
    """What the stand-in told, dtype MESSAGE_ROW, instants since `origin`; what came after `end` has not come."""
    table = np.array(told, dtype=np.int64).reshape(-1, 9)
    table = table[table[:, _PUBLISHED] <= end]
    published, delivered, begun, ended = (table[:, column] for column in (_PUBLISHED, _DELIVERED, _BEGUN, _ENDED))
    is_begun = (begun >= 0) & (begun <= end)
    is_over = (table[:, _OUTCOME] != MessageOutcome.UNFINISHED) & (ended <= end)
    last = np.where(is_over, ended, end)
    rows = np.zeros(len(table), dtype=MESSAGE_ROW)
    for name, column in (("task", _TASK), ("consumer", _CONSUMER)):
        rows[name] = table[:, column]
    rows["deliveries"], rows["executions"] = table[:, _DELIVERIES], table[:, _EXECUTIONS]
    rows["outcome"] = np.where(is_over, table[:, _OUTCOME], MessageOutcome.UNFINISHED)
    rows["published"] = published - origin
    rows["first_delivered"] = np.where((delivered >= 0) & (delivered <= end), delivered - origin, NEVER)
    rows["finished"] = np.where(is_over, ended - origin, NEVER)
    rows["run"] = np.where(is_begun, last - begun, 0)
    rows["wait"] = last - published - rows["run"]
    return rows


def message_figures(scenario: Scenario, rows: NDArray[np.void]) -> dict[str, float]:
    """Executions that ended well per second, how long messages waited and ran, and what became of them."""
    begin, end = to_ns(scenario.run.warm_up), to_ns(scenario.run.duration)
    published = rows[(rows["published"] >= begin) & (rows["published"] <= end)]
    done = rows[rows["outcome"] == MessageOutcome.COMPLETED]
    inside = done[(done["finished"] >= begin) & (done["finished"] <= end)]
    figures = {"tasks": len(inside) / ((end - begin) / 1e9)}
    done = published[published["outcome"] == MessageOutcome.COMPLETED]
    if len(done):
        waits = done["wait"] / 1e9
        values = (float(waits.mean()), float(np.percentile(waits, 95)), float(done["run"].mean()) / 1e9)
        figures |= dict(zip(MESSAGE_TIMES, values, strict=True))
    for outcome, name in zip(MessageOutcome, MESSAGE_OUTCOMES, strict=True):
        share = np.count_nonzero(published["outcome"] == outcome) / len(published) if len(published) else 0.0
        figures[name] = float(share)
    return figures
