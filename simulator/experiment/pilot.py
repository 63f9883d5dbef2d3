"""A few short runs before the run: how long a warm-up it wants."""

from dataclasses import dataclass

from simulator.capacity import offered
from simulator.model import System
from simulator.scenario import Scenario
from simulator.statistics.warm_up import advised_warm_up_s

_REPLICATIONS = 5
_REQUESTS = 10_000
"""In each of them at most."""
_SEED = 1


@dataclass(frozen=True, slots=True)
class WarmUpAdvice:
    """By MSER-5, from pilot runs without a warm-up."""

    advised_s: float | None
    """None where no warm-up within half of the pilot is enough: not steady, or too short to see."""
    chosen_s: float
    """What the scenario has."""
    pilot_s: float
    """Simulated time of each pilot run."""

    @property
    def is_enough(self) -> bool:
        """Whether the scenario leaves out what the advice would."""
        return self.advised_s is not None and self.chosen_s >= self.advised_s


def advise(scenario: Scenario) -> WarmUpAdvice:
    """Takes about a second at most."""
    rate = offered(scenario).per_s
    length_s = min(scenario.run.duration, _REQUESTS / rate) if rate else scenario.run.duration
    run = scenario.run.model_copy(update={"duration": length_s, "warm_up": 0.0, "drain": length_s, "replications": 1})
    short = scenario.model_copy(update={"run": run})
    seed = scenario.run.seed if scenario.run.seed is not None else _SEED
    records = []
    for number in range(1, _REPLICATIONS + 1):
        system = System(short, seed=seed, replication=number)
        system.finish()
        records.append(system.record)
    return WarmUpAdvice(advised_warm_up_s(records), scenario.run.warm_up, length_s)
