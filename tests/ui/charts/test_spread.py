"""Bins of equal ratios, and what is drawn of them."""

import numpy as np
import pytest

from ui.charts.spread import BINS, Spread, bin_of, edges_s, power_ticks


def spread(*seconds: float) -> Spread:
    return Spread(np.bincount(bin_of(np.array(seconds)), minlength=BINS).astype(np.float64))


def test_a_time_lies_between_the_edges_of_its_bin() -> None:
    seconds = np.geomspace(1.1e-4, 9e3, 500)
    edges, bins = edges_s(), bin_of(seconds)
    assert ((edges[bins] <= seconds * (1 + 1e-9)) & (seconds < edges[bins + 1] * (1 + 1e-9))).all()


def test_what_is_beyond_lies_in_the_outermost() -> None:
    assert bin_of(np.array([0.0, 1e-5, 1e9])).tolist() == [0, 0, BINS - 1]


def test_without_answers_there_is_nothing_to_say() -> None:
    none = spread()
    assert none.reach() is None
    assert np.isnan(none.quantiles_s).all()


def test_a_single_value_is_drawn_with_room_beside_it() -> None:
    reach = spread(0.1).reach()
    assert reach is not None
    assert reach[0] < -1 < reach[1]
    assert reach[1] - reach[0] == pytest.approx(1)


def test_the_outline_goes_round_the_bars_that_are_seen() -> None:
    seen = spread(0.1, 0.1, 0.3)
    powers, shares = seen.outline(-2.0, 0.0)
    assert len(powers) == len(shares)
    assert powers[0] >= -2
    assert powers[-1] <= 0
    assert shares.max() == pytest.approx(2 / 3)


@pytest.mark.parametrize(("first", "last", "most"), [(-3, 0, 7), (-2, -1, 7), (-4, 3, 5), (-1.2, -0.1, 4)])
def test_numbers_have_room(first: float, last: float, most: int) -> None:
    ticks = power_ticks(first, last, most)
    assert 1 <= len(ticks) <= max(most, 8)
    assert ticks == sorted(ticks)
