"""The shelf: every lesson, also the broken ones; a teacher's folder, read again as it is written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.lesson.conftest import TABLE, TEXT
from tests.ui.lessons.conftest import Begin
from tests.ui.lessons.test_walk_through import answer, page, said
from ui.lessons.course import Course
from ui.lessons.shelf_view import ShelfView
from ui.main_window import MainWindow


def write(folder: Path, **files: str | None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {"lesson.toml": TABLE, "en.md": TEXT, "pt_BR.md": TEXT, **files}.items():
        if text is not None:
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def shelf(window: MainWindow) -> ShelfView:
    window.commands["lessons"].setChecked(True)
    view = window.parts.need("lessons")
    assert isinstance(view, ShelfView)
    return view


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"pt_BR.md": None}, "broken/pt_BR.md: is missing"),
        ({"lesson.toml": TABLE.replace("[[steps]]", "[[steps]", 1)}, "broken/lesson.toml:4: is not valid TOML"),
        ({"lesson.toml": TABLE.replace("worker:1", "wrker:1")}, "broken/lesson.toml:8: steps[0].spotlight"),
        ({"en.md": TEXT.replace("## second: The second", "## third: x")}, 'en.md:17: there is no step "third"'),
    ],
)
def test_a_broken_lesson_is_listed_and_the_shelf_opens(
    window: MainWindow, tmp_path: Path, files: dict[str, str | None], said: str
) -> None:
    write(tmp_path / "broken", **files)
    write(tmp_path / "good")
    window.preferences.lesson_folder = tmp_path
    view = shelf(window)
    assert view.isVisible()
    assert said in view.broken["broken"].problems.text()
    assert {"01_one_at_a_time", "good"} <= set(view.cards)


def test_a_lesson_is_begun_gone_on_with_and_reset_from_its_card(window: MainWindow, begin: Begin) -> None:
    conductor = begin("01_one_at_a_time")
    conductor.next()
    answer(window, conductor, 5.0)
    conductor.next()
    card = shelf(window).cards["01_one_at_a_time"]
    assert not card.is_done
    assert card.go.text() == "Go on"
    card.go.click()
    assert conductor.walk is not None
    assert conductor.walk.plan.step.name == "busy_with_what"
    reset = shelf(window).cards["01_one_at_a_time"].reset
    reset.setFocus()
    reset.click()
    begun = shelf(window).cards["01_one_at_a_time"].go
    assert begun.text() == "Begin"
    assert shelf(window).focusWidget() is begun, "the keys stay where they were"


def test_the_shelf_shows_the_lessons_of_a_folder_that_was_just_chosen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "mine")
    view = shelf(window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    view.folder.click()
    card = view.cards["mine"]
    assert not card.visibleRegion().isEmpty()
    card.reset_asked.emit()
    QCoreApplication.processEvents()
    assert not view.cards["mine"].visibleRegion().isEmpty(), "it stays where it was"


def test_what_a_teacher_writes_is_on_the_stage_at_once(
    window: MainWindow, begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = write(tmp_path / "mine")
    window.preferences.lesson_folder = tmp_path
    conductor = begin("mine")
    answer(window, conductor, 20.0)
    (folder / "en.md").write_text(TEXT.replace("Because.", "For another reason.", 1), encoding="utf-8")
    qtbot.waitUntil(lambda: "For another reason." in said(window))
    assert conductor.walk is not None
    assert conductor.walk.answer is not None, "only words were written: the run stays"
    (folder / "lesson.toml").write_text(TABLE.replace("seed", "seed").replace('"10s"', '"12s"'), encoding="utf-8")
    qtbot.waitUntil(lambda: page(window).guess is not None)
    assert conductor.walk.plan.scenario.run.duration == 12, "another server: the step begins anew"


def test_a_lesson_that_breaks_while_it_is_written_stays_on_the_stage(
    window: MainWindow, begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = write(tmp_path / "mine")
    window.preferences.lesson_folder = tmp_path
    conductor = begin("mine")
    course = window.findChild(Course)
    assert course is not None
    with qtbot.waitSignal(conductor.said) as told:
        (folder / "en.md").write_text("# Nothing", encoding="utf-8")
    assert "mine/en.md:1" in str(told.args)
    assert conductor.walk is not None
    assert conductor.walk.lesson.texts["en"].title == "Title"
