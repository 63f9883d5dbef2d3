"""The arrow keys lead to the request that the eye expects."""

import numpy as np
import pytest

from ui.diagram.dot_arrays import Dots
from ui.diagram.neighbours import neighbour


def dots(*places: tuple[float, float]) -> Dots:
    count = len(places)
    zeros = np.zeros(count, dtype=np.int64)
    x, y = (np.array([place[axis] for place in places], dtype=np.float64) for axis in (0, 1))
    return Dots(np.arange(1, count + 1), x, y, zeros, zeros, zeros, zeros)


@pytest.mark.parametrize(("direction", "row"), [("right", 1), ("left", 2), ("down", 3), ("up", 4)])
def test_each_arrow_goes_its_way(direction: str, row: int) -> None:
    assert neighbour(dots((0, 0), (20, 2), (-20, 2), (3, 20), (3, -20)), 0, 0, direction, but=1) == row


def test_what_lies_straight_ahead_comes_before_what_is_nearer_but_aside() -> None:
    assert neighbour(dots((15, 14), (30, 0)), 0, 0, "right") == 1


def test_there_may_be_nobody_on_that_side() -> None:
    assert neighbour(dots((0, 0)), 0, 0, "right", but=1) is None
    assert neighbour(dots(), 0, 0, "up") is None
