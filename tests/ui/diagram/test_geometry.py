"""Curves and grids."""

import numpy as np
import pytest

from ui.diagram.geometry import Curve, Grid, Point, Rect, grid_in


def test_points_of_a_curve_are_equally_far_apart() -> None:
    points = Curve(Point(0, 0), Point(100, 80)).points()
    steps = np.hypot(*np.diff(points, axis=0).T)
    assert steps.max() / steps.min() < 1.02
    assert tuple(points[0]) == (0, 0)
    assert tuple(points[-1]) == pytest.approx((100, 80))


def test_a_curve_leaves_and_arrives_level() -> None:
    points = Curve(Point(0, 0), Point(100, 80)).points()
    assert abs(points[1, 1] - points[0, 1]) < 0.3 * abs(points[1, 0] - points[0, 0])


def test_a_grid_fills_row_by_row() -> None:
    grid = Grid(10, 20, 3, 7, 6, 8)
    assert grid.rows == 3
    assert grid.cell(4) == Rect(18, 28, 6, 6)
    assert tuple(grid.centres()[4]) == (21, 31)
    assert (grid.width, grid.height) == (22, 22)


def test_a_grid_has_as_many_cells_as_fit() -> None:
    grid = grid_in(Rect(0, 0, 50, 20), 6, 8)
    assert (grid.columns, grid.count) == (6, 12)
    assert grid_in(Rect(0, 0, 5, 5), 6, 8).count == 0
