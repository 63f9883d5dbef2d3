"""The numbers that a lesson states, held against runs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from simulator.lesson.answers import Runs, judged
from simulator.lesson.figures import figure
from simulator.lesson.file import Lesson
from simulator.lesson.plans import DEFAULT_SEED, StepPlan
from simulator.lesson.steps import Claim
from simulator.model import System
from simulator.scenario import Scenario
from simulator.statistics import Summary, summarised, tallied


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim, and what the run had."""

    plan: StepPlan
    claim: Claim
    measured: float | None

    @property
    def is_true(self) -> bool:
        """Whether the text may say so."""
        return self.claim.holds(self.measured)


def summary_of(scenario: Scenario, seed: int | None = None) -> Summary:
    """The figures of one whole run; without a seed, the scenario's own."""
    own = DEFAULT_SEED if scenario.run.seed is None else scenario.run.seed
    system = System(scenario, seed=own if seed is None else seed)
    system.finish()
    return summarised(system.record, tallied(system.record))


def facts(lesson: Lesson, run: Callable[[Scenario], Summary] = summary_of) -> Iterator[Fact]:
    """Every claim of every step; a server is run once, however many claims speak of it."""
    done: list[tuple[Scenario, Summary]] = []
    for plan in lesson.plans:
        for claim in plan.step.claims:
            scenario = plan.of_claim(claim.name)
            summary = next((known for ran, known in done if ran == scenario), None)
            if summary is None:
                summary = run(scenario)
                done.append((scenario, summary))
            yield Fact(plan, claim, figure(summary, claim.figure))


def unanswered(lesson: Lesson, run: Callable[[Scenario], Summary] = summary_of) -> Iterator[StepPlan]:
    """Steps whose prediction no run answers: its figure was not measured, or lies in no option's band."""
    for plan in lesson.plans:
        asked = plan.step.prediction
        if asked is not None:
            runs = Runs(run(plan.scenario), {name: run(other) for name, other in plan.options.items()})
            if judged(asked, "", runs).right is None:
                yield plan
