"""One run at a time in a folder: a lock that goes with its process, however that ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from simulator.errors import SimulatorError

_NAME = ".simulate.lock"


class InUseError(SimulatorError):
    """Another run has the folder."""


class FolderLock:
    """A locked file in the folder, while a run has it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._descriptor: int | None = None

    def take(self) -> None:
        """Raises InUseError where another has it, OSError where the folder cannot be written."""
        while self._descriptor is None:
            opened = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o644)
            try:
                _lock(opened)
                # The run before may have removed the file after we opened it: then nobody else would see our lock.
                with suppress(FileNotFoundError):
                    if os.path.samestat(os.fstat(opened), self._path.stat()):
                        self._descriptor = opened
            finally:
                if self._descriptor is None:
                    os.close(opened)

    def release(self) -> None:
        """Remove the file and its lock; nothing where there is none."""
        if self._descriptor is None:
            return
        if sys.platform == "win32":  # where an open file cannot be removed
            os.close(self._descriptor)
            self._remove()
        else:
            self._remove()
            os.close(self._descriptor)
        self._descriptor = None

    def _remove(self) -> None:
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise InUseError("locked") from error

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InUseError("locked") from error
