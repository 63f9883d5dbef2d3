"""The highest rate at which a scenario still meets its targets."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from simulator import capacity
from simulator.errors import SimulatorError
from simulator.experiment.executors import RunExecutor
from simulator.experiment.targets import Target
from simulator.experiment.trials import MOST, Trial, Trials, Verdict
from simulator.scenario import ArrivalKind, Scenario
from simulator.scenario.validation import from_plain

Advance = Callable[[float], None]
"""Called with the share that is done, 0..1."""
PRECISION = 0.02
FURTHEST = 1024
"""Times the scenario's own rate, up or down."""
FEWEST_REQUESTS = 50
"""Sent in a run: with fewer nothing is found out."""
_MOST_USERS = 1_000_000
_FASTEST_PER_S = 1e6


class Floor(StrEnum):
    """Why no lower rate was tried."""

    FEW_REQUESTS = "few requests"
    """A run would send fewer than FEWEST_REQUESTS."""
    FEW_USERS = "few users"
    """Each group has one user."""
    FURTHEST = "furthest"
    """The scenario's own rate is FURTHEST times as much."""


@dataclass(frozen=True, slots=True)
class CapacityFound:
    """What was found, and what it stands on."""

    factor: float | None
    """Times the scenario's own rates, at which the targets were shown to be met; None where they were at none."""
    rate_per_s: float | None
    """Offered there; of closed groups what was answered."""
    clients: Mapping[str, float]
    """Rate per second, or users, of each group there."""
    users: int | None
    """There, where all groups are closed; else None."""
    missed_users: int | None
    """The fewest that were shown to be too many."""
    missed_per_s: float | None
    """The lowest that was shown to be too much; None where none was."""
    is_confident: bool
    """Whether what is `precision` above was shown to be too much."""
    confidence: float
    theoretical_per_s: float | None
    """What the server can answer at most, whatever the targets; None where nothing limits it."""
    bottleneck: str | None
    trials: tuple[Trial, ...]
    nearest: Trial | None
    """Without an answer: what came closest."""
    floor: Floor | None
    """Without an answer: why nothing lower was tried."""
    lowest_per_s: float
    """The lowest rate that was tried."""
    seed: int
    runs: int

    @property
    def found(self) -> Trial | None:
        """The trial of the answer."""
        return next((trial for trial in self.trials if trial.point["factor"] == self.factor), None)

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        found = self.found or self.nearest
        answer = None
        if self.factor is not None:
            answer = {
                "rate_per_s": self.rate_per_s,
                "users": self.users,
                "factor": self.factor,
                "clients": dict(self.clients),
            }
        return {
            "answer": answer,
            "confident": self.is_confident,
            "confidence": self.confidence,
            "missed_per_s": self.missed_per_s,
            "missed_users": self.missed_users,
            "theoretical_per_s": self.theoretical_per_s,
            "bottleneck": self.bottleneck,
            "targets": [each.plain() for each in found.reached] if found else [],
            "evidence": [trial.plain() for trial in self.trials],
            "seed": self.seed,
            "runs": self.runs,
        }


def find_capacity(
    scenario: Scenario,
    targets: Sequence[Target],
    executor: RunExecutor,
    *,
    seed: int,
    confidence: float = 0.95,
    precision: float = PRECISION,
    most_replications: int = MOST,
    advance: Advance = lambda _: None,
) -> CapacityFound:
    """All groups send more, or less, in the same proportion; by bisection, since more load is never easier.

    Raises SimulatorError where a group cannot be scaled or a run fails.
    """
    _require_scalable(scenario)
    most = math.ceil(math.log2(FURTHEST)) + math.ceil(math.log2(1 / precision))
    trials = Trials(
        targets, executor, seed, confidence=confidence, most_trials=most, most_replications=most_replications
    )
    search = _Search(scenario, trials, precision)
    while (factor := search.next()) is not None:
        search.judge(factor)
        advance(min(1.0, len(search.made) / most))
    return search.result(confidence, seed)


class _Search:
    def __init__(self, scenario: Scenario, trials: Trials, precision: float) -> None:
        self._scenario = scenario
        self._trials = trials
        self._precision = precision
        self.made: dict[float, Trial] = {}

    def _factors(self, *verdicts: Verdict) -> list[float]:
        return [factor for factor, trial in self.made.items() if trial.verdict in verdicts]

    @property
    def met(self) -> float | None:
        """The highest that was shown to meet the targets."""
        return max(self._factors(Verdict.MET), default=None)

    @property
    def missed(self) -> float | None:
        """The lowest that was shown to miss one."""
        return min(self._factors(Verdict.MISSED), default=None)

    def next(self) -> float | None:
        """The factor to try; None where all is known that can be."""
        if not self.made:
            return self._begin()
        met, above = self.met, self._above()
        if met is None:
            lower = min(self.made) / 2
            return lower if self._floor(lower) is None else None
        if above is None:
            return self._higher(2 * met)
        middle = math.sqrt(met * above)
        if above / met > 1 + self._precision:
            return middle
        return self._too_much()

    def _too_much(self) -> float | None:
        """Above what stays undecided, what may be shown to be too much, until that is near."""
        missed, highest = self.missed, max(self._factors(Verdict.MET, Verdict.UNDECIDED))
        if missed is None:
            return self._higher(highest * (1 + 5 * self._precision))
        middle = math.sqrt(missed * highest)
        return middle if missed > highest * (1 + 3 * self._precision) else None

    def _begin(self) -> float:
        """Near the answer, where it can be guessed: not far below what the server can answer at all."""
        bound = capacity.capacity(self._scenario).per_s
        asked = capacity.offered(self._scenario).per_s
        factor = 0.9 * bound / asked if asked else 1.0
        return factor if 1 / FURTHEST < factor < FURTHEST and _can_be(self._scenario, factor) else 1.0

    def _above(self) -> float | None:
        """The lowest above the answer that was not shown to meet the targets."""
        met = self.met or 0.0
        others = self._factors(Verdict.MISSED, Verdict.UNDECIDED)
        return min((factor for factor in others if factor > met), default=None)

    def _higher(self, factor: float) -> float | None:
        return factor if factor <= FURTHEST and _can_be(self._scenario, factor) else None

    def _floor(self, factor: float) -> Floor | None:
        """Why it cannot be tried, where that is so."""
        run = self._scenario.run
        if factor * capacity.offered(self._scenario).per_s * (run.duration - run.warm_up) < FEWEST_REQUESTS:
            return Floor.FEW_REQUESTS
        if not self._is_other(factor, 2 * factor):
            return Floor.FEW_USERS
        return Floor.FURTHEST if factor < 1 / FURTHEST else None

    def _is_other(self, one: float, other: float) -> bool:
        """Whether the two make different scenarios: users are whole."""
        return _clients(self._scenario, one) != _clients(self._scenario, other)

    def judge(self, factor: float) -> None:
        """Try it; since users are whole, it may have been tried by another factor."""
        same = next((each for each in self.made if not self._is_other(each, factor)), None)
        if same is not None:
            self.made[factor] = replace(self.made[same], point={"factor": factor})
        else:
            self.made[factor] = self._trials.judge(scaled(self._scenario, factor), {"factor": factor})

    def result(self, confidence: float, seed: int) -> CapacityFound:
        """All is known that can be."""
        met, missed = self.met, self.missed
        bound = capacity.capacity(self._scenario)
        is_near = met is not None and missed is not None and missed / met <= 1 + 2 * self._precision
        return CapacityFound(
            factor=met,
            rate_per_s=None if met is None else self._rate(met),
            clients={} if met is None else _clients(self._scenario, met),
            users=None if met is None else self._users(met),
            missed_users=None if missed is None else self._users(missed),
            missed_per_s=None if missed is None else self._rate(missed),
            is_confident=is_near if met is not None else bool(self.made) and missed == min(self.made),
            confidence=confidence,
            theoretical_per_s=None if bound.bottleneck is None else bound.per_s,
            bottleneck=None if bound.bottleneck is None else str(bound.bottleneck),
            trials=self._distinct(),
            nearest=None if met is not None else min(self.made.values(), key=lambda trial: trial.excess),
            floor=None if met is not None else self._floor(min(self.made) / 2),
            lowest_per_s=self._rate(min(self.made)),
            seed=seed,
            runs=self._trials.runs,
        )

    def _distinct(self) -> tuple[Trial, ...]:
        """In order of factor; of those that were the same run, the answer's own or the first."""
        shown: dict[tuple[float, ...], Trial] = {}
        for factor in sorted(self.made):
            key = tuple(_clients(self._scenario, factor).values())
            if key not in shown or factor == self.met:
                shown[key] = self.made[factor]
        return tuple(shown.values())

    def _users(self, factor: float) -> int | None:
        groups = self._scenario.clients
        if any(client.users is None for client in groups):
            return None
        return sum(_users(client.users or 1, factor) for client in groups)

    def _rate(self, factor: float) -> float:
        """What is sent; users send as often as they are answered."""
        if any(client.users is not None for client in self._scenario.clients):
            return self.made[factor].throughput_per_s
        return capacity.offered(self._scenario).open_per_s * factor


# Sending more


def scaled(scenario: Scenario, factor: float) -> Scenario:
    """The scenario with all rates and users times a factor; users are whole, and at least one."""
    plain = scenario.plain()
    for client in plain["clients"]:
        for key in ("rate", "burst_rate"):
            if client.get(key) is not None:
                client[key] = client[key] * factor
        if client.get("users") is not None:
            client["users"] = _users(client["users"], factor)
        if client.get("profile") is not None:
            client["profile"] = [[at, rate * factor] for at, rate in client["profile"]]
    return from_plain(plain, scenario.directory)


def _users(users: int, factor: float) -> int:
    return max(1, round(users * factor))


def _clients(scenario: Scenario, factor: float) -> dict[str, float]:
    sizes: dict[str, float] = {}
    for client in scenario.clients:
        if client.users is not None:
            sizes[client.name] = _users(client.users, factor)
        else:
            sizes[client.name] = (client.rate or 1.0) * factor
    return sizes


def _can_be(scenario: Scenario, factor: float) -> bool:
    for client in scenario.clients:
        if client.users is not None and client.users * factor > _MOST_USERS:
            return False
        rates = [client.rate or 0.0, client.burst_rate or 0.0, *(rate for _, rate in client.profile or ())]
        if max(rates) * factor > _FASTEST_PER_S:
            return False
    return True


def _require_scalable(scenario: Scenario) -> None:
    for client in scenario.clients:
        if client.arrivals is ArrivalKind.REPLAY:
            raise SimulatorError(f"clients[{client.name}] replays a file, which cannot be made faster")
    if any(key.set.rpartition(".")[2] in ("rate", "users", "burst_rate") for key in scenario.changes):
        raise SimulatorError("changes: set how much is sent while it runs, so there is no one rate to look for")
