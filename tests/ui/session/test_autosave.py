"""What a crash would take is in a file; what is saved, decided or somebody else's is not touched."""

import errno
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.scenario import load
from tests.ui.test_saved import CLIENTS, HEAD, SERVER, ended, headless, raise_it, rows
from ui.session import Session, autosave
from ui.session.autosave import Autosave, abandoned_in

CRASH = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.session import Session
from ui.session.autosave import Autosave
app = QCoreApplication([])
session = Session()
assert session.open("01_blocking")
kept = Autosave(session, Path(sys.argv[1]))
session.system.run_until(2.0)
session.apply("server.workers", 3)
session.system.run_until(3.0)
kept.save()
os._exit(9)
"""


@pytest.fixture
def opened(tmp_path: Path, qapp: object) -> Iterator[Callable[[], tuple[Session, Autosave]]]:
    """Opens sessions that are kept in one folder."""
    (tmp_path / "opened.toml").write_text(HEAD + CLIENTS + SERVER, encoding="utf-8")
    sessions: list[Session] = []

    def opened() -> tuple[Session, Autosave]:
        session = Session()
        session.failed.connect(raise_it)
        sessions.append(session)
        assert session.open(tmp_path / "opened.toml")
        return session, Autosave(session, tmp_path / "kept", session)

    yield opened
    for session in sessions:
        session.deleteLater()


Opened = Callable[[], tuple[Session, Autosave]]


def test_a_change_is_kept_soon_and_replays(opened: Opened, qtbot: QtBot) -> None:
    session, kept = opened()
    assert session.system is not None
    session.system.run_until(1.0)
    session.apply("server.workers", 4)
    assert not kept.path.exists()
    kept._soon.setInterval(1)
    kept._soon.start()
    qtbot.waitUntil(kept.path.exists)
    assert rows(headless(kept.path)) == rows(ended(session))


def test_what_nobody_would_miss_is_not_kept(opened: Opened, tmp_path: Path) -> None:
    session, kept = opened()
    kept.save()
    assert not kept.path.exists()
    session.apply("server.workers", 4)
    kept.save()
    session.save(tmp_path / "mine.toml")
    assert not kept.path.exists()
    session.apply("server.workers", 5)
    kept.save()
    kept.end()
    assert list(kept.path.parent.iterdir()) == []


def test_windows_keep_their_sessions_apart_and_the_living_are_not_offered(opened: Opened) -> None:
    (first, one), (second, other) = opened(), opened()
    first.apply("server.workers", 3)
    second.apply("server.workers", 5)
    one.save()
    other.save()
    assert [load(kept.path).changes[0].to for kept in (one, other)] == [3, 5]
    assert abandoned_in(one.path.parent) == []
    one.end()
    assert other.path.exists()


def test_what_a_crash_leaves_is_offered_and_restored(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    ran = subprocess.run([sys.executable, "-c", CRASH, folder], check=False, timeout=60, capture_output=True, text=True)
    assert ran.returncode == 9, ran.stderr
    session, kept = opened()
    session.apply("server.workers", 4)
    kept.save()
    (left,) = abandoned_in(folder)
    assert session.restore(left.path, is_unsaved=True)
    qtbot.waitUntil(lambda: not session.mode.is_running)
    assert session.now_s == 3.0
    assert session.scenario().server.workers == 3
    assert session.has_unsaved_changes
    left.discard()
    assert abandoned_in(folder) == []


def test_a_full_disk_is_told_once_and_loses_nothing(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    session, kept = opened()
    session.apply("server.workers", 4)
    kept.save()
    before = kept.path.read_bytes()
    said: list[str] = []
    kept.failed.connect(said.append)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(autosave, "write_whole", full)
        session.apply("server.workers", 5)
        for _ in range(3):
            kept.save()
    assert len(said) == 1
    assert "No space left" in said[0]
    assert kept.path.read_bytes() == before
    kept.save()
    assert load(kept.path).changes[-1].to == 5


def test_what_is_no_session_is_refused_and_the_present_one_goes_on(opened: Opened, tmp_path: Path) -> None:
    session, _ = opened()
    session.failed.disconnect(raise_it)
    system = session.system
    failed: list[object] = []
    session.failed.connect(failed.append)
    (tmp_path / "broken.toml").write_text("format = 1")
    assert not session.restore(tmp_path / "broken.toml", is_unsaved=True)
    assert session.system is system
    assert failed
