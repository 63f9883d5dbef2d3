"""Which answers came in time to be goodput."""

import numpy as np
from numpy.typing import NDArray

from simulator.scenario import Scenario
from simulator.scenario.validation import replaced
from simulator.units import to_ns

_KEYS = ("deadline", "timeout")


class Deadlines:
    """Deadline of each client group as the run goes on: `[[changes]]` may move them."""

    def __init__(self, scenario: Scenario) -> None:
        since, limits = [0], [_limits(scenario)]
        for change in sorted(scenario.changes, key=lambda change: change.at):
            if change.set.rpartition(".")[2] in _KEYS:
                scenario = replaced(scenario, change.set, change.to)
                since.append(to_ns(change.at))
                limits.append(_limits(scenario))
        self._since = np.array(since, dtype=np.int64)
        self._limits = np.array(limits)

    def are_met(
        self, client: NDArray[np.uint16], finished: NDArray[np.int64], taken: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Whether answers that came at `finished`, `taken` ns after the first attempt, were in time."""
        in_force = np.searchsorted(self._since, finished, side="right") - 1
        met: NDArray[np.bool_] = taken <= self._limits[in_force, client]
        return met


def _limits(scenario: Scenario) -> list[float]:
    chosen = [client.timeout if client.deadline is None else client.deadline for client in scenario.clients]
    return [np.inf if deadline is None else to_ns(deadline) for deadline in chosen]
