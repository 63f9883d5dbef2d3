"""The charts of both: one that is chosen, or all of them beside each other."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QGridLayout, QMenu, QToolButton, QWidget

from simulator.model import System
from ui.charts.kinds import ChartKind
from ui.charts.run import Run
from ui.compare.chart import ComparedChart
from ui.compare.overlays import OVERLAID, Side, Sides
from ui.diagram.ink import Ink
from ui.theme import Theme
from ui.theme.icons import icon
from ui.timeline.scrub import Scrub

_BUTTON, _BESIDE = 20, 3
_LEAST_CHART = 118
"""Pixels in which a curve still tells something."""
FIRST = ChartKind.RESPONSE_TIME


class ComparedCharts(QWidget):
    """Follows two runs; a chart is made when it is asked for, and nothing is worked out for one that nobody sees."""

    arranged = Signal(bool)
    """Whether all are shown, which takes room."""

    def __init__(self, theme: Theme, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._ink = theme, ink
        self.charts: dict[ChartKind, ComparedChart] = {}
        self.chosen, self.are_all_shown = FIRST, False
        self._runs: tuple[Run, Run] | None = None
        self._sides: Sides | None = None
        self._hovered_s: float | None = None
        self._turn = 0
        self.scrub = Scrub(self)
        self.choice, self.all = QToolButton(self), QToolButton(self)
        self.menu = QMenu(self.choice)
        group = QActionGroup(self.menu)
        self._actions = {kind: self.menu.addAction("") for kind in OVERLAID}
        for kind, action in self._actions.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, kind=kind: self.choose(kind))
            group.addAction(action)
        self.choice.setMenu(self.menu)
        self.choice.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.choice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.all.setProperty("flat", True)
        self.all.setCheckable(True)
        self.all.setFixedSize(_BUTTON, _BUTTON)
        for control in (self.choice, self.all):
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        self.all.toggled.connect(self.show_all)
        self._translate()
        self._arrange()

    # Which

    def choose(self, kind: ChartKind) -> None:
        """Show this one, where only one is shown."""
        self.chosen = kind
        self._arrange()

    def show_all(self, are_all_shown: bool) -> None:  # a slot of `toggled`
        """Show all, or the chosen one."""
        self.are_all_shown = are_all_shown
        self.all.setChecked(are_all_shown)
        self._arrange()
        self._translate()
        self.arranged.emit(are_all_shown)

    @property
    def shown(self) -> tuple[ChartKind, ...]:
        """Those that are seen."""
        return tuple(OVERLAID) if self.are_all_shown else (self.chosen,)

    def _arrange(self) -> None:
        # A chart that is hidden and a new parent both take the focus away.
        focused = next((control for control in (self.all, self.choice) if control.hasFocus()), None)
        self._place_charts()
        self._place_controls()
        if focused is not None:
            focused.setFocus()
        self._show_all()

    def _place_charts(self) -> None:
        for number, kind in enumerate(self.shown):
            chart = self._chart(kind)
            self._grid.removeWidget(chart)
            row, column = divmod(number, _BESIDE)
            self._grid.addWidget(chart, row, column)
        self.setMinimumHeight(-(-len(self.shown) // _BESIDE) * _LEAST_CHART)
        self._actions[self.chosen].setChecked(True)
        for kind, chart in self.charts.items():
            chart.setVisible(kind in self.shown)

    def _place_controls(self) -> None:
        """In the header of the chart at the upper right."""
        controls = (self.all,) if self.are_all_shown else (self.all, self.choice)
        for chart in self.charts.values():
            chart.header.add_buttons()
        self.choice.setVisible(not self.are_all_shown)
        self.charts[self.shown[:_BESIDE][-1]].header.add_buttons(*controls)
        for control in controls:
            control.show()
        self.choice.setIcon(icon("chevron", self._theme, "text.muted"))
        self._fit_choice()
        self.all.setIcon(icon("shrink" if self.are_all_shown else "expand", self._theme, "text.muted"))

    def _chart(self, kind: ChartKind) -> ComparedChart:
        if kind not in self.charts:
            chart = self.charts[kind] = ComparedChart(kind, self._ink, self)
            chart.hovered.connect(self._on_hovered)
            chart.grabbed.connect(self.scrub.go_to)
            chart.released.connect(self.scrub.let_go)
            chart.stepped.connect(self.scrub.step)
            # What a key shows is read out, not what lies under a pointer that rests.
            chart.stepped.connect(lambda *_: self._on_hovered(None))
            chart.leapt.connect(self.scrub.leap)
        return self.charts[kind]

    # What

    def restart(self, a: System, b: System) -> None:
        """Other runs: forget the last ones."""
        self._runs, self._sides = (Run(a), Run(b)), None
        for chart in self.charts.values():
            chart.forget()

    def refresh(self, now_s: float, shown_s: float, *, is_settled: bool) -> None:
        """The runs have come to `now_s`, and the diagrams show `shown_s`; while they move, one chart at a time."""
        self.scrub.follow(now_s, shown_s)
        if self._runs is None or not self.isVisible():
            return
        if is_settled or self._turn % len(self.shown) == 0 or self._sides is None:
            a, b = (Side(run, run.frame(now_s, shown_s)) for run in self._runs)
            self._sides = a, b
        if is_settled:
            self._show_all()
            return
        self.charts[self.shown[self._turn % len(self.shown)]].show_sides(self._sides, self._hovered_s)
        self._turn += 1

    def _show_all(self) -> None:
        if self._sides is not None:
            for kind in self.shown:
                self.charts[kind].show_sides(self._sides, self._hovered_s)

    def _on_hovered(self, time_s: float | None) -> None:
        # Of what is to come nothing is known.
        time_s = self._hovered_s = None if time_s is None or time_s > self.scrub.now_s else time_s
        if self._sides is not None:
            for kind in self.shown:
                self.charts[kind].read_out(self._sides, time_s)

    # Look

    def use_theme(self, theme: Theme, ink: Ink) -> None:
        """The colours changed."""
        self._theme, self._ink = theme, ink
        for chart in self.charts.values():
            chart.use_ink(ink)
        self._arrange()

    def _translate(self) -> None:
        for kind, action in self._actions.items():
            action.setText(OVERLAID[kind]().title())
        self.choice.setText(QCoreApplication.translate("Compare", "Chart"))
        self.choice.setToolTip(QCoreApplication.translate("Compare", "Show another chart of both"))
        self._fit_choice()
        words = (
            QCoreApplication.translate("Compare", "Show one chart")
            if self.are_all_shown
            else QCoreApplication.translate("Compare", "Show all charts")
        )
        self.all.setToolTip(words)
        self.all.setAccessibleName(words)
        for chart in self.charts.values():
            chart.translate()

    def _fit_choice(self) -> None:
        """Its width is that of icon and word, whichever of them came last."""
        self.choice.ensurePolished()
        self.choice.setFixedSize(self.choice.sizeHint())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
            self._show_all()
        super().changeEvent(event)
