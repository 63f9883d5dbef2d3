"""The panel with the keyboard only, in both languages and both themes."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.scenario import HandlerKind
from ui.i18n import Code, Language
from ui.parameters.chooser import Chooser
from ui.parameters.fold import FoldHeader
from ui.parameters.number_field import NumberField
from ui.parameters.specs import Section
from ui.theme import Theme, ThemeName
from ui.theme.segment import Segment
from ui.theme.slider import Slider

Key = Qt.Key


def turn(widget: QWidget, notches: int) -> None:
    """Turn the wheel over a widget."""
    at = QPointF(5, 5)
    event = QWheelEvent(
        at,
        widget.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_tab_goes_through_every_control_that_can_be_set(desk: Any, qtbot: QtBot) -> None:
    desk.panel.search.setFocus()
    kinds = {Slider: "slider", NumberField: "field", Segment: "choice", Chooser: "chooser", FoldHeader: "fold"}
    met = []
    for _ in range(20):
        qtbot.keyClick(desk.panel.focusWidget(), Key.Key_Tab)
        met.append(kinds.get(type(desk.panel.focusWidget()), "other"))
    # Latency, workers, handler, rate of all or one; users are disabled; patience of one; then the parts.
    expected = ["slider", "field"] * 2 + ["choice"] + ["chooser", "slider", "field"] * 2 + ["fold"] * 8
    assert met == [*expected, "other"]
    assert desk.panel.focusWidget() is desk.panel.search


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (Key.Key_Up, "42"),
        (Key.Key_Down, "38"),
        (Key.Key_PageUp, "75"),
        (Key.Key_PageDown, "20"),
    ],
)
def test_arrows_step_in_the_field(desk: Any, qtbot: QtBot, key: Key, text: str) -> None:
    row = desk.row("io_latency")
    row.field.setFocus()
    qtbot.keyClick(row.field, key)
    assert row.field.text() == text
    assert desk.asked == [("routes[/professor].steps[1].io", f"exponential({text}ms)")]


def test_arrows_step_on_the_slider(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("workers")
    row.slider.setFocus()
    qtbot.keyClick(row.slider, Key.Key_Right)
    qtbot.keyClick(row.slider, Key.Key_Right)
    desk.let_pass()
    assert desk.asked == [("server.workers", 2), ("server.workers", 3)]
    assert row.field.text() == "3"


def test_a_step_down_stops_at_the_least(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("workers")
    row.field.setFocus()
    qtbot.keyClick(row.field, Key.Key_Down)
    assert (row.field.text(), desk.asked) == ("1", [])


def test_a_step_goes_on_from_what_was_typed(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("workers")
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "20")
    qtbot.keyClick(row.field, Key.Key_Up)
    desk.let_pass()
    assert desk.asked == [("server.workers", 20), ("server.workers", 21)]


def test_escape_takes_typing_back(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("workers")
    row.field.setFocus()
    qtbot.keyClicks(row.field, "99")
    qtbot.keyClick(row.field, Key.Key_Escape)
    qtbot.keyClick(row.field, Key.Key_Return)
    assert (row.field.text(), desk.asked) == ("1", [])


def test_the_wheel_steps_only_where_the_focus_is(desk: Any) -> None:
    row = desk.row("workers")
    desk.panel.search.setFocus()
    for widget in (row.field, row.slider, desk.row("arrival_rate").heading.chooser):
        turn(widget, 1)
    assert desk.asked == []
    row.field.setFocus()
    turn(row.field, 1)
    assert desk.asked == [("server.workers", 2)]


def test_arrows_choose_a_handler(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("handler")
    row.control.setFocus()
    qtbot.keyClick(row.control, Key.Key_Left)
    assert desk.asked == [("routes[/professor].handler", "threadpool")]
    assert row.segments.value is HandlerKind.THREADPOOL


def test_reset_by_key_leaves_the_focus_in_the_row(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("workers")
    row.slider.setFocus()
    qtbot.keyClick(row.slider, Key.Key_End)
    qtbot.keyClick(row.slider, Key.Key_Tab)
    qtbot.keyClick(row.field, Key.Key_Tab)
    assert desk.panel.focusWidget() is row.reset
    qtbot.keyClick(row.reset, Key.Key_Space)
    assert desk.asked[-1] == ("server.workers", 1)
    assert desk.panel.focusWidget() is row.slider


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Right])
def test_a_part_unfolds_by_key(desk: Any, qtbot: QtBot, key: Key) -> None:
    header = desk.panel.list.folds[Section.PROCESSOR].header
    header.setFocus()
    qtbot.keyClick(header, key)
    assert desk.row("route_cpu").isVisible()
    qtbot.keyClick(header, Key.Key_Left)
    assert not desk.row("route_cpu").isVisible()


def test_search_shows_what_it_names_and_unfolds_it(desk: Any, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.panel.search, "thread limit")
    shown = [parameter for parameter, row in desk.panel.list.rows.items() if row.isVisible()]
    assert shown == ["thread_limit"]
    assert desk.panel.list.folds[Section.THREADS].header.is_unfolded
    qtbot.keyClick(desk.panel.search, Key.Key_Down)
    assert desk.panel.focusWidget() is desk.row("thread_limit").slider


def test_search_takes_the_files_word_too(desk: Any, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.panel.search, "timeout_keep_alive")
    assert desk.row("keep_alive_timeout").isVisible()


def test_search_that_finds_nothing_says_so_and_escape_ends_it(desk: Any, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.panel.search, "xyzzy")
    assert desk.panel.list._nothing.isVisible()
    assert desk.panel.clear_search.isVisible()
    qtbot.keyClick(desk.panel.search, Key.Key_Escape)
    assert not desk.panel.list._nothing.isVisible()
    assert desk.row("workers").isVisible()
    assert not desk.row("thread_limit").isVisible()


def speak(language: Language, code: Code) -> None:
    """Switch the language; Qt tells windows of it by a posted event."""
    language.set_code(code)
    QApplication.processEvents()


def test_the_language_is_switched_while_it_is_shown(desk: Any, language: Language, qtbot: QtBot) -> None:
    row = desk.row("io_latency")
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "0.25")
    qtbot.keyClick(row.field, Key.Key_Return)
    assert row.field.text() == "0.25"
    speak(language, "pt_BR")
    assert row.heading.label.text() == "Latência de E/S"
    assert row.field.text() == "0,25"
    assert desk.panel._title.text() == "Parâmetros"
    row.field.selectAll()
    qtbot.keyClicks(row.field, "0,5")
    qtbot.keyClick(row.field, Key.Key_Return)
    desk.let_pass()
    assert desk.asked[-1] == ("routes[/professor].steps[1].io", "exponential(500us)")
    speak(language, "en")
    assert row.field.text() == "0.5"


def test_search_works_in_the_other_language(desk: Any, language: Language, qtbot: QtBot) -> None:
    speak(language, "pt_BR")
    qtbot.keyClicks(desk.panel.search, "latencia")
    assert desk.row("io_latency").isVisible()
    assert not desk.row("workers").isVisible()


def test_the_theme_is_switched_while_it_is_shown(desk: Any) -> None:
    light = desk.panel.grab().toImage()
    dark = Theme(ThemeName.DARK)
    desk.panel.use_theme(dark)
    picture = desk.panel.grab().toImage()
    assert picture.pixelColor(3, 300) == dark.colour("surface.panel")
    assert light.pixelColor(3, 300) == Theme(ThemeName.LIGHT).colour("surface.panel")


def test_every_control_has_a_name_for_who_cannot_see(desk: Any) -> None:
    for row in desk.panel.list.rows.values():
        for control in (*row.findChildren(Slider), *row.findChildren(NumberField)):
            assert control.accessibleName()
            assert control.accessibleDescription()
        assert row.toolTip()
