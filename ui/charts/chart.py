"""One chart: a header above a plot, the pointer that moves over it, and the keys that do the same."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ui.charts.header import ChartHeader
from ui.charts.plot import AreaLook, CurveLook, Plot
from ui.diagram.ink import Ink
from ui.keys import ENTER
from ui.theme.icons import icon
from ui.theme.theme import Theme

_RING = 2
_BUTTON = 20
_FAR = 10


class Leap(Enum):
    """To where the crosshair leaps."""

    FIRST = auto()
    LAST = auto()


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LEAPS = {Qt.Key.Key_Home: Leap.FIRST, Qt.Key.Key_End: Leap.LAST}


class Chart(QWidget):
    """Knows nothing of the run: what it shows is given to its header and its plot."""

    hovered = Signal(object)
    """What stands on the lower axis under the pointer; None where there is nothing."""
    stepped = Signal(object)
    """The crosshair is to go on by so many points (an int), or to leap (a Leap); None: to go away."""
    enlarge_requested = Signal()
    """To be shown alone, or no more."""
    menu_requested = Signal(QPoint)
    """What can be done with it is asked for, at a place of the screen."""

    def __init__(
        self, theme: Theme, areas: Sequence[AreaLook], curves: Sequence[CurveLook], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ink = Ink(theme, is_dark=theme.is_dark)
        self.header = ChartHeader(self.ink, self)
        self.plot = Plot(areas, curves, self)
        self._enlarge, self._more = QToolButton(self), QToolButton(self)
        self._is_enlarged = self._is_picture = False
        for button in (self._enlarge, self._more):
            button.setProperty("flat", True)
            button.setFixedSize(_BUTTON, _BUTTON)
        self._enlarge.clicked.connect(self.enlarge_requested)
        self._more.clicked.connect(self._ask_for_menu)
        self.header.add_buttons(self._enlarge, self._more)
        self.viewport.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_RING, 0, _RING, _RING)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.plot.widget, 1)
        self.use_theme(theme)
        self.retranslate()

    @property
    def viewport(self) -> QWidget:
        """What the pointer moves over."""
        viewport: QWidget = self.plot.widget.viewport()
        return viewport

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.ink = Ink(theme, is_dark=theme.is_dark)
        self.header.use_ink(self.ink)
        self.plot.use_ink(self.ink)
        self._show_icons()
        self.update()

    def retranslate(self) -> None:
        """Say what the buttons do."""
        small, large = self.tr("Show all charts (Esc)"), self.tr("Enlarge (Enter)")
        for button, words in (
            (self._enlarge, small if self._is_enlarged else large),
            (self._more, self.tr("Export, hide and more")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)

    def show_enlarged(self, *, is_enlarged: bool) -> None:
        """Whether it is shown alone."""
        self._is_enlarged = is_enlarged
        self._show_icons()
        self.retranslate()

    @contextmanager
    def as_picture(self) -> Iterator[None]:
        """Without what belongs to the screen: buttons, and the ring of the focus."""
        self._is_picture = True
        for button in (self._enlarge, self._more):
            button.hide()
        try:
            yield
        finally:
            self._is_picture = False
            for button in (self._enlarge, self._more):
                button.show()

    def paint_into(self, painter: QPainter) -> None:
        """Paint all of it, in its own coordinates; the plot as a scene, since its clips may not lie in a widget's."""
        self.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
        self.header.render(painter, self.header.pos(), QRegion(), QWidget.RenderFlag.DrawChildren)
        view = self.plot.widget
        view.render(painter, QRectF(view.geometry()), view.viewport().rect())

    def _show_icons(self) -> None:
        self._enlarge.setIcon(icon("shrink" if self._is_enlarged else "expand", self._theme, "text.muted"))
        self._more.setIcon(icon("more", self._theme, "text.muted"))

    def _ask_for_menu(self) -> None:
        self.menu_requested.emit(self._more.mapToGlobal(QPoint(0, self._more.height())))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(336, 144)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        elif isinstance(event, QMouseEvent):
            self._on_mouse(event)
        return super().eventFilter(watched, event)

    def _on_mouse(self, event: QMouseEvent) -> None:
        match event.type():
            case QEvent.Type.MouseMove:
                self.hovered.emit(self.plot.value_at(event.position()))
            case QEvent.Type.MouseButtonPress:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
            case QEvent.Type.MouseButtonDblClick:
                self.enlarge_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(_STEPS[key] * (_FAR if far else 1))
        elif key in _LEAPS:
            self.stepped.emit(_LEAPS[key])
        elif key in ENTER:
            self.enlarge_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAccessibleDescription(self.header.readout)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.stepped.emit(None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ink.colour("surface.panel"))
        if self.hasFocus() and not self._is_picture:
            painter.setPen(self.ink.pen("accent.base", _RING))
            # Above runs the header, which would cover it.
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
