"""`--target "p95<300ms"`: what a server must do, and what a run says about it."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from simulator.errors import Problem, ScenarioError, SimulatorError
from simulator.statistics import Summary
from simulator.units import format_time, parse_time
from simulator.words import nearest, shown

_FORM = re.compile(r"\s*([A-Za-z0-9_]+)\s*(<=|>=|<|>|=)?\s*(.*?)\s*")
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*%")
_PER_SECOND = re.compile(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*(?:/\s*s|per second)?")
_EXAMPLE = "such as p95<300ms, errors<0.1%, utilisation<80% or throughput>100"


class Unit(StrEnum):
    """What a figure is counted in."""

    TIME = "time"
    SHARE = "share"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that can be a target."""

    unit: Unit
    of: Callable[[Summary], float | None]
    """None where the run has none: nobody was answered."""
    is_to_be_below: bool = True


def _errors(summary: Summary) -> float | None:
    requests = summary.requests
    wrong = requests.refused + requests.rejected + requests.failed + requests.timed_out
    return wrong / requests.sent if requests.sent else None


def utilisation(summary: Summary) -> float | None:
    """Of the busiest kind of resource: loops, thread limiters, services."""
    uses = [worker.utilisation for worker in summary.workers]
    kinds = [[use.loop for use in uses], [use.threads for use in uses]]
    kinds += [[service.utilisation] for service in summary.services.values()]
    shares = [[share for share in kind if share is not None] for kind in kinds]
    return max((sum(kind) / len(kind) for kind in shares if kind), default=None)


FIGURES: dict[str, Figure] = {
    "mean": Figure(Unit.TIME, lambda summary: summary.response_time_s.mean),
    "p50": Figure(Unit.TIME, lambda summary: summary.response_time_s.p50),
    "p90": Figure(Unit.TIME, lambda summary: summary.response_time_s.p90),
    "p95": Figure(Unit.TIME, lambda summary: summary.response_time_s.p95),
    "p99": Figure(Unit.TIME, lambda summary: summary.response_time_s.p99),
    "errors": Figure(Unit.SHARE, _errors),
    "utilisation": Figure(Unit.SHARE, utilisation),
    "throughput": Figure(Unit.RATE, lambda summary: summary.throughput_per_s.mean, is_to_be_below=False),
}
"""Response times of completed attempts; errors are refused, rejected, failed and timed out, as a share of all sent."""


@dataclass(frozen=True, slots=True)
class Target:
    """One figure and its threshold; `text` as the user wrote it."""

    figure: str
    threshold: float
    """Seconds, a share of 1, or per second."""
    text: str

    @property
    def is_to_be_below(self) -> bool:
        """Whether smaller is better."""
        return FIGURES[self.figure].is_to_be_below

    def value(self, summary: Summary) -> float:
        """What a run had; where nobody was answered, the worst."""
        value = FIGURES[self.figure].of(summary)
        return value if value is not None else math.inf if self.is_to_be_below else 0.0

    def excess(self, value: float) -> float:
        """By how much it is missed, as a share of the threshold; negative where it is met."""
        distance = value - self.threshold if self.is_to_be_below else self.threshold - value
        return distance / self.threshold if self.threshold else distance

    def shown(self, value: float) -> str:
        """A value in the target's unit."""
        if not math.isfinite(value):
            return "no answer"
        match FIGURES[self.figure].unit:
            case Unit.TIME:
                return format_time(float(f"{value:.3g}"))
            case Unit.SHARE:
                return f"{value * 100:.3g} %"
            case Unit.RATE:
                return f"{value:.4g}/s"


def parse_target(text: str) -> Target:
    """Raises SimulatorError with the rule and the value."""
    match = _FORM.fullmatch(text)
    if match is None or not match[2]:
        raise SimulatorError(f"must be FIGURE<VALUE, {_EXAMPLE}, got {shown(text)}")
    name, sign, value = match[1].lower(), match[2], match[3]
    figure = FIGURES.get(name)
    if figure is None:
        raise SimulatorError(f"{shown(match[1])} is no figure{nearest(name, FIGURES)}: one of {', '.join(FIGURES)}")
    if sign.startswith("=") or sign.startswith("<") is not figure.is_to_be_below:
        wanted = "below: <" if figure.is_to_be_below else "above: >"
        raise SimulatorError(f"{name} is to be {wanted}, got {shown(text)}")
    return Target(name, _threshold(name, figure.unit, value), text.strip())


def _threshold(name: str, unit: Unit, text: str) -> float:
    if unit is Unit.TIME:
        try:
            seconds = parse_time(text)
        except SimulatorError as error:
            raise SimulatorError(f"{name}: {error}") from error
        if not seconds:
            raise SimulatorError(f"{name} must be a time above 0, got {shown(text)}")
        return seconds
    form, example = (_PERCENT, "80%") if unit is Unit.SHARE else (_PER_SECOND, "100")
    match = form.fullmatch(text)
    if match is None:
        raise SimulatorError(f"{name} needs a value such as {example}, got {shown(text)}")
    value = float(match[1]) / (100 if unit is Unit.SHARE else 1)
    if not 0 < value <= (1 if unit is Unit.SHARE else 1e9):
        raise SimulatorError(f"{name} must be above 0{' and at most 100%' if unit is Unit.SHARE else ''}, got {text}")
    return value


def parse_targets(texts: Sequence[str]) -> tuple[Target, ...]:
    """At least one.

    Raises ScenarioError with every problem.
    """
    targets, problems = [], []
    for text in texts:
        try:
            targets.append(parse_target(text))
        except SimulatorError as error:
            problems.append(Problem(str(error), source="--target"))
    if not texts:
        problems.append(Problem(f"there is none: give at least one, {_EXAMPLE}", source="--target"))
    if problems:
        raise ScenarioError(problems)
    return tuple(targets)
