"""The measured part of a run: from the end of the warm-up to the end of sending."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.record import SAMPLE_COLUMNS, Record
from simulator.scenario import Scenario
from simulator.units import NS_PER_S, to_ns

Instants = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """[start, end) in nanoseconds: what happens at the very end belongs to the time after."""

    start_ns: int
    end_ns: int

    @classmethod
    def planned(cls, scenario: Scenario) -> "Window":
        """As the scenario wants it."""
        return cls(to_ns(scenario.run.warm_up), to_ns(scenario.run.duration))

    @classmethod
    def measured(cls, record: Record) -> "Window":
        """As far as a closed record has come: a session may be cut short."""
        times = record.marks.table()[:, SAMPLE_COLUMNS.index("time")]
        return cls(int(times[0]), int(times[1]))

    @property
    def length_ns(self) -> int:
        """Never negative."""
        return self.end_ns - self.start_ns

    @property
    def length_s(self) -> float:
        """Seconds."""
        return self.length_ns / NS_PER_S

    def holds(self, instants: Instants) -> NDArray[np.bool_]:
        """Which of the instants lie inside; NEVER lies outside."""
        return (instants >= self.start_ns) & (instants < self.end_ns)

    def per_s(self, count: float) -> float:
        """Events inside as a rate; 0 in a window without length."""
        return count / self.length_s if self.length_ns else 0.0

    def mean(self, area: float) -> float:
        """The time average of what has this integral, value-ns, over the window; 0 in a window without length."""
        return area / self.length_ns if self.length_ns else 0.0
