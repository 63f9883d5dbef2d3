"""The panel by mouse: what it asks for, what it shows, and that it does not fight the hand."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.scenario import HandlerKind, Scenario, load
from simulator.scenario.validation import replaced
from ui.i18n import CODES, Code
from ui.parameters.panel import ParametersPanel
from ui.parameters.scales import position
from ui.parameters.specs import SPECS, Section

LEFT = Qt.MouseButton.LeftButton
LATENCY_KEY = "routes[/professor].steps[1].io"


def place(row: Any, value: float) -> QPoint:
    """Where the slider's handle is for a value."""
    slider = row.slider
    return QPointF(slider.handle_x(position(row.spec.scale, value)), slider.height() / 2).toPoint()


def drag(qtbot: QtBot, row: Any, *values: float) -> None:
    """Press at the first value, move over the others, and do not let go."""
    qtbot.mousePress(row.slider, LEFT, pos=place(row, values[0]))
    for value in values[1:]:
        qtbot.mouseMove(row.slider, place(row, value))


def release(qtbot: QtBot, row: Any) -> None:
    """Let go."""
    qtbot.mouseRelease(row.slider, LEFT, pos=QPoint(0, 0))


def type_in(qtbot: QtBot, row: Any, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type over what a field says."""
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, text)
    qtbot.keyClick(row.field, key)


def test_nothing_is_asked_for_when_a_scenario_is_shown(desk: Any, lesson: Scenario) -> None:
    desk.panel.show_scenario(replaced(lesson, "server.workers", 7))
    desk.let_pass()
    assert desk.asked == []
    assert desk.row("workers").field.text() == "7"
    assert desk.row("workers").slider.value() == 6


def test_a_drag_asks_while_it_goes_on_and_for_the_last_value(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("io_latency")
    drag(qtbot, row, 0.05, 0.055, 0.06, 0.1)
    assert desk.asked == [(LATENCY_KEY, "exponential(50ms)")]
    assert row.field.text() == "100"
    release(qtbot, row)
    assert desk.asked == [(LATENCY_KEY, "exponential(50ms)"), (LATENCY_KEY, "exponential(100ms)")]


def test_a_scenario_that_comes_during_a_drag_waits(desk: Any, lesson: Scenario, qtbot: QtBot) -> None:
    row = desk.row("io_latency")
    drag(qtbot, row, 0.05, 0.1)
    desk.panel.show_scenario(replaced(lesson, LATENCY_KEY, "exponential(2s)"))
    assert row.field.text() == "100"
    assert row.slider.value() == position(row.spec.scale, 0.1)


def test_a_change_that_is_refused_is_taken_back_when_the_drag_ends(
    show: Callable[[Scenario], ParametersPanel], lesson: Scenario, qtbot: QtBot
) -> None:
    panel = show(lesson)
    panel.change_requested.connect(lambda *_: panel.show_scenario(lesson))
    row: Any = panel.list.rows["workers"]  # type: ignore[index]  # a StrEnum
    drag(qtbot, row, 4.0, 5.0)
    release(qtbot, row)
    assert row.field.text() == "1"
    assert row.slider.value() == 0


def test_typing_goes_on_while_values_come(desk: Any, lesson: Scenario, qtbot: QtBot) -> None:
    field = desk.row("workers").field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "12")
    desk.panel.show_scenario(replaced(lesson, "server.workers", 3))
    assert field.text() == "12"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.asked == [("server.workers", 12)]


def test_a_value_out_of_the_sliders_range_can_be_typed(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("workers")
    type_in(qtbot, row, "40")
    assert desk.asked == [("server.workers", 40)]
    assert row.slider.value() == row.slider.maximum()
    assert row.field.text() == "40"


@pytest.mark.parametrize(
    ("parameter", "text", "said"),
    [
        ("workers", "many", "A number, please"),
        ("workers", "2.5", "A whole number, please"),
        ("workers", "0", "1 or more, please"),
        ("workers", "2000", "1,024 at most, please"),
        ("workers", "3 s", "Not a unit that fits here"),
        ("io_latency", "-3", "0 ms or more, please"),
        ("io_latency", "3 kg", "A unit such as ms, s, min, please"),
        ("arrival_rate", "0", "More than 0/s, please"),
    ],
)
def test_what_cannot_be_is_refused_gently(desk: Any, qtbot: QtBot, parameter: str, text: str, said: str) -> None:
    row = desk.row(parameter)
    before = row.field.text()
    type_in(qtbot, row, text)
    assert (desk.asked, row.field.text(), row.refusal) == ([], before, said)
    qtbot.keyClicks(row.field, "4")
    assert row.refusal == ""


def test_leaving_the_field_takes_what_was_typed(desk: Any, qtbot: QtBot) -> None:
    type_in(qtbot, desk.row("workers"), "3", Qt.Key.Key_Tab)
    assert desk.asked == [("server.workers", 3)]


def test_a_value_typed_again_is_not_asked_for_again(desk: Any, qtbot: QtBot) -> None:
    type_in(qtbot, desk.row("io_latency"), "0.04 s")
    assert desk.asked == []
    assert desk.row("io_latency").field.text() == "40"


def test_a_handler_is_chosen_by_click(desk: Any, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.row("handler").segments.segment(HandlerKind.ASYNC), LEFT)
    assert desk.asked == [("routes[/professor].handler", "async")]
    assert desk.row("handler").heading.label.is_changed


def test_connections_are_chosen_by_click(desk: Any, qtbot: QtBot) -> None:
    desk.panel.list.folds[Section.CLIENTS].header.click()
    qtbot.mouseClick(desk.row("keep_alive").segments.segment(False), LEFT)
    assert desk.asked == [("clients[Cliente_1].keep_alive", False)]


def test_a_changed_value_has_a_dot_a_mark_and_a_way_back(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("workers")
    assert not row.reset.isVisible()
    type_in(qtbot, row, "4")
    assert row.heading.label.is_changed
    assert row.slider._mark == 0
    assert desk.panel._count.text() == "1 change"
    assert row.reset.toolTip() == "Back to 1"
    qtbot.mouseClick(row.reset, LEFT)
    assert desk.asked[-1] == ("server.workers", 1)
    assert not row.heading.label.is_changed
    assert not row.reset.isVisible()
    assert row.slider._mark is None
    assert not desk.panel._count.isVisible()


def test_a_new_run_counts_changes_anew(desk: Any, qtbot: QtBot) -> None:
    type_in(qtbot, desk.row("workers"), "4")
    desk.panel.open_scenario(desk.scenario)
    assert not desk.row("workers").heading.label.is_changed
    assert desk.row("workers").field.text() == "4"


def test_all_rates_are_scaled_together(desk: Any, qtbot: QtBot) -> None:
    type_in(qtbot, desk.row("arrival_rate"), "30")
    assert desk.asked == [("clients[Cliente_1].rate", 18.0), ("clients[Cliente_2].rate", 12.0)]
    assert desk.row("arrival_rate").field.text() == "30"
    qtbot.mouseClick(desk.row("arrival_rate").reset, LEFT)
    assert desk.asked[2:] == [("clients[Cliente_1].rate", 9.0), ("clients[Cliente_2].rate", 6.0)]


def test_one_group_can_be_chosen(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("arrival_rate")
    assert [row.heading.chooser.itemText(index) for index in range(3)] == ["all together", "Cliente_1", "Cliente_2"]
    row.heading.chooser.setFocus()
    qtbot.keyClick(row.heading.chooser, Qt.Key.Key_Down)
    qtbot.keyClick(row.heading.chooser, Qt.Key.Key_Down)
    assert row.field.text() == "6"
    type_in(qtbot, row, "8")
    assert desk.asked == [("clients[Cliente_2].rate", 8.0)]
    assert desk.row("network").target.name == "Cliente_2"
    assert desk.row("network").field.text() == "40"


def test_rows_of_one_table_follow_to_the_same_route(mixed_desk: Any, qtbot: QtBot) -> None:
    chooser = mixed_desk.row("handler").heading.chooser
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert mixed_desk.row("io_latency").field.text() == "100"
    assert mixed_desk.row("handler").segments.value is HandlerKind.THREADPOOL
    assert mixed_desk.row("users").target.name == "Closed"


def test_a_chosen_group_stays_chosen_in_the_next_run(desk: Any, lesson: Scenario) -> None:
    desk.row("network").heading.chooser.picked.emit("Cliente_2")
    desk.panel.open_scenario(lesson)
    assert desk.row("network").heading.chooser.currentText() == "Cliente_2"
    assert desk.row("network").field.text() == "40"


def test_what_a_scenario_has_not_is_disabled_with_a_word(desk: Any, qtbot: QtBot) -> None:
    row = desk.row("users")
    assert row.heading.note.text() == "closed arrivals only"
    assert row.heading.note.isVisible()
    assert not row.field.isEnabled()
    assert row.field.text() == "–"
    qtbot.mouseClick(row.slider, LEFT, pos=QPoint(100, 12))
    assert desk.asked == []


def test_disabled_rows_come_to_life_with_another_scenario(desk: Any, mixed: Scenario) -> None:
    desk.panel.open_scenario(mixed)
    row = desk.row("users")
    assert row.field.isEnabled()
    assert not row.heading.note.isVisible()
    assert row.field.text() == "5"


def test_a_part_unfolds_by_click_and_says_what_is_inside(desk: Any, qtbot: QtBot) -> None:
    fold = desk.panel.list.folds[Section.THREADS]
    assert fold.header.summary == "40"
    assert not desk.row("thread_limit").isVisible()
    qtbot.mouseClick(fold.header, LEFT)
    assert desk.row("thread_limit").isVisible()
    type_in(qtbot, desk.row("thread_limit"), "60")
    type_in(qtbot, desk.row("cores"), "2")
    assert fold.header.summary == "60 · 2"
    assert desk.asked == [("server.thread_limit", 60), ("server.cores", 2)]


def test_no_cores_is_a_word(desk: Any, qtbot: QtBot) -> None:
    desk.panel.list.folds[Section.THREADS].header.click()
    row = desk.row("cores")
    assert row.field.text() == "any"
    type_in(qtbot, row, "2")
    type_in(qtbot, row, "Any")
    assert desk.asked == [("server.cores", 2), ("server.cores", 0)]


@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec.scale], ids=lambda spec: spec.parameter)
def test_every_slider_sets_its_key(whole_desk: Any, qtbot: QtBot, spec: Any) -> None:
    for fold in whole_desk.panel.list.folds.values():
        fold.header.setChecked(True)
    row = whole_desk.row(spec.parameter)
    whole_desk.panel.resize(300, 3000)
    value = row.spec.scale.stops[len(row.spec.scale.stops) // 2 + 3]
    drag(qtbot, row, value)
    release(qtbot, row)
    assert [key for key, _ in whole_desk.asked] == list(row.target.keys)
    assert row.state.value == pytest.approx(value)


@pytest.mark.parametrize("name", ["01_blocking", "06_keep_alive_burst"])
@pytest.mark.parametrize(("width", "height"), [(272, 560), (300, 900), (360, 900)])
def test_nothing_is_wider_than_the_panel(
    show: Callable[..., ParametersPanel], name: str, width: int, height: int, language: Any
) -> None:
    language.set_code("pt_BR")
    panel = show(load(name), height)
    for fold in panel.list.folds.values():
        fold.header.setChecked(True)
    panel.resize(width, height)
    panel.grab()
    assert panel.list.width() == width
    for row in panel.list.rows.values():
        for inside in row.findChildren(QWidget):
            if inside.isVisible() and inside.parent() is not None:
                right = inside.mapTo(panel, QPoint(inside.width(), 0)).x()
                assert right <= width - 13, (row.spec.parameter, inside)
    panel.close()


@pytest.mark.parametrize("code", CODES)
def test_a_window_of_1440_by_900_has_room_for_all_of_it(
    show: Callable[..., ParametersPanel], language: Any, code: Code
) -> None:
    language.set_code(code)
    panel = show(load("19_email_queue"), 826)
    panel.grab()
    legend = panel.list.legend
    assert legend.mapTo(panel, QPoint(0, legend.height())).y() <= panel.height()
    panel.resize(300, 1000)
    panel.grab()
    assert legend.height() > 170, "where there is room, it takes it"


def test_what_came_and_went_while_a_slider_was_held_is_not_shown_in_the_end(
    desk: Any, lesson: Scenario, qtbot: QtBot
) -> None:
    row = desk.row("workers")
    row.slider.setSliderDown(True)
    for number in (7, lesson.server.workers):
        desk.panel.show_scenario(replaced(lesson, "server.workers", number))
    row.slider.setSliderDown(False)
    assert row.field.text() == str(lesson.server.workers)
    assert not row.reset.isVisible()
