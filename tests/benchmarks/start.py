"""From the start of the process to the first picture, as `vazao` does it.

python -m tests.benchmarks.start WHEN    # seconds since 1970 at which the process was started
"""

import os
import sys
import time
from typing import NamedTuple

# No more is loaded here than `vazao` loads, for this is what the process runs that is measured.
_LONGEST_S = 60.0


class Start(NamedTuple):
    """One start, up to the end of the first paint of the diagram."""

    wall_ms: float
    processor_ms: float


def starts(count: int) -> list[Start]:
    """So many, each in a process of its own, after one that does not count.

    That one leaves byte code, as an installation does, be it that this process may write none.
    """
    import tempfile  # noqa: PLC0415  # see above

    with tempfile.TemporaryDirectory() as folder:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = folder
        return [_start(environment) for _ in range(count + 1)][1:]


def _start(environment: dict[str, str]) -> Start:
    import subprocess  # noqa: PLC0415  # see above

    command = [sys.executable, "-m", "tests.benchmarks.start", repr(time.time())]
    ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=_LONGEST_S)
    wall_ms, processor_ms = ran.stdout.split()
    return Start(float(wall_ms), float(processor_ms))


def first_picture(started_at: float) -> None:
    """In a process of its own: what `vazao` does, up to the first picture; prints milliseconds."""
    from ui.app import DEFAULT  # noqa: PLC0415  # as the command does, in its order
    from ui.start import lighten_start, load_qt  # noqa: PLC0415

    lighten_start()
    from ui.screen import missing_screen  # noqa: PLC0415

    assert missing_screen(os.environ) is None, "a screen is needed"
    load_qt()
    from PySide6.QtCore import QSettings, QTemporaryDir, QTimer  # noqa: PLC0415

    from ui.launch import begin, make_window  # noqa: PLC0415
    from ui.preferences import Preferences  # noqa: PLC0415
    from ui.theme.appearance import make_application  # noqa: PLC0415

    app, folder = make_application(sys.argv[0]), QTemporaryDir()
    settings = QSettings(folder.filePath("settings.ini"), QSettings.Format.IniFormat)
    window = make_window(app, Preferences(settings))
    window.show()
    begin(window, DEFAULT)

    def tell() -> None:
        print((time.time() - started_at) * 1000, time.process_time() * 1000, flush=True)
        folder.remove()
        os._exit(0)

    # The paint event that tells of it is over when the next event comes.
    window.painted.connect(lambda: QTimer.singleShot(0, tell))
    app.exec()


if __name__ == "__main__":
    from ui.start import with_room

    with_room(first_picture)(float(sys.argv[1]))
