"""What is known of a request in a run: its life, why it waited, and the scenario it lived in. Pure."""

from dataclasses import dataclass

from simulator.model import System
from simulator.record import NEVER, Stage
from simulator.record.cause import Cause, causes_of
from simulator.record.life import Asked, Life, life_of
from simulator.scenario import Route, Scenario
from simulator.units import NS_PER_S
from ui.inspector.routes import ScenarioHistory

_LEAST_SHARE = 50
"""Waits under a fiftieth of a life are not looked into."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A request, looked into."""

    life: Life
    causes: tuple[Cause, ...]
    scenario: Scenario
    """In force when its handler began, or would begin."""

    @property
    def route(self) -> Route:
        """What it asked for."""
        return self.scenario.routes[self.life.route]

    def cause_at(self, time_ns: int) -> Cause | None:
        """Why it waits at an instant; None where it does not, or hardly."""
        return next((cause for cause in self.causes if cause.span.begin_ns <= time_ns < cause.span.end_ns), None)


class Inspection:
    """Looks into the requests of one run."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.history = ScenarioHistory(system)

    @property
    def count(self) -> int:
        """How many were sent."""
        return self.system.record.requests.count

    def look(self, request_id: int) -> Inspected | None:
        """Everything about a request as it stands now; None where nobody has this number, or it is forgotten."""
        if self.system.trace is None or not self.system.trace.forgotten_ids < request_id <= self.count:
            return None
        self.history.read(self.system.now_s)
        life = life_of(self.system.record, request_id, self.system.now_ns, self._asked(request_id))
        causes = causes_of(self.system.record, life, max(1, life.length_ns // _LEAST_SHARE))
        return Inspected(life, tuple(causes), self.history.at(self._began(life) / NS_PER_S))

    def _began(self, life: Life) -> int:
        """From here on a change of its route is nothing to it any more."""
        if life.started_ns != NEVER:
            return life.started_ns
        computing = next((span.begin_ns for span in life.spans if span.stage is Stage.ON_CPU), life.end_ns)
        return max(computing, life.sent_ns)

    def _asked(self, request_id: int) -> Asked | None:
        request = self.system.in_flight.get(request_id)
        return None if request is None else Asked(request.group.index, request.plan.index, request.started)
