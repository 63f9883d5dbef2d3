"""What this version cannot simulate is refused by name; what it can is not."""

import pytest

from simulator.scenario import bundled, load, parse
from simulator.scenario.unbuilt import unbuilt

POISSON = 'arrivals = "poisson"\nrate = 15'


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ("rate = 15", 'rate = 15\ntimeout = "1s"', "clients[0].timeout"),
        ("rate = 15", "rate = 15\nretries = 1", "clients[0].retries"),
        ("rate = 15", "rate = 15\nmax_connections = 1", "clients[0].max_connections"),
        (POISSON, 'arrivals = "schedule"\nprofile = [[0, 1]]', "clients[0].arrivals"),
        ("workers = 1", "limit_concurrency = 5", "server.limit_concurrency"),
        ("workers = 1", "limit_max_requests = 5", "server.limit_max_requests"),
        ("workers = 1", "timeout_graceful_shutdown = 5", "server.timeout_graceful_shutdown"),
        ("workers = 1", 'syn_retry = "exponential"', "server.syn_retry"),
        ('"blocking"', '"blocking"\nfailure_rate = 0.1', "routes[0].failure_rate"),
        ('"blocking"', '"blocking"\nbackground = [{ cpu = 1 }]', "routes[0].background"),
        ('name = "database"', 'name = "database"\npool_size = 5', "services[0].pool_size"),
        ('name = "database"', 'name = "database"\nconcurrency = 5', "services[0].concurrency"),
        ("[server]", '[broker]\nkind = "rq"\n[server]', "broker"),
        ("[server]", '[[tasks]]\nname = "x"\n[server]', "tasks"),
        ("[server]", '[[faults]]\nat = 1\nkind = "restart"\ntarget = "server"\n[server]', "faults"),
        ("[server]", '[[changes]]\nat = 1\nset = "clients[0].timeout"\nto = "1s"\n[server]', "changes[0].set"),
        ("[server]", '[[changes]]\nat = 1\nset = "routes[0].background"\nto = []\n[server]', "changes[0].set"),
    ],
)
def test_a_part_that_is_not_built_is_named(base: str, right: str, wrong: str, key: str) -> None:
    found = unbuilt(parse(base.replace(right, wrong, 1)))
    assert [problem.key for problem in found] == [key]


def test_a_default_that_is_written_out_is_no_use(base: str) -> None:
    assert not unbuilt(parse(base.replace("workers = 1", "limit_concurrency = 0\nsyn_retry = 'linear'")))


@pytest.mark.parametrize("key", ["workers = 2", "thread_limit = 4", "gil = false", "cores = 2", 'nagle_delay = "43ms"'])
def test_what_is_built_is_not_refused(base: str, key: str) -> None:
    assert not unbuilt(parse(base.replace("workers = 1", key)))


@pytest.mark.parametrize("name", bundled())
def test_bundled_scenarios_use_only_what_is_built(name: str) -> None:
    assert not unbuilt(load(name))
