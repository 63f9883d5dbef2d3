"""Equal tiles in an area, as large as fits. Pure."""

import math
from typing import NamedTuple

from ui.diagram.geometry import Rect


class Tiling(NamedTuple):
    """How equal tiles are laid into rows."""

    columns: int
    width: float
    height: float
    gap: float


def fit(
    area: Rect, count: int, largest: tuple[float, float], smallest: tuple[float, float], gap: float
) -> Tiling | None:
    """The tiling with the largest tiles between the two sizes; of equals the one that is most nearly square."""
    best: tuple[float, float, float, Tiling] | None = None
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        width = min(largest[0], math.floor((area.width + gap) / columns - gap))
        height = min(largest[1], math.floor((area.height + gap) / rows - gap))
        if width < smallest[0] or height < smallest[1]:
            continue
        if largest[0] == largest[1]:
            width = height = min(width, height)
        size = min(width / largest[0], height / largest[1])
        # Of tilings with tiles of one size the one with the fewest empty places, then the squarest.
        empty, skew = columns * rows - count, abs(columns * width - rows * height)
        if best is None or (size, -empty, -skew) > best[:3]:
            best = (size, -empty, -skew, Tiling(columns, width, height, gap))
    return None if best is None else best[3]


def fitted(area: Rect, count: int) -> Tiling:
    """So many square cells, as large as there is room for."""
    for gap in (3.0, 2.0, 1.0):
        if cells := fit(area, count, (22, 22), (5, 5), gap):
            return cells
    # Smaller ones could not be seen: the rows are as long as they can be.
    return Tiling(max(1, min(count, int((area.width + 1) // 5))), 4, 4, 1)
