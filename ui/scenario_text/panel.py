"""The panel of the scenario's text: the editor, what is wrong with the text, and what waits for a restart."""

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from simulator.errors import Problem
from simulator.scenario import Scenario
from simulator.scenario.keys import locate
from simulator.scenario.positions import line_of, lines_of
from ui.i18n import code_of
from ui.problem_words import said
from ui.scenario_text.editor import Editor
from ui.scenario_text.in_step import InStep, Odd, Reading
from ui.scenario_text.problem_list import ProblemList
from ui.theme import Theme
from ui.theme.icons import icon

_TYPED_MS, _CHANGED_MS = 450, 120
"""How long after a key, or after a change elsewhere, text and session are brought in step."""
_NAMED = 3
"""So many keys that wait are named."""


class ScenarioTextPanel(QWidget):
    """`open_scenario` with each run, `show_scenario` with each change; what is typed comes out as requests."""

    change_requested = Signal(str, object)
    """A live key and its plain TOML value."""
    restart_requested = Signal(str)
    """Begin again with this text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_step = InStep()
        self._scenario: Scenario | None = None
        self._original = ""
        self._reading = Reading()
        self._odd: Odd = ()
        self._is_asking = False
        self.editor = Editor(theme, self)
        self.problems = ProblemList(self)
        self.state, self.reset = QLabel(self), QToolButton(self)
        self.waiting, self._waiting_text = QFrame(self), QLabel(self)
        self.restart = QPushButton(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._arrange()
        self._connect()
        self._retranslate()
        self.use_theme(theme)

    def _arrange(self) -> None:
        self.editor.setObjectName("scenario_text")
        self.reset.setObjectName("scenario_text_reset")
        self.restart.setObjectName("scenario_text_restart")
        self.state.setProperty("role", "caption")
        self.state.setWordWrap(True)
        self.reset.setProperty("flat", True)
        self.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._waiting_text.setWordWrap(True)
        self._waiting_text.setTextFormat(Qt.TextFormat.PlainText)
        self.waiting.hide()
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 12, 4)
        head.addWidget(self.state, 1)
        head.addWidget(self.reset)
        below = QVBoxLayout(self.waiting)
        below.setContentsMargins(16, 8, 16, 12)
        below.setSpacing(8)
        below.addWidget(self._waiting_text)
        below.addWidget(self.restart, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.editor, 1)
        column.addWidget(self.problems)
        column.addWidget(self.waiting)
        self.setAutoFillBackground(True)

    def _connect(self) -> None:
        self.editor.textChanged.connect(lambda: self._timer.start(_TYPED_MS))
        self._timer.timeout.connect(self.bring_in_step)
        self.problems.line_chosen.connect(self._on_line)
        self.restart.clicked.connect(lambda: self.restart_requested.emit(self.editor.toPlainText()))
        self.reset.clicked.connect(self._on_reset)

    # What the window tells

    def open_scenario(self, scenario: Scenario, original: str, source: str) -> None:
        """A run begins; `original` is the text that was opened, `source` what messages call it."""
        self._timer.stop()
        is_same = (original, source) == (self._original, self._in_step.source)
        # What was typed and no run has taken is not lost where the same begins anew: Ctrl+Z brings it back.
        is_kept = is_same and bool(self._reading.problems or self._reading.fixed)
        self._scenario, self._original = scenario, original
        text = self._in_step.open(scenario, original, source)
        self._is_asking = True
        (self.editor.replace if is_kept else self.editor.start)(text)
        self._is_asking = False
        self._timer.stop()
        self._odd = self._in_step.odd(text)
        self._show(Reading())

    def show_scenario(self, scenario: Scenario) -> None:
        """The values as they stand; the text follows in a moment."""
        self._scenario = scenario
        if self.isVisible() and not self._is_asking and not self._timer.isActive():
            self._timer.start(_CHANGED_MS)

    def go_to(self, line: int) -> None:
        """Show a line."""
        self.editor.go_to(line)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_key(self, key: str) -> None:
        """Show the line of a dotted key, or of its table where the text leaves it out."""
        if self._scenario is not None:
            place = locate(self._scenario.plain(), key)
            self.go_to(line_of(place, lines_of(self.editor.toPlainText())))

    def bring_in_step(self) -> None:
        """Read what was typed, ask for it, and take in what was changed elsewhere."""
        self._timer.stop()
        if self._scenario is None:
            return
        text = self.editor.toPlainText()
        reading = self._in_step.read(text)
        self._is_asking = True
        for edit in reading.live:
            self.change_requested.emit(edit.key, edit.value)
        text = self._in_step.agreed(text, reading, self._scenario)
        self.editor.replace(text)
        self._is_asking = False
        self._timer.stop()
        self._odd = self._in_step.odd(text)
        self._show(reading)

    def _show(self, reading: Reading) -> None:
        self._reading = reading
        self.editor.show_problems({problem.line or 1: said(problem.message) for problem in reading.problems})
        code = code_of(QLocale())
        odd = tuple(Problem(each.said(code), each.key, line) for line, each in self._odd)
        self.problems.show_problems(reading.problems or odd, is_wrong=bool(reading.problems))
        self.waiting.setVisible(bool(reading.fixed))
        self._say()

    def _say(self) -> None:
        count, fixed = len(self._reading.problems), [edit.key for edit in self._reading.fixed]
        if count == 1:
            state = self.tr("1 problem: the run keeps its last values")
        elif count:
            state = self.tr("{count} problems: the run keeps its last values").format(count=count)
        elif fixed:
            state = self.tr("waits for a restart")
        else:
            state = self.tr("in step with the run")
        odd = 0 if count else len(self._odd)
        if odd == 1:
            state = self.tr("{state}; 1 note").format(state=state)
        elif odd:
            state = self.tr("{state}; {count} notes").format(state=state, count=odd)
        self.state.setText(state)
        named = ", ".join(fixed[:_NAMED]) + (", …" if len(fixed) > _NAMED else "")
        self._waiting_text.setText(self.tr("Fixed for a run: {keys}").format(keys=named))

    # What the user does

    def _on_line(self, line: int) -> None:
        self.go_to(line)

    def _on_reset(self) -> None:
        self.editor.replace(self._original)
        self.bring_in_step()

    # Qt

    def _retranslate(self) -> None:
        self.editor.setAccessibleName(self.tr("Scenario as TOML"))
        self.restart.setText(self.tr("Restart with this text"))
        self.reset.setToolTip(self.tr("Back to the text that was opened"))
        self.reset.setAccessibleName(self.tr("Back to the text that was opened"))
        self._show(self._reading)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self.editor.use_theme(theme)
        self.reset.setIcon(icon("reset", theme, "text.muted"))
        background = self.palette()
        background.setColor(self.backgroundRole(), theme.colour("surface.panel"))
        self.setPalette(background)

    def sizeHint(self) -> QSize:
        return QSize(360, 320)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
