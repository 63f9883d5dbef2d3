"""The strip under the diagram: the whole past of the run, to be dragged through."""

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from simulator.model import System
from simulator.scenario import Change
from ui.charts import numbers
from ui.charts.changes import ChangeLog
from ui.charts.ranges import TimeAxis, axis_top, smoothing, whole_axis
from ui.diagram.ink import Ink
from ui.theme import Theme
from ui.timeline.flags import Flag, free_ticks, merged, placed
from ui.timeline.past import Past
from ui.timeline.picture import FLAG, TICK, Painting, Strip, area, band
from ui.timeline.words import change_words

_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_FRAME_MS = 16
_SAMPLE_S = 0.1
_PX_A_POINT = 2.0
_MERGE_PX = 14.0
_NEAR_PX = 6.0
_LEAST_PER_S = 10.0
_HEADROOM = 1.15


class TimelineStrip(QAbstractSlider):
    """A slider whose value is the instant shown, in milliseconds; its face is the run."""

    rewind_requested = Signal(float)
    """Show this instant, in seconds; at most once a frame."""
    return_requested = Signal()
    """Show the present."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._system: System | None = None
        self._past = Past()
        self._log: ChangeLog | None = None
        self._axis = TimeAxis(0.0, 5.0)
        self._now_s = self._shown_s = 0.0
        self._top = _LEAST_PER_S
        self._line, self._band = QPolygonF(), QImage()
        self._flags: list[Flag] = []
        self._asked_s: float | None = None
        self._is_led_by_keys = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._ask)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 58)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._translate()

    # What the window tells

    def restart(self, system: System) -> None:
        """Another run: forget the last one."""
        self._system = system
        self._past, self._log = Past(), ChangeLog(system)
        self._top = _LEAST_PER_S
        self._timer.stop()
        self._asked_s = None
        self.refresh(0.0, 0.0)

    def refresh(self, now_s: float, shown_s: float) -> None:
        """The run has come to `now_s`, and the picture shows `shown_s`."""
        self._now_s, self._shown_s = now_s, shown_s
        if self._system is None or self._log is None or not self.isVisible():
            return
        has_changed = self._log.read(now_s)
        is_new = self._past.read(self._system.record.samples)
        axis = whole_axis(now_s)
        if is_new or has_changed or axis != self._axis:
            self._axis = axis
            self._lay_out()
        self._tell()
        self.update()

    def mark_change(self, change: Change) -> None:
        """A value was changed. It is in the record, and the next refresh marks it: none of a drag's is waited for."""

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._lay_out()
        self.update()

    @property
    def is_rewound(self) -> bool:
        """Whether the past is shown."""
        return self._shown_s < self._now_s

    @property
    def flag_labels(self) -> tuple[str, ...]:
        """What is written at the flags of changes, from left to right."""
        return tuple(flag.label for flag in self._flags)

    # The face

    @property
    def _strip(self) -> Strip:
        return Strip.of(self.width(), self.height())

    def _lay_out(self) -> None:
        """Lines, band and flags as they stand at the size, the axis and the language."""
        strip = self._strip
        latest_s = self._past.latest_s
        reach = strip.x(self._axis, latest_s) - strip.left
        times = np.linspace(0.0, latest_s, max(2, int(reach / _PX_A_POINT)))[1:]
        rate, waiting = self._past.curves(times, smoothing(self._axis.length_s / 3))
        self._top = axis_top(float(rate.max(initial=0.0)), self._top, _LEAST_PER_S)
        x = strip.left + (strip.right - strip.left) * times / self._axis.length_s
        self._line = area(strip, x, rate / (self._top * _HEADROOM))
        self._band = band(self._ink, waiting)
        changes = merged(self._log.applied if self._log else [], self._seconds(_MERGE_PX))
        self._flags = placed(changes, lambda at: strip.x(self._axis, at), change_words, FLAG.width, self.width() - 8.0)

    def _seconds(self, pixels: float) -> float:
        return pixels * self._axis.length_s / (self._strip.right - self._strip.left)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ink.colour("surface.panel"))
        strip = self._strip
        painting = Painting(painter, self._ink, strip, self._axis)
        painting.ground(self.tr("throughput"), self.tr("queue"))
        painting.past(self._line, self._band, self._past.latest_s)
        if self._is_led_by_keys:
            painting.focus()
        painting.ticks(self._free_ticks(strip))
        painting.flags(self._flags)
        painting.playhead(self._shown_s)
        hint = self.tr("rewound") if self.is_rewound else self.tr("drag to rewind")
        painting.clock(numbers.clock(self._shown_s), hint, is_past=self.is_rewound)

    def _free_ticks(self, strip: Strip) -> list[tuple[float, str]]:
        ticks = numbers.time_ticks(self._axis.ticks_s, self._axis.length_s)
        taken = [
            (flag.x - 5, flag.x + 8 + FLAG.width(flag.label) if flag.label else flag.x + 5) for flag in self._flags
        ]
        head = strip.x(self._axis, self._shown_s)
        taken.append((head - 6, head + 6))
        return free_ticks([(strip.x(self._axis, at), text) for at, text in ticks], taken, TICK.width)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._past.latest_s > 0:
            self.setSliderDown(True)
            self._drag_to(event.position().x())
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._drag_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self._ask()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._go_back()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel belongs to what the strip lies in

    def _drag_to(self, x: float) -> None:
        self._go_to(self._strip.time_s(self._axis, x))

    def _go_to(self, time_s: float) -> None:
        """Ask for an instant with the next frame; what is asked for meanwhile takes its place."""
        self._asked_s = min(max(0.0, time_s), self._now_s)
        if not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        self._timer.stop()
        if self._asked_s is not None:
            asked_s, self._asked_s = self._asked_s, None
            self.rewind_requested.emit(asked_s)

    def _go_back(self) -> None:
        self._timer.stop()
        self._asked_s = None
        self.setSliderDown(False)
        self.return_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_led_by_keys = True
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step_s = _SAMPLE_S if is_fine else max(_SAMPLE_S, self._now_s / 100)
        from_s = self._shown_s if self._asked_s is None else self._asked_s
        match event.key():
            case Qt.Key.Key_Left:
                self._go_to(from_s - step_s)
            case Qt.Key.Key_Right if self.is_rewound or self._asked_s is not None:
                self._go_to(from_s + step_s)
            case Qt.Key.Key_Home:
                self._go_to(0.0)
            case Qt.Key.Key_End:
                self._go_back()
            case _:
                event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_led_by_keys = event.reason() in _BY_KEYS
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._is_led_by_keys = False
        super().focusOutEvent(event)

    # What others are told

    def _tell(self) -> None:
        """The slider's own value, which screen readers say."""
        is_blocked = self.blockSignals(True)
        self.setRange(0, round(self._now_s * 1e3))
        self.setValue(round(self._shown_s * 1e3))
        self.blockSignals(is_blocked)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(
            self.tr("The past of the run in milliseconds. Left and Right rewind, End returns to the present.")
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            near = [flag for flag in self._flags if abs(flag.x - event.pos().x()) <= _NEAR_PX]
            QToolTip.showText(event.globalPos(), "\n".join(change_words(flag.change)[0] for flag in near), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(1140, 66)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh(self._now_s, self._shown_s)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._lay_out()
        super().changeEvent(event)
