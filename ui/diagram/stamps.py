"""Shapes that look the same each time, painted once and copied from then on: rounded corners are slow to paint."""

import math
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.diagram.device import has_pixels

_MOST = 512
"""Then all are painted anew: a window that is dragged larger asks for every size on its way."""


class Stamps:
    """Pictures by what they show. They last as long as the ink they are painted with."""

    def __init__(self) -> None:
        self._pictures: dict[Hashable, QPixmap] = {}

    def press(self, painter: QPainter, around: QRectF, what: Hashable, paint: Callable[[QPainter], None]) -> None:
        """Paint what `paint` paints inside of `around`; `what` names all that it depends on but the place."""
        scale = painter.deviceTransform().m11()
        if not scale.is_integer() or not has_pixels(painter):
            # Its pixels would fall between those of the device.
            paint(painter)
            return
        left, top = math.floor(around.x()), math.floor(around.y())
        width, height = math.ceil(around.right()) - left, math.ceil(around.bottom()) - top
        key = (what, scale, width, height, around.x() - left, around.y() - top)
        picture = self._pictures.get(key)
        if picture is None:
            picture = QPixmap(round(width * scale), round(height * scale))
            picture.setDevicePixelRatio(scale)
            picture.fill(Qt.GlobalColor.transparent)
            inside = QPainter(picture)
            inside.setRenderHints(painter.renderHints())
            inside.translate(-left, -top)
            paint(inside)
            inside.end()
            if len(self._pictures) >= _MOST:
                self._pictures.clear()
            self._pictures[key] = picture
        painter.drawPixmap(QPointF(left, top), picture)
