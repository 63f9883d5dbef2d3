"""The charts below the diagram: those that were chosen, on one time axis, or one of them alone."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from simulator.model import System
from simulator.record import Samples
from simulator.scenario import Change
from ui.charts import export
from ui.charts.chart import Chart
from ui.charts.crosshair import Crosshair
from ui.charts.gap import ChartGap
from ui.charts.ghosts import Ghost
from ui.charts.kinds import ChartKind, columns, known, least_height, rows, unchosen
from ui.charts.menu import ChartMenu
from ui.charts.run import Frame, Run
from ui.charts.subjects import SUBJECTS
from ui.charts.subjects.base import Subject
from ui.theme import Theme

_INSET = 12


class ChartsPanel(QWidget):
    """Follows a run; nothing is worked out for a panel, or a chart, that nobody sees."""

    shown_changed = Signal()
    """Other charts are shown, or need more room; or the ones that were asked for cannot be."""
    exported = Signal(str, str, bytes)
    """What a chart is called in file names, the suffix, and what the file is to hold."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._run: Run | None = None
        self._frame: Frame | None = None
        self._wanted: tuple[float, float] = (0.0, 0.0)
        self._chosen: tuple[ChartKind, ...] | None = None
        self._enlarged: ChartKind | None = None
        self._asked_about: ChartKind | None = None
        self._told: tuple[tuple[ChartKind, ...], int] | None = None
        self.subjects: dict[ChartKind, Subject] = {
            kind: subject(Chart(theme, subject.areas, subject.curves, self)) for kind, subject in SUBJECTS.items()
        }
        self._crosshair = Crosshair(self)
        self._menu = ChartMenu(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        self._small = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._wire()
        self._translate()
        self._arrange()

    def _wire(self) -> None:
        self._small.activated.connect(self._on_escape)
        self._crosshair.moved.connect(self._on_crosshair)
        self._menu.enlarge_requested.connect(self.enlarge)
        self._menu.toggled.connect(self.set_shown)
        self._menu.export_requested.connect(self.export)
        for kind, subject in self.subjects.items():
            chart = subject.chart
            chart.hovered.connect(partial(self._on_hovered, kind))
            chart.stepped.connect(self._on_stepped)
            chart.enlarge_requested.connect(partial(self._on_enlarge, kind))
            chart.menu_requested.connect(partial(self._on_menu, kind))

    # What the window tells

    def restart(self, system: System) -> None:
        """Another run: forget the last one."""
        self._run = Run(system)
        self._frame = None
        for subject in self.subjects.values():
            subject.forget()
        self.refresh(0.0, 0.0)

    def show_ghost(self, ghost: Ghost | None) -> None:
        """The run that was left by a branch, beside the one that goes on; None: no more."""
        if self._run is not None:
            self._run.show_ghost(ghost)
            self.refresh(*self._wanted)

    def show_measured(self, samples: Samples | None) -> None:
        """What a real server did, beside the run; None: no more. A restart forgets it."""
        if self._run is not None:
            self._run.show_measured(samples)
            self.refresh(*self._wanted)

    def show_gap(self, gap: ChartGap | None) -> None:
        """A prediction on the chart that it is about, which is shown as long as it is there; None: no more."""
        for kind, subject in self.subjects.items():
            subject.gap = gap if gap is not None and gap.kind is kind else None
        before, self._asked_about = self._asked_about, None if gap is None else gap.kind
        if self._asked_about is not before:
            self._arrange()
        self.refresh(*self._wanted)

    def refresh(self, now_s: float, shown_s: float) -> None:
        """The run has come to `now_s`, and the picture shows `shown_s`."""
        self._wanted = now_s, shown_s
        if self._run is None or not self.isVisible():
            return
        self._frame = self._run.frame(now_s, shown_s)
        self._show()

    def turns(self) -> tuple[Callable[[float, float], bool], ...]:
        """`refresh` in parts: for who has no time for all of it between two pictures of the diagram."""
        return tuple(partial(self._refresh_one, number) for number in range(len(self.subjects)))

    def _refresh_one(self, turn: int, now_s: float, shown_s: float) -> bool:
        """One chart a turn; whether there are as many as that."""
        self._wanted = now_s, shown_s
        kinds = self.visible_kinds
        if self._run is None or not self.isVisible() or turn >= len(kinds):
            return False
        if turn == 0 or self._frame is None:
            self._frame = self._run.frame(now_s, shown_s)
        self._show_one(self.subjects[kinds[turn]], self._frame, self._run)
        return True

    def mark_change(self, change: Change) -> None:
        """A value was changed. It is in the record, and the next refresh marks it: none of a drag's is waited for."""

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        for subject in self.subjects.values():
            subject.chart.use_theme(theme)
        self._show()
        self.update()

    # Which charts

    @property
    def shown(self) -> tuple[ChartKind, ...]:
        """Those that were chosen, else those for which there is room."""
        return self._chosen if self._chosen is not None else unchosen(self.width())

    @property
    def chosen_names(self) -> tuple[str, ...]:
        """To be remembered; nothing where nobody chose."""
        return tuple(kind.value for kind in self._chosen or ())

    @property
    def rows(self) -> int:
        """In how many rows they stand while none is enlarged."""
        return rows(len(self.shown), self.width())

    @property
    def visible_kinds(self) -> tuple[ChartKind, ...]:
        """Those that are seen now; what is asked about takes the place of the last one."""
        if self._enlarged is not None:
            return (self._enlarged,)
        if self._asked_about is None or self._asked_about in self.shown:
            return self.shown
        return known((*self.shown[: max(1, len(self.shown) - 1)], self._asked_about))

    def choose(self, names: tuple[str, ...]) -> None:
        """Show these; without any, as many as there is room for."""
        self._chosen = known(names) or None
        self._arrange()

    def set_shown(self, kind: ChartKind, is_shown: bool) -> None:  # a slot of `toggled`
        """Show or hide one; the last stays."""
        others = tuple(each for each in self.shown if each is not kind)
        wanted = known((*others, kind)) if is_shown else others
        if wanted and wanted != self.shown:
            self._chosen = wanted
            self._enlarged = self._enlarged if self._enlarged in wanted else None
            self._arrange()
        self.shown_changed.emit()

    def enlarge(self, kind: ChartKind | None) -> None:
        """Show one chart alone; None: all of them again."""
        before, self._enlarged = self._enlarged, kind
        self._arrange()
        if (focused := kind or before) is not None:
            self.subjects[focused].chart.setFocus()

    def _arrange(self) -> None:
        seen = self.visible_kinds
        beside = columns(len(seen), self.width())
        for subject in self.subjects.values():
            self._grid.removeWidget(subject.chart)
        for kind, subject in self.subjects.items():
            subject.chart.setVisible(kind in seen)
            subject.chart.show_enlarged(is_enlarged=kind is self._enlarged)
        for number, kind in enumerate(seen):
            self._grid.addWidget(self.subjects[kind].chart, number // beside, number % beside)
        for column in range(len(SUBJECTS)):
            self._grid.setColumnStretch(column, int(column < beside))
            self._grid.setRowStretch(column, int(column < rows(len(seen), self.width())))
        self.setMinimumHeight(least_height(len(seen), self.width()))
        for before, after in pairwise(seen):
            self.setTabOrder(self.subjects[before].chart, self.subjects[after].chart)
        self._show()
        self.update()
        told = self.shown, self.minimumHeight()
        if told != self._told:
            self._told = told
            self.shown_changed.emit()

    # Showing

    def _show(self) -> None:
        if self._frame is None or self._run is None:
            return
        for kind in self.visible_kinds:
            self._show_one(self.subjects[kind], self._frame, self._run)

    def _show_one(self, subject: Subject, frame: Frame, run: Run) -> None:
        subject.show(frame, run, self._crosshair.looked_at(frame))
        if subject.is_timed:
            subject.chart.plot.show_crosshair(self._crosshair.time_s)
        self._read_out_one(subject, frame, run)

    def _on_hovered(self, kind: ChartKind, value: float | None) -> None:
        if self.subjects[kind].is_timed:
            self._crosshair.point_at(value, self._wanted[0])

    def _on_stepped(self, step: object) -> None:
        if self._frame is not None:
            self._crosshair.step(step, self._frame)

    def _on_crosshair(self) -> None:
        if self._frame is None or self._run is None:
            return
        for kind in self.visible_kinds:
            subject = self.subjects[kind]
            if subject.is_timed:
                subject.chart.plot.show_crosshair(self._crosshair.time_s)
            self._read_out_one(subject, self._frame, self._run)
            if subject.chart.hasFocus():
                subject.chart.setAccessibleDescription(subject.chart.header.readout)

    def _read_out_one(self, subject: Subject, frame: Frame, run: Run) -> None:
        """The legends say the values of the pointer's instant, else of the one that the picture shows."""
        subject.read_out(frame, run, self._crosshair.looked_at(frame), self._crosshair.words(frame))

    # What is asked for

    def export(self, kind: ChartKind, suffix: str) -> None:
        """Make a file of a chart: .png, .svg, or .csv with what it shows."""
        if self._frame is None or self._run is None:
            return
        subject = self.subjects[kind]
        match suffix:
            case ".png":
                data = export.png(subject.chart)
            case ".svg":
                data = export.svg(subject.chart)
            case _:
                data = export.table_csv(subject.table(self._frame, self._run, self._crosshair.looked_at(self._frame)))
        self.exported.emit(kind.value, suffix, data)

    def _on_enlarge(self, kind: ChartKind) -> None:
        self.enlarge(None if self._enlarged is kind else kind)

    def _on_escape(self) -> None:
        if self._crosshair.is_set_by_keys:
            self._crosshair.step(None, self._frame)
        else:
            self.enlarge(None)

    def _on_menu(self, kind: ChartKind, at: QPoint) -> None:
        titles = {each: subject.title for each, subject in self.subjects.items()}
        self._menu.show_for(kind, at, titles, self.shown, self._enlarged)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Charts"))
        for subject in self.subjects.values():
            subject.translate()
            subject.chart.retranslate()
        self._show()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(1008, 144)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface.panel"))
        line = self._theme.colour("border.hairline")
        for kind in self.visible_kinds:
            place = self.subjects[kind].chart.geometry()
            if place.x() > 1:
                painter.fillRect(place.x() - 1, place.y() + _INSET, 1, place.height() - 2 * _INSET, line)
            if place.y() > 1:
                painter.fillRect(place.x() + _INSET, place.y() - 1, place.width() - 2 * _INSET, 1, line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh(*self._wanted)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)
