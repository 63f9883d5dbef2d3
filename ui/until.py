"""Runs until something: asked for, named while they go on, and explained when they stop."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.pacing import Mode
from ui.preferences import Preferences
from ui.session import Session

if TYPE_CHECKING:
    from ui.session.goal import Goal, Reached
    from ui.session.wishes import Wish


class UntilRuns(QObject):
    """Between the dialog and the session, on behalf of a window."""

    told = Signal(str)
    """What is to be said as long as it holds; empty: nothing any more."""

    def __init__(self, session: Session, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._preferences, self._window = session, preferences, window
        session.mode_changed.connect(self._on_mode)
        session.reached.connect(self._on_reached)
        session.opened.connect(lambda _scenario: self._forget())
        self._has_told = False

    def ask(self) -> None:
        """Ask until when."""
        from ui.dialogs.until import UntilDialog  # noqa: PLC0415  # seldom asked for

        if self._session.system is None:
            return
        dialog = UntilDialog(self._preferences.until, self._session.now_s, self._window)
        dialog.wanted.connect(self._on_wanted)
        dialog.open()

    def _on_wanted(self, goal: "Goal", wish: "Wish") -> None:
        self._preferences.until = wish
        self._session.until(goal)

    def _on_mode(self, mode: Mode) -> None:
        goal = self._session.goal
        if goal is not None:
            from ui.dialogs.until_words import goal_text  # noqa: PLC0415  # seldom asked for

            self._tell(goal_text(goal))
        elif mode is not Mode.PAUSED:
            self._forget()

    def _on_reached(self, why: "Reached") -> None:
        from ui.dialogs.until_words import reached_text  # noqa: PLC0415  # seldom asked for

        self._tell(reached_text(why))

    def _forget(self) -> None:
        """Another run: what stopped the one before is no news of it."""
        if self._has_told:
            self._tell("")

    def _tell(self, text: str) -> None:
        self._has_told = bool(text)
        self.told.emit(text)
