"""The broker's boxes: the queue, the consumers, one by one or as a crowd, and the dead letters."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.diagram import numbers
from ui.diagram.box_item import BoxItem
from ui.diagram.broker import words
from ui.diagram.broker.boxes import SHAPE, BrokerBox, ConsumerBox
from ui.diagram.broker.faces import ConsumerFace, DeadFace, QueueFace
from ui.diagram.drawing import Brush, Pill, Words, on_pixels, pill_width
from ui.diagram.geometry import Grid
from ui.diagram.ink import Ink, elided
from ui.diagram.shapes import MESSAGE
from ui.diagram.spots import Activity
from ui.diagram.sprites import Portrait, paint_request

BROKER, CONSUMERS, DEAD_LETTERS = "broker", "consumers", "dead_letters"
_TITLE, _FIGURE = Words(11, "text.muted", 500), Words(12, "text.primary", 600)
_CAPACITY, _SMALL = Words(11, "text.secondary"), Words(10, "text.muted")
_INSET, _LEAST_INSET, _BEFORE_FIGURE = 12, 6, 7


class QueueCard(BoxItem):
    """The first slots of the message queue, and a number."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(BROKER, ink)
        self._slots: Grid | None = None
        self.face: QueueFace | None = None

    def arrange(self, box: BrokerBox) -> None:
        """Move to another place."""
        self._slots = box.slots
        self.put(box.queue)

    def show_face(self, face: QueueFace) -> None:
        """Say this from now on."""
        if face != self.face:
            self.face = face
            self.update()

    def name(self) -> str:
        return "" if self.face is None else words.queue_name(self.face)

    def explanation(self) -> list[str]:
        return [] if self.face is None else words.queue_lines(self.face)

    def paint_box(self, brush: Brush) -> None:
        face, slots, rect = self.face, self._slots, self.rect
        is_full = face is not None and face.is_full
        border = self.border("state.overloaded", 1.5) if is_full else self.border()
        brush.card(rect, "state.overloaded_fill" if is_full else "surface.card", border)
        if face is None or slots is None:
            return
        title, figure, capacity = self.head
        end = brush.text(rect.x + _INSET, rect.y + 19, title, _TITLE) + _BEFORE_FIGURE
        end = brush.text(end, rect.y + 19, figure, _FIGURE)
        end = brush.text(end, rect.y + 19, capacity, _CAPACITY)
        self._paint_aside(brush, face, end + 8)
        self.ink.stamps.press(brush.painter, _around(slots), slots, self._paint_slots)
        if face.waiting + face.hidden > slots.count:
            more = f"+{numbers.count(face.waiting + face.hidden - slots.count)}"
            x = slots.x + slots.width + 5
            brush.text(x, slots.y + SHAPE - 2, more, Words(11, "text.primary", 600))

    @property
    def head(self) -> tuple[str, str, str]:
        """Its title, how many wait, and of how many: the last, and then letters of the title, give way."""
        face, title = self.face, QCoreApplication.translate("Diagram", "message queue")
        if face is None:
            return title, "", ""
        figure = numbers.count(face.waiting)
        room = self.rect.width - _INSET - _LEAST_INSET - _BEFORE_FIGURE - _FIGURE.width(figure)
        capacity = f" / {numbers.count(face.capacity)}" if face.capacity else ""
        if _TITLE.width(title) + _CAPACITY.width(capacity) > room:
            capacity = ""
        return elided(title, room, _TITLE.size, _TITLE.weight), figure, capacity

    def _paint_aside(self, brush: Brush, face: QueueFace, left: float) -> None:
        """At the right of the title, as far as there is room: that it is full, its lag, who was given out again."""
        right = self.rect.right - _INSET
        if face.is_full:
            word = QCoreApplication.translate("Diagram", "full")
            pill = Pill("state.overloaded_fill", "text.primary", "state.overloaded")
            begin = right - pill_width(word)
            # Without room it sits on the edge.
            brush.pill(begin, self.rect.y + (15 if begin >= left else 0.5), word, pill)
            return
        lag = QCoreApplication.translate("Diagram", "lag {count}").replace("{count}", numbers.count(face.lag or 0))
        again = QCoreApplication.translate("Diagram", "{count} redelivered")
        again = again.replace("{count}", numbers.count(face.redelivered))
        said = lag if face.lag is not None else again if face.redelivered else ""
        if said and right - _SMALL.width(said) > left:
            brush.text_to(right, self.rect.y + 19, said, _SMALL)

    def _paint_slots(self, painter: QPainter) -> None:
        assert self._slots is not None, "it was arranged"
        brush = Brush(painter, self.ink)
        fill, border = self.ink.colour("surface.sunken"), self.ink.pen("border.default")
        for index in range(self._slots.count):
            brush.box(on_pixels(self._slots.cell(index)), fill, border, 2.5)


class ConsumerCard(BoxItem):
    """What it works on, and what it has reserved."""

    radius = 8.0

    def __init__(self, ink: Ink, box: ConsumerBox) -> None:
        super().__init__(f"consumer:{box.number}", ink)
        self.box = box
        self.face: ConsumerFace | None = None

    def arrange(self, box: ConsumerBox) -> None:
        """Move to another place."""
        self.box = box
        self.put(box.rect)

    def show_face(self, face: ConsumerFace) -> None:
        """Say this from now on."""
        if face != self.face:
            self.face = face
            self.update()

    def name(self) -> str:
        return "" if self.face is None else words.consumer_spoken(self.face)

    def explanation(self) -> list[str]:
        return [] if self.face is None else words.consumer_lines(self.face)

    def paint_box(self, brush: Brush) -> None:
        box, face, rect = self.box, self.face, self.rect
        pen = self.border()
        if face is not None and face.is_gone:
            pen = self.border("border.strong")
            pen.setDashPattern([4, 3])
        brush.card(rect, "surface.card", pen, self.radius)
        if face is None:
            return
        brush.painter.setOpacity(0.5 if face.is_gone or (face.is_leaving and not face.working) else 1.0)
        share = face.working / face.concurrency
        brush.arc(QPointF(box.arc.x, box.arc.y), box.radius, share, "activity.in_io", 3)
        name = words.consumer_name(face.number) if box.has_long_name else f"C{face.number}"
        left, middle = box.arc.x + box.radius + 7, rect.centre.y + 4
        brush.text_in(box.hands.x - left - 4, left, middle, name, Words(12, "text.primary", 600))
        held = face.working + face.reserved
        if held > box.hands.count:
            x = box.hands.x + box.hands.width + 4
            brush.text(x, middle, f"+{numbers.count(held - box.hands.count)}", Words(11, "text.primary", 600))
        state = words.consumer_state(face)
        room = rect.right - 8 - box.hands.x
        if state and not held:
            state = state if _SMALL.width(state) <= room else words.consumer_state_shortly(face)
            brush.text_in(room, box.hands.x, middle, state, _SMALL)
        brush.painter.setOpacity(1.0)


class ConsumerCrowd(BoxItem):
    """A cell for every consumer: free, at work, or with no room left."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(CONSUMERS, ink)
        self._boxes: tuple[ConsumerBox, ...] = ()
        self._faces: dict[int, ConsumerFace] = {}

    def arrange(self, box: BrokerBox) -> None:
        """Move to another place."""
        self._boxes = box.consumers
        self.put(box.consumers_frame)

    def show_faces(self, faces: tuple[ConsumerFace, ...]) -> None:
        """Say this from now on."""
        shown = {face.number: face for face in faces}
        if shown != self._faces:
            self._faces = shown
            self.update()

    def name(self) -> str:
        return words.crowd_title(*self._counts())

    def _counts(self) -> tuple[int, int]:
        """All of them, and those that are busy."""
        return len(self._faces), sum(face.is_busy for face in self._faces.values())

    def explanation(self) -> list[str]:
        return [QCoreApplication.translate("Diagram", "A cell for each; filled: no room for another execution.")]

    def _box_at(self, point: QPointF) -> ConsumerBox | None:
        return next((box for box in self._boxes if box.rect.contains(point.x(), point.y())), None)

    def place_at(self, point: QPointF) -> str:
        box = self._box_at(point)
        return self.place if box is None else f"consumer:{box.number}"

    def tooltip_at(self, point: QPointF) -> str:
        box = self._box_at(point)
        face = None if box is None else self._faces.get(box.number)
        if face is None:
            return super().tooltip_at(point)
        return "\n".join([words.consumer_name(face.number), *words.consumer_lines(face)])

    def paint_box(self, brush: Brush) -> None:
        rect, style, title = self.rect, Words(11, "text.primary", 600), self.name()
        if style.width(title) > rect.width:
            title = words.crowd_shortly(*self._counts())
        brush.text_in(rect.width, rect.x, rect.y + 11, title, style)
        painter = brush.painter
        painter.setPen(Qt.PenStyle.NoPen)
        for box in self._boxes:
            face = self._faces.get(box.number)
            if face is None and self._faces:
                brush.absent_cell(box.rect)
                continue
            share = 0.0 if face is None else face.working / face.concurrency
            painter.setBrush(self.ink.mixed("chart.band", "activity.in_io", min(1.0, share)))
            painter.drawRoundedRect(QRectF(box.rect.x, box.rect.y, box.rect.width, box.rect.height), 1.5, 1.5)


class DeadLetters(BoxItem):
    """A counted pile of messages that were put aside."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(DEAD_LETTERS, ink)
        self._places: Grid | None = None
        self.face: DeadFace | None = None

    def arrange(self, box: BrokerBox) -> None:
        """Move to another place."""
        self._places = box.dead_places
        self.put(box.dead)

    def show_face(self, face: DeadFace) -> None:
        """Say this from now on."""
        if face != self.face:
            self.face = face
            self.update()

    def name(self) -> str:
        return "" if self.face is None else f"{words.dead_title()}, {numbers.count(self.face.dead)}"

    def explanation(self) -> list[str]:
        return [] if self.face is None else words.dead_lines(self.face)

    def paint_box(self, brush: Brush) -> None:
        face, places, rect = self.face, self._places, self.rect
        brush.card(rect, "surface.sunken", self.border())
        if face is None or places is None:
            return
        figure = numbers.count(face.dead)
        room = rect.width - 24 - 7 - _FIGURE.width(figure)
        title = words.dead_title() if _TITLE.width(words.dead_title()) <= room else words.dead_shortly()
        end = brush.text_in(room, rect.x + 12, rect.y + 19, title, _TITLE) + 7
        brush.text(end, rect.y + 19, figure, _FIGURE)
        portrait = Portrait(MESSAGE, Activity.REFUSED, SHAPE, surface="surface.sunken")
        for index in range(min(face.dead, places.count)):
            cell = places.cell(index)
            brush.painter.save()
            brush.painter.translate(cell.centre.x, cell.centre.y)
            paint_request(brush.painter, self.ink, portrait)
            brush.painter.restore()


def _around(grid: Grid) -> QRectF:
    return QRectF(grid.x - 1, grid.y - 1, grid.width + 2, grid.height + 2)
