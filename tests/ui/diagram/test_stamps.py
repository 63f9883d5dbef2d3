"""What is painted once and copied looks as if it had been painted."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.diagram.stamps import Stamps


def painted(stamps: Stamps, at: float, scale: float, calls: list[QRectF]) -> QImage:
    """A rounded rectangle at a place, by stamp."""
    image = QImage(120, 120, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    rect = QRectF(at, at, 20, 14)

    def paint(inside: QPainter) -> None:
        calls.append(rect)
        inside.setBrush(QColor("#336699"))
        inside.drawRoundedRect(rect, 5, 5)

    stamps.press(painter, rect.adjusted(-2, -2, 2, 2), "box", paint)
    painter.end()
    return image


@pytest.mark.parametrize("scale", [1.0, 2.0, 1.5])
@pytest.mark.parametrize("at", [4.5, 9.25])
def test_a_copy_is_what_would_be_painted(qapp: QApplication, scale: float, at: float) -> None:
    stamps = Stamps()
    calls: list[QRectF] = []
    first, second = painted(stamps, at, scale, calls), painted(stamps, at, scale, calls)
    assert first == second == painted(Stamps(), at, scale, [])
    assert len(calls) == (1 if scale.is_integer() else 2)


def test_another_place_on_whole_pixels_needs_no_new_picture(qapp: QApplication) -> None:
    stamps = Stamps()
    calls: list[QRectF] = []
    for at in (4.5, 30.5, 30.25):
        painted(stamps, at, 1.0, calls)
    assert [rect.x() for rect in calls] == [4.5, 30.25]
