"""Which queue of theory a scenario is, and that it is none where theory would mislead."""

import pytest

from simulator import theory
from simulator.errors import UnstableQueueError
from simulator.experiment.closed_forms import NoClosedFormError, closed_form
from simulator.scenario import load, parse
from simulator.scenario.keys import replace

PLAIN = """
format = 1
name = "One queue"
[run]
duration = "10s"
[[clients]]
name = "c"
arrivals = "poisson"
rate = 80
keep_alive = false
[server]
loop = "uvloop"
[[routes]]
path = "/"
handler = "blocking"
steps = [{ io = "exponential(10ms)" }]
"""
CLOSED = PLAIN.replace('"poisson"\nrate = 80', '"closed"\nusers = 10\nthink_time = "90ms"')


def test_a_blocking_worker_is_m_m_1() -> None:
    form, expected = closed_form(parse(PLAIN)), theory.m_m_1(80, 0.01)
    assert (form.name, form.utilisation) == ("M/M/1", pytest.approx(0.8))
    assert form.response_time_s == pytest.approx(expected.response_time_s)


def test_several_uvloop_workers_are_one_queue() -> None:
    form = closed_form(replace(replace(parse(PLAIN), "server.workers", 4), "clients[0].rate", 320))
    assert form.name == "M/M/4"
    assert form.response_time_s == pytest.approx(theory.m_m_c(320, 0.01, 4).response_time_s)


def test_steps_in_sequence_add_their_variances() -> None:
    steps = [{"cpu": "2ms"}, {"io": "gamma(8ms, cv=1.5)"}]
    form = closed_form(replace(parse(PLAIN), "routes[0].steps", steps))
    scv = 1.5**2 * 0.008**2 / 0.010**2
    assert form.name == "M/G/1"
    assert form.response_time_s == pytest.approx(theory.m_g_1(80, 0.01, scv).response_time_s)


def test_routes_mix_to_one_service_time() -> None:
    mixed = parse(
        PLAIN.replace("keep_alive", 'routes = { "/" = 3, "/b" = 1 }\nkeep_alive').replace("exponential(10ms)", "10ms")
        + '[[routes]]\npath = "/b"\nhandler = "blocking"\nsteps = [{ io = "2ms" }]\n'
    )
    mean, second = 0.75 * 0.010 + 0.25 * 0.002, 0.75 * 0.010**2 + 0.25 * 0.002**2
    expected = theory.m_g_1(80, mean, second / mean**2 - 1)
    assert closed_form(mixed).response_time_s == pytest.approx(expected.response_time_s)


def test_a_constant_service_is_m_d_1() -> None:
    assert closed_form(replace(parse(PLAIN), "routes[0].steps", [{"io": "10ms"}])).name == "M/D/1"


def test_a_new_connection_crosses_the_network_four_times() -> None:
    far = closed_form(replace(parse(PLAIN), "clients[0].network", "20ms"))
    assert far.response_time_s == pytest.approx(closed_form(parse(PLAIN)).response_time_s + 0.080)


def test_awaiting_requests_never_wait_for_each_other() -> None:
    form = closed_form(replace(parse(PLAIN), "routes[0].handler", "async"))
    assert (form.name, form.waiting_time_s, form.utilisation) == ("M/G/inf", 0.0, None)
    assert form.response_time_s == pytest.approx(0.01)


def test_threads_are_servers() -> None:
    form = closed_form(replace(replace(parse(PLAIN), "routes[0].handler", "threadpool"), "server.thread_limit", 2))
    assert form.name == "M/M/2"


def test_a_closed_group_is_the_machine_repairman() -> None:
    form, expected = closed_form(parse(CLOSED)), theory.machine_repairman(10, 0.09, 0.01)
    assert form.name == "M/M/1//10"
    assert form.throughput_per_s == pytest.approx(expected.throughput_per_s)


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("clients[0].arrivals", "constant", "neither Poisson"),
        ("server.connection_cpu", "1ms", "connection_cpu"),
        ("server.hot_cpu_factor", 0.5, "hot_cpu_factor"),
        ("changes", [{"at": "5s", "set": "server.workers", "to": 2}], "changes"),
    ],
)
def test_what_theory_does_not_know_is_named(key: str, value: object, why: str) -> None:
    with pytest.raises(NoClosedFormError, match=why):
        closed_form(replace(parse(PLAIN), key, value))


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("server.loop", "asyncio", "takes all waiting connections"),
        ("clients[0].keep_alive", True, "stays with its worker"),
        ("clients[0].network", "5ms", "accepts before the request"),
        ("routes[0].steps", [{"io": "10ms"}], "exponential service only"),
        ("routes[0].handler", "threadpool", "thread limiter"),
    ],
)
def test_several_workers_are_one_queue_only_where_they_are(key: str, value: object, why: str) -> None:
    with pytest.raises(NoClosedFormError, match=why):
        closed_form(replace(replace(parse(PLAIN), "server.workers", 2), key, value))


def test_a_coming_and_going_request_has_no_closed_form() -> None:
    with pytest.raises(NoClosedFormError, match="come back to the loop"):
        closed_form(load("02_async"))


def test_too_much_is_said_to_be_too_much() -> None:
    with pytest.raises(UnstableQueueError, match="grows without end"):
        closed_form(replace(parse(PLAIN), "clients[0].rate", 101))
