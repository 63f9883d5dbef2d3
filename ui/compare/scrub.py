"""The hand that goes back in time on the charts of both: by the pointer and by keys, at most once a picture."""

from PySide6.QtCore import QObject, QTimer, Signal

_PICTURE_MS = 16
_FINE_S = 0.1


class Scrub(QObject):
    """Knows the present and the instant that is shown; asks for another one."""

    rewind_requested = Signal(float)
    """Show this instant, in seconds."""
    return_requested = Signal()
    """Show the present."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_s = self._shown_s = 0.0
        self._asked_s: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PICTURE_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def now_s(self) -> float:
        """How far the runs have come."""
        return self._now_s

    def follow(self, now_s: float, shown_s: float) -> None:
        """The runs have come to `now_s`, and the diagrams show `shown_s`."""
        self._now_s, self._shown_s = now_s, shown_s

    def go_to(self, time_s: float) -> None:
        """Ask for an instant with the next picture; what is asked for meanwhile takes its place."""
        self._asked_s = min(max(0.0, time_s), self._now_s)
        if not self._timer.isActive():
            self._timer.start()

    def step(self, steps: int, is_fine: bool) -> None:  # a slot
        """So many hundredths of the run further, or tenths of a second."""
        from_s = self._shown_s if self._asked_s is None else self._asked_s
        if steps < 0 or from_s < self._now_s:
            self.go_to(from_s + steps * (_FINE_S if is_fine else max(_FINE_S, self._now_s / 100)))

    def let_go(self, time_s: float) -> None:
        """The hand is taken away at an instant: beyond the present that is what is wanted."""
        if time_s >= self._now_s:
            self.go_back()
        else:
            self._ask()

    def leap(self, is_to_now: bool) -> None:  # a slot
        """To the present, or to the beginning."""
        if is_to_now:
            self.go_back()
        else:
            self.go_to(0.0)

    def go_back(self) -> None:
        """Ask for the present."""
        self._timer.stop()
        self._asked_s = None
        self.return_requested.emit()

    def _ask(self) -> None:
        self._timer.stop()
        if self._asked_s is not None:
            asked_s, self._asked_s = self._asked_s, None
            self.rewind_requested.emit(asked_s)
