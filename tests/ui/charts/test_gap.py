"""Where the lines of a prediction stand on a chart, and what is written at them."""

import pytest

from ui.charts.gap import ChartGap, levels, starts
from ui.charts.kinds import ChartKind


def gap(predicted: float, measured: float | None = None) -> ChartGap:
    return ChartGap(ChartKind.THROUGHPUT, predicted, "predicted", measured, "measured")


def test_before_the_answer_there_is_one_line() -> None:
    (level,) = levels(gap(30.0), 100.0)
    assert (level.value, level.text, level.is_predicted) == (30.0, "predicted", True)


@pytest.mark.parametrize(
    ("predicted", "measured", "are_above"),
    [
        (60.0, 40.0, (True, False)),
        (40.0, 60.0, (False, True)),
        (95.0, 5.0, (False, True)),  # beside the edges there is no room outside of the gap
    ],
)
def test_texts_stand_outside_of_the_gap_where_there_is_room(
    predicted: float, measured: float, are_above: tuple[bool, bool]
) -> None:
    assert tuple(level.is_above for level in levels(gap(predicted, measured), 100.0)) == are_above


def test_what_is_beyond_the_axis_is_told_at_its_end() -> None:
    level, _ = levels(gap(5_000.0, 20.0), 100.0)
    assert (level.value, level.text, level.is_above) == (100.0, "↑ predicted", False)


@pytest.mark.parametrize(("predicted", "measured", "reach"), [(30, None, 30), (30, 60, 60), (900, 60, 60), (900, 0, 0)])
def test_the_axis_reaches_the_gap_unless_that_pressed_the_curves_flat(
    predicted: float, measured: float | None, reach: float
) -> None:
    assert gap(predicted, measured).reach(25.0) == reach


@pytest.mark.parametrize(
    ("predicted", "measured", "begins"),
    [
        (20.0, 80.0, 3.0),  # one below, one above
        (8.0, 12.0, 75.0),  # both above: beside each other
    ],
)
def test_texts_do_not_lie_on_each_other(predicted: float, measured: float, begins: float) -> None:
    shown = levels(gap(predicted, measured), 100.0)
    assert starts(shown, (70.0, 60.0), (220.0, 70.0), 106.0) == (3.0, begins)


def test_a_text_does_not_begin_so_late_that_it_has_no_room() -> None:
    shown = levels(gap(8.0, 12.0), 100.0)
    assert starts(shown, (120.0, 90.0), (200.0, 70.0), 106.0)[1] == 200.0 - 90.0 - 3.0
