"""What the comparison says."""

import pytest

from simulator.scenario import load
from simulator.statistics.paired import PairedFigure
from ui.charts import numbers
from ui.compare.variations import Variation
from ui.compare.words import likeness, row, signed, verdict


def mean(a: float, b: float, interval: tuple[float, float] | None) -> PairedFigure:
    return PairedFigure("response_mean", a, b, interval)


@pytest.mark.parametrize(
    ("figure", "letter", "title", "detail"),
    [
        (mean(0.3, 0.2, (-0.12, -0.08)), "B", "100 ms faster on average", "between 80.0 ms and 120 ms"),
        (mean(0.2, 7.2, (6.0, 8.0)), "A", "7.00 s faster on average", "between 6.00 s and 8.00 s"),
        (mean(0.2, 0.21, (-0.01, 0.03)), "", "No difference seen", "at most 30.0 ms either way"),
        (mean(0.2, 0.2, (0.0, 0.0)), "", "Exactly the same", "zero difference"),
        (mean(0.2, 0.1, None), "", "Too early to tell", "123 pairs of requests"),
    ],
)
def test_the_badge_says_who_is_faster_and_how_sure_that_is(
    figure: PairedFigure, letter: str, title: str, detail: str
) -> None:
    said = verdict([figure], 123)
    assert (said.letter, said.title) == (letter, title)
    assert said.detail.startswith(detail)


def test_what_is_not_shown_is_no_difference_and_what_is_zero_is_the_same() -> None:
    notes = [row(mean(0.2, 0.2, interval)).note for interval in (None, (-0.1, 0.2), (0.0, 0.0), (0.1, 0.2))]
    assert notes == ["too early to tell", "no difference seen", "the same", ""]


def test_arrivals_are_the_same_only_where_nobody_waits_for_an_answer() -> None:
    differ = [Variation("server.workers", 1, 2)]
    said = [likeness(differ, load(name))[0] for name in ("01_blocking", "06_keep_alive_burst")]
    assert said == [
        "Same clients, same arrivals, same draws: only server.workers differs",
        "Same clients, same draws: only server.workers differs",
    ]


@pytest.mark.parametrize(("value", "text"), [(12.34, "+12.3"), (-0.5, "−0.5"), (0.04, "0.0")])
def test_a_difference_that_is_written_as_zero_has_no_sign(value: float, text: str) -> None:
    assert signed(numbers.amount, value) == text
