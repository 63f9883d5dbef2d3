"""The diagram as a widget: shows moments, answers to the pointer, and is gone through with the keyboard."""

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMarginsF, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QToolTip, QWidget

from simulator.record import Moment
from simulator.scenario import Scenario
from ui.diagram.boxes import Layout
from ui.diagram.broker.cards import CONSUMERS, DEAD_LETTERS
from ui.diagram.broker.messages import Messages
from ui.diagram.canvas import Canvas
from ui.diagram.figures import DiagramFigures
from ui.diagram.frame import Frame
from ui.diagram.ink import Colours, Ink
from ui.diagram.links import Travel
from ui.diagram.moves import Moves
from ui.diagram.picture import Picture
from ui.diagram.pile import PILE
from ui.diagram.pointing import text_at
from ui.diagram.request_texts import request_text
from ui.diagram.scene import DiagramScene
from ui.diagram.summary import summary
from ui.diagram.topology import Topology
from ui.diagram.walk import ARROWS, Walk
from ui.keys import ENTER

if TYPE_CHECKING:
    from ui.diagram.sentence import Sentence

_CATCH_UP_MS = 160
_COUNTED = (PILE, DEAD_LETTERS, CONSUMERS)
"""Places of which nothing is known but their number."""
_AROUND_ZONE = QMarginsF(14, 20, 14, 14)


class DiagramView(Canvas):
    """The animated diagram. Nothing works while it is hidden; the frame shown last is drawn when it comes back."""

    node_clicked = Signal(str)
    """A place such as `worker:2`, as `Moment.places` names it."""
    request_clicked = Signal(int)
    """A request id."""
    sentence_changed = Signal(object)
    """The `Sentence` that is true of what is shown."""
    kept = Signal(object, bool)
    """A `Frame` that is not drawn, since nobody sees this diagram, and whether time stands still."""

    def __init__(self, theme: Colours, parent: QWidget | None = None) -> None:
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._items = DiagramScene(self._ink)
        super().__init__(self._items, self._ink, parent)
        self._theme = theme
        self._picture = Picture(self._items)
        self._walk = Walk(self._items)
        self._topology: Topology | None = None
        self._sentence: Sentence | None = None
        self._chosen: str | None = None
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.setInterval(_CATCH_UP_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._say_focus()
        self._catch_up.timeout.connect(self.catch_up)
        self.clicked.connect(self._on_clicked)
        self.scale_changed.connect(self._use_scale)

    # What is shown

    def set_system(self, scenario: Scenario, *, is_shown: bool = True) -> None:
        """Draw this scenario's clients, routes and services: at the beginning, and whenever a value changed.

        `is_shown` False: a moment follows at once, so that the last one need not be drawn again.
        """
        topology = Topology.of(scenario)
        if topology == self._topology:
            return
        if self._topology is not None and topology.named != self._topology.named:
            self._picture.forget()
        self._topology = topology
        frame = self._picture.frame
        drawn = () if frame is None else tuple(worker.number for worker in frame.figures.workers)
        self._picture.cast(topology, drawn or tuple(range(1, topology.workers + 1)))
        if is_shown:
            self._show_again()

    def restart(self) -> None:
        """Another run begins: forget what was shown."""
        self._picture.forget()
        self._walk.forget_request()
        self.select_request(None)

    def show_moment(
        self,
        moment: Moment,
        figures: DiagramFigures,
        moves: Moves | None = None,
        messages: Messages | None = None,
        *,
        is_settled: bool = False,
        wall_s: float | None = None,
    ) -> None:
        """Show an instant. `moves` from `recent_moves` lets changes of place fly; without, everybody stands.
        `messages` from `messages_of`, where there is a broker.

        `is_settled`: time stands still (paused, stepped, rewound), so that words need not be kept to be read.
        `wall_s`: when it is looked at, for who draws ahead of that.
        """
        frame = Frame(moment, figures, moves, messages)
        if not self.isVisible() or self._topology is None:
            self._picture.keep(frame)
            self.kept.emit(frame, is_settled)
            return
        self._picture.show(frame, perf_counter() if wall_s is None else wall_s, is_settled=is_settled)
        self._after_words()

    # The ghost

    def haunt(self, scenario: Scenario | None, name: str = "") -> None:
        """Draw the moments of another run, pale, behind those of this one; `name` is what it is called in words.

        None: there is no other run any more.
        """
        topology = None if scenario is None else Topology.of(scenario)
        if self._picture.haunt(topology, name):
            self._show_again()

    def show_ghost(self, frame: Frame, is_settled: bool) -> None:  # a slot of `kept`
        """Draw a moment of the other run."""
        is_seen = self.isVisible() and self._topology is not None
        if is_seen and self._picture.show_ghost(frame, perf_counter(), is_settled=is_settled):
            self._show_again()

    @property
    def frame(self) -> Frame | None:
        """What was shown last, or is to be shown when somebody looks."""
        return self._picture.frame

    @property
    def drawn_ghosts(self) -> int:
        """How many pale dots the picture has."""
        return self._items.ghost_dots.count

    @property
    def layout_shown(self) -> Layout:
        """Where everything stands; there is a layout once there is a system."""
        layout = self._picture.layout
        assert layout is not None, "set_system comes first"
        return layout

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
        """Show a box and its links as selected."""
        self._chosen = place
        self._items.choose(place)
        self._point_links()

    def select_request(self, request_id: int | None) -> None:
        """Put the ring around a request."""
        self._items.dots.select(request_id)

    def use_theme(self, theme: Colours) -> None:
        """The colours changed."""
        self._theme = theme
        self._repaint()

    def _show_again(self) -> None:
        frame = self._picture.frame
        if frame is not None and self.isVisible() and self._topology is not None:
            self._picture.show(frame, perf_counter(), is_settled=True)
            self._after_words()

    def _after_words(self) -> None:
        if self._picture.is_behind:
            # From now on: as long as pictures follow each other, words come with them.
            self._catch_up.start()
        else:
            self._catch_up.stop()
        sentence = self._picture.sentence
        if sentence is not None and sentence != self._sentence:
            self._sentence = sentence
            self._say_summary()
            self.sentence_changed.emit(sentence)

    def catch_up(self) -> None:
        """Let the words be those of the picture, where boxes are still to be told."""
        if self.isVisible():
            self._picture.show_words(perf_counter())
            self._after_words()

    def _repaint(self) -> None:
        self._ink = Ink(self._theme, is_dark=self._theme.is_dark, ratio=self.viewport().devicePixelRatioF())
        self._items.repaint_with(self._ink)
        self._use_scale()
        self.paint_background_with(self._ink)

    def _use_scale(self) -> None:
        for dots in self._items.all_dots:
            dots.use(self._ink, self.device_scale)

    # Size, theme, language

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say_focus()
            self._picture.arrange()
            self._repaint()
            self._show_again()
        elif self.isVisible() and event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            # Who comes to be seen is painted anew then; a window that opens tells of its palette twenty times before.
            self._repaint()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.viewport().size()
        self._picture.resize(size.width(), size.height())
        self.cover(*self._picture.size)
        self._show_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._repaint()
        self._show_again()

    def rect_of(self, place: str) -> QRect | None:
        """Where a box is now, in the viewport; None where there is none of that place."""
        layout = self._picture.layout
        if place == "broker" and layout is not None and layout.broker is not None:
            # Its queue bears its name, and stands with consumers and dead letters in a zone whose title is on its edge.
            zone = QRectF(*layout.broker.zone).marginsAdded(_AROUND_ZONE)
            return self.mapFromScene(zone).boundingRect()
        box = next((each for each in self._items.boxes if each.place == place), None)
        return None if box is None else self.mapFromScene(box.sceneBoundingRect()).boundingRect()

    # Pointer

    def _on_clicked(self, point: QPointF) -> None:
        request_id = self._items.dots.request_at(point.x(), point.y())
        box = self._items.box_at(point)
        if request_id is not None:
            self.request_clicked.emit(request_id)
        elif box is not None and box.place_at(point) not in _COUNTED:
            self.node_clicked.emit(box.place_at(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_links()

    def _point_links(self) -> None:
        hovered = next((box.place for box in self._items.boxes if box.is_hovered or box.hasFocus()), None)
        self._items.links.point_at(hovered, self._chosen)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.text_at(self.mapToScene(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def text_at(self, point: QPointF) -> str:
        """What is said of the request or the box at a point of the scene; nothing where there is none."""
        return text_at(self._picture, self._items, point)

    # Keyboard

    def focusNextPrevChild(self, is_next: bool) -> bool:
        if not self._walk.step(is_forward=is_next):
            return super().focusNextPrevChild(is_next)
        self._say_focus()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._walk.enter(is_forward=event.reason() is Qt.FocusReason.TabFocusReason)
            self._say_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._walk.leave()
        self._say_focus()
        super().focusOutEvent(event)

    def _say_focus(self) -> None:
        box, request, reading = self._walk.box, self._walk.request, self._picture.reading()
        name = QCoreApplication.translate("Diagram", "Diagram") if box is None else box.name() or box.place
        if request is not None and reading is not None:
            name = request_text(reading, request) or name
        self.setAccessibleName(name)
        self._say_summary()
        self._point_links()

    def _say_summary(self) -> None:
        """The sentence, and how many are where."""
        reading = self._picture.reading()
        said = ["" if self._sentence is None else self._sentence.text, "" if reading is None else summary(reading)]
        self.setAccessibleDescription(" ".join(filter(None, [*said, self._picture.ghost.spoken])))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ENTER and self._choose():
            return
        if key in ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._walk.go(ARROWS[key])
            self._say_focus()
            return
        keys = {Qt.Key.Key_0: self.reset_view, Qt.Key.Key_Plus: self.zoom_in, Qt.Key.Key_Minus: self.zoom_out}
        if key in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            keys[key]()
        else:
            event.ignore()

    def _choose(self) -> bool:
        """As if the request that the arrows came to, or the box with the focus, had been clicked."""
        box, request = self._walk.box, self._walk.request
        if request is not None:
            self.request_clicked.emit(request)
        elif box is not None and box.place not in _COUNTED:
            self.node_clicked.emit(box.place)
        return request is not None or box is not None
