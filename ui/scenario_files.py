"""Opening, saving and exporting, with the questions that belong to it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from simulator.errors import SimulatorError
from ui.dialogs.files import ask_picture, ask_results, ask_saved, ask_scenario
from ui.dialogs.unsaved import Answer, ask_about_changes
from ui.i18n import Language
from ui.preferences import Preferences
from ui.session import Session

_STEPS = 1000


class ScenarioFiles(QObject):
    """Between the session and the disk, on behalf of a window."""

    recent_changed = Signal()
    said = Signal(str)
    """Something was done, in a few words."""

    def __init__(self, session: Session, preferences: Preferences, language: Language, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._preferences, self._language, self._window = session, preferences, language, window
        self._folder = Path.cwd()
        self._wanted: str | Path = ""

    # Opening

    def ask_and_open(self) -> None:
        """Ask for a file, and open it."""
        if (path := ask_scenario(self._window, self._folder)) is not None:
            self.open(path)

    def open(self, file: str | Path) -> bool:
        """Open a path or bundled name, after asking about unsaved changes."""
        if not self.may_leave():
            return False
        self._wanted = file
        is_open = self._session.open(file)
        self._wanted = ""
        if is_open and isinstance(self._session.source, Path):
            self._folder = self._session.source.resolve().parent
            self._note(self._session.source)
        return is_open

    def show_failure(self, error: SimulatorError) -> None:
        """Say what went wrong: a file that does not load, a value that does not fit, a disk that is full."""
        from ui.dialogs.problems import ProblemsDialog  # noqa: PLC0415  # seldom needed

        if self._wanted:
            dialog = ProblemsDialog(error, self._wanted, self._window)
            dialog.another_requested.connect(self.ask_and_open)
            dialog.open()
            return
        self._warn(str(error))

    def may_leave(self) -> bool:
        """Whether the session may be left: nothing is lost by it, or the user said so."""
        if not self._session.has_unsaved_changes:
            return True
        assert self._session.system is not None, "what changed is there"
        match ask_about_changes(self._window, self.title):
            case Answer.SAVE:
                return self.save()
            case Answer.DISCARD:
                return True
            case Answer.CANCEL:
                return False

    @property
    def title(self) -> str:
        """What the session is called: its scenario's name, in the window's language."""
        if self._session.system is None:
            return ""
        return self._session.system.scenario.title(self._language.code)

    # Saving

    def save(self) -> bool:
        """Save where the session was saved last; ask where that was nowhere."""
        return self._save(self._session.file) if self._session.file is not None else self.save_as()

    def save_as(self) -> bool:
        """Ask for a name, and save."""
        if self._session.system is None:
            return False
        path = ask_saved(self._window, self._folder / f"{self._stem()}.toml")
        return path is not None and self._save(path)

    def _save(self, path: Path) -> bool:
        is_saved = self._session.save(path)
        if is_saved:
            self._folder = path.resolve().parent
            self._note(path)
            self.said.emit(self.tr("Saved as {file}").format(file=path.name))
        return is_saved

    def _stem(self) -> str:
        """Not the name of what was opened: a session is something else."""
        if self._session.file is not None:
            return self._session.file.stem
        source = self._session.source
        return f"{Path(source).stem if source is not None else 'scenario'}-session"

    def _note(self, path: Path) -> None:
        self._preferences.add_recent(path)
        self.recent_changed.emit()

    # Exporting

    def export_results(self) -> None:
        """Ask for a folder, and write the session's CSV files there."""
        if self._session.system is None:
            return
        folder = ask_results(self._window, self._folder)
        if folder is not None:
            self.export_into(folder)

    def export_into(self, folder: Path) -> None:
        """Write the session's CSV files into a folder, with a window that shows how far it is and can be cancelled."""
        from ui.export.results import ResultsExport  # noqa: PLC0415  # statistics and output are not needed to start

        self._session.pause()
        export = ResultsExport(self._session.saved_scenario(), folder, self)
        progress = QProgressDialog(
            self.tr("Running the session again, for its results..."), self.tr("Cancel"), 0, _STEPS, self._window
        )
        progress.setObjectName("export_progress")
        progress.setWindowTitle(self.tr("Export results"))
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(300)
        progress.setAutoReset(False)
        progress.canceled.connect(export.cancel)
        progress.canceled.connect(export.deleteLater)
        export.progressed.connect(lambda share: progress.setValue(round(share * (_STEPS - 1))))
        export.finished.connect(lambda names: self._on_exported(folder, names))
        export.failed.connect(lambda error: self._warn(str(error)))
        for over in (export.finished, export.failed):
            over.connect(progress.deleteLater)
            over.connect(export.deleteLater)
        export.begin()

    def _on_exported(self, folder: Path, names: tuple[str, ...]) -> None:
        self.said.emit(self.tr("{count} files written into {folder}").format(count=len(names), folder=folder))

    def export_picture(self, widget: QWidget) -> None:
        """Ask for a name, and write what the widget shows."""
        path = ask_picture(self._window, self._folder / f"{self._stem()}.png")
        if path is None:
            return
        from ui.export.picture import export_picture  # noqa: PLC0415  # seldom needed

        try:
            export_picture(widget, path)
        except SimulatorError as error:
            self._warn(str(error))
        else:
            self.said.emit(self.tr("Saved as {file}").format(file=path.name))

    def _warn(self, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Vazão", text, QMessageBox.StandardButton.Close, self._window)
        box.setObjectName("warning")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.open()
