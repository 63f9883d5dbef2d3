"""Where connections wait that were dropped: a cloud on their client's link, in which nobody lies on another. Pure."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from ui.diagram.boxes import Detail, Layout
from ui.diagram.geometry import Coordinates, Curve, Point

_ON_THE_WAY = 0.6
"""Part of the way to the server."""
_WIDEST, _TALLEST = 64.0, 60.0
_BESIDE = 3.0
"""Pixels between a cloud and the boxes at its sides."""
_ROW = 0.88
"""Of the distance of two neighbours, that of two rows: every other row is half a place aside."""


@dataclass(frozen=True, slots=True)
class Cloud:
    """Places around a middle, the nearest to it first."""

    middle: Point
    width: float
    height: float
    size: float
    """Of who waits there, px."""
    pitch: float

    def centres(self) -> Coordinates:
        """Middles of all places, shape (count, 2). Not to be written to."""
        return _centres(self)


@lru_cache(maxsize=256)  # most clouds of a layout that is made anew are as they were
def _centres(cloud: Cloud) -> Coordinates:
    aside = max(0.0, (cloud.width - cloud.size) / 2)
    above = max(0.0, (cloud.height - cloud.size) / 2)
    places: list[tuple[float, float]] = []
    most = int(above // (cloud.pitch * _ROW))
    for row in range(-most, most + 1):
        shift = cloud.pitch / 2 if row % 2 else 0.0
        first = -int((aside + shift) // cloud.pitch)
        last = int((aside - shift) // cloud.pitch)
        places += [(column * cloud.pitch + shift, row * cloud.pitch * _ROW) for column in range(first, last + 1)]
    found = np.array(sorted(places, key=lambda at: (at[0] ** 2 + at[1] ** 2, at))).reshape(-1, 2)
    centres: Coordinates = found + np.array(cloud.middle)
    centres.flags.writeable = False
    return centres


def clouds(layout: Layout) -> tuple[tuple[Cloud, ...], ...]:
    """By the link of a client: a cloud for each detail."""
    middles = [_middle(link) for link in layout.client_links]
    apart = min((abs(lower.y - upper.y) for upper, lower in pairwise(middles)), default=_TALLEST)
    height = min(_TALLEST, apart - 2)
    return tuple(
        tuple(Cloud(middle, _width(link), height, detail.value, detail.tight_pitch) for detail in Detail)
        for link, middle in zip(layout.client_links, middles, strict=True)
    )


def _width(link: Curve) -> float:
    return min(_WIDEST, link.end.x - link.start.x - 2 * _BESIDE)


def _middle(link: Curve) -> Point:
    """On the link, and so that the cloud lies on no box."""
    points, half = link.points(), _width(link) / 2 + _BESIDE
    x, y = points[round(_ON_THE_WAY * (len(points) - 1))]
    return Point(min(max(float(x), link.start.x + half), link.end.x - half), float(y))
