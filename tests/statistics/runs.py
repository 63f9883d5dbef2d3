"""Small runs to take figures of."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.record import REQUEST_ROW, Record
from simulator.scenario import Scenario, load, parse
from simulator.statistics import EXACT_UP_TO, StreamedTally, Summary, Tally, summarised, tallied
from simulator.units import to_ns

MIXED = """\
format = 1
name = "Two routes, three kinds of clients, a drain"

[run]
duration = "20s"
warm_up = "3s"
drain = "50ms"
seed = 5
sample_every = "700ms"

[[clients]]
name = "open"
arrivals = "poisson"
rate = 30
network = "exponential(5ms)"
keep_alive = false
deadline = "150ms"
routes = { "/slow" = 1, "/quick" = 3 }

[[clients]]
name = "closed"
arrivals = "closed"
users = 4
think_time = "exponential(200ms)"
routes = { "/quick" = 1 }

[[clients]]
name = "regular"
arrivals = "constant"
rate = 10
start = "2s"
stop = "18s"
routes = { "/slow" = 1 }

[server]
workers = 2
thread_limit = 3
request_cpu = "200us"

[[routes]]
path = "/slow"
handler = "threadpool"
steps = [{ cpu = "1ms" }, { io = "exponential(120ms)", service = "database" }]

[[routes]]
path = "/quick"
handler = "async"
steps = [{ cpu = "exponential(2ms)" }, { io = "20ms", service = "database" }]

[[services]]
name = "database"
"""

PLAIN = """\
format = 1
name = "One route"

[run]
duration = "10s"
seed = 1

[[clients]]
name = "c"
arrivals = "poisson"
rate = 20

[[routes]]
path = "/"
handler = "async"
steps = [{ io = "exponential(50ms)" }]
"""


def scenario_of(name: str) -> Scenario:
    """A bundled scenario, or one of the texts above."""
    return parse({"mixed": MIXED, "plain": PLAIN}[name]) if name in ("mixed", "plain") else load(name)


@cache
def finished(name: str, replication: int = 1) -> Record:
    """A closed record with all its rows."""
    return run(scenario_of(name), replication)


def run(scenario: Scenario, replication: int = 1) -> Record:
    assert scenario.run.seed is not None
    system = System(scenario, seed=scenario.run.seed, replication=replication)
    system.finish()
    return system.record


@cache
def summary_of(name: str) -> Summary:
    record = finished(name)
    return summarised(record, tallied(record))


def streamed(name: str, *, exact_up_to: int = EXACT_UP_TO) -> tuple[Record, Tally]:
    """The same run, its rows forgotten as they come."""
    scenario = scenario_of(name)
    assert scenario.run.seed is not None
    reader = StreamedTally(scenario, exact_up_to=exact_up_to)
    system = System(scenario, seed=scenario.run.seed, stream=reader)
    reader.newly_sent = system.ledger.newly_sent
    system.finish()
    return system.record, reader.closed(system.record)


def rows(*attempts: dict[str, int]) -> NDArray[np.void]:
    """Rows by hand: what is not given is 0."""
    table = np.zeros(len(attempts), dtype=REQUEST_ROW)
    for row, attempt in zip(table, attempts, strict=True):
        for name, value in attempt.items():
            row[name] = value
    return table


def ms(number: float) -> int:
    """Nanoseconds."""
    return to_ns(number / 1000)
