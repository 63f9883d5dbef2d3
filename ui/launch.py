"""From a command to a window that runs a scenario."""

import atexit
import gc
import signal
import socket
import sys
import weakref
from functools import partial
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QSocketNotifier, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from simulator.record import Budget
from simulator.scenario import bundled
from ui.app import DEFAULT
from ui.i18n import Language
from ui.main_window import MainWindow
from ui.memory import give_back
from ui.preferences import Preferences
from ui.runs import runs_folder
from ui.session import Session
from ui.start import end_start
from ui.theme.appearance import Appearance, make_application

if TYPE_CHECKING:
    from ui.recovery import Recovery

_CLOSING = (signal.SIGINT, signal.SIGTERM)
_INTERRUPTED = 128


def launch(file: str, keep: int | None = None) -> int:
    """Show the window, and stay until it closes; the exit code. `keep`: transitions of a run that are kept whole."""
    app = QApplication.instance() or make_application(sys.argv[0])
    assert isinstance(app, QApplication), "widgets need one"
    app.setApplicationName("vazao")
    app.setApplicationDisplayName("Vazão")
    app.setOrganizationName("vazao")
    window = make_window(app, Preferences(QSettings()))
    if keep is not None:
        window.session.keep_within(Budget(transitions=keep))
    LastResort(window)
    signals = Signals(window)
    signals.closed.connect(app.exit)
    window.painted.connect(lambda: QTimer.singleShot(0, window, lambda: _look_back(window)))
    window.closed.connect(window.runs.keep)
    window.show()
    # What is loaded by now stays: not to look through it again and again keeps pictures even. A run does not stay.
    gc.freeze()
    begin(window, file)
    let_go_of_runs(window)
    code = app.exec()
    signals.close()
    return signals.code or code


def make_window(app: QApplication, preferences: Preferences) -> MainWindow:
    """The window, with nothing opened yet; what is slow comes once it was painted."""
    language = Language(preferences.language)
    appearance = Appearance(app, preferences.theme)
    session = Session()
    session.keep_within(preferences.budget)
    window = MainWindow(session, appearance, language, preferences)
    for owned in (language, appearance, window.session):
        owned.setParent(window)
    session.forgot.connect(give_back)
    atexit.register(partial(_hide, weakref.ref(window)))
    window.painted.connect(lambda: Latecomers(window, preferences.opened_parts))
    return window


def _hide(window: "weakref.ref[MainWindow]") -> None:
    """At the end of the process, whatever ended it: PySide deletes objects in any order then, and a window that is seen
    would tell a widget without its parts that it loses the focus, which ends in a crash."""
    shown = window()
    if shown is not None and isValid(shown):
        shown.hide()


def _look_back(window: MainWindow) -> None:
    """At what other starts left: past runs, and what a crash did."""
    from ui.recovery import recovery_folder  # noqa: PLC0415  # the first picture shows nothing of it
    from ui.session.past_runs import PastRuns  # noqa: PLC0415

    window.runs.past = PastRuns(runs_folder())
    recover(window, recovery_folder())


def recover(window: MainWindow, folder: Path) -> "Recovery":
    """Keep the window's session for a crash from here on, and offer what a crash left behind."""
    from ui.recovery import Recovery  # noqa: PLC0415  # see above

    recovery = Recovery(window.session, window.language, folder, window)
    recovery.said.connect(window.status.say)
    window.closed.connect(recovery.autosave.end)
    recovery.offer()
    return recovery


def let_go_of_runs(window: MainWindow) -> None:
    """As another begins, free the memory of the last one, at times half a gigabyte: its parts hold on to each other,
    and Python by itself seldom looks for such."""
    soon = QTimer(window, singleShot=True, interval=0)
    soon.timeout.connect(_let_go)
    window.session.opened.connect(lambda _: soon.start())


def _let_go() -> None:
    gc.collect()
    give_back()


def begin(window: MainWindow, file: str) -> None:
    """Run a scenario; where it does not load, run the first one behind the dialog that says why."""
    # Asked for beforehand, so that what is opened is shown once.
    window.session.run()
    if not window.files.open(file if file in bundled() else Path(file)):
        window.session.open(DEFAULT)


def _show_icon() -> None:
    from ui.theme.icons import app_icon  # noqa: PLC0415  # reads large pictures

    QApplication.setWindowIcon(app_icon())


class Latecomers(QObject):
    """Parts that take long to load, pyqtgraph above all: they come after the first picture, one at a time."""

    def __init__(self, window: MainWindow, opened: tuple[str, ...]) -> None:
        """`opened`: what stood at the side, by name."""
        super().__init__(window)
        self._steps = chain((_show_icon, window.commands.picture_all), window.parts.latecomers(opened))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def _go_on(self) -> None:
        step = next(self._steps, None)
        if step is not None:
            step()
            return
        end_start()
        self.deleteLater()


class Signals(QObject):
    """Ctrl+C and SIGTERM close the window, which asks about unsaved changes; a second one does not wait for that."""

    closed = Signal(int)
    """The exit code."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.code = 0
        self._window = window
        # Python runs no handler while Qt waits for events; a byte in a socket is an event.
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        signal.set_wakeup_fd(self._theirs.fileno())
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        for number in _CLOSING:
            signal.signal(number, lambda *_: None)

    def close(self) -> None:
        """Signals do again what they do by themselves."""
        signal.set_wakeup_fd(-1)
        for number in _CLOSING:
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        for end in (self._ours, self._theirs):
            end.close()

    def _on_signal(self) -> None:
        number = self._ours.recv(1)[0]
        if self.code:
            self.closed.emit(self.code)
            return
        self.code = _INTERRUPTED + number
        if self._window.close():
            self.closed.emit(self.code)
        else:
            self.code = 0


class LastResort(QObject):
    """An exception that nobody expected: time stands still, a dialog says what happened, the session stays."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: QDialog | None = None
        sys.excepthook = self.on_exception

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show it; one dialog at a time, since what fails often fails often."""
        from ui.dialogs.internal_error import InternalErrorDialog, details_of  # noqa: PLC0415  # better never

        details = details_of(kind, error, trace)
        print(details, file=sys.stderr)
        if self._dialog is not None:
            return
        self._window.session.stop()
        self._dialog = InternalErrorDialog(details, self._window)
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def _on_closed(self) -> None:
        self._dialog = None
