"""A second run is made that goes on from an instant of the first; what is asked for meanwhile waits for it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from simulator.model import System
from simulator.units import NS_PER_S
from ui.session.ghost import Ghost
from ui.session.replay import Replay


class Branching(QObject):
    """One at a time."""

    progressed = Signal(object)
    """The share that is done, 0..1; None: it is over, one way or the other."""
    arrived = Signal(object, object, object)
    """The System that goes on, the Ghost of the one that was left, and the values that wait, by key."""

    def __init__(self, sample_every_s: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sample_every_s = sample_every_s
        self._replay: Replay | None = None
        self._values: dict[str, object] = {}

    @property
    def is_on_its_way(self) -> bool:
        """Whether a run is being made."""
        return self._replay is not None

    def begin(self, original: System, until_ns: int, values: Mapping[str, object]) -> None:
        """Make the run again up to an instant; values that are set there come into force as it arrives."""
        self.cancel()
        self._values = dict(values)
        replay = self._replay = Replay(original, until_ns, self._sample_every_s, self)
        replay.progressed.connect(self.progressed)
        replay.arrived.connect(lambda system: self._on_arrived(original, until_ns, system))
        self.progressed.emit(0.0)
        replay.begin()

    def add(self, key: str, value: object) -> None:
        """Set this there too: a later value of a key takes its place."""
        self._values.pop(key, None)
        self._values[key] = value

    def cancel(self) -> None:
        """Make none; nothing has happened."""
        if self._replay is not None:
            self._end(self._replay)

    def _end(self, replay: Replay) -> None:
        replay.cancel()
        replay.deleteLater()
        self._replay = None
        self.progressed.emit(None)

    def _on_arrived(self, original: System, until_ns: int, system: System) -> None:
        assert self._replay is not None, "it was on its way"
        values = self._values
        self._end(self._replay)
        self.arrived.emit(system, Ghost(original.record.samples, until_ns / NS_PER_S, original.now_s), values)
