"""The trace knows of a request at a service which worker has it, whatever it did before."""

import pytest

from simulator.model import System
from simulator.scenario import parse

SCENARIO = """
format = 1
name = "Nothing but a query"
[run]
duration = "5s"
seed = 1
[[clients]]
name = "client"
arrivals = "poisson"
rate = 20
keep_alive = {keep_alive}
routes = {{ "/" = 1 }}
[server]
workers = 2
loop = "{loop}"
[[routes]]
path = "/"
handler = "{handler}"
steps = [{{ io = "50ms", service = "database" }}, {{ io = "20ms", service = "cache" }}]
[[services]]
name = "database"
concurrency = {concurrency}
[[services]]
name = "cache"
"""


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
@pytest.mark.parametrize("keep_alive", ["true", "false"])
@pytest.mark.parametrize("handler", ["async", "blocking", "threadpool"])
@pytest.mark.parametrize("concurrency", [0, 1])
def test_a_request_without_processor_time_is_told_of_at_its_worker_first(
    loop: str, keep_alive: str, handler: str, concurrency: int
) -> None:
    text = SCENARIO.format(loop=loop, keep_alive=keep_alive, handler=handler, concurrency=concurrency)
    system = System(parse(text, "query.toml", None), seed=1, trace=True, endless=True)
    system.run_until(2.0)
    assert system.trace is not None, "it was asked for"
    came_from = set()
    for at_ms in range(500, 2000, 10):
        moment = system.trace.at(at_ms * 1_000_000)
        is_at_service = [moment.places[place].startswith("service:") for place in moment.place]
        came_from |= {moment.places[place].partition("/")[0] for place in moment.from_place[is_at_service]}
    assert came_from == {"worker:1", "worker:2"}
