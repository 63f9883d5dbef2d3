"""The panel follows a run, reads out what is pointed at, and rests while nobody sees it."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.model import System
from simulator.scenario import load
from ui.charts.chart import Chart
from ui.charts.panel import ChartsPanel
from ui.theme import Theme, ThemeName


def system(name: str, until_s: float) -> System:
    made = System(load(name), seed=12, trace=True, endless=True, sample_every_s=0.1)
    made.run_until(until_s)
    return made


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def panel(qtbot: QtBot) -> ChartsPanel:
    made = ChartsPanel(Theme(ThemeName.LIGHT))
    qtbot.addWidget(made)
    made.resize(1140, 208)
    made.show()
    return made


def follow(panel: ChartsPanel, run: System, shown_s: float | None = None) -> None:
    panel.restart(run)
    panel.refresh(run.now_s - 0.07, run.now_s - 0.07)
    panel.refresh(run.now_s, run.now_s if shown_s is None else shown_s)


def readout(panel: ChartsPanel, chart: int) -> dict[str, float]:
    pairs = (text.rpartition(" ") for text in panel.findChildren(Chart)[chart].header.shown_entries)
    return {name: float(value.replace(",", "")) for name, _, value in pairs if value != "–"}


def point_at(chart: Chart, share: float) -> None:
    """Move the pointer to a share of the plot's width."""
    viewport = chart.viewport
    at = QPointF(viewport.width() * share, viewport.height() / 2)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, move)


def test_an_empty_panel_says_nothing_yet(panel: ChartsPanel) -> None:
    panel.restart(system("01_blocking", 0))
    assert readout(panel, 0) == {"capacity": 24.1}
    assert readout(panel, 1) == readout(panel, 2) == {}


def test_the_legend_reads_the_present(panel: ChartsPanel) -> None:
    follow(panel, system("05_overload", 40))
    assert 10 < readout(panel, 0)["completed"] < 40
    assert readout(panel, 0)["goodput"] == 0
    assert readout(panel, 1)["p50"] > 5
    assert sum(readout(panel, 2).values()) > 300


def test_goodput_is_shown_only_where_there_is_a_deadline(panel: ChartsPanel) -> None:
    follow(panel, system("01_blocking", 5))
    assert set(readout(panel, 0)) == {"completed", "sent", "capacity"}


def test_rewound_it_reads_what_was(panel: ChartsPanel) -> None:
    run = system("05_overload", 40)
    follow(panel, run)
    now = readout(panel, 1)["p50"]
    panel.refresh(run.now_s, 10.0)
    assert readout(panel, 1)["p50"] < now / 2


def test_the_pointer_reads_all_charts_at_its_instant_and_leaving_returns(panel: ChartsPanel) -> None:
    follow(panel, system("05_overload", 40))
    charts = panel.findChildren(Chart)
    now = [chart.header.shown_entries for chart in charts]
    point_at(charts[1], 0.3)
    pointed = [chart.header.shown_entries for chart in charts]
    assert all(before != after for before, after in zip(now, pointed, strict=True))
    QApplication.sendEvent(charts[1].viewport, QEvent(QEvent.Type.Leave))
    assert [chart.header.shown_entries for chart in charts] == now


def test_a_live_change_moves_the_capacity_at_once(panel: ChartsPanel) -> None:
    run = system("01_blocking", 5)
    follow(panel, run)
    change = run.apply("server.workers", 2)
    panel.mark_change(change)
    panel.refresh(run.now_s, run.now_s)
    assert readout(panel, 0)["capacity"] == pytest.approx(48.2)


def test_a_new_run_forgets_the_last(panel: ChartsPanel) -> None:
    follow(panel, system("05_overload", 40))
    follow(panel, system("02_async", 5))
    assert readout(panel, 1)["p50"] < 500
    assert sum(readout(panel, 2).values()) < 1


def test_a_hidden_panel_does_no_work_and_catches_up_when_shown(panel: ChartsPanel) -> None:
    run = system("01_blocking", 1)
    follow(panel, run)
    panel.hide()
    run.run_until(20)
    before = readout(panel, 0)
    panel.refresh(run.now_s, run.now_s)
    assert readout(panel, 0) == before
    panel.show()
    assert readout(panel, 0) != before


def test_figures_follow_the_language(panel: ChartsPanel) -> None:
    follow(panel, system("01_blocking", 5))
    QLocale.setDefault(QLocale("pt_BR"))
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert "24,1" in panel.findChildren(Chart)[0].header.shown_entries[2]


def test_both_themes_paint_on_their_own_ground(panel: ChartsPanel, qtbot: QtBot) -> None:
    follow(panel, system("04_workers", 30))
    for name in ThemeName:
        theme = Theme(name)
        panel.use_theme(theme)
        picture = panel.grab().toImage()
        ground = theme.colour("surface.panel").name()
        assert {picture.pixelColor(x, y).name() for x, y in ((2, 2), (2, 150), (379 + 5, 100))} == {ground}


def test_narrow_legends_keep_the_first_entries_whole(panel: ChartsPanel) -> None:
    follow(panel, system("05_overload", 5))
    panel.resize(700, 144)
    QApplication.processEvents()
    names = [text.split()[0] for text in panel.findChildren(Chart)[0].header.shown_entries]
    assert names == ["completed", "sent", "goodput", "capacity"][: len(names)]
    assert 1 <= len(names) < 4


def test_pyqtgraph_is_not_loaded_by_the_package_or_the_timeline() -> None:
    script = "import sys, ui.charts, ui.charts.run, ui.timeline.strip; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
