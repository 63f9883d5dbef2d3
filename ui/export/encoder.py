"""Pictures on their way into an animated file, on a thread of their own: packing one takes longer than drawing it."""

import io
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from simulator.errors import ResultsError

if TYPE_CHECKING:
    from PIL.Image import Image

SUFFIXES = (".gif", ".webp")
_WAITING = 4
"""So many pictures may wait to be packed."""


def has_pillow() -> bool:
    """Whether the library that packs them is there."""
    return find_spec("PIL") is not None


class Encoder(Thread):
    """Give it pictures while it `has_room`, then None; once it is no longer alive, `result` says what came out."""

    def __init__(self, suffix: str, per_s: int) -> None:
        super().__init__(daemon=True)
        self._suffix, self._per_s = suffix, per_s
        self._pictures: Queue[QImage | None] = Queue(maxsize=_WAITING)
        self._packed = b""
        self._error: Exception | None = None

    @property
    def has_room(self) -> bool:
        """Whether another picture can be given without waiting."""
        return not self._pictures.full()

    def give(self, picture: QImage | None) -> None:
        """The next picture; None: there are no more."""
        self._pictures.put(picture)

    def result(self) -> bytes:
        """The file. Raises ResultsError where it could not be made."""
        if self._error is not None:
            raise ResultsError(f"{self._suffix}: {self._error}") from self._error
        return self._packed

    def run(self) -> None:
        try:
            self._packed = self._pack()
        except (OSError, ValueError, MemoryError) as error:  # what Pillow raises where a picture cannot be packed
            self._error = error
            while self._pictures.get() is not None:
                pass

    def _pack(self) -> bytes:
        pictures = self._given()
        first = next(pictures, None)
        if first is None:
            return b""
        data = io.BytesIO()
        length_ms = round(1000 / self._per_s)
        if self._suffix == ".webp":
            first.save(data, "WEBP", save_all=True, append_images=pictures, duration=length_ms, loop=0, quality=80)
        else:
            first.save(data, "GIF", save_all=True, append_images=pictures, duration=length_ms, loop=0, optimize=False)
        return data.getvalue()

    def _given(self) -> Iterator["Image"]:
        from PIL import Image  # noqa: PLC0415  # an extra

        while (picture := self._pictures.get()) is not None:
            size = (picture.width(), picture.height())
            made = Image.frombuffer("RGB", size, bytes(picture.constBits()), "raw", "RGB", picture.bytesPerLine(), 1)
            if self._suffix == ".gif":
                # Flat colours: dots of mixed colours would only make noise, and the file larger.
                yield made.quantize(255, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
            else:
                yield made


def suffix_of(path: Path) -> str | None:
    """The format that a file's name asks for; None: none that we know."""
    suffix = path.suffix.lower()
    return suffix if suffix in SUFFIXES else None
