"""What people do by mistake: it is said clearly, nothing is lost, and the window goes on."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QTreeWidget
from pytestqt.qtbot import QtBot

from simulator.scenario.file import read_text
from tests.ui.window.test_files import drop
from ui.dialogs.problems import ProblemsDialog
from ui.main_window import MainWindow
from ui.parameters.panel import ParametersPanel
from ui.parameters.slider_row import SliderRow
from ui.parameters.specs import Parameter
from ui.scenario_text.panel import ScenarioTextPanel
from ui.session.crowds import MOST_USERS

CLOSED = "13_gil"
BROKEN = {
    "misspelt": (b'format = 1\nname = "x"\n[server]\nwokers = 2\n', "unknown key (did you mean server.workers?)"),
    "no_toml": (b"format = 1\nname = ", "is not valid TOML"),
    "binary": (bytes(range(256)) * 8, "is not a text file in UTF-8"),
    "empty": (b"", "is empty"),
    "huge": (b"# " + b"x" * 1_100_000, "must be at most 1,000,000 bytes"),
    "deep": (b"a = " + b"[" * 50_000, "is nested too deeply"),
}


@pytest.fixture
def closed(window: MainWindow) -> MainWindow:
    """A group of users, some seconds into a run."""
    window.files.open(CLOSED)
    window.session.pause()
    assert window.session.system is not None
    window.session.system.run_until(1.0)
    return window


def goes_on(window: MainWindow) -> bool:
    """Whether time can still go."""
    system = window.session.system
    assert system is not None
    before = system.now_s
    system.run_until(before + 0.5)
    return system.now_s == before + 0.5


def users(window: MainWindow) -> int | None:
    """Of the first group, now."""
    assert window.session.system is not None
    return window.session.system.scenario.clients[0].users


def test_wrong_numbers_of_users_typed_into_the_field(closed: MainWindow, qtbot: QtBot) -> None:
    panel = closed.findChild(ParametersPanel)
    assert panel is not None
    row = panel.list.rows[Parameter.USERS]
    assert isinstance(row, SliderRow)
    before = users(closed)
    for typed in ("1000000", "50001", "0", "-3", "many", "5.5", "1e9"):
        row.field.setFocus()
        row.field.selectAll()
        qtbot.keyClicks(row.field, typed)
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
        said = [label.text() for label in row.findChildren(QLabel) if label.text().endswith("please")]
        assert len(said) == 1, typed
        assert users(closed) == before, typed
    assert goes_on(closed)


def test_a_million_users_typed_into_the_text(closed: MainWindow) -> None:
    closed.parts.show("scenario_text")
    text = closed.findChild(ScenarioTextPanel)
    assert text is not None
    text.bring_in_step()
    before = users(closed)
    text.editor.replace(text.editor.toPlainText().replace(f"users = {before}", "users = 1000000"))
    text.bring_in_step()
    said = text.problems.item(0).text()
    assert re.search(r"line \d+ · .*users: must be at most 50,000 in the window, got 1,000,000", said)
    assert "keeps its last values" in text.state.text()
    assert users(closed) == before
    assert "users = 1000000" in text.editor.toPlainText(), "what was typed is not lost"
    assert goes_on(closed)


def test_a_million_users_in_a_file(window: MainWindow, tmp_path: Path) -> None:
    text, _, _ = read_text(CLOSED)
    path = tmp_path / "million.toml"
    path.write_text(text.replace("users = 8", "users = 1000000"))
    assert not window.files.open(path)
    dialog = window.findChild(ProblemsDialog)
    assert dialog is not None
    table = dialog.findChild(QTreeWidget)
    assert table is not None
    assert f"at most {MOST_USERS:,} in the window" in table.topLevelItem(0).text(2)
    assert window.session.source == "01_blocking"
    assert goes_on(window)


def test_a_file_that_vanished_while_it_was_open_can_be_saved_again(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    window.session.save(path)
    window.files.open(path)
    path.unlink()
    window.session.apply("server.workers", 2)
    window.session.restart()
    assert window.session.save(path)
    assert path.exists()
    assert goes_on(window)


def test_a_recent_file_that_vanished_is_said_to_be_gone(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    window.session.save(path)
    window.files.open(path)
    window.files.open("02_async")
    (entry,) = window.menu.recent.actions()
    path.unlink()
    entry.trigger()
    dialog = window.findChild(ProblemsDialog)
    assert dialog is not None
    table = dialog.findChild(QTreeWidget)
    assert table is not None
    assert "No such file" in table.topLevelItem(0).text(2)
    assert window.session.source == "02_async"


def test_a_file_that_may_not_be_written_is_not_half_written(window: MainWindow, tmp_path: Path) -> None:
    # The folder, not the file: who runs as root may write read-only files.
    path = tmp_path / "there.toml" / "mine.toml"
    path.parent.write_text("a file where a folder should be")
    window.session.apply("server.workers", 2)
    assert not window.session.save(path)
    box = window.findChild(QMessageBox, "warning")
    assert box is not None
    assert "mine.toml" in box.text()
    assert window.session.has_unsaved_changes
    assert path.parent.read_text() == "a file where a folder should be"


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_scenario_that_is_dropped_is_explained(name: str, window: MainWindow, tmp_path: Path) -> None:
    window.session.apply("server.workers", 2)
    window.session.save(tmp_path / "mine.toml")
    data, said = BROKEN[name]
    path = tmp_path / f"{name}.toml"
    path.write_bytes(data)
    assert drop(window, path)
    dialog = window.findChild(ProblemsDialog)
    assert dialog is not None
    table = dialog.findChild(QTreeWidget)
    assert table is not None
    texts = [table.topLevelItem(row).text(2) for row in range(table.topLevelItemCount())]
    assert any(said in text for text in texts), texts
    assert path.read_bytes() == data
    assert window.session.scenario().server.workers == 2
    assert goes_on(window)
