"""Lines of a log, one after another, however long it is; plain or gzip."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from simulator.errors import SimulatorError

_GZIP = b"\x1f\x8b"
_LONGEST_LINE = 50_000_000
"""An OTLP export may be one line; more is no log."""
_LOOKED_AT = 4096
_MOST_CONTROLS = 0.02


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Raises SimulatorError where it cannot be read, is empty, or is not text."""
    try:
        with path.open("rb") as raw:
            is_packed = raw.read(2) == _GZIP
        with gzip.open(path) if is_packed else path.open("rb") as file:
            _look(file.read(_LOOKED_AT), path)
            file.seek(0)
            yield file  # type: ignore[misc]  # a GzipFile reads as a file does
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SimulatorError(f"{path}: is cut, or is no whole gzip file: {error}") from error
    except OSError as error:
        raise SimulatorError(f"{path}: cannot be read: {error.strerror or error}") from error


def _look(begin: bytes, path: Path) -> None:
    if not begin.strip():
        raise SimulatorError(f"{path}: is empty")
    controls = sum(byte < 9 or 13 < byte < 32 for byte in begin)  # noqa: PLR2004  # between tab and carriage return
    if b"\0" in begin or controls > _MOST_CONTROLS * len(begin):
        raise SimulatorError(f"{path}: is binary, not a log of lines")


def lines(file: IO[bytes], path: Path) -> Iterator[str]:
    """Without their ends; what is no UTF-8 is replaced."""
    while line := file.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise SimulatorError(f"{path}: has a line of more than {_LONGEST_LINE:,} bytes")
        yield line.decode("utf-8", "replace").lstrip("\ufeff").rstrip("\r\n")
