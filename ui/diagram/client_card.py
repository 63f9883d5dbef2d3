"""The card of a client group."""

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from ui.diagram import numbers
from ui.diagram.box_item import BoxItem
from ui.diagram.boxes import ClientBox
from ui.diagram.drawing import Brush, Words
from ui.diagram.faces import ClientFace
from ui.diagram.ink import Ink, text_width
from ui.diagram.shapes import SHAPES, middle, outline


def patience(seconds: float) -> str:
    """How long a client waits."""
    return QCoreApplication.translate("Diagram", "patience {time}").replace("{time}", numbers.duration(seconds))


class ClientCard(BoxItem):
    """Its shape, its name, what it asks for and how often."""

    def __init__(self, place: str, ink: Ink, box: ClientBox) -> None:
        super().__init__(place, ink)
        self.box = box
        self.face: ClientFace | None = None

    def arrange(self, box: ClientBox) -> None:
        """Move to another place."""
        self.box = box
        self.put(box.rect)

    def show_face(self, face: ClientFace) -> None:
        """Say this from now on."""
        if face != self.face:
            self.face = face
            self.update()

    def name(self) -> str:
        if self.face is None:
            return ""
        if len(self.face.names) == 1:
            return self.face.names[0]
        more = QCoreApplication.translate("Diagram", "{count} more clients")
        return more.replace("{count}", numbers.count(len(self.face.names)))

    def explanation(self) -> list[str]:
        if self.face is None:
            return []
        in_flight = QCoreApplication.translate("Diagram", "In flight: {requests}")
        lines = [self._how_often(), in_flight.replace("{requests}", numbers.requests(self.face.in_flight))]
        if len(self.face.names) > 1:
            lines.append(", ".join(self.face.names))
        lines.append(", ".join(self.face.paths))
        if self._patience():
            gives_up = QCoreApplication.translate("Diagram", "Gives up after {time}; the server goes on all the same.")
            lines.append(gives_up.replace("{time}", numbers.duration(self.face.patience_s or 0.0)))
        lines.append(QCoreApplication.translate("Diagram", "A source of requests; its shape is theirs."))
        return [line for line in lines if line]

    def _how_often(self) -> str:
        face = self.face
        if face is None or (face.users is None and face.per_s is None):
            return ""
        if face.users == 1:
            return QCoreApplication.translate("Diagram", "1 user")
        if face.users is not None:
            users = QCoreApplication.translate("Diagram", "{count} users")
            return users.replace("{count}", numbers.count(face.users))
        return numbers.rate(face.per_s or 0.0)

    def _patience(self) -> str:
        return "" if self.face is None or self.face.patience_s is None else patience(self.face.patience_s)

    def name_in(self, room: float) -> str:
        """What it is called where there is so much room: of several the number tells more than parts of a word."""
        name, count = self.name(), 1 if self.face is None else len(self.face.names)
        return name if count == 1 or text_width(name, 13, 600) <= room else f"+{numbers.count(count)}"

    def paint_box(self, brush: Brush) -> None:
        face, rect, lines = self.face, self.rect, self.box.lines
        brush.card(rect, "surface.card", self.border())
        if face is None:
            return
        # The group of lines stands in the middle of the card, whatever its height.
        top = rect.y + {3: (rect.height - 72) / 2 + 20, 2: (rect.height - 46) / 2 + 16}.get(lines, rect.height / 2)
        self._paint_shape(brush, face, top)
        name_width = rect.width - 32 - 12
        often = self._how_often()
        beside = text_width(often, 11) + 6
        if lines == 1 and text_width(self.name(), 13, 600) <= name_width - beside:
            brush.text_to(rect.right - 10, top + 4, often, Words(11, "text.muted"))
            name_width -= beside
        name = self.name_in(name_width)
        brush.text_in(name_width, rect.x + 32, top + 4.5, name, Words(13, "text.primary", 600))
        if lines == 3:
            self._paint_paths(brush, face, top + 23)
            often = " · ".join(filter(None, (self._how_often(), self._patience())))
            brush.text_in(rect.width - 20, rect.x + 12, top + 40, often, Words(11, "text.muted"))
        elif lines == 2:
            brush.text(rect.x + 12, top + 21, self._how_often(), Words(11, "text.muted"))

    def _paint_shape(self, brush: Brush, face: ClientFace, y: float) -> None:
        x = self.rect.x + 18
        painter = brush.painter
        painter.setPen(self.ink.pen("text.secondary", 1.5))
        painter.setBrush(self.ink.mixed("surface.card", "text.secondary", 0.16))
        painter.drawPath(outline(face.shape, 13, QPointF(x, y)))
        if face.shape >= SHAPES:  # the shapes come again, told apart by a letter
            letter = chr(ord("A") + face.shape % 26)
            brush.text_at(x, y + middle(face.shape, 13) + 3.5, letter, Words(10, "text.primary", 600))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_paths(self, brush: Brush, face: ClientFace, y: float) -> None:
        if not face.paths:
            return
        more = f" +{len(face.paths) - 1}" if len(face.paths) > 1 else ""
        room = self.rect.width - 24 - text_width(more, 11)
        end = brush.text_in(room, self.rect.x + 12, y, face.paths[0], Words(11, "text.secondary", is_code=True))
        brush.text(end, y, more, Words(11, "text.muted"))
