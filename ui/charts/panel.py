"""The charts below the diagram: throughput, response time and queue lengths on one time axis."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from simulator.model import System
from simulator.scenario import Change
from ui.charts import numbers
from ui.charts.chart import Chart
from ui.charts.run import Frame, Run
from ui.charts.subjects import SUBJECTS, Subject
from ui.diagram.ink import Ink
from ui.theme import Theme

_INSET = 12


class ChartsPanel(QWidget):
    """Follows a run; nothing is worked out for a panel that nobody sees."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._run: Run | None = None
        self._frame: Frame | None = None
        self._wanted: tuple[float, float] = (0.0, 0.0)
        self._hovered_s: float | None = None
        self._charts = [Chart(self._ink, kind.areas, kind.curves, self) for kind in SUBJECTS]
        self._subjects = [kind(chart) for kind, chart in zip(SUBJECTS, self._charts, strict=True)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for chart in self._charts:
            row.addWidget(chart, 1)
            chart.hovered.connect(self._on_hovered)
        self._translate()

    # What the window tells

    def restart(self, system: System) -> None:
        """Another run: forget the last one."""
        self._run = Run(system)
        self._frame = None
        for subject in self._subjects:
            subject.forget()
        self.refresh(0.0, 0.0)

    def refresh(self, now_s: float, shown_s: float) -> None:
        """The run has come to `now_s`, and the picture shows `shown_s`."""
        self._wanted = now_s, shown_s
        if self._run is None or not self.isVisible():
            return
        self._frame = self._run.frame(now_s, shown_s)
        self._show()

    def turns(self) -> tuple[Callable[[float, float], None], ...]:
        """`refresh`, one chart each: for who has no time for all of them between two pictures of the diagram."""
        return tuple(partial(self._refresh_one, number) for number in range(len(self._subjects)))

    def _refresh_one(self, number: int, now_s: float, shown_s: float) -> None:
        self._wanted = now_s, shown_s
        if self._run is None or not self.isVisible():
            return
        if number == 0 or self._frame is None:
            self._frame = self._run.frame(now_s, shown_s)
        self._show_one(self._subjects[number], self._frame, self._run)

    def mark_change(self, change: Change) -> None:
        """A value was changed. It is in the record, and the next refresh marks it: none of a drag's is waited for."""

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._ink = Ink(theme, is_dark=theme.is_dark)
        for chart in self._charts:
            chart.use_ink(self._ink)
        self._show()
        self.update()

    # Showing

    def _show(self) -> None:
        if self._frame is None or self._run is None:
            return
        for subject in self._subjects:
            self._show_one(subject, self._frame, self._run)

    def _show_one(self, subject: Subject, frame: Frame, run: Run) -> None:
        subject.show(frame, run)
        subject.chart.plot.show_crosshair(self._hovered_s)
        self._read_out_one(subject, frame, run)

    def _on_hovered(self, time_s: float | None) -> None:
        is_known = self._frame is not None and time_s is not None and time_s <= self._wanted[0]
        self._hovered_s = time_s if is_known else None
        for chart in self._charts:
            chart.plot.show_crosshair(self._hovered_s)
        self._read_out()

    def _read_out(self) -> None:
        """The legends say the values of the pointer's instant, else of the one that the picture shows."""
        if self._frame is None or self._run is None:
            return
        for subject in self._subjects:
            self._read_out_one(subject, self._frame, self._run)

    def _read_out_one(self, subject: Subject, frame: Frame, run: Run) -> None:
        at_s = frame.shown_s if self._hovered_s is None else self._hovered_s
        is_past = self._hovered_s is not None or frame.is_rewound
        instant = self.tr("at {time}").format(time=numbers.clock(at_s)) if is_past else None
        subject.read_out(frame, run, at_s, instant)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Charts"))
        for subject in self._subjects:
            subject.translate()
        self._show()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(1008, 144)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ink.colour("surface.panel"))
        for chart in self._charts[1:]:
            painter.fillRect(chart.x() - 1, _INSET, 1, self.height() - 2 * _INSET, self._ink.colour("border.hairline"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh(*self._wanted)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)
