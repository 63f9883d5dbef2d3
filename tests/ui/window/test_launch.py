"""From the command to the window, and out of it again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import MakeWindow
from ui import screen
from ui.dialogs.internal_error import InternalErrorDialog
from ui.launch import LastResort, Signals
from ui.main_window import MainWindow
from ui.pacing import Mode
from ui.preferences import DEFAULT_SPEED, Preferences
from ui.theme.theme import ThemeName


def vazao(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command where there is no screen."""
    bare = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [sys.executable, "-m", "ui.app", *arguments]
    return subprocess.run(command, env=bare | environment, capture_output=True, text=True, timeout=60, check=False)


def test_help_and_version_need_no_screen() -> None:
    assert "FILE" in vazao("--help").stdout
    assert vazao("--version").stdout.startswith("vazao ")


@pytest.mark.parametrize("few", ["5", "many", "-1"])
def test_how_much_is_kept_must_be_enough(few: str) -> None:
    ran = vazao("--keep", few)
    assert ran.returncode == 2
    assert "at least 100,000" in ran.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize("display", ["", ":987"])
def test_without_a_screen_one_sentence_says_so(display: str) -> None:
    ran = vazao(DISPLAY=display)
    assert ran.returncode == 69
    assert ran.stderr.startswith("vazao: ")
    assert "simulate --config FILE" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "_loads", lambda name: name != "libEGL.so.1")
    why = screen.missing_library("libGL.so.1: cannot open shared object file: No such file or directory")
    assert why is not None
    assert why.endswith("sudo apt-get install libgl1 libegl1")
    assert screen.missing_library("No module named 'PySide6'") is None


def test_what_the_platform_plugin_lacks_is_said_before_it_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(screen, "_answers", lambda _: True)
    monkeypatch.setattr(screen, "_loads", lambda name: name != "libxcb-cursor.so.0")
    why = screen.missing_screen({"DISPLAY": ":0"})
    assert why is not None
    assert why.endswith("sudo apt-get install libxcb-cursor0")
    assert screen.missing_screen({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert screen.missing_screen({"WAYLAND_DISPLAY": "wayland-0"}) is None
    assert screen.missing_screen({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": ""}) is None
    assert screen.missing_screen({"QT_QPA_PLATFORM": ""}) is not None


BROKEN = """
from PySide6.QtCore import QSettings
from ui.launch import begin, make_window
from ui.preferences import Preferences
from ui.theme.appearance import make_application
app = make_application("vazao")
window = make_window(app, Preferences(QSettings("{settings}", QSettings.Format.IniFormat)))
window.show()
begin(window, "01_blocking")
while window.parts.get("inspector") is None:
    app.processEvents()
raise RuntimeError("nobody expected this")
"""


def test_a_process_that_breaks_off_with_a_window_open_says_why_and_does_not_crash(tmp_path: Path) -> None:
    script = BROKEN.format(settings=(tmp_path / "settings.ini").as_posix())
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 1
    assert "nobody expected this" in ran.stderr


def test_a_window_comes_back_as_it_was_left(make: MakeWindow, preferences: Preferences) -> None:
    window = make()
    window.appearance.set_name(ThemeName.DARK)
    window.language.set_code("pt_BR")
    window.session.set_speed(3.0)
    window.commands["reduced_motion"].setChecked(True)
    window.resize(1111, 701)
    window.close()
    again = make()
    assert preferences.theme is again.appearance.theme.name is ThemeName.DARK
    assert again.language.code == "pt_BR"
    assert again.session.speed == 3.0
    assert again.commands["reduced_motion"].isChecked()


def test_settings_that_make_no_sense_count_as_none(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    for key in ("theme", "language", "speed", "recent", "geometry", "reduced_motion"):
        settings.setValue(key, "nonsense")
    kept = Preferences(settings)
    assert (kept.theme, kept.language, kept.speed) == (ThemeName.LIGHT, None, DEFAULT_SPEED)
    assert (kept.recent, kept.bytes_of("geometry"), kept.has_reduced_motion) == ([], None, False)
    settings.setValue("lessons/folder", "/none/\0/at all")
    assert kept.lesson_folder is None
    for speed in ("nan", "inf", "-1", "0", "1e9"):
        settings.setValue("speed", speed)
        assert kept.speed == DEFAULT_SPEED


def test_an_internal_error_is_shown_once_and_keeps_the_session(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    last = LastResort(window)
    window.session.apply("server.workers", 2)
    window.session.run()
    for _ in range(2):
        error = ValueError("that was not expected")
        last.on_exception(type(error), error, None)
    (dialog,) = window.findChildren(InternalErrorDialog)
    assert window.session.mode is Mode.PAUSED
    copy = dialog.findChild(QPushButton, "copy_details")
    assert copy is not None
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "that was not expected" in QApplication.clipboard().text()
    assert dialog.findChild(QPlainTextEdit, "details") is not None
    dialog.reject()
    assert window.session.has_unsaved_changes
    assert "that was not expected" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="no signals of this kind")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_closes_the_window(number: signal.Signals, code: int, window: MainWindow, qtbot: QtBot) -> None:
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    signals = Signals(window)
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: not window.isVisible())
    signals.close()
    for each, handler in before.items():
        signal.signal(each, handler)
    assert signals.code == code
