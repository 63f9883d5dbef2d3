"""A slider painted by hand: a thin groove, its filled part and a round handle, which style sheets squash."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from ui.theme.theme import Theme

_GROOVE, _HANDLE_R, _RING_R = 3.0, 6.5, 10.0
_HEIGHT = 24
_MARK_HEIGHT = 10.0


class Slider(QSlider):
    """A horizontal QSlider with its keys, ranges and signals; a press on the groove takes the handle there.

    The wheel moves it only while it has the focus, so that panels can be scrolled over it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._mark: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def set_mark(self, value: int | None) -> None:
        """A tick at a value, such as the one that the run began with."""
        if value != self._mark:
            self._mark = value
            self.update()

    def handle_x(self, value: int) -> float:
        """Where the middle of the handle is for a value, px from the left."""
        room = self.width() - 2 * _RING_R
        span = self.maximum() - self.minimum()
        return _RING_R + (room * (value - self.minimum()) / span if span else 0.0)

    def value_at(self, x: float) -> int:
        """The value whose handle is nearest to a place, px from the left."""
        room = self.width() - 2 * _RING_R
        share = min(1.0, max(0.0, (x - _RING_R) / room)) if room > 0 else 0.0
        return round(self.minimum() + share * (self.maximum() - self.minimum()))

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, _HEIGHT)

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self.setSliderPosition(self.value_at(event.position().x()))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self.value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    # Picture

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, at = self.height() / 2, self.handle_x(self.sliderPosition())
        left, right = _RING_R - _HANDLE_R, self.width() - _RING_R + _HANDLE_R
        _bar(painter, QRectF(left, middle - _GROOVE / 2, right - left, _GROOVE), self._theme.colour("border.default"))
        if self.isEnabled():
            _bar(painter, QRectF(left, middle - _GROOVE / 2, at - left, _GROOVE), self._accent())
        if self._mark is not None:
            mark = QRectF(self.handle_x(self._mark) - 0.75, middle - _MARK_HEIGHT / 2, 1.5, _MARK_HEIGHT)
            _bar(painter, mark, self._theme.colour("border.strong"))
        self._paint_handle(painter, QPointF(at, middle))

    def _paint_handle(self, painter: QPainter, at: QPointF) -> None:
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent.base"), 2))
            painter.drawEllipse(at, _RING_R - 1, _RING_R - 1)
        is_on = self.isEnabled()
        painter.setBrush(self._theme.colour("surface.card" if is_on else "surface.sunken"))
        painter.setPen(QPen(self._accent(), 1.75) if is_on else QPen(self._theme.colour("border.strong"), 1))
        painter.drawEllipse(at, _HANDLE_R, _HANDLE_R)

    def _accent(self) -> QColor:
        is_hot = self.isSliderDown() or self.underMouse()
        return self._theme.colour("accent.hover" if is_hot else "accent.base")


def _bar(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = min(rect.width(), rect.height()) / 2
    painter.drawRoundedRect(rect, radius, radius)
