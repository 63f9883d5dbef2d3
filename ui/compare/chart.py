"""One chart of both on one axis: A's lines are solid, B's are dashed, and what only helps to read them is faint."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.charts import numbers
from ui.charts.header import ChartHeader, LegendEntry
from ui.charts.kinds import ChartKind
from ui.charts.plot import AreaLook, CurveLook, Plot
from ui.compare.letters import TOKENS
from ui.compare.overlays import OVERLAID, Overlay, Sides
from ui.diagram.ink import Ink

_DASHES: dict[str, tuple[float, ...]] = {"A": (), "B": (6, 4)}
_FAINT = 0.6


class ComparedChart(QWidget):
    """Shows what it is given of two runs."""

    hovered = Signal(object)
    """The instant under the pointer; None where there is nothing, or no time."""

    def __init__(self, kind: ChartKind, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self._overlaid = kind, OVERLAID[kind]()
        looks = [CurveLook(TOKENS[side], _DASHES[side], opacity) for opacity in (_FAINT, 1.0) for side in ("A", "B")]
        self.header, self.plot = ChartHeader(ink, self), Plot((AreaLook("text.muted", 0.12),), looks, self)
        self.plot.use_ink(ink)
        self.overlay: Overlay | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.plot.widget, 1)
        self.plot.widget.viewport().installEventFilter(self)
        self.setAutoFillBackground(True)
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
        instant = QCoreApplication.translate("Compare", "at {time}").format(time=numbers.clock(at_s))
        is_past = hovered_s is not None or frame.is_rewound
        self.header.show_values(self.overlay.values(at_s), instant if is_past else None)
        self.setAccessibleDescription(self.header.readout)

    def translate(self) -> None:
        """Say title, unit and names in the language of the window."""
        self.setAccessibleName(self.title)
        overlay = self.overlay
        self.header.show_title(self.title, overlay.unit if overlay is not None else "")
        widest = overlay.widest if overlay is not None else numbers.WIDEST
        names = overlay.names if overlay is not None else ("", "")
        self.header.set_entries(
            tuple(
                LegendEntry((f"{side} {name}",), TOKENS[side], side == "B", widest, opacity)
                for name, opacity in zip(names, (1.0, _FAINT), strict=True)
                for side in ("A", "B")
            )
        )

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self.header.use_ink(ink)
        self.plot.use_ink(ink)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.hovered.emit(None)
        elif event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self.hovered.emit(self.plot.value_at(event.position()) if self._overlaid.is_timed else None)
        return super().eventFilter(watched, event)
