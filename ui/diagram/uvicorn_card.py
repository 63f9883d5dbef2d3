"""The card of the server, with its accept queue."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from ui.diagram import numbers, server_texts
from ui.diagram.box_item import BoxItem
from ui.diagram.boxes import UvicornBox
from ui.diagram.drawing import ZONE_RADIUS, Brush, Pill, Words, on_pixels, pill_width
from ui.diagram.faces import UvicornFace
from ui.diagram.geometry import Grid, Rect
from ui.diagram.ink import Ink, text_width

LISTENER = "listener"
_BETWEEN = 6
"""The least distance of a figure from its name."""


def accept_label() -> str:
    """The lesson's word for the accept queue, told apart from the message queue."""
    return QCoreApplication.translate("Diagram", "Backlog (accept queue)")


class UvicornCard(BoxItem):
    """The listening socket: who has connected and waits for a worker to accept."""

    radius = ZONE_RADIUS

    def __init__(self, ink: Ink) -> None:
        super().__init__(LISTENER, ink)
        self.box = UvicornBox(Rect(0, 0, 0, 0), Grid(0, 0, 0, 0, 0, 0), has_foot=False)
        self.face: UvicornFace | None = None

    def arrange(self, box: UvicornBox) -> None:
        """Move to another place."""
        self.box = box
        self.put(box.rect)

    def show_face(self, face: UvicornFace) -> None:
        """Say this from now on."""
        if face != self.face:
            self.face = face
            self.update()

    def name(self) -> str:
        if self.face is None:
            return "uvicorn"
        return f"uvicorn, {accept_label()}: {numbers.of(self.face.waiting, self.face.capacity)}"

    def explanation(self) -> list[str]:
        lines = [
            QCoreApplication.translate(
                "Diagram", "Connections wait in the kernel until a worker accepts them: first come, first served."
            ),
            QCoreApplication.translate(
                "Diagram", "uvicorn does not hand requests out: its workers pull connections from one socket."
            ),
        ]
        return lines if self.face is None else [*lines, *server_texts.lines(self.face)]

    def paint_box(self, brush: Brush) -> None:
        rect, face = self.rect, self.face
        brush.card(rect, "surface.card", self.border(), ZONE_RADIUS)
        left, right = rect.x + self.box.inset, rect.right - self.box.inset
        brush.text(left, rect.y + 25, "uvicorn", Words(14, "text.primary", 600))
        if face is None:
            return
        brush.text_to(right, rect.y + 25, face.loop, Words(11, "text.muted"))
        brush.rule(rect.x + 1, rect.right - 1, rect.y + 38)
        brush.text(left, rect.y + 57, accept_label(), Words(11, "text.muted", 500))
        end = brush.text(left, rect.y + 75, numbers.count(face.waiting), Words(13, "text.primary", 600))
        brush.text(end, rect.y + 75, f" / {numbers.count(face.capacity)}", Words(12, "text.secondary"))
        self._paint_slots(brush, face)
        below = self.box.slots.y + self.box.slots.rows * self.box.slots.pitch
        below += 3 if face.is_full else 0
        brush.text_in(right - left, left, below + 11, self._slots_drawn(face), Words(10, "text.muted"))
        self._paint_figures(brush, face, below + 21)
        if self.box.has_foot:
            foot = QCoreApplication.translate("Diagram", "workers pull from one socket")
            brush.text_in(right - left, left, rect.bottom - 13, foot, Words(10, "text.muted"))

    def _paint_slots(self, brush: Brush, face: UvicornFace) -> None:
        slots = self.box.slots
        around = QRectF(slots.x - 3.5, slots.y - 3.5, slots.width + 7, slots.height + 7)
        self.ink.stamps.press(brush.painter, around, slots, self._paint_empty)
        if face.is_full:
            brush.box(around, None, self.ink.pen("state.overloaded", 1.5), 5)
            word = QCoreApplication.translate("Diagram", "full")
            pill = Pill("state.overloaded_fill", "text.primary", "state.overloaded")
            brush.pill(self.rect.right - self.box.inset - pill_width(word), slots.y - 14, word, pill)

    def _paint_empty(self, painter: QPainter) -> None:
        brush, slots = Brush(painter, self.ink), self.box.slots
        fill, border = self.ink.colour("surface.sunken"), self.ink.pen("border.default")
        for index in range(slots.count):
            brush.box(on_pixels(slots.cell(index)), fill, border, 2.5)

    def _slots_drawn(self, face: UvicornFace) -> str:
        drawn = self.box.slots.count
        if face.dropped == 1:
            return QCoreApplication.translate("Diagram", "1 dropped, comes again")
        if face.dropped:
            text = QCoreApplication.translate("Diagram", "{count} dropped, come again")
            return text.replace("{count}", numbers.count(face.dropped))
        if face.waiting > drawn:
            text = QCoreApplication.translate("Diagram", "and {count} more, not drawn")
            return text.replace("{count}", numbers.count(face.waiting - drawn))
        if face.capacity > drawn:
            text = QCoreApplication.translate("Diagram", "first {drawn} of {capacity} slots drawn")
            text = text.replace("{drawn}", numbers.count(drawn))
            return text.replace("{capacity}", numbers.count(face.capacity))
        return QCoreApplication.translate("Diagram", "all its slots drawn")

    def _paint_figures(self, brush: Brush, face: UvicornFace, y: float) -> None:
        rows = [
            (QCoreApplication.translate("Diagram", "accepted"), face.accepted_per_s),
            (QCoreApplication.translate("Diagram", "answered"), face.answered_per_s),
        ]
        # What is not known yet, or no more, keeps its row: the others would move.
        lines: list[tuple[str, tuple[str, ...]]] = [
            (label, (server_texts.UNKNOWN if value is None else numbers.rate(value),)) for label, value in rows
        ]
        lines += server_texts.figures(face)
        left, right = self.rect.x + self.box.inset, self.rect.right - self.box.inset
        brush.rule(left, right, y)
        last = self.rect.bottom - (26 if self.box.has_foot else 8)
        for index, (label, forms) in enumerate(lines):
            baseline = y + 18 + 18 * index
            if baseline > last:
                return
            brush.text(left, baseline, label, Words(11, "text.muted"))
            room = right - left - _BETWEEN - text_width(label, 11)
            value = next((form for form in forms if text_width(form, 11, 500) <= room), forms[-1])
            brush.text_to(right, baseline, value, Words(11, "text.primary", 500))
