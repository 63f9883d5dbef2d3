"""The card of a service behind the app."""

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from ui.diagram import numbers
from ui.diagram.box_item import BoxItem
from ui.diagram.boxes import Detail, ServiceBox
from ui.diagram.drawing import ZONE_RADIUS, Brush, Words
from ui.diagram.faces import ServiceFace
from ui.diagram.ink import Ink


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
        lines.append(QCoreApplication.translate("Diagram", "What the app waits for: time in it is nobody's CPU."))
        return lines

    def _limit(self, face: ServiceFace) -> str:
        text = QCoreApplication.translate("Diagram", "at most {count} at once")
        return text.replace("{count}", numbers.count(face.concurrency))

    def paint_box(self, brush: Brush) -> None:
        rect, face = self.rect, self.face
        is_full = self._is_full
        border = self.border("state.overloaded", 1.5) if is_full else self.border()
        brush.card(rect, "state.overloaded_fill" if is_full else "surface.card", border, ZONE_RADIUS)
        if face is None:
            return
        left, room = rect.x + 14, rect.width - 24
        brush.text_in(room, left, rect.y + 24, face.name, Words(13, "text.primary", 600))
        brush.text(left, rect.y + 40, numbers.duration(face.latency_s), Words(11, "text.muted"))
        self._paint_places(brush)
        grid = self.box.grid(self._detail)
        brush.text_in(room, left, rect.bottom - 26, self._in_service(face), Words(11, "text.primary", 500))
        if face.in_service > grid.count:
            hidden = QCoreApplication.translate("Diagram", "{count} not drawn")
            hidden = hidden.replace("{count}", numbers.count(face.in_service - grid.count))
            brush.text_in(room, left, rect.bottom - 11, hidden, Words(10, "text.muted"))
        elif face.concurrency:
            brush.text_in(room, left, rect.bottom - 11, self._limit(face), Words(10, "text.muted"))

    def _paint_places(self, brush: Brush) -> None:
        """Free places, as dots that requests cover."""
        if self._detail is not Detail.FULL:
            return
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(self.ink.colour("border.default"))
        for x, y in self.box.grid(self._detail).centres():
            brush.painter.drawEllipse(QPointF(x, y), 1.5, 1.5)
