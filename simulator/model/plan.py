"""A route made ready to run: its steps with their scales, and which draw of a request belongs to which step."""

from collections.abc import Mapping

from simulator.distributions import Distribution, DistributionKind
from simulator.model.handlers import HANDLERS
from simulator.model.request import Request, Stage, Turn
from simulator.model.services import Service
from simulator.model.worker import COMPUTED
from simulator.scenario import Route, Step
from simulator.units import to_ns


class PlannedStep:
    """One cpu or io step; `scale` may change while requests run (a new latency acts on the next step begun)."""

    __slots__ = ("amount", "draw", "is_io", "place", "scale", "service")

    def __init__(self, step: Step, draw: int, service: Service | None) -> None:
        self.is_io = step.io is not None
        self.draw = draw
        """Position in a request's row of unit variates; -1 for a constant."""
        self.service = service
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


class Plan:
    """How requests that start now run on one route."""

    def __init__(self, route: Route, index: int, services: Mapping[str, Service]) -> None:
        self.route = route
        self.index = index
        self.path = route.path
        handler = HANDLERS[route.handler]
        self.begin: Turn = handler.begin
        self.computing_stages: list[Stage] = [COMPUTED]
        """`callbacks` of requests that hold the loop of a plain worker to compute."""
        self.thread_calls = route.thread_calls
        self.status = 200
        self.draws: list[tuple[str, Distribution]] = []
        """Stream name and distribution of every draw that a row begins with, in order."""
        self.steps: list[PlannedStep] = []
        for position, step in enumerate(route.steps):
            draw = self._draw(f"routes[{route.path}].steps[{position}]", _time(step))
            self.steps.append(PlannedStep(step, draw, services[step.service] if step.service else None))
        self.waits = any(step.is_io for step in self.steps)
        self.uses_services = any(step.service is not None for step in self.steps)
        self._measure()

    def _draw(self, name: str, time: Distribution) -> int:
        if time.kind is DistributionKind.CONSTANT:
            return -1
        self.draws.append((name, time))
        return len(self.draws) - 1

    def _measure(self) -> None:
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

    def can_become(self, route: Route) -> bool:
        """Whether `route` differs from this plan in means only, so that it can be changed in place."""
        return (
            route.handler is self.route.handler
            and route.thread_calls == self.thread_calls
            and len(route.steps) == len(self.steps)
            and all(_is_like(new, old) for new, old in zip(route.steps, self.route.steps, strict=True))
        )

    def rescale(self, route: Route) -> None:
        """Take the means of a route that `can_become` accepted."""
        for step, planned in zip(route.steps, self.steps, strict=True):
            planned.set_scale(_time(step))
        self.route = route
        self._measure()

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


def _time(step: Step) -> Distribution:
    time = step.io if step.io is not None else step.cpu
    assert time is not None, "an enqueue step is refused before a run"
    return time


def _is_like(new: Step, old: Step) -> bool:
    return (new.io is None) is (old.io is None) and new.service == old.service and _time(new).has_same_shape(_time(old))
