"""Plain shapes on the diagram's canvas: points, rectangles, grids of cells and the curves of links. Pixels, y down."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Coordinates = NDArray[np.float64]


class Point(NamedTuple):
    """A place on the canvas."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def is_left_of(self, other: "Rect") -> bool:
        """Whether it stands there, side by side."""
        return self.right <= other.x and self.y < other.bottom and other.y < self.bottom

    def contains(self, x: float, y: float) -> bool:
        """Whether the point is inside or on the edge."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Grid:
    """`count` square cells of `size`, `pitch` apart, filled row by row."""

    x: float
    """Of the first cell's left edge."""
    y: float
    """Of the first cell's upper edge."""
    columns: int
    count: int
    size: float
    pitch: float

    @property
    def rows(self) -> int:
        """Rows, the last perhaps not full."""
        return math.ceil(self.count / self.columns) if self.columns else 0

    @property
    def width(self) -> float:
        """From the first cell's left to the last column's right."""
        return self.columns * self.pitch - (self.pitch - self.size)

    @property
    def height(self) -> float:
        """From the first cell's top to the last row's bottom."""
        return self.rows * self.pitch - (self.pitch - self.size)

    def cell(self, index: int) -> Rect:
        """The cell at `index`, from 0."""
        return Rect(
            self.x + index % self.columns * self.pitch,
            self.y + index // self.columns * self.pitch,
            self.size,
            self.size,
        )

    def centres(self) -> Coordinates:
        """Middles of all cells, shape (count, 2)."""
        index = np.arange(self.count)
        columns = max(1, self.columns)
        return np.stack(
            [
                self.x + self.size / 2 + index % columns * self.pitch,
                self.y + self.size / 2 + index // columns * self.pitch,
            ],
            axis=1,
        )


def grid_in(area: Rect, size: float, pitch: float) -> Grid:
    """As many cells as fit into `area`, in whole rows."""
    columns = max(0, int((area.width + pitch - size) // pitch))
    rows = max(0, int((area.height + pitch - size) // pitch))
    return Grid(area.x, area.y, columns, columns * rows, size, pitch)


SAMPLES = 33
"""Points kept of a curve: enough that no chord of a link is longer than a request is wide."""


class Curve(NamedTuple):
    """A link: a cubic that leaves and arrives level, or upright, both handles at half the distance."""

    start: Point
    end: Point
    is_upright: bool = False

    @property
    def handles(self) -> tuple[Point, Point]:
        """The two control points."""
        if self.is_upright:
            half = (self.end.y - self.start.y) / 2
            return Point(self.start.x, self.start.y + half), Point(self.end.x, self.end.y - half)
        half = (self.end.x - self.start.x) / 2
        return Point(self.start.x + half, self.start.y), Point(self.end.x - half, self.end.y)

    def points(self) -> Coordinates:
        """SAMPLES points at equal distances along the curve, shape (SAMPLES, 2), so that motion on it is even.

        Not to be written to.
        """
        return _points_on(self)

    def is_near(self, x: float, y: float, reach: float = 8.0) -> bool:
        """Whether a point is that near to it, px."""
        points = self.points()
        return bool(np.hypot(points[:, 0] - x, points[:, 1] - y).min() <= reach)

    @property
    def middle(self) -> Point:
        """Half way."""
        x, y = self.points()[SAMPLES // 2]
        return Point(float(x), float(y))


@lru_cache(maxsize=1024)  # a layout that is made anew has nearly all the links of the one before
def _points_on(curve: Curve) -> Coordinates:
    first, second = curve.handles
    corners = np.array([[point.x, point.y] for point in (curve.start, first, second, curve.end)])
    t = np.linspace(0.0, 1.0, 4 * SAMPLES)[:, None]
    u = 1 - t
    fine = u**3 * corners[0] + 3 * u * u * t * corners[1] + 3 * u * t * t * corners[2] + t**3 * corners[3]
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(fine, axis=0).T))])
    wanted = np.linspace(0.0, along[-1], SAMPLES)
    points = np.stack([np.interp(wanted, along, fine[:, axis]) for axis in (0, 1)], axis=1)
    points.flags.writeable = False
    return points
