"""Times as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import SimulatorError
from simulator.units import format_time, parse_time, to_ns, to_s


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("250us", 250e-6),
        ("50ms", 0.05),
        ("1.5s", 1.5),
        ("2min", 120.0),
        ("1h", 3600.0),
        ("7ns", 7e-9),
        (".5s", 0.5),
        (" 3 ms ", 0.003),
        (2, 2.0),
        (0.25, 0.25),
        (0, 0.0),
    ],
)
def test_a_time_is_a_text_with_a_unit_or_a_number_of_seconds(text: str | float, seconds: float) -> None:
    assert parse_time(text) == seconds


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("50", "needs a unit"),
        ("1.5", "needs a unit"),
        ("-3ms", "0 or more"),
        (-1, "0 or more"),
        (float("nan"), "0 or more"),
        (float("inf"), "at most"),
        (10**400, "at most"),
        ("9" * 400 + "s", "at most"),
        ("fast", "such as"),
        ("5 parsecs", "such as"),
        ("1e3s", "such as"),
        ("", "such as"),
        (True, "such as"),
        (None, "such as"),
        ([1], "such as"),
    ],
)
def test_what_is_no_time_is_refused_with_the_rule_and_the_value(value: str | float, rule: str) -> None:
    with pytest.raises(SimulatorError, match=rule) as refusal:
        parse_time(value)
    assert ", got " in str(refusal.value)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.05, "50ms"), (0.0, "0s"), (60.0, "60s"), (250e-6, "250us"), (1.5, "1.5s"), (1e-9, "1ns"), (0.1 + 0.2, None)],
)
def test_a_time_is_written_short(seconds: float, text: str | None) -> None:
    assert text in (None, format_time(seconds))
    assert parse_time(format_time(seconds)) == seconds


@given(st.floats(min_value=0, max_value=1e9))
def test_every_time_reads_back_as_itself(seconds: float) -> None:
    assert parse_time(format_time(seconds)) == seconds


@given(st.integers(min_value=0, max_value=10**15))
def test_whole_nanoseconds_survive_as_seconds_up_to_eleven_days(nanoseconds: int) -> None:
    assert to_ns(to_s(nanoseconds)) == nanoseconds
