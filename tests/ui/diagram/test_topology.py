"""What the diagram draws of a scenario."""

from simulator.scenario import HandlerKind, parse
from ui.diagram.topology import Topology

TEXT = """
format = 1
name = "lesson"
[run]
duration = "1s"
[[clients]]
name = "Cliente_1"
arrivals = "poisson"
rate = 15
routes = { "/email" = 1, "/professor" = 3 }
[[clients]]
name = "Cliente_2"
arrivals = "closed"
users = 5
routes = { "/email" = 1 }
[server]
workers = 3
backlog = 32
thread_limit = 20
loop = "uvloop"
[[routes]]
path = "/professor"
handler = "blocking"
steps = [ { cpu = "1ms" }, { label = "time.sleep", io = "250ms" }, { io = "10ms", service = "database" } ]
[[routes]]
path = "/email"
handler = "async"
steps = [ { io = "exponential(40ms)", service = "database" } ]
[[services]]
name = "database"
"""


def test_a_scenario_is_read_for_drawing() -> None:
    topology = Topology.of(parse(TEXT, "lesson.toml", None))
    first, second = topology.clients
    assert (first.name, first.routes, first.rate_per_s) == ("Cliente_1", ("/professor", "/email"), 15)
    assert (second.users, second.rate_per_s) == (5, None)
    assert (topology.workers, topology.accept_capacity, topology.thread_limit) == (3, 33, 20)
    assert topology.loop == "uvloop"
    assert [route.call for route in topology.routes] == ["time.sleep", "database"]
    assert topology.routes[0].handler is HandlerKind.BLOCKING
    assert topology.services[0].latency_s == 0.04


def test_workers_have_an_i_o_area_only_where_requests_wait_beside_a_free_loop() -> None:
    assert not Topology.of(parse(TEXT, "lesson.toml", None)).has_loop_io
    alone = TEXT.replace('io = "exponential(40ms)", service = "database"', 'io = "40ms"')
    assert Topology.of(parse(alone, "lesson.toml", None)).has_loop_io
    threads = TEXT.replace('"async"', '"threadpool"')
    assert Topology.of(parse(threads, "lesson.toml", None)).has_threads
