"""Open, save, export: what comes out goes in again, what is wrong is said, and nothing is lost on the way."""

import filecmp
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from simulator.cli.asked import Asked
from simulator.cli.run import run
from simulator.scenario import load
from ui.dialogs import files
from ui.dialogs.problems import ProblemsDialog
from ui.launch import begin
from ui.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CORNER = QPoint(5, 5)
BROKEN = 'format = 1\nname = "Broken"\n[run]\nduration = "60"\n[server]\nwokers = 4\n'


def answer(button: QMessageBox.StandardButton) -> None:
    """Give this answer to the question that comes next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.button(button).click()

    QTimer.singleShot(0, press)


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes file dialogs answer: `ask(saved=path)`."""

    def ask(**paths: Path | None) -> None:
        for name, path in paths.items():
            monkeypatch.setattr(files, f"ask_{name}", lambda *_, path=path: path)

    return ask


def changed(window: MainWindow) -> None:
    """Let the session run, be changed, and run on."""
    system = window.session.system
    assert system is not None
    system.run_until(2.0)
    window.session.apply("server.workers", 3)
    system.run_until(4.0)


def test_a_saved_session_opens_again_and_replays(
    window: MainWindow, qtbot: QtBot, ask: Callable[..., None], tmp_path: Path
) -> None:
    changed(window)
    assert window.isWindowModified()
    ask(saved=tmp_path / "mine.toml")
    qtbot.keyClick(window.diagram, Qt.Key.Key_S, CTRL)
    assert not window.isWindowModified()
    assert load(tmp_path / "mine.toml").run.duration == 4.0
    ask(scenario=tmp_path / "mine.toml")
    qtbot.keyClick(window.diagram, Qt.Key.Key_O, CTRL)
    system = window.session.system
    assert system is not None
    assert window.session.source == tmp_path / "mine.toml"
    system.run_until(3.0)
    assert system.live_workers == 3


def test_save_asks_once_and_save_as_again(
    window: MainWindow, qtbot: QtBot, ask: Callable[..., None], tmp_path: Path
) -> None:
    ask(saved=tmp_path / "first.toml")
    window.commands["save"].trigger()
    ask(saved=tmp_path / "second.toml")
    window.commands["save"].trigger()
    assert not (tmp_path / "second.toml").exists()
    qtbot.keyClick(window.diagram, Qt.Key.Key_S, CTRL | SHIFT)
    assert (tmp_path / "second.toml").exists()
    assert window.session.file == tmp_path / "second.toml"


def test_the_file_that_was_opened_is_not_what_a_session_is_saved_into(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, ask: Callable[..., None], tmp_path: Path
) -> None:
    ask(saved=tmp_path / "mine.toml")
    window.files.save()
    window.files.open(tmp_path / "mine.toml")
    proposed: list[Path] = []
    monkeypatch.setattr(files, "ask_saved", lambda _, path: proposed.append(path))
    assert not window.files.save()
    assert proposed == [tmp_path / "mine-session.toml"]


def test_exported_files_are_those_of_a_headless_run(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    changed(window)
    window.session.save(tmp_path / "saved.toml")
    with qtbot.waitSignal(window.exports.said) as said:
        window.exports.results_into(tmp_path / "exported")
    assert run(Asked(config=str(tmp_path / "saved.toml"), out=tmp_path / "run", is_quiet=True)) == 0
    names = sorted(path.name for path in (tmp_path / "run").iterdir())
    assert filecmp.cmpfiles(tmp_path / "run", tmp_path / "exported", names, shallow=False) == (names, [], [])
    assert "requests.csv" in names
    assert str(tmp_path / "exported") in said.args[0]


def test_an_export_can_be_cancelled_and_leaves_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert window.session.system is not None
    window.session.system.run_until(60.0)
    window.exports.results_into(tmp_path / "exported")
    progress = window.findChild(QProgressDialog, "export_progress")
    assert progress is not None
    cancel = progress.findChild(QPushButton)
    assert cancel is not None
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not (tmp_path / "exported").exists()


def test_an_export_that_cannot_be_written_says_so(window: MainWindow, tmp_path: Path) -> None:
    changed(window)
    (tmp_path / "file").write_text("")
    window.exports.results_into(tmp_path / "file")
    box = window.findChild(QMessageBox, "warning")
    assert box is not None
    assert "file" in box.text()


def test_the_diagram_is_written_as_a_picture(
    window: MainWindow, qtbot: QtBot, ask: Callable[..., None], tmp_path: Path
) -> None:
    ask(picture=tmp_path / "diagram.png")
    qtbot.keyClick(window.diagram, Qt.Key.Key_E, CTRL | SHIFT)
    assert QImage(str(tmp_path / "diagram.png")).size() == window.diagram.size() * 2
    ask(picture=tmp_path / "no" / "diagram.png")
    window.commands["picture"].trigger()
    assert window.findChild(QMessageBox, "warning") is not None


@pytest.mark.parametrize(
    ("text", "count"), [(BROKEN.encode(), 4), (b"", 1), (b"\x00\xff\xfe", 1), (b"x = [", 1), (None, 1)]
)
def test_a_file_that_does_not_load_is_explained_line_by_line(
    text: bytes | None, count: int, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "broken.toml"
    if text is not None:
        path.write_bytes(text)
    before = window.session.system
    begin(window, str(path))
    dialog = window.findChild(ProblemsDialog)
    assert dialog is not None
    table = dialog.findChild(QTreeWidget)
    assert table is not None
    assert table.topLevelItemCount() == count
    assert window.session.system is not None
    assert window.session.system is not before, "the first scenario runs behind it"
    window.session.pause()


def test_another_file_is_opened_from_there(
    window: MainWindow, qtbot: QtBot, ask: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "broken.toml").write_text(BROKEN)
    window.session.save(tmp_path / "good.toml")
    window.files.open(tmp_path / "broken.toml")
    dialog = window.findChild(ProblemsDialog)
    assert dialog is not None
    ask(scenario=tmp_path / "good.toml")
    another = dialog.findChild(QPushButton, "open_another")
    assert another is not None
    qtbot.mouseClick(another, Qt.MouseButton.LeftButton)
    assert window.session.source == tmp_path / "good.toml"


def test_problems_can_be_copied(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text(BROKEN)
    window.files.open(tmp_path / "broken.toml")
    copy = window.findChild(ProblemsDialog).findChild(QPushButton, "copy")  # type: ignore[union-attr]  # it is there
    assert copy is not None
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "did you mean server.workers?" in QApplication.clipboard().text()


def test_closing_without_changes_asks_nothing(window: MainWindow) -> None:
    assert window.close()


@pytest.mark.parametrize(
    ("button", "ending"),
    [
        (QMessageBox.StandardButton.Save, "closed, saved"),
        (QMessageBox.StandardButton.Discard, "closed, lost"),
        (QMessageBox.StandardButton.Cancel, "open, lost"),
    ],
)
def test_closing_with_changes_asks(
    button: QMessageBox.StandardButton, ending: str, window: MainWindow, ask: Callable[..., None], tmp_path: Path
) -> None:
    changed(window)
    ask(saved=tmp_path / "mine.toml")
    answer(button)
    window.close()
    is_saved = (tmp_path / "mine.toml").exists()
    assert ending == f"{'open' if window.isVisible() else 'closed'}, {'saved' if is_saved else 'lost'}"


def test_a_save_that_is_not_named_closes_nothing(window: MainWindow, ask: Callable[..., None]) -> None:
    changed(window)
    ask(saved=None)
    answer(QMessageBox.StandardButton.Save)
    assert not window.close()


def test_opening_another_scenario_asks_as_well(window: MainWindow) -> None:
    changed(window)
    answer(QMessageBox.StandardButton.Cancel)
    assert not window.files.open("02_async")
    assert window.session.source == "01_blocking"


def drop(window: QWidget, *paths: Path | str, at: QPoint = CORNER) -> bool:
    """Drag files, or what addresses name, over the window and let go, as the system does it; whether they are taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) if isinstance(path, Path) else QUrl(path) for path in paths])
    action, button, no = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for move in (QDragEnterEvent(at, action, data, button, no), QDragMoveEvent(at, action, data, button, no)):
        move.ignore()
        QApplication.sendEvent(window.windowHandle(), move)
    if not move.isAccepted():
        QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
        return False
    QApplication.sendEvent(window.windowHandle(), QDropEvent(QPointF(at), action, data, button, no))
    QApplication.processEvents()  # it is opened once who dragged it has its answer
    return True


def test_a_scenario_can_be_dropped_wherever_it_is_let_go(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.session.save(tmp_path / "good.TOML")
    window.parts.show("scenario_text")
    for place in (window.diagram, window.toolbar, window.parts.need("scenario_text"), window.parts.need("charts")):
        window.session.open("01_blocking")
        assert drop(window, tmp_path / "good.TOML", at=place.mapTo(window, place.rect().center()))
        qtbot.waitUntil(lambda: window.session.source == tmp_path / "good.TOML")


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (("picture.png",), "picture.png is neither a scenario (.toml) nor a folder of results."),
        (("a.toml", "b.toml"), "One at a time, please: a scenario (.toml) or a folder of results."),
        (("https://localhost/a.toml",), "Only a file or a folder of this computer can be opened by dropping it here."),
    ],
)
def test_what_cannot_be_opened_by_dropping_it_is_said(
    names: tuple[str, ...], why: str, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert drop(window, *(name if ":" in name else tmp_path / name for name in names))
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "warning") is not None)
    box = window.findChild(QMessageBox, "warning")
    assert box is not None
    assert box.text() == why
    assert window.session.source == "01_blocking"


def test_a_text_is_nothing_to_drop(window: MainWindow) -> None:
    assert not drop(window)


def test_recent_files_are_offered(window: MainWindow, tmp_path: Path) -> None:
    for name in ("one.toml", "two.toml"):
        window.session.save(tmp_path / name)
        window.files.open(tmp_path / name)
    first, second = window.menu.recent.actions()
    assert (first.toolTip(), second.toolTip()) == (str(tmp_path / "two.toml"), str(tmp_path / "one.toml"))
    second.trigger()
    assert window.session.source == tmp_path / "one.toml"
