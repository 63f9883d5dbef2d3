"""Scenarios side by side, paired: the same requests meet each of them, so what differs is what was changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.errors import SimulatorError
from simulator.experiment.executors import RunExecutor, run_all
from simulator.experiment.runs import Run
from simulator.experiment.targets import FIGURES
from simulator.experiment.trials import with_drain
from simulator.scenario import Scenario
from simulator.statistics import Summary
from simulator.statistics.intervals import Interval, t_interval

REPLICATIONS = 10
FEWEST = 2
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one figure between a scenario and the first."""

    figure: str
    base: float
    """Mean over replications of the first scenario."""
    value: float
    """Of this one."""
    difference: float
    """Value less base, a mean of paired differences."""
    interval: Interval
    is_shown: bool
    """Whether 0 lies outside of the interval, or all replications differ alike."""

    @property
    def share(self) -> float | None:
        """Of the base; None where that is 0."""
        return self.difference / self.base if self.base else None

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "figure": self.figure,
            "base": self.base,
            "value": self.value,
            "difference": self.difference,
            "share": self.share,
            "ci95": list(self.interval),
            "is_shown": self.is_shown,
        }


@dataclass(frozen=True, slots=True)
class Compared:
    """One scenario against the first."""

    name: str
    differences: tuple[Difference, ...]
    """A figure that either has not is left out."""

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"name": self.name, "differences": [each.plain() for each in self.differences]}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Of several scenarios with the first."""

    base: str
    compared: tuple[Compared, ...]
    seed: int
    replications: int

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "base": self.base,
            "seed": self.seed,
            "replications": self.replications,
            "compared": [each.plain() for each in self.compared],
        }


def compare(
    scenarios: Sequence[tuple[str, Scenario]],
    executor: RunExecutor,
    *,
    seed: int,
    replications: int = REPLICATIONS,
    advance: Callable[[float], None] = lambda _: None,
) -> Comparison:
    """Names and scenarios, the first of which the others are compared with; all get this seed.

    Answers are waited for after the end, for up to as long again, so that slow ones are not left out.
    Raises SimulatorError where there are fewer than two, or a run fails.
    """
    if len(scenarios) < FEWEST:
        raise SimulatorError("compare: needs at least two scenarios")
    if replications < FEWEST:
        raise SimulatorError(f"replications: must be at least {FEWEST} to compare, got {replications}")
    runs = [
        Run(with_drain(scenario), seed, number) for _, scenario in scenarios for number in range(1, replications + 1)
    ]
    summaries: dict[int, Summary] = {}
    for index, result in run_all(runs, executor):
        if result.summary is None:
            raise SimulatorError(f"{scenarios[index // replications][0]}: {result.error}")
        summaries[index] = result.summary
        advance(len(summaries) / len(runs))
    of_each = [
        [summaries[first + number] for number in range(replications)] for first in range(0, len(runs), replications)
    ]
    return Comparison(
        base=scenarios[0][0],
        compared=tuple(
            Compared(name, tuple(_differences(of_each[0], mine)))
            for (name, _), mine in zip(scenarios[1:], of_each[1:], strict=True)
        ),
        seed=seed,
        replications=replications,
    )


def _differences(base: Sequence[Summary], other: Sequence[Summary]) -> Iterator[Difference]:
    for name, figure in FIGURES.items():
        pairs = [(figure.of(one), figure.of(two)) for one, two in zip(base, other, strict=True)]
        whole = [(one, two) for one, two in pairs if one is not None and two is not None]
        interval = t_interval([two - one for one, two in whole], CONFIDENCE)
        if interval is None:
            continue
        low, high = interval
        ones, twos = (sum(values) / len(whole) for values in zip(*whole, strict=True))
        # Where nothing differs by chance the interval is a point: 0 is no difference.
        yield Difference(name, ones, twos, twos - ones, interval, is_shown=low > 0 or high < 0)
