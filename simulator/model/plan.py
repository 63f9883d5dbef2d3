"""A route made ready to run: its steps with their scales, and which draw of a request belongs to which step."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from simulator.distributions import Distribution, DistributionKind
from simulator.model.background import BACKGROUND_HANDLERS
from simulator.model.ends import answer, answer_in_full, end_background
from simulator.model.enqueue import Enqueue
from simulator.model.handler import Handler
from simulator.model.handlers import HANDLERS
from simulator.model.request import Request, Stage, Turn
from simulator.model.services import Gate, Service
from simulator.model.worker import computed
from simulator.scenario import Route, Step
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.broker import Broker

ACCEPTED = 202
UNIFORM = Distribution.parse("uniform(0s, 2s)")
"""Unit variates in [0, 2)."""


class PlannedStep:
    """One step; `scale` may change while requests run (a new latency acts on the next step begun)."""

    __slots__ = ("amount", "draw", "gate", "is_io", "place", "scale", "service")

    def __init__(
        self, time: Distribution, draw: int, service: Service | None, *, is_io: bool, enqueues: "Enqueue | None" = None
    ) -> None:
        self.is_io = is_io
        self.draw = draw
        """Position in a request's row of unit variates; -1 for a constant."""
        self.gate: Gate | Enqueue | None = service.gate if service else enqueues
        """What the step must pass before its io begins: only where a pool, a limit or a fault can keep it."""
        self.service = service if self.gate is None else None
        """Where its io is counted; a gate does it itself."""
        self.place = service.place if service else enqueues.place if enqueues else None
        self.set_scale(time)

    def set_scale(self, time: Distribution) -> None:
        """Take the mean of `time`, which has the shape this step was made with."""
        self.scale = time.mean_s * 1e9
        self.amount = to_ns(time.mean_s)

    def duration(self, request: Request) -> int:
        """Nanoseconds for this request."""
        return self.amount if self.draw < 0 else int(request.row[request.base + self.draw] * self.scale)


Stretch = tuple[int, tuple[PlannedStep, ...], int, PlannedStep | None]
"""Computing up to the next wait: constant nanoseconds, steps that vary, position of the io step, and that step (None
where the handler returns)."""


class Program:
    """Steps, the kind of handler that runs them, and how that ends."""

    draws: Sequence[tuple[str, Distribution]] = ()
    """Stream name and distribution of every draw that a row begins with, in order."""
    thread_calls = 0
    failing: "Program | None" = None
    """What is left to run where a step fails."""
    background: "Program | None" = None
    """What runs behind the answer."""
    failure_draw = -1
    failure_below = 0.0
    success = 200
    """Status of an answer where nothing went wrong."""

    def __init__(self, index: int, path: str, handler: Handler, end: Turn, steps: Sequence[PlannedStep]) -> None:
        self.index = index
        self.path = path
        self.handler = handler
        self.begin: Turn = handler.begin
        self.computing_stages: list[Stage] = [computed]
        """Of requests that hold the loop of a plain worker to compute."""
        self.end = end
        """What the last turn does."""
        self.steps = steps
        self.waits = any(step.is_io for step in steps)
        self.uses_services = any(step.service or step.gate for step in steps)
        self.measure()

    def measure(self) -> None:
        """Add up beforehand what does not vary from request to request."""
        self.stretches = [self._stretch(cursor) for cursor in range(len(self.steps) + 1)]
        """By the step that comes next."""
        constant = [step for step in self.steps if step.draw < 0]
        self._varying = [step for step in self.steps if step.draw >= 0]
        self._constant_cpu = sum(step.amount for step in constant if not step.is_io)
        self._constant_io = sum(step.amount for step in constant if step.is_io)

    def _stretch(self, cursor: int) -> Stretch:
        end = next((at for at in range(cursor, len(self.steps)) if self.steps[at].is_io), len(self.steps))
        computing = self.steps[cursor:end]
        constant = sum(step.amount for step in computing if step.draw < 0)
        varying = tuple(step for step in computing if step.draw >= 0)
        return constant, varying, end, self.steps[end] if end < len(self.steps) else None

    def totals(self, row: Sequence[float], base: int) -> tuple[int, int]:
        """Processor and io nanoseconds of all steps, for the request with these draws."""
        cpu, io = self._constant_cpu, self._constant_io
        for step in self._varying:
            if step.is_io:
                io += int(row[base + step.draw] * step.scale)
            else:
                cpu += int(row[base + step.draw] * step.scale)
        return cpu, io

    def cpu_by(self, request: Request, now: int) -> int:
        """Processor time of a blocking turn that began at `request.started`, up to `now`."""
        cpu, left = 0, now - request.started
        for step in self.steps:
            spent = min(left, step.duration(request))
            left -= spent
            if not step.is_io:
                cpu += spent
        return cpu + left


class Plan(Program):
    """How requests that start now run on one route."""

    def __init__(
        self, route: Route, index: int, services: Mapping[str, Service], broker: "Broker | None" = None
    ) -> None:
        self.route = route
        self.is_written_out = False
        """Whether it has its stages from `compiled`."""
        self._services = services
        self._broker = broker
        self.draws: list[tuple[str, Distribution]] = []
        steps = self._planned(route.steps, "steps")
        behind = self._planned(route.background, "background")
        is_plain = not (behind or route.failure_rate or any(step.gate for step in steps))
        super().__init__(index, route.path, HANDLERS[route.handler], answer if is_plain else answer_in_full, steps)
        if any(step.enqueue for step in route.steps):
            self.success = ACCEPTED
        self.thread_calls = route.thread_calls
        self.failing = Program(index, route.path, self.handler, answer_in_full, ())
        if behind:
            handler = BACKGROUND_HANDLERS[route.background_handler]
            self.background = Program(index, route.path, handler, end_background, behind)
            self.background.failing = Program(index, route.path, handler, end_background, ())
        if route.failure_rate:
            self.failure_draw = self._draw(f"routes[{route.path}].failure", UNIFORM)
            self.failure_below = 2 * route.failure_rate

    def _planned(self, steps: Sequence[Step], key: str) -> list[PlannedStep]:
        return [
            PlannedStep(
                self._time_of(step),
                self._draw(f"routes[{self.route.path}].{key}[{position}]", self._time_of(step)),
                self._services[step.service] if step.service else None,
                is_io=step.cpu is None,
                enqueues=self._enqueue(step),
            )
            for position, step in enumerate(steps)
        ]

    def _time_of(self, step: Step) -> Distribution:
        if step.enqueue is None:
            return time_of(step)
        assert self._broker is not None, "who enqueues has a broker: checked with the scenario"
        return self._broker.scenario.publish

    def _enqueue(self, step: Step) -> "Enqueue | None":
        if step.enqueue is None or self._broker is None:
            return None
        return Enqueue(self._broker, step.enqueue, step.count)

    def _draw(self, name: str, time: Distribution) -> int:
        if time.kind is DistributionKind.CONSTANT:
            return -1
        self.draws.append((name, time))
        return len(self.draws) - 1

    def can_become(self, route: Route) -> bool:
        """Whether `route` differs from this plan in means only, so that it can be changed in place."""
        mine = self.route
        return (
            route.handler is mine.handler
            and route.background_handler is mine.background_handler
            and route.thread_calls == mine.thread_calls
            and route.failure_rate == mine.failure_rate
            and are_like(route.steps, mine.steps)
            and are_like(route.background, mine.background)
        )

    def rescale(self, route: Route) -> None:
        """Take the means of a route that `can_become` accepted."""
        behind = self.background.steps if self.background else ()
        for step, planned in zip((*route.steps, *route.background), (*self.steps, *behind), strict=True):
            planned.set_scale(self._time_of(step))
        self.route = route
        self.measure()
        if self.background:
            self.background.measure()


def time_of(step: Step) -> Distribution:
    """How long a step takes that computes or waits."""
    time = step.io if step.io is not None else step.cpu
    assert time is not None, "a step that enqueues takes what publishing takes"
    return time


def are_like(new: Sequence[Step], old: Sequence[Step]) -> bool:
    """Whether the steps differ in their means only."""
    return len(new) == len(old) and all(_is_like(one, other) for one, other in zip(new, old, strict=True))


def _is_like(new: Step, old: Step) -> bool:
    if new.enqueue is not None or old.enqueue is not None:
        return (new.enqueue, new.count) == (old.enqueue, old.count)
    return (
        (new.io is None) is (old.io is None)
        and new.service == old.service
        and time_of(new).has_same_shape(time_of(old))
    )
