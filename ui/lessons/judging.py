"""What a challenge is judged by: fresh seeds, and the stars that all their runs are good for. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from simulator.experiment.targets import Target, parse_target
from simulator.lesson import Challenge
from simulator.scenario import Scenario
from simulator.statistics import Summary

_LARGEST_SEED = 2**31


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one check."""

    stars: int
    targets: tuple[Target, ...]
    """All of them, those of the first star first."""
    star_of: tuple[int, ...]
    """The star that each target belongs to, from 1."""
    values: tuple[tuple[float, ...], ...]
    """Of each target, what each run had."""

    def is_met(self, number: int) -> bool:
        """Whether every run met a target."""
        return all(self.targets[number].excess(value) <= 0 for value in self.values[number])


def fresh(challenge: Challenge, scenario: Scenario, chance: Random) -> list[tuple[Scenario, int]]:
    """The runs of a check: seeds that nobody has seen."""
    return [(scenario, chance.randrange(1, _LARGEST_SEED)) for _ in range(challenge.seeds)]


def verdict(challenge: Challenge, summaries: Sequence[Summary]) -> Verdict:
    """The stars, from the first on, whose targets every run met."""
    groups = [[parse_target(text) for text in texts] for texts in challenge.stars]
    targets = tuple(target for group in groups for target in group)
    star_of = tuple(number for number, group in enumerate(groups, 1) for _ in group)
    values = tuple(tuple(target.value(summary) for summary in summaries) for target in targets)
    made = Verdict(0, targets, star_of, values)
    stars = 0
    for star in range(1, len(groups) + 1):
        if not all(made.is_met(number) for number, its in enumerate(star_of) if its == star):
            break
        stars = star
    return Verdict(stars, targets, star_of, values)
