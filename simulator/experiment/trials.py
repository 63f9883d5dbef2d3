"""Whether a scenario meets its targets: as many replications as it takes to be sure, up to a limit."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from simulator.errors import SimulatorError
from simulator.experiment.executors import RunExecutor, run_all
from simulator.experiment.runs import Run
from simulator.experiment.targets import Target
from simulator.scenario import Scenario
from simulator.statistics import Summary
from simulator.statistics.intervals import t_interval

FEWEST = 5
"""Replications of the first look; every further look has twice as many."""
MOST = 40


class Verdict(StrEnum):
    """What can be said at the stated confidence."""

    MET = "met"
    MISSED = "missed"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Reached:
    """What a scenario does about one target."""

    target: str
    value: float
    """Mean over replications."""
    interval: tuple[float, float]
    """Two-sided, each side at the error that one look may make."""
    verdict: Verdict

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "target": self.target,
            "value": self.value,
            "interval": list(self.interval),
            "verdict": str(self.verdict),
        }


@dataclass(frozen=True, slots=True)
class Trial:
    """One scenario that was tried."""

    point: Mapping[str, Any]
    """What distinguishes it from the others."""
    replications: int
    reached: tuple[Reached, ...]
    excess: float
    """By how much the target that is furthest from being met is missed, as a share of its threshold."""
    values: tuple[tuple[float, ...], ...]
    """For each target, one a replication."""
    throughput_per_s: float
    """Mean over replications."""

    @property
    def verdict(self) -> Verdict:
        """Met where all targets are, missed where one is."""
        verdicts = {each.verdict for each in self.reached}
        if Verdict.MISSED in verdicts:
            return Verdict.MISSED
        return Verdict.UNDECIDED if Verdict.UNDECIDED in verdicts else Verdict.MET

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        targets = [each.plain() for each in self.reached]
        return {"point": dict(self.point), "replications": self.replications, "verdict": str(self.verdict)} | {
            "targets": targets
        }


class Trials:
    """Tries scenarios with the same seed and replications, so that they meet the same requests.

    `most_trials` bounds how many will be tried: the error that all of them together may make is shared out among
    them (Bonferroni), and in each among its looks and targets.
    """

    def __init__(
        self,
        targets: Sequence[Target],
        executor: RunExecutor,
        seed: int,
        *,
        confidence: float = 0.95,
        most_trials: int = 1,
        most_replications: int = MOST,
    ) -> None:
        self._targets = targets
        self._executor = executor
        self._seed = seed
        self._looks = tuple(_looks(most_replications))
        self._error = (1 - confidence) / (most_trials * len(self._looks))
        self.runs = 0
        """Replications run by now."""

    def judge(self, scenario: Scenario, point: Mapping[str, Any]) -> Trial:
        """Replicate until all targets are met or one is missed, or until there have been enough.

        Raises SimulatorError where a run fails, or sends nothing.
        """
        settled = with_drain(scenario)
        summaries: list[Summary] = []
        trial = None
        for count in self._looks:
            summaries += self._replicated(settled, range(len(summaries) + 1, count + 1))
            trial = self._trial(summaries, point)
            if trial.verdict is not Verdict.UNDECIDED:
                break
        assert trial is not None, "there is at least one look"
        return trial

    def _replicated(self, scenario: Scenario, numbers: range) -> list[Summary]:
        runs = [Run(scenario, self._seed, number) for number in numbers]
        results: dict[int, Summary] = {}
        for index, result in run_all(runs, self._executor):
            if result.summary is None:
                raise SimulatorError(f"replication {numbers[index]}: {result.error}")
            if not result.summary.requests.sent:
                raise SimulatorError("nothing is sent after the warm-up, so no target can be judged")
            results[index] = result.summary
        self.runs += len(runs)
        return [results[index] for index in range(len(runs))]

    def _trial(self, summaries: Sequence[Summary], point: Mapping[str, Any]) -> Trial:
        values = tuple(tuple(target.value(summary) for summary in summaries) for target in self._targets)
        sent = sum(summary.requests.sent for summary in summaries)
        reached = tuple(self._reached(target, each, sent) for target, each in zip(self._targets, values, strict=True))
        excess = max(target.excess(each.value) for target, each in zip(self._targets, reached, strict=True))
        throughput = sum(summary.throughput_per_s.mean for summary in summaries) / len(summaries)
        return Trial(point, len(summaries), reached, excess, values, throughput)

    def _reached(self, target: Target, values: Sequence[float], sent: int) -> Reached:
        mean = sum(values) / len(values)
        if not math.isfinite(mean):
            return Reached(target.text, mean, (mean, mean), Verdict.MISSED)
        # Meeting takes all targets, so each is tested at the whole error; missing takes one, so they share it.
        met_low, met_high = _bounds(values, self._error)
        miss_low, miss_high = _bounds(values, self._error / len(self._targets))
        if target.figure == "errors" and not mean:
            # No error in n attempts: still, the share may be as high as the rule of three has it (Hanley 1983).
            met_high = max(met_high, -math.log(self._error) / max(sent, 1))
        verdict = Verdict.UNDECIDED
        if (met_high if target.is_to_be_below else -met_low) < _signed(target):
            verdict = Verdict.MET
        elif (miss_low if target.is_to_be_below else -miss_high) > _signed(target):
            verdict = Verdict.MISSED
        return Reached(target.text, mean, (met_low, met_high), verdict)


def _signed(target: Target) -> float:
    return target.threshold if target.is_to_be_below else -target.threshold


def _bounds(values: Sequence[float], error: float) -> tuple[float, float]:
    interval = t_interval(values, 1 - 2 * error)
    assert interval is not None, "the first look has several replications"
    return interval


def _looks(most: int) -> Iterator[int]:
    count = min(FEWEST, most)
    while count < most:
        yield count
        count *= 2
    yield most


def with_drain(scenario: Scenario) -> Scenario:
    """With time to answer what is still in flight at the end: without it, long response times would be left out."""
    run = scenario.run
    drain = max(run.drain, run.duration)
    return scenario.model_copy(update={"run": run.model_copy(update={"drain": drain})})
