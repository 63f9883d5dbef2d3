"""After a crash the window offers what was left; files that vanish or cannot be written lose nothing."""

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.test_saved import CLIENTS, HEAD, SERVER
from tests.ui.window.conftest import MakeWindow
from tests.ui.window.test_files import changed
from ui.dialogs import files
from ui.launch import recover
from ui.main_window import MainWindow
from ui.recovery import Recovery
from ui.session import saving


@pytest.fixture
def left(window: MainWindow, tmp_path: Path) -> Path:
    """A session that another process left behind."""
    changed(window)
    folder = tmp_path / "recovery"
    folder.mkdir()
    (folder / "left.toml").write_text(window.session.written(folder), encoding="utf-8")
    return folder


def box_of(window: MainWindow) -> QMessageBox:
    box = window.findChild(QMessageBox, "recovery")
    assert box is not None
    assert box.isVisible()
    return box


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    button = box_of(window).findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_session_that_was_left_is_restored(left: Path, make: MakeWindow, qtbot: QtBot) -> None:
    window = make()
    window.session.open("02_async")
    recovery = recover(window, left)
    assert "Bloc" in box_of(window).text() or "block" in box_of(window).text().lower()
    press(qtbot, window, "restore")
    qtbot.waitUntil(lambda: window.session.now_s == 4.0 and not window.session.mode.is_running)
    assert window.session.scenario().server.workers == 3
    assert window.isWindowModified()
    assert [path.suffix for path in sorted(left.iterdir())] == [".lock", ".toml"]
    assert recovery.autosave.path.exists()


def test_a_restored_session_can_be_reset_to_what_its_run_began_with(left: Path, make: MakeWindow, qtbot: QtBot) -> None:
    window = make()
    recover(window, left)
    press(qtbot, window, "restore")
    reset = window.commands["reset"]
    qtbot.waitUntil(reset.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: not window.session.mode.is_running, timeout=20_000)
    reset.trigger()
    assert window.session.scenario().server.workers == 1
    assert not reset.isEnabled()
    window.commands["undo"].trigger()
    assert window.session.scenario().server.workers == 3
    assert reset.isEnabled()


def test_or_discarded_or_kept_for_later_by_key(left: Path, make: MakeWindow, qtbot: QtBot) -> None:
    window = make()
    window.session.open("02_async")
    recover(window, left)
    qtbot.keyClick(box_of(window), Qt.Key.Key_Escape)
    assert (left / "left.toml").exists()
    again = make()
    again.session.open("02_async")
    recover(again, left)
    press(qtbot, again, "discard")
    assert list(left.iterdir()) == []
    assert again.session.source == "02_async"


def test_what_was_left_and_cannot_be_read_is_said_and_stays(left: Path, make: MakeWindow) -> None:
    whole = (left / "left.toml").read_bytes()
    (left / "left.toml").unlink()
    spoilt = {"binary": b"\0\xff\x80", "empty": b"", "half": whole[: len(whole) // 2] + b'\n"'}
    for name, data in spoilt.items():
        (left / f"{name}.toml").write_bytes(data)
    (left / "folder.toml").mkdir()
    (left / "gone.toml").symlink_to(left / "nowhere")
    window = make()
    window.session.open("02_async")
    recovery = Recovery(window.session, window.language, left, window)
    said: list[str] = []
    recovery.said.connect(said.append)
    recovery.offer()
    assert window.findChild(QMessageBox, "recovery") is None
    (text,) = said
    assert text.startswith(f"A session kept for a crash cannot be restored: {left}: ")
    assert {name: (left / f"{name}.toml").read_bytes() for name in spoilt} == spoilt
    (left / "left.toml").write_bytes(whole)
    recovery.offer()
    assert "block" in box_of(window).text().lower()


def test_nothing_is_offered_where_nothing_was_left(make: MakeWindow, tmp_path: Path) -> None:
    window = make()
    window.session.open("02_async")
    recovery = recover(window, tmp_path / "none")
    assert window.findChild(QMessageBox, "recovery") is None
    window.session.apply("server.workers", 2)
    recovery.autosave.save()
    assert recovery.autosave.path.exists()
    window.session.save(tmp_path / "mine.toml")
    assert window.close()
    assert list((tmp_path / "none").iterdir()) == []


def test_a_file_that_vanishes_while_it_is_open_takes_nothing_along(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + CLIENTS + SERVER, encoding="utf-8")
    window.files.open(path)
    path.unlink()
    window.session.apply("server.workers", 3)
    window.session.restart()
    monkeypatch.setattr(files, "ask_saved", lambda *_: tmp_path / "other.toml")
    assert window.files.save()
    assert "# A scenario with comments." in (tmp_path / "other.toml").read_text(encoding="utf-8")


def test_a_recording_that_vanishes_is_named_and_the_run_goes_on(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "arrivals.csv").write_text("time_s,route\n0.1,/a\n0.9,/c\n", encoding="utf-8")
    replay = '[[clients]]\nname = "Cliente_3"\narrivals = "replay"\nfile = "arrivals.csv"\n'
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + CLIENTS + replay + SERVER, encoding="utf-8")
    window.files.open(path)
    system = window.session.system
    assert system is not None
    system.run_until(2.0)
    (tmp_path / "arrivals.csv").unlink()
    window.session.restart()
    assert window.session.system is system
    window.session.rewind(1.0)
    window.session.branch()
    assert window.session.is_rewound
    boxes = window.findChildren(QMessageBox, "warning")
    assert len(boxes) == 2
    assert all("arrivals.csv" in box.text() for box in boxes)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_what_cannot_be_written_is_said_and_stays_unsaved(
    number: int, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(window)

    def refuse(*_: object) -> None:
        raise OSError(number, "refused by the system")

    monkeypatch.setattr(saving, "write_whole", refuse)
    monkeypatch.setattr(files, "ask_saved", lambda *_: tmp_path / "mine.toml")
    assert not window.files.save()
    box = window.findChild(QMessageBox, "warning")
    assert box is not None
    assert "refused by the system" in box.text()
    assert "mine.toml" in box.text()
    assert window.session.has_unsaved_changes
    assert list(tmp_path.glob("mine*")) == []
