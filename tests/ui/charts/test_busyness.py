"""Cells of workers: the share of time in which their loops were held."""

import numpy as np
import pytest

from simulator.model import System
from simulator.record import SAMPLE_COLUMNS, Samples
from simulator.scenario import load
from ui.charts.busyness import MOST_LINES, busyness, with_latest
from ui.charts.ranges import TimeAxis
from ui.charts.run import Run
from ui.diagram.figures_reader import FiguresReader


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


def test_the_latest_is_of_those_who_have_cells() -> None:
    seen = busyness(samples(23, 2), 0.1, TimeAxis(0, 30))
    came = np.array([[5e8, 1e8, 0, 0, 0], [2e8, 1e8, 0, 0, 0], [1e8, 1e8, 0, 0, 0]])
    latest = with_latest(seen, came)
    assert latest.latest == pytest.approx([0.2, 0.5])
    assert latest.latest_mean == pytest.approx(2 / 7)
    assert (latest.shares is seen.shares, latest.last_s) == (True, 2.0)


def test_a_legend_says_what_the_cards_say() -> None:
    system = System(load("04_workers"), seed=1, trace=True, endless=True, sample_every_s=0.1)
    system.run_until(65.57)
    run = Run(system)
    seen = run.busyness(run.frame(system.now_s, system.now_s))
    cards = FiguresReader(system, 100_000_000).read(system.now_ns).workers
    assert seen.cell_s == 1
    assert seen.latest == pytest.approx([card.loop_share for card in cards])
