"""Vazão from Python: `from simulator import load, run, sweep, plan`; the same that `simulate` does.

Tables are columns by name, or a list of a dict a row: pandas and polars take both as they are. `jobs` above 1 starts
processes, so a script that uses it needs `if __name__ == "__main__":`.
"""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.errors import Problem, ScenarioError, SimulatorError
from simulator.experiment import executors
from simulator.experiment.capacity_search import CapacityFound
from simulator.experiment.capacity_search import find_capacity as _find_capacity
from simulator.experiment.compare import REPLICATIONS, Comparison
from simulator.experiment.compare import compare as _compare
from simulator.experiment.executors import RunExecutor, run_all
from simulator.experiment.explain import Explanation, explain
from simulator.experiment.planning import Plan
from simulator.experiment.planning import plan as _plan
from simulator.experiment.runs import Run
from simulator.experiment.sweep import Sweep, sweep_rows
from simulator.experiment.sweep_table import SweepTable
from simulator.experiment.targets import parse_targets
from simulator.experiment.varying import Varied, parse_all
from simulator.model import System
from simulator.output.tables import message_columns, request_columns, timeseries_columns
from simulator.record import Record
from simulator.scenario import Scenario, keys, load
from simulator.statistics import Replications, Summary

__all__ = [
    "CapacityFound",
    "Comparison",
    "Explanation",
    "Plan",
    "Result",
    "Scenario",
    "Summary",
    "changed",
    "compare",
    "explain",
    "find_capacity",
    "load",
    "plan",
    "run",
    "sweep",
]

Table = dict[str, NDArray[Any]]
Vary = Mapping[str, Sequence[Any] | str]
"""Values by key, `{"server.workers": [1, 2, 4]}`, or as the command line has them, `{"server.workers": "1..8"}`."""

_LARGEST_DRAWN = 2**32


@dataclass(frozen=True)
class Result:
    """What a run leaves behind."""

    summary: Summary
    """Of all replications together, as `summary.json` has it."""
    replications: tuple[Summary, ...]
    records: tuple[Record, ...]
    """Empty where the runs were run in other processes."""

    @cached_property
    def requests(self) -> Table:
        """Columns of `requests.csv`; NaN where a time never came.

        Raises SimulatorError where the runs were run in other processes.
        """
        return _joined([request_columns(record) for record in self._records()])

    @cached_property
    def tasks(self) -> Table:
        """Columns of `tasks.csv`; NaN where a time never came. Raises SimulatorError as `requests` does."""
        return _joined([message_columns(record) for record in self._records()])

    @cached_property
    def timeseries(self) -> Table:
        """Columns of `timeseries.csv`; NaN where there is no value. Raises SimulatorError as `requests` does."""
        most = max(record.workers for record in self._records())
        return _joined([timeseries_columns(record, most) for record in self.records])

    def _records(self) -> tuple[Record, ...]:
        if not self.records:
            raise SimulatorError("rows are kept with jobs=1 and without a cluster only")
        return self.records


def _joined(tables: Sequence[Table]) -> Table:
    return {name: np.concatenate([table[name] for table in tables]) for name in tables[0]}


def changed(scenario: Scenario, values: Mapping[str, Any]) -> Scenario:
    """The scenario with keys set: `changed(scenario, {"server.workers": 4, "clients[Cliente_1].rate": 20})`.

    Raises ScenarioError with every problem.
    """
    for key, value in values.items():
        scenario = keys.replace(scenario, key, value)
    return scenario


def run(
    scenario: Scenario | str | Path,
    *,
    seed: int | None = None,
    replications: int | None = None,
    jobs: int = 1,
    cluster: str | None = None,
) -> Result:
    """Run a scenario, a file or a bundled scenario; seed and replications in place of its own.

    Raises ScenarioError where the scenario is refused.
    """
    scenario = _seeded(scenario, seed, replications)
    count, own = scenario.run.replications, _seed(scenario)
    finished, records = Replications(), []
    if jobs == 1 and cluster is None:
        for number in range(1, count + 1):
            system = System(scenario, seed=own, replication=number)
            system.finish()
            finished.add(system.record)
            records.append(system.record)
    else:
        with _executor(jobs, cluster) as executor:
            runs = [Run(scenario, own, number, has_times=True) for number in range(1, count + 1)]
            results = dict(run_all(runs, executor))
        for _, result in sorted(results.items()):
            if result.summary is None:
                raise SimulatorError(result.error)
            finished.add_summary(result.summary, result.times)
    return Result(finished.overall(), tuple(finished.summaries), tuple(records))


def sweep(
    scenario: Scenario | str | Path,
    vary: Vary,
    *,
    samples: int | None = None,
    seed: int | None = None,
    replications: int | None = None,
    jobs: int = 1,
    cluster: str | None = None,
) -> list[dict[str, Any]]:
    """A row for each point and replication, as `sweep.csv` has them: the grid, or so many samples of it.

    A point that fails is a row with its error. Raises ScenarioError where a key cannot vary.
    """
    scenario = _seeded(scenario, seed, replications)
    asked = Sweep(scenario=scenario, varied=_varied(vary, scenario), samples=samples)
    with _executor(jobs, cluster) as executor:
        rows = list(sweep_rows(asked, executor))
    return list(SweepTable.of(asked.keys, rows).records())


def plan(
    scenario: Scenario | str | Path,
    targets: Sequence[str],
    vary: Vary,
    *,
    cost: Mapping[str, float] | None = None,
    confidence: float = 0.95,
    seed: int | None = None,
    jobs: int = 1,
    cluster: str | None = None,
) -> Plan:
    """The cheapest server that meets targets such as "p95<300ms".

    Raises ScenarioError where a target or a key is wrong.
    """
    scenario = _seeded(scenario, seed)
    wanted, varied = parse_targets(targets), _varied(vary, scenario)
    with _executor(jobs, cluster) as executor:
        return _plan(scenario, wanted, varied, executor, seed=_seed(scenario), costs=cost or {}, confidence=confidence)


def find_capacity(
    scenario: Scenario | str | Path,
    targets: Sequence[str],
    *,
    confidence: float = 0.95,
    seed: int | None = None,
    jobs: int = 1,
    cluster: str | None = None,
) -> CapacityFound:
    """The highest rate at which targets such as "p95<300ms" are met.

    Raises ScenarioError where a target is wrong.
    """
    scenario = _seeded(scenario, seed)
    wanted = parse_targets(targets)
    with _executor(jobs, cluster) as executor:
        return _find_capacity(scenario, wanted, executor, seed=_seed(scenario), confidence=confidence)


def compare(
    scenarios: Mapping[str, Scenario],
    *,
    seed: int | None = None,
    replications: int = REPLICATIONS,
    jobs: int = 1,
    cluster: str | None = None,
) -> Comparison:
    """Scenarios by name, each against the first, paired by common random numbers.

    Raises SimulatorError where there are fewer than two.
    """
    named = list(scenarios.items())
    own = _seed(_seeded(named[0][1], seed)) if named else 0
    with _executor(jobs, cluster) as executor:
        return _compare(named, executor, seed=own, replications=replications)


def _seeded(scenario: Scenario | str | Path, seed: int | None, replications: int | None = None) -> Scenario:
    loaded = scenario if isinstance(scenario, Scenario) else load(scenario)
    if seed is None and loaded.run.seed is None:
        seed = secrets.randbelow(_LARGEST_DRAWN)
    values = {"run.seed": seed, "run.replications": replications}
    return changed(loaded, {key: value for key, value in values.items() if value is not None})


def _seed(scenario: Scenario) -> int:
    assert scenario.run.seed is not None, "a seed was drawn"
    return scenario.run.seed


def _varied(vary: Vary, scenario: Scenario) -> tuple[Varied, ...]:
    varied: list[Varied] = []
    for key, values in vary.items():
        if isinstance(values, str):
            varied += parse_all([f"{key}={values}"], scenario)
            continue
        if not len(values):
            raise ScenarioError(Problem("has no values", key))
        keys.locate(scenario.plain(), key)
        varied.append(Varied(key, tuple(values)))
    return tuple(varied)


@contextmanager
def _executor(jobs: int, cluster: str | None) -> Iterator[RunExecutor]:
    with executors.local(jobs) if cluster is None else executors.cluster(cluster) as executor:
        yield executor
