"""What is valid and odd runs, and what will happen is said before; what is usual says nothing."""

import pytest

from simulator.scenario import bundled, load, parse
from simulator.scenario.oddities import warnings

AT_ONCE = 'arrivals = "closed"\nusers = 3'
CLOSED = "clients[0]: neither thinking nor an answer takes any time: each user sends a million requests a second"
REJECTING = "server.limit_concurrency: 1 rejects every request with a 503: uvicorn counts the connection that asks too"
LATER = '\n[[changes]]\nat = "1s"\nset = "{}"\nto = {}\n'


def spoilt(base: str, replaced: str, by: str) -> list[str]:
    """What is said of the scenario with one thing in another's place."""
    assert replaced in base
    return warnings(parse(base.replace(replaced, by)))


@pytest.mark.parametrize(
    ("replaced", "by", "said"),
    [
        ("workers = 1", "limit_concurrency = 1", REJECTING),
        (
            "workers = 1",
            "limit_max_requests_jitter = 5",
            "server.limit_max_requests_jitter: does nothing without server.limit_max_requests",
        ),
        (', service = "database"', "", "services[0]: no step uses database"),
        (
            'name = "database"',
            'name = "database"\nmax_overflow = 3',
            "services[0].max_overflow: does nothing without pool_size",
        ),
        (
            "[server]",
            'routes = { "/a" = 1, "/b" = 0 }\n[[routes]]\npath = "/b"\nhandler = "async"\n[server]',
            "routes[0]: no client asks for /b",
        ),
        (
            "[server]",
            '[[faults]]\nat = "60s"\nkind = "restart"\ntarget = "server"\n[server]',
            "faults[0].at: never comes: the run ends at 60 s",
        ),
    ],
)
def test_what_is_odd_is_said(base: str, replaced: str, by: str, said: str) -> None:
    assert spoilt(base, replaced, by) == [said]


def test_a_closed_loop_in_which_nothing_takes_time_is_said(base: str) -> None:
    closed = base.replace('arrivals = "poisson"\nrate = 15', AT_ONCE).replace('"1ms"', "0")
    assert spoilt(closed, '"50ms"', "0") == [CLOSED]
    assert warnings(parse(closed)) == []
    for time in ('think_time = "1ms"', 'network = "1ms"'):
        assert spoilt(closed.replace('"50ms"', "0"), "users = 3", f"users = 3\n{time}") == []


@pytest.mark.parametrize(
    ("replaced", "by", "key", "to"),
    [
        ("workers = 1", "limit_concurrency = 1", "server.limit_concurrency", "5"),
        ('name = "database"', 'name = "database"\nmax_overflow = 3', "services[database].pool_size", "5"),
    ],
)
def test_what_a_change_makes_usual_is_not_odd(base: str, replaced: str, by: str, key: str, to: str) -> None:
    assert spoilt(base, replaced, by)
    assert spoilt(base + LATER.format(key, to), replaced, by) == []


def test_of_the_bundled_scenarios_only_the_lesson_of_idle_consumers_is_odd(base: str) -> None:
    odd = {name: said for name in bundled() if (said := warnings(load(name)))}
    assert list(odd) == ["24_kafka_lag"]
    assert warnings(parse(base)) == []
