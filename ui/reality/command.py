"""`simulate` in a process of its own: its progress, its end, and a way to end it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

_PROGRAM = "from simulator.cli import main; main()"
_PATIENCE_MS = 6_000
"""A process that was asked to end ends its server first."""
CANCELLED, NOT_STARTED = -1, -2


class Command(QObject):
    """One call at a time."""

    progressed = Signal(float)
    """The share that is done, 0..1."""
    ended = Signal(int, str, str)
    """The exit code, CANCELLED or NOT_STARTED; what it wrote to standard output, and to standard error."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._unread = ""
        self._said: list[str] = []
        self._is_cancelled = False

    @property
    def is_running(self) -> bool:
        """Whether one is on its way."""
        return self._process is not None

    def start(self, arguments: Sequence[str], directory: Path, text: str = "") -> None:
        """Call it in a folder, with a text on standard input."""
        assert self._process is None, "one at a time"
        self._unread, self._said, self._is_cancelled = "", [], False
        process = self._process = QProcess(self)
        process.setWorkingDirectory(str(directory))
        process.readyReadStandardError.connect(self._on_said)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.start(sys.executable, ["-c", _PROGRAM, *arguments])
        process.write(text.encode())
        process.closeWriteChannel()

    def cancel(self) -> None:
        """It ends its server, then itself; nothing is kept."""
        process = self._process
        if process is None:
            return
        self._is_cancelled = True
        process.terminate()
        QTimer.singleShot(_PATIENCE_MS, process, process.kill)

    def end(self) -> None:
        """Cancel, and wait for it: the window closes."""
        self.cancel()
        if self._process is not None:
            self._process.waitForFinished(_PATIENCE_MS)

    def _on_said(self) -> None:
        if self._process is None:
            return
        self._unread += bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        *lines, self._unread = self._unread.split("\n")
        for line in lines:
            word, _, rest = line.partition(" ")
            if word == "progress":
                self.progressed.emit(float(rest))
            else:
                self._said.append(line)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._said.append(self._process.errorString())
            self._finish(NOT_STARTED)

    def _on_finished(self, code: int, _status: object) -> None:
        self._on_said()
        self._finish(CANCELLED if self._is_cancelled else code)

    def _finish(self, code: int) -> None:
        process, self._process = self._process, None
        assert process is not None, "it was started"
        written = bytes(process.readAllStandardOutput().data()).decode(errors="replace")
        process.deleteLater()
        self.ended.emit(code, written.strip(), "\n".join([*self._said, self._unread]).strip())
