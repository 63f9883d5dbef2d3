"""A scenario whose runs take a few milliseconds, and the processes that all tests share."""

from collections.abc import Iterator

import pytest

from simulator.experiment.executors import RunExecutor, local
from simulator.scenario import Scenario, parse

SMALL = """\
format = 1
name = "Small"

[run]
duration = "5s"
seed = 3

[[clients]]
name = "c"
arrivals = "poisson"
rate = 20

[server]
workers = 1

[[routes]]
path = "/"
handler = "blocking"
steps = [{ cpu = "1ms" }, { io = "exponential(20ms)" }]
"""


@pytest.fixture
def small() -> Scenario:
    return parse(SMALL)


@pytest.fixture(scope="session")
def processes() -> Iterator[RunExecutor]:
    with local(2) as executor:
        yield executor
