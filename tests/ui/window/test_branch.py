"""Branches, undo and redo in the window: by the hand, by click and by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QSlider
from pytestqt.qtbot import QtBot

from tests.ui.window.test_controls import CTRL, SHIFT, press, type_key
from ui.main_window import MainWindow
from ui.pacing import Mode
from ui.parameters.specs import Parameter
from ui.timeline.strip import TimelineStrip


def workers(window: MainWindow) -> QSlider:
    """The slider of the workers."""
    panel = window.parts.get("panel")
    assert panel is not None
    slider: QSlider = panel.list.rows[Parameter.WORKERS].slider  # type: ignore[attr-defined]  # its rows
    return slider


def gone(window: MainWindow, until_s: float) -> None:
    assert window.session.system is not None
    window.session.system.run_until(until_s)
    window.session.step()


def dragged(qtbot: QtBot, slider: QSlider, places: int) -> None:
    """Drag to the right, with every place between."""
    at = slider.rect().left() + 8
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(at, slider.rect().center().y()))
    for _ in range(places):
        at += slider.width() // 16
        qtbot.mouseMove(slider, QPoint(at, slider.rect().center().y()))
        qtbot.wait(40)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(at, slider.rect().center().y()))


def count(window: MainWindow) -> int:
    return window.session.scenario().server.workers


def test_one_drag_is_one_step_of_undo(window: MainWindow, qtbot: QtBot) -> None:
    gone(window, 1.0)
    dragged(qtbot, workers(window), 4)
    assert window.session.system is not None
    assert len(window.session.system.changes) > 1
    reached = count(window)
    assert reached > 2
    type_key(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert count(window) == 1
    assert workers(window).value() == 0
    assert not window.commands["undo"].isEnabled()
    type_key(qtbot, window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert count(window) == reached
    window.commands["undo"].trigger()
    assert count(window) == 1


def test_what_was_typed_into_a_field_is_taken_back_by_key_from_there(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.parts.get("panel")
    assert panel is not None
    field = panel.list.rows[Parameter.WORKERS].field  # type: ignore[attr-defined]  # its rows
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == "1", "what is being typed is the field's own to take back"
    field.selectAll()
    qtbot.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert count(window) == 3
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert count(window) == 1
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL | SHIFT)
    assert count(window) == 3


def test_space_pauses_from_a_field_too_unless_something_is_being_typed(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.parts.get("panel")
    assert panel is not None
    field = panel.list.rows[Parameter.WORKERS].field  # type: ignore[attr-defined]  # its rows
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert window.session.mode is Mode.RUN
    qtbot.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert window.session.mode is Mode.RUN
    assert field.text().endswith("3 ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert window.session.mode is Mode.PAUSED


def test_keys_that_come_quickly_are_one_step_and_another_parameter_another(window: MainWindow, qtbot: QtBot) -> None:
    slider = workers(window)
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    panel = window.parts.get("panel")
    assert panel is not None
    qtbot.keyClick(panel.list.rows[Parameter.ARRIVAL_RATE].slider, Qt.Key.Key_Right)  # type: ignore[attr-defined]  # its rows
    assert window.session.system is not None
    qtbot.waitUntil(lambda: "rate" in window.session.system.changes[-1].set)
    window.session.undo()
    assert count(window) == 4
    window.session.undo()
    assert count(window) == 1


def test_reset_by_key(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.commands["reset"].isEnabled()
    window.session.apply("server.workers", 3)
    type_key(qtbot, window, Qt.Key.Key_R, CTRL | SHIFT)
    assert count(window) == 1
    assert not window.commands["reset"].isEnabled(), "it is as it began"


def test_a_slider_moved_in_the_past_begins_a_branch(window: MainWindow, qtbot: QtBot) -> None:
    gone(window, 4.0)
    window.session.rewind(2.0)
    qtbot.keyClick(workers(window), Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.session.ghost is not None)
    assert count(window) == 2
    assert window.session.now_s == pytest.approx(2.0, abs=1e-3)
    assert window.status.findChild(QPushButton) is None
    strip = window.parts.get("timeline")
    assert isinstance(strip, TimelineStrip)
    qtbot.waitUntil(lambda: strip.flag_labels == ("workers 1 → 2",))


def test_branch_here_by_click_and_by_key(window: MainWindow, qtbot: QtBot) -> None:
    for begin in (lambda: press(qtbot, window, "branch"), lambda: type_key(qtbot, window, Qt.Key.Key_B, CTRL)):
        assert not window.commands["branch"].isEnabled()
        gone(window, window.session.now_s + 1.0)
        at_s = window.session.now_s / 2
        window.session.rewind(at_s)
        assert window.status.branch.isVisible()
        before = window.session.ghost
        begin()
        qtbot.waitUntil(lambda before=before: window.session.ghost is not before)
        assert window.session.now_s == pytest.approx(at_s, abs=1e-6)
        assert not window.status.branch.isVisible()


def test_a_long_way_shows_how_far_it_is_and_can_be_cancelled(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    gone(window, 120.0)
    window.session.rewind(119.0)
    for cancel in (
        lambda: qtbot.mouseClick(window.status.branching.cancel, Qt.MouseButton.LeftButton),
        lambda: type_key(qtbot, window, Qt.Key.Key_Escape),
    ):
        window.session.branch()
        window.status.branching._appear()
        assert window.status.branching.isVisible()
        cancel()
        assert not window.status.branching.isVisible()
        assert window.session.is_rewound
        assert window.session.ghost is None


def test_a_narrow_window_says_how_far_it_is_in_whole_words_and_does_not_grow(window: MainWindow, qtbot: QtBot) -> None:
    window.language.set_code("pt_BR")
    gone(window, 70.0)
    window.session.rewind(60.0)
    bar = window.status
    window.session.branching.emit(0.4)
    qtbot.waitUntil(bar.branching.isVisible)
    qtbot.waitUntil(lambda: bar.branching.text.is_whole)
    assert window.width() == 1280
    assert not bar.branch.isVisible()
    assert not bar.to_now.isVisible()
    window.session.branching.emit(None)
    assert not bar.branching.isVisible()
    assert bar.branch.isVisible()


def test_the_ghost_is_drawn_on_the_strip_until_another_run_begins(window: MainWindow, qtbot: QtBot) -> None:
    gone(window, 8.0)
    window.session.rewind(2.0)
    window.session.branch()
    qtbot.waitUntil(lambda: window.session.ghost is not None)
    strip = window.parts.get("timeline")
    assert isinstance(strip, TimelineStrip)
    with_ghost = strip.grab().toImage()
    window.session.ghost_changed.emit(None)
    assert strip.grab().toImage() != with_ghost
    window.session.restart()
    assert window.session.ghost is None
