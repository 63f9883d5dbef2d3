"""One chart: a header above a plot, and the pointer that moves over it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.charts.header import ChartHeader
from ui.charts.plot import AreaLook, CurveLook, Plot
from ui.diagram.ink import Ink


class Chart(QWidget):
    """Knows nothing of the run: what it shows is given to its header and its plot."""

    hovered = Signal(object)
    """The instant under the pointer, in seconds; None where there is none."""

    def __init__(
        self, ink: Ink, areas: Sequence[AreaLook], curves: Sequence[CurveLook], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.header = ChartHeader(ink, self)
        self.plot = Plot(areas, curves, self)
        self.plot.use_ink(ink)
        self.viewport.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.plot.widget, 1)

    @property
    def viewport(self) -> QWidget:
        """What the pointer moves over."""
        viewport: QWidget = self.plot.widget.viewport()
        return viewport

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self.header.use_ink(ink)
        self.plot.use_ink(ink)

    def sizeHint(self) -> QSize:
        return QSize(336, 144)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self.hovered.emit(self.plot.time_at(event.position()))
        return super().eventFilter(watched, event)
