"""The window: its parts, and how they are wired. What anything does is said elsewhere."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from simulator.scenario import Scenario
from ui import pacing
from ui.actions import Actions
from ui.animation import Animation
from ui.branches import Branches
from ui.compare import doors as compare
from ui.diagram.sentence_bar import SentenceBar
from ui.diagram.view import DiagramView
from ui.drops import Drops
from ui.export.exports import Exports
from ui.i18n import Code, Language
from ui.inspector.seat import InspectorSeat
from ui.lessons import doors
from ui.menus import MainMenu
from ui.oddities import OpenedOddities
from ui.parts.parts import Parts
from ui.places import Places
from ui.preferences import Preferences
from ui.record_budget import RecordBudget
from ui.runs import Runs
from ui.scenario_files import ScenarioFiles
from ui.session import Session
from ui.space_key import SpaceKey
from ui.status_bar import StatusBar
from ui.theme.appearance import Appearance
from ui.theme.theme import Theme
from ui.toolbar import Toolbar
from ui.until import UntilRuns
from ui.window_state import keep, restore

Wire = tuple[SignalInstance, Callable[..., Any]]


class MainWindow(QMainWindow):
    """One session, shown whole."""

    painted = Signal()
    """The diagram was painted for the first time: what is slow to load may come now."""
    closed = Signal()
    """What becomes of the session was decided."""

    def __init__(self, session: Session, appearance: Appearance, language: Language, preferences: Preferences) -> None:
        super().__init__()
        theme = appearance.theme
        self.session, self.appearance, self.language, self.preferences = session, appearance, language, preferences
        self.commands = Actions(theme, self)
        self.menu = MainMenu(self.commands, self)
        self.toolbar = Toolbar(theme, self.commands, self.menu)
        self.diagram = DiagramView(theme)
        self.sentence = SentenceBar(theme)
        self.status = StatusBar(theme, self.commands)
        self.places = Places((self.toolbar, self.status), (self.diagram, self.sentence))
        self.seat = InspectorSeat(
            self.commands["inspector"], self.commands["charts"], self.places.inspector, self.places.rows
        )
        self.files = ScenarioFiles(session, preferences, language, self)
        self.exports = Exports(session, self.diagram, appearance, lambda: self.files.proposal, self)
        self.animation = Animation(session, self.diagram, self)
        self.until = UntilRuns(session, preferences, self)
        self.runs = Runs(session, self.status.checking, self)
        self.budget = RecordBudget(session, self)
        self.oddities = OpenedOddities(session, language, self)
        self.branches = Branches(session, self.commands, self.status.branching, self)
        self.setCentralWidget(self.places)
        self.parts = Parts(self)
        SpaceKey(self.commands["pause"], self)
        self._drops = Drops(self)
        self._wire()
        self._begin()

    def _wire(self) -> None:
        for signal, slot in (*self._session_wires(), *self._part_wires()):
            signal.connect(slot)
        for name, slot in self._command_wires().items():
            self.commands[name].triggered.connect(slot)

    def _session_wires(self) -> tuple[Wire, ...]:
        session = self.session
        return (
            (session.opened, self._on_opened),
            (session.ticked, self.animation.on_tick),
            (session.stepped, self.animation.on_stepped),
            (session.mode_changed, self.commands.show_mode),
            (session.mode_changed, self.toolbar.show_mode),
            (session.mode_changed, self.animation.on_mode),
            (session.speed_changed, self.toolbar.speed.show_speed),
            (session.speed_changed, self.animation.on_speed),
            (session.change_applied, self.animation.on_change),
            (session.ghost_changed, self.animation.on_ghost),
            (session.scenario_changed, self._on_scenario),
            (session.saved, self._show_title),
            (session.failed, self.files.show_failure),
        )

    def _part_wires(self) -> tuple[Wire, ...]:
        session, commands = self.session, self.commands
        return (
            (self.animation.status_changed, self.status.show_status),
            (self.diagram.sentence_changed, self.sentence.show_sentence),
            (self.toolbar.mode_requested, commands.ask_for),
            (self.toolbar.speed.speed_requested, session.set_speed),
            (self.toolbar.scenario.chosen, self.files.open),
            (self.menu.recent_chosen, self.files.open),
            (self.files.recent_changed, self._show_recent),
            (self.files.said, self.status.say),
            (self.exports.said, self.status.say),
            (self.files.compared, self._on_compared),
            (self.until.told, self.status.keep_saying),
            (self.branches.said, self.status.say),
            (self.budget.said, self.status.say),
            (self.oddities.said, self.status.say),
            (self.runs.said, self.status.say),
            (self.files.results_opened, self.runs.check),
            (commands["reduced_motion"].toggled, self.animation.reduce_motion),
            (commands["panel"].toggled, self.places.show_panel),
            (commands["charts"].toggled, self.places.charts.setVisible),
            (self._drops.dropped, self.files.open),
            (self._drops.refused, self.files.warn),
            (self.appearance.changed, self._on_theme),
            (self.language.changed, self._on_language),
        )

    def _command_wires(self) -> dict[str, Callable[..., Any]]:
        session, files = self.session, self.files
        return {
            "step": session.step,
            "run": session.run,
            "fast": session.fast,
            "express": session.express,
            "until": self.until.ask,
            "pause": session.toggle,
            "restart": session.restart,
            "to_now": session.return_to_now,
            "branch": session.branch,
            "undo": session.undo,
            "redo": session.redo,
            "reset": session.reset,
            "slower": lambda: session.set_speed(pacing.halved(session.speed)),
            "faster": lambda: session.set_speed(pacing.doubled(session.speed)),
            "open": files.ask_and_open,
            "open_results": files.ask_and_open_results,
            "save": files.save,
            "save_as": files.save_as,
            "export": self.exports.results,
            "picture": self.exports.picture,
            "animate": self.exports.animation,
            "report": self.exports.report,
            "class_table": lambda: doors.export_class(self),
            "ghost": lambda: compare.show_ghost(self),
            "ghost_swap": lambda: compare.swap_ghost(self),
            "quit": self.close,
            "theme": self.appearance.toggle,
            "english": lambda: self.language.set_code("en"),
            "portuguese": lambda: self.language.set_code("pt_BR"),
        }

    def _begin(self) -> None:
        """As it was left."""
        for name in ("panel", "charts"):
            self.commands[name].setChecked(True)
        self.commands["ghost"].setChecked(bool(self.preferences.compared_alone))
        self.commands.show_mode(self.session.mode)
        self.toolbar.show_mode(self.session.mode)
        self._show_language(self.language.code)
        self._show_recent()
        restore(self, self.preferences)
        self.toolbar.speed.show_speed(self.session.speed)
        self.diagram.setFocus()
        self.diagram.viewport().installEventFilter(self)

    # What happens

    def _on_opened(self, scenario: Scenario) -> None:
        self.diagram.set_system(scenario, is_shown=False)
        self.animation.on_opened()

    def _on_scenario(self, scenario: Scenario) -> None:
        self.diagram.set_system(scenario, is_shown=False)
        self._show_title()

    def _show_title(self) -> None:
        system, source = self.session.system, self.session.source
        if system is None:
            return
        is_unsaved, title = self.session.has_unsaved_changes, self.files.title
        self.setWindowTitle(f"{title}[*] – Vazão")
        self.setWindowModified(is_unsaved)
        name = source if isinstance(source, str) else None
        text = system.scenario.text(self.language.code)
        self.toolbar.scenario.show_scenario(title, text, name, is_unsaved=is_unsaved)

    def _show_recent(self) -> None:
        self.menu.show_recent(self.preferences.recent)

    def _on_compared(self, b: Scenario) -> None:
        compare.opened(self).open_saved(b)

    def _on_theme(self, theme: Theme) -> None:
        self.preferences.theme = theme.name
        for part in (self.commands, self.toolbar, self.diagram, self.sentence, self.status):
            part.use_theme(theme)

    def _on_language(self, code: Code) -> None:
        self.preferences.language = code
        self.commands.retranslate()
        self._show_language(code)

    def _show_language(self, code: Code) -> None:
        self.commands.show_language(code)
        self.toolbar.show_language(code)
        self._show_title()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and watched is self.diagram.viewport():
            watched.removeEventFilter(self)
            self.painted.emit()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.session.set_visible(not self.isMinimized())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.session.set_visible(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.session.set_visible(self.isVisible() and not self.isMinimized())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave():
            event.ignore()
            return
        self.session.pause()
        keep(self, self.preferences)
        super().closeEvent(event)
        self.closed.emit()
