"""The strip under the diagram: the whole past of the run, to be dragged through."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from simulator.model import System
from simulator.scenario import Change
from ui.diagram.ink import Ink
from ui.session.ghost import Ghost
from ui.theme import Theme
from ui.timeline.face import Face

_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_HEIGHTS = ((2000, 72), (1100, 66), (0, 58))
"""From which width on how high."""
_FRAME_MS = 16
_SAMPLE_S = 0.1


class TimelineStrip(QAbstractSlider):
    """A slider whose value is the instant shown, in milliseconds; its face is the run."""

    rewind_requested = Signal(float)
    """Show this instant, in seconds; at most once a frame."""
    return_requested = Signal()
    """Show the present."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._face = Face(self._ink, self.size())
        self._now_s = self._shown_s = 0.0
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
        self._face.follow(system)
        self._timer.stop()
        self._asked_s = None
        self.refresh(0.0, 0.0)

    def show_ghost(self, ghost: Ghost | None) -> None:
        """The run that was left, beside the one that goes on; None: there is none."""
        self._face.show_ghost(ghost)
        self.update()

    def refresh(self, now_s: float, shown_s: float) -> None:
        """The run has come to `now_s`, and the picture shows `shown_s`."""
        has_moved = (now_s, shown_s) != (self._now_s, self._shown_s)
        self._now_s, self._shown_s = now_s, shown_s
        if self.isVisible() and (self._face.read(now_s) or has_moved):
            self._tell()
            self.update()

    def mark_change(self, change: Change) -> None:
        """A value was changed. It is in the record, and the next refresh marks it: none of a drag's is waited for."""

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._face.look(self._ink, self.size())
        self.update()

    @property
    def is_rewound(self) -> bool:
        """Whether the past is shown."""
        return self._shown_s < self._now_s

    @property
    def flag_labels(self) -> tuple[str, ...]:
        """What is written at the flags of changes, from left to right."""
        return tuple(flag.label for flag in self._face.flags)

    def _tell(self) -> None:
        """The slider's own value, which screen readers say."""
        is_blocked = self.blockSignals(True)
        self.setRange(0, round(self._now_s * 1e3))
        self.setValue(round(self._shown_s * 1e3))
        self.blockSignals(is_blocked)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._now_s > 0:
            self.setSliderDown(True)
            self._go_to(self._face.time_at(event.position().x()))
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(self._face.time_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            if self._face.time_at(event.position().x()) >= self._now_s:
                self._go_back()
            else:
                self._ask()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._go_back()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel belongs to what the strip lies in

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_led_by_keys = True
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step_s = _SAMPLE_S if is_fine else max(_SAMPLE_S, self._now_s / 100)
        from_s = self._shown_s if self._asked_s is None else self._asked_s
        match event.key():
            case Qt.Key.Key_Left:
                self._go_to(from_s - step_s)
            case Qt.Key.Key_Right if from_s < self._now_s:
                self._go_to(from_s + step_s)
            case Qt.Key.Key_Home:
                self._go_to(0.0)
            case Qt.Key.Key_End:
                self._go_back()
            case _:
                event.ignore()

    def _go_to(self, time_s: float) -> None:
        """Ask for an instant: now, or a frame after the last one; what is asked for meanwhile takes its place."""
        self._asked_s = min(round(max(0.0, time_s), 3), self._now_s)
        if not self._timer.isActive():
            self._ask()

    def _ask(self) -> None:
        if self._asked_s is None:
            return
        self._shown_s, self._asked_s = self._asked_s, None
        self._tell()
        self.update()
        self.rewind_requested.emit(self._shown_s)
        # From here on, so that the picture comes before the next one.
        self._timer.start()

    def _go_back(self) -> None:
        self._timer.stop()
        self._asked_s = None
        self.setSliderDown(False)
        self.return_requested.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_led_by_keys = event.reason() in _BY_KEYS
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._is_led_by_keys = False
        super().focusOutEvent(event)

    # Qt

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(
            self.tr("The past of the run in milliseconds. Left and Right rewind, End returns to the present.")
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ink.colour("surface.panel"))
        self._face.paint(painter, self._shown_s, is_rewound=self.is_rewound, has_ring=self._is_led_by_keys)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._face.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(1140, next(height for least, height in _HEIGHTS if self.width() >= least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        self._face.look(self._ink, self.size())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh(self._now_s, self._shown_s)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._face.lay_out()
        super().changeEvent(event)
