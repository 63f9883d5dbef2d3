"""`simulate lesson`: what a teacher is told."""

from pathlib import Path

from simulator.lesson.shelf import bundled_folder
from tests.cli.conftest import Simulate
from tests.lesson.conftest import TABLE, TEXT


def lesson(folder: Path, table: str = TABLE) -> Path:
    folder.mkdir()
    for name, text in (("lesson.toml", table), ("en.md", TEXT), ("pt_BR.md", TEXT)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_check_runs_the_servers_and_says_ok(simulate: Simulate, tmp_path: Path) -> None:
    answer = simulate("lesson", "check", lesson(tmp_path / "mine"))
    assert (answer.code, answer.out, answer.err) == (0, "ok\n", "")


def test_check_says_which_number_is_not_true(simulate: Simulate, tmp_path: Path) -> None:
    answer = simulate("lesson", "check", lesson(tmp_path / "mine", TABLE.replace("value = 105", "value = 10")))
    assert answer.code == 1
    assert answer.err.startswith("mine/lesson.toml:14: steps[0].claims[0].value: {sent}: requests.sent is ")
    assert answer.err.endswith("not 10 within 50 %\n")


def test_check_refuses_a_broken_lesson_with_file_and_line(simulate: Simulate, tmp_path: Path) -> None:
    answer = simulate("lesson", "check", lesson(tmp_path / "mine", TABLE.replace("worker:1", "wrker:1")))
    assert answer.code == 2
    assert answer.err.startswith("mine/lesson.toml:8: steps[0].spotlight")


def test_check_says_which_prediction_no_run_answers(simulate: Simulate, tmp_path: Path) -> None:
    table = TABLE.replace("below = 2 }", "below = 0 }").replace("at_least = 2 }", "at_least = 9 }")
    answer = simulate("lesson", "check", lesson(tmp_path / "mine", table))
    assert answer.code == 1
    assert answer.err == "mine/lesson.toml:21: steps[1].prediction: no option is what the run has\n"


def test_check_goes_through_all_lessons_of_a_folder(simulate: Simulate, tmp_path: Path) -> None:
    lesson(tmp_path / "good")
    lesson(tmp_path / "wrong", "format = 2")
    answer = simulate("lesson", "check", "--no-run", tmp_path)
    assert (answer.code, answer.out) == (2, "good: ok\n")
    assert answer.err.startswith("wrong/lesson.toml:1: format: must be 1, got 2\n")


def test_check_says_that_there_is_no_such_folder(simulate: Simulate, tmp_path: Path) -> None:
    answer = simulate("lesson", "check", tmp_path / "nowhere")
    assert answer.code == 2
    assert answer.err.endswith("nowhere: there is no such folder\n")


def test_list_has_ours_and_a_folders_and_says_which_are_broken(simulate: Simulate, tmp_path: Path) -> None:
    lesson(tmp_path / "good")
    lesson(tmp_path / "wrong", "format = 2")
    answer = simulate("lesson", "list", tmp_path)
    lines = answer.out.splitlines()
    assert answer.code == 1
    assert len(lines) == 2 + len([path for path in bundled_folder().iterdir() if path.is_dir()])
    assert lines[-2].endswith("Title (2 steps, 5 min)")
    assert "broken: wrong/lesson.toml:1: format: must be 1, got 2" in lines[-1]
    assert simulate("lesson", "list", "--language", "pt-BR").out != simulate("lesson", "list").out
