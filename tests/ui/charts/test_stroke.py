"""A curve is as wide on a dense screen as on any other, and no wide pen is used for it."""

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene
from pytestqt.qtbot import QtBot

from ui.charts.stroke import Stroke
from ui.export.drawing import drawing

_SIDE = 40
_LEVEL = np.array([20.5, 20.5])
_INK = QColor(0, 0, 200)


def paint(stroke: Stroke, painter: QPainter) -> None:
    scene = QGraphicsScene(0, 0, _SIDE, _SIDE)
    scene.addItem(stroke)
    scene.render(painter, QRectF(0, 0, _SIDE, _SIDE), scene.sceneRect())
    scene.removeItem(stroke)


def picture(stroke: Stroke, density: float) -> QImage:
    image = QImage(QSize(_SIDE, _SIDE) * density, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(density)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(stroke, painter)
    painter.end()
    return image


def reds(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    size = range(image.height()), range(image.width())
    return np.array([[image.pixelColor(x, y).red() for x in size[1]] for y in size[0]])


@pytest.mark.parametrize("density", [1, 2, 3])
@pytest.mark.parametrize("is_upright", [False, True])
def test_a_pixel_of_the_design_is_so_many_of_the_screen(qtbot: QtBot, density: int, is_upright: bool) -> None:
    stroke = Stroke()
    stroke.set_look(_INK)
    ends = np.array([5.0, 35.0])
    stroke.set_points(*((_LEVEL, ends) if is_upright else (ends, _LEVEL)))
    shades = reds(picture(stroke, density))
    middle = shades[_SIDE * density // 2] if is_upright else shades[:, _SIDE * density // 2]
    assert ((255 - middle) / 255).sum() == pytest.approx(density, abs=0.2)


def test_what_shines_through_shines_through_as_much(qtbot: QtBot) -> None:
    stroke = Stroke()
    half = QColor(_INK)
    half.setAlphaF(0.5)
    stroke.set_look(half)
    stroke.set_points(np.array([5.0, 35.0]), _LEVEL)
    darkest = [reds(picture(stroke, density)).min() for density in (1, 2)]
    assert darkest[0] == pytest.approx(darkest[1], abs=6)


def test_dashes_are_as_long(qtbot: QtBot) -> None:
    stroke = Stroke()
    stroke.set_look(_INK, (5, 4))
    stroke.set_points(np.array([0.0, 40.0]), _LEVEL)
    rows = [reds(picture(stroke, density))[20 * density + density // 2] < 128 for density in (1, 2)]
    # A dash may end a pixel later, where one of its lines does.
    assert np.count_nonzero(np.repeat(rows[0], 2) != rows[1]) <= 5
    assert stroke.is_dashed


def test_a_drawing_has_one_line(qtbot: QtBot) -> None:
    stroke = Stroke()
    stroke.set_look(_INK)
    stroke.set_points(np.array([5.0, 15.0, 25.0, 35.0]), np.array([np.nan, 3.0, 9.0, np.nan]))
    text = drawing(QRect(0, 0, _SIDE, _SIDE), "", "", lambda painter: paint(stroke, painter))
    assert text.count("M15,3 L25,9") == 1


def test_nothing_is_drawn_where_nothing_is_known(qtbot: QtBot) -> None:
    stroke = Stroke()
    stroke.set_look(_INK)
    for values in (np.empty(0), np.full(3, np.nan)):
        stroke.set_points(np.arange(len(values), dtype=np.float64), values)
        assert reds(picture(stroke, 1)).min() == 255
