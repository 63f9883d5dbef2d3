"""A and B laid over each other."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.compare.test_duo import ASYNC, go_to
from ui.charts.run import Run
from ui.compare.chart import ComparedChart
from ui.compare.duo import Duo
from ui.compare.overlay import OVERLAYS
from ui.diagram.ink import Ink
from ui.session import Session
from ui.theme.theme import Theme, ThemeName

END_S = 5.0


@pytest.fixture
def chart(session: Session, duo: Duo, qtbot: QtBot) -> ComparedChart:
    """Of two runs that went on for a while."""
    assert duo.begin(ASYNC)
    go_to(session, duo, END_S)
    assert session.system is not None
    assert duo.system is not None
    chart = ComparedChart(Ink(Theme(ThemeName.LIGHT), is_dark=False))
    qtbot.addWidget(chart)
    chart.resize(900, 300)
    chart.show()
    chart.restart(session.system, duo.system)
    chart.refresh(END_S, END_S)
    return chart


@pytest.mark.parametrize("name", OVERLAYS)
def test_each_overlay_is_chosen_by_click_and_by_key(chart: ComparedChart, qtbot: QtBot, name: str) -> None:
    chart.choose("workers" if name != "workers" else "queues")
    qtbot.mouseClick(chart.choices[name], Qt.MouseButton.LeftButton)
    clicked = chart.overlay
    chart.choose("workers" if name != "workers" else "queues")
    qtbot.keyClick(chart.choices[name], Qt.Key.Key_Space)
    assert clicked is chart.overlay is OVERLAYS[name]


@pytest.mark.parametrize("name", OVERLAYS)
def test_the_lines_of_both_are_drawn(chart: ComparedChart, name: str) -> None:
    chart.choose(name)
    drawn = [curve.getData() for curve in chart.plot._curves]
    # The dashed ones come first; of the solid ones, A before B.
    assert all(times is not None and len(times) > 1 for times, _ in drawn[2:])
    assert not np.array_equal(drawn[2][1], drawn[3][1], equal_nan=True)


def test_the_lines_are_those_of_the_runs(session: Session, duo: Duo) -> None:
    assert duo.begin()
    go_to(session, duo, END_S)
    assert session.system is not None
    run = Run(session.system)
    frame = run.frame(END_S, END_S)
    lines = OVERLAYS["throughput"].lines(frame, run)
    assert lines.solid is frame.curves.rates["completed"]
    waiting = OVERLAYS["queues"].lines(frame, run)
    assert waiting.solid[-1] == pytest.approx(sum(values[-1] for values in frame.curves.queues.values()))
    held = OVERLAYS["workers"].lines(frame, run)
    assert np.nanmax(held.solid) <= 1.0
    assert len(held.times_s) == len(held.solid)
