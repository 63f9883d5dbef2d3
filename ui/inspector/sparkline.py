"""A small history: an area with its name, its present value and its top."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.diagram.drawing import Brush, Words
from ui.diagram.ink import Ink

LEAST, MOST = 92, 180
"""Heights, px."""
_HEAD, _FOOT = 20, 16
_NAME, _VALUE, _TICK = Words(11, "text.secondary"), Words(11, "text.primary", 600), Words(10, "text.muted")


class Sparkline(QWidget):
    """Shows one series."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._values: NDArray[np.float64] = np.empty(0)
        self._texts = ("", "", "", "", "")
        self._top, self._token = 1.0, "activity.waiting"
        self.setFixedHeight(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_series(
        self, values: NDArray[np.float64], texts: tuple[str, str, str, str, str], top: float, token: str
    ) -> None:
        """`texts`: its name, its present value, its top, its first and its last instant; NaN is not known."""
        self._values, self._texts, self._top, self._token = values, texts, top, token
        self.setAccessibleName(f"{texts[0]}: {texts[1]}")
        self.update()

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        brush = Brush(QPainter(self), self._ink)
        name, value, top, first, last = self._texts
        left = brush.text_to(self.width() - 1.0, 13, value, _VALUE)
        brush.text_in(left - 10, 0, 13, name, _NAME)
        room = QRectF(0, _HEAD, self.width(), self.height() - _HEAD - _FOOT)
        for y in (room.top(), room.bottom()):
            brush.rule(0, self.width(), y)
        self._paint_area(brush, room)
        # Behind the top's number nothing is drawn: curves come near it.
        plate = QRectF(self.width() - _TICK.width(top) - 5, room.top() + 1, _TICK.width(top) + 5, 14)
        brush.painter.fillRect(plate, self._ink.colour("surface.panel"))
        brush.text_to(self.width() - 2.0, room.top() + 12, top, _TICK)
        brush.text(0, self.height() - 3, first, _TICK)
        brush.text_to(self.width() - 1.0, self.height() - 3, last, _TICK)

    def _paint_area(self, brush: Brush, room: QRectF) -> None:
        (known,) = np.nonzero(np.isfinite(self._values))
        if len(known) < 2:
            return
        steps = max(1, len(self._values) - 1)
        points = [
            QPointF(room.width() * at / steps, room.bottom() - room.height() * min(1.0, self._values[at] / self._top))
            for at in known.tolist()
        ]
        area = QPolygonF([QPointF(points[0].x(), room.bottom()), *points, QPointF(points[-1].x(), room.bottom())])
        painter, colour = brush.painter, self._ink.colour(self._token)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.mixed("surface.panel", self._token, 0.22))
        painter.drawPolygon(area)
        painter.setPen(colour)
        painter.drawPolyline(QPolygonF(points))
