"""A single file that is whole or not there: written beside its place, and given its name at the end."""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """Where to write what `file` is to be once the block is through; where that fails it stays as it was.

    A link stays a link, and a file keeps its mode: one that is read-only is refused, though its folder would let it
    be replaced. A device or a pipe (`/dev/stdout`) is written to, never replaced. Raises OSError.
    """
    if is_written_to(file):
        yield file
        return
    target = file.resolve()
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
    part = target.with_name(f".{target.name}.part")
    try:
        yield part
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def is_written_to(file: Path) -> bool:
    """Whether it is no file but what takes bytes, which nothing replaces."""
    return file.exists() and not file.is_file() and not file.is_dir()


def write_whole(file: Path, pieces: Iterable[str]) -> None:
    """A text in UTF-8, on the disk when this returns. Raises OSError."""
    with whole(file) as part, part.open("w", encoding="utf-8", newline="\n") as opened:
        opened.writelines(pieces)
        opened.flush()
        with suppress(OSError):  # a pipe has no disk
            os.fsync(opened.fileno())
