"""What the window shows of a session: values, the past, figures; and nothing while nobody sees it."""

import weakref
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.charts.kinds import ChartKind
from ui.charts.panel import ChartsPanel
from ui.launch import let_go_of_runs
from ui.main_window import MainWindow
from ui.pacing import Mode, flight_s
from ui.session import Session


def said(window: MainWindow, name: str) -> str:
    """The text of a figure in the status bar."""
    label = window.status.findChild(QLabel, f"status_{name}")
    assert label is not None
    return label.text()


def go(window: MainWindow, until_s: float) -> None:
    """Let simulated time pass, and show where it has come to."""
    assert window.session.system is not None
    window.session.system.run_until(until_s)
    window.session.return_to_now()
    window.session.pause()
    window.session.step()
    window.session.pause()


def test_figures_follow_where_pictures_take_longer_than_they_are_apart(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures, statuses = [0], [0]

    def slow(*_args: object, **_wishes: object) -> None:
        pictures[0] += 1
        end = perf_counter() + 0.03
        while perf_counter() < end:
            pass

    monkeypatch.setattr(window.diagram, "show_moment", slow)
    window.session.run()
    window.animation.status_changed.connect(lambda _: statuses.__setitem__(0, statuses[0] + 1))
    qtbot.waitUntil(lambda: pictures[0] >= 16)
    assert statuses[0] >= 3


def test_a_parameter_acts_at_once_and_is_marked(window: MainWindow, qtbot: QtBot) -> None:
    go(window, 2.0)
    with qtbot.waitSignal(window.session.change_applied):
        window.parts.need("panel").change_requested.emit("server.workers", 3)
    assert window.session.system is not None
    assert window.session.system.live_workers == 3
    assert len(window.diagram.layout_shown.workers) == 3
    assert window.isWindowModified()


def test_a_value_that_does_not_fit_is_refused_in_words(window: MainWindow, qtbot: QtBot) -> None:
    window.session.apply("server.workers", 0)
    box = window.findChild(QWidget, "warning")
    assert box is not None
    assert "server.workers" in box.text()
    assert window.session.system is not None
    assert window.session.system.scenario.server.workers == 1


def test_rewinding_shows_an_instant_and_the_way_back(window: MainWindow, qtbot: QtBot) -> None:
    go(window, 4.0)
    window.session.rewind(1.0)
    assert said(window, "time") == "1.000 s"
    back = window.status.to_now
    assert back.isVisible()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert not window.session.is_rewound
    assert not back.isVisible()
    window.session.rewind(1.0)
    qtbot.keyClick(window.diagram, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert not window.session.is_rewound


def test_every_chart_comes_to_the_instant_that_was_dragged_to(window: MainWindow, qtbot: QtBot) -> None:
    charts = window.findChild(ChartsPanel)
    assert charts is not None
    charts.choose(tuple(ChartKind))
    go(window, 4.0)
    for at_s in (3.0, 2.0, 1.0):
        window.session.rewind(at_s)
        QApplication.processEvents()
    readouts = [subject.chart.header for subject in charts.subjects.values()]
    qtbot.waitUntil(lambda: all(header.readout.startswith("at 1.0") for header in readouts))


def test_running_on_leaves_the_past(window: MainWindow) -> None:
    go(window, 4.0)
    window.session.rewind(1.0)
    window.session.run()
    assert not window.session.is_rewound
    window.session.pause()


def test_figures_add_up(window: MainWindow) -> None:
    go(window, 5.0)
    system = window.session.system
    assert system is not None
    sent, finished, in_flight = (int(said(window, name)) for name in ("sent", "finished", "in_flight"))
    assert sent == system.record.requests.count
    assert in_flight == len(system.in_flight)
    assert finished == sent - in_flight


def test_nothing_works_while_nobody_sees_it(window: MainWindow, qtbot: QtBot) -> None:
    window.session.run()
    window.hide()
    hidden_s = window.session.now_s
    assert not window.session.is_at_work
    window.show()
    assert window.session.is_at_work
    qtbot.waitUntil(lambda: window.session.now_s > hidden_s)
    window.session.pause()
    assert not window.session.is_at_work


def test_a_new_scenario_runs_on_in_the_mode_of_the_old(window: MainWindow, qtbot: QtBot) -> None:
    window.session.run()
    window.files.open("02_async")
    assert window.session.mode is Mode.RUN
    qtbot.waitUntil(lambda: window.session.now_s > 0)


def test_slow_requests_fly_and_fast_ones_stand() -> None:
    assert flight_s(0.001) == pytest.approx(0.00025)
    assert flight_s(0.05) == pytest.approx(0.0125)
    assert flight_s(1.0) == 0.040
    assert flight_s(10.0) == 0.0
    assert all(flight_s(0.001 * 1.1**n) <= 0.040 for n in range(120))


def test_a_session_without_anything_opened_does_nothing(qapp: object) -> None:
    session = Session()
    for act in (session.run, session.step, session.restart, session.return_to_now, session.toggle, session.pause):
        act()
    session.apply("server.workers", 2)
    assert session.now_s == 0.0
    assert not session.has_unsaved_changes


def test_what_fails_to_be_saved_stays_unsaved(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.session.apply("server.workers", 2)
    with qtbot.waitSignal(window.session.failed) as failed:
        assert not window.session.save(tmp_path / "no" / "such" / "folder.toml")
    assert "No such file" in str(failed.args[0])
    assert window.session.has_unsaved_changes


def test_a_run_is_gone_when_another_scenario_was_opened(window: MainWindow, qtbot: QtBot) -> None:
    let_go_of_runs(window)
    go(window, 4.0)
    left = weakref.ref(window.session.system)
    window.session.open("02_async")
    qtbot.waitUntil(lambda: left() is None)
