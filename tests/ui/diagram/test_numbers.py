"""Figures are rounded for reading, and written as the language does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from ui.diagram import numbers


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    yield
    QLocale.setDefault(QLocale("en"))


@pytest.mark.parametrize(
    ("language", "rate", "time", "count"),
    [("en", "79.6/s", "1.5 s", "2,049"), ("pt_BR", "79,6/s", "1,5 s", "2.049")],
)
def test_the_language_decides_on_points_and_commas(language: str, rate: str, time: str, count: str) -> None:
    QLocale.setDefault(QLocale(language))
    assert (numbers.rate(79.6128), numbers.duration(1.5), numbers.count(2049)) == (rate, time, count)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.25, "250 ms"), (0.0002, "200 µs"), (12.0, "12 s"), (0.0123, "12.3 ms"), (0.0, ""), (100.0, "100 s")],
)
def test_times_have_the_unit_that_reads_best(seconds: float, text: str) -> None:
    QLocale.setDefault(QLocale("en"))
    assert numbers.duration(seconds) == text


@pytest.mark.parametrize(("per_s", "text"), [(52.0, "52/s"), (1998.4, "1,998/s"), (3.333, "3.3/s")])
def test_rates(per_s: float, text: str) -> None:
    QLocale.setDefault(QLocale("en"))
    assert numbers.rate(per_s) == text
