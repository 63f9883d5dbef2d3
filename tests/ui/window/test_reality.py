"""The reality check in the window: asked for, shown, and drawn beside the run."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.reality.reasons import Cause, Reason
from simulator.record import SAMPLE_COLUMNS, Samples
from ui.charts.panel import ChartsPanel
from ui.main_window import MainWindow
from ui.reality.outcome import Figure, Outcome
from ui.reality.panel import RealityPanel
from ui.reality.part import RealityCheck

if TYPE_CHECKING:
    from simulator.scenario import Scenario


def samples() -> Samples:
    made = Samples()
    for number in range(1, 100):
        row = dict.fromkeys(SAMPLE_COLUMNS, 0.0) | {"time": number * 1e8, "sent": number, "completed": number}
        made.add([row[name] for name in SAMPLE_COLUMNS], ())
    return made


FIGURES = (Figure("throughput", 20.0, 20.1, is_ok=True), Figure("p95", 0.2, 0.3, is_ok=False))
OUTCOME = Outcome(FIGURES, (Reason(Cause.OTHERS, 0.4),), samples())


@pytest.fixture
def panel(window: MainWindow) -> RealityPanel:
    shown = window.parts.show("reality")
    assert isinstance(shown, RealityPanel)
    return shown


@pytest.fixture
def check(panel: RealityPanel, monkeypatch: pytest.MonkeyPatch) -> RealityCheck:
    found = panel.findChild(RealityCheck)
    assert isinstance(found, RealityCheck)
    return found


def readouts(window: MainWindow) -> str:
    charts = window.parts.get("charts")
    assert isinstance(charts, ChartsPanel)
    return " ".join(subject.chart.header.readout for subject in charts.subjects.values())


def test_it_asks_for_the_values_as_they_stand(
    window: MainWindow, panel: RealityPanel, check: RealityCheck, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Scenario, int, float]] = []
    monkeypatch.setattr(check.process, "start", lambda *values: asked.append(values))
    window.session.apply("server.workers", 2)
    panel.seconds.setValue(7)
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    ((scenario, seed, seconds),) = asked
    assert scenario.server.workers == 2
    assert scenario.changes == ()
    assert (seed, seconds) == (28, 7.0)
    assert panel.cancel.isVisible()
    assert not panel.start.isVisible()


def test_so_long_a_run_is_proposed_that_something_is_measured(window: MainWindow, panel: RealityPanel) -> None:
    window.session.open("06_keep_alive_burst")  # 5 s of warm-up
    assert panel.seconds.value() == 25
    panel.seconds.setValue(1)
    assert panel.seconds.value() == 6
    window.session.open("19_email_queue")
    assert panel.seconds.value() == 20


def test_measured_stands_beside_simulated_and_in_the_charts(
    window: MainWindow, panel: RealityPanel, check: RealityCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check.process, "start", lambda *_: None)
    check.start(5)
    check.process.finished.emit(OUTCOME)
    assert panel.state.text() == "1 of 2 figures agree."
    texts = [panel.table.item(1, column) for column in range(3)]
    assert [item.text() if item else "" for item in texts] == ["p95", "200 ms", "300 ms ✗"]
    assert "Other programs took 40 %" in panel.notes.text()
    assert "on a real server" in readouts(window)
    window.session.restart()  # the same scenario: it stays
    assert "on a real server" in readouts(window)
    window.session.open("02_async")
    assert "on a real server" not in readouts(window)
    assert not panel.table.isVisible()


def test_what_went_wrong_is_shown(panel: RealityPanel, check: RealityCheck) -> None:
    check.process.failed.emit("changes: not comparable")
    assert panel.state.text() == "changes: not comparable"
    assert panel.start.isVisible()


def test_the_language_switches_live(window: MainWindow, panel: RealityPanel, qtbot: QtBot) -> None:
    panel.show_outcome(replace(OUTCOME, reasons=()))
    window.commands["portuguese"].trigger()
    qtbot.waitUntil(lambda: panel.start.text() == "Medir")
    item = panel.table.item(0, 0)
    assert item is not None
    assert item.text() == "vazão"
