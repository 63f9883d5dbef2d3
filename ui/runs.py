"""Runs of before, in the window: those that were left are kept, results of others are run again and checked."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from simulator.errors import SimulatorError
from ui.problem_words import error_text
from ui.progress import Progress
from ui.session import Session
from ui.session.goal import TimeGoal
from ui.session.results_folder import REQUESTS

if TYPE_CHECKING:
    from ui.session.past_runs import PastRuns
    from ui.session.results_check import ResultsCheck, Verdict

_SHORTEST_S = 1.0
"""Who opens and closes something has not run it."""


def runs_folder() -> Path:
    """Where past runs are kept: Qt's place for the application's data."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "runs"


class Runs(QObject):
    """Between the session, the past runs of this machine, and folders of results."""

    said = Signal(str)
    """Something was done, in a few words."""

    def __init__(self, session: Session, progress: Progress, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.past: PastRuns | None = None
        """None where nothing is to be kept."""
        self._check: ResultsCheck | None = None
        self._progress = progress
        progress.cancelled.connect(self._cancel)
        session.leaving.connect(self.keep)
        session.opened.connect(lambda _: self._cancel())

    # Past runs

    def keep(self) -> None:
        """The present run is about to be left: it can be run again later."""
        if self.past is None or self._session.now_s < _SHORTEST_S:
            return
        try:
            self.past.add(self._session.written(self.past.folder))
        except (OSError, SimulatorError) as error:
            self.said.emit(self.tr("This run cannot be kept among the past runs: {why}").format(why=error))

    # Results

    def check(self, folder: Path) -> None:
        """The scenario of a folder of results was opened: run it to its end, and hold its rows against the folder's."""
        from ui.session.results_check import ResultsCheck  # noqa: PLC0415  # output is not needed to start

        system = self._session.system
        assert system is not None, "it was opened"
        self._session.until(TimeGoal(system.scenario.run.duration))
        check = self._check = ResultsCheck(folder, self)
        check.progressed.connect(self._on_progress)
        check.finished.connect(lambda verdict: self._on_checked(folder, verdict))
        check.failed.connect(lambda error: self._warn(error_text(error)))
        check.begin()

    def _on_progress(self, share: float | None) -> None:
        self._progress.show_share(self.tr("Comparing it with requests.csv"), share)

    def _on_checked(self, folder: Path, verdict: "Verdict | None") -> None:
        if verdict is None:
            self.said.emit(self.tr("{folder} has no {file} to compare with").format(folder=folder.name, file=REQUESTS))
        elif verdict.line is None:
            text = self.tr("Checked: this run has the same %n row(s), byte for byte", "", verdict.rows)
            self._say_at_rest(text.replace(str(verdict.rows), QLocale().toString(verdict.rows)))
        else:
            self._warn(self._difference(folder, verdict))

    def _say_at_rest(self, text: str) -> None:
        """Why the run stopped would be said over it."""
        if not self._session.mode.is_running:
            self.said.emit(text)
            return
        again = Qt.ConnectionType.SingleShotConnection
        self._session.mode_changed.connect(lambda _: QTimer.singleShot(0, self, lambda: self._say_at_rest(text)), again)

    def _difference(self, folder: Path, verdict: "Verdict") -> str:
        head = self.tr("{file} differs from the run that its scenario.toml gives here, from line {line} on.").format(
            file=folder / REQUESTS, line=QLocale().toString(verdict.line or 0)
        )
        nothing = self.tr("(no line)")
        lines = self.tr("There: {found}\nHere: {expected}").format(
            found=verdict.found or nothing, expected=verdict.expected or nothing
        )
        tail = self.tr("Another version of Vazão may have made it, or one of the two files was changed.")
        return f"{head}\n\n{lines}\n\n{tail}"

    def _cancel(self) -> None:
        check, self._check = self._check, None
        if check is not None:
            check.cancel()
            check.deleteLater()

    def _warn(self, text: str) -> None:
        from ui.dialogs.warning import warn  # noqa: PLC0415  # seldom needed

        warn(self._window, text, "results_differ")
