"""The whole window in its states, as a real run puts it there; the time between pictures is simulated."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from simulator.record import Moment, Stage
from tests.screenshots.cases import CASES, LESSON, crowd, one_blocked, travelling
from tests.screenshots.compared import COMPARED
from tests.screenshots.lessons import lesson_states, shelf, teacher
from tests.screenshots.panels import panel_states
from tests.screenshots.studio import Look
from tests.screenshots.time import time_states
from ui.app import DEFAULT
from ui.compare.panel import ComparePanel
from ui.dialogs.internal_error import InternalErrorDialog
from ui.inspector.panel import InspectorPanel
from ui.launch import begin, make_window
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.trust.state_button import TrustStateButton

_WAIT_S = 0.4
"""Wall time: enough for the charts to come, and for a few frames of what moves."""
_LONGEST_S, _LONG_S = 10.0, 3.0
_FRAME_S = 0.016
_FEW = 8
"""Pictures of the diagram after which all that runs has been shown, also where they come slowly."""
_ENOUGH = 3.0
"""Requests that wait where a picture of waiting is wanted."""
_BROKEN = """\
format = 1
name = "Broken"

[run]
duration = "60"

[[clients]]
name = "Cliente_1"
arrivals = "poisson"
rate = -3
routes = { "/professors" = 1 }

[server]
worker = 4

[[routes]]
path = "/professor"
handler = "async"
steps = [{ io = "fifty milliseconds, or now and then a little more than that" }]
"""


class WindowStudio:
    """Opens scenarios in the real window, and takes pictures of it into a folder."""

    def __init__(self, app: QApplication, out: Path, scratch: Path) -> None:
        self._app, self._out, self._scratch = app, out, scratch
        out.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, look: Look, suffix: str = "") -> None:
        """One picture of a state."""
        with self.window(look) as window:
            (STATES.get(name) or dict(lesson_states())[name])(self, window)
            pictures: list[object] = []
            window.session.ticked.connect(pictures.append)
            self.wait()
            is_still = not window.session.mode.is_running
            self.wait(_LONG_S, until=lambda: (is_still or len(pictures) >= _FEW) and _is_whole(window))
            self.catch_up(window)
            picture = self._picture(window)
        picture.save(str(self._out / f"{name}-{look}{suffix}.png"))

    @contextmanager
    def window(self, look: Look) -> Iterator[MainWindow]:
        """A window with all its parts, and nothing opened yet."""
        settings = QSettings(str(self._scratch / "settings.ini"), QSettings.Format.IniFormat)
        settings.clear()
        preferences = Preferences(settings)
        preferences.language, preferences.theme, preferences.speed = look.language, look.theme, 0.05
        window = make_window(self._app, preferences)
        window.resize(look.width, look.height)
        window.places.arrange(window.size())
        window.show()
        # Panels come after the first picture, the inspector last.
        self.wait(_LONGEST_S, until=lambda: window.findChild(InspectorPanel) is not None)
        yield window
        window.session.pause()
        window.hide()
        window.language.remove()
        window.deleteLater()
        self._app.sendPostedEvents(window, QEvent.Type.DeferredDelete)

    def wait(self, seconds: float = _WAIT_S, until: Callable[[], bool] = lambda: False) -> None:
        """Let the window work; what a slow machine works on for long counts as a frame, so that as much gets done."""
        left_s = seconds
        while left_s > 0 and not until():
            began = perf_counter()
            self._app.processEvents()
            left_s -= min(perf_counter() - began, _FRAME_S)

    def catch_up(self, window: MainWindow) -> None:
        """Show what is shown in turns: a slow machine may not have come round to all of it."""
        window.diagram.catch_up()
        window.animation.on_speed()
        for name in ("charts", "timeline", "inspector"):
            if (part := window.parts.get(name)) is not None:
                part.refresh(window.session.now_s, window.session.shown_s)
        if isinstance(state := window.parts.get("trust_state"), TrustStateButton):
            state.watch.look()
        if isinstance(compare := window.parts.get("compare"), ComparePanel):
            compare.charts.refresh(compare.duo.now_s, compare.duo.shown_s, is_settled=True)

    def open(self, window: MainWindow, text: str) -> None:
        """Open a scenario of our own."""
        path = self._scratch / "scenario.toml"
        path.write_text(text, encoding="utf-8")
        begin(window, str(path))
        window.session.pause()

    def _picture(self, window: MainWindow) -> QPixmap:
        picture = window.grab()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                painter, at = QPainter(picture), window.rect().center() - dialog.rect().center()
                painter.drawPixmap(at, dialog.grab())
                painter.setPen(window.appearance.theme.colour("border.strong"))
                painter.drawRect(dialog.rect().translated(at))
                painter.end()
        return picture


def _is_whole(window: MainWindow) -> bool:
    """Whether nothing is shown in part that is read in pieces."""
    inspector = window.findChild(InspectorPanel)
    return inspector is None or not inspector.isVisible() or inspector.place.is_whole


def _go(window: MainWindow, until_s: float, wanted: Callable[[Moment], float] | None = None) -> None:
    """Let simulated time pass, unseen; with `wanted`, on to the first good instant of the next three seconds."""
    system = window.session.system
    assert system is not None, "a scenario was opened"
    system.run_until(until_s)
    while wanted and wanted(window.session.moment()) < _ENOUGH and system.now_s < until_s + 3:
        system.run_until(system.now_s + 0.002)


def _start(studio: WindowStudio, window: MainWindow) -> None:
    studio.open(window, LESSON)


def _bundled(studio: WindowStudio, window: MainWindow) -> None:
    """What is seen after some seconds by who starts the application."""
    begin(window, DEFAULT)
    _go(window, 12.06)


def _running(studio: WindowStudio, window: MainWindow) -> None:
    """The lesson's first minute: one worker, then three, then four."""
    studio.open(window, LESSON.replace("workers = 4", "workers = 1"))
    for until_s, workers in ((20.0, 3), (45.0, 4)):
        _go(window, until_s)
        window.session.apply("server.workers", workers)
    _go(window, 62.4, one_blocked)
    window.session.run()


def _paused(studio: WindowStudio, window: MainWindow) -> None:
    _running(studio, window)
    studio.wait()
    window.session.pause()


def _rewound(studio: WindowStudio, window: MainWindow) -> None:
    _running(studio, window)
    studio.wait()
    window.session.rewind(15.0)


def _threads(studio: WindowStudio, window: MainWindow) -> None:
    studio.open(window, CASES["threads"].text)
    _go(window, 12.0)
    window.session.run()


def _workers_64(studio: WindowStudio, window: MainWindow) -> None:
    studio.open(window, crowd(64, 1400))
    _go(window, 8.0)
    window.session.run()


def _in_flight_5000(studio: WindowStudio, window: MainWindow) -> None:
    studio.open(window, travelling(2600))
    _go(window, 6.0)
    window.session.run()


def _express(studio: WindowStudio, window: MainWindow) -> None:
    studio.open(window, crowd(16, 500))
    _go(window, 10.0)
    window.session.express()


def _problems(studio: WindowStudio, window: MainWindow) -> None:
    studio.open(window, _BROKEN)


def _internal_error(studio: WindowStudio, window: MainWindow) -> None:
    _paused(studio, window)
    trace = "Traceback (most recent call last):\n  ...\nZeroDivisionError: division by zero\n"
    InternalErrorDialog(trace, window).open()


def _request(studio: WindowStudio, window: MainWindow) -> None:
    """The inspector on the request that waits longest."""
    _paused(studio, window)
    moment = window.session.moment()
    waiting = moment.request_id[moment.stage == Stage.LOOP_QUEUE]
    window.diagram.request_clicked.emit(int(waiting.min()))


def _inspector(studio: WindowStudio, window: MainWindow) -> None:
    """The inspector before anything was chosen."""
    _paused(studio, window)
    window.commands["inspector"].trigger()


def _keys(studio: WindowStudio, window: MainWindow) -> None:
    _paused(studio, window)
    window.commands["shortcuts"].trigger()


STATES: dict[str, Callable[[WindowStudio, MainWindow], None]] = {
    "start": _start,
    "bundled": _bundled,
    "running": _running,
    "paused": _paused,
    "rewound": _rewound,
    "threads": _threads,
    "workers-64": _workers_64,
    "in-flight-5000": _in_flight_5000,
    "express": _express,
    "problems": _problems,
    "internal-error": _internal_error,
    "keys": _keys,
    "request": _request,
    "inspector": _inspector,
    "shelf": shelf,
    "teacher": teacher,
    **panel_states(_paused),
    **COMPARED,
    **time_states(_paused),
}
"""Every state worth a look, by the name of its picture."""
