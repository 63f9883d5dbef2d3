"""Digits in bulk are the digits that Python writes one by one."""

import csv
import io
from decimal import ROUND_HALF_EVEN, Decimal

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.output import digits


def lines(cells: digits.Cells) -> list[str]:
    return digits.joined([cells]).decode().split("\n")[:-1]


@given(st.lists(st.integers(-5, 2**63 - 1), min_size=1))
@example([0, 1, 999, 1000, 1001, 1_000_000, 999_999])
def test_whole_numbers_are_written_and_negative_ones_left_out(values: list[int]) -> None:
    assert lines(digits.integers(np.array(values))) == ["" if value < 0 else str(value) for value in values]


@given(st.lists(st.integers(-1, 10**18), min_size=1))
@example([500, 1500, 2500, 499, 501, 999_999_500, -1, 0])
def test_seconds_have_six_digits_rounded_half_to_even(values: list[int]) -> None:
    expected = [_six(Decimal(value) / 10**9) if value >= 0 else "" for value in values]
    assert lines(digits.seconds(np.array(values, dtype=np.int64))) == expected


def _six(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.000001'), ROUND_HALF_EVEN):f}"


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
@example([0.0, -0.0, -0.0000001, 0.9999999, 1e-6])
def test_numbers_have_six_digits_and_what_is_not_there_none(values: list[float]) -> None:
    written = lines(digits.decimals(np.array([*values, np.nan])))
    assert written[-1] == ""
    for text, value in zip(written[:-1], values, strict=True):
        assert abs(float(text) - value) <= 0.5000001e-6
        assert len(text.partition(".")[2]) == 6
        assert text != "-0.000000"


def test_names_are_quoted_where_csv_wants_it() -> None:
    names = ["a,b", 'say "hi"', "Usuário", "plain"]
    cells = digits.texts(names, np.array([3, 0, 1, 2], dtype=np.uint16))
    text = digits.joined([cells, digits.integers(np.arange(4))]).decode()
    assert list(csv.reader(io.StringIO(text))) == [["plain", "0"], ["a,b", "1"], ['say "hi"', "2"], ["Usuário", "3"]]


def test_no_rows_are_no_text() -> None:
    assert digits.joined([digits.integers(np.array([], dtype=np.int64))]) == b""
