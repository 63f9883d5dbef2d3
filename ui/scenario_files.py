"""Opening and saving, with the questions that belong to it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.errors import SimulatorError
from simulator.model import System
from simulator.scenario import load
from simulator.scenario.comparison import comparison_in
from ui.i18n import Language
from ui.preferences import Preferences
from ui.problem_words import error_text
from ui.session import Session
from ui.session.results_folder import results_in


class ScenarioFiles(QObject):
    """Between the session and the disk, on behalf of a window."""

    recent_changed = Signal()
    results_opened = Signal(object)
    """The Path of the folder whose scenario was opened."""
    said = Signal(str)
    """Something was done, in a few words."""
    compared = Signal(object)
    """A was opened, and this Scenario is to be its B."""

    def __init__(self, session: Session, preferences: Preferences, language: Language, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._preferences, self._language, self._window = session, preferences, language, window
        self._folder = Path.cwd()
        self._wanted: str | Path = ""

    # Opening

    def ask_and_open(self) -> None:
        """Ask for a file, and open it."""
        from ui.dialogs.files import ask_scenario  # noqa: PLC0415  # seldom needed

        if (path := ask_scenario(self._window, self._folder)) is not None:
            self.open(path)

    def open(self, file: str | Path) -> bool:
        """Open a path, a bundled name or a folder of results, after asking about unsaved changes."""
        if not self.may_leave():
            return False
        if isinstance(file, Path) and file.is_dir():
            return self._open_results(file)
        self._wanted = file
        try:
            compared = comparison_in(Path(file))
            b = None if compared is None else load(compared[1])
        except SimulatorError as error:
            self.show_failure(error)
            self._wanted = ""
            return False
        is_open = self._session.open(file if compared is None else compared[0])
        self._wanted = ""
        if is_open and b is not None:
            self.compared.emit(b)
        if is_open and isinstance(self._session.source, Path):
            self._folder = self._session.source.resolve().parent
            self._note(self._session.source)
        return is_open

    def ask_and_open_results(self) -> None:
        """Ask for a folder of results, and open it."""
        from ui.dialogs.files import ask_results_opened  # noqa: PLC0415  # seldom needed

        if (folder := ask_results_opened(self._window, self._folder)) is not None:
            self.open(folder)

    def _open_results(self, folder: Path) -> bool:
        self._wanted = folder
        try:
            is_open = self._session.open(results_in(folder))
        except SimulatorError as error:
            self.show_failure(error)
            is_open = False
        self._wanted = ""
        if is_open:
            self._note(folder)
            self.results_opened.emit(folder)
        return is_open

    def open_past(self, path: Path) -> bool:
        """Run again what was run before, after asking about unsaved changes."""
        return self.may_leave() and self._session.restore(path, is_unsaved=False)

    def show_failure(self, error: SimulatorError) -> None:
        """Say what went wrong: a file that does not load, a value that does not fit, a disk that is full."""
        from ui.dialogs.problems import ProblemsDialog  # noqa: PLC0415  # seldom needed

        if self._wanted:
            dialog = ProblemsDialog(error, self._wanted, self._window)
            dialog.another_requested.connect(self.ask_and_open)
            dialog.open()
            return
        self.warn(error_text(error))

    def may_leave(self) -> bool:
        """Whether the session may be left: nothing is lost by it, or the user said so."""
        if not self._session.has_unsaved_changes:
            return True
        from ui.dialogs.unsaved import Answer, ask_about_changes  # noqa: PLC0415  # seldom needed

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
        path = self._ask_saved(f"{self._stem()}.toml")
        return path is not None and self._save(path)

    def _ask_saved(self, proposed: str) -> Path | None:
        from ui.dialogs.files import ask_saved  # noqa: PLC0415  # seldom needed

        return ask_saved(self._window, self._folder / proposed)

    def save_comparison(self, a: System, b: System) -> bool:
        """Ask for a name, and save both of a comparison, and the file that opens them."""
        from ui.compare.files import write_comparison  # noqa: PLC0415  # seldom needed

        path = self._ask_saved(f"{self._stem()}-compare.toml")
        if path is None:
            return False
        try:
            write_comparison(path, a, b, self._session.text)
        except SimulatorError as error:
            self.warn(error_text(error))
            return False
        self._note(path)
        self.said.emit(self.tr("Saved as {file}").format(file=path.name))
        return True

    def _save(self, path: Path) -> bool:
        is_saved = self._session.save(path)
        if is_saved:
            self._folder = path.resolve().parent
            self._note(path)
            self.said.emit(self.tr("Saved as {file}").format(file=path.name))
        return is_saved

    @property
    def proposal(self) -> Path:
        """Where a file made of this session may go, without its suffix."""
        return self._folder / self._stem()

    def _stem(self) -> str:
        """Not the name of what was opened: a session is something else."""
        if self._session.file is not None:
            return self._session.file.stem
        source = self._session.source
        return f"{Path(source).stem if source is not None else 'scenario'}-session"

    def _note(self, path: Path) -> None:
        self._preferences.add_recent(path)
        self.recent_changed.emit()

    def warn(self, text: str) -> None:
        """Say that something cannot be done, and why."""
        from ui.dialogs.warning import warn  # noqa: PLC0415  # seldom needed

        warn(self._window, text)
