"""An appearance that leaves the application as it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import Theme, ThemeName
from ui.theme.appearance import Appearance


@pytest.fixture
def light() -> Theme:
    """The light theme."""
    return Theme(ThemeName.LIGHT)


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The light look, given to the application."""
    before = qapp.palette(), qapp.font(), qapp.windowIcon()
    yield Appearance(qapp)
    qapp.setStyleSheet("")
    _restore(qapp, *before)


def _restore(app: QApplication, palette: QPalette, font: QFont, icon: QIcon) -> None:
    app.setPalette(palette)
    app.setFont(font)
    app.setWindowIcon(icon)
