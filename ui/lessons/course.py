"""The lessons there are, what was done of them, and which of them changed on the disk."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from simulator.lesson import Shelved, shelf
from ui.lessons.progress import Progress, StepDone
from ui.preferences import Preferences

_SETTLING_MS = 150
"""An editor may write a file in several goes."""


class Course(QObject):
    """Kept in the preferences, and read again when a teacher writes."""

    changed = Signal()
    """The shelf has other lessons, or other progress."""
    rewritten = Signal(object)
    """The Shelved that was read again."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.progress = Progress.read(preferences.lessons)
        self.lessons: list[Shelved] = []
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._settling.timeout.connect(self.read_again)
        self._watcher.fileChanged.connect(lambda _: self._settling.start())
        self._watcher.directoryChanged.connect(lambda _: self._settling.start())
        self.read()

    @property
    def folder(self) -> Path | None:
        """Where the user's own lessons lie."""
        return self.preferences.lesson_folder

    def use_folder(self, folder: Path | None) -> None:
        """Look for lessons there as well."""
        self.preferences.lesson_folder = folder
        self.read()
        self.changed.emit()

    def read(self) -> None:
        """Read all lessons."""
        self.lessons = shelf(self.folder)
        self._watch()

    def read_again(self) -> None:
        """Read the user's own lessons: files changed."""
        before = {each.folder: each for each in self.lessons if not each.is_bundled}
        self.lessons = [each for each in self.lessons if each.is_bundled]
        own = shelf(self.folder) if self.folder is not None else []
        self.lessons += [each for each in own if not each.is_bundled]
        self._watch()
        self.changed.emit()
        for each in self.lessons:
            if not each.is_bundled and each.folder in before:
                self.rewritten.emit(each)

    def find(self, name: str) -> Shelved | None:
        """A lesson by its folder's name; the user's own one counts where both are there."""
        return next((each for each in reversed(self.lessons) if each.name == name), None)

    def _watch(self) -> None:
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        paths = [self.folder] if self.folder is not None and self.folder.is_dir() else []
        for each in self.lessons:
            if not each.is_bundled:
                paths += [each.folder, *each.folder.glob("*.md"), *each.folder.glob("*.toml")]
        if paths:
            self._watcher.addPaths([str(path) for path in paths])

    # Progress

    def come_to(self, lesson: str, step: str) -> None:
        """This step is looked at."""
        self.progress.come_to(lesson, step)
        self._keep()

    def finish(self, lesson: str, step: str, done: StepDone) -> None:
        """A step was gone through."""
        self.progress.finish(lesson, step, done)
        self._keep()

    def reset(self, lesson: str | None = None) -> None:
        """Forget what was done of a lesson, or of all."""
        self.progress.reset(lesson)
        self._keep()

    def _keep(self) -> None:
        self.preferences.lessons = self.progress.text()
        self.changed.emit()
