"""What the window remembers from one start to the next."""

from dataclasses import astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from simulator.record import Budget
from ui.i18n import Code, is_code
from ui.pacing import FASTEST, SLOWEST
from ui.theme.theme import ThemeName

if TYPE_CHECKING:
    from ui.session.wishes import Wish

_MOST_RECENT = 8
_LEAST_TRANSITIONS = 100_000
_MOST_COMMANDS = 5
DEFAULT_SPEED = 0.2
"""So slow that a request can be followed, so fast that the charts move."""


class Preferences:
    """Typed reads and writes of QSettings; what was stored wrongly counts as not stored."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def theme(self) -> ThemeName:
        """Light where nothing was chosen."""
        name = self._settings.value("theme")
        return next((theme for theme in ThemeName if theme.value == name), ThemeName.LIGHT)

    @theme.setter
    def theme(self, name: ThemeName) -> None:
        self._settings.setValue("theme", name.value)

    @property
    def language(self) -> Code | None:
        """None where nothing was chosen: the system's."""
        code = self._settings.value("language")
        return code if is_code(code) else None

    @language.setter
    def language(self, code: Code) -> None:
        self._settings.setValue("language", code)

    @property
    def speed(self) -> float:
        """Simulated seconds per wall second."""
        try:
            speed = float(str(self._settings.value("speed", DEFAULT_SPEED)))
        except ValueError:
            return DEFAULT_SPEED
        return speed if SLOWEST <= speed <= FASTEST else DEFAULT_SPEED

    @speed.setter
    def speed(self, speed: float) -> None:
        self._settings.setValue("speed", speed)

    @property
    def budget(self) -> Budget:
        """The most that is kept of a run: 10 million transitions unless `most_transitions` says otherwise."""
        try:
            most = int(str(self._settings.value("most_transitions", Budget().transitions)))
        except ValueError:
            return Budget()
        return Budget(transitions=max(_LEAST_TRANSITIONS, most))

    @property
    def until(self) -> "Wish":
        """What a run went on to last."""
        from ui.session.wishes import Kind, Wish  # noqa: PLC0415  # seldom needed

        stored = self._settings.value("until")
        if not (isinstance(stored, list) and len(stored) == len(fields(Wish)) and stored[0] in list(Kind)):
            return Wish()
        return Wish(Kind(stored[0]), *map(str, stored[1:]))

    @until.setter
    def until(self, wish: "Wish") -> None:
        self._settings.setValue("until", [str(each) for each in astuple(wish)])

    @property
    def has_reduced_motion(self) -> bool:
        """Whether numbers take the place of requests that move."""
        return self._settings.value("reduced_motion", "false") in (True, "true")

    @has_reduced_motion.setter
    def has_reduced_motion(self, is_reduced: bool) -> None:
        self._settings.setValue("reduced_motion", "true" if is_reduced else "false")

    @property
    def compared_alone(self) -> str:
        """The side of a comparison that is shown, the other one as its ghost; empty: both."""
        letter = str(self._settings.value("compared_alone", ""))
        return letter if letter in ("A", "B") else ""

    @compared_alone.setter
    def compared_alone(self, letter: str) -> None:
        self._settings.setValue("compared_alone", letter)

    @property
    def opened_parts(self) -> tuple[str, ...]:
        """What stood at the side, by name."""
        return tuple(str(self._settings.value("opened_parts", "")).split())

    @opened_parts.setter
    def opened_parts(self, names: tuple[str, ...]) -> None:
        self._settings.setValue("opened_parts", " ".join(names))

    @property
    def hidden_parts(self) -> tuple[str, ...]:
        """What stands in the window by itself and was taken away, by name."""
        return tuple(str(self._settings.value("hidden_parts", "")).split())

    @hidden_parts.setter
    def hidden_parts(self, names: tuple[str, ...]) -> None:
        self._settings.setValue("hidden_parts", " ".join(names))

    @property
    def recent_commands(self) -> list[str]:
        """What was chosen lately in the palette, by title, the last one first."""
        return [line for line in str(self._settings.value("recent_commands", "")).split("\n") if line]

    def add_command(self, title: str) -> None:
        """Chosen just now."""
        others = [other for other in self.recent_commands if other != title]
        self._settings.setValue("recent_commands", "\n".join([title, *others][:_MOST_COMMANDS]))

    @property
    def recent(self) -> list[Path]:
        """Scenario files opened or saved last, the newest first, as far as they are still there."""
        stored = self._settings.value("recent", [])
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return [Path(name) for name in names if isinstance(name, str) and Path(name).exists()]

    def add_recent(self, path: Path) -> None:
        """Opened or saved just now."""
        path = path.resolve()
        others = [other for other in self.recent if other != path]
        self._settings.setValue("recent", [str(each) for each in [path, *others][:_MOST_RECENT]])

    @property
    def charts(self) -> tuple[str, ...]:
        """Names of the charts that were chosen; none where nobody chose."""
        stored = self._settings.value("charts", [])
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return tuple(name for name in names if isinstance(name, str))

    @charts.setter
    def charts(self, names: tuple[str, ...]) -> None:
        self._settings.setValue("charts", list(names))

    @property
    def lessons(self) -> str:
        """What was done of the lessons, as `Progress` writes it."""
        return str(self._settings.value("lessons/progress", ""))

    @lessons.setter
    def lessons(self, text: str) -> None:
        self._settings.setValue("lessons/progress", text)

    @property
    def lesson_folder(self) -> Path | None:
        """Where the user's own lessons lie; None: nowhere."""
        return self._path("lessons/folder")

    @lesson_folder.setter
    def lesson_folder(self, folder: Path | None) -> None:
        self._settings.setValue("lessons/folder", "" if folder is None else str(folder))

    @property
    def class_file(self) -> Path | None:
        """Where the class's predictions are gathered; None: nowhere."""
        return self._path("lessons/class_file")

    @class_file.setter
    def class_file(self, file: Path | None) -> None:
        self._settings.setValue("lessons/class_file", "" if file is None else str(file))

    @property
    def learner(self) -> str:
        """Who predicts, in the class's file."""
        return str(self._settings.value("lessons/learner", ""))

    @learner.setter
    def learner(self, name: str) -> None:
        self._settings.setValue("lessons/learner", name)

    @property
    def are_parameters_locked(self) -> bool:
        """Whether lessons go without parameters and knobs."""
        return self._flag("lessons/locked")

    @are_parameters_locked.setter
    def are_parameters_locked(self, is_so: bool) -> None:
        self._settings.setValue("lessons/locked", "true" if is_so else "false")

    @property
    def are_answers_hidden(self) -> bool:
        """Whether lessons keep their answers for the teacher."""
        return self._flag("lessons/hidden")

    @are_answers_hidden.setter
    def are_answers_hidden(self, is_so: bool) -> None:
        self._settings.setValue("lessons/hidden", "true" if is_so else "false")

    def _path(self, key: str) -> Path | None:
        text = str(self._settings.value(key, ""))
        return Path(text) if text and "\0" not in text else None

    def _flag(self, key: str) -> bool:
        return self._settings.value(key, "false") in (True, "true")

    def bytes_of(self, key: str) -> QByteArray | None:
        """The state of a window or splitter, as Qt wrote it."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else None

    def keep_bytes(self, key: str, value: QByteArray) -> None:
        """The state of a window or splitter."""
        self._settings.setValue(key, value)
