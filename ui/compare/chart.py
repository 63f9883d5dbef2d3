"""A and B on one axis: response times, throughput, queues or how long loops are held."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from simulator.model import System
from ui.charts import numbers
from ui.charts.header import ChartHeader, LegendEntry
from ui.charts.plot import AreaLook, CurveLook, Plot, Scales
from ui.charts.ranges import axis_top
from ui.charts.run import Frame, Run, highest, index_at
from ui.compare.letters import TOKENS
from ui.compare.overlay import OVERLAYS, Floats, Lines, Overlay
from ui.diagram.ink import Ink

_DASHES = (3, 3)
_NOTHING = np.empty(0)


class ComparedChart(QWidget):
    """Follows two runs; shows one overlay of them, chosen by the buttons above."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        curves = [CurveLook(TOKENS[side], dashes) for dashes in (_DASHES, ()) for side in ("A", "B")]
        self.header, self.plot = ChartHeader(ink, self), Plot((AreaLook("text.muted", 0.12),), curves, self)
        self.plot.use_ink(ink)
        self.choices = {name: QToolButton(self) for name in OVERLAYS}
        self._runs: tuple[Run, Run] | None = None
        self._frames: tuple[Frame, Frame] | None = None
        self._lines: tuple[Lines, Lines] | None = None
        self._wanted = (0.0, 0.0)
        self._hovered_s: float | None = None
        self.overlay = next(iter(OVERLAYS.values()))
        self._top = self.overlay.least_top
        self._arrange()
        self.plot.widget.viewport().installEventFilter(self)
        self.setAutoFillBackground(True)
        self._translate()

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 10, 0)
        above.setSpacing(6)
        above.addWidget(self.header, 1)
        group = QButtonGroup(self)
        for name, button in self.choices.items():
            button.setObjectName(f"overlay_{name}")
            button.setCheckable(True)
            button.setChecked(OVERLAYS[name] is self.overlay)
            group.addButton(button)
            above.addWidget(button)
            button.clicked.connect(lambda _=False, name=name: self.choose(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.plot.widget, 1)

    def restart(self, a: System, b: System) -> None:
        """Other runs: forget the last ones."""
        self._runs = Run(a), Run(b)
        self._frames = self._lines = None
        self._top = self.overlay.least_top

    def choose(self, name: str) -> None:
        """Show another overlay, by its name among OVERLAYS."""
        self.choices[name].setChecked(True)
        self.overlay = OVERLAYS[name]
        self._top = self.overlay.least_top
        self._frames = self._lines = None
        self._translate()
        self.refresh(*self._wanted)

    def refresh(self, now_s: float, shown_s: float) -> None:
        """The runs have come to `now_s`, and the pictures show `shown_s`."""
        self._wanted = now_s, shown_s
        if self._runs is None or not self.isVisible():
            return
        a, b = (run.frame(now_s, shown_s) for run in self._runs)
        self._frames = a, b
        lines = self._lines = self.overlay.lines(a, self._runs[0]), self.overlay.lines(b, self._runs[1])
        self._scale(a, lines)
        self._draw(lines)
        self.plot.show_marks(a.marks_s)
        self.plot.show_playhead(shown_s, is_rewound=a.is_rewound)
        self.plot.show_crosshair(self._hovered_s)
        self._translate()
        self._read_out()

    def _scale(self, frame: Frame, lines: tuple[Lines, Lines]) -> None:
        overlay = self.overlay
        if not overlay.is_bounded:
            series = [values for each in lines for values in drawn(each)]
            self._top = axis_top(highest(*series), self._top, overlay.least_top)
        self.plot.show_scales(Scales.of_time(frame.axis, self._top, overlay.scale(self._top)))

    def _draw(self, lines: tuple[Lines, Lines]) -> None:
        a, b = lines
        count = min(len(a.times_s), len(b.times_s))
        self.plot.show_areas([(a.times_s[:count], a.solid[:count], b.solid[:count])])
        dashed = [(_NOTHING, _NOTHING) if each.dashed is None else (each.times_s, each.dashed) for each in lines]
        self.plot.show_curves([*dashed, *((each.times_s, each.solid) for each in lines)])

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self.header.use_ink(ink)
        self.plot.use_ink(ink)

    def _on_hovered(self, time_s: float | None) -> None:
        self._hovered_s = time_s
        self.plot.show_crosshair(time_s)
        self._read_out()

    def _read_out(self) -> None:
        if self._frames is None or self._lines is None:
            return
        at_s = self._frames[0].shown_s if self._hovered_s is None else self._hovered_s
        values = [self._told(series, each.times_s, at_s) for each in self._lines for series in drawn(each)]
        is_past = self._hovered_s is not None or self._frames[0].is_rewound
        instant = QCoreApplication.translate("Compare", "at {time}").format(time=numbers.clock(at_s))
        self.header.show_values(tuple(values), instant if is_past else None)

    def _told(self, series: Floats, times_s: Floats, at_s: float) -> str:
        index = index_at(times_s, at_s)
        return self.overlay.write(float("nan") if index is None else float(series[index]), self._top)

    def _translate(self) -> None:
        overlay: Overlay = self.overlay
        self.setAccessibleName(overlay.title())
        self.header.show_title(overlay.title(), overlay.unit(self._top))
        # Where there is no room for more, the letter and the kind of the line say it: the unit names both kinds.
        self.header.set_entries(
            tuple(
                LegendEntry((f"{side} {name}", side), TOKENS[side], is_dashed=number > 0)
                for side in ("A", "B")
                for number, name in enumerate(overlay.names())
            )
        )
        for name, button in self.choices.items():
            button.setText(OVERLAYS[name].title())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._on_hovered(None)
        elif event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._on_hovered(self.plot.value_at(event.position()))
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
            self._read_out()
        super().changeEvent(event)


def drawn(lines: Lines) -> tuple[Floats, ...]:
    """Its series, the solid one first."""
    return (lines.solid,) if lines.dashed is None else (lines.solid, lines.dashed)
