"""Sliders stop at round values only, and so do arrow keys, wherever they start."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.parameters.scales import LinearScale, LogScale, Scale, position
from ui.parameters.specs import SPECS

LATENCY = LogScale(1e-3, 10.0)
WITH_ZERO = LogScale(1e-3, 1.0, has_zero=True)
USERS = LogScale(1.0, 1000.0, is_whole=True)
WORKERS = LinearScale(1, 16)


def test_stops_are_round() -> None:
    around = [stop for stop in LATENCY.stops if 0.045 < stop < 0.075]
    assert around == [0.046, 0.048, 0.05, 0.055, 0.06, 0.065, 0.07]


def test_no_stop_has_more_than_two_digits() -> None:
    assert all(len(f"{stop:.15g}".replace(".", "").strip("0")) <= 2 for stop in LATENCY.stops)


def test_stops_are_at_most_a_tenth_apart() -> None:
    ratios = [after / before for before, after in zip(LATENCY.stops, LATENCY.stops[1:], strict=False)]
    assert max(ratios) == pytest.approx(1.1)


def test_zero_comes_before_the_least() -> None:
    assert WITH_ZERO.stops[:2] == (0.0, 1e-3)


def test_whole_numbers_stay_whole() -> None:
    assert USERS.stops[8:13] == (9, 10, 11, 12, 13)
    assert all(stop.is_integer() for stop in USERS.stops)


@pytest.mark.parametrize(
    ("scale", "value", "steps", "expected"),
    [
        (LATENCY, 0.05, 1, 0.055),
        (LATENCY, 0.05, -1, 0.048),
        (LATENCY, 0.0537128, 1, 0.055),
        (LATENCY, 0.0537128, -1, 0.05),
        (LATENCY, 10.0, 1, 11.0),
        (LATENCY, 1e-3, -1, 1e-3),
        (LATENCY, 0.095, 10, 0.19),
        (WITH_ZERO, 0.0, 1, 1e-3),
        (WITH_ZERO, 1e-3, -1, 0.0),
        (WITH_ZERO, 0.0, -1, 0.0),
        (USERS, 1.0, 1, 2.0),
        (USERS, 1000.0, 1, 1100.0),
        (WORKERS, 16.0, 1, 17.0),
        (WORKERS, 1.0, -1, 0.0),
        (WORKERS, 2.5, 1, 3.0),
        (WORKERS, 2.5, -1, 2.0),
    ],
)
def test_a_step_goes_to_the_next_round_value(scale: Scale, value: float, steps: int, expected: float) -> None:
    assert scale.stepped(value, steps) == expected


@pytest.mark.parametrize(("value", "expected"), [(0.0, 0.001), (0.0537, 0.055), (0.0524, 0.05), (1e9, 10.0)])
def test_the_nearest_stop_is_shown(value: float, expected: float) -> None:
    assert LATENCY.stops[position(LATENCY, value)] == expected


@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec.scale], ids=lambda spec: spec.parameter)
def test_every_slider_steps_where_an_arrow_key_does(spec: object) -> None:
    scale = spec.scale  # type: ignore[attr-defined]
    assert all(scale.stepped(a, 1) == b for a, b in zip(scale.stops, scale.stops[1:], strict=False))
    assert all(scale.stepped(b, -1) == a for a, b in zip(scale.stops, scale.stops[1:], strict=False))


@given(st.floats(min_value=1e-9, max_value=1e9), st.booleans())
def test_steps_up_rise_and_steps_down_fall(value: float, is_whole: bool) -> None:
    scale = LogScale(1.0 if is_whole else 1e-3, 10.0, has_zero=True, is_whole=is_whole)
    assert scale.stepped(value, 1) > value > scale.stepped(value, -1)
