"""Every action, chosen by pointer in its menu and asked for by each of its keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from ui.action_table import ACTS
from ui.main_window import MainWindow

LEAVES = ("quit",)
"""What ends the window has tests of its own."""
MENUS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def open_window(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """Some seconds into a run; questions for files are answered with none."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert window.session.system is not None
    window.session.system.run_until(1.0)
    window.session.pause()
    return window


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Close what was opened, stand still, and give the diagram the focus."""
    for opened in (*window.findChildren(QMessageBox), *window.findChildren(QDialog), *window.findChildren(QMenu)):
        if opened.isVisible():
            opened.close()
    window.places.show_whole(None)
    window.session.pause()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.diagram.setFocus()


def menus(menu: QMenu) -> Iterator[QMenu]:
    """A menu and all below it."""
    yield menu
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from menus(below)


def ready(window: MainWindow, name: str) -> Callable[[], int]:
    """An action that can be chosen, and how often it has been since."""
    action, times = window.commands[name], [0]
    # What cannot be done now is a matter of other tests.
    action.setEnabled(True)
    action.triggered.connect(lambda: times.append(1))
    return lambda: len(times) - 1


@MENUS
def test_by_pointer(open_window: MainWindow, qtbot: QtBot) -> None:
    places = {action: menu for menu in menus(open_window.menu) for action in menu.actions()}
    missed = []
    for act in ACTS:
        if act.name in LEAVES:
            continue
        settle(open_window, qtbot)
        count = ready(open_window, act.name)
        action = open_window.commands[act.name]
        menu = places[action]
        menu.popup(open_window.mapToGlobal(open_window.rect().center()))
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        if count() != 1:
            missed.append(act.name)
    settle(open_window, qtbot)
    assert missed == []


def test_by_key(open_window: MainWindow, qtbot: QtBot) -> None:
    missed = []
    for act in ACTS:
        for key in act.keys:
            if act.name in LEAVES:
                continue
            settle(open_window, qtbot)
            count = ready(open_window, act.name)
            stroke = QKeySequence(key)[0]
            qtbot.keyClick(open_window.diagram, stroke.key(), stroke.keyboardModifiers())
            if count() != 1:
                missed.append((act.name, key))
    settle(open_window, qtbot)
    assert missed == []


def test_no_key_asks_for_two_things() -> None:
    keys = [QKeySequence(key).toString() for act in ACTS for key in act.keys]
    assert len(keys) == len(set(keys))


def test_quit_by_key(open_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(open_window.diagram, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not open_window.isVisible()


def test_tab_comes_to_every_part_and_back(open_window: MainWindow, qtbot: QtBot) -> None:
    settle(open_window, qtbot)
    for name in ("scenario_text", "guide"):
        open_window.parts.show(name)
    open_window.toolbar.menu_button.setFocus()
    first = open_window.toolbar.menu_button
    met = []
    for _ in range(400):
        focused = QApplication.focusWidget()
        assert focused is not None
        met.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    assert QApplication.focusWidget() is first, f"a trap at {met[-1]}"
    parts = {
        "panel": open_window.places.panel,
        "timeline": open_window.places.timeline,
        "charts": open_window.places.charts,
        "side": open_window.places.side,
        "diagram": open_window.diagram,
    }
    reached = {name for name, part in parts.items() if any(part is each or part.isAncestorOf(each) for each in met)}
    assert reached == set(parts)
    assert [type(each).__name__ for each in met if not (each.accessibleName() or each.property("text"))] == []


def test_files_are_asked_for_by_dialogs_only(open_window: MainWindow, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    for name in ("save_as", "export", "picture", "report", "open"):
        open_window.commands[name].trigger()
    assert set(tmp_path.iterdir()) == before
