"""What a parameter sets in one scenario: its targets (routes, groups of clients, the server), their keys and values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, get_args

from annotated_types import Ge, Gt, Le

from simulator.distributions import Distribution, DistributionKind
from simulator.scenario import (
    ArrivalKind,
    BrokerScenario,
    ClientScenario,
    HoldKind,
    Route,
    Scenario,
    ServerScenario,
    ServiceScenario,
    Step,
    TaskScenario,
)
from simulator.scenario.addresses import NONE, OPTIONAL
from simulator.scenario.clients import KIND_KEYS, keys_of
from simulator.scenario.frozen import Frozen
from simulator.scenario.routes import HandlerKind
from simulator.units import LONGEST_S, format_time
from ui.parameters.specs import STEP_KEYS, Parameter, Spec
from ui.parameters.typed import Limits, Unit
from ui.session.crowds import MOST_USERS

Value = float | bool | HandlerKind | HoldKind
"""Numbers in the model's unit; the mean of a distribution."""
MOST_TOGETHER = 12
"""Groups whose rates one slider scales: each is a change of its own, of some milliseconds."""


class Reason(Enum):
    """Why a parameter is disabled."""

    OPEN_ONLY = auto()
    CLOSED_ONLY = auto()
    NO_IO = auto()
    NO_CPU = auto()
    BURSTS_ONLY = auto()
    NO_SERVICE = auto()
    NO_BACKGROUND = auto()
    NO_BROKER = auto()
    RECORDED = auto()
    """The groups send when a recording says."""
    MEASURED = auto()
    """Its times are read from a file, as they were measured."""


@dataclass(frozen=True, slots=True)
class Target:
    """One place that a parameter sets."""

    name: str
    """Of the route or group; nothing of the server, and of all groups together."""
    keys: tuple[str, ...]
    """One dotted key; several where groups are scaled together."""
    indices: tuple[int, ...] = ()
    """Of the entries in their table."""
    step: int = -1
    """Of the route."""

    @property
    def is_together(self) -> bool:
        """Whether it stands for several groups at once."""
        return len(self.keys) > 1


def targets(spec: Spec, scenario: Scenario) -> tuple[Target, ...] | Reason:
    """Where the parameter can be set in a run that begins with `scenario`, or why nowhere.

    The largest step is the largest at the beginning: one that is made smaller stays chosen.
    """
    if spec.table == "server":
        measured = _is_measured(getattr(scenario.server, spec.key))
        return Reason.MEASURED if measured else (Target("", (f"server.{spec.key}",)),)
    if spec.table == "broker":
        return Reason.NO_BROKER if scenario.broker is None else (Target("", (f"broker.{spec.key}",)),)
    finds = {"routes": _route_targets, "services": _service_targets, "tasks": _task_targets}
    find = finds.get(spec.table, _client_targets)
    found = tuple(find(spec, scenario))
    if not found:
        return _reason(spec, scenario)
    if spec.key == "rate" and 1 < len(found) <= MOST_TOGETHER:
        keys, indices = zip(*((target.keys[0], target.indices[0]) for target in found), strict=True)
        return (Target("", keys, indices), *found)
    return found


def _route_targets(spec: Spec, scenario: Scenario) -> Iterator[Target]:
    for index, route in enumerate(scenario.routes):
        entry = f"routes[{route.path}]"
        if spec.parameter is Parameter.BACKGROUND_HANDLER and not route.background:
            continue
        if spec.key not in (*STEP_KEYS, "background"):
            yield Target(route.path, (f"{entry}.{spec.key}",), (index,))
            continue
        number = _largest(_steps(route, spec.key), spec.key)
        if number is not None:
            steps, kind = ("background", "io") if spec.key == "background" else ("steps", spec.key)
            yield Target(route.path, (f"{entry}.{steps}[{number}].{kind}",), (index,), number)


def _task_targets(spec: Spec, scenario: Scenario) -> Iterator[Target]:
    for index, task in enumerate(scenario.tasks):
        entry = f"tasks[{task.name}]"
        number = _largest(task.steps, spec.key) if spec.key in STEP_KEYS else -1
        if number is not None:
            key = spec.key if number < 0 else f"steps[{number}].{spec.key}"
            yield Target(task.name, (f"{entry}.{key}",), (index,), number)


def _largest(steps: Sequence[Step], key: str) -> int | None:
    """The number of the step that takes longest on average; None: there is none of that kind to be set."""
    times = [(_step_time(step, key), number) for number, step in enumerate(steps)]
    means = [(time.mean_s, -number) for time, number in times if time is not None and not _is_measured(time)]
    return -max(means)[1] if means else None


def _service_targets(spec: Spec, scenario: Scenario) -> Iterator[Target]:
    for index, service in enumerate(scenario.services):
        yield Target(service.name, (f"services[{service.name}].{spec.key}",), (index,))


def _client_targets(spec: Spec, scenario: Scenario) -> Iterator[Target]:
    for index, client in enumerate(scenario.clients):
        if _has(client, spec.key):
            yield Target(client.name, (f"clients[{client.name}].{spec.key}",), (index,))


def _has(client: ClientScenario, key: str) -> bool:
    if key == "users":  # a burst has users too, but they come at once
        return client.arrivals is ArrivalKind.CLOSED
    if key in KIND_KEYS and key not in keys_of(client.arrivals):
        return False
    value = getattr(client, key)
    return (value is not None or key in OPTIONAL["clients"]) and not _is_measured(value)


def _is_measured(value: object) -> bool:
    return isinstance(value, Distribution) and value.kind is DistributionKind.EMPIRICAL


def _steps(entry: Route | TaskScenario, key: str) -> tuple[Step, ...]:
    return entry.background if isinstance(entry, Route) and key == "background" else entry.steps


def _step_time(step: Step, key: str) -> Distribution | None:
    return step.cpu if key == "cpu" else step.io


_REASONS = {
    "rate": Reason.OPEN_ONLY,
    "users": Reason.CLOSED_ONLY,
    "think_time": Reason.CLOSED_ONLY,
    "io": Reason.NO_IO,
    "cpu": Reason.NO_CPU,
    "burst_rate": Reason.BURSTS_ONLY,
    "background": Reason.NO_BACKGROUND,
    "background_handler": Reason.NO_BACKGROUND,
}


def _reason(spec: Spec, scenario: Scenario) -> Reason:
    """Why there is no target."""
    if spec.table == "services":
        return Reason.NO_SERVICE
    if spec.table == "tasks":
        return Reason.NO_IO if scenario.tasks else Reason.NO_BROKER
    if spec.key == "rate" and any(client.arrivals is ArrivalKind.REPLAY for client in scenario.clients):
        return Reason.RECORDED
    if spec.table == "routes":
        times = (_step_time(step, spec.key) for route in scenario.routes for step in _steps(route, spec.key))
    else:
        times = (getattr(client, spec.key) for client in scenario.clients)
    return Reason.MEASURED if any(_is_measured(time) for time in times) else _REASONS[spec.key]


def value_of(spec: Spec, target: Target, scenario: Scenario) -> Value:
    """What the parameter is now, 0 where the scenario does without; of groups together the sum."""
    values = [_plain(held) for held in _all_held(spec, target, scenario)]
    return _short(sum(float(value) for value in values)) if target.is_together else values[0]


def _held(spec: Spec, scenario: Scenario, index: int, step: int) -> Any:  # noqa: ANN401  # what the model has there
    if spec.table in ("server", "broker"):
        return getattr(getattr(scenario, spec.table), spec.key)
    entry: ClientScenario | Route | ServiceScenario | TaskScenario = getattr(scenario, spec.table)[index]
    if step >= 0:
        assert isinstance(entry, Route | TaskScenario), "only routes and tasks have steps"
        return _step_time(_steps(entry, spec.key)[step], spec.key)
    return getattr(entry, spec.key)


def _plain(held: Any) -> Value:  # noqa: ANN401  # see _held
    if held is None:
        return 0.0
    return held.mean_s if isinstance(held, Distribution) else held


def settings(spec: Spec, target: Target, opening: Scenario, scenario: Scenario, value: Value) -> dict[str, object]:
    """Each key with the TOML value that gives the parameter this value; distributions keep their kind and shape.

    The text of a mean of 0 has no shape left; then it is the one that the run began with.
    """
    held = _all_held(spec, target, scenario)
    first = _all_held(spec, target, opening)
    if target.is_together:
        # From the rates of the beginning where it can be, so that the way back comes out where it began.
        base = first if _are_proportional(held, first) else held
        return {key: _short(rate * float(value) / sum(base)) for key, rate in zip(target.keys, base, strict=True)}
    if isinstance(held[0], Distribution) and held[0].mean_s == 0:
        held = first
    return {target.keys[0]: _toml(spec, held[0], value)}


def stated(spec: Spec, target: Target, scenario: Scenario) -> dict[str, object]:
    """Each key with the TOML value it has in `scenario`."""
    held = _all_held(spec, target, scenario)
    return {key: _toml(spec, entry, _plain(entry)) for key, entry in zip(target.keys, held, strict=True)}


def is_changed(spec: Spec, target: Target, opening: Scenario, scenario: Scenario) -> bool:
    """Whether it is not what it was when the run began."""
    return _all_held(spec, target, opening) != _all_held(spec, target, scenario)


def _all_held(spec: Spec, target: Target, scenario: Scenario) -> list[Any]:
    return [_held(spec, scenario, index, target.step) for index in target.indices or (0,)]


def _toml(spec: Spec, held: Any, value: Value) -> object:  # noqa: ANN401  # see _held
    if isinstance(held, Distribution):
        return held.with_mean(float(value)).text
    if value == 0 and _is_optional(spec):
        return NONE
    if isinstance(value, HandlerKind | HoldKind | bool):
        return value if isinstance(value, bool) else str(value)
    if spec.unit in (Unit.MILLISECONDS, Unit.SECONDS):
        return format_time(value)
    return int(value) if isinstance(held, int) or limits(spec).is_whole else float(value)


def _is_optional(spec: Spec) -> bool:
    """Whether a scenario may do without: then 0 stands for that."""
    return spec.key in OPTIONAL.get(spec.table, ())


def _are_proportional(rates: Sequence[float], others: Sequence[float]) -> bool:
    """But for what `_short` leaves out."""
    factor = sum(rates) / sum(others)
    return all(abs(rate - other * factor) <= 1e-4 * rate for rate, other in zip(rates, others, strict=True))


def _short(rate: float) -> float:
    """Five digits: a file that people read, and a sum that is again what was asked for."""
    return float(f"{rate:.5g}")


_MODELS: dict[str, type[Frozen]] = {
    "server": ServerScenario,
    "clients": ClientScenario,
    "routes": Route,
    "services": ServiceScenario,
    "broker": BrokerScenario,
    "tasks": TaskScenario,
}


def limits(spec: Spec) -> Limits:
    """What the scenario's own metadata allows the parameter."""
    if spec.key in (*STEP_KEYS, "background"):
        return Limits(0.0, LONGEST_S)
    field = _MODELS[spec.table].model_fields[spec.key]
    rules = [*field.metadata, *_rules(field.annotation)]
    low = max((float(rule.ge) for rule in rules if isinstance(rule, Ge)), default=0.0)  # type: ignore[arg-type]  # numbers
    above = [float(rule.gt) for rule in rules if isinstance(rule, Gt)]  # type: ignore[arg-type]  # numbers
    high = min((float(rule.le) for rule in rules if isinstance(rule, Le)), default=LONGEST_S)  # type: ignore[arg-type]  # numbers
    if spec.parameter is Parameter.USERS:
        high = min(high, float(MOST_USERS))
    whole = int in (field.annotation, *_kinds(field.annotation))
    if _is_optional(spec):
        low, above = 0.0, []
    return Limits(max([low, *above]), high, is_low_open=bool(above), is_whole=whole)


def _kinds(annotation: Any) -> Iterator[Any]:  # noqa: ANN401  # any annotation
    """Every type inside an annotation."""
    yield annotation
    for part in get_args(annotation):
        yield from _kinds(part)


def _rules(annotation: Any) -> Iterator[Any]:  # noqa: ANN401  # any annotation
    """The rules written inside an annotation such as `Annotated[int, Field(ge=1)] | None`."""
    for part in _kinds(annotation):
        yield from getattr(part, "metadata", ())
