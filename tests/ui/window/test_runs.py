"""Results of a headless run are opened, run again and compared; runs that were left are listed and run again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from simulator.cli.asked import Asked
from simulator.cli.run import run
from tests.ui.window.test_controls import CTRL, SHIFT, type_key
from tests.ui.window.test_files import drop
from ui.dialogs import files
from ui.dialogs.past_runs import PastRunsDialog
from ui.dialogs.problems import ProblemsDialog
from ui.launch import begin
from ui.main_window import MainWindow
from ui.session.past_runs import PastRuns

SHORT = """
format = 1
name = "Short"
[run]
duration = "4s"
drain = "1s"
seed = 11
replications = {replications}
[[clients]]
name = "A"
arrivals = "poisson"
rate = 30
network = "3ms"
[server]
workers = 2
[[routes]]
path = "/a"
handler = "blocking"
steps = [{{ io = "exponential(40ms)" }}]
[[changes]]
at = "2s"
set = "server.workers"
to = 1
"""


@pytest.fixture
def results(tmp_path: Path) -> Callable[..., Path]:
    """Runs headless; the folder of the results."""

    def results(replications: int = 1, *, has_requests: bool = True) -> Path:
        (tmp_path / "short.toml").write_text(SHORT.format(replications=replications), encoding="utf-8")
        asked = Asked(
            config=str(tmp_path / "short.toml"), out=tmp_path / "out", is_quiet=True, has_requests=has_requests
        )
        assert run(asked) == 0
        return tmp_path / "out"

    return results


def said(window: MainWindow) -> str:
    label = window.status.findChild(QLabel, "said")
    assert label is not None
    return label.toolTip()


@pytest.mark.parametrize("replications", [1, 2])
def test_results_are_run_again_to_their_end_and_found_the_same(
    replications: int, results: Callable[..., Path], window: MainWindow, qtbot: QtBot
) -> None:
    folder = results(replications)
    begin(window, str(folder))
    qtbot.waitUntil(lambda: said(window).startswith("Checked: "))
    rows = [line for line in (folder / "requests.csv").read_text().splitlines() if line.startswith("1,")]
    assert f" {len(rows)} rows" in said(window)
    qtbot.waitUntil(lambda: not window.session.mode.is_running)
    assert window.session.now_s == 4.0
    assert window.session.source == folder / "scenario.toml"
    assert not window.session.has_unsaved_changes


@pytest.mark.parametrize(("change", "line"), [("digit", 3), ("cut", 40), ("more", None), ("empty", 1)])
def test_a_difference_is_told_with_its_line(
    change: str, line: int | None, results: Callable[..., Path], window: MainWindow, qtbot: QtBot
) -> None:
    file = results() / "requests.csv"
    lines = file.read_text().splitlines(keepends=True)
    match change:
        case "digit":
            lines[2] = lines[2].replace("0.0", "0.1", 1)
        case "cut":
            lines = lines[:39]
        case "more":
            line = len(lines) + 1
            lines.append("1,9999,A,/a\n")
        case _:
            lines = []
    file.write_text("".join(lines))
    window.files.open(file.parent)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "results_differ") is not None)
    box = window.findChild(QMessageBox, "results_differ")
    assert box is not None
    assert f"from line {line} on" in box.text()


def test_results_without_rows_say_so(results: Callable[..., Path], window: MainWindow) -> None:
    window.files.open(results(has_requests=False))
    assert "no requests.csv" in said(window)


def test_a_folder_that_holds_no_results_is_explained(window: MainWindow, tmp_path: Path) -> None:
    system = window.session.system
    window.files.open(tmp_path)
    dialog = window.findChild(ProblemsDialog)
    assert dialog is not None
    assert window.session.system is system


def test_results_are_opened_by_key_and_by_drop(
    results: Callable[..., Path], window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = results()
    monkeypatch.setattr(files, "ask_results_opened", lambda *_: folder)
    type_key(qtbot, window, Qt.Key.Key_O, CTRL | SHIFT)
    assert window.session.source == folder / "scenario.toml"
    window.files.open("01_blocking")
    assert drop(window, folder)
    qtbot.waitUntil(lambda: window.session.source == folder / "scenario.toml")
    assert window.menu.recent.actions()[0].toolTip() == str(folder)
    window.session.restart()
    assert not window.status.checking.isVisible()


def past(window: MainWindow, qtbot: QtBot) -> PastRunsDialog:
    type_key(qtbot, window, Qt.Key.Key_H, CTRL)
    dialog = window.findChild(PastRunsDialog)
    assert dialog is not None
    return dialog


def test_runs_that_were_left_are_listed_and_run_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.runs.past = PastRuns(tmp_path / "runs")
    assert window.session.system is not None
    window.session.system.run_until(3.0)
    window.session.apply("server.workers", 3)
    window.session.system.run_until(5.0)
    window.session.restart()
    window.session.system.run_until(0.5)
    window.session.restart()
    dialog = past(window, qtbot)
    table = dialog.findChild(QTreeWidget)
    assert table is not None
    assert table.topLevelItemCount() == 1
    row = table.topLevelItem(0)
    assert row is not None
    assert [row.text(column) for column in range(1, 5)] == [
        window.files.title,
        str(window.session.system.record.seed),
        "5.0 s",
        "1",
    ]
    window.session.save(tmp_path / "mine.toml")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.now_s == 5.0 and not window.session.mode.is_running)
    assert window.session.scenario().server.workers == 3
    assert not window.session.has_unsaved_changes


def test_headings_stand_over_what_they_head(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.runs.past = PastRuns(tmp_path / "runs")
    assert window.session.system is not None
    window.session.system.run_until(1.0)
    window.session.restart()
    table = past(window, qtbot).table
    head, row = table.headerItem(), table.topLevelItem(0)
    assert row is not None
    assert [head.textAlignment(column) for column in range(5)] == [row.textAlignment(column) for column in range(5)]


def test_the_list_is_empty_at_first_and_closes_by_key_and_click(window: MainWindow, qtbot: QtBot) -> None:
    dialog = past(window, qtbot)
    again = dialog.findChild(QPushButton, "run_again")
    assert again is not None
    assert not again.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_only_the_newest_runs_are_kept(window: MainWindow, tmp_path: Path) -> None:
    runs = PastRuns(tmp_path / "runs")
    assert window.session.system is not None
    window.session.system.run_until(1.0)
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs" / "broken.toml").write_text("format = 1")
    text = window.session.written(tmp_path / "runs")
    for _ in range(52):
        runs.add(text)
    assert len(list(runs.folder.iterdir())) == 50
    assert all(run.scenario.run.duration == 1.0 for run in runs.all())
