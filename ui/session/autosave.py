"""The unsaved session in a file of its own, so that a crash loses no more than the last half minute."""

from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from simulator.errors import SimulatorError
from ui.saved import write_whole
from ui.session.session import Session

_AFTER_CHANGE_MS, _EVERY_MS = 1_500, 30_000
"""A drag is a great many changes; and time that goes on is worth something too."""
_SUFFIX = ".toml"


class Autosave(QObject):
    """One file for each running window, held by a lock: windows neither share files nor take those of the living."""

    failed = Signal(str)
    """Why it cannot be written; told once until it could."""

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path = folder / f"{uuid4().hex}{_SUFFIX}"
        self._lock = QLockFile(str(lock_of(self._path)))
        # Whose process lives has it, however long ago it began.
        self._lock.setStaleLockTime(0)
        self._has_failed = False
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_CHANGE_MS)
        self._now_and_then = QTimer(self, interval=_EVERY_MS)
        self._soon.timeout.connect(self.save)
        self._now_and_then.timeout.connect(self.save)
        session.change_applied.connect(lambda _: self._soon.start())
        session.saved.connect(lambda _: self.save())
        session.opened.connect(lambda _: self._soon.start())
        self._now_and_then.start()

    @property
    def path(self) -> Path:
        """Where it is written, as long as there is something to lose."""
        return self._path

    def save(self) -> None:
        """Write what no other file has; remove the file where nothing would be lost."""
        if not self._session.has_unsaved_changes:
            self._remove()
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if not self._lock.isLocked():
                self._lock.tryLock(0)
            write_whole(self._path, self._session.written(self._path.parent))
        except (OSError, SimulatorError) as error:
            if not self._has_failed:
                self.failed.emit(reason(error))
            self._has_failed = True
        else:
            self._has_failed = False

    def end(self) -> None:
        """The window was closed, and what becomes of the session was decided."""
        for timer in (self._soon, self._now_and_then):
            timer.stop()
        self._remove()

    def _remove(self) -> None:
        with suppress(OSError):  # else it is offered once more at the next start; that is all
            self._path.unlink(missing_ok=True)
        if self._lock.isLocked():
            self._lock.unlock()


def reason(error: OSError | SimulatorError) -> str:
    """Why it did not go, without the number that the system has for it."""
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def lock_of(path: Path) -> Path:
    """The lock beside an autosaved session."""
    return path.with_suffix(".lock")


class Abandoned:
    """A session whose process is gone without having been asked what becomes of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.saved_at_s = path.stat().st_mtime
        """Seconds since 1970."""

    def discard(self) -> None:
        """It is not wanted any more. Raises OSError."""
        self.path.unlink(missing_ok=True)
        lock_of(self.path).unlink(missing_ok=True)


def abandoned_in(folder: Path) -> list[Abandoned]:
    """Those that can be restored, the newest first; what living windows write is not among them."""
    found = []
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        lock = QLockFile(str(lock_of(path)))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            continue
        lock.unlock()
        with suppress(OSError):  # a link to nowhere: nothing is left behind there
            found.append(Abandoned(path))
    return sorted(found, key=lambda each: each.saved_at_s, reverse=True)
