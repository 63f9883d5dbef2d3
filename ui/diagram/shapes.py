"""The outlines of requests, one shape for each client group."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

SHAPES = 6
"""Circle, square, triangle, diamond, hexagon, pentagon; then they come again."""


def outline(shape: int, size: float, centre: QPointF | None = None) -> QPainterPath:
    """The outline of a shape about `size` px across, around `centre` or the origin."""
    half = size / 2
    path = QPainterPath()
    match shape % SHAPES:
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
    if centre is not None:
        path.translate(centre)
    return path


def middle(shape: int, size: float) -> float:
    """How far below the middle of its cell a shape's optical middle is, px."""
    return size * 0.1 if shape % SHAPES == 2 else 0.0


def _corners(count: int, first: float) -> list[tuple[float, float]]:
    step = 2 * math.pi / count
    return [(math.cos(first + step * index), math.sin(first + step * index)) for index in range(count)]


def _close(path: QPainterPath, corners: list[tuple[float, float]], half: float) -> None:
    path.addPolygon(QPolygonF([QPointF(x * half, y * half) for x, y in corners]))
    path.closeSubpath()
