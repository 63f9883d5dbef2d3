"""A window with a lesson on its stage; nothing waits for wall time."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.launch import make_window
from ui.lessons.conductor import Conductor
from ui.lessons.doors import open_lesson
from ui.lessons.stage import Stage
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme.theme import ThemeName


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """In a file of the test's own."""
    kept = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    kept.language, kept.theme = "en", ThemeName.LIGHT
    return kept


@pytest.fixture
def window(restored: QApplication, qtbot: QtBot, preferences: Preferences) -> Iterator[MainWindow]:
    """Shown, with nothing opened."""
    made = make_window(restored, preferences)
    made.resize(1280, 720)
    made.show()
    yield made
    made.session.pause()
    made.hide()
    made.language.remove()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


Begin = Callable[[str], Conductor]


@pytest.fixture
def begin(window: MainWindow) -> Begin:
    """Opens a lesson."""

    def open_one(name: str) -> Conductor:
        open_lesson(window, name)
        stage = window.parts.get("lesson")
        assert isinstance(stage, Stage)
        conductor = stage.findChild(Conductor)
        assert conductor is not None
        return conductor

    return open_one
