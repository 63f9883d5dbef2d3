"""How long a sweep will take, from a look at its first and its last point."""

from itertools import islice
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from simulator.errors import ScenarioError
from simulator.experiment import varying
from simulator.experiment.sweep import Sweep
from simulator.model import System
from simulator.scenario import Scenario

_LOOK_S = 0.25
"""Wall time for one point."""
_OVERHEAD_S = 0.003
"""Wall time of a run beside itself."""


def expected_s(sweep: Sweep, jobs: int) -> float | None:
    """Wall time on so many processes; None where neither point can be run."""
    last = sweep.point_count - 1
    values = [next(iter(sweep.points())), _last(sweep, last)]
    times = [time for time in (_run_s(sweep.scenario, point) for point in values) if time is not None]
    if not times:
        return None
    return sweep.run_count * (sum(times) / len(times) + _OVERHEAD_S) / jobs


def _last(sweep: Sweep, index: int) -> varying.Point:
    if sweep.samples is not None:
        return next(islice(sweep.points(), index, None))
    return {each.key: each.values[-1] for each in sweep.varied}


class _Unread:
    """Rows that nobody wants."""

    def __call__(self, rows: NDArray[np.void]) -> None:
        """Forget them."""

    def add_orphans(self, rows: NDArray[np.void]) -> None:
        """Forget these too."""

    def add_orphan_work(self, rows: NDArray[np.void]) -> None:
        """And these."""


def _run_s(scenario: Scenario, point: varying.Point) -> float | None:
    try:
        there = varying.at(scenario, point)
        assert there.run.seed is not None, "a seed was drawn"
        begin = perf_counter()
        system = System(there, seed=there.run.seed, stream=_Unread())
    except ScenarioError:
        return None
    is_over = system.finish(_LOOK_S)
    took = perf_counter() - begin
    if is_over:
        return took
    length = there.run.duration + there.run.drain
    return took * length / max(system.now_s, length * 1e-6)
