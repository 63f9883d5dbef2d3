"""The light look, as a theme and given to the application."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import Theme, ThemeName
from ui.theme.appearance import Appearance


@pytest.fixture
def light() -> Theme:
    """The light theme."""
    return Theme(ThemeName.LIGHT)


@pytest.fixture
def appearance(restored: QApplication) -> Appearance:
    """The light look, given to the application."""
    return Appearance(restored)
