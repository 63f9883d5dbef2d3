"""The random numbers of a client group: everything the n-th request will need, drawn together, block by block."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.distributions import Distribution, DistributionKind
from simulator.model.plan import Plan, Program
from simulator.model.streams import Streams

FIRST_BLOCK, LARGEST_BLOCK = 64, 4096
RETRY_BLOCK = 64


class PerRequest(NamedTuple):
    """What every request of a group draws beside its steps; each has a place at the head of a row where it varies."""

    retry_jitter: Distribution
    think_time: Distribution
    network: Distribution
    request_cpu: Distribution
    connection_cpu: Distribution

    def varying(self) -> list[tuple[str, Distribution]]:
        """Stream name and distribution of those that vary, in the order in which they begin a row."""
        named = zip(self._fields, self, strict=True)
        return [(name, time) for name, time in named if time.kind is not DistributionKind.CONSTANT]

    def position(self, name: str) -> int:
        """Where `name` stands before the draws of a row's steps (-1 is right before them); 0 for a constant."""
        names = [varying for varying, _ in self.varying()]
        return names.index(name) - len(names) if name in names else 0


Draw = tuple[Plan, Sequence[float], int, float, int]
"""What the n-th request gets: plan, row, the row's base, the unit gap that follows it, and n."""


class Draws:
    """Rows of unit variates by n, the number of a request within its group, from 0.

    Every source is a stream of its own, read at position n, whatever the request's route: a route that is added, or
    weights that change, move nobody else's numbers.

    Rows lie one behind the other in one array for each route, which costs no object per request: the draw of step k is
    `row[base + k]`, what PerRequest draws lies before that.
    """

    def __init__(self, streams: Streams, group: str) -> None:
        self._streams = streams
        self._group = group
        self._next_block = FIRST_BLOCK
        self.drawn = 0
        """The first request behind the block that was drawn last."""
        self._retried: dict[tuple[int, Program], tuple[tuple[int, PerRequest], list[list[float]]]] = {}
        """The block of rows that was read last, by attempt and plan."""

    def block(
        self, n: int, plans: Sequence[Plan], weights: Sequence[float], gap: Distribution | None, extra: PerRequest
    ) -> Iterator[Draw]:
        """Draw the block that begins at request n."""
        count, self._next_block = self._next_block, min(2 * self._next_block, LARGEST_BLOCK)
        self.drawn = n + count
        numbers = range(n, self.drawn)
        rows: list[array[float]] = []
        bases: list[Sequence[int]] = []
        for plan in plans:
            table = self._table(n, count, plan, extra)
            rows.append(array("d", table.tobytes()))
            head, width = len(extra.varying()), max(1, table.shape[1])
            bases.append(_bases(head, width, count))
        gaps = repeat(0.0, count) if gap is None else self.gaps_after(n, count, gap)
        if len(plans) == 1:
            return zip(repeat(plans[0]), repeat(rows[0]), bases[0], gaps, numbers, strict=False)
        chosen = self._choose(n, count, weights)
        return zip(
            [plans[route] for route in chosen],
            [rows[route] for route in chosen],
            [bases[route][i] for i, route in enumerate(chosen)],
            gaps,
            numbers,
            strict=True,
        )

    def gaps_after(self, n: int, count: int, gap: Distribution) -> list[float]:
        """Unit gaps that follow the requests n .. n + count - 1; that after request -1 is the first of all."""
        gaps: list[float] = gap.unit_variates(self._doubles("arrivals", n + 1, count)).tolist()
        return gaps

    def row(self, n: int, plan: Program, extra: PerRequest, attempt: int = 1) -> tuple[list[float], int]:
        """One attempt's row and its base; that of a first attempt is as the block has it.

        Every attempt of a request has streams of its own, read at the request's n. They are read in aligned blocks,
        because retries come in about the order of their first attempts.
        """
        if attempt == 1:
            row: list[float] = self._table(n, 1, plan, extra)[0].tolist()
            return row, len(extra.varying())
        head = len(extra.varying())
        key = (attempt, plan)
        first = n - n % RETRY_BLOCK
        if key not in self._retried or self._retried[key][0] != (first, extra):
            flat = self._table(first, RETRY_BLOCK, plan, extra, f".attempt[{attempt}]")
            self._retried[key] = ((first, extra), flat.tolist())
        return self._retried[key][1][n - first], head

    def _doubles(self, name: str, first: int, count: int) -> NDArray[np.float64]:
        return self._streams[f"clients[{self._group}].{name}"].doubles(first, count)

    def _choose(self, n: int, count: int, weights: Sequence[float]) -> list[int]:
        bounds = np.cumsum(np.array(weights, dtype=np.float64))
        index = np.searchsorted(bounds, self._doubles("routes", n, count) * bounds[-1], side="right")
        chosen: list[int] = np.minimum(index, len(weights) - 1).tolist()
        return chosen

    def _table(self, n: int, count: int, plan: Program, extra: PerRequest, which: str = "") -> NDArray[np.float64]:
        named = [*extra.varying(), *plan.draws]
        table = np.empty((count, len(named)))
        for column, (name, time) in enumerate(named):
            table[:, column] = time.unit_variates(self._doubles(name + which, n, count))
        return table


@cache
def _bases(head: int, width: int, count: int) -> list[int]:
    """Where the rows of a block begin. Numbers that are there already cost those who keep them nothing."""
    return list(range(head, head + count * width, width))


def weights_by_route(weights: Mapping[str, float], plans: Mapping[str, Plan]) -> tuple[list[Plan], list[float]]:
    """Plans and weights of the routes that can be chosen, in the order of the scenario's routes."""
    chosen = [(plan, weights[path]) for path, plan in plans.items() if weights.get(path, 0) > 0]
    return [plan for plan, _ in chosen], [weight for _, weight in chosen]
