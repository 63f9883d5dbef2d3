"""An animation of a span of the run, drawn a picture at a time while the window lives, then written whole."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from simulator.errors import ResultsError
from simulator.model import System
from ui.export.animation_plan import AnimationPlan
from ui.export.encoder import Encoder, suffix_of
from ui.export.picture import write_bytes
from ui.export.stage import Stage
from ui.theme.theme import Theme


class AnimationExport(QObject):
    """Draws, packs and writes."""

    progressed = Signal(float)
    """The share that is done, 0..1."""
    finished = Signal(object)
    """The names of the files, a tuple."""
    failed = Signal(object)
    """The SimulatorError; nothing was written."""

    def __init__(
        self, system: System, theme: Theme, plan: AnimationPlan, path: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        suffix = suffix_of(path)
        assert suffix is not None, "asked for by a dialog that knows them"
        self._plan, self._path = plan, path
        self._stage = Stage(system, theme, QSize(plan.width, plan.height), plan.speed)
        self._encoder = Encoder(suffix, plan.per_s)
        self._drawn = 0
        self._is_whole = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_slice)

    def begin(self) -> None:
        """Draw; signals say what becomes of it."""
        self._encoder.start()
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop; nothing is written."""
        self._timer.stop()
        self._stage.close()
        if not self._is_whole:
            self._is_whole = True
            self._encoder.give(None)

    def _on_slice(self) -> None:
        if self._drawn < self._plan.count:
            if self._encoder.has_room:
                number = self._drawn
                picture = self._stage.picture(self._plan.instant_s(number), number / self._plan.per_s)
                self._encoder.give(picture)
                self._drawn += 1
                self.progressed.emit(self._drawn / (self._plan.count + 1))
        elif not self._is_whole:
            self._is_whole = True
            self._encoder.give(None)
        elif not self._encoder.is_alive():
            self._write()

    def _write(self) -> None:
        self.cancel()
        try:
            write_bytes(self._path, self._encoder.result())
        except ResultsError as error:
            self.failed.emit(error)
        else:
            self.finished.emit((self._path.name,))
