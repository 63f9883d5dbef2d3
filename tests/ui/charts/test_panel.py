"""The panel follows a run, reads out what is pointed at, and rests while nobody sees it."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QShortcut
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from simulator.model import System
from simulator.record import Samples
from simulator.scenario import load
from tests.ui.export.seen import hidden
from ui.charts.chart import Chart
from ui.charts.kinds import ChartKind
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
    charts = panel.findChildren(Chart)[:3]
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
    assert sum(readout(panel, 2).values()) < 5


def test_a_legend_names_no_queue_of_the_run_before(panel: ChartsPanel) -> None:
    legend = panel.subjects[ChartKind.WAITS].chart.header
    panel.restart(system("02_async", 0))
    at_first = legend.shown_entries
    follow(panel, system("10_pool_exhausted", 30))
    assert legend.shown_entries != at_first
    panel.restart(system("02_async", 0))
    assert legend.shown_entries == at_first


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


def key(panel: ChartsPanel, pressed: Qt.Key, chart: int = 0) -> None:
    charts = [subject.chart for subject in panel.subjects.values()]
    charts[chart].setFocus()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(charts[chart], QKeyEvent(kind, pressed, Qt.KeyboardModifier.NoModifier))


def visible(panel: ChartsPanel) -> list[str]:
    return [kind.value for kind, subject in panel.subjects.items() if subject.chart.isVisible()]


def test_three_charts_are_shown_until_others_are_chosen(panel: ChartsPanel) -> None:
    assert visible(panel) == ["throughput", "response_time", "waits"]
    panel.set_shown(ChartKind.SPREAD, True)
    panel.set_shown(ChartKind.THROUGHPUT, False)
    assert visible(panel) == ["response_time", "waits", "spread"]
    assert panel.chosen_names == ("response_time", "waits", "spread")


def test_the_last_chart_stays(panel: ChartsPanel, qtbot: QtBot) -> None:
    panel.choose(("waits",))
    with qtbot.waitSignal(panel.shown_changed):
        panel.set_shown(ChartKind.WAITS, False)
    assert visible(panel) == ["waits"]


def test_a_chart_is_enlarged_by_enter_and_small_again_by_escape(panel: ChartsPanel) -> None:
    follow(panel, system("01_blocking", 5))
    key(panel, Qt.Key.Key_Return, chart=1)
    assert visible(panel) == ["response_time"]
    panel.findChildren(QShortcut)[0].activated.emit()
    assert visible(panel) == ["throughput", "response_time", "waits"]


def test_a_button_enlarges(panel: ChartsPanel, qtbot: QtBot) -> None:
    button = panel.subjects[ChartKind.WAITS].chart.findChildren(QToolButton)[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert visible(panel) == ["waits"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(visible(panel)) == 3


def test_keys_move_the_crosshair_of_all_charts_until_escape(panel: ChartsPanel) -> None:
    follow(panel, system("05_overload", 40))
    now = [chart.header.readout for chart in panel.findChildren(Chart)[:3]]
    key(panel, Qt.Key.Key_Home)
    first = [chart.header.readout for chart in panel.findChildren(Chart)[:3]]
    assert all("0.1" in text and text != before for text, before in zip(first, now, strict=True))
    key(panel, Qt.Key.Key_Right)
    assert "at 0.200 s" in panel.findChildren(Chart)[2].header.readout
    panel.findChildren(QShortcut)[0].activated.emit()
    assert [chart.header.readout for chart in panel.findChildren(Chart)[:3]] == now


def test_who_cannot_see_hears_the_values(panel: ChartsPanel) -> None:
    follow(panel, system("05_overload", 40))
    chart = panel.findChildren(Chart)[0]
    panel.activateWindow()
    chart.setFocus()
    key(panel, Qt.Key.Key_Home)
    assert chart.accessibleName() == "Throughput"
    assert chart.accessibleDescription() == chart.header.readout


def test_the_histogram_is_of_the_instant_that_is_looked_at(panel: ChartsPanel) -> None:
    panel.choose(("throughput", "spread"))
    follow(panel, system("05_overload", 40))
    spread = panel.subjects[ChartKind.SPREAD].chart.header
    now = spread.readout
    point_at(panel.subjects[ChartKind.THROUGHPUT].chart, 0.4)
    assert "p50" in spread.readout
    assert spread.readout != now


def test_workers_are_told_one_by_one_or_by_their_extremes(panel: ChartsPanel) -> None:
    panel.choose(("workers",))
    QApplication.processEvents()
    run = system("04_workers", 30)
    follow(panel, run)
    header = panel.subjects[ChartKind.WORKERS].chart.header
    assert [text.split()[0] for text in header.shown_entries] == ["W1", "W2"]
    run.apply("server.workers", 12)
    run.run_until(40)
    panel.refresh(run.now_s, run.now_s)
    assert [text.split()[0] for text in header.shown_entries] == ["mean", "busiest", "idlest"]


def test_turns_show_every_chart_in_time(panel: ChartsPanel) -> None:
    panel.choose(tuple(ChartKind))
    run = system("04_workers", 10)
    follow(panel, run)
    before = [subject.chart.header.readout for subject in panel.subjects.values()]
    run.run_until(30)
    assert all(turn(run.now_s, run.now_s) for turn in panel.turns())
    after = [subject.chart.header.readout for subject in panel.subjects.values()]
    assert all(one != other for one, other in zip(before, after, strict=True))


@dataclass(frozen=True)
class Left:
    """A run that was left."""

    samples: Samples
    since_s: float
    end_s: float


def test_a_run_that_was_left_stays_as_a_ghost_from_the_branch_on(panel: ChartsPanel) -> None:
    left = system("04_workers", 60)
    goes_on = system("04_workers", 40)
    follow(panel, goes_on)
    panel.show_ghost(Left(left.record.samples, 30.0, 60.0))
    texts = panel.findChildren(Chart)[0].header.readout
    assert "before the branch" in texts
    panel.show_ghost(None)
    assert "before the branch" not in panel.findChildren(Chart)[0].header.readout


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_becomes_a_picture_a_drawing_and_a_table(panel: ChartsPanel, kind: ChartKind) -> None:
    panel.choose((kind,))
    follow(panel, system("04_workers", 30))
    files: dict[str, bytes] = {}
    panel.exported.connect(lambda name, suffix, data: files.update({name + suffix: data}))
    for suffix in (".png", ".svg", ".csv"):
        panel.export(kind, suffix)
    assert set(files) == {f"{kind}.png", f"{kind}.svg", f"{kind}.csv"}
    assert QImage.fromData(files[f"{kind}.png"]).width() == 2 * panel.subjects[kind].chart.width()
    drawing = ElementTree.fromstring(files[f"{kind}.svg"])
    assert panel.subjects[kind].chart.header.title in "".join(drawing.itertext())
    assert QSvgRenderer(QByteArray(files[f"{kind}.svg"])).isValid()
    assert hidden(files[f"{kind}.svg"].decode()) == []
    head, *rows = files[f"{kind}.csv"].decode().splitlines()
    assert rows
    assert all(row.count(",") == head.count(",") for row in rows)


def test_pyqtgraph_is_not_loaded_by_the_package_or_the_timeline() -> None:
    script = "import sys, ui.charts, ui.charts.run, ui.timeline.strip; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
