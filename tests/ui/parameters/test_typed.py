"""What people type is read as they mean it, in either language, and what is shown reads back as itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.parameters.typed import Limits, Notation, Refusal, RefusedError, Unit, read, written, written_briefly

ENGLISH = Notation(".", ",")
PORTUGUESE = Notation(",", ".")
MS, S, RATE, NONE = Unit.MILLISECONDS, Unit.SECONDS, Unit.PER_SECOND, Unit.NONE


@pytest.mark.parametrize(
    ("text", "unit", "notation", "value"),
    [
        ("50", MS, ENGLISH, 0.05),
        ("50ms", MS, ENGLISH, 0.05),
        (" 1.5 s ", MS, ENGLISH, 1.5),
        ("0,25", MS, PORTUGUESE, 0.00025),
        ("0.25", MS, PORTUGUESE, 0.00025),
        ("0,25", MS, ENGLISH, 0.00025),
        ("1.500", MS, PORTUGUESE, 1.5),
        ("1,500", MS, ENGLISH, 1.5),
        ("1,500", MS, PORTUGUESE, 0.0015),
        ("2.400,5", NONE, PORTUGUESE, 2400.5),
        ("1\N{NO-BREAK SPACE}000", NONE, Notation(",", "\N{NO-BREAK SPACE}"), 1000.0),
        ("250us", MS, ENGLISH, 0.00025),
        ("250 µs", MS, ENGLISH, 0.00025),
        ("2 MIN", S, ENGLISH, 120.0),
        ("1e-3", S, ENGLISH, 0.001),
        ("80/s", RATE, ENGLISH, 80.0),
        ("120 /min", RATE, ENGLISH, 2.0),
        ("4", NONE, ENGLISH, 4.0),
        ("1.5x", Unit.TIMES, ENGLISH, 1.5),
    ],
)
def test_it_is_read(text: str, unit: Unit, notation: Notation, value: float) -> None:
    assert read(text, unit, notation) == value


@pytest.mark.parametrize(
    ("text", "unit", "refusal"),
    [
        ("", MS, Refusal.NO_NUMBER),
        ("fast", MS, Refusal.NO_NUMBER),
        ("nan", MS, Refusal.NO_NUMBER),
        ("inf", MS, Refusal.NO_NUMBER),
        ("1.2.3", MS, Refusal.NO_NUMBER),
        (".", MS, Refusal.NO_NUMBER),
        ("--5", MS, Refusal.NO_NUMBER),
        ("5 kg", MS, Refusal.WRONG_UNIT),
        ("5 ms", RATE, Refusal.WRONG_UNIT),
        ("5 s", NONE, Refusal.WRONG_UNIT),
    ],
)
def test_it_is_refused_with_a_reason(text: str, unit: Unit, refusal: Refusal) -> None:
    with pytest.raises(RefusedError) as caught:
        read(text, unit, ENGLISH)
    assert caught.value.refusal is refusal


@pytest.mark.parametrize(
    ("limits", "value", "refusal"),
    [
        (Limits(1, 10, is_whole=True), 2.5, Refusal.NOT_WHOLE),
        (Limits(1, 10), 0.5, Refusal.TOO_SMALL),
        (Limits(0, 10, is_low_open=True), 0.0, Refusal.TOO_SMALL),
        (Limits(0, 10), -1.0, Refusal.TOO_SMALL),
        (Limits(0, 10), 11.0, Refusal.TOO_LARGE),
        (Limits(0, 10), float("inf"), Refusal.TOO_LARGE),
    ],
)
def test_limits_refuse(limits: Limits, value: float, refusal: Refusal) -> None:
    with pytest.raises(RefusedError) as caught:
        limits.check(value)
    assert caught.value.refusal is refusal


@pytest.mark.parametrize(
    ("value", "unit", "notation", "text"),
    [
        (0.05, MS, ENGLISH, "50"),
        (0.0537128, MS, ENGLISH, "53.713"),
        (0.00025, MS, PORTUGUESE, "0,25"),
        (2400.0, NONE, ENGLISH, "2,400"),
        (2400.0, NONE, PORTUGUESE, "2.400"),
        (0.0, MS, ENGLISH, "0"),
        (1e-9, MS, ENGLISH, "1e-6"),
        (1_000_000.0, NONE, ENGLISH, "1,000,000"),
    ],
)
def test_it_is_written_for_reading(value: float, unit: Unit, notation: Notation, text: str) -> None:
    assert written(value, unit, notation) == text


@pytest.mark.parametrize(
    ("value", "notation", "text"),
    [(1e5, ENGLISH, "100,000,000"), (1e9, PORTUGUESE, "1e12"), (1.2345e8, PORTUGUESE, "1,2345e11")],
)
def test_what_a_field_has_no_room_for_is_a_power_of_ten(value: float, notation: Notation, text: str) -> None:
    assert written_briefly(value, MS, notation) == text
    assert read(text, MS, notation) == value


@given(
    st.floats(min_value=1e-9, max_value=1e9),
    st.sampled_from([MS, S, RATE]),
    st.sampled_from([ENGLISH, PORTUGUESE]),
)
def test_what_is_shown_reads_back_nearly_as_it_is(value: float, unit: Unit, notation: Notation) -> None:
    assert read(written(value, unit, notation), unit, notation) == pytest.approx(value, rel=0.01)
