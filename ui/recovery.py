"""After a crash: the session that was left is offered, once, when the window opens."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from simulator.errors import SimulatorError
from simulator.scenario import load
from ui.i18n import Language
from ui.problem_words import error_text, said
from ui.session import Session
from ui.session.autosave import Abandoned, Autosave, abandoned_in, reason


def recovery_folder() -> Path:
    """Where unsaved sessions are kept: Qt's place for the application's data."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "recovery"


class Recovery(QObject):
    """Autosaves the window's session, and asks about those that other processes left behind."""

    said = Signal(str)
    """Something is worth knowing, in a few words."""

    def __init__(self, session: Session, language: Language, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._language, self._folder, self._window = session, language, folder, window
        self.autosave = Autosave(session, folder, self)
        self.autosave.failed.connect(self._on_failed)

    def offer(self) -> None:
        """Ask about the newest session that was left behind, where there is one that still loads.

        Of those that do not the newest is said. They stay there: one may be of a version to come.
        """
        unreadable: list[str] = []
        for left in abandoned_in(self._folder):
            try:
                title, reached_s = self._described(left)
            except SimulatorError as error:
                unreadable.append(f"{left.path.parent}: {error_text(error).splitlines()[0]}")
                continue
            self._ask(left, title, reached_s)
            break
        if unreadable:
            self.said.emit(self.tr("A session kept for a crash cannot be restored: {why}").format(why=unreadable[0]))

    def _described(self, left: Abandoned) -> tuple[str, float]:
        scenario = load(left.path)
        return scenario.title(self._language.code), scenario.run.duration

    def _ask(self, left: Abandoned, title: str, reached_s: float) -> None:
        box = QMessageBox(self._window)
        box.setObjectName("recovery")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Restore a session"))
        box.setText(self.tr('Vazão ended before "{title}" was saved. Restore it?').format(title=title))
        when = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(left.saved_at_s)), QLocale.FormatType.ShortFormat)
        text = self.tr("Kept on {when}, at {time} s of simulated time. Restoring runs it again up to there.")
        box.setInformativeText(text.format(when=when, time=QLocale().toString(reached_s, "f", 1)))
        restore = QPushButton(self.tr("Restore"), box)
        restore.setObjectName("restore")
        discard = QPushButton(self.tr("Discard"), box)
        discard.setObjectName("discard")
        box.addButton(restore, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(discard, QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel).setText(self.tr("Not now"))
        box.setDefaultButton(restore)
        restore.clicked.connect(lambda: self._restore(left))
        discard.clicked.connect(lambda: self._discard(left))
        box.open()

    def _restore(self, left: Abandoned) -> None:
        if self._session.restore(left.path, is_unsaved=True):
            # What was kept is now this window's own to keep.
            self.autosave.save()
            self._forget(left)

    def _discard(self, left: Abandoned) -> None:
        self._forget(left)
        self.offer()

    def _forget(self, left: Abandoned) -> None:
        try:
            left.discard()
        except OSError as error:
            self.said.emit(f"{left.path}: {said(reason(error))}")

    def _on_failed(self, why: str) -> None:
        self.said.emit(self.tr("The unsaved session cannot be kept for a crash: {why}").format(why=said(why)))
