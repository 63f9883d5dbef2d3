"""Every control by mouse and by key."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.pacing import Mode
from ui.theme.theme import ThemeName

if TYPE_CHECKING:
    from ui.status_bar import Status

MENUS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""A menu wants to be on top and to have all keys, which means nothing where there is no screen."""
NO, CTRL, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Click the button of this name."""
    button = window.findChild(QWidget, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_key(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
    """Press a key where the focus is: in the diagram."""
    window.diagram.setFocus()
    qtbot.keyClick(window.diagram, key, modifiers)


@pytest.mark.parametrize(
    ("name", "key", "mode"),
    [("run", Qt.Key.Key_F5, Mode.RUN), ("express", Qt.Key.Key_F7, Mode.EXPRESS), ("step", Qt.Key.Key_F4, Mode.STEP)],
)
def test_modes(name: str, key: Qt.Key, mode: Mode, window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, name)
    assert window.session.mode is mode
    assert window.toolbar.modes.value is mode
    window.session.pause()
    assert window.toolbar.modes.value is None
    type_key(qtbot, window, key)
    assert window.session.mode is mode
    assert window.commands[name].isChecked()
    window.commands[name].trigger()
    assert window.commands[name].isChecked()


def test_run_lets_time_go_and_pause_stops_it(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_speed(10.0)
    press(qtbot, window, "run")
    qtbot.waitUntil(lambda: window.session.now_s > 0.5)
    press(qtbot, window, "pause")
    stopped_s = window.session.now_s
    qtbot.waitUntil(lambda: not window.session.mode.is_running)
    assert window.session.now_s == stopped_s
    assert window.commands["pause"].isChecked()
    press(qtbot, window, "pause")
    assert window.session.mode is Mode.RUN


def test_express_goes_on_as_express_after_a_pause(window: MainWindow, qtbot: QtBot) -> None:
    type_key(qtbot, window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: window.session.now_s > 1.0)
    type_key(qtbot, window, Qt.Key.Key_Space)
    assert window.session.mode is Mode.PAUSED
    type_key(qtbot, window, Qt.Key.Key_Space)
    assert window.session.mode is Mode.EXPRESS


def test_space_presses_the_button_that_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_speed(1.0)
    faster = window.findChild(QToolButton, "faster")
    assert faster is not None
    faster.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(faster, Qt.Key.Key_Space)
    assert window.session.speed == 2.0
    assert window.session.mode is Mode.PAUSED


def test_a_step_goes_to_the_next_change_of_a_request_and_frames_it(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session.system is not None
    assert window.session.system.trace is not None
    with qtbot.waitSignal(window.session.stepped) as stepped:
        type_key(qtbot, window, Qt.Key.Key_F4)
    assert window.session.system.trace.count > 0
    assert stepped.args == [1]
    before_s = window.session.now_s
    press(qtbot, window, "step")
    assert window.session.now_s > before_s


def test_restart_begins_at_0(window: MainWindow, qtbot: QtBot) -> None:
    for again in (lambda: press(qtbot, window, "restart"), lambda: type_key(qtbot, window, Qt.Key.Key_R, CTRL)):
        window.session.step()
        assert window.session.now_s > 0
        again()
        assert window.session.now_s == 0.0


def test_speed(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_speed(1.0)
    press(qtbot, window, "faster")
    assert window.session.speed == 2.0
    press(qtbot, window, "slower")
    type_key(qtbot, window, Qt.Key.Key_Less, SHIFT)
    assert window.session.speed == 0.5
    type_key(qtbot, window, Qt.Key.Key_Greater, SHIFT)
    type_key(qtbot, window, Qt.Key.Key_Period)
    assert window.session.speed == 2.0
    slider = window.toolbar.speed.slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert window.session.speed == 0.001
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert window.session.speed == 100.0
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert window.session.speed == pytest.approx(0.3, rel=0.15)


def test_a_speed_asked_for_while_time_stands_still_is_said_below(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_speed(0.2)
    press(qtbot, window, "faster")
    said = window.status.findChild(QLabel, "status_speed")
    assert said is not None
    assert said.text() == "– of 0.4×"


def test_theme(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, "theme")
    assert window.appearance.theme.name is ThemeName.DARK
    type_key(qtbot, window, Qt.Key.Key_T, CTRL)
    assert window.appearance.theme.name is ThemeName.LIGHT


def chosen(qtbot: QtBot, menu: QMenu, index: int) -> None:
    """Choose an entry of a menu with keys; it is opened by its button."""
    menu.popup(menu.parentWidget().mapToGlobal(menu.parentWidget().rect().bottomLeft()))
    qtbot.waitUntil(menu.isVisible)
    entry = [action for action in menu.actions() if not action.isSeparator()][index]
    menu.setActiveAction(entry)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


@MENUS
def test_language(window: MainWindow, qtbot: QtBot) -> None:
    chosen(qtbot, window.toolbar.language_button.menu(), 1)
    assert window.language.code == "pt_BR"
    assert window.commands["run"].text() == "Rodar"
    number = window.toolbar.speed.findChild(QLabel, "speed_number")
    assert number is not None
    qtbot.waitUntil(lambda: number.text() == "0,2×")
    window.commands["english"].trigger()
    assert window.commands["run"].text() == "Run"


@MENUS
def test_the_chooser_opens_bundled_scenarios_by_their_titles(window: MainWindow, qtbot: QtBot) -> None:
    menu = window.toolbar.scenario.menu()
    chosen(qtbot, menu, 1)
    assert window.session.source == "02_async"
    assert window.windowTitle().startswith("2. Async")
    window.language.set_code("pt_BR")
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "1. Bloqueante: uma de cada vez"
    assert menu.actions()[1].isChecked()


def test_parts_can_be_hidden(window: MainWindow, qtbot: QtBot) -> None:
    for name, key, place in (
        ("panel", Qt.Key.Key_P, window.places.panel),
        ("charts", Qt.Key.Key_G, window.places.charts),
    ):
        type_key(qtbot, window, key, CTRL)
        assert not place.isVisible()
        window.commands[name].trigger()
        assert place.isVisible()


@pytest.mark.parametrize(("name", "key"), [("shortcuts", Qt.Key.Key_F1), ("about", None)])
def test_sheets(name: str, key: Qt.Key | None, window: MainWindow, qtbot: QtBot) -> None:
    if key is None:
        window.commands[name].trigger()
    else:
        type_key(qtbot, window, key)
    sheet = window.findChild(QDialog, name)
    assert sheet is not None
    assert sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@MENUS
def test_the_menu_opens_by_key_and_has_everything(window: MainWindow, qtbot: QtBot) -> None:
    opened: list[str] = []

    def look() -> None:
        opened.extend(action.text() for action in window.menu.actions())
        QTimer.singleShot(0, window.menu.close)

    window.menu.aboutToShow.connect(look)
    type_key(qtbot, window, Qt.Key.Key_F10)
    assert opened == ["File", "Run", "Lessons", "View", "Help"]
    inside = {action for menu in window.menu.findChildren(QMenu) for action in menu.actions()}
    assert {name for name in window.commands.names if window.commands[name] not in inside} == set()


def test_every_control_has_a_name_for_who_cannot_see_it(window: MainWindow) -> None:
    shown = [each for each in window.toolbar.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(shown) >= 9
    for control in shown:
        assert control.objectName(), control
        is_named = control.accessibleName() or (isinstance(control, QToolButton) and control.defaultAction().text())
        assert is_named, control.objectName()


def test_tab_goes_through_the_bar(window: MainWindow, qtbot: QtBot) -> None:
    window.toolbar.menu_button.setFocus()
    names = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "menu", "scenario", "step", "pause", "restart", "slower", "speed", "faster", "palette_button",
        "compare", "language", "theme",
    ]  # fmt: skip


def test_the_bar_below_tells_the_time_of_express_while_it_goes(window: MainWindow, qtbot: QtBot) -> None:
    told: list[Status] = []
    window.animation.status_changed.connect(told.append)
    type_key(qtbot, window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: len(told) > 2 and told[-1].reached_speed is not None)
    assert told[-1].time_s > told[0].time_s


def test_no_figure_of_the_status_bar_moves_when_the_computer_is_too_slow(window: MainWindow) -> None:
    window.animation.on_speed()
    bar, places = window.status, []
    for is_limited in (False, True, False):
        bar.show_status(bar._status._replace(is_limited_by_cpu=is_limited))
        QApplication.processEvents()
        assert bar._limited.isVisible() == is_limited
        places.append([cell.x() for cell in bar._cells.values()])
    assert places[0] == places[1] == places[2]
