"""The card of a service behind the app."""

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from simulator.scenario import FaultKind
from ui.diagram import numbers
from ui.diagram.box_item import BoxItem
from ui.diagram.boxes import Detail, ServiceBox
from ui.diagram.drawing import ZONE_RADIUS, Brush, Pill, Words, pill_width
from ui.diagram.faces import ServiceFace
from ui.diagram.ink import Ink
from ui.diagram.rest import SHOWN_AT_SERVICE
from ui.diagram.topology import FaultNode
from ui.diagram.worker_boxes import READY_PITCH

_PILL = Pill("state.overloaded_fill", "text.primary", "state.overloaded")


def fault_word(fault: FaultNode) -> str:
    """What is wrong with a service, in a word."""
    if fault.kind is FaultKind.DOWN:
        return QCoreApplication.translate("Diagram", "down")
    if fault.kind is FaultKind.HANG:
        return QCoreApplication.translate("Diagram", "hangs")
    return QCoreApplication.translate("Diagram", "slow × {factor}").replace("{factor}", numbers.plain(fault.factor))


def fault_text(fault: FaultNode) -> str:
    """What it means for those who use it."""
    if fault.kind is FaultKind.DOWN:
        return QCoreApplication.translate("Diagram", "It is down: every call to it fails at once, and its request too.")
    if fault.kind is FaultKind.HANG:
        return QCoreApplication.translate("Diagram", "It hangs: what it works on is answered when that is over.")
    text = QCoreApplication.translate("Diagram", "It is slow: calls take {factor} times as long.")
    return text.replace("{factor}", numbers.plain(fault.factor))


class ServiceCard(BoxItem):
    """Its name, how long it takes, and the requests it works on; those are dots."""

    radius = ZONE_RADIUS

    def __init__(self, place: str, ink: Ink, box: ServiceBox) -> None:
        super().__init__(place, ink)
        self.box = box
        self.face: ServiceFace | None = None
        self._detail = Detail.FULL

    def arrange(self, box: ServiceBox) -> None:
        """Move to another place."""
        self.box = box
        self.put(box.rect)

    def show_face(self, face: ServiceFace, detail: Detail) -> None:
        """Say this from now on."""
        if face != self.face or detail is not self._detail:
            self.face, self._detail = face, detail
            self.update()

    @property
    def _is_full(self) -> bool:
        face = self.face
        return face is not None and bool(face.concurrency) and face.in_service >= face.concurrency

    def name(self) -> str:
        return "" if self.face is None else f"{self.face.name}, {self._in_service(self.face)}"

    def _in_service(self, face: ServiceFace) -> str:
        text = QCoreApplication.translate("Diagram", "{count} in service")
        return text.replace("{count}", numbers.count(face.in_service))

    def explanation(self) -> list[str]:
        face = self.face
        if face is None:
            return []
        takes = QCoreApplication.translate("Diagram", "Takes {time} on average")
        lines = [takes.replace("{time}", numbers.duration(face.latency_s))]
        if face.concurrency:
            lines.append(self._limit(face))
        if face.waiting:
            waiting = QCoreApplication.translate("Diagram", "Waiting for a place: {count}")
            lines.append(waiting.replace("{count}", numbers.count(face.waiting)))
        if face.connections:
            most = QCoreApplication.translate("Diagram", "Connections of all pools together: at most {count}")
            lines.append(most.replace("{count}", numbers.count(face.connections)))
        if face.fault is not None:
            lines.append(fault_text(face.fault))
        lines.append(QCoreApplication.translate("Diagram", "What the app waits for: time in it is nobody's CPU."))
        return lines

    def _limit(self, face: ServiceFace) -> str:
        text = QCoreApplication.translate("Diagram", "max {count}")
        return text.replace("{count}", numbers.count(face.concurrency))

    def paint_box(self, brush: Brush) -> None:
        rect, face = self.rect, self.face
        state = self._state()
        border = self.border(state, 1.5) if state else self.border()
        brush.card(rect, f"{state}_fill" if state else "surface.card", border, ZONE_RADIUS)
        if face is None:
            return
        left, room = rect.x + self.box.inset, self._room
        if face.fault is not None:
            pill = Pill("state.blocked", "text.on_accent") if state == "state.blocked" else _PILL
            word = fault_word(face.fault)
            brush.pill(rect.right - 12 - pill_width(word), rect.y + 0.5, word, pill)
        brush.text_in(room, left, rect.y + 24, face.name, Words(13, "text.primary", 600))
        brush.text(left, rect.y + 40, numbers.duration(face.latency_s), Words(11, "text.muted"))
        self._paint_places(brush)
        grid = self.box.grid(self._detail)
        self._paint_queue(brush, face)
        self._paint_in_service(brush, face)
        if face.in_service > grid.count:
            hidden = QCoreApplication.translate("Diagram", "{count} not drawn")
            hidden = hidden.replace("{count}", numbers.count(face.in_service - grid.count))
            brush.text_in(room, left, rect.bottom - 11, hidden, Words(10, "text.muted"))
        elif face.concurrency:
            brush.text_in(room, left, rect.bottom - 11, self._limit(face), Words(10, "text.muted"))

    @property
    def _room(self) -> float:
        return self.rect.width - self.box.inset - 4

    def _paint_in_service(self, brush: Brush, face: ServiceFace) -> None:
        """Smaller rather than cut in a narrow card."""
        text, words = self._in_service(face), Words(11, "text.primary", 500)
        if words.width(text) > self._room:
            words = Words(10, "text.primary", 500)
        brush.text_in(self._room, self.rect.x + self.box.inset, self.rect.bottom - 26, text, words)

    def _state(self) -> str:
        """The token of what is wrong with it, where something is."""
        fault = None if self.face is None else self.face.fault
        if fault is not None and fault.kind is not FaultKind.SLOW:
            return "state.blocked"
        return "state.overloaded" if fault is not None or self._is_full else ""

    def _paint_queue(self, brush: Brush, face: ServiceFace) -> None:
        """Who waits for a place: the first are dots, the rest is a number."""
        queue = self.box.queue
        if queue is None or not face.waiting:
            return
        left, y = self.rect.x + self.box.inset, queue.y
        label = QCoreApplication.translate("Diagram", "{count} wait").replace("{count}", numbers.count(face.waiting))
        brush.text_in(self._room, left, y - 12, label, Words(10, "text.primary", 600))
        if face.waiting > SHOWN_AT_SERVICE:
            more = f"+{numbers.count(face.waiting - SHOWN_AT_SERVICE)}"
            brush.text(queue.x + SHOWN_AT_SERVICE * READY_PITCH - 4, y + 4, more, Words(10, "text.primary", 600))

    def _paint_places(self, brush: Brush) -> None:
        """Free places, as dots that requests cover."""
        if self._detail is not Detail.FULL:
            return
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(self.ink.colour("border.default"))
        for x, y in self.box.grid(self._detail).centres():
            brush.painter.drawEllipse(QPointF(x, y), 1.5, 1.5)
