"""One chart of both on one axis: A's lines are solid, B's are dashed, and what only helps to read them is faint."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.charts import numbers
from ui.charts.header import ChartHeader, LegendEntry
from ui.charts.kinds import ChartKind
from ui.charts.plot import AreaLook, CurveLook, Plot
from ui.compare.letters import TOKENS
from ui.compare.overlays import OVERLAID, Overlay, Sides
from ui.diagram.ink import Ink
from ui.keys import BY_KEYS

_DASHES: dict[str, tuple[float, ...]] = {"A": (), "B": (6, 4)}
FAINT = 0.72
"""Opacity of what only helps to read: as little as leaves a line that can be seen."""
_RING = 2
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}


class ComparedChart(QWidget):
    """Shows what it is given of two runs."""

    hovered = Signal(object)
    """The instant under the pointer; None where there is nothing, or no time."""
    grabbed = Signal(float)
    """The instant that the pointer was pressed at, or dragged to."""
    released = Signal(float)
    """The instant at which it was let go."""
    stepped = Signal(int, bool)
    """So many steps further are asked for by a key, fine ones or not."""
    leapt = Signal(bool)
    """The last instant is asked for, or the first."""

    def __init__(self, kind: ChartKind, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self._overlaid = kind, OVERLAID[kind]()
        looks = [CurveLook(TOKENS[side], _DASHES[side], opacity) for opacity in (FAINT, 1.0) for side in ("A", "B")]
        self.header, self.plot = ChartHeader(ink, self), Plot((AreaLook("text.muted", 0.12),), looks, self)
        self.plot.use_ink(ink)
        self.overlay: Overlay | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(_RING, 0, _RING, _RING)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.plot.widget, 1)
        self.plot.widget.viewport().installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ink, self._is_dragged, self._has_ring = ink, False, False
        self.translate()

    @property
    def title(self) -> str:
        """In the language of the window."""
        return self._overlaid.title()

    def forget(self) -> None:
        """Other runs begin."""
        self._overlaid, self.overlay = OVERLAID[self.kind](), None

    def show_sides(self, sides: Sides, hovered_s: float | None) -> None:
        """Draw both, with the values of an instant, else of the one that the diagrams show."""
        frame, plot = sides[0].frame, self.plot
        at_s = frame.shown_s if hovered_s is None else hovered_s
        overlay = self.overlay = self._overlaid.overlay(sides, at_s, plot.width)
        plot.show_scales(overlay.scales)
        (times, upper), (_, lower) = overlay.strong
        count = min(len(upper), len(lower)) if self._overlaid.has_area else 0
        plot.show_areas([(times[:count], upper[:count], lower[:count])])
        plot.show_curves([*overlay.faint, *overlay.strong])
        if self._overlaid.is_timed:
            plot.show_marks(frame.marks_s)
            plot.show_playhead(frame.shown_s, is_rewound=frame.is_rewound)
        self.translate()
        self.read_out(sides, hovered_s)

    def read_out(self, sides: Sides, hovered_s: float | None) -> None:
        """Say the values of an instant."""
        if self.overlay is None:
            return
        frame = sides[0].frame
        at_s = frame.shown_s if hovered_s is None else hovered_s
        if self._overlaid.is_timed:
            self.plot.show_crosshair(hovered_s)
        is_past = hovered_s is not None or frame.is_rewound
        self.header.show_values(self.overlay.values(at_s), self._instant(self.overlay, at_s) if is_past else None)
        self.setAccessibleDescription(self.header.readout)

    def _instant(self, overlay: Overlay, at_s: float) -> str:
        """When that is, and by how much the two differed then."""
        time, difference = numbers.clock(at_s), overlay.difference(at_s)
        if not difference:
            return QCoreApplication.translate("Compare", "at {time}").format(time=time)
        text = QCoreApplication.translate("Compare", "at {time}, B − A: {difference}")
        return text.format(time=time, difference=difference)

    def translate(self) -> None:
        """Say title, unit and names in the language of the window."""
        self.setAccessibleName(self.title)
        tip = QCoreApplication.translate("Compare", "Drag, or press Left and Right, to go back in time in both")
        self.plot.widget.setToolTip(tip if self._overlaid.is_timed else "")
        overlay = self.overlay
        self.header.show_title(self.title, overlay.unit if overlay is not None else "")
        widest = overlay.widest if overlay is not None else numbers.WIDEST
        names = overlay.names if overlay is not None else ("", "")
        self.header.set_entries(
            tuple(
                LegendEntry((f"{side} {name}",), TOKENS[side], side == "B", widest, opacity)
                for name, opacity in zip(names, (1.0, FAINT), strict=True)
                for side in ("A", "B")
            )
        )

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.header.use_ink(ink)
        self.plot.use_ink(ink)
        self.update()

    # The hand

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.hovered.emit(None)
        elif isinstance(event, QMouseEvent):
            self._on_mouse(event)
        return super().eventFilter(watched, event)

    def _on_mouse(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        is_held = event.type() is QEvent.Type.MouseMove and self._is_dragged
        if event.type() is QEvent.Type.MouseMove:
            self.hovered.emit(self.plot.value_at(event.position()) if self._overlaid.is_timed else None)
        elif event.type() is QEvent.Type.MouseButtonPress and is_left:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            is_held = self._is_dragged = self._overlaid.is_timed and self.plot.value_at(event.position()) is not None
        elif event.type() is QEvent.Type.MouseButtonRelease and is_left and self._is_dragged:
            self._is_dragged = False
            self.released.emit(self.plot.nearest_value(event.position()))
        if is_held:
            self.grabbed.emit(self.plot.nearest_value(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _ENDS:
            self.leapt.emit(_ENDS[key])
        else:
            super().keyPressEvent(event)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._has_ring = event.reason() in BY_KEYS
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._has_ring = False
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ink.colour("surface.panel"))
        if self._has_ring:
            painter.setPen(self._ink.pen("accent.base", _RING))
            # Above runs the header, which would cover it.
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
