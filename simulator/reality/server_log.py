"""What uvicorn writes, and when it wrote each line."""

import json
import os
import re
import tempfile
from time import monotonic, time

_STAMP = re.compile(rb"^@(\d+\.\d+) ", re.MULTILINE)
_ERROR = re.compile(
    r"Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)*(\S.*)"
    r"|^(ERROR: (?!.*(?:Traceback \(|Application startup failed|Exception in ASGI)).*)",
    re.MULTILINE,
)
"""What was raised, or what uvicorn said that is more than that something was."""
_LONGEST_WORDS = 300
_MOST_BYTES = 1 << 20
_CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "stamped": {
            "()": "uvicorn.logging.DefaultFormatter",
            "fmt": "@%(created).6f %(levelprefix)s %(message)s",
            "use_colors": False,
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "stamped", "stream": "ext://sys.stderr"}},
    "loggers": {"uvicorn": {"handlers": ["stderr"], "level": "INFO", "propagate": False}},
}
"""uvicorn's own, with the instant before each line: it does some things later than it is asked to."""


class ServerLog:
    """The file that uvicorn writes to, and the one that tells it how."""

    def __init__(self) -> None:
        self.output = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `close`
        self._file = tempfile.NamedTemporaryFile("w", prefix="vazao-", suffix=".json")  # noqa: SIM115  # so is this
        json.dump(_CONFIG, self._file)
        self._file.flush()
        self.config = self._file.name

    @property
    def flags(self) -> tuple[str, ...]:
        """uvicorn's options for it."""
        return "--log-config", self.config

    def text(self) -> bytes:
        """All so far, as uvicorn would have written it."""
        return _STAMP.sub(b"", self._stamped())

    def instants(self, words: bytes) -> list[float]:
        """Of the lines that have these words, in seconds of the monotonic clock."""
        since = time() - monotonic()
        lines = [line for line in self._stamped().splitlines() if words in line]
        return [float(found[1]) - since for found in map(_STAMP.match, lines) if found]

    def error(self) -> str:
        """The last that it told of; empty where it told of none."""
        found = [match[1] or match[2] for match in _ERROR.finditer(self.text().decode(errors="replace"))]
        return found[-1].strip()[:_LONGEST_WORDS] if found else ""

    def last_words(self) -> str:
        """Its last error, or else the last line."""
        lines = [line for line in self.text().decode(errors="replace").splitlines() if line.strip()]
        return self.error() or (lines or ["it said nothing"])[-1].strip()[:_LONGEST_WORDS]

    def _stamped(self) -> bytes:
        return os.pread(self.output.fileno(), _MOST_BYTES, 0)

    def close(self) -> None:
        """Both files are no more."""
        self.output.close()
        self._file.close()
