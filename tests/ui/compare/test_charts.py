"""A and B laid over each other: chosen by click and by key, one or all."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.compare.test_duo import ASYNC, go_to
from ui.charts.kinds import ChartKind
from ui.compare.charts import ComparedCharts
from ui.compare.duo import Duo
from ui.diagram.ink import Ink
from ui.session import Session
from ui.theme.theme import Theme, ThemeName

END_S = 5.0


@pytest.fixture
def charts(session: Session, duo: Duo, qtbot: QtBot) -> ComparedCharts:
    """Of two runs that went on for a while."""
    assert duo.begin(ASYNC)
    go_to(session, duo, END_S)
    assert session.system is not None
    assert duo.system is not None
    theme = Theme(ThemeName.LIGHT)
    charts = ComparedCharts(theme, Ink(theme, is_dark=False))
    qtbot.addWidget(charts)
    charts.resize(900, 300)
    charts.show()
    charts.restart(session.system, duo.system)
    charts.refresh(END_S, END_S, is_settled=True)
    return charts


@pytest.mark.parametrize("kind", ChartKind)
def test_the_lines_of_both_are_drawn_and_told_apart_without_colour(charts: ComparedCharts, kind: ChartKind) -> None:
    charts.choose(kind)
    curves = charts.charts[kind].plot._curves
    a, b = (curve.points for curve in curves[2:])
    assert len(a[0]) > 1
    assert not np.array_equal(a[1], b[1], equal_nan=True)
    assert [curve.is_dashed for curve in curves[2:]] == [False, True]


def test_while_time_goes_on_one_chart_is_drawn_at_a_time(charts: ComparedCharts) -> None:
    charts.show_all(True)
    for chart in charts.charts.values():
        chart.forget()
    for turn in range(1, len(ChartKind) + 1):
        charts.refresh(END_S, END_S, is_settled=False)
        assert sum(chart.overlay is not None for chart in charts.charts.values()) == turn


def test_the_focus_stays_on_the_button_that_shows_all(charts: ComparedCharts, qtbot: QtBot) -> None:
    charts.all.setFocus()
    for are_all_shown in (True, False):
        qtbot.keyClick(charts.all, Qt.Key.Key_Space)
        assert charts.are_all_shown is are_all_shown
        assert charts.focusWidget() is charts.all
