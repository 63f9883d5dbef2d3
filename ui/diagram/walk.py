"""The way of the keyboard through the boxes, and through the requests."""

from PySide6.QtCore import QPointF, Qt

from ui.diagram.box_item import BoxItem
from ui.diagram.neighbours import neighbour
from ui.diagram.scene import DiagramScene

ARROWS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class Walk:
    """Tab goes from box to box in the order of a request's way, and out at either end; arrows from dot to dot."""

    def __init__(self, scene: DiagramScene) -> None:
        self._scene = scene
        self._request: int | None = None
        self._at: QPointF | None = None
        """Where the arrows came to last, be it that the request has gone on."""

    @property
    def box(self) -> BoxItem | None:
        """The box that has the focus."""
        return next((box for box in self._scene.boxes if box.hasFocus()), None)

    @property
    def request(self) -> int | None:
        """The request that the arrows came to, as long as it is drawn."""
        known = self._request
        return known if known is not None and self._scene.dots.position_of(known) is not None else None

    def go(self, direction: str) -> bool:
        """Go to the next request to that side: from the last one, else from the box with the focus."""
        dots, here = self._scene.dots.dots, self._here()
        row = None if dots is None else neighbour(dots, here.x(), here.y(), direction, self._request)
        if dots is None or row is None:
            return False
        self._request = int(dots.request_id[row])
        self._at = QPointF(dots.x[row], dots.y[row])
        self._scene.dots.select(self._request)
        return True

    def _here(self) -> QPointF:
        drawn = None if self._request is None else self._scene.dots.position_of(self._request)
        if drawn is not None:
            return drawn
        box = self.box
        if self._at is not None:
            return self._at
        return (
            self._scene.dots.boundingRect().center() if box is None else QPointF(box.rect.centre.x, box.rect.centre.y)
        )

    def forget_request(self) -> None:
        """The arrows begin anew."""
        self._request = self._at = None

    def enter(self, *, is_forward: bool) -> None:
        """Come to the first box, or to the last."""
        if self._scene.boxes:
            self._focus(self._scene.boxes[0 if is_forward else -1])

    def step(self, *, is_forward: bool) -> bool:
        """Go to the next box, or to the one before; False at the end of the way, and where it was not begun."""
        boxes, box = self._scene.boxes, self.box
        if box is None:
            return False
        index = boxes.index(box) + (1 if is_forward else -1)
        if not 0 <= index < len(boxes):
            return False
        self._focus(boxes[index])
        return True

    def leave(self) -> None:
        """No box has the focus."""
        self._scene.clearFocus()

    def _focus(self, box: BoxItem) -> None:
        self.forget_request()
        box.setFocus(Qt.FocusReason.TabFocusReason)
