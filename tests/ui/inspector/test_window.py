"""The inspector in the window: opened by a click in the diagram, in the place of the charts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.inspector.panel import InspectorPanel
from ui.launch import begin, make_window
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme.theme import ThemeName

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(restored: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Stands still some seconds into a run."""
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    preferences.language, preferences.theme = "en", ThemeName.LIGHT
    made = make_window(restored, preferences)
    made.resize(1280, 720)
    made.show()
    qtbot.waitUntil(lambda: made.findChild(InspectorPanel) is not None)
    begin(made, "01_blocking")
    made.session.pause()
    made.session.restart()
    assert made.session.system is not None
    made.session.system.run_until(8)
    made.session.rewind(8)
    made.session.return_to_now()
    yield made
    made.session.pause()
    made.hide()
    made.language.remove()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def panel_of(window: MainWindow) -> InspectorPanel:
    panel = window.findChild(InspectorPanel)
    assert panel is not None
    return panel


def test_it_opens_by_key_where_the_charts_are_and_gives_their_place_back(window: MainWindow, qtbot: QtBot) -> None:
    assert not panel_of(window).isVisible()
    qtbot.keyClick(window, Qt.Key.Key_I, CTRL)
    assert panel_of(window).isVisible()
    assert not window.places.charts.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_I, CTRL)
    assert not panel_of(window).isVisible()
    assert window.places.charts.isVisible()


def test_charts_that_are_asked_for_close_it(window: MainWindow) -> None:
    window.commands["inspector"].trigger()
    window.commands["charts"].trigger()
    assert window.places.charts.isVisible()
    assert not window.commands["inspector"].isChecked()
    assert not panel_of(window).isVisible()


def test_a_click_on_a_box_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    diagram = window.diagram
    card = diagram.layout_shown.workers[0].rect
    at = diagram.mapFromScene(card.x + 80, card.y + 12)
    qtbot.mouseClick(diagram.viewport(), LEFT, pos=QPoint(at))
    assert panel_of(window).isVisible()
    assert panel_of(window).shown_place == "worker:1"


def test_a_request_is_found_in_the_diagram_at_its_longest_wait(window: MainWindow, qtbot: QtBot) -> None:
    panel = panel_of(window)
    window.diagram.request_clicked.emit(5)
    assert panel.isVisible()
    assert panel.shown_request == 5
    panel.table.request_opened.emit(9)
    assert panel.shown_request == 9
    assert window.session.is_rewound
    inspected = panel.request.inspected
    assert inspected is not None
    assert inspected.life.sent_ns / 1e9 < window.session.shown_s < inspected.life.end_ns / 1e9
    assert window.session.moment().request_id.tolist().count(9) == 1


def test_another_run_begins_with_nothing_chosen(window: MainWindow) -> None:
    window.diagram.request_clicked.emit(5)
    window.session.open("02_async")
    panel = panel_of(window)
    assert panel.shown_request is None
    assert panel.pages.currentWidget() is panel.empty
