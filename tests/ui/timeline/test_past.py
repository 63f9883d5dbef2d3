"""The whole past in a few thousand rows."""

import numpy as np
import pytest

from simulator.record import SAMPLE_COLUMNS, Samples
from ui.timeline.past import MOST_ROWS, Past


def extend(samples: Samples, first: int, last: int) -> None:
    """Twenty answers a second, and a queue as long as the seconds that have passed."""
    for number in range(first, last):
        time_s = (number + 1) / 10
        row = dict.fromkeys(SAMPLE_COLUMNS, 0.0)
        row |= {"time": time_s * 1e9, "completed": 20 * time_s, "loop_queue": time_s**2 / 2 * 1e9}
        samples.add(list(row.values()), [])


def test_nothing_yet() -> None:
    past = Past()
    assert not past.read(Samples())
    assert past.latest_s == 0


def test_answers_and_waiting_are_means_of_the_time_before() -> None:
    past, samples = Past(), Samples()
    extend(samples, 0, 300)
    assert past.read(samples)
    rate, waiting = past.curves(np.array([10.0, 30.0]), 2.0)
    assert rate == pytest.approx(20)
    assert waiting == pytest.approx([9, 29])


def test_a_long_run_keeps_its_shape_in_bounded_memory() -> None:
    past, samples = Past(), Samples()
    for first in range(0, 36_000, 700):
        extend(samples, first, min(first + 700, 36_000))
        past.read(samples)
    assert past.latest_s == pytest.approx(3600)
    assert past.kept_rows <= MOST_ROWS
    times = np.linspace(60, 3600, 500)
    rate, waiting = past.curves(times, 60.0)
    assert rate == pytest.approx(20)
    assert waiting == pytest.approx(times - 30, abs=0.01)
