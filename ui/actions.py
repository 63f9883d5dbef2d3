"""Everything that can be asked of the window by menu, button or key; one QAction each."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.action_table import ACTS
from ui.pacing import Mode
from ui.theme.icons import icon
from ui.theme.theme import Theme

ACTION_MODES = {
    "step": Mode.STEP,
    "run": Mode.RUN,
    "fast": Mode.FAST,
    "express": Mode.EXPRESS,
    "until": Mode.UNTIL,
    "pause": Mode.PAUSED,
}
assert set(ACTION_MODES.values()) == set(Mode)


MODES = {name: mode for name, mode in ACTION_MODES.items() if mode is not Mode.PAUSED}
"""The actions of the ladder of modes, in its order."""


_PICTURED_FIRST = (*ACTION_MODES, "restart", "slower", "faster", "compare", "theme", "branch", "to_now")
"""Those that are buttons of the window; menus are opened later."""


class Actions(QObject):
    """Actions by name: `actions["run"]`. They belong to a window, whose keys they are."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._mode = Mode.PAUSED
        self._pictured = _PICTURED_FIRST
        self._actions: dict[str, QAction] = {}
        for act in ACTS:
            action = QAction(self)
            action.setObjectName(f"action_{act.name}")
            action.setCheckable(act.is_checkable)
            action.setShortcuts([QKeySequence(key) for key in act.keys])
            self._actions[act.name] = action
            window.addAction(action)
        for name in ACTION_MODES:
            # Qt lets the action of the current mode go when it is chosen once more.
            self[name].triggered.connect(lambda: self.show_mode(self._mode))
        self.retranslate()
        self.use_theme(theme)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, in the order of the window."""
        return tuple(self._actions)

    def keys_of(self, name: str) -> str:
        """The keys that do it, as text; none: empty."""
        if name == "pause":
            return QKeySequence("Space").toString(QKeySequence.SequenceFormat.NativeText)
        return self[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def show_mode(self, mode: Mode) -> None:
        """The current mode stays pressed."""
        self._mode = mode
        for name, its_mode in ACTION_MODES.items():
            self[name].setChecked(its_mode is mode)

    def ask_for(self, mode: Mode) -> None:
        """As if the action of a mode had been chosen."""
        next(self[name] for name, its_mode in ACTION_MODES.items() if its_mode is mode).trigger()

    def show_language(self, code: str) -> None:
        """Mark the language in use."""
        self["english"].setChecked(code == "en")
        self["portuguese"].setChecked(code == "pt_BR")

    def use_theme(self, theme: Theme) -> None:
        """The colours changed: icons are tinted anew, and the button of the themes shows the other one."""
        self._theme = theme
        self._picture(self._pictured)
        self._name_theme()

    def picture_all(self) -> None:
        """Give the actions their icons that only menus show."""
        later = [name for name in self.names if name not in self._pictured]
        self._pictured = self.names
        self._picture(later)

    def _picture(self, names: Collection[str]) -> None:
        for act in ACTS:
            if act.icon is not None and act.name in names:
                self[act.name].setIcon(icon(act.icon, self._theme))
        if "theme" in names:
            self["theme"].setIcon(icon("sun" if self._theme.is_dark else "moon", self._theme))

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        for act in ACTS:
            self._say(act.name, _translated(act.text), _translated(act.tip))
        # Behind the tab stands what menus show as the keys; they are no shortcut of the action itself.
        self["pause"].setText(f"{self['pause'].iconText()}\t{self.keys_of('pause')}")
        self._name_theme()

    def _say(self, name: str, text: str, tip: str) -> None:
        keys = self.keys_of(name)
        self[name].setText(text)
        self[name].setIconText(text)
        self[name].setToolTip(f"{tip} ({keys})" if keys else tip)

    def _name_theme(self) -> None:
        text = self.tr("Light theme") if self._theme.is_dark else self.tr("Dark theme")
        self._say("theme", text, text)


def _translated(words: object) -> str:
    return QCoreApplication.translate("Actions", str(words)) if words else ""
