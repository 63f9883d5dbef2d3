"""The capacity that is computed is the throughput that the model reaches when it is given too much."""

from math import inf

import numpy as np
import pytest

from simulator.capacity import Resource, capacity
from simulator.model import System
from simulator.record import Outcome
from simulator.scenario import Scenario, load, parse
from simulator.scenario.keys import replace

EXPONENTIAL = '[{cpu="1ms"}, {io="exponential(40ms)"}]'
AWAITING = '[{cpu="2ms"}, {io="exponential(30ms)"}, {cpu="1ms"}]'

POOLED = '[{io="10ms"}, {io="exponential(40ms)", service="database"}, {io="20ms"}]'
TWO = "workers = 2"


def poisson(rate: float, path: str = "/a", *, keep_alive: bool = False, name: str = "Cliente_1") -> str:
    return f"""
[[clients]]
name = "{name}"
arrivals = "poisson"
rate = {rate}
routes = {{ "{path}" = 1 }}
keep_alive = {str(keep_alive).lower()}
"""


def closed(users: int, path: str, name: str, more: str = "") -> str:
    return f"""
[[clients]]
name = "{name}"
arrivals = "closed"
users = {users}
keep_alive = false
routes = {{ "{path}" = 1 }}
{more}
"""


def route(handler: str, steps: str, path: str = "/a") -> str:
    return f'[[routes]]\npath = "{path}"\nhandler = "{handler}"\nsteps = {steps}\n'


def service(more: str) -> str:
    return f'[[services]]\nname = "database"\n{more}\n'


def scenario(clients: str, routes: str, server: str = "") -> Scenario:
    head = 'format = 1\nname = "capacity"\n[run]\nduration = "40s"\n'
    return parse(f'{head}{clients}\n[server]\nloop = "uvloop"\n{server}\n{routes}', "capacity.toml", None)


def reached_per_s(asked: Scenario, start_s: float = 5.0) -> float:
    """Answers per second that the server gave, network and all, while it had too much to do."""
    system = System(asked, seed=11)
    system.finish()
    rows = system.record.requests.array()
    finished = rows["finished"][rows["outcome"] == Outcome.COMPLETED] / 1e9
    return float(np.count_nonzero(finished >= start_s) / (asked.run.duration - start_s))


OVERLOADS = {
    "a blocking loop": (
        scenario(poisson(40), route("blocking", '[{cpu="1ms"}, {io="40ms"}]')),
        1 / 0.041,
        Resource.LOOP,
    ),
    "four blocking loops": (
        scenario(poisson(150), route("blocking", EXPONENTIAL), "workers = 4"),
        4 / 0.041,
        Resource.LOOP,
    ),
    "an async loop computes": (scenario(poisson(500), route("async", AWAITING)), 1 / 0.003, Resource.LOOP),
    "the server's own work": (
        scenario(poisson(500), route("async", AWAITING), 'request_cpu = "1ms"\nconnection_cpu = "500us"'),
        1 / 0.0045,
        Resource.LOOP,
    ),
    "kept connections cost nothing": (
        scenario(
            closed(50, "/a", "Cliente_1").replace("keep_alive = false", ""),
            route("async", AWAITING),
            'connection_cpu = "500us"',
        ),
        1 / 0.003,
        Resource.LOOP,
    ),
    "a hot loop": (
        scenario(poisson(1500), route("async", '[{cpu="500us"}]'), 'request_cpu = "1ms"\nhot_cpu_factor = 0.5'),
        1000,
        Resource.LOOP,
    ),
    "blocking calls cool the loop": (
        scenario(poisson(150), route("blocking", '[{io="9ms"}]'), 'request_cpu = "1ms"\nhot_cpu_factor = 0.5'),
        100,
        Resource.LOOP,
    ),
    "threads": (
        scenario(poisson(200), route("threadpool", '[{io="100ms"}]'), "thread_limit = 5\nworkers = 2"),
        100,
        Resource.THREADS,
    ),
    "the GIL": (scenario(poisson(150), route("threadpool", '[{cpu="10ms"}, {io="20ms"}]')), 100, Resource.GIL),
    "a free-threaded build has the tokens": (
        scenario(poisson(200), route("threadpool", '[{cpu="10ms"}, {io="20ms"}]'), "gil = false\nthread_limit = 4"),
        4 / 0.030,
        Resource.THREADS,
    ),
    "two cores for four workers": (
        scenario(poisson(500), route("async", '[{cpu="5ms"}]'), "workers = 4\ncores = 2"),
        400,
        Resource.CORES,
    ),
    "the connections of a pool": (
        scenario(poisson(150), route("async", POOLED) + service("pool_size = 3\nmax_overflow = 1\npool_timeout = 100")),
        4 / 0.040,
        Resource.POOL,
    ),
    "a pool at each worker": (
        scenario(
            poisson(200), route("async", POOLED) + service("pool_size = 2\nmax_overflow = 0\npool_timeout = 100"), TWO
        ),
        4 / 0.040,
        Resource.POOL,
    ),
    "connections that are kept up to the answer": (
        scenario(
            poisson(100),
            route("async", POOLED) + service('pool_size = 4\nmax_overflow = 0\npool_timeout = 100\nhold = "request"'),
        ),
        4 / 0.060,
        Resource.POOL,
    ),
    "what a service works on at once": (
        scenario(poisson(150), route("async", POOLED) + service("concurrency = 4")),
        4 / 0.040,
        Resource.SERVICE,
    ),
    "a mix at the clients' rates": (
        scenario(
            poisson(60, "/a") + poisson(20, "/b", name="Cliente_2"),
            route("blocking", '[{io="10ms"}]') + route("blocking", '[{io="70ms"}]', "/b"),
        ),
        1 / 0.025,
        Resource.LOOP,
    ),
    "users of two routes take turns": (
        scenario(
            closed(10, "/a", "Cliente_1") + closed(10, "/b", "Cliente_2"),
            route("blocking", '[{io="2ms"}]') + route("blocking", '[{io="50ms"}]', "/b"),
        ),
        1 / 0.026,
        Resource.LOOP,
    ),
}


@pytest.mark.parametrize("name", OVERLOADS)
def test_an_overloaded_server_answers_what_was_computed(name: str) -> None:
    asked, expected_per_s, bottleneck = OVERLOADS[name]
    computed = capacity(asked)
    assert computed.bottleneck is bottleneck
    assert computed.per_s == pytest.approx(expected_per_s, rel=0.03)
    assert reached_per_s(asked) == pytest.approx(computed.per_s, rel=0.03)


def test_a_bottleneck_says_whose_pool_it_is() -> None:
    assert capacity(load("09_pool")).bottleneck_name == "pool:database"
    assert capacity(load("01_blocking")).bottleneck_name == "loop"


def test_what_takes_no_time_has_no_bottleneck() -> None:
    assert capacity(scenario(poisson(10), route("async", '[{io="1s"}]'))) == type(capacity(load("02_async")))(inf, None)


def test_an_idle_closed_group_asks_at_its_own_pace() -> None:
    asked = scenario(
        closed(10, "/a", "Cliente_1", 'think_time = "1s"') + closed(10, "/b", "Cliente_2", 'think_time = "9s"'),
        route("blocking", '[{io="1ms"}]') + route("blocking", '[{io="2ms"}]', "/b"),
    )
    assert capacity(asked).per_s == pytest.approx(1 / 0.0011, rel=0.002)


def test_a_new_value_moves_it() -> None:
    slow = load("01_blocking")
    assert capacity(slow).per_s == pytest.approx(1 / 0.0415)
    assert capacity(replace(slow, "server.workers", 3)).per_s == pytest.approx(3 / 0.0415)
    faster = replace(slow, "routes[/professor/create].handler", "async")
    assert capacity(faster).per_s == pytest.approx(1 / 0.0015)
