"""Where there is little height, charts and table are scrolled: nothing is pressed flat, and no row is left out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from simulator.statistics.paired import PairedFigure
from ui.charts.kinds import ChartKind
from ui.compare.charts import ComparedCharts
from ui.compare.lower import Lower
from ui.compare.table import DifferenceTable
from ui.diagram.ink import Ink
from ui.theme.theme import Theme, ThemeName


@pytest.fixture
def lower(qtbot: QtBot) -> Lower:
    """So low that neither has the height it needs."""
    theme = Theme(ThemeName.LIGHT)
    ink = Ink(theme, is_dark=False)
    lower = Lower(ComparedCharts(theme, ink), DifferenceTable(ink))
    qtbot.addWidget(lower)
    lower.resize(1280, 140)
    lower.show()
    return lower


def area_of(part: QWidget | None) -> QScrollArea:
    assert part is not None
    area = part.parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    return area


def test_all_charts_keep_a_height_that_tells_something_and_the_wheel_brings_the_others(lower: Lower) -> None:
    charts = lower.findChild(ComparedCharts)
    assert charts is not None
    charts.show_all(True)
    QApplication.processEvents()
    assert min(chart.height() for chart in charts.charts.values()) >= 115
    field = charts.charts[ChartKind.THROUGHPUT].plot.widget.viewport()
    QTest.wheelEvent(lower.windowHandle(), field.mapTo(lower, field.rect().center()).toPointF(), QPoint(0, -120))
    QApplication.processEvents()
    assert area_of(charts).verticalScrollBar().value() > 0


def test_one_chart_needs_no_scrolling(lower: Lower) -> None:
    QApplication.processEvents()
    assert area_of(lower.findChild(ComparedCharts)).verticalScrollBar().maximum() == 0


def test_further_figures_make_the_table_longer(lower: Lower) -> None:
    table = lower.findChild(DifferenceTable)
    assert table is not None
    one = PairedFigure("goodput", 1.0, 2.0, None)
    table.show_figures([one] * 7)
    QApplication.processEvents()
    before = table.height()
    assert area_of(table).verticalScrollBar().maximum() == before - 140
    table.show_figures([replace(one, a=2.0)] * 9)
    QApplication.processEvents()
    assert table.height() == before + 2 * 17
