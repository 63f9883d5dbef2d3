"""The changes of a run as they came into force, and the capacity that each left. Pure."""

from bisect import bisect_right
from collections.abc import Iterator
from math import isclose
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.model import System
from simulator.scenario import Change, Scenario, keys
from simulator.scenario.file import replaced

if TYPE_CHECKING:
    from simulator.capacity import Capacity


class AppliedChange(NamedTuple):
    """A change that is in force from `time_s` on."""

    time_s: float
    key: str
    before: Any
    """The plain TOML value it took the place of; None where there was none."""
    after: Any


class ChangeLog:
    """Reads both the scenario's own changes and those made while it ran, each once."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._scenario = system.record.scenario
        self._scheduled = sorted(self._scenario.changes, key=lambda change: change.at)
        self._read_scheduled = self._read_live = 0
        self.applied: list[AppliedChange] = []
        self._scenarios: list[tuple[float, Scenario]] = [(0.0, self._scenario)]
        self._capacities: list[tuple[float, Capacity]] = []
        self._rated = 0
        """Of how many scenarios the capacity is known."""

    def read(self, now_s: float) -> bool:
        """Take what has come into force by `now_s`, the present; True where that was something."""
        pending = list(self._pending(now_s))
        for number, change in enumerate(pending, 1):
            is_last = number == len(pending)
            self._take(change, self._system.scenario if is_last else None)
        return bool(pending)

    @property
    def scenario(self) -> Scenario:
        """As it stands after the changes read."""
        return self._scenario

    def _pending(self, now_s: float) -> Iterator[Change]:
        """In the order in which they act: one made at an instant comes before what is planned for it."""
        live = self._system.changes
        while True:
            has_scheduled = self._read_scheduled < len(self._scheduled)
            scheduled = self._scheduled[self._read_scheduled] if has_scheduled else None
            made = live[self._read_live] if self._read_live < len(live) else None
            if made is not None and (scheduled is None or made.at <= scheduled.at):
                self._read_live += 1
                yield made
            elif scheduled is not None and scheduled.at < now_s:
                self._read_scheduled += 1
                yield scheduled
            else:
                return

    def _take(self, change: Change, after: Scenario | None) -> None:
        before = self._scenario
        self._scenario = after or replaced(before, change.set, change.to)
        self.applied.append(AppliedChange(change.at, change.set, keys.read(before, change.set), change.to))
        self._scenarios.append((change.at, self._scenario))

    @property
    def capacities(self) -> "list[tuple[float, Capacity]]":
        """From when on which capacity holds, in order of time; worked out when it is asked for."""
        # The session reads changes before the first picture, and nobody asks for capacities before the charts.
        from simulator.capacity import capacity  # noqa: PLC0415

        for at_s, scenario in self._scenarios[self._rated :]:
            now, last = capacity(scenario), self._capacities[-1][1] if self._capacities else None
            if last is None or now.bottleneck is not last.bottleneck or not isclose(now.per_s, last.per_s):
                self._capacities.append((at_s, now))
        self._rated = len(self._scenarios)
        return self._capacities

    def scenario_at(self, time_s: float) -> Scenario:
        """The values as they stood at an instant, what changed at it included."""
        at = bisect_right(self._scenarios, time_s, key=lambda entry: entry[0])
        return self._scenarios[max(0, at - 1)][1]

    def capacity_at(self, time_s: float) -> "Capacity":
        """What the server could sustain at an instant."""
        known = self.capacities
        at = bisect_right(known, time_s, key=lambda entry: entry[0])
        return known[max(0, at - 1)][1]

    @property
    def has_deadlines(self) -> bool:
        """Whether an answer can come too late, so that goodput says something."""
        return any(client.deadline is not None or client.timeout is not None for client in self._scenario.clients)


def thinned(times_s: list[float], least_gap_s: float) -> list[float]:
    """One of each crowd of instants, so that a drag of a slider is one mark."""
    kept: list[float] = []
    for time_s in times_s:
        if not kept or time_s - kept[-1] >= least_gap_s:
            kept.append(time_s)
    return kept
