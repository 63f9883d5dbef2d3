"""What the n-th request of a group was drawn to be: the very numbers that the model would use."""

from collections.abc import Iterator, Sequence
from itertools import count, repeat
from typing import Protocol

from simulator.distributions import Distribution
from simulator.model.draws import Draws, PerRequest, weights_by_route
from simulator.model.plan import Plan, PlannedStep
from simulator.model.rates import Modulated, Profile
from simulator.model.retries import jitter_of
from simulator.model.streams import Streams
from simulator.model.task import Task
from simulator.reality.project.clients import Group, Row
from simulator.scenario import ArrivalKind, ClientScenario, Route, Scenario, Step, replay
from simulator.scenario.clients import NOTHING
from simulator.units import NS_PER_S

_EXPONENTIAL = Distribution.parse("exponential(1s)")
Instant = tuple[float, str | None]
"""When a request is sent, seconds since the run began, and where a replay says so, its route."""


class DrawnRows:
    """The rows of one group, in the order of its requests; a few are kept, since they are asked for in order."""

    def __init__(self, scenario: Scenario, client: ClientScenario, streams: Streams) -> None:
        self._client = client
        self._draws = Draws(streams, client.name)
        self._extra = PerRequest(jitter_of(client), client.think_time, client.network, NOTHING, NOTHING)
        self._plans = {route.path: Plan(_alone(scenario, route), i, {}) for i, route in enumerate(scenario.routes)}
        weights = client.routes or dict.fromkeys(self._plans, 1.0)
        self._chosen, self._weights = weights_by_route(weights, self._plans)
        instants = _instants(scenario, client, self._draws, streams)
        self._rows = self._drawn(instants)
        self._n = 0

    def first(self, n: int) -> Row | None:
        """Of request n; they are asked for one after another."""
        assert n == self._n, "requests come in order"
        self._n += 1
        return next(self._rows, None)

    def again(self, n: int, row: Row, attempt: int) -> Row:
        """A further attempt draws anew."""
        plan = self._plans[row.path]
        unit, base = self._draws.row(n, plan, self._extra, attempt)
        return self._row(plan, unit, base, row.at_s)

    def _drawn(self, instants: Iterator[Instant]) -> Iterator[Row]:
        while True:
            block = self._draws.block(self._draws.drawn, self._chosen, self._weights, None, self._extra)
            for plan, unit, base, _, n in block:
                at = next(instants, None)
                if at is None:
                    return
                at_s, path = at
                if path is None or path == plan.path:
                    yield self._row(plan, unit, base, at_s)
                else:
                    other = self._plans[path]
                    yield self._row(other, *self._draws.row(n, other, self._extra), at_s)

    def _row(self, plan: Plan, unit: Sequence[float], base: int, at_s: float) -> Row:
        steps: Sequence[PlannedStep] = (*plan.steps, *(plan.background.steps if plan.background else ()))
        times = (
            step.amount / NS_PER_S if step.draw < 0 else unit[base + step.draw] * step.scale / NS_PER_S
            for step in steps
        )
        position = self._extra.position
        client = self._client

        def of(name: str, time: Distribution) -> float:
            return time.mean_s * (unit[base + position(name)] if position(name) else 1.0)

        return Row(
            plan.path,
            ",".join(f"{seconds:.9f}" for seconds in times),
            plan.failure_draw >= 0 and unit[base + plan.failure_draw] < plan.failure_below,
            of("network", client.network),
            of("think_time", client.think_time),
            unit[base + position("retry_jitter")] / 2 if position("retry_jitter") else 1.0,
            at_s,
        )


def _alone(scenario: Scenario, route: Route) -> Route:
    """Without its services and without the broker: they are real here, or stood in for."""
    steps, background = (
        tuple(_alone_step(scenario, step) for step in each) for each in (route.steps, route.background)
    )
    return route.model_copy(update={"steps": steps, "background": background})


def _alone_step(scenario: Scenario, step: Step) -> Step:
    if step.enqueue is None:
        return step.model_copy(update={"service": None})
    assert scenario.broker is not None, "who enqueues has a broker: checked with the scenario"
    return Step(io=scenario.broker.publish)


def message_times(
    scenario: Scenario, *, seed: int, replication: int, most: int = 10_000
) -> dict[str, list[list[float]]]:
    """Of the first executions of so many messages, by task, a time for each step and one number more where it fails;
    nothing of tasks in which nothing varies."""
    streams = Streams(seed, replication)
    alone = [
        task.model_copy(update={"steps": tuple(_alone_step(scenario, step) for step in task.steps)})
        for task in scenario.tasks
    ]
    tasks = [Task(task, index, {}, streams) for index, task in enumerate(alone)]
    return {task.name: [_message(task) for _ in range(most)] for task in tasks if task.plan.draws}


def _message(task: Task) -> list[float]:
    row, base = next(task.rows, None) or task.refill()
    task.published += 1
    plan = task.plan
    times = [(step.amount if step.draw < 0 else row[base + step.draw] * step.scale) / NS_PER_S for step in plan.steps]
    is_failed = plan.failure_draw >= 0 and row[base + plan.failure_draw] < plan.failure_below
    return [*times, 1.0] if is_failed else times


def groups_of(scenario: Scenario, *, seed: int, replication: int) -> list[Group]:
    """The scenario's clients, with the draws of one replication."""
    streams = Streams(seed, replication)
    return [_group(scenario, client, DrawnRows(scenario, client, streams)) for client in scenario.clients]


def _group(scenario: Scenario, client: ClientScenario, rows: DrawnRows) -> Group:
    duration = scenario.run.duration
    return Group(
        name=client.name,
        rows=rows,
        users=client.users or 0 if client.arrivals is ArrivalKind.CLOSED else 0,
        ramp_s=client.ramp,
        start_s=client.start,
        stop_s=duration if client.stop is None else min(client.stop, duration),
        keep_alive=client.keep_alive,
        max_connections=client.max_connections,
        timeout_s=client.timeout,
        retries=client.retries,
        backoff_s=client.retry_backoff,
        factor=client.retry_factor,
    )


class _After(Protocol):
    def after(self, since: float, gap: float, within: float) -> float: ...


class _Steady:
    """A rate that stays."""

    def __init__(self, rate: float) -> None:
        self._rate = rate

    def after(self, since: float, gap: float, within: float) -> float:  # noqa: ARG002  # it is never far
        return since + gap / self._rate


def _instants(scenario: Scenario, client: ClientScenario, draws: Draws, streams: Streams) -> Iterator[Instant]:
    match client.arrivals:
        case ArrivalKind.CLOSED:
            return repeat((0.0, None))
        case ArrivalKind.CONSTANT:
            assert client.rate is not None, "required"
            rate = client.rate
            return ((client.start + n / rate, None) for n in count())
        case ArrivalKind.BURST:
            assert client.at is not None, "required"
            return repeat((client.at, None), client.users or 0)
        case ArrivalKind.REPLAY:
            assert client.file is not None, "required"
            return _recorded(client, replay.read(scenario.directory / client.file, client.file))
        case _:
            return _random_instants(client, draws, _rate(client, streams), scenario.run.duration)


def _recorded(client: ClientScenario, recording: replay.Recording) -> Iterator[Instant]:
    routes = recording.routes or repeat(None)
    return ((client.start + at / NS_PER_S, route) for at, route in zip(recording.instants_ns, routes, strict=False))


def _rate(client: ClientScenario, streams: Streams) -> _After:
    match client.arrivals:
        case ArrivalKind.SCHEDULE:
            return Profile(client)
        case ArrivalKind.MMPP:
            return Modulated(client, streams[f"clients[{client.name}].mmpp"])
        case _:
            assert client.rate is not None, "required"
            return _Steady(client.rate)


_GAPS = 256


def _random_instants(client: ClientScenario, draws: Draws, rate: _After, within_s: float) -> Iterator[Instant]:
    n, at = -1, 0.0
    while True:
        for gap in draws.gaps_after(n, _GAPS, _EXPONENTIAL):
            at = rate.after(at, gap, within_s)
            if at == float("inf"):
                return
            yield client.start + at, None
        n += _GAPS
