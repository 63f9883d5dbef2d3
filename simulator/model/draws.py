"""The random numbers of a client group: everything the n-th request will need, drawn together, block by block."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.distributions import Distribution, DistributionKind
from simulator.model.plan import Plan
from simulator.model.streams import Streams

FIRST_BLOCK, LARGEST_BLOCK = 64, 4096


@dataclass(frozen=True)
class PerRequest:
    """What every request of a group draws beside its steps; each has a place at the end of a row where it varies."""

    network: Distribution
    request_cpu: Distribution
    connection_cpu: Distribution

    def varying(self) -> list[tuple[str, Distribution]]:
        """Stream name and distribution of those that vary, in the order in which they end a row."""
        named = (("network", self.network), ("request_cpu", self.request_cpu), ("connection_cpu", self.connection_cpu))
        return [(name, time) for name, time in named if time.kind is not DistributionKind.CONSTANT]

    def position(self, name: str) -> int:
        """Where `name` stands in a row, counted from its end (-1 is the last); 0 for a constant."""
        names = [varying for varying, _ in self.varying()]
        return names.index(name) - len(names) if name in names else 0


class Draws:
    """Rows of unit variates by n, the number of a request within its group, from 0.

    Every source is a stream of its own, read at position n, whatever the request's route: a route that is added, or
    weights that change, move nobody else's numbers.
    """

    def __init__(self, streams: Streams, group: str) -> None:
        self._streams = streams
        self._group = group
        self._next_block = FIRST_BLOCK
        self.rows: list[list[float]] = []
        self.plans: list[Plan] = []
        self.gaps: list[float] = []
        self.first = 0
        """n of the block's first row."""

    def refill(
        self, n: int, plans: Sequence[Plan], weights: Sequence[float], gap: Distribution | None, extra: PerRequest
    ) -> None:
        """Draw the block that begins at request n."""
        count, self._next_block = self._next_block, min(2 * self._next_block, LARGEST_BLOCK)
        self.first = n
        chosen = self._choose(n, count, weights)
        self.plans = [plans[i] for i in chosen] if len(plans) > 1 else [plans[0]] * count
        self.rows = self._rows(n, count, plans, chosen, extra)
        self.gaps = [] if gap is None else self.variates("arrivals", gap, n, count).tolist()

    def row(self, n: int, plan: Plan, extra: PerRequest) -> list[float]:
        """One request's row, as the block has it."""
        return self._table(n, 1, plan, extra)[0].tolist()

    def variates(self, name: str, time: Distribution, first: int, count: int) -> NDArray[np.float64]:
        """Unit variates of one source."""
        return time.unit_variates(self._doubles(name, first, count))

    def _doubles(self, name: str, first: int, count: int) -> NDArray[np.float64]:
        return self._streams[f"clients[{self._group}].{name}"].doubles(first, count)

    def _choose(self, n: int, count: int, weights: Sequence[float]) -> list[int]:
        if len(weights) == 1:
            return []
        bounds = np.cumsum(np.array(weights, dtype=np.float64))
        index = np.searchsorted(bounds, self._doubles("routes", n, count) * bounds[-1], side="right")
        return np.minimum(index, len(weights) - 1).tolist()

    def _rows(
        self, n: int, count: int, plans: Sequence[Plan], chosen: list[int], extra: PerRequest
    ) -> list[list[float]]:
        if not chosen:
            table = self._table(n, count, plans[0], extra)
            return table.tolist() if table.shape[1] else [_NO_DRAWS] * count
        tables = [self._table(n, count, plan, extra).tolist() for plan in plans]
        return [tables[route][i] for i, route in enumerate(chosen)]

    def _table(self, n: int, count: int, plan: Plan, extra: PerRequest) -> NDArray[np.float64]:
        named = [*plan.draws, *extra.varying()]
        table = np.empty((count, len(named)))
        for column, (name, time) in enumerate(named):
            table[:, column] = self.variates(name, time, n, count)
        return table


_NO_DRAWS: list[float] = []


def weights_by_route(weights: Mapping[str, float], plans: Mapping[str, Plan]) -> tuple[list[Plan], list[float]]:
    """Plans and weights of the routes that can be chosen, in the order of the scenario's routes."""
    chosen = [(plan, weights[path]) for path, plan in plans.items() if weights.get(path, 0) > 0]
    return [plan for plan, _ in chosen], [weight for _, weight in chosen]
