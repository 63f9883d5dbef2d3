"""What a call of `simulate` asks for, and the scenario that this makes."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import Problem, ScenarioError
from simulator.scenario import Scenario, keys
from simulator.scenario.file import from_plain, parse, read_text

_LARGEST_DRAWN = 2**32
"""Of a seed that nobody gave: short enough to be typed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of a run."""

    config: str
    assignments: tuple[str, ...] = ()
    """KEY=VALUE, the later wins."""
    out: Path | None = None
    has_requests: bool = True
    has_trace: bool = False
    has_parquet: bool = False
    perfetto: Path | None = None
    report: Path | None = None
    language: str = "en"
    """Of the report."""
    is_quiet: bool = False
    jobs: int | None = None
    cluster: str | None = None
    until_precise: str | None = None
    at_most: int | None = None
    """Replications, with until_precise."""


def scenario_of(asked: Asked) -> tuple[Scenario, bool]:
    """The scenario as it is to be run, and whether its seed was drawn.

    Raises ScenarioError with every problem.
    """
    text, source, directory = read_text(asked.config)
    scenario = parse(text, source, directory)
    if asked.assignments:
        scenario = _assigned(scenario, asked.assignments)
    is_drawn = scenario.run.seed is None
    if is_drawn:
        run = scenario.run.model_copy(update={"seed": secrets.randbelow(_LARGEST_DRAWN)})
        scenario = scenario.model_copy(update={"run": run})
    return scenario, is_drawn


def settled(config: str, assignments: Sequence[str] | None, seed: int | None) -> tuple[Scenario, int]:
    """A scenario for many runs, and the seed that they begin with: the one given, the scenario's, or one drawn.

    Raises ScenarioError with every problem.
    """
    seeds = () if seed is None else (f"run.seed={seed}",)
    scenario, _ = scenario_of(Asked(config=config, assignments=(*(assignments or ()), *seeds)))
    assert scenario.run.seed is not None, "one was drawn where there was none"
    return scenario, scenario.run.seed


def _assigned(scenario: Scenario, assignments: Sequence[str]) -> Scenario:
    plain = scenario.plain()
    problems: list[Problem] = []
    for assignment in assignments:
        try:
            keys.put(plain, *keys.parse_assignment(assignment))
        except ScenarioError as error:
            problems += error.problems
    if problems:
        raise ScenarioError(problems)
    return from_plain(plain, scenario.directory)
