"""A file is there whole, or as it was."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.whole import write_whole


def broken() -> Iterator[str]:
    """Half a text, and then no room."""
    yield "half"
    raise OSError(28, "No space left on device")


def test_a_file_that_cannot_be_finished_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(OSError, match="No space"):
        write_whole(file, broken())
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"mine.txt": "mine"}


def test_a_link_stays_a_link_and_a_file_keeps_its_mode(tmp_path: Path) -> None:
    file, link = tmp_path / "mine.txt", tmp_path / "link.txt"
    file.write_text("mine", encoding="utf-8")
    file.chmod(0o600)
    link.symlink_to(file)
    write_whole(link, ["new"])
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_read_only_file_is_refused_where_its_folder_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "mine.txt")  # root may write anywhere
    with pytest.raises(PermissionError):
        write_whole(file, ["new"])
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_pipe_gets_the_text_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, ["all ", "of it"])
    assert os.read(end, 100) == b"all of it"
    os.close(end)
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]
