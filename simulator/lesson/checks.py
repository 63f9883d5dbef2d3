"""What must hold between a lesson's tables, its servers and its texts."""

from collections.abc import Callable, Iterator

from simulator.errors import Problem, SimulatorError
from simulator.experiment.targets import parse_target
from simulator.lesson.figures import wrong_figure
from simulator.lesson.plans import StepPlan, places
from simulator.lesson.steps import Option, Prediction, PredictionKind, Step
from simulator.lesson.texts import LessonTexts, Passage, StepTexts
from simulator.scenario import Scenario
from simulator.scenario.problems import Location
from simulator.scenario.validation import Finding
from simulator.words import nearest, shown

_FEWEST_OPTIONS = 2


def table_findings(plan: StepPlan, index: int) -> Iterator[Finding]:
    """Of one step: its spotlight, prediction, claims and challenge, against its server."""
    step, scenario, at = plan.step, plan.scenario, ("steps", index)
    if step.spotlight is not None and (place := step.spotlight.partition("/")[0]) not in places(scenario):
        yield (*at, "spotlight"), f"the diagram has no {shown(step.spotlight)}{nearest(place, places(scenario))}"
    if step.prediction is not None:
        yield from _prediction(step.prediction, plan, (*at, "prediction"))
    for number, claim in enumerate(step.claims):
        if why := wrong_figure(claim.figure, plan.of_claim(claim.name)):
            yield (*at, "claims", number, "figure"), why
    for table in ("claims", "knobs"):
        names = [each.name for each in getattr(step, table)]
        yield from (
            ((*at, table, n), f'the name "{name}" is taken') for n, name in enumerate(names) if name in names[:n]
        )
    yield from _challenge(step, (*at, "challenge"))


def _prediction(asked: Prediction, plan: StepPlan, at: Location) -> Iterator[Finding]:
    names = [option.name for option in asked.options]
    if len(set(names)) < len(names):
        yield (*at, "options"), "two options have the same name"
    if asked.figure is not None and (why := wrong_figure(asked.figure, plan.scenario)):
        yield (*at, "figure"), why
    yield from _OF_KIND[asked.kind](asked, plan, at)
    if asked.kind is not PredictionKind.QUESTION and asked.right is not None:
        yield (*at, "right"), "only a question has it: what is right of the others is what the run has"
    if asked.kind is not PredictionKind.NUMBER and len(names) < _FEWEST_OPTIONS:
        yield at, f"{asked.kind} needs at least two options"


def _number(asked: Prediction, _plan: StepPlan, at: Location) -> Iterator[Finding]:
    if asked.figure is None:
        yield at, "needs a figure, such as throughput_per_s.mean: it is what the run has"
    if asked.options:
        yield (*at, "options"), "a number has no options"


def _question(asked: Prediction, _plan: StepPlan, at: Location) -> Iterator[Finding]:
    names = [option.name for option in asked.options]
    if asked.right not in names:
        yield at, f"right must be one of its options{nearest(asked.right or '', names)}"


def _options(asked: Prediction, plan: StepPlan, at: Location) -> Iterator[Finding]:
    for number, option in enumerate(asked.options):
        yield from _option(option, asked, plan.of_option(option.name), (*at, "options", number))
    bands = [option.is_band for option in asked.options]
    if any(bands) and (not all(bands) or asked.kind is PredictionKind.ORDER or asked.figure is None):
        yield (*at, "options"), "at_least and below belong to every option of a choice that has a figure, or to none"


_OF_KIND: dict[PredictionKind, Callable[[Prediction, StepPlan, Location], Iterator[Finding]]] = {
    PredictionKind.NUMBER: _number,
    PredictionKind.CHOICE: _options,
    PredictionKind.ORDER: _options,
    PredictionKind.QUESTION: _question,
}
assert set(_OF_KIND) == set(PredictionKind)


def _option(option: Option, asked: Prediction, scenario: Scenario, at: Location) -> Iterator[Finding]:
    if option.figure is None:
        if asked.figure is None:
            yield at, "needs a figure, its own or the prediction's"
        elif not option.is_band and not option.set:
            yield at, "needs a figure of its own, or set, or at_least and below: else nothing tells it from the others"
    elif why := wrong_figure(option.figure, scenario):
        yield (*at, "figure"), why


def _challenge(step: Step, at: Location) -> Iterator[Finding]:
    if step.challenge is None:
        return
    for group, targets in enumerate(step.challenge.stars):
        for number, target in enumerate(targets):
            try:
                parse_target(target)
            except SimulatorError as error:
                yield (*at, "stars", group, number), str(error)
    if step.prediction is None and not (step.challenge.stars and step.knobs):
        yield at, "needs stars and knobs, or a prediction"
    if step.prediction is not None and step.prediction.kind is not PredictionKind.CHOICE:
        yield at, "a prediction that is a challenge must be a choice"


def text_problems(steps: tuple[Step, ...], texts: LessonTexts, source: str) -> Iterator[Problem]:
    """Of one language: what is missing, and what speaks of nothing."""
    if not texts.title:
        yield Problem('must begin with "# " and the title', line=1, source=source)
    names = [step.name for step in steps]
    for name, section in texts.steps.items():
        if name not in names:
            yield Problem(f'there is no step "{name}"{nearest(name, names)}', line=section.line, source=source)
    for step in steps:
        said = texts.steps.get(step.name)
        if said is None:
            yield Problem(f'is missing "## {step.name}: Heading"', line=1, source=source)
        else:
            yield from _section(step, said, source)


def _section(step: Step, section: StepTexts, source: str) -> Iterator[Problem]:
    wanted = wanted_parts(step)
    for kind, name in wanted:
        passage = section.part(kind, name)
        if not (passage.label if name else passage.text):
            head = f"### {kind} {name}: Label" if name else f"### {kind}"
            yield Problem(f'the step "{step.name}" is missing "{head}"', line=section.line, source=source)
    known = [*wanted, ("why", ""), ("try", "")]
    for (kind, name), passage in section.parts.items():
        if (kind, name) not in known:
            hint = nearest(name, [other for each, other in known if each == kind])
            what = f"{kind} {name}".strip()
            yield Problem(f'the step "{step.name}" has no {what}{hint}', line=passage.line, source=source)
    for passage in section.passages():
        yield from _placeholders(step, passage, source)


def wanted_parts(step: Step) -> list[tuple[str, str]]:
    """What each language must say of a step."""
    wanted: list[tuple[str, str]] = []
    if step.prediction is not None:
        wanted += [("question", ""), ("why", "")]
        wanted += [("option", option.name) for option in step.prediction.options]
    return wanted + [("knob", knob.name) for knob in step.knobs]


def _placeholders(step: Step, passage: Passage, source: str) -> Iterator[Problem]:
    names = [claim.name for claim in step.claims]
    for name in passage.placeholders():
        if name not in names:
            why = f"{{{name}}} is no claim of this step{nearest(name, names)}"
            yield Problem(why, line=passage.line, source=source)
