"""Cells of a grid are given out once and kept."""

import numpy as np

from ui.diagram.boxes import Detail
from ui.diagram.geometry import Grid
from ui.diagram.seats import Seats

GRIDS = (Grid(0, 0, 2, 4, 14, 20), Grid(0, 0, 4, 12, 9, 10), Grid(0, 0, 8, 32, 5, 6))


def ids(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


def test_the_first_free_cell_is_taken() -> None:
    seats = Seats(GRIDS)
    before, _ = seats.take(ids(1, 2, 3), Detail.FULL)
    after, _ = seats.take(ids(1, 3, 9), Detail.FULL)
    assert after[0].tolist() == before[0].tolist()
    assert after[1].tolist() == before[2].tolist()
    assert after[2].tolist() == before[1].tolist()


def test_more_requests_than_cells_are_drawn_smaller() -> None:
    seats = Seats(GRIDS)
    seats.take(ids(*range(5)), Detail.FULL)
    assert (seats.detail, seats.count) == (Detail.MEDIUM, 12)


def test_sizes_do_not_flicker_around_the_limit() -> None:
    seats = Seats(GRIDS)
    sizes = []
    for count in (4, 5, 4, 5, 3, 2):
        seats.take(ids(*range(count)), Detail.FULL)
        sizes.append(seats.detail)
    assert sizes == [Detail.FULL, *[Detail.MEDIUM] * 4, Detail.FULL]


def test_those_who_find_no_cell_are_not_drawn() -> None:
    places, seated = Seats(GRIDS).take(ids(*range(40)), Detail.FULL)
    assert len(places) == 32
    assert seated.tolist() == list(range(32))


def test_a_crowd_elsewhere_makes_requests_small_here_too() -> None:
    seats = Seats(GRIDS)
    seats.take(ids(1), Detail.SMALL)
    assert seats.detail is Detail.SMALL
