"""Facts in a row of pills, which goes on in a further line where there is no room."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.diagram.drawing import Brush, Words
from ui.diagram.ink import Ink, text_width

_HEIGHT, _GAP, _PAD, _SIZE = 20, 6, 9, 11


@dataclass(frozen=True, slots=True)
class Chip:
    """One fact."""

    text: str
    is_code: bool = False
    token: str = "text.secondary"
    weight: int = 400

    @property
    def width(self) -> float:
        """Pixels."""
        return text_width(self.text, _SIZE, self.weight, is_code=self.is_code) + 2 * _PAD


class Chips(QWidget):
    """Shows chips; as high as they need."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._chips: tuple[Chip, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Say this from now on."""
        if chips != self._chips:
            self._chips = chips
            self.setAccessibleName(", ".join(chip.text for chip in chips))
            self._fit()
            self.update()

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(sum(chip.width + _GAP for chip in self._chips)), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        brush = Brush(QPainter(self), self._ink)
        for chip, place in self._places():
            brush.box(place, self._ink.colour("surface.sunken"), None, _HEIGHT / 2)
            words = Words(_SIZE, chip.token, chip.weight, chip.is_code)
            brush.text_in(place.width() - 2 * _PAD + 1, place.left() + _PAD, place.bottom() - 6, chip.text, words)

    def _fit(self) -> None:
        places = self._places()
        height = round(places[-1][1].bottom()) if places else _HEIGHT
        if height != self.height():
            self.setFixedHeight(height)

    def _places(self) -> list[tuple[Chip, QRectF]]:
        places, x, y = [], 0.0, 0.0
        for chip in self._chips:
            width = min(chip.width, float(self.width()))
            if x and x + width > self.width():
                x, y = 0.0, y + _HEIGHT + 4
            places.append((chip, QRectF(x, y, width, _HEIGHT)))
            x += width + _GAP
        return places
