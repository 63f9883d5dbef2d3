"""A run's values as the hand changes them, takes changes back, and makes them again."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from simulator.errors import ScenarioError
from simulator.model import System
from simulator.scenario import Scenario, keys
from simulator.scenario.addresses import NONE
from ui.session.crowds import check_crowd
from ui.session.undo import Undo


class Values(QObject):
    """Of one system at a time. Whatever is done is a further change of the run, now."""

    changed = Signal(object)
    """The Change, with its simulated time."""
    refused = Signal(object)
    """The ScenarioError; nothing has changed."""
    steps_changed = Signal()
    """Whether something can be taken back, or made again, may be different now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system: System | None = None
        self.undo_steps = Undo()
        self._compared: Scenario | None = None
        """The scenario for which `_otherwise` was worked out: every change makes another one."""
        self._otherwise: dict[str, object] = {}
        self._then: dict[str, object] = {}
        """What the run began with, of the keys that were changed."""

    def follow(self, system: System) -> None:
        """Another system from here on."""
        self._system = system
        self._compared = None
        self._then.clear()
        self.steps_changed.emit()

    def change(self, key: str, value: object) -> None:
        """Set a live key to a plain TOML value; up to `settle` all is one step of undo."""
        if self._system is None:
            return
        before = self._apply(key, value)
        if before != value:
            self.undo_steps.note(key, before, value, len(self._system.changes))
            self.steps_changed.emit()

    def settle(self) -> None:
        """The gesture is over."""
        self.undo_steps.settle()
        self.steps_changed.emit()

    def undo(self) -> None:
        """Take the last step back."""
        self._apply_all(self.undo_steps.undo())

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        self._apply_all(self.undo_steps.redo())

    def reset(self) -> None:
        """All is again what the run began with, by whomever it was changed; one step."""
        self.settle()
        for key, value in self.began_otherwise().items():
            self.change(key, value)
        self.settle()

    def began_otherwise(self) -> dict[str, object]:
        """Values that the run began with, of the keys that stand at others now.

        Those of a session that was saved are the scenario's own to change: by hand nothing was, this time.
        """
        if self._system is None:
            return {}
        began, now = self._system.record.scenario, self._system.scenario
        if now is not self._compared:
            changed = dict.fromkeys(change.set for change in (*began.changes, *self._system.changes))
            new = [key for key in changed if key not in self._then]
            if new:
                self._then |= keys.read_all(began, new)
            current = keys.read_all(now, changed)
            then = {key: self._then[key] for key in changed if self._then[key] != current[key]}
            self._otherwise = {key: NONE if value is None else value for key, value in then.items()}
            self._compared = now
        return self._otherwise

    def _apply_all(self, values: Mapping[str, object]) -> None:
        for key, value in values.items():
            self._apply(key, value)
        self.steps_changed.emit()

    def _apply(self, key: str, value: object) -> object:
        """The value it had; the new one where nothing came of it."""
        assert self._system is not None, "asked before"
        try:
            before = keys.read(self._system.scenario, key)
            if value == (NONE if before is None else before):
                return value
            check_crowd(key, value)
            change = self._system.apply(key, value)
        except ScenarioError as error:
            self.refused.emit(error)
            return value
        self.changed.emit(change)
        return before
