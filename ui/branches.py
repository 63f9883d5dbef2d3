"""Branches in the window: how far one is, what can be done when, and what has happened."""

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.actions import Actions
from ui.progress import Progress
from ui.session import Session
from ui.session.ghost import Ghost


class Branches(QObject):
    """Between the session and a window's actions; undo and redo, which act on the same values, too."""

    said = Signal(str)
    """Something was done, in a few words."""

    def __init__(self, session: Session, actions: Actions, progress: Progress, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._actions = session, actions
        self._progress = progress
        progress.cancelled.connect(session.cancel_branch)
        session.branching.connect(self._on_progress)
        session.ghost_changed.connect(self._on_ghost)
        session.rewound.connect(self._show_possible)
        session.values.steps_changed.connect(self._show_possible)
        session.scenario_changed.connect(self._show_possible)
        self._show_possible()

    def _on_progress(self, share: float | None) -> None:
        time = QLocale().toString(self._session.shown_s, "f", 3)
        self._progress.show_share(self.tr("Making the run again up to {time} s").format(time=time), share)
        self._show_possible()

    def _on_ghost(self, ghost: Ghost | None) -> None:
        if ghost is not None:
            time = QLocale().toString(ghost.since_s, "f", 3)
            self.said.emit(self.tr("Branched at {time} s; dotted: the first run").format(time=time))
        self._show_possible()

    def _show_possible(self) -> None:
        steps = self._session.values.undo_steps
        self._actions["branch"].setEnabled(self._session.is_rewound)
        self._actions["undo"].setEnabled(steps.can_undo)
        self._actions["redo"].setEnabled(steps.can_redo)
        self._actions["reset"].setEnabled(bool(self._session.values.began_otherwise()))
