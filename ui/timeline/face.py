"""What the timeline looks like: a run's past laid out along a strip, painted from what is kept of it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QSize
from PySide6.QtGui import QImage, QPainter, QPolygonF

from simulator.model import System
from simulator.units import NS_PER_S
from ui.charts import numbers
from ui.charts.changes import ChangeLog
from ui.charts.ranges import TimeAxis, axis_top, smoothing, whole_axis
from ui.diagram.ink import Ink
from ui.session.ghost import Ghost
from ui.timeline.flags import Flag, clear_of, free_ticks, merged, placed
from ui.timeline.past import Past
from ui.timeline.picture import FLAG, TICK, Painting, Strip, area, band
from ui.timeline.words import change_words

Floats = NDArray[np.float64]

_PX_A_POINT = 2.0
_MERGE_PX = 14.0
_NEAR_PX = 6.0
_MARGIN = 8.0
_LEAST_PER_S = 10.0
_HEADROOM = 1.15


class Face:
    """Laid out again only where the run went on or the look changed; painting is drawing what is there."""

    def __init__(self, ink: Ink, size: QSize) -> None:
        self._ink, self._size = ink, size
        self._system: System | None = None
        self._log: ChangeLog | None = None
        self._past = Past()
        self._top = _LEAST_PER_S
        self._line, self._band = QPolygonF(), QImage()
        self._kept_since_s = 0.0
        self._ghost: Ghost | None = None
        self._ghost_past = Past()
        self._ghost_line = QPolygonF()
        self.axis = TimeAxis(0.0, 5.0)
        self.flags: list[Flag] = []

    def follow(self, system: System) -> None:
        """Another run: forget the last one."""
        self._system, self._log = system, ChangeLog(system)
        self._past = Past()
        self._top = _LEAST_PER_S

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Draw the run that was left as well, from where the two part; it does not grow."""
        self._ghost, self._ghost_past = ghost, Past()
        if ghost is not None:
            self._ghost_past.read(ghost.samples)
            self.axis = whole_axis(max(self._past.latest_s, ghost.end_s))
        self.lay_out()

    def read(self, now_s: float) -> bool:
        """Take what is new up to the present; whether there was anything."""
        if self._system is None or self._log is None:
            return False
        has_changed = self._log.read(now_s)
        assert self._system.trace is not None, "a session is traced"
        self._kept_since_s = self._system.trace.kept_since_ns / NS_PER_S
        is_new = self._past.read(self._system.record.samples)
        axis = whole_axis(now_s if self._ghost is None else max(now_s, self._ghost.end_s))
        if not is_new and not has_changed and axis == self.axis:
            return False
        self.axis = axis
        self.lay_out()
        return True

    def look(self, ink: Ink, size: QSize) -> None:
        """Other colours, or another size."""
        self._ink, self._size = ink, size
        self.lay_out()

    @property
    def strip(self) -> Strip:
        """Where its parts are."""
        return Strip.of(self._size.width(), self._size.height())

    def lay_out(self) -> None:
        """Line, band and flags as they stand at the size, the axis and the language."""
        strip = self.strip
        times = self._times(0.0, self._past.latest_s)
        rate, waiting = self._past.curves(times, smoothing(self.axis.length_s / 3))
        ghost_times, ghost_rate = self._ghost_rate()
        highest = max(float(rate.max(initial=0.0)), float(ghost_rate.max(initial=0.0)))
        self._top = axis_top(highest, self._top, _LEAST_PER_S)
        self._line = self._along(times, rate)
        self._ghost_line = self._along(ghost_times, ghost_rate)
        self._band = band(self._ink, waiting)
        merge_s = _MERGE_PX * self.axis.length_s / (strip.right - strip.left)
        changes = merged(self._log.applied if self._log else [], merge_s)
        right = self._size.width() - _MARGIN
        self.flags = placed(changes, lambda at: strip.x(self.axis, at), change_words, FLAG.width, right)

    def _times(self, first_s: float, last_s: float) -> Floats:
        """An instant every few pixels, without the first."""
        reach = self.strip.x(self.axis, last_s) - self.strip.x(self.axis, first_s)
        return np.linspace(first_s, last_s, max(2, int(reach / _PX_A_POINT)))[1:]

    def _ghost_rate(self) -> tuple[Floats, Floats]:
        if self._ghost is None:
            return np.empty(0), np.empty(0)
        times = self._times(self._ghost.since_s, self._ghost.end_s)
        return times, self._ghost_past.curves(times, smoothing(self.axis.length_s / 3))[0]

    def _along(self, times: Floats, rate: Floats) -> QPolygonF:
        strip = self.strip
        x = strip.left + (strip.right - strip.left) * times / self.axis.length_s
        return area(strip, x, rate / (self._top * _HEADROOM))

    def paint(self, painter: QPainter, shown_s: float, *, is_rewound: bool, has_ring: bool) -> None:
        """The whole of it, with the playhead at an instant."""
        painting = Painting(painter, self._ink, self.strip, self.axis)
        painting.ground(
            QCoreApplication.translate("Timeline", "throughput"), QCoreApplication.translate("Timeline", "queue")
        )
        if self._kept_since_s:
            painting.thinned(self._kept_since_s)
        painting.past(self._line, self._band, self._past.latest_s)
        if self._ghost is not None:
            painting.ghost(self._ghost_line, self._ghost.since_s)
        if has_ring:
            painting.focus()
        flags = clear_of(self.flags, self.strip.x(self.axis, shown_s), self.strip.left, FLAG.width)
        painting.ticks(self._free_ticks(shown_s, flags))
        painting.flags(flags)
        painting.playhead(shown_s)
        here = QCoreApplication.translate("Timeline", "drag to rewind")
        past = QCoreApplication.translate("Timeline", "rewound")
        painting.clock(numbers.clock(shown_s), past if is_rewound else here, is_past=is_rewound)

    def _free_ticks(self, shown_s: float, flags: list[Flag]) -> list[tuple[float, str]]:
        strip, axis = self.strip, self.axis
        ticks = [(strip.x(axis, at), text) for at, text in numbers.time_ticks(axis.ticks_s, axis.length_s)]
        head = strip.x(axis, shown_s)
        return free_ticks(ticks, [(head - 6, head + 6), *(flag.extent(FLAG.width) for flag in flags)], TICK.width)

    def time_at(self, x: float) -> float:
        """The instant at a place, in seconds."""
        return self.strip.time_s(self.axis, x)

    def words_at(self, position: QPointF) -> str:
        """What changed near a place, a line each; empty where nothing did."""
        if 0 < self.time_at(position.x()) < self._kept_since_s:
            since = numbers.clock(self._kept_since_s)
            text = QCoreApplication.translate(
                "Timeline", "Before {time} only some instants are kept: the record is full"
            )
            return text.format(time=since)
        near = [flag.change for flag in self.flags if abs(flag.x - position.x()) <= _NEAR_PX]
        return "\n".join(change_words(change)[0] for change in near)
