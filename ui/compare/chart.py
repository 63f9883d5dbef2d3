"""Response times of both on one axis: p95 solid, p50 dashed."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.model import System
from ui.charts import numbers
from ui.charts.header import ChartHeader, LegendEntry
from ui.charts.plot import AreaLook, CurveLook, Plot, Scales
from ui.charts.ranges import axis_top
from ui.charts.run import Frame, Run, highest
from ui.compare.letters import TOKENS
from ui.diagram.ink import Ink

_LEAST_S, _SECONDS_FROM = 0.01, 10.0
_DASHES = (3, 3)
_P50, _P95 = 0, 1


class ComparedTimes(QWidget):
    """Follows two runs."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        curves = [CurveLook(TOKENS[side], dashes) for dashes in (_DASHES, ()) for side in ("A", "B")]
        self.header, self.plot = ChartHeader(ink, self), Plot((AreaLook("text.muted", 0.12),), curves, self)
        self.plot.use_ink(ink)
        self._runs: tuple[Run, Run] | None = None
        self._frames: tuple[Frame, Frame] | None = None
        self._top = _LEAST_S
        self._hovered_s: float | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.plot.widget, 1)
        self.plot.widget.viewport().installEventFilter(self)
        self.setAutoFillBackground(True)
        self._translate()

    def restart(self, a: System, b: System) -> None:
        """Other runs: forget the last ones."""
        self._runs = Run(a), Run(b)
        self._frames = None
        self._top = _LEAST_S

    def refresh(self, now_s: float, shown_s: float) -> None:
        """The runs have come to `now_s`, and the pictures show `shown_s`."""
        if self._runs is None or not self.isVisible():
            return
        frames = self._frames = tuple(run.frame(now_s, shown_s) for run in self._runs)  # type: ignore[assignment]  # two
        plot = self.plot
        self._top = axis_top(highest(*(frame.curves.percentiles_s[_P95] for frame in frames)), self._top, _LEAST_S)
        a, b = frames
        plot.show_scales(Scales.of_time(a.axis, self._top, 1.0 if self._is_in_seconds else 1e3))
        count = min(len(a.curves.times_s), len(b.curves.times_s))
        upper, lower = (frame.curves.percentiles_s[_P95][:count] for frame in frames)
        plot.show_areas([(a.curves.times_s[:count], upper, lower)])
        plot.show_curves(
            [(frame.curves.times_s, frame.curves.percentiles_s[rank]) for rank in (_P50, _P95) for frame in frames]
        )
        plot.show_marks(a.marks_s)
        plot.show_playhead(shown_s, is_rewound=a.is_rewound)
        plot.show_crosshair(self._hovered_s)
        self._translate()
        self._read_out()

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self.header.use_ink(ink)
        self.plot.use_ink(ink)

    @property
    def _is_in_seconds(self) -> bool:
        return self._top > _SECONDS_FROM

    def _on_hovered(self, time_s: float | None) -> None:
        self._hovered_s = time_s
        self.plot.show_crosshair(time_s)
        self._read_out()

    def _read_out(self) -> None:
        if self._frames is None:
            return
        write = numbers.seconds_text if self._is_in_seconds else numbers.milliseconds
        at_s = self._frames[0].shown_s if self._hovered_s is None else self._hovered_s
        values = []
        for frame in self._frames:
            index = frame.index_at(at_s)
            nothing = float("nan")
            values += [
                write(nothing if index is None else float(frame.curves.percentiles_s[rank][index]))
                for rank in (_P95, _P50)
            ]
        is_past = self._hovered_s is not None or self._frames[0].is_rewound
        instant = QCoreApplication.translate("Compare", "at {time}").format(time=numbers.clock(at_s))
        self.header.show_values(tuple(values), instant if is_past else None)

    def _translate(self) -> None:
        title = QCoreApplication.translate("Compare", "Response time")
        unit = QCoreApplication.translate("Compare", "{unit}, p95 solid, p50 dashed")
        self.setAccessibleName(title)
        self.header.show_title(title, unit.format(unit="s" if self._is_in_seconds else "ms"))
        self.header.set_entries(
            tuple(
                LegendEntry((f"{side} {name}",), TOKENS[side], is_dashed=name == "p50")
                for side in ("A", "B")
                for name in ("p95", "p50")
            )
        )

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
