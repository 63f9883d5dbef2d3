"""What is contradictory in steps."""

from collections.abc import Iterable, Iterator

from simulator.scenario.problems import Location
from simulator.scenario.routes import Step
from simulator.scenario.scenario import Scenario
from simulator.words import nearest, shown

Finding = tuple[Location, str]
_KINDS = ("cpu", "io", "enqueue")


def steps_fit(scenario: Scenario) -> Iterator[Finding]:
    """Every step is of one kind, and what it names is there."""
    for location, step in all_steps(scenario):
        kinds = [name for name in _KINDS if getattr(step, name) is not None]
        if len(kinds) != 1:
            yield location, f"must have one of cpu, io and enqueue, got {' and '.join(kinds) or 'none'}"
        yield from _service(location, step, scenario)
        yield from _enqueue(location, step, scenario)


def _service(location: Location, step: Step, scenario: Scenario) -> Iterator[Finding]:
    if step.service is None:
        return
    services = [service.name for service in scenario.services]
    if step.io is None:
        yield (*location, "service"), "goes with io only"
    if step.service not in services:
        hint = nearest(step.service, services)
        yield (*location, "service"), f"{shown(step.service)} is not defined in [[services]]{hint}"


def _enqueue(location: Location, step: Step, scenario: Scenario) -> Iterator[Finding]:
    at = (*location, "enqueue")
    tasks = [task.name for task in scenario.tasks]
    if step.enqueue is None:
        if "count" in step.model_fields_set:
            yield (*location, "count"), "goes with enqueue only"
    elif location[0] == "tasks":
        yield at, "a task cannot enqueue"
    elif step.enqueue not in tasks:
        yield at, f"{shown(step.enqueue)} is not defined in [[tasks]]{nearest(step.enqueue, tasks)}"
    elif scenario.broker is None:
        yield at, "needs a [broker]"


def all_steps(scenario: Scenario) -> Iterator[tuple[Location, Step]]:
    """Every step of routes and tasks with its location."""
    tables: Iterable[tuple[str, int, str, tuple[Step, ...]]] = (
        *(("routes", i, "steps", route.steps) for i, route in enumerate(scenario.routes)),
        *(("routes", i, "background", route.background) for i, route in enumerate(scenario.routes)),
        *(("tasks", i, "steps", task.steps) for i, task in enumerate(scenario.tasks)),
    )
    for table, index, key, steps in tables:
        for number, step in enumerate(steps):
            yield (table, index, key, number), step
