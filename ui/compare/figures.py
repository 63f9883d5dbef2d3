"""When the differences of both are worked out: seldom where it takes long, and always once time stands still."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from ui.compare.duo import Duo

_EVERY_S = 0.5
_MOST_OF_TIME, _MOST_OF_DRAG = 0.025, 0.1
"""Shares of wall time that may go into it: while pictures follow each other, and while time is dragged to and fro."""


class Figures(QObject):
    """Reads the pairs of a `Duo`; the longer the run, the longer that takes."""

    came = Signal(object)
    """The PairedFigures of the instant that is shown."""

    def __init__(self, duo: Duo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._duo = duo
        self._read_s = self._took_s = 0.0
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.read)

    def forget(self) -> None:
        """Other runs: the next ones are due at once."""
        self._late.stop()
        self._read_s = self._took_s = 0.0

    def refresh(self, wall_s: float, *, is_settled: bool) -> bool:
        """Another instant is shown; whether they were worked out for it."""
        left_s = self._read_s - wall_s
        left_s += self._took_s / _MOST_OF_DRAG if is_settled else max(_EVERY_S, self._took_s / _MOST_OF_TIME)
        if left_s <= 0:
            self.read()
        elif is_settled and not self._late.isActive():
            # Nothing may follow: what is shown last must be what is there.
            self._late.start(int(left_s * 1e3) + 1)
        return left_s <= 0

    def read(self) -> None:
        """Work them out now."""
        self._late.stop()
        paired, began_s = self._duo.paired, perf_counter()
        if paired is None:
            return
        figures = paired.figures(self._duo.shown_s)
        self._read_s = perf_counter()
        self._took_s = self._read_s - began_s
        self.came.emit(figures)
