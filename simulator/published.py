"""What a scenario's requests publish, and what that asks of its consumers and of services."""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.scenario.broker import BrokerKind
from simulator.scenario.routes import Route, Step
from simulator.scenario.scenario import Scenario


def as_served(scenario: Scenario) -> Scenario:
    """As the server sees it: who enqueues waits for the broker, and that is all."""
    broker = scenario.broker
    if broker is None:
        return scenario

    def seen(step: Step) -> Step:
        return step if step.enqueue is None else Step(label=step.label, io=broker.publish)

    routes = tuple(
        route.model_copy(
            update={"steps": tuple(map(seen, route.steps)), "background": tuple(map(seen, route.background))}
        )
        for route in scenario.routes
    )
    return scenario.model_copy(update={"routes": routes}).in_directory(scenario.directory)


def messages_by_task(route: Route) -> dict[str, int]:
    """How many messages of each task a request of this route publishes."""
    found: dict[str, int] = {}
    for step in (*route.steps, *route.background):
        if step.enqueue is not None:
            found[step.enqueue] = found.get(step.enqueue, 0) + step.count
    return found


def service_s(scenario: Scenario, route: Route, service: str) -> float:
    """For how long the messages of a request of this route work at a service, all together."""
    return _tasks_s(scenario, route, lambda step: step.service == service)


def _tasks_s(scenario: Scenario, route: Route, counts: Callable[[Step], bool]) -> float:
    seconds = 0.0
    published = messages_by_task(route)
    for task in scenario.tasks:
        times = [time for step in task.steps if counts(step) and (time := step.cpu or step.io) is not None]
        seconds += published.get(task.name, 0) * sum(time.mean_s for time in times)
    return seconds


@dataclass(frozen=True, slots=True)
class ConsumerLoad:
    """What a mean request asks of the consumers."""

    slots: int
    """That can work at once; of kafka no more than there are partitions."""
    held_s: float
    """For how long its messages hold one, executed once each."""


def consumer_load(scenario: Scenario, shares: dict[str, float]) -> ConsumerLoad | None:
    """`shares`: of each route among all requests. None where there is no broker."""
    broker = scenario.broker
    if broker is None:
        return None
    slots = broker.consumers * (broker.concurrency or 1)
    if broker.kind is BrokerKind.KAFKA:
        slots = min(slots, broker.partitions or 1)
    held_s = sum(shares[route.path] * _tasks_s(scenario, route, lambda _: True) for route in scenario.routes)
    return ConsumerLoad(slots, held_s)
