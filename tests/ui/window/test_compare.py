"""A | B in the window: by click and by key, with pairs, a badge, and files that bring both back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from simulator.scenario import load
from tests.ui.window.comparing import go_to
from ui.charts.kinds import ChartKind
from ui.compare.charts import FIRST
from ui.compare.panel import ComparePanel
from ui.compare.room import OVER_BORDER
from ui.main_window import MainWindow


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> ComparePanel:
    """Open, and B like A."""
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    panel = window.parts.get("compare")
    assert isinstance(panel, ComparePanel)
    assert panel.isVisible()
    return panel


def press(qtbot: QtBot, panel: ComparePanel, name: str) -> None:
    qtbot.mouseClick(panel.bar.pairs[name], Qt.MouseButton.LeftButton)


def test_it_opens_with_b_like_a(panel: ComparePanel) -> None:
    assert panel.duo.variations == ()
    go_to(panel, 20.0)
    assert {(row.difference, row.note) for row in panel.table.rows} <= {("0.0", "the same"), ("0.00", "the same")}
    assert panel.duo.paired is not None
    assert panel.duo.paired.alike == panel.duo.paired.pairs > 100
    assert panel.badge.verdict.title == "Exactly the same"


def test_a_pair_is_compared_by_click(panel: ComparePanel, qtbot: QtBot) -> None:
    press(qtbot, panel, "blocking")
    assert [(each.a, each.b) for each in panel.duo.variations] == [("blocking", "threadpool")]
    go_to(panel, 30.0)
    assert panel.badge.verdict.letter == "B"
    assert "faster on average" in panel.badge.verdict.title


def test_a_pair_is_compared_by_key(panel: ComparePanel, qtbot: QtBot) -> None:
    button = panel.bar.pairs["workers"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert [(each.a, each.b) for each in panel.duo.variations] == [(2, 4)]


def test_b_is_made_like_a_again(panel: ComparePanel, qtbot: QtBot) -> None:
    press(qtbot, panel, "workers")
    qtbot.mouseClick(panel.bar.like, Qt.MouseButton.LeftButton)
    assert panel.duo.variations == ()


def test_one_side_is_changed_at_a_time(panel: ComparePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.halves["A"].change, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.halves["B"].change, Qt.MouseButton.LeftButton)
    assert [each.isVisible() for each in panel.parameters.made.values()] == [False, True]
    panel.parameters.made["B"].change_requested.emit("server.workers", 3)
    assert [(each.key, each.b) for each in panel.duo.variations] == [("server.workers", 3)]
    assert "workers = 3" in panel.halves["B"]._label.text()


def test_closed_it_leaves_a_alone(panel: ComparePanel, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not panel.isVisible()
    assert not panel.duo.is_on


def test_saved_both_come_back(
    panel: ComparePanel, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(qtbot, panel, "workers")
    go_to(panel, 3.0)
    panel.duo.apply("server.thread_limit", 7)
    go_to(panel, 5.0)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "pair.toml"), ""))
    qtbot.mouseClick(panel.bar.save, Qt.MouseButton.LeftButton)
    assert sorted(path.name for path in tmp_path.glob("*.toml")) == ["pair-a.toml", "pair-b.toml", "pair.toml"]
    assert load(tmp_path / "pair-b.toml").changes[0].set == "server.thread_limit"

    monkeypatch.setattr(QMessageBox, "exec", lambda *_: QMessageBox.StandardButton.Discard)
    window.commands["compare"].setChecked(False)
    assert window.session.save(tmp_path / "kept.toml")
    assert window.files.open(tmp_path / "pair.toml")
    assert panel.isVisible()
    assert [(each.a, each.b) for each in panel.duo.variations] == [(2, 4)]
    go_to(panel, 4.0)
    assert panel.duo.system is not None
    assert panel.duo.system.scenario.server.thread_limit == 7


def test_a_comparison_that_names_no_file_is_refused(window: MainWindow, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('[compare]\na = "a.toml"\nbb = "b.toml"\n', encoding="utf-8")
    source = window.session.source
    assert not window.files.open(broken)
    assert window.session.source == source


def test_both_go_back_in_time_where_a_chart_is_dragged(panel: ComparePanel, qtbot: QtBot) -> None:
    go_to(panel, 5.0)
    plot = panel.charts.charts[FIRST].plot
    field = plot.widget.viewport()
    middle = field.rect().center()
    qtbot.mousePress(field, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: panel.duo.a.is_rewound)
    qtbot.mouseRelease(field, Qt.MouseButton.LeftButton, pos=middle)
    assert panel.duo.moment().time_ns == panel.duo.a.moment().time_ns
    assert panel.duo.shown_s == pytest.approx(plot.nearest_value(middle.toPointF()), abs=1e-6)
    assert panel.charts.charts[FIRST].header.readout.startswith("at ")


def test_both_go_back_in_time_by_key_and_return(panel: ComparePanel, qtbot: QtBot) -> None:
    go_to(panel, 5.0)
    chart = panel.charts.charts[FIRST]
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: panel.duo.shown_s == pytest.approx(4.8))
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: panel.duo.shown_s == 0.0)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert not panel.duo.a.is_rewound


def test_the_button_in_the_toolbar_opens_and_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    button = window.toolbar.findChild(QToolButton, "compare")
    assert isinstance(button, QToolButton)
    for is_shown in (True, False):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        panel = window.parts.get("compare")
        assert panel is not None
        assert panel.isVisible() is is_shown


def test_another_chart_is_chosen_and_all_are_shown(panel: ComparePanel, qtbot: QtBot) -> None:
    go_to(panel, 5.0)
    charts = panel.charts
    charts.menu.actions()[list(ChartKind).index(ChartKind.QUEUES)].trigger()
    assert [kind for kind, chart in charts.charts.items() if chart.isVisible()] == [ChartKind.QUEUES]
    assert charts.charts[ChartKind.QUEUES].overlay is not None
    qtbot.mouseClick(charts.all, Qt.MouseButton.LeftButton)
    assert all(charts.charts[kind].isVisible() and charts.charts[kind].overlay is not None for kind in ChartKind)
    assert not panel.table.isVisible()
    charts.all.setFocus()
    qtbot.keyClick(charts.all, Qt.Key.Key_Space)
    assert panel.table.isVisible()
    assert charts.shown == (ChartKind.QUEUES,)


def test_charts_of_both_speak_the_language_of_the_window(panel: ComparePanel, window: MainWindow, qtbot: QtBot) -> None:
    panel.charts.choose(ChartKind.THROUGHPUT)
    go_to(panel, 5.0)
    chart = panel.charts.charts[ChartKind.THROUGHPUT]
    window.language.set_code("pt_BR")
    qtbot.waitUntil(lambda: chart.header.title == "Vazão")
    assert chart.header.shown_entries[0].startswith("A concluídas")


# The offscreen platform says so of every window that has a smallest size.
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_in_a_low_window_no_diagram_is_cut(panel: ComparePanel, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.charts.all, Qt.MouseButton.LeftButton)
    window.resize(1280, 300)
    QApplication.processEvents()
    for half in panel.halves.values():
        lowest = max(worker.rect.bottom for worker in half.diagram.layout_shown.workers)
        assert lowest < half.diagram.viewport().height() - OVER_BORDER
    border = panel._rows.y() + panel._diagrams.height()
    assert (panel.badge.y(), panel.badge.height()) == (border - OVER_BORDER, 34)
