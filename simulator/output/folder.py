"""The folder of a run's results: one run at a time, and every file whole or not there."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from simulator.errors import ResultsError

KNOWN = (
    "requests.csv",
    "timeseries.csv",
    "tasks.csv",
    "trace.csv",
    "summary.json",
    "summary.csv",
    "scenario.toml",
)
_LOCK = ".simulate.lock"
_MARK_OF_A_RUN = "summary.json"


class ResultsFolder:
    """Open files in it with `open`, write, then `commit`: leaving it without commits leaves it as it was.

    Raises ResultsError where it cannot be written, or another run has it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._made: list[Path] = []
        self._lock: int | None = None
        self._parts: dict[str, IO[bytes]] = {}

    def __enter__(self) -> "ResultsFolder":
        try:
            with self._explained():
                self._make(self.path)
                self._take()
                self._look()
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._leave()

    def open(self, name: str) -> IO[bytes]:
        """A file under a temporary name, until `commit`; a name below a folder makes the folder."""
        with self._explained():
            target = self.path / name
            self._make(target.parent)
            self._parts[name] = _part_of(target).open("wb")
        return self._parts[name]

    def write(self, name: str, data: bytes) -> None:
        """To a file that `open` has opened, else to a new one."""
        file = self._parts[name] if name in self._parts else self.open(name)
        with self._explained():
            file.write(data)

    def commit(self) -> None:
        """Give all files their names; files that an earlier run left and this one does not write go."""
        with self._explained():
            had_run = (self.path / _MARK_OF_A_RUN).exists()
            for file in self._parts.values():
                # All must be whole before the first takes its name: a full disk shows here at the latest.
                file.close()
            for name in self._parts:
                target = self.path / name
                _part_of(target).replace(target)
            stale = [name for name in KNOWN if name not in self._parts] if had_run else []
            for name in stale:
                (self.path / name).unlink(missing_ok=True)
            self._parts.clear()
            self._made.clear()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            place = error.filename or self.path
            raise ResultsError(f"cannot write results: {place}: {error.strerror or error}") from error

    def _make(self, folder: Path) -> None:
        missing = []
        while not folder.exists() and folder != folder.parent:
            missing.append(folder)
            folder = folder.parent
        for each in reversed(missing):
            each.mkdir()
            self._made.append(each)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "is not a folder", str(folder))

    def _look(self) -> None:
        for name in KNOWN:
            if (self.path / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, "is a folder", str(self.path / name))

    def _take(self) -> None:
        """Hold the lock of the folder; its file goes when the run is over."""
        import fcntl  # noqa: PLC0415  # Windows lacks it, and `simulate --help` needs it not

        path = self.path / _LOCK
        while self._lock is None:
            opened = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o644)
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                os.close(opened)
                if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
                    raise
                raise ResultsError(f"cannot write results: {self.path} is in use by another run") from error
            # The run before may have removed the file after we opened it: then nobody else would see our lock.
            with suppress(FileNotFoundError):
                if os.fstat(opened).st_ino == path.stat().st_ino:
                    self._lock = opened
            if self._lock is None:
                os.close(opened)

    def _leave(self) -> None:
        for name, file in self._parts.items():
            with suppress(OSError):
                file.close()
            with suppress(OSError):
                _part_of(self.path / name).unlink(missing_ok=True)
        self._parts.clear()
        if self._lock is not None:
            with suppress(OSError):
                (self.path / _LOCK).unlink(missing_ok=True)
            os.close(self._lock)
            self._lock = None
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()
        self._made.clear()


def _part_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.part")
