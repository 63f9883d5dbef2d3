"""What stands behind the app: databases and other services."""

from typing import TYPE_CHECKING

from simulator.scenario import ServiceScenario

if TYPE_CHECKING:
    from simulator.record import Transitions


class Service:
    """A service that works on any number of requests at once."""

    __slots__ = ("area", "name", "place", "requests")

    def __init__(self, scenario: ServiceScenario, trace: "Transitions | None") -> None:
        self.name = scenario.name
        self.place = trace.place(f"service:{scenario.name}") if trace else 0
        self.requests = 0
        self.area = 0
        """The time integral of `requests` is `area + requests * now`."""

    def enter(self, now: int) -> None:
        """A request's io step begins."""
        self.requests += 1
        self.area -= now

    def leave(self, now: int) -> None:
        """A request's io step ended."""
        self.requests -= 1
        self.area += now
