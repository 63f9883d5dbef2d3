"""Changes that can be taken back: one drag of a slider is one step. Pure."""

from simulator.scenario.addresses import NONE


class Step:
    """What one gesture of the hand changed, by key: from which value to which."""

    def __init__(self) -> None:
        self.before: dict[str, object] = {}
        self.after: dict[str, object] = {}
        self.changes = 0
        """So many changes of the run there were then."""


class Undo:
    """Steps that were made, and steps that were taken back."""

    def __init__(self) -> None:
        self._made: list[Step] = []
        self._taken_back: list[Step] = []
        self._is_open = False

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._made)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be made again."""
        return bool(self._taken_back)

    def note(self, key: str, before: object, after: object, changes: int) -> None:
        """A key was changed by hand, the run has so many changes now; until `settle` one step goes on."""
        self._taken_back.clear()
        if not self._is_open:
            self._made.append(Step())
            self._is_open = True
        step = self._made[-1]
        step.before.setdefault(key, NONE if before is None else before)
        step.after[key] = after
        step.changes = changes

    def settle(self) -> None:
        """The gesture is over; one that came back to where it began changed nothing."""
        if self._is_open and self._made[-1].before == self._made[-1].after:
            self._made.pop()
        self._is_open = False

    def undo(self) -> dict[str, object]:
        """Take the last step back: the keys and the values they had. Empty where there is none."""
        self.settle()
        if not self._made:
            return {}
        self._taken_back.append(self._made.pop())
        return dict(reversed(self._taken_back[-1].before.items()))

    def redo(self) -> dict[str, object]:
        """Make the step again that was taken back last."""
        if not self._taken_back:
            return {}
        self._made.append(self._taken_back.pop())
        return self._made[-1].after

    def restart(self) -> None:
        """The run begins again from the values as they stand: what led to them can still be taken back."""
        self.settle()
        for step in self._made:
            step.changes = 0

    def branch(self, changes: int) -> None:
        """The run goes on from where it had so many changes: what was done later has not happened."""
        self.settle()
        self._made = [step for step in self._made if step.changes <= changes]
        self._taken_back.clear()

    def forget(self) -> None:
        """Other values: nothing that was done belongs to them."""
        self._made.clear()
        self._taken_back.clear()
        self._is_open = False
