"""What leaves the window as a file: whole and right, or not at all and said."""

import errno
import io
import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.export.seen import hidden
from ui.dialogs import files
from ui.dialogs.animation import AnimationDialog
from ui.export import encoder
from ui.export.animation_plan import AnimationPlan
from ui.main_window import MainWindow
from ui.theme.theme import Theme, ThemeName

PLAN = AnimationPlan(3.0, 3.1, speed=0.1, per_s=10, width=640)


@pytest.fixture
def lived(window: MainWindow) -> MainWindow:
    """Some seconds into a run."""
    assert window.session.system is not None
    window.session.system.run_until(4.0)
    window.session.rewind(3.5)
    return window


def warning(window: MainWindow) -> str:
    """What is said to have gone wrong."""
    box = window.findChild(QMessageBox, "warning")
    assert box is not None
    return box.text()


def test_a_drawing_is_made_of_lines(lived: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "diagram.svg"
    monkeypatch.setattr(files, "ask_picture", lambda *_: path)
    lived.commands["picture"].trigger()
    text = path.read_text()
    root = ElementTree.fromstring(text)  # we wrote it
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "Diagram"
    assert text.count("<image") <= 1, "the hatch at most"
    assert "<text" not in text, "no font of ours is on another machine"
    assert hidden(text) == []
    assert rendered(text).pixelColor(2, 2) == lived.appearance.theme.colour("surface.canvas")


def rendered(text: str) -> QImage:
    """A drawing as pixels."""
    renderer = QSvgRenderer(text.encode())
    assert renderer.isValid()
    image = QImage(renderer.viewBox().size(), QImage.Format.Format_RGB888)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def test_a_page_for_print(lived: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "diagram.pdf"
    monkeypatch.setattr(files, "ask_picture", lambda *_: path)
    lived.commands["picture"].trigger()
    page = path.read_bytes()
    assert page.startswith(b"%PDF")
    assert page.rstrip().endswith(b"%%EOF")


def test_a_picture_of_no_kind_that_we_know(lived: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "ask_picture", lambda *_: tmp_path / "diagram.bmp")
    lived.commands["picture"].trigger()
    assert "must end with .png, .svg, .pdf" in warning(lived)
    assert not list(tmp_path.glob("diagram.*"))


@pytest.mark.parametrize("suffix", ["gif", pytest.param("webp", marks=pytest.mark.slow)])
def test_an_animation_has_its_pictures(suffix: str, lived: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / f"run.{suffix}"
    with qtbot.waitSignal(lived.exports.said):
        lived.exports.animation_into(path, PLAN)
    with Image.open(io.BytesIO(path.read_bytes())) as made:
        assert made.n_frames == PLAN.count
        assert made.size == (PLAN.width, PLAN.height)
    assert lived.session.is_rewound, "the window shows what it showed"


def test_an_animation_can_be_cancelled(lived: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    lived.exports.animation_into(tmp_path / "run.gif", AnimationPlan(0.0, 4.0, 0.1, 25, 640))
    progress = lived.findChild(QProgressDialog, "export_progress")
    assert progress is not None
    cancel = progress.findChild(QPushButton)
    assert cancel is not None
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not list(tmp_path.glob("run*"))


def test_without_the_library_it_is_said_how_to_get_it(lived: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "find_spec", lambda _: None)
    lived.commands["animate"].trigger()
    assert 'pip install "vazao[export]"' in warning(lived)


def test_the_dialog_says_what_will_come_of_it(lived: MainWindow, qtbot: QtBot) -> None:
    lived.commands["animate"].trigger()
    dialog = lived.findChild(AnimationDialog)
    assert dialog is not None
    dialog.begin.setValue(1.0)
    dialog.end.setValue(2.0)
    assert dialog.speed.text() == "0.2×"  # as in the toolbar
    dialog.speed.setValue(0.1)
    assert "201 pictures of 1280 × 576: 10.1 s to look at, at 0.1×." in dialog.outlook.text()
    dialog.end.setValue(0.5)
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_report_has_figures_charts_scenario_and_the_way_to_repeat_it(
    lived: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    with qtbot.waitSignal(lived.exports.said):
        lived.exports.report_into(path)
    page = path.read_text()
    assert page.count("<svg") >= 6
    assert lived.session.system is not None
    assert f"seed {lived.session.system.record.seed}" in page
    assert "simulate --config scenario.toml" in page
    assert "[[routes]]" in page
    assert not re.search(r'(src|href)="http', page), "nothing is loaded from elsewhere"


def test_the_diagram_of_a_report_is_as_light_or_dark_as_its_page(
    lived: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    lived.appearance.toggle()
    shown = lived.diagram.grab().toImage()
    with qtbot.waitSignal(lived.exports.said):
        lived.exports.report_into(tmp_path / "report.html")
    assert lived.diagram.grab().toImage() == shown
    page = (tmp_path / "report.html").read_text()
    for name in ThemeName:
        picture = page.partition(f'<div class="on-{name}">')[2].partition("</div>")[0]
        assert Theme(name).colour("surface.canvas").name() in picture
        assert hidden(picture) == []
    names = re.findall(r'\bid="([^"]+)"', page)
    assert len(names) == len(set(names))


def test_a_report_speaks_the_windows_language(lived: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    lived.language.set_code("pt_BR")
    with qtbot.waitSignal(lived.exports.said):
        lived.exports.report_into(tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<html lang="pt-BR">' in page
    assert "Tempo de resposta médio" in page


@pytest.mark.parametrize("name", ["run.gif", pytest.param("report.html", marks=pytest.mark.slow), "diagram.svg"])
def test_a_disk_that_is_full_leaves_nothing_half_written(
    name: str, lived: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text("what was there")

    def write_half(part: Path, data: bytes) -> None:
        with part.open("wb") as opened:
            opened.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", write_half)
    if name == "run.gif":
        lived.exports.animation_into(path, PLAN)
    elif name == "report.html":
        lived.exports.report_into(path)
    else:
        monkeypatch.setattr(files, "ask_picture", lambda *_: path)
        lived.exports.picture()
    qtbot.waitUntil(lambda: lived.findChild(QMessageBox, "warning") is not None)
    assert f"{path}: No space left on device" in warning(lived)
    assert path.read_text() == "what was there"
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".ini"] == [name]
