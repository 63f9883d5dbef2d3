"""The menu behind the button at the left: File, Run, Lessons, View, Help."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.action_table import CHARTS
from ui.actions import Actions

_RUN = (
    *("step", "run", "fast", "express", "until", "pause", "restart", "", "slower", "faster"),
    *("", "to_now", "branch", "", "undo", "redo", "reset", "", "experiment"),
)
_EXPORTS = ("picture", "animate", "", "report", "export")
_LESSONS = (
    *("lessons", "lesson", "", "lesson_next", "lesson_back", "lesson_again", "lesson_hurry", "", "teacher"),
    "class_table",
)
_VIEW = (
    *("panel", "scenario_text", "charts", "inspector", "trust", "", "compare", "ghost", "ghost_swap", "reality"),
    *("", "reduced_motion", "theme", "", "english", "portuguese"),
)


class MainMenu(QMenu):
    """All actions, in five menus, and the files opened last."""

    recent_chosen = Signal(object)
    """A Path."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setObjectName("main_menu")
        self.file, self.run, self.lessons, self.view, self.help = (QMenu(self) for _ in range(5))
        self.recent, self.exports = QMenu(self.file), QMenu(self.file)
        for name, menu in (
            ("file", self.file),
            ("run", self.run),
            ("lessons", self.lessons),
            ("view", self.view),
            ("help", self.help),
        ):
            menu.setObjectName(f"menu_{name}")
            self.addMenu(menu)
        self.recent.setObjectName("menu_recent")
        self.exports.setObjectName("menu_exports")
        self._fill(self.file, ("open", "calibrate"))
        self.file.addMenu(self.recent)
        self._fill(self.file, ("open_results", "past_runs"))
        self._fill(self.file, ("", "save", "save_as", ""))
        self.file.addMenu(self.exports)
        self._fill(self.file, ("", "quit"))
        self._fill(self.exports, _EXPORTS)
        self._fill(self.run, _RUN)
        self._fill(self.lessons, _LESSONS)
        self._fill(self.view, _VIEW)
        self.charts = QMenu(self.view)
        self.charts.setObjectName("menu_charts")
        self._fill(self.charts, CHARTS)
        self.view.insertMenu(actions["inspector"], self.charts)
        self._fill(self.help, ("guide", "palette", "shortcuts", "assumptions", "", "about"))
        self._retranslate()

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()

    def show_recent(self, paths: list[Path]) -> None:
        """The files opened last, the newest first."""
        self.recent.clear()
        self.recent.setEnabled(bool(paths))
        for number, path in enumerate(paths, 1):
            action = self.recent.addAction(f"&{number}  {path.name}".replace("&&", "&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
        self.recent.setToolTipsVisible(True)

    def _retranslate(self) -> None:
        self.file.setTitle(self.tr("File"))
        self.recent.setTitle(self.tr("Recent files"))
        self.exports.setTitle(self.tr("Export"))
        self.run.setTitle(self.tr("Run"))
        self.lessons.setTitle(self.tr("Lessons"))
        self.view.setTitle(self.tr("View"))
        self.charts.setTitle(self.tr("Which charts"))
        self.help.setTitle(self.tr("Help"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
