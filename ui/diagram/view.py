"""The diagram as a widget: it is resized, zoomed, panned, pointed at, and gone through with the keyboard."""

from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QToolTip, QWidget

from simulator.record import Moment
from simulator.scenario import Scenario
from ui.diagram.box_item import BoxItem
from ui.diagram.figures import DiagramFigures
from ui.diagram.ink import Colours, Ink
from ui.diagram.links import Travel
from ui.diagram.moves import Moves
from ui.diagram.picture import Frame, Picture
from ui.diagram.request_texts import request_text
from ui.diagram.scene import DiagramScene
from ui.diagram.topology import Topology

_GRID, _GRID_DOT = 24, 0.8
_NEAREST, _FARTHEST = 4.0, 0.5
_DRAG_BEGINS = 4
"""Pixels that the pointer must move before a press is a drag."""
_CATCH_UP_MS = 160


class DiagramView(QGraphicsView):
    """The animated diagram. Nothing works while it is hidden; the frame shown last is drawn when it comes back."""

    node_clicked = Signal(str)
    """A place such as `worker:2`, as `Moment.places` names it."""
    request_clicked = Signal(int)
    """A request id."""
    sentence_changed = Signal(object)
    """The `Sentence` that is true of what is shown."""

    def __init__(self, theme: Colours, *, is_dark: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._is_dark = theme, is_dark
        self._ink = Ink(theme, is_dark=is_dark)
        self._items = DiagramScene(self._ink)
        self.setScene(self._items)
        self._picture = Picture(self._items)
        self._topology: Topology | None = None
        self._sentence: object = None
        self._press: QPointF | None = None
        self._is_dragged = False
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.setInterval(_CATCH_UP_MS)
        self._catch_up.timeout.connect(self._on_catch_up)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._name_it()

    # What is shown

    def set_system(self, scenario: Scenario) -> None:
        """Draw this scenario's clients, routes and services: at the beginning, and whenever a value changed."""
        topology = Topology.of(scenario)
        if topology != self._topology:
            self._topology = topology
            frame = self._picture.frame
            drawn = frame.figures.workers if frame is not None else ()
            numbers = tuple(worker.number for worker in drawn) or tuple(range(1, topology.workers + 1))
            self._picture.cast(topology, numbers)

    def restart(self) -> None:
        """Another run begins: forget what was shown."""
        self._picture.forget()
        self.select_request(None)

    def show_moment(
        self, moment: Moment, figures: DiagramFigures, moves: Moves | None = None, *, is_settled: bool = False
    ) -> None:
        """Show an instant. `moves` from `recent_moves` lets changes of place fly; without, everybody stands.

        `is_settled`: time stands still (paused, stepped, rewound), so that words need not be kept to be read.
        """
        frame = Frame(moment, figures, moves)
        if not self.isVisible() or self._topology is None:
            self._picture.frame = frame
            return
        self._picture.show(frame, perf_counter(), is_settled=is_settled)
        self._after_words()

    @property
    def drawn_requests(self) -> int:
        """How many dots the picture has."""
        return self._items.dots.count

    def set_travel(self, travel: Travel) -> None:
        """Dots, numbers (reduced motion) or ribbons (Fast, Express) between boxes."""
        if travel is not self._picture.travel:
            self._picture.travel = travel
            self._show_again()

    def select_place(self, place: str | None) -> None:
        """Show a box as selected."""
        self._items.choose(place)
        self._point_links(chosen=place)

    def select_request(self, request_id: int | None) -> None:
        """Put the ring around a request."""
        self._items.dots.select(request_id)

    def use_theme(self, theme: Colours, *, is_dark: bool) -> None:
        """The colours changed."""
        self._theme, self._is_dark = theme, is_dark
        self._repaint()

    def _show_again(self) -> None:
        frame = self._picture.frame
        if frame is not None and self.isVisible() and self._topology is not None:
            self._picture.show(frame, perf_counter(), is_settled=True)
            self._after_words()

    def _after_words(self) -> None:
        if self._picture.is_behind and not self._catch_up.isActive():
            self._catch_up.start()
        sentence = self._picture.sentence
        if sentence is not None and sentence != self._sentence:
            self._sentence = sentence
            self.setAccessibleDescription(sentence.text)
            self.sentence_changed.emit(sentence)

    def _on_catch_up(self) -> None:
        if self.isVisible():
            self._picture.show_words(perf_counter())
            self._after_words()

    # Theme, language, resolution

    def _repaint(self) -> None:
        ratio = self.viewport().devicePixelRatioF()
        self._ink = Ink(self._theme, is_dark=self._is_dark, ratio=ratio)
        self._items.repaint_with(self._ink)
        self._use_scale()
        self.resetCachedContent()
        self.viewport().update()

    def _use_scale(self) -> None:
        self._items.dots.use(self._ink, self.viewport().devicePixelRatioF() * self.transform().m11())

    def _name_it(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Diagram", "Diagram"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._name_it()
            self._picture.arrange()
            self._repaint()
            self._show_again()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._repaint()
        super().changeEvent(event)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        area = QRectF(rect)
        painter.fillRect(area, self._ink.colour("surface.canvas"))
        painter.fillRect(area, self._grid())

    def _grid(self) -> QBrush:
        """Dots every 24 px, as a tile."""
        scale = self.viewport().devicePixelRatioF() * self.transform().m11()
        side = max(1, round(_GRID * scale))
        tile = QPixmap(side, side)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(side / _GRID, side / _GRID)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.colour("border.hairline"))
        painter.drawEllipse(QPointF(_GRID / 2, _GRID / 2), _GRID_DOT, _GRID_DOT)
        painter.end()
        brush = QBrush(tile)
        brush.setTransform(QTransform.fromScale(_GRID / side, _GRID / side))
        return brush

    # Size and visibility

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.viewport().size()
        self._picture.resize(size.width(), size.height())
        layout = self._picture.layout
        width, height = layout.size if layout is not None else (size.width(), size.height())
        # Room to pan on every side; the scroll bars, which are hidden, stand at 0 where nothing was moved.
        self.setSceneRect(-width / 2, -height / 2, 2 * width, 2 * height)
        self.reset_view()
        self._use_scale()
        self._show_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._repaint()
        self._show_again()

    # Zoom and pan

    def reset_view(self) -> None:
        """As it was laid out: nothing zoomed, nothing moved."""
        self.resetTransform()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        self._use_scale()
        self.resetCachedContent()

    def zoom(self, factor: float) -> None:
        """Nearer or farther, around the pointer."""
        now = self.transform().m11()
        wanted = min(_NEAREST, max(_FARTHEST, now * factor))
        if wanted != now:
            self.scale(wanted / now, wanted / now)
            self._use_scale()
            self.resetCachedContent()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.2 ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._press, self._is_dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            super().mouseMoveEvent(event)
            self._point_links()
            return
        moved = event.position() - self._press
        if self._is_dragged or moved.manhattanLength() >= _DRAG_BEGINS:
            self._is_dragged = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - round(moved.x()))
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - round(moved.y()))
            self._press = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._press is not None and not self._is_dragged:
            self._click(self.mapToScene(event.position().toPoint()))
        self._press = None
        self.viewport().unsetCursor()

    def _click(self, point: QPointF) -> None:
        request_id = self._items.dots.request_at(point.x(), point.y())
        if request_id is not None:
            self.request_clicked.emit(request_id)
            return
        box = self._items.box_at(point)
        if box is not None:
            self.node_clicked.emit(box.place_at(point))

    # Pointing

    def _point_links(self, chosen: str | None = None) -> None:
        hovered = next((box.place for box in self._items.boxes if box.is_hovered or box.hasFocus()), None)
        self._items.links.point_at(hovered, chosen)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            text = self._tooltip(self.mapToScene(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _tooltip(self, point: QPointF) -> str:
        request_id = self._items.dots.request_at(point.x(), point.y())
        reading = self._picture.reading()
        if request_id is not None and reading is not None and (text := request_text(reading, request_id)):
            return text
        box = self._items.box_at(point)
        return "" if box is None else box.tooltip_at(point)

    # Keyboard

    @property
    def _focused(self) -> BoxItem | None:
        return next((box for box in self._items.boxes if box.hasFocus()), None)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes from box to box, and out at either end."""
        boxes, focused = self._items.boxes, self._focused
        if not boxes:
            return super().focusNextPrevChild(is_next)
        first = 0 if is_next else len(boxes) - 1
        index = first if focused is None else boxes.index(focused) + (1 if is_next else -1)
        if not 0 <= index < len(boxes):
            self._items.clearFocus()
            self._point_links()
            return super().focusNextPrevChild(is_next)
        self._focus(boxes[index])
        return True

    def _focus(self, box: BoxItem) -> None:
        reason = Qt.FocusReason.TabFocusReason
        box.setFocus(reason)
        self.setAccessibleName(box.name())
        self._point_links()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        boxes = self._items.boxes
        if boxes and event.reason() is Qt.FocusReason.TabFocusReason:
            self._focus(boxes[0])
        elif boxes and event.reason() is Qt.FocusReason.BacktabFocusReason:
            self._focus(boxes[-1])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._items.clearFocus()
        self._name_it()
        self._point_links()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self._focused
        if event.key() == Qt.Key.Key_0 and not event.modifiers():
            self.reset_view()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused is not None:
            self.node_clicked.emit(focused.place)
        elif event.key() == Qt.Key.Key_Plus:
            self.zoom(1.2)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / 1.2)
        else:
            event.ignore()
