"""Where files are written to: names without a suffix, and files that are there already."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.files import ask_picture, ask_results, ask_saved

YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


class Person:
    """Chooses names and formats, and says whether a file may be replaced."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *choices: tuple[str, str], answer: object = NO) -> None:
        self._choices, self._answer = list(choices), answer
        self.proposed: list[str] = []
        self.questions: list[str] = []
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._choose)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *asked: self._choose(*asked)[0])
        monkeypatch.setattr(QMessageBox, "warning", self._decide)

    def _choose(self, _parent: QWidget, _title: str, proposed: str, *_: str) -> tuple[str, str]:
        self.proposed.append(Path(proposed).name)
        return self._choices.pop(0)

    def _decide(self, _parent: QWidget, _title: str, text: str, *_: object) -> object:
        self.questions.append(text)
        return self._answer


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (("mine.svg", "PNG (*.png)"), "mine.svg"),
        (("mine", "PDF (*.pdf)"), "mine.pdf"),
        (("mine 1.5", "SVG (*.svg)"), "mine 1.5.svg"),
        (("mine", ""), "mine.png"),
    ],
)
def test_a_name_without_a_known_suffix_gets_that_of_its_format(
    typed: tuple[str, str], written: str, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, chosen = typed
    Person(monkeypatch, (str(tmp_path / name), chosen))
    assert ask_picture(parent, tmp_path / "session.png") == tmp_path / written


def test_a_scenario_may_have_another_suffix_where_all_files_are_meant(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenarios, others = "Scenarios (*.toml)", "All files (*)"
    typed = (("v1.5", scenarios), ("v1.5", others), ("mine", scenarios), ("mine", others))
    Person(monkeypatch, *((str(tmp_path / name), chosen) for name, chosen in typed))
    written = [ask_saved(parent, tmp_path / "session.toml") for _ in typed]
    assert written == [tmp_path / name for name in ("v1.5.toml", "v1.5", "mine.toml", "mine.toml")]


def test_a_file_that_is_there_with_the_suffix_is_asked_about(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old.png").write_text("old", encoding="utf-8")
    old = str(tmp_path / "old"), "PNG (*.png)"
    Person(monkeypatch, old, answer=YES)
    assert ask_picture(parent, tmp_path / "new.png") == tmp_path / "old.png"
    person = Person(monkeypatch, old, ("", ""))
    assert ask_picture(parent, tmp_path / "new.png") is None
    assert person.questions == ["old.png already exists. Replace it?"]
    assert person.proposed == ["new.png", "old.png"]


def test_results_that_are_there_are_asked_about(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    (tmp_path / "old" / "requests.csv").write_text("mine", encoding="utf-8")
    (tmp_path / "new" / "notes.txt").write_text("mine too", encoding="utf-8")
    person = Person(monkeypatch, (str(tmp_path / "old"), ""), (str(tmp_path / "new"), ""))
    assert ask_results(parent, tmp_path) == tmp_path / "new"
    assert person.questions == ["old has results already: requests.csv. Replace them?"]
    Person(monkeypatch, (str(tmp_path / "old"), ""), answer=YES)
    assert ask_results(parent, tmp_path) == tmp_path / "old"
