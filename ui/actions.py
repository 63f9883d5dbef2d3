"""Everything that can be asked of the window by menu, button or key; one QAction each."""

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.pacing import Mode
from ui.theme.icons import icon
from ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class _Entry:
    """How an action begins; its words come anew with each language."""

    name: str
    icon: str | None
    keys: tuple[str, ...]
    is_checkable: bool = False


_ENTRIES = (
    _Entry("step", "step", ("F4",), is_checkable=True),
    _Entry("run", "run", ("F5",), is_checkable=True),
    _Entry("express", "express", ("F7",), is_checkable=True),
    # Space presses the button that has the focus, else pauses: the window decides.
    _Entry("pause", "pause", (), is_checkable=True),
    _Entry("restart", "restart", ("Ctrl+R",)),
    # Keyboards differ in whether < and > want Shift.
    _Entry("slower", "slower", ("<", "Shift+<", ",")),
    _Entry("faster", "faster", (">", "Shift+>", ".")),
    _Entry("to_now", "to_now", ("Ctrl+End",)),
    _Entry("open", "open", ("Ctrl+O",)),
    _Entry("save", "save", ("Ctrl+S",)),
    _Entry("save_as", None, ("Ctrl+Shift+S",)),
    _Entry("export", "export", ("Ctrl+E",)),
    _Entry("picture", "picture", ("Ctrl+Shift+E",)),
    _Entry("quit", "quit", ("Ctrl+Q",)),
    _Entry("theme", "moon", ("Ctrl+T",)),
    _Entry("english", None, (), is_checkable=True),
    _Entry("portuguese", None, (), is_checkable=True),
    _Entry("reduced_motion", None, (), is_checkable=True),
    _Entry("panel", None, ("Ctrl+P",), is_checkable=True),
    _Entry("charts", None, ("Ctrl+G",), is_checkable=True),
    _Entry("inspector", None, ("Ctrl+I",), is_checkable=True),
    _Entry("shortcuts", None, ("F1",)),
    _Entry("about", "info", ()),
)
ACTION_MODES = {"step": Mode.STEP, "run": Mode.RUN, "express": Mode.EXPRESS, "pause": Mode.PAUSED}
assert set(ACTION_MODES.values()) == set(Mode)


MODES = {name: mode for name, mode in ACTION_MODES.items() if mode is not Mode.PAUSED}
"""The actions of the ladder of modes, in its order."""


class Actions(QObject):
    """Actions by name: `actions["run"]`. They belong to a window, whose keys they are."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._mode = Mode.PAUSED
        self._actions: dict[str, QAction] = {}
        for entry in _ENTRIES:
            action = QAction(self)
            action.setObjectName(f"action_{entry.name}")
            action.setCheckable(entry.is_checkable)
            action.setShortcuts([QKeySequence(key) for key in entry.keys])
            self._actions[entry.name] = action
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
        for entry in _ENTRIES:
            if entry.icon is not None:
                self[entry.name].setIcon(icon(entry.icon, theme))
        self["theme"].setIcon(icon("sun" if theme.is_dark else "moon", theme))
        self._name_theme()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        texts = self._texts()
        assert set(texts) == set(self._actions), "every action has words"
        for name, (text, tip) in texts.items():
            self._say(name, text, tip)
        # Behind the tab stands what menus show as the keys; they are no shortcut of the action itself.
        self["pause"].setText(f"{texts['pause'][0]}\t{self.keys_of('pause')}")
        self._name_theme()

    def _say(self, name: str, text: str, tip: str) -> None:
        keys = self.keys_of(name)
        self[name].setText(text)
        self[name].setIconText(text)
        self[name].setToolTip(f"{tip} ({keys})" if keys else tip)

    def _name_theme(self) -> None:
        text = self.tr("Light theme") if self._theme.is_dark else self.tr("Dark theme")
        self._say("theme", text, text)

    def _texts(self) -> dict[str, tuple[str, str]]:
        """Text and tooltip by name."""
        return {
            "step": (self.tr("Step"), self.tr("Stand still and go on to the next event")),
            "run": (self.tr("Run"), self.tr("Let time go at the speed of the slider")),
            "express": (self.tr("Express"), self.tr("Let time go as fast as this computer can")),
            "pause": (self.tr("Pause"), self.tr("Stand still, or go on")),
            "restart": (self.tr("Restart"), self.tr("From 0 again, with the same seed and the values as they stand")),
            "slower": (self.tr("Slower"), self.tr("Half the speed")),
            "faster": (self.tr("Faster"), self.tr("Twice the speed")),
            "to_now": (self.tr("Return to now"), self.tr("Show the present again")),
            "open": (self.tr("Open..."), self.tr("Open a scenario")),
            "save": (self.tr("Save"), self.tr("Save this session as a scenario that replays it")),
            "save_as": (self.tr("Save as..."), self.tr("Save this session under another name")),
            "export": (self.tr("Export results..."), self.tr("Write this session's CSV files into a folder")),
            "picture": (self.tr("Export picture..."), self.tr("Write the diagram as a PNG picture")),
            "quit": (self.tr("Quit"), self.tr("Close the window")),
            "theme": ("", ""),
            # Languages are called what their speakers call them.
            "english": ("English", "English"),
            "portuguese": ("Português (Brasil)", "Português (Brasil)"),
            "reduced_motion": (self.tr("Reduce motion"), self.tr("Numbers on the links instead of moving requests")),
            "panel": (self.tr("Parameters"), self.tr("Show the parameters")),
            "charts": (self.tr("Charts"), self.tr("Show the charts")),
            "inspector": (self.tr("Inspector"), self.tr("Look into one request, or all of them")),
            "shortcuts": (self.tr("Keyboard shortcuts"), self.tr("Show all keys")),
            "about": (self.tr("About Vazão"), self.tr("About Vazão")),
        }
