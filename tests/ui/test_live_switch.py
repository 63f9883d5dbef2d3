"""A window that was switched looks like one that began that way, to the pixel: nothing is left in the old look."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.screenshots.studio import Look
from tests.screenshots.window import WindowStudio
from ui.main_window import MainWindow
from ui.theme import ThemeName

ENGLISH, PORTUGUESE = (Look(language, ThemeName.LIGHT, 1280, 720) for language in ("en", "pt_BR"))
DARK = Look("en", ThemeName.DARK, 1280, 720)


@pytest.fixture
def studio(restored: QApplication, tmp_path: Path) -> WindowStudio:
    """Makes windows that remember nothing."""
    return WindowStudio(restored, tmp_path, tmp_path)


def picture(studio: WindowStudio, look: Look, switch: Callable[[MainWindow], None] | None = None) -> QImage:
    """A lesson that stands still in its past, with charts and flags; switched, or as it began."""
    with studio.window(look) as window:
        window.session.open("04_workers")
        assert window.session.system is not None
        window.session.system.run_until(25.0)
        window.session.rewind(24.9)
        studio.wait()
        if switch is not None:
            switch(window)
            studio.wait()
        studio.catch_up(window)
        return window.grab().toImage()


def test_a_theme_is_switched_everywhere(studio: WindowStudio) -> None:
    switched = picture(studio, ENGLISH, lambda window: window.appearance.set_name(ThemeName.DARK))
    assert switched == picture(studio, DARK)


def test_a_language_is_switched_everywhere(studio: WindowStudio) -> None:
    switched = picture(studio, ENGLISH, lambda window: window.language.set_code("pt_BR"))
    assert switched == picture(studio, PORTUGUESE)
