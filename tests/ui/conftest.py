"""What tests of the window share: they leave the application as it was."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, SignalInstance
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from ui.theme.fonts import load_fonts

_PATIENCE_MS = 60_000
"""Only what never comes takes so long, however much else the machine has to do."""


class PatientBot(QtBot):
    """Waits for what is to come, and not for a time in which an idle machine would be done with it."""

    def waitUntil(  # noqa: N802  # as pytest-qt calls it
        self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802  # likewise
        self,
        signal: SignalInstance,
        *,
        timeout: int = _PATIENCE_MS,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In the place of pytest-qt's own."""
    return PatientBot(request)


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
