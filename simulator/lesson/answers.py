"""Whether a prediction was right: it is measured against what the run has."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.lesson.amounts import Unit
from simulator.lesson.figures import figure, unit_of
from simulator.lesson.steps import Option, Prediction, PredictionKind
from simulator.statistics import Summary

Guess = float | str | tuple[str, ...]
"""A number in the figure's own unit (seconds, shares of 1), an option's name, or all names in order."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A number, and what the run has."""

    predicted: float
    measured: float
    unit: Unit

    @property
    def difference(self) -> float:
        """Above 0: too much was predicted."""
        return self.predicted - self.measured


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a guess."""

    is_right: bool
    right: Guess | None
    """What the run says; None: it had no answer to that."""
    gap: Gap | None = None
    values: Mapping[str, float] | None = None
    """What each option had."""
    unit: Unit = Unit.COUNT


class Runs:
    """The summaries of a step: its own, and those of the options that have a server of their own."""

    def __init__(self, own: Summary, options: Mapping[str, Summary] | None = None) -> None:
        self.own, self._options = own, options or {}

    def of(self, option: Option) -> Summary:
        """The run that an option speaks of."""
        return self._options.get(option.name, self.own)


def judged(asked: Prediction, guess: Guess, runs: Runs) -> Answer:
    """Whether a guess is right."""
    match asked.kind:
        case PredictionKind.NUMBER:
            return _number(asked, guess, runs)
        case PredictionKind.QUESTION:
            return Answer(guess == asked.right, asked.right)
        case PredictionKind.CHOICE | PredictionKind.ORDER:
            return _options(asked, guess, runs)


def _number(asked: Prediction, guess: Guess, runs: Runs) -> Answer:
    assert asked.figure is not None, "checked when it was read"
    measured, unit = figure(runs.own, asked.figure), unit_of(asked.figure)
    if measured is None or not isinstance(guess, int | float):
        return Answer(is_right=False, right=measured, unit=unit)
    gap = Gap(float(guess), measured, unit)
    is_right = abs(gap.difference) <= asked.tolerance * abs(measured) + 1e-9
    return Answer(is_right, measured, gap, unit=unit)


def _options(asked: Prediction, guess: Guess, runs: Runs) -> Answer:
    names = [option.figure or asked.figure or "" for option in asked.options]
    found = {option.name: figure(runs.of(option), name) for option, name in zip(asked.options, names, strict=True)}
    values = {name: value for name, value in found.items() if value is not None}
    right: Guess | None
    if any(option.is_band for option in asked.options):
        right = next(
            (each.name for each in asked.options if each.name in values and each.holds(values[each.name])), None
        )
    else:
        ordered = sorted(values, key=lambda name: values[name], reverse=asked.best == "largest")
        right = tuple(ordered) if asked.kind is PredictionKind.ORDER else next(iter(ordered), None)
    return Answer(right is not None and guess == right, right, values=values, unit=unit_of(names[0]))
