"""The outlines of requests, one shape for each client group, and those of messages."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

SHAPES = 6
"""Circle, square, triangle, diamond, hexagon, pentagon; then they come again."""
MESSAGE, MESSAGE_AGAIN = -2, -3
"""An envelope, and one that is delivered again: it has a bold dot at its corner."""
ALL_SHAPES = SHAPES + 2
"""Shapes and messages together."""


def outline(shape: int, size: float, centre: QPointF | None = None) -> QPainterPath:
    """The outline of a shape about `size` px across, around `centre` or the origin."""
    half = size / 2
    path = QPainterPath()
    if shape < 0:
        _add_message(path, shape, size)
    else:
        _add_shape(path, shape % SHAPES, half)
    if centre is not None:
        path.translate(centre)
    return path


def _add_shape(path: QPainterPath, shape: int, half: float) -> None:
    match shape:
        case 0:
            path.addEllipse(QPointF(), half, half)
        case 1:
            side = half * 0.9
            path.addRoundedRect(QRectF(-side, -side, 2 * side, 2 * side), side * 0.38, side * 0.38)
        case 2:
            _close(path, [(0, -1.02), (1.08, 0.84), (-1.08, 0.84)], half)
        case 3:
            _close(path, [(0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)], half)
        case 4:
            _close(path, _corners(6, 0), half)
        case _:
            _close(path, _corners(5, -math.pi / 2), half * 1.04)


def _add_message(path: QPainterPath, shape: int, size: float) -> None:
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(envelope(size), size * 0.11, size * 0.11)
    if shape == MESSAGE_AGAIN:
        path.addEllipse(QPointF(size * 0.5, -size * 0.36), size * 0.21, size * 0.21)


def middle(shape: int, size: float) -> float:
    """How far below the middle of its cell a shape's optical middle is, px."""
    return size * 0.1 if shape >= 0 and shape % SHAPES == 2 else 0.0


def envelope(size: float) -> QRectF:
    """The body of a message about `size` px across."""
    return QRectF(-size * 0.54, -size * 0.4, size * 1.08, size * 0.8)


def flap(size: float) -> QPainterPath:
    """The line of its flap."""
    body = envelope(size)
    path = QPainterPath(body.topLeft() + QPointF(0.6, 0.8))
    path.lineTo(0, size * 0.1)
    path.lineTo(body.topRight() + QPointF(-0.6, 0.8))
    return path


def _corners(count: int, first: float) -> list[tuple[float, float]]:
    step = 2 * math.pi / count
    return [(math.cos(first + step * index), math.sin(first + step * index)) for index in range(count)]


def _close(path: QPainterPath, corners: list[tuple[float, float]], half: float) -> None:
    path.addPolygon(QPolygonF([QPointF(x * half, y * half) for x, y in corners]))
    path.closeSubpath()
