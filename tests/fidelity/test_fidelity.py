"""The model answers as a real uvicorn did: every case within its tolerance, judged by the mean over its runs."""

from collections.abc import Callable

import pytest

from tests.fidelity.judge import Check, checks, expected


@pytest.mark.parametrize("case", expected())
def test_a_measured_case(case: str, record_property: Callable[[str, object], None]) -> None:
    found = list(checks(case))
    for check in found:
        record_property("fidelity", str(check))
    assert found
    assert [str(check) for check in found if not check.holds] == [], expected()[case]["title"]


def test_a_figure_beyond_its_tolerance_is_a_miss() -> None:
    assert Check("c01", "main", "p50", 0.103, 0.100, 0.097, 0.103).holds
    assert not Check("c01", "main", "p50", 0.104, 0.100, 0.097, 0.103).holds
    assert not Check("c01", "main", "p50", float("nan"), 0.100, 0.097, 0.103).holds
