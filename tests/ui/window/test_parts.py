"""Parts of the window come when they are asked for, each in its place, and go with their actions."""

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType

import pytest
from PySide6.QtWidgets import QLabel, QTabBar
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import MakeWindow
from ui import actions
from ui.action_table import ACTS, Act
from ui.main_window import MainWindow
from ui.parts import parts
from ui.parts.table import PARTS, Part, Place

EXTRA = {"first": Place.SIDE, "second": Place.SIDE, "stage": Place.WHOLE, "shelf": Place.WHOLE}


@pytest.fixture
def furnished(make: MakeWindow, monkeypatch: pytest.MonkeyPatch) -> Callable[[], MainWindow]:
    """Makes windows with a few more parts, which are labels."""
    for name in EXTRA:
        module = ModuleType(f"extra_{name}")
        module.add = lambda _, name=name: QLabel(name)
        monkeypatch.setitem(sys.modules, module.__name__, module)
    acts = tuple(Act(name, None, (), name.title(), name, is_checkable=True) for name in EXTRA)
    monkeypatch.setattr(actions, "ACTS", ACTS + acts)
    extra = tuple(Part(name, place, f"extra_{name}") for name, place in EXTRA.items())
    monkeypatch.setattr(parts, "PARTS", PARTS + extra)
    return make


def test_every_part_has_a_module_that_makes_it_and_an_action_that_shows_it(window: MainWindow) -> None:
    for part in PARTS:
        assert callable(import_module(part.module).add), part.name
        assert part.place in (Place.TIMELINE, Place.STATUS) or window.commands[part.name] is not None


def test_what_stands_at_the_side_are_tabs_under_the_parameters(furnished: Callable[[], MainWindow]) -> None:
    window = furnished()
    side = window.places.side
    assert not side.isVisible()
    assert window.parts.get("first") is None
    window.commands["first"].trigger()
    window.commands["second"].trigger()
    assert [side.tabText(index) for index in range(side.count())] == ["First", "Second"]
    assert side.currentWidget() is window.parts.get("second")
    assert side.y() > window.places.panel.y()
    assert window.parts.shown == ("first", "second")
    button = side.tabBar().tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert button is not None
    button.click()
    assert not window.commands["second"].isChecked()
    window.commands["first"].trigger()
    assert not side.isVisible()


def test_who_asks_for_a_covered_tab_sees_it(furnished: Callable[[], MainWindow]) -> None:
    window = furnished()
    window.commands["first"].trigger()
    window.commands["second"].trigger()
    window.commands["first"].trigger()
    assert window.places.side.currentWidget() is window.parts.get("first")
    assert window.commands["first"].isChecked()


def test_a_side_that_was_open_comes_back(furnished: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = furnished()
    window.commands["second"].trigger()
    window.close()
    again = furnished()
    qtbot.waitUntil(lambda: again.parts.shown == ("second",))


def test_what_was_hidden_stays_hidden(furnished: Callable[[], MainWindow]) -> None:
    window = furnished()
    window.commands["charts"].trigger()
    window.close()
    again = furnished()
    assert not again.places.charts.isVisible()
    assert not again.commands["charts"].isChecked()
    again.commands["charts"].trigger()
    assert again.places.charts.isVisible()
    again.commands["inspector"].trigger()
    again.close()
    assert furnished().places.charts.isVisible(), "the inspector was only in its place"


def test_the_right_gives_its_room_away_when_nothing_is_in_it(furnished: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = furnished()
    before = window.diagram.width()
    window.commands["panel"].trigger()
    qtbot.waitUntil(lambda: window.diagram.width() > before + 200)
    window.commands["first"].trigger()
    assert window.places.side.isVisible()


def test_a_whole_view_takes_the_place_of_all_until_it_goes(furnished: Callable[[], MainWindow]) -> None:
    window = furnished()
    window.commands["stage"].trigger()
    assert window.places.whole is window.parts.get("stage")
    assert not window.diagram.isVisible()
    window.commands["shelf"].trigger()
    assert window.places.whole is window.parts.get("shelf")
    assert not window.commands["stage"].isChecked()
    window.commands["shelf"].trigger()
    assert window.places.whole is None
    assert window.diagram.isVisible()
