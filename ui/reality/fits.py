"""Fitted times side by side: bars are what was measured, the line is what the scenario will draw."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.theme.fonts import font

MOST = 3
_HEIGHT, _HEAD, _FOOT, _GAP = 116, 20, 16, 20
_HEADROOM = 1.08
"""Of the highest bar."""
_TITLE_PX, _TICK_PX = 12, 10


@dataclass(frozen=True, slots=True)
class FitShown:
    """One route: shares of the times in equal bins from 0 to `highest_s`."""

    name: str
    highest_s: float
    measured: tuple[float, ...]
    fitted: tuple[float, ...]
    constant_s: float | None


class FitsView(QWidget):
    """A panel a route, the busiest first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fits: tuple[FitShown, ...] = ()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_fits(self, fits: Sequence[FitShown], description: str) -> None:
        """Draw them; hidden where there are none."""
        self._fits = tuple(fits[:MOST])
        self.setAccessibleName(description)
        self.setVisible(bool(self._fits))
        self.update()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(1, len(self._fits))
        width = (self.width() - _GAP * (count - 1)) / count
        for number, fit in enumerate(self._fits):
            self._paint(painter, fit, QRectF(number * (width + _GAP), 0, width, self.height()))

    def _paint(self, painter: QPainter, fit: FitShown, panel: QRectF) -> None:
        self._write(painter, fit, panel)
        room = panel.adjusted(0, _HEAD, 0, -_FOOT)
        top = max((*fit.measured, *fit.fitted), default=0.0) * _HEADROOM or 1.0
        width = room.width() / max(1, len(fit.measured))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._faint("chart.sent"))
        for index, share in enumerate(fit.measured):
            height = room.height() * share / top
            painter.drawRect(QRectF(room.left() + index * width, room.bottom() - height, width, height))
        painter.setPen(QPen(self._theme.colour("accent.base"), 2))
        painter.drawPolyline(_line(fit, room, top))
        painter.setPen(QPen(self._theme.colour("border.strong"), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())

    def _faint(self, token: str) -> QColor:
        colour = self._theme.colour(token)
        colour.setAlphaF(0.35)
        return colour

    def _write(self, painter: QPainter, fit: FitShown, panel: QRectF) -> None:
        painter.setFont(font(_TITLE_PX, 600))
        painter.setPen(self._theme.colour("text.primary"))
        name = QFontMetricsF(painter.font()).elidedText(fit.name, Qt.TextElideMode.ElideMiddle, panel.width())
        painter.drawText(panel, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(font(_TICK_PX))
        painter.setPen(self._theme.colour("text.muted"))
        highest = fit.highest_s * 1e3
        last = f"{QLocale().toString(highest, 'f', 0 if highest >= 10 else 2)} ms"
        painter.drawText(panel, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(panel, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, last)


def _line(fit: FitShown, room: QRectF, top: float) -> QPolygonF:
    if fit.constant_s is not None:
        x = room.left() + room.width() * min(1.0, fit.constant_s / fit.highest_s)
        return QPolygonF([QPointF(x, room.top()), QPointF(x, room.bottom())])
    width = room.width() / max(1, len(fit.fitted))
    return QPolygonF(
        [
            QPointF(room.left() + (index + 0.5) * width, room.bottom() - room.height() * share / top)
            for index, share in enumerate(fit.fitted)
        ]
    )
