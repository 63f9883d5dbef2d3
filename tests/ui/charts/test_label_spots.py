"""The number at a line stands where curves leave it readable."""

import numpy as np
import pytest

from ui.charts.label_spots import Area, Curve, Spot, part_at_line, spot

AREA = Area(0, 50, 100, 500, 100)
"""Ten pixels a second, one a request per second."""
END = (40.0, 50.0)
WIDE = 30.0


def level(value: float, until_s: float = 40.0) -> Curve:
    times = np.arange(0.0, until_s, 0.1)
    return times, np.full(len(times), value)


def where(*curves: Curve, before: Spot = Spot.ABOVE, is_last: bool = True, end: tuple[float, float] = END) -> Spot:
    return spot(end, WIDE, AREA, curves, before, is_last=is_last)


def test_it_stands_above_where_a_server_keeps_up() -> None:
    assert where(level(42), level(40)) is Spot.ABOVE


@pytest.mark.parametrize("sent", [50.5, 56, 62])
def test_in_overload_it_leaves_the_curve_of_what_is_sent(sent: float) -> None:
    assert where(level(sent), level(30)) is Spot.BELOW


def test_far_overload_leaves_room_between() -> None:
    assert where(level(80), level(49)) is Spot.ABOVE


def test_between_two_curves_it_stands_behind_the_present() -> None:
    assert where(level(55), level(47)) is Spot.BEHIND


def test_a_step_that_another_follows_keeps_to_its_own_length() -> None:
    assert where(level(55), level(30), is_last=False) is Spot.BELOW
    assert where(level(55), level(47), is_last=False) is not Spot.BEHIND


def test_at_the_end_of_the_axis_there_is_nothing_behind() -> None:
    assert where(level(55), level(47), end=(48.0, 50.0)) is not Spot.BEHIND


def test_a_run_that_was_left_reaches_behind_the_present() -> None:
    assert where(level(55), level(47), level(50, until_s=50)) is not Spot.BEHIND


def test_it_stays_where_it_is_while_that_is_hardly_worse() -> None:
    for before, touching in ((Spot.BELOW, 45.0), (Spot.ABOVE, 55.0)):
        times, values = level(30)
        values[-3:] = touching
        assert where((times, values), before=before) is before


def test_without_room_above_its_line_it_stands_in_the_line() -> None:
    assert [part_at_line(room) for room in (30, 13, 12, 6.5)] == [1.0, 1.0, 0.5, 0.5]
    assert part_at_line(0) == 0
