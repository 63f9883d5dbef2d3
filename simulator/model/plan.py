"""A route made ready to run: its steps with their scales, and which draw of a request belongs to which step."""

from collections.abc import Mapping, Sequence

from simulator.distributions import Distribution, DistributionKind
from simulator.model.ends import answer, answer_in_full, end_background
from simulator.model.handlers import BACKGROUND_HANDLERS, HANDLERS, Handler
from simulator.model.request import Request, Stage, Turn
from simulator.model.services import Service
from simulator.model.worker import COMPUTED
from simulator.scenario import Route, Step
from simulator.units import to_ns

_UNIFORM = Distribution.parse("uniform(0s, 2s)")
"""Unit variates in [0, 2)."""


class PlannedStep:
    """One cpu or io step; `scale` may change while requests run (a new latency acts on the next step begun)."""

    __slots__ = ("amount", "draw", "gate", "is_io", "place", "scale", "service")

    def __init__(self, step: Step, draw: int, service: Service | None) -> None:
        self.is_io = step.io is not None
        self.draw = draw
        """Position in a request's row of unit variates; -1 for a constant."""
        self.gate = service.gate if service else None
        """What the step must pass before its io begins: only where a pool, a limit or a fault can keep it."""
        self.service = service if self.gate is None else None
        """Where its io is counted; a gate does it itself."""
        self.place = service.place if service else None
        self.set_scale(_time(step))

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

    def __init__(self, index: int, path: str, handler: Handler, end: Turn, steps: Sequence[PlannedStep]) -> None:
        self.index = index
        self.path = path
        self.handler = handler
        self.begin: Turn = handler.begin
        self.computing_stages: list[Stage] = [COMPUTED]
        """`callbacks` of requests that hold the loop of a plain worker to compute."""
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

    def totals(self, row: list[float], base: int) -> tuple[int, int]:
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

    def __init__(self, route: Route, index: int, services: Mapping[str, Service]) -> None:
        self.route = route
        self._services = services
        self.draws: list[tuple[str, Distribution]] = []
        steps = self._planned(route.steps, "steps")
        behind = self._planned(route.background, "background")
        is_plain = not (behind or route.failure_rate or any(step.gate for step in steps))
        super().__init__(index, route.path, HANDLERS[route.handler], answer if is_plain else answer_in_full, steps)
        self.thread_calls = route.thread_calls
        self.failing = Program(index, route.path, self.handler, answer_in_full, ())
        if behind:
            handler = BACKGROUND_HANDLERS[route.background_handler]
            self.background = Program(index, route.path, handler, end_background, behind)
            self.background.failing = Program(index, route.path, handler, end_background, ())
        if route.failure_rate:
            self.failure_draw = self._draw(f"routes[{route.path}].failure", _UNIFORM)
            self.failure_below = 2 * route.failure_rate

    def _planned(self, steps: Sequence[Step], key: str) -> list[PlannedStep]:
        return [
            PlannedStep(
                step,
                self._draw(f"routes[{self.route.path}].{key}[{position}]", _time(step)),
                self._services[step.service] if step.service else None,
            )
            for position, step in enumerate(steps)
        ]

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
            and _are_like(route.steps, mine.steps)
            and _are_like(route.background, mine.background)
        )

    def rescale(self, route: Route) -> None:
        """Take the means of a route that `can_become` accepted."""
        behind = self.background.steps if self.background else ()
        for step, planned in zip((*route.steps, *route.background), (*self.steps, *behind), strict=True):
            planned.set_scale(_time(step))
        self.route = route
        self.measure()
        if self.background:
            self.background.measure()


def _time(step: Step) -> Distribution:
    time = step.io if step.io is not None else step.cpu
    assert time is not None, "an enqueue step is refused before a run"
    return time


def _are_like(new: Sequence[Step], old: Sequence[Step]) -> bool:
    return len(new) == len(old) and all(_is_like(one, other) for one, other in zip(new, old, strict=True))


def _is_like(new: Step, old: Step) -> bool:
    return (new.io is None) is (old.io is None) and new.service == old.service and _time(new).has_same_shape(_time(old))
