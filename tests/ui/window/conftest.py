"""A whole window that stands still at 0 on a bundled scenario, and remembers nothing of other tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import status_bar
from ui.charts.panel import ChartsPanel
from ui.launch import begin, make_window
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme.theme import ThemeName

MakeWindow = Callable[[], MainWindow]


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """In a file of the test's own."""
    kept = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    kept.language, kept.theme = "en", ThemeName.LIGHT
    return kept


@pytest.fixture
def make(
    restored: QApplication, qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeWindow]:
    """Makes windows, shown and complete, with nothing opened yet; what they say stays to be read."""
    monkeypatch.setattr(status_bar, "_SAID_MS", 1_000_000)
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        window = make_window(restored, preferences)
        windows.append(window)
        window.resize(1280, 720)
        window.show()
        qtbot.waitUntil(lambda: window.findChild(ChartsPanel) is not None)
        return window

    yield make
    for window in windows:
        window.session.pause()
        window.hide()
        window.language.remove()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make: MakeWindow) -> MainWindow:
    """A window at 0."""
    window = make()
    begin(window, "01_blocking")
    window.session.pause()
    window.session.restart()
    return window
