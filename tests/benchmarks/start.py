"""From the start of the process to the first picture, as `vazao` does it."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

_LONGEST_S = 60.0


class Start(NamedTuple):
    """One start, up to the end of the first paint of the diagram."""

    wall_ms: float
    processor_ms: float


def starts(count: int) -> list[Start]:
    """So many, each in a process of its own, after one that does not count.

    That one leaves byte code, as an installation does, be it that this process may write none.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = folder
        return [_start(environment) for _ in range(count + 1)][1:]


def _start(environment: dict[str, str]) -> Start:
    command = [sys.executable, "-m", "tests.benchmarks.window", "--started-at", repr(time.time())]
    ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=_LONGEST_S)
    wall_ms, processor_ms = ran.stdout.split()
    return Start(float(wall_ms), float(processor_ms))


def first_picture(started_at: float) -> None:
    """In a process of its own: what `vazao` does, up to the first picture; prints milliseconds."""
    from ui.app import DEFAULT, lighten_start  # noqa: PLC0415  # as the command does, in its order

    lighten_start()
    from ui.screen import missing_screen  # noqa: PLC0415

    assert missing_screen(os.environ) is None, "a screen is needed"
    from PySide6.QtCore import QSettings, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.launch import begin, make_window  # noqa: PLC0415
    from ui.preferences import Preferences  # noqa: PLC0415

    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(app, Preferences(settings))
        window.show()
        begin(window, DEFAULT)

        def tell() -> None:
            print((time.time() - started_at) * 1000, time.process_time() * 1000, flush=True)
            os._exit(0)

        # The paint event that tells of it is over when the next event comes.
        window.painted.connect(lambda: QTimer.singleShot(0, tell))
        app.exec()
