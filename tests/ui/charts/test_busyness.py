"""Cells of workers: the share of time in which their loops were held."""

import numpy as np
import pytest

from simulator.record import SAMPLE_COLUMNS, Samples
from ui.charts.busyness import MOST_LINES, busyness
from ui.charts.ranges import TimeAxis


def samples(rows: int, workers: int, *, late: int = 0) -> Samples:
    """Worker n is held for n parts in a hundred; the last comes `late` rows later."""
    made = Samples()
    for row in range(1, rows + 1):
        there = workers if row > late else workers - 1
        figures = [
            ((row - late * (n == workers)) * 1e8, (row - late * (n == workers)) * 1e6 * n, 0, 0, 0)
            for n in range(1, there + 1)
        ]
        made.add([row * 1e8] + [0.0] * (len(SAMPLE_COLUMNS) - 1), figures)
    return made


def test_shares_are_those_of_each_cell() -> None:
    seen = busyness(samples(300, 3), 0.1, TimeAxis(0, 30))
    assert seen.cell_s == 0.5
    assert seen.shares.shape == (3, 60)
    assert seen.shares[:, 20] == pytest.approx([0.01, 0.02, 0.03])
    assert seen.means[20] == pytest.approx(0.02)


def test_before_a_worker_lived_there_is_nothing() -> None:
    seen = busyness(samples(300, 2, late=100), 0.1, TimeAxis(0, 30))
    assert np.isnan(seen.shares[1, :20]).all()
    assert seen.shares[1, 21:] == pytest.approx(0.02)


def test_many_workers_share_lines() -> None:
    seen = busyness(samples(20, 100), 0.1, TimeAxis(0, 2))
    assert seen.per_line == 2
    assert seen.shares.shape[0] == 50 <= MOST_LINES
    assert seen.shares[0, 1] == pytest.approx(0.015)


def test_a_run_that_begins_has_no_cells() -> None:
    seen = busyness(Samples(), 0.1, TimeAxis(0, 5))
    assert seen.cell_at(0.0) is None
    assert seen.shares.size == 0


def test_an_instant_is_in_its_cell() -> None:
    seen = busyness(samples(300, 1), 0.1, TimeAxis(10, 30))
    assert seen.first_s == 10
    assert seen.cell_at(9.0) is None
    assert [seen.cell_at(at) for at in (10.1, 10.2, 10.3, 99.0)] == [0, 0, 1, seen.shares.shape[1] - 1]


def test_the_latest_is_as_long_as_a_cell_and_ends_with_the_last_sample() -> None:
    seen = busyness(samples(23, 2, late=21), 0.1, TimeAxis(0, 30))
    assert seen.last_s == 2.0
    assert np.isnan(seen.shares[1]).all()
    assert seen.latest == pytest.approx([0.01, 0.02])
    assert seen.latest_mean == pytest.approx((0.01 * 5 + 0.02 * 2) / 7)
