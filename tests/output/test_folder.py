"""A folder of results has all files of a run, or is as it was."""

import os
from pathlib import Path

import pytest

from simulator.errors import ResultsError
from simulator.output.folder import ResultsFolder


def write(path: Path, **files: bytes) -> None:
    with ResultsFolder(path) as folder:
        for name, data in files.items():
            folder.write(name.replace("_", "."), data)
        folder.commit()


def contents(path: Path) -> dict[str, bytes]:
    return {str(file.relative_to(path)): file.read_bytes() for file in path.rglob("*") if file.is_file()}


def test_files_come_with_their_names_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b", summary_json=b"{}", requests_csv=b"rows")
    assert contents(tmp_path) == {"a/b/summary.json": b"{}", "a/b/requests.csv": b"rows"}


def test_known_names_are_replaced_others_left(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"mine")
    write(tmp_path, summary_json=b"1", trace_csv=b"1", requests_csv=b"1")
    write(tmp_path, summary_json=b"2", requests_csv=b"2")
    # A trace of the run before would be taken for one of this run.
    assert contents(tmp_path) == {"notes.txt": b"mine", "summary.json": b"2", "requests.csv": b"2"}


def test_where_no_run_was_nothing_is_taken_for_one(tmp_path: Path) -> None:
    (tmp_path / "trace.csv").write_bytes(b"mine")
    write(tmp_path, summary_json=b"1")
    assert contents(tmp_path) == {"trace.csv": b"mine", "summary.json": b"1"}


def test_left_without_a_commit_it_is_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "old", summary_json=b"1")
    for path in (tmp_path / "old", tmp_path / "new" / "deep"):
        with ResultsFolder(path) as folder:
            folder.append("requests.csv", b"half")
            folder.write("inputs/a.csv", b"1")
    assert contents(tmp_path) == {"old/summary.json": b"1"}
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / "old" / "inputs").exists()


def test_an_error_inside_leaves_it_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), ResultsFolder(tmp_path / "new") as folder:
        folder.append("requests.csv", b"half" + bytes(1 // len(folder.names)))
    assert not (tmp_path / "new").exists()


def test_a_second_run_is_refused_and_does_not_disturb_the_first(tmp_path: Path) -> None:
    with ResultsFolder(tmp_path) as first:
        first.append("requests.csv", b"one")
        with pytest.raises(ResultsError, match="is in use by another run"), ResultsFolder(tmp_path):
            raise AssertionError("the second came in")
        first.commit()
    assert contents(tmp_path) == {"requests.csv": b"one"}
    write(tmp_path, summary_json=b"after")
    assert contents(tmp_path)["summary.json"] == b"after"


def test_a_lock_that_a_killed_run_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".simulate.lock").touch()
    write(tmp_path, summary_json=b"1")
    assert contents(tmp_path) == {"summary.json": b"1"}


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(ResultsError, match=r"file: is not a folder|below: Not a directory"):
        write(tmp_path / place, summary_json=b"1")
    assert contents(tmp_path) == {"file": b"mine"}


def test_a_folder_in_the_place_of_a_file_is_refused_before_the_run(tmp_path: Path) -> None:
    (tmp_path / "summary.json").mkdir()
    with pytest.raises(ResultsError, match=r"summary\.json: is a folder"), ResultsFolder(tmp_path):
        raise AssertionError("it came in")
    assert contents(tmp_path) == {}


def test_a_dangling_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(ResultsError, match="cannot write results"):
        write(tmp_path / "link", summary_json=b"1")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a file that is always full")
def test_a_disk_that_is_full_at_the_very_end_leaves_the_old_files(tmp_path: Path) -> None:
    write(tmp_path, summary_json=b"old", requests_csv=b"old")
    with ResultsFolder(tmp_path) as folder:
        folder.append("summary.json", b"new")
        folder.append("requests.csv", b"new")
        # What is buffered fails when the file is closed, not when it is written.
        with Path("/dev/full").open("wb") as full:
            os.dup2(full.fileno(), folder._parts["requests.csv"].fileno())
        with pytest.raises(ResultsError, match="No space left"):
            folder.commit()
    assert contents(tmp_path) == {"summary.json": b"old", "requests.csv": b"old"}
