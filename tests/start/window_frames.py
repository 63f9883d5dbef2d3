"""Open the real window on its first scenario and let it run for so many pictures; run by an installed Vazão."""

import sys

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from simulator.record import Moment
from ui.launch import begin, make_window
from ui.preferences import Preferences

_LONGEST_MS = 120_000


def main() -> int:
    """0 when the pictures came, 1 when they did not in two minutes."""
    wanted = int(sys.argv[1])
    app = QApplication([])
    window = make_window(app, Preferences(QSettings("vazao", "start-test")))
    shown = 0

    def count(_: Moment) -> None:
        nonlocal shown
        shown += 1
        if shown == wanted:
            app.exit(0)

    window.session.ticked.connect(count)
    window.show()
    begin(window, "01_blocking")
    QTimer.singleShot(_LONGEST_MS, lambda: app.exit(1))
    code = app.exec()
    print(f"{shown} pictures at {window.session.now_s:.2f} s of simulated time, on {app.platformName()}")
    return code


if __name__ == "__main__":
    sys.exit(main())
