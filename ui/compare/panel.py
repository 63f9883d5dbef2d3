"""A | B in the window: two diagrams, their charts on one axis, and the difference with its interval."""

from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from simulator.record import Moment
from simulator.scenario import Scenario
from simulator.statistics.paired import PairedFigure
from ui.animation import Animation
from ui.compare.badge import Badge
from ui.compare.charts import ComparedCharts
from ui.compare.duo import Duo
from ui.compare.figures import Figures
from ui.compare.ghost_mode import GhostMode
from ui.compare.half import Half
from ui.compare.lower import Lower
from ui.compare.pair_bar import PairBar
from ui.compare.pairs import PAIRS, fits
from ui.compare.room import OVER_BORDER, room
from ui.compare.side_parameters import WIDTH, SideParameters
from ui.compare.sides import OTHER
from ui.compare.table import DifferenceTable
from ui.compare.words import arrivals_text, likeness, pairs_tip, side_text, verdict, warming_up
from ui.diagram.ink import Ink
from ui.theme import Theme

_CHART_EVERY_S, _ONE_OF_ALL_EVERY_S = 0.1, 0.04
"""Wall time."""
_LEAST_HALF = 636


class ComparePanel(QWidget):
    """Shows a `Duo`; begins with B like A when it is opened, and leaves A alone when it is closed."""

    save_chosen = Signal()

    def __init__(self, duo: Duo, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.duo = duo
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self.bar = PairBar()
        self.halves = {letter: Half(letter, theme, self._ink) for letter in ("A", "B")}
        self.charts, self.table, self.badge = (
            ComparedCharts(theme, self._ink),
            DifferenceTable(self._ink),
            Badge(self._ink, self),
        )
        self.ghost_mode = GhostMode(self.halves, self)
        self._animations = (
            Animation(duo.a, self.halves["A"].diagram, self),
            Animation(duo, self.halves["B"].diagram, self),
        )
        self.figures = Figures(duo, self)
        self._chart_s = 0.0
        self._diagrams, self._lower = QSplitter(Qt.Orientation.Horizontal), Lower(self.charts, self.table)
        self.parameters = SideParameters(theme, self._diagrams)
        self._arrange()
        self._wire()

    def _arrange(self) -> None:
        self._rows = QSplitter(Qt.Orientation.Vertical)
        for splitter, parts in (
            (self._diagrams, tuple(self.halves.values())),
            (self._rows, (self._diagrams, self._lower)),
        ):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            for part in parts:
                splitter.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._rows, 1)
        self._rows.splitterMoved.connect(self._place_badge)
        self._translate()

    def _wire(self) -> None:
        duo, session = self.duo, self.duo.a
        a, b = self._animations
        for signal, slot in (
            (session.opened, a.on_opened),
            (session.ticked, self._on_a_tick),
            (session.mode_changed, a.on_mode),
            (session.mode_changed, b.on_mode),
            (session.scenario_changed, self._on_scenarios),
            (duo.began, self._on_began),
            (duo.ticked, self._on_tick),
            (duo.scenario_changed, self._on_scenarios),
            (self.figures.came, self._on_figures),
            (self.charts.arranged, self._on_arranged),
            (self.ghost_mode.changed, self._on_sides),
            (self.charts.scrub.rewind_requested, session.rewind),
            (self.charts.scrub.return_requested, session.return_to_now),
            (self.bar.pair_chosen, self._on_pair),
            (self.bar.likeness_chosen, self._on_likeness),
            (self.bar.save_chosen, self.save_chosen),
            (self.parameters.change_requested, self._on_change_requested),
        ):
            signal.connect(slot)
        for letter, half in self.halves.items():
            half.change.toggled.connect(lambda is_on, letter=letter: self._on_change(letter, is_on=is_on))

    # What is asked for

    def _on_pair(self, name: str) -> None:
        if self.duo.begin_pair(name):
            self.bar.show_pair(name)

    def _on_likeness(self) -> None:
        self.duo.begin()
        self.bar.show_pair("")

    def _on_change(self, letter: str, *, is_on: bool) -> None:
        """One panel at a time: there is room for one beside two diagrams."""
        if is_on:
            for other, half in self.halves.items():
                half.change.setChecked(other == letter)
        self.parameters.show_for(letter, is_shown=is_on)
        self._split()

    def _on_sides(self) -> None:
        """The parameters of a side that is not seen are not, either."""
        for letter, half in self.halves.items():
            if self.ghost_mode.shown not in ("", letter):
                half.change.setChecked(False)
        self._split()

    def _on_change_requested(self, letter: str, key: str, value: object) -> None:
        (self.duo.a.apply if letter == "A" else self.duo.apply)(key, value)

    def _on_arranged(self, are_all_shown: bool) -> None:
        """All charts need the room of the table."""
        self._lower.show_table(not are_all_shown)
        self._split()

    def open_saved(self, b: Scenario) -> None:
        """Compare what was opened just now with what was saved as its B."""
        self.duo.begin_saved(b)
        self.bar.show_pair("")

    # What happens

    def _on_began(self) -> None:
        a, b = self.duo.a.system, self.duo.system
        assert a is not None, "something was opened"
        assert b is not None, "B began"
        self._animations[1].on_opened()
        self.charts.restart(a, b)
        self.badge.forget()
        self.figures.forget()
        self._chart_s = 0.0
        for letter, system in (("A", a), ("B", b)):
            self.parameters.open_scenario(letter, system.record.scenario)
        self.bar.offer([pair.name for pair in PAIRS if fits(pair, a.scenario) is not None])

    def _on_scenarios(self) -> None:
        a, b = self.duo.a.system, self.duo.system
        if a is None or b is None or not self.duo.is_on:
            return
        for letter, system in (("A", a), ("B", b)):
            self.halves[letter].diagram.set_system(system.scenario, is_shown=False)
            self.parameters.show_scenario(letter, system.scenario)
        self.ghost_mode.compare(a.scenario, b.scenario)
        self._say_difference()

    def _say_difference(self) -> None:
        differ = self.duo.variations
        for letter, half in self.halves.items():
            half.show_texts(side_text(differ, letter), side_text(differ, OTHER[letter]))
        system = self.duo.a.system
        if system is not None:
            self.bar.show_likeness(likeness(differ, system.scenario))

    def _on_a_tick(self, moment: Moment) -> None:
        # Of a run that is compared to nothing the diagram here knows no scenario either.
        if self.duo.is_on:
            self._animations[0].on_tick(moment)

    def _on_tick(self, moment: Moment) -> None:
        if not self.isVisible():
            return
        self._animations[1].on_tick(moment)
        wall_s, is_settled = perf_counter(), not self.duo.mode.is_running
        every_s = _ONE_OF_ALL_EVERY_S if self.charts.are_all_shown else _CHART_EVERY_S
        # Not in the same picture as a chart; and first, since they are wanted seldom and charts all the time.
        if self.figures.refresh(wall_s, is_settled=is_settled) and not is_settled:
            return
        if is_settled or wall_s - self._chart_s >= every_s:
            self._chart_s = wall_s
            self.charts.refresh(self.duo.now_s, self.duo.shown_s, is_settled=is_settled)

    def _on_figures(self, figures: tuple[PairedFigure, ...]) -> None:
        paired = self.duo.paired
        assert paired is not None, "the figures are its own"
        self.table.show_figures(figures, arrivals_text(paired))
        warm_up_s = self.duo.warm_up_s
        is_early = self.duo.shown_s < warm_up_s
        self.badge.show_verdict(warming_up(warm_up_s) if is_early else verdict(figures, paired.answered))
        self._place_badge()

    def _place_badge(self, *_: object) -> None:
        """Over the border between diagrams and chart, in the middle of the diagrams."""
        border, size = self._rows.y() + self._diagrams.height(), self.badge.sizeHint()
        width = min(size.width(), self.width() - 40)
        halves = sum(half.width() for half in self.halves.values() if half.isVisible())
        self.badge.setGeometry((halves - width) // 2, border - OVER_BORDER, width, size.height())
        self.badge.raise_()

    # Look

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._ink = Ink(theme, is_dark=theme.is_dark)
        for half in self.halves.values():
            half.use_theme(theme, self._ink)
        self.parameters.use_theme(theme)
        self.charts.use_theme(theme, self._ink)
        for part in (self.table, self.badge):
            part.use_ink(self._ink)

    def reduce_motion(self, is_reduced: bool) -> None:
        """Numbers on the links instead of requests that move."""
        for animation in self._animations:
            animation.reduce_motion(is_reduced)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.duo.is_on:
            self._animations[0].on_opened()
            self.duo.begin()
            # As the diagram of one server has it, when the window opens.
            self.halves["A"].diagram.setFocus()
        self._split()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.duo.end()
            for half in self.halves.values():
                half.diagram.restart()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._split()

    def _make_room(self) -> None:
        """Where two diagrams have no room, one is the other's ghost; with a panel, the side that is changed stays."""
        self.ghost_mode.fit(is_narrow=self.width() < 2 * _LEAST_HALF)
        changed = next((letter for letter, half in self.halves.items() if half.change.isChecked()), None)
        is_wide = (self.width() - WIDTH) / 2 >= _LEAST_HALF
        shown = self.ghost_mode.shown or (None if is_wide else changed)
        focused = self.focusWidget()
        for letter, half in self.halves.items():
            half.setVisible(shown in (None, letter))
        if shown is not None and focused is not None and self.halves[OTHER[shown]].isAncestorOf(focused):
            # Who is hidden takes the focus to wherever is next.
            self.halves[shown].diagram.setFocus()

    def _split(self) -> None:
        self._make_room()
        upper, lower, is_low = room(self._rows.height(), are_all_shown=self.charts.are_all_shown)
        self.badge.fold(is_folded=is_low)
        self._lower.begin_below(self.badge.sizeHint().height() - OVER_BORDER)
        self._rows.setSizes([upper, lower])
        half = self._diagrams.width() // 2
        self._diagrams.setSizes([half, half, *([WIDTH] * len(self.parameters.made))])
        self._lower.setSizes([round(self.width() * 0.58), round(self.width() * 0.42)])
        self._place_badge()

    def _translate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Compare", "Compare A | B"))
        for part in (self.badge, self.table):
            part.setToolTip(pairs_tip())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
            if self.duo.is_on:
                self._say_difference()
                self.badge.forget()
                self.figures.read()
        super().changeEvent(event)
