"""The pairs that people ask about most: what A and what B have, in a scenario that has what it takes. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from simulator.errors import ScenarioError
from simulator.scenario import Scenario
from ui.compare.variations import Values, varied

_MOST_STEPS = 1_000
"""A request that does a queue's work itself does not take more steps than this."""
Difference = tuple[Values, Values]


@dataclass(frozen=True, slots=True)
class Pair:
    """A name, and the values of A and of B; None where the scenario has nothing of the kind."""

    name: str
    title: object
    """To be translated in the context Pairs; of Qt's markers the types say no more than object."""
    values: Callable[[Scenario], Difference | None]


def _waiting_routes(scenario: Scenario) -> list[str]:
    return [route.path for route in scenario.routes if any(step.io is not None for step in route.steps)]


def _handlers(one: str, two: str) -> Callable[[Scenario], Difference | None]:
    def values(scenario: Scenario) -> Difference | None:
        paths = _waiting_routes(scenario) or [route.path for route in scenario.routes]
        a, b = ({f"routes[{path}].handler": kind for path in paths} for kind in (one, two))
        return a, b

    return values


def _server(key: str, one: Any, two: Any) -> Callable[[Scenario], Difference | None]:  # noqa: ANN401  # a TOML value
    return lambda _: ({f"server.{key}": one}, {f"server.{key}": two})


def _pools(scenario: Scenario) -> Difference | None:
    used = [step.service for route in scenario.routes for step in route.steps if step.service]
    if not used:
        return None
    a, b = ({f"services[{used[0]}].pool_size": size, f"services[{used[0]}].max_overflow": 0} for size in (15, 30))
    return a, b


def _broker(scenario: Scenario) -> Difference | None:
    """Without: the request does the work of its messages itself, one after another."""
    if scenario.broker is None:
        return None
    plain = scenario.plain()
    tasks = {task["name"]: task.get("steps", []) for task in plain["tasks"]}
    without: dict[str, Any] = {}
    for route in plain["routes"]:
        if not any("enqueue" in step for step in route["steps"]):
            continue
        steps: list[Any] = []
        for step in route["steps"]:
            steps += [step] if "enqueue" not in step else tasks[step["enqueue"]] * int(step.get("count", 1))
        if len(steps) > _MOST_STEPS:
            return None
        without[f"routes[{route['path']}].steps"] = steps
    return (without, {}) if without else None


PAIRS = (
    Pair("blocking", QT_TRANSLATE_NOOP("Pairs", "time.sleep or def"), _handlers("blocking", "threadpool")),
    Pair("async", QT_TRANSLATE_NOOP("Pairs", "def or async def"), _handlers("threadpool", "async")),
    Pair("workers", QT_TRANSLATE_NOOP("Pairs", "2 or 4 workers"), _server("workers", 2, 4)),
    Pair("loop", QT_TRANSLATE_NOOP("Pairs", "asyncio or uvloop"), _server("loop", "asyncio", "uvloop")),
    Pair("pool", QT_TRANSLATE_NOOP("Pairs", "pool 15 or 30"), _pools),
    Pair("broker", QT_TRANSLATE_NOOP("Pairs", "with or without queue"), _broker),
)
BY_NAME = {pair.name: pair for pair in PAIRS}
assert len(BY_NAME) == len(PAIRS), "a name is one pair's"


def fits(pair: Pair, scenario: Scenario) -> Difference | None:
    """The values of A and of B, where both are scenarios that can run."""
    difference = pair.values(scenario)
    if difference is None:
        return None
    try:
        for values in difference:
            varied(scenario, values)
    except ScenarioError:
        return None
    return difference
