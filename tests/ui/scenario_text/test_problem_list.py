"""What is wrong with a text is said in full, at any width."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.errors import Problem
from ui.scenario_text.problem_list import ProblemList
from ui.theme.appearance import Appearance

ODD = Problem("comes only after the run's end (60 s), which nobody will see", "faults[0].at", 33)


@pytest.fixture
def listed(restored: QApplication, qtbot: QtBot) -> ProblemList:
    """One note, in the window's style."""
    Appearance(restored)
    problems = ProblemList()
    qtbot.addWidget(problems)
    problems.resize(300, 132)
    problems.show_problems((ODD,), is_wrong=False)
    qtbot.waitExposed(problems)
    return problems


def test_a_row_is_as_wide_as_the_list_and_has_the_lines_that_its_text_needs(listed: ProblemList) -> None:
    text = listed.fontMetrics().horizontalAdvance(listed.item(0).text())
    around = text + 2 * 15
    heights = {}
    for width in range(around - 40, around + 41, 10):
        listed.resize(width, listed.height())
        row = listed.visualItemRect(listed.item(0))
        assert row.width() == listed.viewport().width()
        heights[listed.viewport().width() >= around] = row.height()
    assert heights[False] > heights[True]


def test_a_text_that_is_a_little_too_long_for_its_padding_has_two_lines(listed: ProblemList) -> None:
    text = listed.fontMetrics().horizontalAdvance(listed.item(0).text())
    listed.resize(text + 10, listed.height())
    narrow = listed.visualItemRect(listed.item(0)).height()
    listed.resize(text + 60, listed.height())
    assert listed.visualItemRect(listed.item(0)).height() < narrow
