"""What of a session is in a file, and what is not."""

from pathlib import Path

from simulator.errors import SimulatorError
from simulator.model import System
from simulator.scenario import Change, Scenario, parse
from simulator.scenario.file import read_text
from ui.saved import saved_text, write_whole


class Saving:
    """Where the session came from, and the changes that its file has."""

    def __init__(self) -> None:
        self.text = ""
        """The TOML text that was opened, or that took its place."""
        self._saved: list[Change] | None = []
        self._is_lent = False
        self.file: Path | None = None
        """Where this session was saved; a scenario that was opened is not overwritten by what became of it."""
        self.source: str | Path | None = None
        """The path or bundled name that was opened."""

    def open(self, file: str | Path) -> tuple[Scenario, str]:
        """Read a scenario's path or bundled name, and its text. Raises ScenarioError."""
        text, name, directory = read_text(file)
        return parse(text, name, directory), text

    def opened(self, file: str | Path, text: str) -> None:
        """The session began with this."""
        self.text, self.source, self.file = text, file, None
        self._saved, self._is_lent = [], False

    def lent(self, text: str) -> None:
        """The session began with what is not the user's own, such as a lesson's server: nothing of it can be lost."""
        self.text, self.source, self.file = text, None, None
        self._saved, self._is_lent = [], True

    @property
    def is_lent(self) -> bool:
        """Whether it is not the user's own."""
        return self._is_lent

    def restored(self, text: str, *, is_unsaved: bool) -> None:
        """The session began with what was kept of another one."""
        self.text, self.source, self.file = text, None, None
        self._saved, self._is_lent = None if is_unsaved else [], False

    def rewritten(self, text: str) -> None:
        """Another text took the place of the one opened; it is in no file."""
        self.text, self._saved, self._is_lent = text, None, False

    def restarted(self, *, is_unsaved: bool) -> None:
        """The run begins again, from values that a file has or not."""
        self._saved = None if is_unsaved else []

    def is_unsaved(self, system: System) -> bool:
        """Whether a value was changed that no file has."""
        return not self._is_lent and system.changes != self._saved

    def save(self, system: System, path: Path) -> None:
        """Write the session as a scenario file, whole or not at all. Raises SimulatorError."""
        try:
            text = self.written(system, path.parent)
            parse(text, path.name, path.parent.resolve())
            write_whole(path, text)
        except OSError as error:
            raise SimulatorError(f"{path}: cannot be saved: {error.strerror or error}") from error
        self.file = path
        self._saved = list(system.changes)

    def written(self, system: System, folder: Path) -> str:
        """The session so far, as a scenario file in a folder; the run goes on to a whole microsecond."""
        return saved_text(system, folder, self.text)
