"""Also in a low window diagrams are whole, and what stands below them can be reached."""

import pytest

from ui.compare.room import LEAST_DIAGRAM, room


@pytest.mark.parametrize("are_all_shown", [False, True])
@pytest.mark.parametrize("height", [420, 480, 504, 604, 784, 1324])
def test_a_diagram_is_whole_and_something_of_the_figures_is_seen(height: int, are_all_shown: bool) -> None:
    upper, lower, _ = room(height, are_all_shown=are_all_shown)
    assert upper + lower == height
    assert upper - 46 >= LEAST_DIAGRAM
    assert lower >= 120


def test_where_there_is_room_all_charts_take_half_of_it() -> None:
    assert room(604, are_all_shown=True)[:2] == (302, 302)
    assert room(604, are_all_shown=False).lower == 232


def test_the_badge_takes_one_line_in_a_low_window_only() -> None:
    assert [room(height, are_all_shown=False).is_low for height in (484, 504, 604)] == [True, True, False]
