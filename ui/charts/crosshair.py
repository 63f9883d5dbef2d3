"""The instant that all charts read out: the pointer's, or the one that keys went to."""

from PySide6.QtCore import QObject, Signal

from ui.charts import numbers
from ui.charts.chart import Leap
from ui.charts.run import Frame


class Crosshair(QObject):
    """The pointer's instant comes before the one of the keys, which stays until it is let go."""

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pointed_s: float | None = None
        self._stepped_s: float | None = None

    @property
    def time_s(self) -> float | None:
        """None where the charts read out what the picture shows."""
        return self._pointed_s if self._pointed_s is not None else self._stepped_s

    @property
    def is_set_by_keys(self) -> bool:
        """Whether Esc lets go of it."""
        return self._stepped_s is not None

    def looked_at(self, frame: Frame) -> float:
        """The instant to read out."""
        return frame.shown_s if self.time_s is None else self.time_s

    def words(self, frame: Frame) -> str | None:
        """Of when the values are, where that is not the present."""
        if self.time_s is None and not frame.is_rewound:
            return None
        return self.tr("at {time}").format(time=numbers.clock(self.looked_at(frame)))

    def point_at(self, time_s: float | None, now_s: float) -> None:
        """The pointer is at an instant; what is yet to come has no values."""
        known = time_s if time_s is not None and time_s <= now_s else None
        if known != self._pointed_s:
            self._pointed_s = known
            self.moved.emit()

    def step(self, step: object, frame: Frame | None) -> None:
        """Go on by so many points, leap to an end (a Leap), or go away (None)."""
        times = frame.curves.times_s if frame is not None else ()
        if step is None or frame is None or not len(times):
            wanted = None
        elif isinstance(step, Leap):
            wanted = float(times[0 if step is Leap.FIRST else -1])
        else:
            assert isinstance(step, int), "steps are counted"
            index = frame.index_at(self.looked_at(frame)) or 0
            wanted = float(times[min(len(times) - 1, max(0, index + step))])
        if wanted != self._stepped_s:
            self._stepped_s = wanted
            self.moved.emit()
