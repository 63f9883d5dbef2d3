"""The cheapest server that meets its targets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, log2
from typing import Any

import numpy as np

from simulator.experiment import varying
from simulator.experiment.candidates import Candidates, candidates
from simulator.experiment.executors import RunExecutor
from simulator.experiment.targets import Target
from simulator.experiment.trials import MOST, Trial, Trials, Verdict
from simulator.experiment.varying import Point, Varied
from simulator.scenario import Scenario
from simulator.statistics.intervals import t_interval

Advance = Callable[[float], None]
"""Called with the share that is done, 0..1."""
_UNDECIDED = 3
"""Trials that a bisection may make beyond its halvings: each undecided point leaves both sides open."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What was found, and what it stands on."""

    answer: Mapping[str, Any] | None
    """Values of the keys that vary; None where no point was shown to meet the targets."""
    cost: float | None
    """By the weights that were given; None without them."""
    is_confident: bool
    """Whether everything cheaper was shown to miss a target, or, without an answer, everything was."""
    confidence: float
    trials: tuple[Trial, ...]
    """In the order in which they were made."""
    cannot_tell: tuple[Point, ...]
    """Cheaper points, or as cheap, of which it could not be told whether they are worse."""
    nearest: Trial | None
    """Without an answer: what came closest."""
    seed: int
    runs: int

    @property
    def found(self) -> Trial | None:
        """The trial of the answer."""
        return next((trial for trial in self.trials if trial.point == self.answer), None)

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        found = self.found or self.nearest
        return {
            "answer": None if self.answer is None else dict(self.answer),
            "cost": self.cost,
            "confident": self.is_confident,
            "confidence": self.confidence,
            "targets": [each.plain() for each in found.reached] if found else [],
            "cannot_tell": [dict(point) for point in self.cannot_tell],
            "nearest": dict(self.nearest.point) if self.nearest else None,
            "evidence": [trial.plain() for trial in self.trials],
            "seed": self.seed,
            "runs": self.runs,
        }


def plan(
    scenario: Scenario,
    targets: Sequence[Target],
    varied: Sequence[Varied],
    executor: RunExecutor,
    *,
    seed: int,
    costs: Mapping[str, float] | None = None,
    confidence: float = 0.95,
    most_replications: int = MOST,
    advance: Advance = lambda _: None,
) -> Plan:
    """By bisection where one key varies of which more is never worse; else by trying what settles most.

    Raises SimulatorError where the call is wrong or a run fails.
    """
    choice = candidates(scenario, varied, costs or {})
    for point in choice.points:
        varying.at(scenario, point)
    most = _most_trials(choice)
    trials = Trials(
        targets, executor, seed, confidence=confidence, most_trials=most, most_replications=most_replications
    )
    search = _Search(scenario, choice, trials)
    while search.left.any():
        search.step()
        advance(min(1.0, len(search.made) / most))
    return search.result(targets, confidence, seed, has_costs=bool(costs))


def _most_trials(choice: Candidates) -> int:
    count = len(choice.points)
    return ceil(log2(count + 1)) + _UNDECIDED if choice.is_monotone else count


class _Search:
    def __init__(self, scenario: Scenario, choice: Candidates, trials: Trials) -> None:
        self._scenario = scenario
        self._choice = choice
        self._trials = trials
        self.left = np.ones(len(choice.points), dtype=bool)
        """Points that may still be the answer."""
        self.made: dict[int, Trial] = {}
        self._doubtful = np.zeros(len(choice.points), dtype=bool)
        """Points that may meet the targets, although it could not be shown."""

    def step(self) -> None:
        """Try one more, and leave out what it settles."""
        choice = self._choice
        index = self._next()
        point = choice.points[index]
        trial = self._trials.judge(varying.at(self._scenario, point), point)
        self.made[index] = trial
        self.left[index] = False
        match trial.verdict:
            case Verdict.MET:
                self.left &= ~choice.dearer(index)
            case Verdict.MISSED:
                self.left &= ~choice.no_better(index)
                self._doubtful &= ~choice.no_better(index)
            case Verdict.UNDECIDED:
                self._doubtful[index] = True

    def _next(self) -> int:
        if self._choice.is_monotone and self._doubtful.any():
            # Just below a point that stays open lies the one whose miss would settle all that are cheaper.
            below = self.left & self._choice.no_better(int(np.flatnonzero(self._doubtful)[0]))
            if below.any():
                return int(np.flatnonzero(below)[-1])
        return self._choice.next_of(self.left)

    def result(self, targets: Sequence[Target], confidence: float, seed: int, *, has_costs: bool) -> Plan:
        """All is settled."""
        met = [index for index, trial in self.made.items() if trial.verdict is Verdict.MET]
        ranks = self._choice.ranks
        cheapest = min((ranks[index] for index in met), default=None)
        best = [index for index in met if ranks[index] == cheapest]
        answer, equals = _selected(best, self.made, targets, confidence)
        doubtful = self._doubtful & (ranks <= cheapest) if cheapest is not None else self._doubtful
        made = tuple(self.made.values())
        return Plan(
            answer=None if answer is None else self._choice.points[answer],
            cost=None if answer is None or not has_costs else float(self._choice.prices[answer]),
            is_confident=not doubtful.any(),
            confidence=confidence,
            trials=made,
            cannot_tell=tuple(self._choice.points[index] for index in (*np.flatnonzero(doubtful), *equals)),
            nearest=None if answer is not None else min(made, key=lambda trial: trial.excess),
            seed=seed,
            runs=self._trials.runs,
        )


def _selected(
    best: Sequence[int], made: Mapping[int, Trial], targets: Sequence[Target], confidence: float
) -> tuple[int | None, list[int]]:
    """Of equally cheap ones that all meet the targets, that with the most to spare; and which may be as good.

    Paired, replication by replication, on the first target; the error is shared among the pairs.
    """
    if not best:
        return None, []
    ranked = sorted(best, key=lambda index: targets[0].excess(made[index].reached[0].value))
    first, *others = ranked
    equals = []
    for other in others:
        pairs = zip(made[first].values[0], made[other].values[0], strict=False)
        interval = t_interval([one - two for one, two in pairs], 1 - (1 - confidence) / len(others))
        if interval is not None and interval[0] <= 0 <= interval[1]:
            equals.append(other)
    return first, equals
