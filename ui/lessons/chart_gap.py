"""A step's prediction as it is drawn on the charts of the run: on which of them, and in which words."""

import re

from PySide6.QtCore import QCoreApplication

from simulator.lesson import PredictionKind
from simulator.lesson.figures import unit_of
from ui.charts.gap import ChartGap
from ui.charts.kinds import ChartKind
from ui.lessons.numbers import said
from ui.lessons.walk import Phase, Walk

_CHARTS = {
    "throughput_per_s": ChartKind.THROUGHPUT,
    "response_time_s": ChartKind.RESPONSE_TIME,
    "accept_queue": ChartKind.QUEUES,
}
"""What a figure's name has in it, where a chart draws what the figure is a mean, a maximum or a quantile of."""


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
    kind = next((kind for word, kind in _CHARTS.items() if word in figure), None)
    if kind is None:
        return None
    unit = unit_of(figure)
    predicted = QCoreApplication.translate("GapChart", "you predicted {value}")
    predicted = predicted.format(value=said(walk.guess, unit)) + _whose(figure)
    answer = None if are_answers_hidden else walk.answer
    if answer is None or answer.gap is None:
        return ChartGap(kind, walk.guess, predicted)
    measured = QCoreApplication.translate("GapChart", "measured {value}")
    return ChartGap(
        kind, walk.guess, predicted, answer.gap.measured, measured.format(value=said(answer.gap.measured, unit))
    )


def _whose(figure: str) -> str:
    """The client or the route, where it is one: the chart has the curves of all. Once is enough, and there is room."""
    part = _PART.search(figure)
    return f" · {part[1]}" if part is not None else ""
