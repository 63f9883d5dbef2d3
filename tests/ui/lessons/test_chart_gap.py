"""A prediction is drawn on the chart of the run, and goes with the step."""

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from tests.ui.lessons.conftest import Begin
from ui.charts.gap import ChartGap
from ui.charts.kinds import ChartKind
from ui.charts.panel import ChartsPanel
from ui.charts.subjects.waits import Waits
from ui.lessons.chart_gap import _place
from ui.lessons.conductor import Conductor
from ui.main_window import MainWindow


def charts_of(window: MainWindow) -> ChartsPanel:
    charts = window.parts.need("charts")
    assert isinstance(charts, ChartsPanel)
    return charts


def drawn(charts: ChartsPanel) -> ChartGap | None:
    found = [subject.gap for subject in charts.subjects.values() if subject.gap is not None]
    return found[0] if found else None


def see(conductor: Conductor, guess: float) -> float:
    """Predict and see; what was measured."""
    conductor.predict(guess)
    conductor.hurry()
    assert conductor.walk is not None
    assert conductor.walk.answer is not None
    assert conductor.walk.answer.gap is not None
    return conductor.walk.answer.gap.measured


def test_the_predicted_line_comes_first_then_the_measured_one_and_both_go_with_the_step(
    window: MainWindow, begin: Begin, qtbot: QtBot
) -> None:
    charts, conductor = charts_of(window), begin("01_one_at_a_time")
    conductor.go_to(1)
    assert drawn(charts) is None
    conductor.predict(12.0)
    assert drawn(charts) == ChartGap(ChartKind.THROUGHPUT, 12.0, "you predicted 12/s")
    conductor.hurry()
    gap = drawn(charts)
    assert gap is not None
    assert gap.measured is not None
    assert gap.measured_text == f"measured {gap.measured:.3g}/s"
    window.language.set_code("pt_BR")
    qtbot.waitUntil(lambda: "previu" in (drawn(charts) or gap).predicted_text)
    conductor.next()
    assert drawn(charts) is None


def test_a_chart_that_is_asked_about_is_shown_for_as_long(window: MainWindow, begin: Begin) -> None:
    charts, conductor = charts_of(window), begin("02_uvicorn")
    chosen = window.preferences.charts
    conductor.go_to(2)
    measured = see(conductor, 40.0)
    assert drawn(charts) == ChartGap(ChartKind.QUEUES, 40.0, "you predicted 40", measured, f"measured {measured:.0f}")
    assert charts.visible_kinds == (*charts.shown[:2], ChartKind.QUEUES)
    conductor.back()
    assert charts.visible_kinds == charts.shown
    assert window.preferences.charts == chosen


def test_a_teacher_who_hides_answers_hides_the_measured_line(window: MainWindow, begin: Begin) -> None:
    window.preferences.are_answers_hidden = True
    charts, conductor = charts_of(window), begin("01_one_at_a_time")
    conductor.go_to(1)
    see(conductor, 12.0)
    assert drawn(charts) == ChartGap(ChartKind.THROUGHPUT, 12.0, "you predicted 12/s")


def test_who_turns_a_knob_has_another_server_than_the_one_predicted(window: MainWindow, begin: Begin) -> None:
    charts, conductor = charts_of(window), begin("07_backlog")
    conductor.go_to(3)
    see(conductor, 0.5)
    gap = drawn(charts)
    assert gap is not None
    assert gap.kind is ChartKind.RESPONSE_TIME
    assert gap.predicted_text.endswith(" · Coordenação"), "its curves are those of all clients"
    conductor.turn("consumers", 4)
    assert drawn(charts) is None


@pytest.mark.parametrize(
    ("place", "kind", "about"),
    [
        (("04_async", 2), ChartKind.WAITS, "service"),
        (("07_backlog", 4), ChartKind.QUEUES, "unfinished"),
        (("07_backlog", 7), ChartKind.QUEUES, "completed"),
        (("10_size", 0), ChartKind.WORKERS, ""),
    ],
)
def test_the_chart_draws_what_the_line_is_of(
    window: MainWindow, begin: Begin, place: tuple[str, int], kind: ChartKind, about: str
) -> None:
    charts, conductor = charts_of(window), begin(place[0])
    conductor.go_to(place[1])
    measured = see(conductor, 0.5)
    gap = drawn(charts)
    assert gap is not None
    assert (gap.kind, gap.about) == (kind, about)
    system = window.session.system
    assert system is not None
    system.run_until(system.scenario.run.duration)
    charts.show()
    charts.restart(system)
    charts.refresh(system.now_s, system.now_s)
    curve = drawn_curve(charts, kind)
    reached = curve[-1] if about in ("unfinished", "completed") else np.nanmean(curve[len(curve) // 3 :])
    assert reached == pytest.approx(measured, rel=0.15)


def drawn_curve(charts: ChartsPanel, kind: ChartKind) -> NDArray[np.float64]:
    """The values of the one curve that is seen, or of the lowest area."""
    subject = charts.subjects[kind]
    if isinstance(subject, Waits):
        return subject._lengths["service"]
    curves = [curve.points[1] for curve in subject.chart.plot._curves]
    (seen,) = [values for values in curves if not np.isnan(values).all()]
    return seen


def test_a_worker_that_is_predicted_is_the_one_that_is_drawn() -> None:
    assert _place("workers[2].utilisation.loop") == (ChartKind.WORKERS, "2")
    assert _place("workers[2].completed") is None
