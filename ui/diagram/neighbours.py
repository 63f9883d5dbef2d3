"""From one request to the next with the arrow keys: which one is nearest in a direction. Pure."""

import numpy as np

from ui.diagram.dot_arrays import Dots

DIRECTIONS = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "up": (0.0, -1.0), "down": (0.0, 1.0)}
_ASIDE = 2.5
"""How many times farther a pixel across the direction counts than one along it."""
_LEAST = 0.5
"""Pixels along the direction from which on it is another place."""


def neighbour(dots: Dots, x: float, y: float, direction: str, but: int | None = None) -> int | None:
    """The row of the nearest dot from a point on, of any request `but` one; None where there is none."""
    along_x, along_y = DIRECTIONS[direction]
    away_x, away_y = dots.x - x, dots.y - y
    along = away_x * along_x + away_y * along_y
    across = np.abs(away_x * along_y - away_y * along_x)
    cost = np.where((along >= _LEAST) & (dots.request_id != (but if but is not None else -1)), along, np.inf)
    cost = cost + _ASIDE * across
    nearest = int(cost.argmin()) if len(cost) else 0
    return nearest if len(cost) and np.isfinite(cost[nearest]) else None
