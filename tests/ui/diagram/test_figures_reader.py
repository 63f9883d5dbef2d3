"""Rates are of a whole second, also where a run stops at the instant of a sample."""

import pytest

from simulator.model import System
from simulator.scenario import parse
from simulator.units import NS_PER_S
from ui.diagram.figures_reader import FiguresReader

EVEN = """
format = 1
name = "twenty a second"
[run]
duration = "10s"
[[clients]]
name = "Cliente_1"
arrivals = "constant"
rate = 20
routes = { "/" = 1 }
[server]
workers = 1
[[routes]]
path = "/"
handler = "async"
steps = [ { cpu = "1ms" } ]
"""


@pytest.mark.parametrize("until_s", [3.0, 3.04, 3.1, 4.0])
def test_twenty_a_second_are_twenty_a_second_wherever_the_run_stops(until_s: float) -> None:
    system = System(parse(EVEN, "even.toml", None), seed=1, trace=True, endless=True, sample_every_s=0.1)
    system.run_until(until_s)
    figures = FiguresReader(system, NS_PER_S // 10).read(round(until_s * NS_PER_S))
    assert figures.answered_per_s == 20
    assert figures.clients_per_s == (20,)
