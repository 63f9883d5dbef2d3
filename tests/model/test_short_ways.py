"""Where nothing is looked at and nothing can change, the model takes short ways: they lead to the same nanosecond."""

from pathlib import Path

import pytest

from simulator.model import System
from simulator.model.plain_group import PlainGroup
from simulator.scenario.file import from_plain
from tests.model.stories import burst, change, finished, poisson, route, served, server, told
from tests.model.strategies import Plain, plain_scenarios
from tests.model.test_promises import promised

STEPS = {
    "computing around a wait": ("cpu 1ms", "io exponential(5ms)", "cpu 1ms"),
    "two waits": ("io exponential(3ms)", "cpu 1ms", "io 2ms"),
    "computing only": ("cpu 2ms",),
    "computing that varies": ("cpu exponential(2ms)", "io 1ms"),
    "nothing": (),
}
CLIENTS = {
    "at the server": "keep_alive = false",
    "far away": 'keep_alive = false\nnetwork = "exponential(3ms)"',
    "on kept connections": 'network = "1ms"',
}


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
@pytest.mark.parametrize("handler", ["async", "blocking", "threadpool"])
@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize("clients", CLIENTS.values(), ids=CLIENTS)
def test_short_ways_lead_to_the_same_rows(loop: str, handler: str, steps: tuple[str, ...], clients: str) -> None:
    parts = (
        poisson(900, more=clients),
        route(handler, *steps),
        server(f'workers = 2\nloop = "{loop}"\nbacklog = 100'),
    )
    short = finished(told(*parts, duration="1s"))
    seen = finished(told(*parts, duration="1s"), trace=True)
    ready_to_change = finished(told(*parts, change("900ms", "clients[open].rate", "900"), duration="1s"))
    rows = short.record.requests.array().tolist()
    assert isinstance(short.groups[0], PlainGroup)
    assert not isinstance(seen.groups[0], PlainGroup)
    assert not isinstance(ready_to_change.groups[0], PlainGroup)
    assert rows == seen.record.requests.array().tolist() == ready_to_change.record.requests.array().tolist()
    assert len(rows) > 800


def told_by(system: System) -> tuple[bytes, ...]:
    """The whole record: rows, and what was sampled of the queues and the workers."""
    record = system.record
    sampled = [
        figures.tobytes() for part in (record.samples, record.marks) for figures in (part.table(), part.workers())
    ]
    return (record.requests.array().tobytes(), *sampled)


@promised(plain_scenarios())
def test_short_ways_lead_to_the_same_record_whatever_the_scenario(plain: Plain) -> None:
    scenario = from_plain(plain, Path())
    short, seen = finished(scenario), finished(scenario, trace=True)
    assert all(isinstance(group, PlainGroup) for group in short.groups)
    assert told_by(short) == told_by(seen)


@pytest.mark.parametrize("handler", ["async", "blocking", "threadpool"])
def test_a_route_may_have_thousands_of_steps(handler: str) -> None:
    steps = ("io 1us", "cpu 1us") * 3000
    (row,) = served(burst("0s"), route(handler, *steps), duration="1s")
    assert (int(row["io"]), int(row["cpu"])) == (3_000_000, 3_000_000)
