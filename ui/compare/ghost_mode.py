"""Two diagrams, or one of them with the other server as a ghost behind it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from simulator.scenario import Scenario
from ui.compare.half import Half
from ui.compare.sides import FIRST, OTHER


class GhostMode(QObject):
    """Knows which sides are seen, and hands the moments of the other one on to the one that is seen alone."""

    chosen_changed = Signal(str)
    """The letter that is to be shown alone; empty: both."""
    changed = Signal()
    """Other sides are seen, or should be."""

    def __init__(self, halves: Mapping[str, Half], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._halves = halves
        self._scenarios: dict[str, Scenario] = {}
        self.chosen = ""
        """What was asked for: a letter; empty: both."""
        self.is_narrow = False
        """Whether there is room for one diagram only."""
        for letter, half in halves.items():
            half.ghost.clicked.connect(lambda is_on, letter=letter: self.choose(letter if is_on else ""))
            half.swap.clicked.connect(self.swap)
            half.diagram.kept.connect(halves[OTHER[letter]].diagram.show_ghost)

    @property
    def shown(self) -> str:
        """The side that is seen alone; empty: both are."""
        return self.chosen or (FIRST if self.is_narrow else "")

    def choose(self, letter: str) -> None:
        """Show a side alone, the other one as its ghost; empty: both, where there is room."""
        if letter != self.chosen:
            self.chosen = letter
            self.chosen_changed.emit(letter)
        self._arrange()

    def swap(self) -> None:
        """What was the ghost is shown."""
        self.choose(OTHER[self.shown] if self.shown else FIRST)

    def fit(self, *, is_narrow: bool) -> None:
        """There is room for one diagram only, or for both."""
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            self._arrange()

    def compare(self, a: Scenario, b: Scenario) -> None:
        """These are compared, as they stand."""
        self._scenarios = {"A": a, "B": b}
        self._haunt()

    def _arrange(self) -> None:
        for letter, half in self._halves.items():
            half.show_mode(is_alone=self.shown == letter, is_narrow=self.is_narrow)
        self.changed.emit()
        self._haunt()

    def _haunt(self) -> None:
        for letter, half in self._halves.items():
            other, scenario = OTHER[letter], self._scenarios.get(OTHER[letter])
            is_alone = self.shown == letter and scenario is not None
            half.diagram.haunt(scenario if is_alone else None, other)
            frame = self._halves[other].diagram.frame
            if is_alone and frame is not None:
                half.diagram.show_ghost(frame, True)
