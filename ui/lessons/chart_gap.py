"""A step's prediction as it is drawn on the charts of the run: on which of them, and in which words."""

import re

from PySide6.QtCore import QCoreApplication

from simulator.lesson import PredictionKind
from simulator.lesson.figures import unit_of
from ui.charts.gap import ChartGap
from ui.charts.kinds import ChartKind
from ui.lessons.numbers import said
from ui.lessons.walk import Phase, Walk

_CHARTS = (
    (r".*throughput_per_s.*", ChartKind.THROUGHPUT, ""),
    (r".*response_time_s.*", ChartKind.RESPONSE_TIME, ""),
    (r"accept_queue.*", ChartKind.QUEUES, ""),
    (r"tasks\.queue.*", ChartKind.QUEUES, ""),
    (r"tasks\.(unfinished|completed)", ChartKind.QUEUES, r"\1"),
    (r"services\[.*\]\.busy_mean", ChartKind.WAITS, "service"),
    (r"utilisation|loop_utilisation", ChartKind.WORKERS, ""),
    (r"workers\[(\d+)\]\.utilisation\.loop", ChartKind.WORKERS, r"\1"),
)
"""A figure's name, the chart that draws what the figure is a mean, a maximum or a quantile of, and what of it."""


_PART = re.compile(r"\[([^\]]+)\]")


def chart_gap(walk: Walk | None, *, are_answers_hidden: bool) -> ChartGap | None:
    """None where there is nothing to be drawn: nothing was predicted yet, no chart has it, or a knob was turned since.

    What was measured comes with the answer, and not where the teacher keeps that back.
    """
    if walk is None or walk.phase is Phase.PREDICT or walk.tried:
        return None
    asked = walk.plan.step.prediction
    if asked is None or asked.kind is not PredictionKind.NUMBER or not isinstance(walk.guess, int | float):
        return None
    figure = asked.figure or ""
    place = _place(figure)
    if place is None:
        return None
    unit = unit_of(figure)
    predicted = QCoreApplication.translate("GapChart", "you predicted {value}")
    predicted = predicted.format(value=said(walk.guess, unit)) + _whose(figure)
    answer = None if are_answers_hidden else walk.answer
    if answer is None or answer.gap is None:
        return ChartGap(place[0], walk.guess, predicted, about=place[1])
    measured = QCoreApplication.translate("GapChart", "measured {value}")
    measured = measured.format(value=said(answer.gap.measured, unit))
    return ChartGap(place[0], walk.guess, predicted, answer.gap.measured, measured, place[1])


def _place(figure: str) -> tuple[ChartKind, str] | None:
    """The chart, and what of it; None: no chart has that."""
    found = ((re.fullmatch(name, figure), kind, about) for name, kind, about in _CHARTS)
    return next(((kind, match.expand(about)) for match, kind, about in found if match is not None), None)


def _whose(figure: str) -> str:
    """What it is of, where it is of one: the chart has the curves of all. Once is enough, and there is room."""
    part = _PART.search(figure)
    if part is None:
        return ""
    return f" · W{part[1]}" if figure.startswith("workers") else f" · {part[1]}"
