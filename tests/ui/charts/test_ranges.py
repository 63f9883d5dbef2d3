"""Axes that read well and do not jump."""

import pytest

from ui.charts.ranges import (
    FOLLOWED_S,
    TimeAxis,
    axis_top,
    followed,
    recent_axis,
    round_ceiling,
    smoothing,
    spacing,
    tick_step,
    whole_axis,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.0031, 0.004), (1, 1), (7.1, 8), (9.9, 10), (10, 10), (101, 120), (130, 160), (2100, 3000)],
)
def test_a_ceiling_is_the_next_round_number(value: float, expected: float) -> None:
    assert round_ceiling(value) == pytest.approx(expected)


def test_a_queue_of_three_does_not_look_full() -> None:
    assert axis_top(3, 10, least=10) == 10


def test_an_axis_grows_at_once_and_comes_down_only_when_it_is_mostly_empty() -> None:
    top = axis_top(52, 10, least=10)
    assert top == 60
    assert axis_top(28, top, least=10) == 60
    assert axis_top(20, top, least=10) == 20
    assert axis_top(0, top, least=10) == 10


def test_noise_does_not_move_an_axis() -> None:
    tops = set()
    top = 10.0
    for value in [48, 51, 47, 52, 30, 51, 44, 29, 50] * 5:
        top = axis_top(value, top, least=10)
        tops.add(top)
    assert tops == {50, 60}


def test_a_short_run_is_seen_whole_and_grows_in_round_steps() -> None:
    lengths = [whole_axis(now_s).length_s for now_s in (0, 3, 5.1, 12, 33, 62.4, 119)]
    assert lengths == [5, 5, 10, 15, 40, 75, 120]
    assert recent_axis(62.4, 62.4, FOLLOWED_S) == whole_axis(62.4)


def test_a_long_run_is_followed_in_quarters() -> None:
    axes = [recent_axis(now_s, now_s, 120) for now_s in (700, 719, 720, 721)]
    assert axes == [TimeAxis(600, 720)] * 3 + [TimeAxis(630, 750)]


@pytest.mark.parametrize("shown_s", [0, 0.5, 29, 31, 110, 500, 600, 633, 690, 700])
def test_the_instant_that_is_looked_at_is_on_the_axis_with_some_past(shown_s: float) -> None:
    axis = recent_axis(700, shown_s, 120)
    assert axis.length_s == 120
    assert axis.holds(shown_s)
    assert shown_s - axis.first_s >= min(shown_s, 30)


def test_a_fast_run_is_followed_for_longer_and_a_slow_one_for_less_again() -> None:
    usual = followed(1 / 15, FOLLOWED_S)
    assert usual == FOLLOWED_S
    fast = followed(100 / 15, usual)
    assert fast >= 3600
    assert followed(80 / 15, fast) == fast
    assert followed(1 / 15, fast) == FOLLOWED_S


@pytest.mark.parametrize("length_s", [5, 10, 15, 50, 75, 120, 300, 3600, 36_000, 86_400, 864_000, 8_640_000])
def test_points_and_numbers_along_an_axis_are_few_and_fit_each_other(length_s: float) -> None:
    assert length_s / spacing(length_s) <= 400.001
    share = smoothing(length_s) / spacing(length_s)
    assert share >= 1
    assert share == pytest.approx(round(share))
    ticks = TimeAxis(0, length_s).ticks_s
    assert 3 <= len(ticks) <= 6
    assert ticks[1] == tick_step(length_s)
