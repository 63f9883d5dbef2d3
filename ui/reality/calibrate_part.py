"""Scenarios from logs and apps, in the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.problem_words import said
from ui.reality.calibrate_dialog import CalibrateDialog
from ui.reality.command import CANCELLED, Command
from ui.reality.made_words import made_fits, made_words
from ui.reality.sources import Asked

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_DONE = 0
_NAME = "calibrate_command"


class Calibrating(QObject):
    """Between a dialog and the command, which outlives it: what was cancelled takes a moment to end."""

    def __init__(self, window: "MainWindow", dialog: CalibrateDialog) -> None:
        super().__init__(dialog)
        self._window, self._dialog = window, dialog
        found = window.findChild(Command, _NAME)
        self.command = found if isinstance(found, Command) else Command(window)
        self.command.setObjectName(_NAME)
        dialog.start_requested.connect(self.start)
        dialog.cancel_requested.connect(self.command.cancel)
        dialog.open_requested.connect(self._on_open)
        self.command.progressed.connect(dialog.show_share)
        self.command.ended.connect(self._on_ended)

    def start(self, asked: Asked) -> None:
        """Make the scenario."""
        if not self.command.is_running:
            self._dialog.show_running(is_running=True)
            self.command.start(asked.arguments, asked.directory)

    def _on_ended(self, code: int, written: str, told: str) -> None:
        self._dialog.show_running(is_running=False)
        if code == _DONE:
            self._dialog.show_made(made_words(written), made_fits(written))
        else:
            self._dialog.show_failure("" if code == CANCELLED else "\n".join(map(said, told.splitlines())))

    def _on_open(self, path: str) -> None:
        if self._window.files.open(Path(path)):
            self._dialog.accept()


def add(window: "MainWindow") -> CalibrateDialog:
    """Make and wire it."""
    dialog = CalibrateDialog(window.appearance.theme, window)
    window.appearance.changed.connect(dialog.use_theme)
    Calibrating(window, dialog)
    return dialog
