"""A real sweep and a real plan beside the window; what is cancelled leaves nothing behind."""

import csv
import multiprocessing
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPointF, Qt
from pytestqt.qtbot import QtBot

from simulator.scenario import Scenario, load, parse
from ui.experiment.dialog import ExperimentDialog
from ui.experiment.map_view import MapView
from ui.experiment.outcome import Shown
from ui.experiment.page import Page
from ui.theme import Theme, ThemeName

LONG_MS = 60_000
ENDLESS = """
format = 1
name = "Endless"
[run]
duration = "900000s"
[[clients]]
name = "Cliente_1"
arrivals = "poisson"
rate = 100
[server]
[[routes]]
path = "/a"
handler = "async"
steps = [{ cpu = "1ms" }]
"""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


def opened(qtbot: QtBot, scenario: Scenario) -> ExperimentDialog:
    dialog = ExperimentDialog(Theme(ThemeName.LIGHT))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.use_scenario(scenario, 1)
    dialog.show()
    return dialog


def through(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.runner.over, timeout=LONG_MS):
        qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)


def test_a_sweep_fills_the_map_whose_cells_open_as_runs(qtbot: QtBot) -> None:
    dialog = opened(qtbot, load("01_blocking"))
    page = dialog.sweep
    page.rows[0].values.setText("1,2")
    page.rows[1].values.setText("5,30")
    page.duration.setText("10s")
    page.replications.setValue(2)
    through(qtbot, page)
    assert page.outcome is not None
    assert page.outcome.count == 8
    busy = page.outcome.estimate(0, 1, Shown.P95)
    idle = page.outcome.estimate(1, 0, Shown.P95)
    assert busy is not None
    assert idle is not None
    assert busy.mean > 2 * idle.mean
    files: list[bytes] = []
    dialog.exported.connect(lambda _name, _suffix, data: files.append(data))
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    rows = list(csv.DictReader(files[0].decode().splitlines()))
    assert [row["server.workers"] for row in rows] == ["1"] * 4 + ["2"] * 4
    with qtbot.waitSignal(dialog.opened) as signal:
        qtbot.keyClick(page.map, Qt.Key.Key_Right)
        qtbot.keyClick(page.map, Qt.Key.Key_Down)
        qtbot.keyClick(page.map, Qt.Key.Key_Return)
    scenario = signal.args[0]
    assert scenario.clients[0].rate == 30
    assert "server.workers = 1" in page.map.accessibleDescription()


def test_a_plan_says_its_answer_with_evidence(qtbot: QtBot) -> None:
    dialog = opened(qtbot, load("01_blocking"))
    dialog.tabs.setCurrentIndex(1)
    page = dialog.plan
    page.targets.setText("p95<2s")
    page.rows[0].values.setText("1..3")
    page.rows[0].price.setText("10")
    page.duration.setText("20s")
    through(qtbot, page)
    assert page.found is not None
    assert "server.workers = " in page.answer.text()
    assert "p95<2s" in page.answer.text()
    assert page.table.rowCount() == len(page.found.trials)
    assert not page.error.isVisible()


def test_a_sweep_that_is_cancelled_ends_soon_and_leaves_no_process(qtbot: QtBot) -> None:
    dialog = opened(qtbot, parse(ENDLESS))
    page = dialog.sweep
    page.rows[1].key.setCurrentIndex(0)
    before = set(multiprocessing.active_children())
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    assert page.runner.is_running
    assert page.go.text() == "Cancel"
    qtbot.waitUntil(lambda: bool(set(multiprocessing.active_children()) - before), timeout=LONG_MS)
    with qtbot.waitSignal(page.runner.over, timeout=LONG_MS):
        qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    assert page.go.text() == "Start the sweep"
    assert set(multiprocessing.active_children()) <= before


def test_closing_ends_what_runs(qtbot: QtBot) -> None:
    dialog = opened(qtbot, parse(ENDLESS))
    before = set(multiprocessing.active_children())
    qtbot.mouseClick(dialog.sweep.go, Qt.MouseButton.LeftButton)
    dialog.close()
    assert not dialog.sweep.runner.is_running
    assert set(multiprocessing.active_children()) <= before


def test_a_field_that_is_wrong_is_told_and_nothing_begins(qtbot: QtBot) -> None:
    page = opened(qtbot, load("01_blocking")).sweep
    page.rows[0].values.setText("5..2")
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    assert page.error.isVisible()
    assert page.error.text() == "server.workers: is empty: 5 is above 2"
    assert not page.runner.is_running


def test_a_point_that_is_no_scenario_is_a_cell_that_failed(qtbot: QtBot) -> None:
    crash = '[[faults]]\nat = "5s"\nkind = "crash"\ntarget = "worker:2"\n'
    page = opened(qtbot, parse(ENDLESS.replace("[server]", "[server]\nworkers = 2") + crash)).sweep
    page.rows[0].values.setText("2,1")
    page.rows[1].key.setCurrentIndex(0)
    page.duration.setText("10s")
    page.replications.setValue(1)
    through(qtbot, page)
    assert page.outcome is not None
    failed = page.outcome.at(1, 0)
    assert failed is not None
    assert "worker:2" in failed.error
    opened_points: list[object] = []
    page.map.opened.connect(opened_points.append)
    click(qtbot, page.map, 1)
    assert opened_points == []
    click(qtbot, page.map, 0)
    assert opened_points == [{"server.workers": 2}]


def click(qtbot: QtBot, view: MapView, column: int) -> None:
    inside = next(
        QPointF(x, view.height() / 2)
        for x in range(view.width())
        if view.cell_at(QPointF(x, view.height() / 2)) == (column, 0)
    )
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=inside.toPoint())
