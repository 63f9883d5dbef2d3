"""Wall time becomes simulated time, and the pacer says honestly how fast that went."""

import pytest

from ui import pacing
from ui.pacing import Pacer


@pytest.mark.parametrize("speed", [0.001, 0.05, 1.0, 20.0, 100.0])
def test_a_speed_comes_back_from_its_place_on_the_slider(speed: float) -> None:
    assert pacing.from_position(pacing.to_position(speed)) == pytest.approx(speed)


def test_equal_ways_on_the_slider_are_equal_factors() -> None:
    assert pacing.to_position(0.1) - pacing.to_position(0.01) == pytest.approx(
        pacing.to_position(10) - pacing.to_position(1)
    )


def test_halving_and_doubling_end_at_the_ends() -> None:
    assert pacing.doubled(0.5) == 1.0
    assert pacing.halved(0.5) == 0.25
    assert pacing.halved(0.0015) == pacing.SLOWEST
    assert pacing.doubled(80.0) == pacing.FASTEST


def test_wall_time_turns_into_simulated_time_at_the_speed() -> None:
    pacer = Pacer(speed=0.5)
    now_s = 3.0
    for frame in range(11):
        now_s = pacer.target_s(frame * 0.016, now_s)
    assert now_s == pytest.approx(3.0 + 10 * 0.016 * 0.5)


def test_a_window_that_was_held_up_does_not_leap() -> None:
    pacer = Pacer(speed=1.0)
    pacer.target_s(0.0, 0.0)
    assert pacer.target_s(30.0, 0.0) == pytest.approx(0.1)


def test_a_rest_does_not_count() -> None:
    pacer = Pacer(speed=1.0)
    pacer.target_s(0.0, 0.0)
    pacer.rest()
    assert pacer.target_s(0.05, 1.0) == 1.0


def test_a_model_that_falls_short_is_limited_by_cpu_and_its_speed_is_the_true_one() -> None:
    pacer = Pacer(speed=100.0)
    now_s = 0.0
    for frame in range(60):
        wall_s = frame * 0.016
        pacer.target_s(wall_s, now_s)
        now_s += 0.016 * 40
        pacer.came_to(wall_s, now_s)
    assert pacer.is_limited_by_cpu
    assert pacer.reached_speed == pytest.approx(40.0)


def test_a_model_that_keeps_up_is_not_limited() -> None:
    pacer = Pacer(speed=2.0)
    now_s = 0.0
    for frame in range(60):
        now_s = pacer.target_s(frame * 0.016, now_s)
        pacer.came_to(frame * 0.016, now_s)
    assert not pacer.is_limited_by_cpu
    assert pacer.reached_speed == pytest.approx(2.0)
