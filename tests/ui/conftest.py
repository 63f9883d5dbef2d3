"""What tests of the window share: they leave the application as it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import load_fonts


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    """As in the application: texts are measured, and their widths kept, in our own fonts only."""
    load_fonts()


@pytest.fixture
def restored(qapp: QApplication) -> Iterator[QApplication]:
    """The application, whose style sheet, palette, font, icon and locale come back afterwards."""
    palette, font, icon, locale = qapp.palette(), qapp.font(), qapp.windowIcon(), QLocale()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setWindowIcon(icon)
    QLocale.setDefault(locale)
