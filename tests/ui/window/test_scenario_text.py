"""The text in the window: what is typed acts, what acts is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QTabBar
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.parameters.panel import ParametersPanel
from ui.scenario_text.panel import ScenarioTextPanel

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def text(window: MainWindow, qtbot: QtBot) -> ScenarioTextPanel:
    """Opened by its key."""
    qtbot.keyClick(window.diagram, Qt.Key.Key_M, CTRL)
    panel = window.findChild(ScenarioTextPanel)
    assert panel is not None
    panel.bring_in_step()
    return panel


def type_over(panel: ScenarioTextPanel, old: str, new: str) -> None:
    """As if this had been typed, and the pause after it were over."""
    panel.editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert panel.editor.find(old)
    panel.editor.insertPlainText(new)
    panel.bring_in_step()


def test_the_text_is_that_of_the_file(text: ScenarioTextPanel, window: MainWindow) -> None:
    assert text.editor.toPlainText() == window.session.text
    assert text.state.text() == "in step with the run"


def test_a_live_key_that_is_typed_is_a_change(text: ScenarioTextPanel, window: MainWindow) -> None:
    type_over(text, "workers = 1", "workers = 3")
    system = window.session.system
    assert system is not None
    assert [(change.set, change.to) for change in system.changes] == [("server.workers", 3)]
    text.editor.undo()
    text.bring_in_step()
    assert [change.to for change in system.changes] == [3, 1]


def test_a_change_of_a_parameter_is_written_where_it_stands(
    text: ScenarioTextPanel, window: MainWindow, qtbot: QtBot
) -> None:
    before = text.editor.toPlainText()
    window.session.apply("server.workers", 5)
    qtbot.waitUntil(lambda: text.editor.toPlainText() == before.replace("workers = 1", "workers = 5"))


def test_a_fixed_key_offers_a_restart(text: ScenarioTextPanel, window: MainWindow, qtbot: QtBot) -> None:
    window.session.step()
    type_over(text, "[server]", "[server]\nbacklog = 77")
    assert text.waiting.isVisible()
    assert window.session.now_s > 0
    qtbot.mouseClick(text.restart, Qt.MouseButton.LeftButton)
    assert window.session.now_s == 0.0
    assert window.session.system is not None
    assert window.session.system.scenario.server.backlog == 77
    assert not text.waiting.isVisible()
    assert "backlog = 77" in text.editor.toPlainText()
    assert window.isWindowModified()


def test_what_comes_below_the_text_does_not_hide_the_line_that_is_typed(text: ScenarioTextPanel, qtbot: QtBot) -> None:
    editor = text.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertPlainText('\n[[services]]\nname = "disk"')
    editor.ensureCursorVisible()
    before = editor.viewport().height()
    assert before - 40 < editor.cursorRect().bottom() <= before  # the last line that is seen
    text.bring_in_step()
    qtbot.waitUntil(lambda: editor.viewport().height() < before)
    assert editor.cursorRect().bottom() <= editor.viewport().height()


def test_a_broken_line_says_what_is_wrong_and_the_run_goes_on(text: ScenarioTextPanel, window: MainWindow) -> None:
    type_over(text, "workers = 1", "wokers = 1")
    assert text.problems.isVisible()
    row = text.problems.item(0).text()
    assert "server.wokers: unknown key (did you mean server.workers?)" in row
    text.problems.itemActivated.emit(text.problems.item(0))
    assert text.editor.textCursor().block().text().startswith("wokers = 1")
    assert window.session.system is not None
    assert window.session.system.changes == []
    type_over(text, "wokers = 1", "workers = 1")
    assert not text.problems.isVisible()


def test_what_was_typed_and_not_taken_comes_back_after_a_restart(text: ScenarioTextPanel, window: MainWindow) -> None:
    opened = text.editor.toPlainText()
    type_over(text, "workers = 1", "wokers = 1")
    broken = text.editor.toPlainText()
    window.session.restart()
    assert text.editor.toPlainText() == opened
    text.editor.undo()
    assert text.editor.toPlainText() == broken
    text.bring_in_step()
    window.session.open("02_async")
    text.editor.undo()
    assert "wokers" not in text.editor.toPlainText(), "another scenario's text is none of this one's"


LATE = '[[faults]]\nat = "70s"\nkind = "restart"\ntarget = "server"\n\n[server]'


def test_what_is_odd_is_a_note_with_its_line_in_the_windows_language(
    text: ScenarioTextPanel, window: MainWindow, qtbot: QtBot
) -> None:
    type_over(text, "[server]", LATE)
    assert text.waiting.isVisible()
    assert text.state.text() == "waits for a restart; 1 note"
    assert text.problems.accessibleName() == "Notes on the text"
    assert text.problems.item(0).text().endswith("faults[0].at: comes only after the run's end (60 s)")
    window.language.set_code("pt_BR")
    portuguese = "faults[0].at: só acontece depois do fim da execução (60 s)"
    qtbot.waitUntil(lambda: text.problems.item(0).text().endswith(portuguese))
    text.problems.itemActivated.emit(text.problems.item(0))
    assert text.editor.textCursor().block().text() == 'at = "70s"'
    type_over(text, 'at = "70s"', 'at = "7s"')
    assert not text.problems.isVisible()


def test_what_is_odd_in_what_was_opened_is_said_once(window: MainWindow) -> None:
    said = window.status.findChild(QLabel, "said")
    assert said is not None
    window.files.open("24_kafka_lag")
    assert said.toolTip().startswith("Note: broker.consumers: 2 partitions have one consumer each")
    window.language.set_code("pt_BR")
    window.files.open("24_kafka_lag")
    assert said.toolTip().startswith("Nota: broker.consumers: 2 partições têm um consumidor cada")


def test_reset_goes_back_to_what_was_opened(text: ScenarioTextPanel, window: MainWindow, qtbot: QtBot) -> None:
    window.session.apply("server.workers", 5)
    text.bring_in_step()
    qtbot.mouseClick(text.reset, Qt.MouseButton.LeftButton)
    assert text.editor.toPlainText() == window.session.text
    assert window.session.system is not None
    assert window.session.system.scenario.server.workers == 1


def test_tab_leaves_the_editor(text: ScenarioTextPanel, window: MainWindow, qtbot: QtBot) -> None:
    text.editor.setFocus()
    qtbot.keyClick(text.editor, Qt.Key.Key_Tab)
    assert not text.editor.hasFocus()
    bar = window.places.side.findChild(QTabBar)
    assert bar is not None
    assert bar.accessibleName() == "Open panels"


def test_a_search_of_the_parameters_leads_to_any_key(text: ScenarioTextPanel, window: MainWindow, qtbot: QtBot) -> None:
    window.commands["scenario_text"].trigger()
    panel = window.findChild(ParametersPanel)
    assert panel is not None
    panel.search.setText("backlog")
    (row,) = [row for row in panel.list.keys.rows if row.isVisible()]
    assert row.accessibleName() == "server.backlog = 2048"
    assert row.accessibleDescription().endswith("Fixed: a real server takes it when it starts.")
    panel.search.setFocus()
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert text.isVisible()
    line = text.editor.textCursor().block().text()
    assert line.startswith(("[server]", "backlog"))
    panel.search.clear()
    assert not panel.list.keys.isVisible()
