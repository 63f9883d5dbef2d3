"""What the two pages of the dialog share: fields above, progress below, what goes wrong in between."""

import re
from time import perf_counter

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from simulator.errors import ScenarioError, SimulatorError
from simulator.scenario import Scenario
from simulator.units import format_time
from ui.experiment.asked import Asked
from ui.experiment.choices import Choice, choices
from ui.experiment.labels import span
from ui.experiment.runner import Runner, Work
from ui.experiment.vary_row import VaryRow
from ui.problem_words import error_text, whole
from ui.theme.theme import Theme

_STEPS = 1000
_OPTION = re.compile(r"^--\w+: ", re.MULTILINE)
"""What the command line calls the field; here it stands beside its words."""


class Page(QWidget):
    """A form, a button that starts and cancels, and how far it is."""

    exported = Signal(str, bytes)
    """What the file is called, and what it is to hold (CSV)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: Scenario | None = None
        self._seed = 1
        self._begun_s = 0.0
        self.runner = Runner(self)
        self.rows = self._make_rows()
        self.duration = QLineEdit(self)
        self.error, self.state = QLabel(self), QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setProperty("role", "muted")
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _STEPS)
        self.go, self.save = QPushButton(self), QPushButton(self)
        self.go.setProperty("primary", True)
        self.go.setAutoDefault(False)
        self.save.setAutoDefault(False)
        self.save.setEnabled(False)
        self.form, self.column = QFormLayout(), QVBoxLayout(self)
        self._lay_out()
        for signal, slot in (
            (self.go.clicked, self._on_go),
            (self.save.clicked, self.export),
            (self.runner.progressed, self._on_progress),
            (self.runner.finished, self.on_finished),
            (self.runner.failed, self.show_error),
            (self.runner.over, self._on_over),
        ):
            signal.connect(slot)

    def _make_rows(self) -> tuple[VaryRow, ...]:
        raise NotImplementedError

    def _lay_out(self) -> None:
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.column.setContentsMargins(20, 14, 20, 16)
        self.column.setSpacing(10)
        self.column.addLayout(self.form)
        self.column.addWidget(self.error)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.progress, 1)
        below.addWidget(self.state)
        below.addWidget(self.save)
        below.addWidget(self.go)
        self.column.addLayout(below)
        self.error.hide()

    # What the window tells

    def use_scenario(self, scenario: Scenario, seed: int) -> None:
        """What varies is this, as it stands."""
        known = choices(scenario)
        if self._scenario is None:
            self.duration.setText(format_time(scenario.run.duration))
        self._scenario, self._seed = scenario, seed
        for number, row in enumerate(self.rows):
            row.offer(known, self.first_choice(number, known))

    def first_choice(self, number: int, known: tuple[Choice, ...]) -> int:
        """Which key a row begins with; -1: none."""
        wanted = ("server.workers", "rate")[number] if number < 2 else ""
        return next((index for index, each in enumerate(known) if wanted and each.key.endswith(wanted)), -1)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme

    # Going

    @property
    def asked(self) -> Asked:
        """What stands in the fields."""
        assert self._scenario is not None, "the window has one"
        varied = [row.asked for row in self.rows]
        return Asked(self._scenario, self._seed, self.duration.text(), [each for each in varied if each is not None])

    def _on_go(self) -> None:
        if self.runner.is_running:
            self.runner.cancel()
            self.state.setText(self.tr("Ending..."))
            return
        self.show_error(None)
        try:
            work = self.prepare()
        except SimulatorError as error:
            self.show_error(error)
            return
        self._begun_s = perf_counter()
        self.progress.setValue(0)
        self.state.setText(self.tr("Starting..."))
        self.runner.begin(work)
        self._name_go()

    def prepare(self) -> Work:
        """The work that the fields ask for. Raises SimulatorError."""
        raise NotImplementedError

    def on_news(self, news: object) -> None:
        """Something of it is known."""

    def on_finished(self, result: object) -> None:
        """All of it is known."""

    def export(self) -> None:
        """Hand out what is known, as CSV."""

    def _on_progress(self, share: float, news: object) -> None:
        self.progress.setValue(round(share * _STEPS))
        if news is not None:
            self.on_news(news)
        left_s = (perf_counter() - self._begun_s) * (1 - share) / share if share > 0 else 0.0
        if self.runner.is_running:
            self.state.setText(self.tr("{span} left").format(span=span(left_s)) if share < 1 else "")

    def _on_over(self) -> None:
        is_whole = self.progress.value() >= _STEPS
        self.state.setText("" if is_whole else self.tr("Ended before it was through"))
        self._name_go()

    def show_error(self, error: SimulatorError | None) -> None:
        """What is wrong, in the place between fields and results; None: nothing."""
        if isinstance(error, ScenarioError):
            text = "\n".join(map(whole, error.problems[:3]))
        else:
            text = "" if error is None else error_text(error)
        self.error.setText(_OPTION.sub("", text))
        self.error.setVisible(bool(text))

    def _name_go(self) -> None:
        self.go.setText(self.tr("Cancel") if self.runner.is_running else self.start_text())

    def start_text(self) -> str:
        """What the button says where nothing runs."""
        return self.tr("Start")

    def retranslate(self) -> None:
        """Say all words anew."""
        self.save.setText(self.tr("Export CSV..."))
        self.progress.setAccessibleName(self.tr("Progress"))
        # As wide as its widest word: it must not move under the pointer.
        self.go.setMinimumWidth(0)
        widths = []
        for text in (self.tr("Cancel"), self.start_text()):
            self.go.setText(text)
            widths.append(self.go.sizeHint().width())
        self.go.setMinimumWidth(max(widths))
        self._name_go()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
