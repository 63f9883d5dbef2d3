"""The way of the keyboard through the boxes."""

from PySide6.QtCore import Qt

from ui.diagram.box_item import BoxItem
from ui.diagram.scene import DiagramScene


class Walk:
    """Tab goes from box to box in the order of a request's way, and out at either end."""

    def __init__(self, scene: DiagramScene) -> None:
        self._scene = scene

    @property
    def box(self) -> BoxItem | None:
        """The box that has the focus."""
        return next((box for box in self._scene.boxes if box.hasFocus()), None)

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
        box.setFocus(Qt.FocusReason.TabFocusReason)
