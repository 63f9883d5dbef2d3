"""Which code this is: results of two editions are not to be mixed."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable


@cache
def edition() -> str:
    """The package's version with a digest of its code: machines that say the same make the same bytes."""
    digest = hashlib.sha256()
    for name, text in _sources(resources.files("simulator"), ""):
        digest.update(f"{name}\0{len(text)}\0".encode() + text)
    return f"{version('vazao')}+{digest.hexdigest()[:12]}"


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _sources(entry, name)
        elif entry.name.endswith(".py"):
            # A checkout on Windows may have other ends of lines.
            yield name, entry.read_bytes().replace(b"\r\n", b"\n")
