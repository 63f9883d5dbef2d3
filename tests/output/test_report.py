"""Charts of a report: round numbers at their axes, and nothing made of the last moment of a run."""

import re

import numpy as np
import pytest

from simulator.model import System
from simulator.output import svg
from simulator.output.report import report
from simulator.output.report_words import ENGLISH
from simulator.scenario import parse
from simulator.statistics import Replications

SCENARIO = """
format = 1
name = "A moment more"
[run]
duration = "5.0005s"
seed = 1
[[clients]]
name = "client"
arrivals = "constant"
rate = 19.999
routes = { "/" = 1 }
[[routes]]
path = "/"
handler = "async"
steps = [{ io = "30ms" }]
"""


def test_a_run_that_ends_after_an_arrival_does_not_shoot_up() -> None:
    system = System(parse(SCENARIO, "short.toml", None), seed=1)
    while not system.finish(1.0):
        pass
    finished = Replications()
    finished.add(system.record)
    page = report(finished.overall(), system.record)
    (highest,) = re.findall(r">([\d,.]+) /s<", page)
    assert float(highest.replace(",", "")) <= 30


@pytest.mark.parametrize(
    ("end", "numbers"),
    [
        (8.301, ["0", "2", "4", "6", "8 s"]),
        (60.0, ["0", "20", "40", "60 s"]),
        (0.3, ["0", "0.1", "0.2", "0.3 s"]),
        (7200.0, ["0", "2,000", "4,000", "6,000 s"]),
    ],
)
def test_numbers_at_an_axis_are_round(end: float, numbers: list[str]) -> None:
    at = np.linspace(0.0, end, 50)
    drawn = svg.lines(at, {"nothing": 0 * at}, unit="")
    below = re.findall(r'y="194"[^>]*>([^<]*)<', drawn)  # no other text stands there
    assert below == numbers


@pytest.mark.parametrize(
    ("share", "written"), [(0.0, "0 %"), (2.51e-6, "< 0.01 %"), (0.00123, "0.123 %"), (0.947, "94.7 %"), (1.0, "100 %")]
)
def test_shares_that_nobody_cares_for_are_not_written_out(share: float, written: str) -> None:
    assert ENGLISH.percent(share) == written
