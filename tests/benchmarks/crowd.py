"""The real window with a crowd in it."""

import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider, QWidget

from ui.charts.kinds import ChartKind
from ui.charts.panel import ChartsPanel
from ui.launch import begin, make_window
from ui.preferences import Preferences

_SETTLED_S, _MOVES, _LONGEST_S, _POLL_MS = 3.0, 40, 120.0, 20
_IN_IO_S = 0.2
_GOLDEN = 0.6180339887
_CROWD = """
format = 1
name = "A crowd in flight"
[run]
duration = "600s"
seed = 1
{clients}
[server]
workers = 4
[[routes]]
path = "/professor"
handler = "async"
steps = [{{ cpu = "200us" }}, {{ io = "exponential({in_io})", service = "database" }}]
[[services]]
name = "database"
"""
_CLIENT = """
[[clients]]
name = "Cliente_{number}"
arrivals = "poisson"
rate = {rate}
network = {network}
keep_alive = false
routes = {{ "/professor" = 1 }}
"""


class Frames(NamedTuple):
    """Pictures of the diagram that followed each other."""

    intervals_ms: list[float]
    processor_ms: float
    """A frame, of the whole process."""
    in_flight: int

    @property
    def per_s(self) -> float:
        """On average."""
        return 1000 * len(self.intervals_ms) / sum(self.intervals_ms)


class Bench(QObject):
    """Sees the paint events of the diagram, and the ticks that lead to them."""

    def __init__(self, size: tuple[int, ...]) -> None:
        self.app = QApplication.instance() or QApplication([])
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        settings = QSettings(str(Path(self._folder.name) / "settings.ini"), QSettings.Format.IniFormat)
        assert isinstance(self.app, QApplication), "there is no other here"
        self.window = make_window(self.app, Preferences(settings))
        self.window.resize(*size)
        self._paints: list[float] = []
        # Wakes up who waits for something.
        self._poll = QTimer(self)
        self._poll.start(_POLL_MS)
        self.window.diagram.viewport().installEventFilter(self)
        self.window.show()
        begin(self.window, "01_blocking")
        self.until(lambda: self.window.parts.get("inspector") is not None)
        self._show_all_charts()

    def _show_all_charts(self) -> None:
        charts = self.window.parts.need("charts")
        assert isinstance(charts, ChartsPanel), "the part of that name"
        for kind in ChartKind:
            charts.set_shown(kind, is_shown=True)
        self.charts = len(charts.visible_kinds)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Note when the diagram has been painted."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: self._paints.append(time.perf_counter()))
        return False

    def until(self, is_done: Callable[[], bool]) -> None:
        """Let the window work."""
        end = time.perf_counter() + _LONGEST_S
        while not is_done():
            assert time.perf_counter() < end, "this takes too long"
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def fill(self, in_flight: int, rate: float) -> None:
        """Open a scenario with so many requests in flight, sent at a rate; most of them travel."""
        # There and back, and before that the same to connect.
        network_s = max(0.001, (in_flight / rate - _IN_IO_S) / 4)
        client = {"rate": rate / 3, "network": network_s}
        clients = "".join(_CLIENT.format(number=number, **client) for number in (1, 2, 3))
        file = Path(self._folder.name) / "crowd.toml"
        file.write_text(_CROWD.format(clients=clients, in_io=f"{_IN_IO_S}s"), encoding="utf-8")
        assert self.window.session.open(str(file)), "the scenario is right"
        self.window.session.pause()
        self._system.run_until(4 * network_s + 6 * _IN_IO_S + 1)

    @property
    def _system(self):  # noqa: ANN202  # whatever the session runs
        assert self.window.session.system is not None, "a scenario was opened"
        return self.window.session.system

    def frames(self, count: int, speed: float) -> Frames:
        """So many pictures, once time goes evenly."""
        self.window.session.set_speed(speed)
        self.window.session.run()
        begun = time.perf_counter()
        self.until(lambda: time.perf_counter() - begun > _SETTLED_S)
        self._paints.clear()
        processor_s = time.process_time()
        self.until(lambda: len(self._paints) > count)
        processor_s = time.process_time() - processor_s
        frames = len(self._paints)
        intervals = [(after - before) * 1000 for before, after in pairwise(self._paints)]
        return Frames(intervals, processor_s * 1000 / frames, len(self._system.in_flight))

    def changes(self) -> list[float]:
        """From asking for another value to the picture that shows it, ms; while time goes."""
        asked = self.window.parts.need("panel").change_requested
        return [
            self._to_picture(lambda at=at: asked.emit("server.workers", 3 + at % 3), self._has_changed)
            for at in range(_MOVES)
        ]

    def slider(self) -> list[float]:
        """The same by a key on the slider of the workers."""
        sliders = self.window.parts.need("panel").findChildren(QSlider)
        workers = next(each for each in sliders if each.isEnabled() and each.accessibleName() == "Workers")
        keys = (Qt.Key.Key_Right, Qt.Key.Key_Left)
        return [
            self._to_picture(lambda at=at: QTest.keyClick(workers, keys[at % 2]), self._has_changed)
            for at in range(_MOVES)
        ]

    def drags(self) -> list[float]:
        """From a move of the pointer that drags the timeline to the picture of that instant, ms."""
        strip = self.window.parts.need("timeline")
        self.window.session.pause()
        _send(strip, QEvent.Type.MouseButtonPress, 0.9)
        shares = [0.1 + 0.8 * (at * _GOLDEN % 1.0) for at in range(_MOVES)]
        drags = [
            self._to_picture(lambda share=share: _send(strip, QEvent.Type.MouseMove, share), self._has_moved)
            for share in shares
        ]
        _send(strip, QEvent.Type.MouseButtonRelease, 0.5)
        self.window.session.return_to_now()
        return drags

    def _has_moved(self) -> Callable[[], bool]:
        before = self.window.session.shown_s
        return lambda: self.window.session.shown_s != before

    def _has_changed(self) -> Callable[[], bool]:
        before = len(self._system.changes)
        return lambda: len(self._system.changes) > before

    def _to_picture(self, act: Callable[[], object], expected: Callable[[], Callable[[], bool]]) -> float:
        # Somewhere between two frames, as a hand would.
        pause = QElapsedTimer()
        pause.start()
        self.until(lambda: pause.elapsed() > 40)
        is_done = expected()
        begun = time.perf_counter()
        act()
        self.until(is_done)
        self._paints.clear()
        self.until(lambda: bool(self._paints))
        return (self._paints[0] - begun) * 1000


def _send(strip: QWidget, kind: QEvent.Type, share: float) -> None:
    """A mouse event at a share of the width."""
    where = QPointF(share * strip.width(), strip.height() / 2)
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, where, strip.mapToGlobal(where), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(strip, event)
