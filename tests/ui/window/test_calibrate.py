"""A scenario from a log, in the window: filled in, made by the real command, opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.reality.calibrate_dialog import CalibrateDialog
from ui.reality.calibrate_part import Calibrating
from ui.reality.sources import Source


@pytest.fixture
def dialog(window: MainWindow) -> CalibrateDialog:
    shown = window.parts.show("calibrate")
    assert isinstance(shown, CalibrateDialog)
    return shown


@pytest.fixture
def log(tmp_path: Path) -> Path:
    file = tmp_path / "access.csv"
    rows = "".join(f"{1e9 + n / 10},/items,{20 + n % 7},200\n" for n in range(300))
    file.write_text(f"time,path,duration_ms,status\n{rows}", encoding="utf-8")
    return file


def test_a_log_becomes_the_scenario_that_runs(
    window: MainWindow, dialog: CalibrateDialog, log: Path, qtbot: QtBot
) -> None:
    assert not dialog.start.isEnabled()
    dialog.fields["file"].setText(str(log))
    assert dialog.fields["out"].text() == str(log.with_suffix(".toml"))
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.use.isVisible)
    assert "/items" in dialog.state.text()
    assert dialog.fits.isVisible()
    assert dialog.cancel.text() == "Close"  # what was written is not cancelled
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert window.session.system is not None
    assert window.session.system.scenario.routes[0].path == "/items"
    assert window.session.source == log.with_suffix(".toml")  # a file, and no bundled scenario


def test_what_went_wrong_is_shown(dialog: CalibrateDialog, log: Path, qtbot: QtBot) -> None:
    log.write_bytes(bytes(range(256)) * 10)
    dialog.fields["file"].setText(str(log))
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is binary" in dialog.state.text())
    assert dialog.start.isEnabled()
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)


def test_what_went_wrong_is_said_in_the_windows_language(
    window: MainWindow, dialog: CalibrateDialog, log: Path, qtbot: QtBot
) -> None:
    window.commands["portuguese"].trigger()
    log.write_bytes(b"")
    dialog.fields["file"].setText(str(log))
    dialog.start_requested.emit(dialog.asked)
    qtbot.waitUntil(lambda: dialog.state.text() == f"{log}: está vazio")
    dialog.reject()


def test_each_source_asks_for_its_own(dialog: CalibrateDialog) -> None:
    for source, names in (
        (Source.LOG, {"file", "out"}),
        (Source.APP, {"app", "folder", "routes", "out"}),
        (Source.ASYNCFLOW, {"file", "out"}),
    ):
        dialog.source.setCurrentIndex(list(Source).index(source))
        assert {name for name, field in dialog.fields.items() if field.isVisible()} == names
        assert dialog.handler.isVisible() is (source is Source.LOG)
    dialog.reject()


def test_closed_it_ends_what_is_on_its_way(dialog: CalibrateDialog, log: Path, qtbot: QtBot) -> None:
    found = dialog.findChild(Calibrating)
    assert isinstance(found, Calibrating)
    command = found.command
    dialog.fields["file"].setText(str(log))
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert command.is_running
    dialog.reject()
    qtbot.waitUntil(lambda: not command.is_running)
