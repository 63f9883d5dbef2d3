"""A scenario at many points, each with the same seeds: common random numbers make points differ by what varies."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from simulator.errors import ScenarioError
from simulator.experiment import varying
from simulator.experiment.executors import RunExecutor, run_all
from simulator.experiment.runs import Run, RunResult
from simulator.experiment.store import Finished, Store, key_of
from simulator.experiment.sweep_figures import figures_of
from simulator.experiment.varying import Point, Varied
from simulator.scenario import Scenario

if TYPE_CHECKING:
    from simulator.statistics import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """What is asked for; the scenario has a seed."""

    scenario: Scenario
    varied: tuple[Varied, ...]
    samples: int | None = None
    """Points of a Latin hypercube in place of the grid."""

    @property
    def keys(self) -> tuple[str, ...]:
        """What varies."""
        return tuple(each.key for each in self.varied)

    @property
    def replications(self) -> int:
        """Of each point."""
        return self.scenario.run.replications

    @property
    def point_count(self) -> int:
        """Raises ScenarioError where the grid has a range without a number of values."""
        return varying.count(self.varied, self.samples)

    @property
    def run_count(self) -> int:
        """Raises ScenarioError as `point_count`."""
        return self.point_count * self.replications

    @property
    def seed(self) -> int:
        """Of the scenario, and of the hypercube."""
        assert self.scenario.run.seed is not None, "a seed was drawn"
        return self.scenario.run.seed

    def with_seed(self, seed: int | None) -> "Sweep":
        """The same with another seed."""
        run = self.scenario.run.model_copy(update={"seed": seed})
        return replace(self, scenario=self.scenario.model_copy(update={"run": run}))

    def points(self) -> Iterator[Point]:
        """In order."""
        return varying.points(self.varied, self.samples, self.seed)


@dataclass(frozen=True, slots=True)
class Row:
    """One replication at one point; points count from 1."""

    point: int
    values: Point
    seed: int
    replication: int
    finished: Finished
    is_refused: bool = False
    """The point is no scenario: nothing was run."""
    is_new: bool = False
    """It was run in this call."""


def sweep_rows(
    sweep: Sweep, executor: RunExecutor, *, store: Store | None = None, is_over: Callable[[], bool] | None = None
) -> Iterator[Row]:
    """The rows as they are finished, those first that the store has; a point that is no scenario has its error.

    What is lost with a process or a worker is not stored: it may end well next time.
    """
    waiting = _Waiting(sweep, store)
    for index, result in run_all(waiting.runs(), executor, is_over=is_over or (lambda: False)):
        yield from waiting.known()
        yield waiting.taken(index, result)
    yield from waiting.known()


@dataclass(frozen=True, slots=True)
class _Place:
    point: int
    values: Point
    seed: int
    replication: int
    key: str = ""

    def row(self, finished: Finished) -> Row:
        return Row(self.point, self.values, self.seed, self.replication, finished)


@dataclass(slots=True)
class _Waiting:
    """Runs that are handed out, and rows that are known without a run."""

    sweep: Sweep
    store: Store | None
    _places: list[_Place] = field(default_factory=list)
    _known: list[Row] = field(default_factory=list)

    def runs(self) -> Iterator[Run]:
        for number, values in enumerate(self.sweep.points(), 1):
            try:
                scenario = varying.at(self.sweep.scenario, values)
            except ScenarioError as error:
                self._refuse(_Place(number, values, self.sweep.seed, 1), str(error.problems[0]))
                continue
            yield from self._replications(number, values, scenario)

    def _refuse(self, place: _Place, error: str) -> None:
        for replication in range(1, self.sweep.replications + 1):
            refused = _Place(place.point, place.values, place.seed, replication)
            self._known.append(replace(refused.row(Finished({}, error)), is_refused=True))

    def _replications(self, number: int, values: Point, scenario: Scenario) -> Iterator[Run]:
        seed = scenario.run.seed
        assert seed is not None, "that of the sweep, or one of those that vary"
        key = key_of(scenario) if self.store is not None else ""
        for replication in range(1, self.sweep.replications + 1):
            place = _Place(number, values, seed, replication, key)
            finished = self.store.find(key, replication) if self.store is not None else None
            if finished is not None:
                self._known.append(place.row(finished))
                continue
            self._places.append(place)
            yield Run(scenario, seed, replication)

    def known(self) -> Iterator[Row]:
        """Those that have come to be known since the call before."""
        known, self._known = self._known, []
        yield from known

    def taken(self, index: int, result: RunResult) -> Row:
        place = self._places[index]
        finished = Finished(_figures(result.summary), result.error)
        if self.store is not None and not result.is_lost:
            self.store.add(place.key, place.replication, finished)
        return replace(place.row(finished), is_new=True)


def _figures(summary: "Summary | None") -> dict[str, int | float | None]:
    return {} if summary is None else figures_of(summary)


def in_order(rows: Sequence[Row]) -> list[Row]:
    """By point, then by replication: the same whoever was first."""
    return sorted(rows, key=lambda row: (row.point, row.replication))
