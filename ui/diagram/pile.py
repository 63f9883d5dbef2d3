"""The heap of requests that came back without success, and how many there were."""

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter

from simulator.record import Stage
from ui.diagram import numbers
from ui.diagram.box_item import BoxItem
from ui.diagram.boxes import PileBox
from ui.diagram.drawing import Brush, Words, on_pixels
from ui.diagram.faces import PileFace
from ui.diagram.falls import PILE_SIZE
from ui.diagram.ink import Ink
from ui.diagram.outcomes import KINDS
from ui.diagram.spots import ACTIVITY_OF, Activity
from ui.diagram.sprites import Portrait, paint_request

PILE = "pile"
_LINE = 15


def kind_text(kind: Stage) -> str:
    """What is counted, in a word or two."""
    texts = {
        Stage.REFUSED: QCoreApplication.translate("Diagram", "refused"),
        Stage.REJECTED: QCoreApplication.translate("Diagram", "rejected (503)"),
        Stage.FAILED: QCoreApplication.translate("Diagram", "failed"),
        Stage.TIMED_OUT: QCoreApplication.translate("Diagram", "timed out"),
    }
    return texts[kind]


def _explanation(kind: Stage) -> str:
    texts = {
        Stage.REFUSED: QCoreApplication.translate("Diagram", "Refused: no connection came about."),
        Stage.REJECTED: QCoreApplication.translate("Diagram", "Rejected: answered with a 503."),
        Stage.FAILED: QCoreApplication.translate("Diagram", "Failed: another 5xx, or the connection was lost."),
        Stage.TIMED_OUT: QCoreApplication.translate("Diagram", "Timed out: the client gave up; the server may go on."),
    }
    return texts[kind]


class PileItem(BoxItem):
    """A settled heap: the latest are drawn, all are counted. Hidden while there is nothing in it."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(PILE, ink)
        self._box: PileBox | None = None
        self.face: PileFace | None = None
        self._is_haunted = False
        self.hide()

    def arrange(self, box: PileBox) -> None:
        """Move to another place."""
        self._box = box
        self.put(box.rect)

    def show_face(self, face: PileFace) -> None:
        """Say this from now on."""
        if face != self.face:
            self.face = face
            self._show()
            self.update()

    def haunt(self, *, is_haunted: bool) -> None:
        """A ghost has something in its own heap here, or not."""
        if is_haunted != self._is_haunted:
            self._is_haunted = is_haunted
            self._show()

    def _show(self) -> None:
        self.setVisible(self._is_haunted or bool(self._counted()))

    def _counted(self) -> list[tuple[Stage, int]]:
        counts = () if self.face is None else self.face.counts
        return [(kind, count) for kind, count in zip(KINDS, counts, strict=False) if count]

    def name(self) -> str:
        return ", ".join(f"{numbers.count(count)} {kind_text(kind)}" for kind, count in self._counted())

    def explanation(self) -> list[str]:
        return [_explanation(kind) for kind, _ in self._counted()]

    def paint_box(self, brush: Brush) -> None:
        box, face = self._box, self.face
        if box is None or face is None or not face.drawn:
            return
        if self.is_hovered:
            brush.box(on_pixels(self.rect), None, self.border(), self.radius)
        base = box.text_y - 15.5
        brush.painter.setPen(self.ink.pen("border.strong"))
        brush.painter.drawLine(QPointF(self.rect.x, base), QPointF(self.rect.right, base))
        for place, (client, kind) in zip(box.places, face.drawn, strict=False):
            portrait = Portrait(client, Activity(int(ACTIVITY_OF[kind])), PILE_SIZE + 0.5, surface="surface.canvas")
            _paint_at(brush.painter, self.ink, portrait, QPointF(place.x, place.y))
        self._paint_counts(brush, box)

    def _paint_counts(self, brush: Brush, box: PileBox) -> None:
        """As many in a line as fit."""
        number, word = Words(11, "text.primary", 600), Words(11, "text.muted")
        x, y, right = self.rect.x, box.text_y, self.rect.right
        for kind, count in self._counted():
            figure, label = numbers.count(count), kind_text(kind)
            width = number.width(figure) + 4 + word.width(label)
            if x > self.rect.x and x + width > right:
                x, y = self.rect.x, y + _LINE
            x = brush.text(x, y, figure, number) + 4
            x = brush.text(x, y, label, word) + 9


def _paint_at(painter: QPainter, ink: Ink, portrait: Portrait, at: QPointF) -> None:
    painter.save()
    painter.translate(at)
    paint_request(painter, ink, portrait)
    painter.restore()
