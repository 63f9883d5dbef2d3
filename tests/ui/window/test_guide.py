"""The guide in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.guide.panel import GuidePanel
from ui.guide.topics import Topic, title_of
from ui.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(window: MainWindow, qtbot: QtBot, focused: QWidget) -> GuidePanel:
    """By its key, from where the focus is."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    focused.setFocus()
    qtbot.keyClick(focused, Qt.Key.Key_F1, SHIFT)
    panel = window.findChild(GuidePanel)
    assert panel is not None
    return panel


@pytest.mark.parametrize(
    ("name", "topic"), [("diagram", Topic.DIAGRAM), ("panel", Topic.PARAMETERS), ("toolbar", Topic.TIME)]
)
def test_it_opens_at_what_fits(name: str, topic: Topic, window: MainWindow, qtbot: QtBot) -> None:
    places = {"diagram": window.diagram, "toolbar": window.toolbar.menu_button}
    focused = places.get(name) or window.parts.need("panel").search
    assert opened(window, qtbot, focused).topic is topic


def test_the_language_switches_live(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot, window.diagram)
    panel.show_topic(Topic.GLOSSARY)
    assert "Accept queue" in panel.text.toPlainText()
    window.commands["portuguese"].trigger()
    assert "Fila de aceitação" in panel.text.toPlainText()
    assert panel.topic is Topic.GLOSSARY
    assert panel.topics.currentText() == title_of(Topic.GLOSSARY, "pt_BR")
    qtbot.waitUntil(lambda: window.places.side.tabText(0) == "Guia")


def test_topics_follow_one_another(window: MainWindow, qtbot: QtBot) -> None:
    panel, last = opened(window, qtbot, window.diagram), list(Topic)[-1]
    panel.show_topic(last)
    qtbot.mouseClick(panel.after, Qt.MouseButton.LeftButton)
    assert panel.topic is Topic.FIRST_STEPS
    qtbot.mouseClick(panel.before, Qt.MouseButton.LeftButton)
    assert panel.topic is last
    panel.topics.setFocus()
    qtbot.keyClick(panel.topics, Qt.Key.Key_Home)
    assert panel.topic is Topic.FIRST_STEPS
