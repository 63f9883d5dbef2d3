"""Runs that stand still, and a panel that shows one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.model import System
from simulator.scenario import load
from ui.i18n import Language
from ui.inspector.panel import InspectorPanel
from ui.theme import Theme, ThemeName


def system(name: str, until_s: float) -> System:
    """A session's run of a bundled scenario, at an instant."""
    made = System(load(name), seed=1, trace=True, endless=True, sample_every_s=0.1)
    made.run_until(until_s)
    return made


@pytest.fixture
def blocking() -> System:
    """One worker, of which a call holds the loop nearly always."""
    return system("01_blocking", 12)


@pytest.fixture
def language(restored: QApplication) -> Iterator[Language]:
    """English, taken away afterwards."""
    made = Language("en")
    yield made
    made.remove()


@pytest.fixture
def panel(language: Language, qtbot: QtBot, blocking: System) -> Iterator[InspectorPanel]:
    """Shown, wide, on the blocking run."""
    made = InspectorPanel(Theme(ThemeName.LIGHT))
    made.resize(1085, 420)
    made.show()
    made.restart(blocking)
    made.refresh(blocking.now_s, blocking.now_s)
    yield made
    made.hide()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def slowest(run: System) -> int:
    """The id of the request that was answered latest after it was sent."""
    rows = run.record.requests.array()
    return int((rows["finished"] - rows["sent"]).argmax()) + 1
