"""The palette in the window: a few letters and Enter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.pacing import Mode
from ui.palette.palette import Palette
from ui.parameters.panel import ParametersPanel
from ui.scenario_text.panel import ScenarioTextPanel

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(window: MainWindow, qtbot: QtBot) -> Palette:
    """By its key."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.diagram.setFocus()
    qtbot.keyClick(window.diagram, Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.waitUntil(palette.isActiveWindow)
    return palette


def ask(window: MainWindow, qtbot: QtBot, letters: str) -> None:
    """Type letters and press Enter."""
    palette = opened(window, qtbot)
    qtbot.keyClicks(palette.field, letters)
    with qtbot.waitSignal(palette.finished):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)


def test_an_action(window: MainWindow, qtbot: QtBot) -> None:
    ask(window, qtbot, "expr")
    qtbot.waitUntil(lambda: window.session.mode is Mode.EXPRESS)
    window.session.pause()
    assert window.preferences.recent_commands == ["Express"]
    palette = opened(window, qtbot)
    assert palette.list.currentIndex().data() == "Express"
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_scenario_by_a_word_of_its_title(window: MainWindow, qtbot: QtBot) -> None:
    window.language.set_code("pt_BR")
    ask(window, qtbot, "bloq uma")
    qtbot.waitUntil(lambda: window.session.source == "01_blocking")


def test_a_parameter_gets_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["panel"].setChecked(False)
    ask(window, qtbot, "thread lim")
    panel = window.findChild(ParametersPanel)
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    assert panel.search.text() == "Thread limit"
    qtbot.waitUntil(lambda: panel.isAncestorOf(QApplication.focusWidget() or window))


def test_a_key_of_the_scenario_leads_to_its_line(window: MainWindow, qtbot: QtBot) -> None:
    ask(window, qtbot, "run.dur")
    qtbot.waitUntil(lambda: window.findChild(ScenarioTextPanel) is not None)
    panel = window.findChild(ScenarioTextPanel)
    assert panel is not None
    assert panel.editor.textCursor().block().text().startswith("duration")


def test_arrows_go_round_and_a_click_chooses(window: MainWindow, qtbot: QtBot) -> None:
    button = window.findChild(QToolButton, "palette_button")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.field, "theme")
    first = palette.list.currentIndex()
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex() == first
    where = palette.list.visualRect(first).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: window.appearance.theme.is_dark)


def test_what_nobody_knows_is_said(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    qtbot.keyClicks(palette.field, "qqqq")
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_every_entry_says_its_kind(window: MainWindow, qtbot: QtBot) -> None:
    for language in ("english", "portuguese"):
        window.commands[language].trigger()
        palette = opened(window, qtbot)
        said = [palette.list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(20)]
        assert all(", " in text for text in said)
        palette.close()
        qtbot.waitUntil(lambda: window.findChild(Palette) is None)
