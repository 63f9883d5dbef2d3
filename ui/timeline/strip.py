"""The strip under the diagram: the whole past of the run, to be dragged through."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
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
from ui.keys import BY_KEYS
from ui.session.ghost import Ghost
from ui.theme import Theme
from ui.timeline.face import Face
from ui.timeline.scrub import Scrub

_HEIGHTS = ((2000, 72), (1100, 66), (0, 58))
"""From which width on how high."""
_MILLISECONDS = 3


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
        self._scrub = Scrub(self, decimals=_MILLISECONDS)
        self._scrub.rewind_requested.connect(self._on_asked)
        self._scrub.return_requested.connect(self.return_requested)
        self._is_led_by_keys = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 58)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._translate()

    # What the window tells

    def restart(self, system: System) -> None:
        """Another run: forget the last one."""
        self._face.follow(system)
        self._scrub.forget()
        self.refresh(0.0, 0.0)

    def show_ghost(self, ghost: Ghost | None) -> None:
        """The run that was left, beside the one that goes on; None: there is none."""
        self._face.show_ghost(ghost)
        self.update()

    def refresh(self, now_s: float, shown_s: float) -> None:
        """The run has come to `now_s`, and the picture shows `shown_s`."""
        has_moved = (now_s, shown_s) != (self._scrub.now_s, self._scrub.shown_s)
        self._scrub.follow(now_s, shown_s)
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
        return self._scrub.shown_s < self._scrub.now_s

    @property
    def flag_labels(self) -> tuple[str, ...]:
        """What is written at the flags of changes, from left to right."""
        return tuple(flag.label for flag in self._face.flags)

    def _tell(self) -> None:
        """The slider's own value, which screen readers say."""
        is_blocked = self.blockSignals(True)
        self.setRange(0, round(self._scrub.now_s * 1e3))
        self.setValue(round(self._scrub.shown_s * 1e3))
        self.blockSignals(is_blocked)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._scrub.now_s > 0:
            self.setSliderDown(True)
            self._scrub.go_to(self._face.time_at(event.position().x()))
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._scrub.go_to(self._face.time_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self._scrub.let_go(self._face.time_at(event.position().x()))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self._scrub.go_back()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel belongs to what the strip lies in

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_led_by_keys = True
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Left:
                self._scrub.step(-1, is_fine)
            case Qt.Key.Key_Right if self._scrub.step(1, is_fine):
                pass
            case Qt.Key.Key_Home:
                self._scrub.go_to(0.0)
            case Qt.Key.Key_End:
                self.setSliderDown(False)
                self._scrub.go_back()
            case _:
                event.ignore()

    def _on_asked(self, time_s: float) -> None:
        # The playhead is where the hand is before the picture comes.
        self._tell()
        self.update()
        self.rewind_requested.emit(time_s)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_led_by_keys = event.reason() in BY_KEYS
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
        self._face.paint(painter, self._scrub.shown_s, is_rewound=self.is_rewound, has_ring=self._is_led_by_keys)

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
        self.refresh(self._scrub.now_s, self._scrub.shown_s)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._face.lay_out()
        super().changeEvent(event)
