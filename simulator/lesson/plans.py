"""The servers of a lesson's steps: each a bundled scenario, a file or an own one, or the one before, with changes."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.errors import Problem, ScenarioError
from simulator.lesson.steps import LessonTable, Step
from simulator.scenario import Scenario, bundled, load
from simulator.scenario.addresses import put
from simulator.scenario.problems import Location, key_text
from simulator.scenario.validation import Finding, validated
from simulator.words import nearest, shown

DEFAULT_SEED = 1


@dataclass(frozen=True, slots=True)
class StepPlan:
    """A step with the servers that it speaks of."""

    step: Step
    scenario: Scenario
    options: Mapping[str, Scenario] = field(default_factory=dict)
    """Of the options that change something."""
    claims: Mapping[str, Scenario] = field(default_factory=dict)
    """Of the claims that change something."""
    cases: tuple[Scenario, ...] = ()

    @property
    def seed(self) -> int:
        """Of all its runs but those of a challenge."""
        return DEFAULT_SEED if self.scenario.run.seed is None else self.scenario.run.seed

    def of_claim(self, name: str) -> Scenario:
        """The server that a claim speaks of."""
        return self.claims.get(name, self.scenario)

    def of_option(self, name: str) -> Scenario:
        """The server that an option speaks of."""
        return self.options.get(name, self.scenario)


@dataclass(slots=True)
class Planned:
    """What came of it."""

    plans: list[StepPlan | None] = field(default_factory=list)
    """None: its server is wrong."""
    found: list[Finding] = field(default_factory=list)
    """In `lesson.toml`."""
    problems: list[Problem] = field(default_factory=list)
    """In files that it names."""


def planned(table: LessonTable, folder: Path) -> Planned:
    """Every step's plan, and all that is wrong with their servers."""
    result = Planned()
    before: dict[str, Any] | None = None
    for index, step in enumerate(table.steps):
        at: Location = ("steps", index, "scenario")
        asked = step.scenario
        is_own = asked.base is not None or asked.inline is not None
        plain = _start(step, at, folder, result) if is_own else before
        if plain is None and not is_own and not index:
            result.found.append((at[:2], 'the first step needs a server: scenario.from = "01_blocking"'))
        scenario = None if plain is None else _changed(plain, asked.set, (*at, "set"), folder, result)
        before = None if scenario is None else scenario.plain()
        result.plans.append(None if scenario is None else _plan(step, scenario, index, result))
    return result


def _start(step: Step, at: Location, folder: Path, result: Planned) -> dict[str, Any] | None:
    asked = step.scenario
    if asked.inline is not None and asked.base is not None:
        result.found.append((at, "has both from and inline: one of them is enough"))
        return None
    if asked.inline is not None:
        return copy.deepcopy(asked.inline)
    assert asked.base is not None, "asked for"
    is_file = asked.base.endswith(".toml")
    path = folder / asked.base
    if not is_file and asked.base not in bundled():
        hint = nearest(asked.base, bundled())
        result.found.append(((*at, "from"), f"there is no bundled scenario {shown(asked.base)}{hint}"))
        return None
    if is_file and not path.is_file():
        result.found.append(((*at, "from"), f"there is no file {shown(asked.base)} in the lesson's folder"))
        return None
    try:
        return load(path if is_file else asked.base).plain()
    except ScenarioError as error:
        named = f"{folder.name}/{asked.base}"
        result.problems += [Problem(each.message, each.key, each.line, named) for each in error.problems]
        return None


def _plan(step: Step, scenario: Scenario, index: int, result: Planned) -> StepPlan:
    plain, folder = scenario.plain(), scenario.directory
    at: Location = ("steps", index)

    def changed(settings: Mapping[str, Any], where: Location) -> Scenario | None:
        return _changed(copy.deepcopy(plain), settings, (*at, *where, "set"), folder, result)

    options = step.prediction.options if step.prediction else ()
    made = {
        option.name: changed(option.set, ("prediction", "options", number))
        for number, option in enumerate(options)
        if option.set
    }
    claimed = {
        claim.name: changed(claim.set, ("claims", number)) for number, claim in enumerate(step.claims) if claim.set
    }
    cases = step.challenge.cases if step.challenge else ()
    cased = [changed(case, ("challenge", "cases", number)) for number, case in enumerate(cases)]
    for number, knob in enumerate(step.knobs):
        for position, value in enumerate(knob.values):
            where = (*at, "knobs", number, "values", position)
            _changed(copy.deepcopy(plain), {knob.key: value}, where, folder, result)
    return StepPlan(step, scenario, dict(_kept(made)), dict(_kept(claimed)), tuple(case for case in cased if case))


def _kept(made: Mapping[str, Scenario | None]) -> Iterator[tuple[str, Scenario]]:
    yield from ((name, scenario) for name, scenario in made.items() if scenario is not None)


def _changed(
    plain: dict[str, Any], settings: Mapping[str, Any], at: Location, folder: Path, result: Planned
) -> Scenario | None:
    before = len(result.found)
    for key, value in settings.items():
        try:
            put(plain, key, copy.deepcopy(value))
        except ScenarioError as error:
            found = error.problems[0]
            result.found.append(((*at, key), found.message if found.key == key else f"{found.key}: {found.message}"))
    scenario, wrong = validated(plain, folder)
    result.found += [(_nearest(at, location, settings), f"{key_text(location)}: {why}") for location, why in wrong]
    return scenario if len(result.found) == before else None


def _nearest(at: Location, location: Location, settings: Mapping[str, Any]) -> Location:
    """Where the change stands that is to blame."""
    last = location[-1] if location else ""
    blamed = next((key for key in settings if key.rpartition(".")[2] == last), None)
    return at if blamed is None else (*at, blamed)


def places(scenario: Scenario) -> Sequence[str]:
    """What of the diagram a spotlight can fall on."""
    found = ["listener"]
    found += [f"worker:{number + 1}" for number in range(scenario.server.workers)]
    found += [f"client:{client.name}" for client in scenario.clients]
    found += [f"service:{service.name}" for service in scenario.services]
    if scenario.broker is not None:
        found.append("broker")
    return found
