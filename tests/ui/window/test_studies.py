"""Charts, trust and experiments in the window: by their keys, kept between runs, and gone with the window."""

import os
import subprocess
import sys

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.charts.kinds import ChartKind
from ui.charts.panel import ChartsPanel
from ui.experiment.dialog import ExperimentDialog
from ui.launch import begin
from ui.main_window import MainWindow
from ui.parts.table import PARTS, Place
from ui.trust.assumptions import AssumptionsDialog
from ui.trust.card import TrustCard
from ui.trust.panel import TrustPanel

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def charts(window: MainWindow) -> ChartsPanel:
    found = window.findChild(ChartsPanel)
    assert found is not None
    return found


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    window.activateWindow()
    window.diagram.setFocus()
    qtbot.keyClick(window.diagram, key, modifier)


def test_charts_are_chosen_by_key_and_remembered(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_5, ALT)
    press(window, qtbot, Qt.Key.Key_1, ALT)
    expected = (ChartKind.RESPONSE_TIME, ChartKind.WAITS, ChartKind.QUEUES)
    assert charts(window).shown == expected
    assert not window.commands["chart_throughput"].isChecked()
    assert window.preferences.charts == expected
    # All of them stand in two rows, which have room.
    for kind in ChartKind:
        if not window.commands[f"chart_{kind}"].isChecked():
            window.commands[f"chart_{kind}"].trigger()
    QApplication.processEvents()
    panel = charts(window)
    assert len(panel.visible_kinds) == 6
    assert panel.visibleRegion().boundingRect() == panel.rect()
    assert panel.height() >= panel.minimumHeight() > 200


def test_trust_stands_at_the_side_and_speaks_of_this_run(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session.system is not None
    window.session.system.run_until(30.0)
    press(window, qtbot, Qt.Key.Key_T, CTRL | SHIFT)
    panel = window.findChild(TrustPanel)
    assert panel is not None
    assert panel.isVisible()
    assert sum(card.isVisible() for card in panel.findChildren(TrustCard)) == 7
    qtbot.mouseClick(panel._more, Qt.MouseButton.LeftButton)
    page = window.findChild(AssumptionsDialog)
    assert page is not None
    assert page.isVisible()


def test_a_cell_of_a_sweep_opens_as_the_run_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_X, CTRL | SHIFT)
    dialog = window.findChild(ExperimentDialog)
    assert dialog is not None
    page = dialog.sweep
    page.rows[0].values.setText("3")
    page.rows[1].key.setCurrentIndex(0)
    page.duration.setText("10s")
    page.replications.setValue(1)
    with qtbot.waitSignal(page.runner.over, timeout=60_000):
        page.go.click()
    with qtbot.waitSignal(window.session.opened):
        page.map.setFocus()
        qtbot.keyClick(page.map, Qt.Key.Key_Right)
        qtbot.keyClick(page.map, Qt.Key.Key_Return)
    window.session.pause()
    assert window.session.scenario().server.workers == 3
    assert page.outcome is not None
    # What is opened is what varies next.
    begin(window, "05_overload")
    window.session.pause()
    assert page.asked.scenario.title("en").startswith("5.")
    dialog.close()


def test_dialogs_that_were_closed_are_told_nothing_more(window: MainWindow) -> None:
    for part in PARTS:
        if part.place is Place.DIALOG:
            assert window.parts.show(part.name).close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.session.open("02_async")
    window.session.apply("server.workers", 2)
    window.commands["theme"].trigger()
    window.commands["portuguese"].trigger()
    assert window.session.scenario().server.workers == 2


_QUITS = """
import multiprocessing, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from simulator.scenario import load
from ui.experiment.dialog import ExperimentDialog
from ui.theme import Theme, ThemeName
if __name__ == "__main__":
    app = QApplication([])
    dialog = ExperimentDialog(Theme(ThemeName.LIGHT))
    dialog.use_scenario(load("01_blocking"), 1)
    dialog.sweep.duration.setText("900000s")
    dialog.show()
    dialog.sweep.go.click()
    def look():
        children = multiprocessing.active_children()
        if children:
            print(*(child.pid for child in children), flush=True)
            app.quit()
        else:
            QTimer.singleShot(20, look)
    # Not at once: where processes are there already, nothing is quit that has not begun.
    QTimer.singleShot(0, look)
    app.exec()
"""


def test_processes_end_with_the_application() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _QUITS], check=True, capture_output=True, text=True, timeout=60, env=environment
    )
    children = [int(pid) for pid in done.stdout.split()]
    assert children
    assert not any(os.path.exists(f"/proc/{pid}") for pid in children)  # noqa: PTH110  # a process, not a path of ours
