"""The folder of a run's results: one run at a time, and every file whole or not there."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from simulator.errors import ResultsError
from simulator.output.lock import FolderLock, InUseError

KNOWN = (
    "requests.csv",
    "timeseries.csv",
    "tasks.csv",
    "trace.csv",
    "summary.json",
    "summary.csv",
    "scenario.toml",
    "requests.parquet",
    "timeseries.parquet",
    "tasks.parquet",
    "trace.parquet",
    "reality.csv",
    "reality_tasks.csv",
    "reality.json",
)
_MARK_OF_A_RUN = "summary.json"


class ResultsFolder:
    """Write files in it, then `commit`: leaving it without that leaves it as it was.

    Raises ResultsError where it cannot be written, or another run has it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._made: list[Path] = []
        self._lock = FolderLock(path)
        self._parts: dict[str, IO[bytes]] = {}

    def __enter__(self) -> "ResultsFolder":
        try:
            with self._explained():
                self._make(self.path)
                self._lock.take()
                self._look()
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._leave()

    @property
    def names(self) -> tuple[str, ...]:
        """The files that it has, or will have when all is committed, in the order in which they came."""
        return tuple(self._parts)

    def append(self, name: str, data: bytes) -> None:
        """More of a file, that stays open for what is still to come."""
        with self._explained():
            if name not in self._parts:
                self._parts[name] = self._part(name).open("wb")
            self._parts[name].write(data)

    def write(self, name: str, data: bytes) -> None:
        """A whole file; a name below a folder makes the folder."""
        with self._explained(), self._part(name).open("wb") as file:
            self._parts[name] = file
            file.write(data)

    def derive(self, name: str, source: str, convert: Callable[[Path, Path], None]) -> None:
        """A file made from another that is not committed yet; `convert` has the paths of the two."""
        with self._explained():
            self._parts[source].flush()
            part = self._part(name)
            self._parts[name] = part.open("wb")
            convert(_part_of(self.path / source), part)

    def _part(self, name: str) -> Path:
        target = self.path / name
        self._make(target.parent)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(target))
        return _part_of(target)

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
        except InUseError as error:
            raise ResultsError(f"cannot write results: {self.path} is in use by another run") from error
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

    def _leave(self) -> None:
        for name, file in self._parts.items():
            with suppress(OSError):
                file.close()
            with suppress(OSError):
                _part_of(self.path / name).unlink(missing_ok=True)
        self._parts.clear()
        self._lock.release()
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()
        self._made.clear()


def _part_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.part")
