"""The check in a process of its own: an outcome, or what went wrong."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from simulator.scenario import Scenario, dumps
from ui.reality.command import CANCELLED, Command
from ui.reality.outcome import outcome_of

_DONE, _NO = 0, 1


class RealityProcess(QObject):
    """One check at a time."""

    progressed = Signal(float)
    """The share that is done, 0..1."""
    finished = Signal(object)
    """An Outcome."""
    failed = Signal(str)
    """What went wrong, in the words of the command line; empty where it was cancelled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = Command(self)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._command.progressed.connect(self.progressed)
        self._command.ended.connect(self._on_ended)

    @property
    def is_running(self) -> bool:
        """Whether one is on its way."""
        return self._command.is_running

    def start(self, scenario: Scenario, seed: int, seconds: float) -> None:
        """Measure so many seconds of it."""
        self._folder = tempfile.TemporaryDirectory(prefix="vazao-")
        asked = [
            "reality",
            "--config",
            "-",
            "--seed",
            str(seed),
            "--duration",
            f"{seconds:g}s",
            "--out",
            str(self._out),
        ]
        self._command.start([*asked, "--json", "--progress-lines"], scenario.directory.resolve(), dumps(scenario))

    def cancel(self) -> None:
        """It ends its server, then itself; nothing is kept."""
        self._command.cancel()

    def end(self) -> None:
        """Cancel, and wait for it: the window closes."""
        self._command.end()

    @property
    def _out(self) -> Path:
        assert self._folder is not None, "it was started"
        return Path(self._folder.name) / "out"

    def _on_ended(self, code: int, _written: str, said: str) -> None:
        try:
            if code in (_DONE, _NO):
                self.finished.emit(outcome_of(self._out))
            else:
                self.failed.emit("" if code == CANCELLED else said)
        finally:
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None
