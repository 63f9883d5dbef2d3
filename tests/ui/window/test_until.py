"""Fast, and runs until something: by click and by key, with what stopped them said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.window.test_controls import CTRL, press, type_key
from ui.dialogs.until import UntilDialog
from ui.main_window import MainWindow
from ui.pacing import Mode
from ui.session.wishes import Kind, condition_goal, time_goal


def asked(window: MainWindow) -> UntilDialog:
    """The dialog that is open."""
    dialog = window.findChild(UntilDialog)
    assert dialog is not None
    return dialog


def retyped(qtbot: QtBot, dialog: UntilDialog, kind: Kind, text: str) -> None:
    """Type this in place of what a field says, and press Enter."""
    field = dialog.field(kind)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def said(window: MainWindow) -> str:
    label = window.status.findChild(QLabel, "said")
    assert label is not None
    return label.toolTip()


def stopped(qtbot: QtBot, window: MainWindow) -> None:
    """Let the run come to its goal."""
    qtbot.waitUntil(lambda: window.session.mode is Mode.PAUSED)


def test_fast_runs_unseen_with_live_figures(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, "fast")
    qtbot.waitUntil(lambda: window.session.now_s > 1.0)
    assert window.session.mode is Mode.FAST
    assert window.toolbar.modes.value is Mode.FAST
    press(qtbot, window, "pause")
    type_key(qtbot, window, Qt.Key.Key_Space)
    assert window.session.mode is Mode.FAST
    window.session.pause()
    type_key(qtbot, window, Qt.Key.Key_F6)
    assert window.session.mode is Mode.FAST


def test_a_condition_is_typed_and_reached_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    type_key(qtbot, window, Qt.Key.Key_F5, CTRL)
    dialog = asked(window)
    assert dialog.focusWidget() is dialog.field(Kind.CONDITION)
    retyped(qtbot, dialog, Kind.CONDITION, "accept_queue >= 3")
    assert window.session.mode is Mode.UNTIL
    assert window.toolbar.modes.value is Mode.UNTIL
    assert said(window) == "until accept_queue >= 3"
    stopped(qtbot, window)
    assert said(window).endswith("s: accept_queue >= 3 (accept_queue = 3)")
    window.session.run()
    assert said(window) == ""


def test_a_number_of_requests_by_click(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, "until")
    dialog = asked(window)
    radio = dialog.findChild(QRadioButton, "until_requests")
    go = dialog.findChild(QPushButton, "until_run")
    assert radio is not None
    assert go is not None
    qtbot.mouseClick(radio, Qt.MouseButton.LeftButton, pos=radio.rect().topLeft() + radio.rect().center() / 4)
    assert dialog.focusWidget() is dialog.field(Kind.REQUESTS)
    dialog.field(Kind.REQUESTS).setText("40")
    dialog.counted.setCurrentIndex(1)
    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    stopped(qtbot, window)
    assert "finished = 40" in said(window)


def test_an_instant_is_reached_to_the_nanosecond(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, "until")
    retyped(qtbot, asked(window), Kind.TIME, "1500ms")
    stopped(qtbot, window)
    assert window.session.now_s == 1.5
    assert said(window) == "Stopped at 1.500 s, as asked"


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (Kind.CONDITION, "acept_queue > 3", "accept_queue"),
        (Kind.CONDITION, "accept_queue", "compare it"),
        (Kind.TIME, "soon", "1.5min"),
        (Kind.TIME, "0s", "already"),
        (Kind.REQUESTS, "many", "whole number"),
    ],
)
def test_what_is_wrong_is_explained_and_nothing_starts(
    kind: Kind, text: str, words: str, window: MainWindow, qtbot: QtBot
) -> None:
    window.commands["until"].trigger()
    dialog = asked(window)
    retyped(qtbot, dialog, kind, text)
    assert words in dialog.error.text()
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.field(kind)
    assert window.session.mode is not Mode.UNTIL
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_typed_is_offered_again(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["until"].trigger()
    retyped(qtbot, asked(window), Kind.CONDITION, "sent > 7")
    stopped(qtbot, window)
    qtbot.waitUntil(lambda: window.findChild(UntilDialog) is None)
    window.commands["until"].trigger()
    assert asked(window).field(Kind.CONDITION).text() == "sent > 7"


def test_a_pause_keeps_the_goal_and_another_mode_forgets_it(window: MainWindow) -> None:
    window.session.until(condition_goal("sent > 100000000"))
    window.session.pause()
    window.session.toggle()
    assert window.session.mode is Mode.UNTIL
    window.session.run()
    window.session.pause()
    window.session.toggle()
    assert window.session.mode is Mode.RUN
    window.session.until(time_goal("+1000h", 0.0))
    window.session.restart()
    assert window.session.mode is Mode.RUN
