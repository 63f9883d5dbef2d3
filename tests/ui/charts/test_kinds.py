"""Which charts are shown where nobody chose, and how they stand."""

import pytest

from ui.charts.kinds import ChartKind, columns, known, least_height, unchosen


@pytest.mark.parametrize(("width", "count"), [(1008, 3), (1140, 3), (1900, 4), (2200, 5)])
def test_wider_windows_show_more(width: int, count: int) -> None:
    assert unchosen(width) == tuple(ChartKind)[:count]


def test_names_of_no_chart_are_left_out() -> None:
    assert known(("spread", "nonsense", "waits", "waits")) == (ChartKind.WAITS, ChartKind.SPREAD)


@pytest.mark.parametrize(
    ("count", "width", "beside"), [(3, 1008, 3), (6, 1008, 3), (4, 1008, 4), (5, 1008, 3), (6, 2200, 6), (1, 100, 1)]
)
def test_rows_are_even(count: int, width: int, beside: int) -> None:
    assert columns(count, width) == beside


def test_two_rows_want_twice_the_height() -> None:
    assert least_height(6, 1008) == 2 * least_height(3, 1008)
