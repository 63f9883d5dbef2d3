"""From what stands in the fields to a sweep or a plan; what is wrong is said of its field. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.errors import Problem, ScenarioError, SimulatorError
from simulator.experiment.sweep import Sweep
from simulator.experiment.targets import Target, parse_targets
from simulator.experiment.varying import Varied, parse_all
from simulator.scenario import Scenario, keys
from simulator.words import shown

MOST_RUNS = 5_000
"""Of one sweep here; more belong into `simulate sweep`, which goes on where it was interrupted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields that sweeps and plans share."""

    scenario: Scenario
    """As it stands."""
    seed: int
    duration: str
    varied: Sequence[tuple[str, str]]
    """Keys and their values, as `--vary` has them."""


def base(asked: Asked, replications: int = 1) -> Scenario:
    """The scenario that varies: as it stands all the time. Raises ScenarioError."""
    still = asked.scenario.model_copy(update={"changes": ()})
    scenario = keys.replace(still, "run.duration", asked.duration.strip())
    run = scenario.run.model_copy(update={"seed": asked.seed, "replications": replications})
    return scenario.model_copy(update={"run": run})


def sweep(asked: Asked, replications: int) -> Sweep:
    """Raises ScenarioError where a field is wrong, or all together are too much."""
    scenario = base(asked, replications)
    wanted = Sweep(scenario=scenario, varied=_varied(asked, scenario))
    if (count := wanted.run_count) > MOST_RUNS:
        raise ScenarioError(
            Problem(f"that is {count:,} runs; at most {MOST_RUNS:,} here: use simulate sweep", "values")
        )
    return wanted


@dataclass(frozen=True, slots=True)
class Planned:
    """What is looked for, and among what."""

    scenario: Scenario
    targets: tuple[Target, ...]
    varied: tuple[Varied, ...]
    costs: Mapping[str, float]
    seed: int


def plan(asked: Asked, targets: str, costs: Sequence[tuple[str, str]]) -> Planned:
    """`targets` are separated by commas. Raises SimulatorError where a field is wrong."""
    scenario = base(asked)
    named = [text.strip() for text in targets.split(",") if text.strip()]
    return Planned(
        scenario,
        tuple(parse_targets(named)),
        _varied(asked, scenario),
        dict(_price(key, text) for key, text in costs if text.strip()),
        asked.seed,
    )


def _varied(asked: Asked, scenario: Scenario) -> tuple[Varied, ...]:
    varied = parse_all([f"{key}={values.strip()}" for key, values in asked.varied], scenario)
    if problems := [problem for each in varied for problem in _strangers(each, scenario)]:
        raise ScenarioError(problems)
    return varied


def _strangers(varied: Varied, scenario: Scenario) -> Iterator[Problem]:
    """What is wrong with values of a key by themselves; what does not go together is a cell that failed."""
    values = varied.values if varied.interval is None else (varied.interval.at(0.0), varied.interval.at(1.0))
    plain = scenario.plain()
    place = keys.locate(plain, varied.key)
    for value in values:
        try:
            keys.replace(scenario, varied.key, value)
        except ScenarioError as error:
            yield from (each for each in error.problems if each.key and keys.locate(plain, each.key) == place)


def _price(key: str, text: str) -> tuple[str, float]:
    try:
        price = float(text.strip().replace(",", "."))
    except ValueError:
        price = -1.0
    if not 0 <= price < float("inf"):
        raise SimulatorError(f"{key}: must be a price of 0 or more, got {shown(text)}")
    return key, price
