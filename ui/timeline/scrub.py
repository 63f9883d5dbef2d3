"""The hand that goes back in time, by the pointer and by keys: it asks for an instant at most once a frame."""

from PySide6.QtCore import QObject, QTimer, Signal

_FRAME_MS = 16
_FINE_S = 0.1
_NANOSECONDS = 9


class Scrub(QObject):
    """Knows the present and the instant that is shown; asks for another one."""

    rewind_requested = Signal(float)
    """Show this instant, in seconds."""
    return_requested = Signal()
    """Show the present."""

    def __init__(self, parent: QObject | None = None, *, decimals: int = _NANOSECONDS) -> None:
        """`decimals`: of a second, to which instants are rounded."""
        super().__init__(parent)
        self._decimals = decimals
        self._now_s = self._shown_s = 0.0
        self._asked_s: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def now_s(self) -> float:
        """How far the run has come."""
        return self._now_s

    @property
    def shown_s(self) -> float:
        """The instant that is shown, or was asked for last."""
        return self._shown_s

    def follow(self, now_s: float, shown_s: float) -> None:
        """The run has come to `now_s`, and the picture shows `shown_s`."""
        self._now_s, self._shown_s = now_s, shown_s

    def forget(self) -> None:
        """Another run: nothing is asked for any more."""
        self._timer.stop()
        self._asked_s = None

    def go_to(self, time_s: float) -> None:
        """Ask for an instant: now, or a frame after the last one; what is asked for meanwhile takes its place."""
        self._asked_s = min(round(max(0.0, time_s), self._decimals), self._now_s)
        if not self._timer.isActive():
            self._ask()

    def step(self, steps: int, is_fine: bool) -> bool:  # a slot
        """So many hundredths of the run further, or tenths of a second; whether there is anything that way."""
        from_s = self._shown_s if self._asked_s is None else self._asked_s
        if steps > 0 and from_s >= self._now_s:
            return False
        self.go_to(from_s + steps * (_FINE_S if is_fine else max(_FINE_S, self._now_s / 100)))
        return True

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
        self.forget()
        self.return_requested.emit()

    def _ask(self) -> None:
        if self._asked_s is None:
            return
        self._shown_s, self._asked_s = self._asked_s, None
        self.rewind_requested.emit(self._shown_s)
        # From here on, so that the picture comes before the next one.
        self._timer.start()
