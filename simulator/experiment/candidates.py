"""The points of a plan: what each costs, and what one verdict says about others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.errors import Problem, ScenarioError, SimulatorError
from simulator.experiment import varying
from simulator.experiment.varying import Point, Varied
from simulator.scenario import HandlerKind, Scenario
from simulator.words import nearest, shown

MOST = 4_000


@dataclass(frozen=True, slots=True)
class Candidates:
    """Points in order of cost, the cheapest first."""

    points: tuple[Point, ...]
    ranks: NDArray[np.int64]
    """By cost; equal where none of them is cheaper."""
    prices: NDArray[np.float64]
    """By the weights that were given."""
    growing: NDArray[np.float64]
    """Of each point the values of the keys of which more is never worse."""
    kinds: NDArray[np.int64]
    """Points with the same number differ in those keys only."""
    growing_keys: tuple[str, ...]

    @property
    def is_monotone(self) -> bool:
        """Whether one key varies, of which more is never worse: then a bisection finds the boundary."""
        return self.growing.shape[1] == 1 and not self.kinds.any()

    def no_better(self, index: int) -> NDArray[np.bool_]:
        """Points that cannot meet what this one misses, itself included."""
        below = (self.growing <= self.growing[index]).all(axis=1)
        same: NDArray[np.bool_] = below & (self.kinds == self.kinds[index])
        return same

    def dearer(self, index: int) -> NDArray[np.bool_]:
        """Points that cost more."""
        above: NDArray[np.bool_] = self.ranks > self.ranks[index]
        return above

    def next_of(self, left: NDArray[np.bool_]) -> int:
        """The point whose verdict, whichever it is, settles most of those that are left; ties to the cheapest."""
        indices = np.flatnonzero(left)
        if self.is_monotone:
            return int(indices[(len(indices) - 1) // 2])
        settled = [
            min(np.count_nonzero(left & self.no_better(index)), 1 + np.count_nonzero(left & self.dearer(index)))
            for index in map(int, indices)
        ]
        return int(indices[int(np.argmax(settled))])


def candidates(scenario: Scenario, varied: Sequence[Varied], costs: Mapping[str, float]) -> Candidates:
    """Raises SimulatorError where nothing varies, there are too many points, or a cost belongs to none of the keys."""
    if not varied:
        raise SimulatorError("--vary: there is none: say what may be chosen, such as server.workers=1..32")
    if (number := varying.count(varied)) > MOST:
        raise SimulatorError(f"--vary: makes {number:,} points; a plan looks for the best of at most {MOST:,}")
    numeric = {each.key: _numbers(each) for each in varied}
    _check_costs(costs, numeric)
    ranked = sorted(varying.points(varied), key=lambda point: _rank(point, numeric, costs))
    growing_keys = tuple(each.key for each in varied if _grows(scenario, each.key, numeric[each.key]))
    others = [tuple(shown(point[each.key]) for each in varied if each.key not in growing_keys) for point in ranked]
    numbered = {kind: index for index, kind in enumerate(dict.fromkeys(others))}
    growing = np.array([[_growing(key, point[key]) for key in growing_keys] for point in ranked], dtype=np.float64)
    return Candidates(
        points=tuple(ranked),
        ranks=_ranks([_rank(point, numeric, costs) for point in ranked]),
        prices=np.array([_price(point, costs) for point in ranked]),
        growing=growing.reshape(len(ranked), len(growing_keys)),
        kinds=np.array([numbered[kind] for kind in others], dtype=np.int64),
        growing_keys=growing_keys,
    )


def _numbers(each: Varied) -> bool:
    """Whether all values are numbers, which can be weighed."""
    return all(isinstance(value, int | float) and not isinstance(value, bool) for value in each.values)


def _check_costs(costs: Mapping[str, float], numeric: Mapping[str, bool]) -> None:
    problems = []
    for key in costs:
        if key not in numeric:
            problems.append(Problem(f"does not vary{nearest(key, numeric)}", key, source="--cost"))
        elif not numeric[key]:
            problems.append(Problem("has values that are no numbers, so they have no price", key, source="--cost"))
    if problems:
        raise ScenarioError(problems)


def _rank(point: Point, numeric: Mapping[str, bool], costs: Mapping[str, float]) -> tuple[float, ...]:
    """By price, then by the values without one in the order of keys; of what is no number none is cheaper."""
    unpriced = (key for key, is_number in numeric.items() if is_number and key not in costs)
    return _price(point, costs), *(float(point[key]) for key in unpriced)


def _price(point: Point, costs: Mapping[str, float]) -> float:
    return sum(weight * float(point[key]) for key, weight in costs.items())


def _ranks(ranked: Sequence[tuple[float, ...]]) -> NDArray[np.int64]:
    numbers = {rank: number for number, rank in enumerate(dict.fromkeys(ranked))}
    return np.array([numbers[rank] for rank in ranked], dtype=np.int64)


# Of what more is never worse

_MORE = frozenset(
    (
        "server.workers",
        "server.cores",
        "server.thread_limit",
        "services.pool_size",
        "services.concurrency",
        "broker.consumers",
        "broker.concurrency",
    )
)
_ZERO_IS_ANY = frozenset(("server.cores", "services.concurrency"))


def _grows(scenario: Scenario, key: str, is_number: bool) -> bool:
    name = _plain_name(key)
    if name not in _MORE or not is_number:
        return False
    computes_in_threads = any(
        route.handler is HandlerKind.THREADPOOL and any(step.cpu is not None for step in route.steps)
        for route in scenario.routes
    )
    # Threads that compute take the GIL from the loop, so more of them may be worse.
    return not (name == "server.thread_limit" and computes_in_threads)


def _growing(key: str, value: Any) -> float:  # noqa: ANN401  # a number of TOML's
    return float("inf") if value == 0 and _plain_name(key) in _ZERO_IS_ANY else float(value)


def _plain_name(key: str) -> str:
    """`services[database].pool_size` -> `services.pool_size`."""
    table, bracket, rest = key.partition("[")
    return table + rest.rpartition("]")[2] if bracket else key
