"""The routes as they stood at any instant of a run. Pure."""

from simulator.model import System
from simulator.scenario import Change, Scenario
from simulator.scenario.file import replaced


class ScenarioHistory:
    """Every scenario that was in force, each read once; what comes is read by `read`."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._planned = sorted(system.record.scenario.changes, key=lambda change: change.at)
        self._made = 0
        self._kept: list[tuple[float, Scenario]] = [(0.0, system.record.scenario)]

    def read(self, now_s: float) -> None:
        """Take the changes that have come into force by the present."""
        due = [change for change in self._planned if change.at < now_s]
        self._planned = self._planned[len(due) :]
        due += self._system.changes[self._made :]
        self._made = len(self._system.changes)
        for change in sorted(due, key=lambda change: change.at):
            self._take(change)
        if due:
            # As the system has it, so that nothing can come to differ.
            self._kept[-1] = (self._kept[-1][0], self._system.scenario)

    def _take(self, change: Change) -> None:
        self._kept.append((change.at, replaced(self._kept[-1][1], change.set, change.to)))

    def at(self, time_s: float) -> Scenario:
        """What was in force at an instant."""
        return next(scenario for since_s, scenario in reversed(self._kept) if since_s <= max(0.0, time_s))
