"""Figures in both languages, none too long for its place."""

from collections.abc import Iterator
from math import inf, nan

import pytest
from PySide6.QtCore import QLocale

from ui.charts import numbers


@pytest.fixture(params=["en", "pt_BR"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def test_numbers_are_written_as_in_the_language(language: str) -> None:
    texts = (numbers.amount(79.61), numbers.amount(1996.2), numbers.milliseconds(0.0412), numbers.clock(62.418))
    expected = {
        "en": ("79.6", "1,996", "41.2", "62.418 s"),
        "pt_BR": ("79,6", "1.996", "41,2", "62,418 s"),
    }
    assert texts == expected[language]


def test_a_nothing_has_no_sign(language: str) -> None:
    assert {numbers.amount(-0.001), numbers.amount(-0.0), numbers.amount(0.0)} == {numbers.amount(0.04)}


@pytest.mark.parametrize("value", [0, 0.04, 9.99, 99.95, 999.94, 999.99, 9999])
def test_no_readout_is_longer_than_its_place(value: float) -> None:
    assert len(numbers.amount(value)) <= len(numbers.WIDEST)
    assert len(numbers.milliseconds(value / 1e3)) <= len(numbers.WIDEST)
    assert len(numbers.seconds_text(value)) <= len(numbers.WIDEST)


def test_what_is_not_known_is_a_dash() -> None:
    assert {numbers.amount(nan), numbers.amount(inf), numbers.milliseconds(nan), numbers.seconds_text(nan)} == {"–"}


@pytest.mark.parametrize(
    ("ticks", "length_s", "expected"),
    [
        ([0, 20, 40, 60], 75, ["0", "20", "40", "60 s"]),
        ([600, 630, 660], 120, ["10:00", "10:30", "11:00"]),
        ([0, 300, 600], 750, ["0", "5", "10 min"]),
        ([0, 3600, 7200], 9000, ["0", "1", "2 h"]),
        ([], 5, []),
    ],
)
def test_the_last_number_says_the_unit(ticks: list[float], length_s: float, expected: list[str]) -> None:
    assert [text for _, text in numbers.time_ticks(ticks, length_s)] == expected
