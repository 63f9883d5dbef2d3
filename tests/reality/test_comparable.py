"""What a real server cannot be given is refused by name; the rest is simulated with this machine's costs."""

import pytest

from simulator.errors import ScenarioError
from simulator.reality import comparable
from simulator.reality.comparable import check_comparable, incomparable, on_this_machine, when_ready
from simulator.scenario import LoopKind, bundled, load
from tests.reality.conftest import BROKER_ROUTES, CLIENT, MACHINE, POSTING, ROUTES, scenario_of

DOWN = '[[faults]]\nat = "10ms"\nfor = "1ms"\nkind = "down"\ntarget = "database"\n'
SLOW = '[[faults]]\nat = "10ms"\nfor = "1ms"\nkind = "slow"\nfactor = 2.0\ntarget = "database"\n'
RESTART = '[[faults]]\nat = "10ms"\nkind = "restart"\ntarget = "server"\n'
CHANGE = '[[changes]]\nat = "10ms"\nset = "server.workers"\nto = 2\n'
RATE = '[[changes]]\nat = "11ms"\nset = "server.request_cpu"\nto = "2ms"\n'
LIMITED = '[[services]]\nname = "mail"\nconcurrency = 2\n'


@pytest.mark.parametrize(
    ("server", "more", "keys"),
    [
        ("", "", []),
        ("", SLOW, []),
        ("workers = 2", RESTART, []),
        ("", LIMITED, []),
        ("", CHANGE, []),
        ("", CHANGE + RATE, ["changes"]),
        ("", DOWN, ["faults[0].kind"]),
        ("", RESTART, ["faults[0].kind"]),
        ("workers = 2", LIMITED, ["services[mail].concurrency"]),
        ("gil = false", "", ["server.gil"]),
        ("cores = 4000", "", ["server.cores"]),
        ("backlog = 64\nsomaxconn = 8", "", ["server.somaxconn"]),
        ('timeout_keep_alive = "1.5s"', "", ["server.timeout_keep_alive"]),
        ("limit_max_requests = 10", "", ["server.limit_max_requests"]),
    ],
)
def test_what_has_no_counterpart(server: str, more: str, keys: list[str]) -> None:
    assert [problem.key for problem in incomparable(scenario_of(server, routes=ROUTES + more))] == keys


def test_one_pool_for_two_ways_of_waiting_has_none() -> None:
    routes = ROUTES.replace('io = "exponential(2ms)"', 'io = "2ms", service = "database"')
    assert [problem.key for problem in incomparable(scenario_of(routes=routes))] == ["services[database]"]


@pytest.mark.parametrize(
    ("clients", "message"),
    [
        (CLIENT.replace("rate = 20", "rate = 1000000.0"), "must send at most"),
        (
            '[[clients]]\nname = "c"\narrivals = "closed"\nusers = 9000\nroutes = { "/quick" = 1 }',
            "at most 5,000 users",
        ),
    ],
)
def test_what_would_be_too_much_is_refused(clients: str, message: str) -> None:
    with pytest.raises(ScenarioError, match=message):
        check_comparable(scenario_of(clients=clients))


def test_real_time_is_bounded() -> None:
    scenario = load("01_blocking")
    long = scenario.model_copy(update={"run": scenario.run.model_copy(update={"duration": 601.0})})
    with pytest.raises(ScenarioError, match="at most 600 s of real time"):
        check_comparable(long)


@pytest.mark.parametrize(
    ("broker", "tasks", "keys"),
    [
        ('kind = "celery"', "", []),
        ('kind = "rabbitmq"\nprefetch = 1', "failure_rate = 0.5", []),
        ('kind = "kafka"', "", ["broker.kind"]),
        ('kind = "celery"\ncapacity = 10', "", ["broker.capacity"]),
        ('kind = "celery"\nvisibility_timeout = "2s"', "", ["broker.visibility_timeout"]),
        ('kind = "celery"\nvisibility_timeout = "0s"', "", []),
        ('kind = "celery"\nconsumers = 100', "", ["broker.consumers"]),
        ('kind = "redis"', "", []),
        ('kind = "redis"', "failure_rate = 0.5", ["broker.on_failure"]),
        ('kind = "redis"\non_failure = "fail"', "failure_rate = 0.5", []),
        ('kind = "rq"', "steps = [{ cpu = '1ms' }]", []),
        ('kind = "rq"\nconsumers = 2', "steps = [{ cpu = '1ms' }]", ["tasks[mail]"]),
        ('kind = "rq"', "steps = [{ io = '1ms', service = 'free' }]", []),
        ('kind = "rq"', "steps = [{ io = '1ms', service = 'database' }]", ["tasks[mail]"]),
    ],
)
def test_what_of_a_broker_has_no_counterpart(broker: str, tasks: str, keys: list[str]) -> None:
    services = '[[services]]\nname = "free"\n'
    routes = f'{ROUTES}{services}[broker]\n{broker}\n[[tasks]]\nname = "mail"\n{tasks}\n'
    assert [problem.key for problem in incomparable(scenario_of(routes=routes))] == keys


def test_a_consumer_that_crashes_has_none() -> None:
    crash = '[[faults]]\nat = "10ms"\nkind = "crash"\ntarget = "consumer:1"\n'
    scenario = scenario_of(clients=POSTING, routes=BROKER_ROUTES + crash)
    (problem,) = incomparable(scenario)
    assert problem.key == "faults[0].kind"
    assert problem.message.endswith("here: no consumer of the stand-in for the broker can crash")


def test_too_many_messages_are_refused() -> None:
    routes = BROKER_ROUTES.replace("count = 2", "count = 100000")
    with pytest.raises(ScenarioError, match="must enqueue at most 500,000 messages"):
        check_comparable(scenario_of(clients=POSTING, routes=routes))


def test_bundled_scenarios_that_cannot_be_compared_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparable, "cores", lambda: 8)
    found = {name: [problem.key for problem in incomparable(load(name))] for name in bundled()}
    assert {name: keys for name, keys in found.items() if keys} == {
        "21_early_ack": ["broker.visibility_timeout", "faults[0].kind"],
        "22_visibility_timeout": ["broker.visibility_timeout"],
        "24_kafka_lag": ["broker.kind"],
    }


def test_consumers_sleep_late_too() -> None:
    here = on_this_machine(scenario_of(clients=POSTING, routes=BROKER_ROUTES), MACHINE)
    assert here.broker is not None
    assert here.broker.publish.text == "1.2ms"  # whole milliseconds on an event loop
    assert here.tasks[0].steps[0].io is not None
    assert here.tasks[0].steps[0].io.text == "exponential(5.1ms)"


def test_the_machines_costs_take_the_place_of_the_scenarios() -> None:
    scenario = scenario_of('request_cpu = "9ms"\nnagle_delay = "9ms"', CLIENT + 'network = "3ms"\n')
    here = on_this_machine(scenario, MACHINE)
    assert here.server.request_cpu.text == "500us"
    assert here.server.connection_cpu.text == "200us"
    assert here.server.nagle_delay == 0.043
    assert here.server.cores == MACHINE.cores
    assert here.server.start_up.mean_s == 0
    assert here.clients[0].network.text == "3.1ms"


def test_nagle_is_asyncios_only() -> None:
    assert on_this_machine(scenario_of(f'loop = "{LoopKind.UVLOOP.value}"'), MACHINE).server.nagle_delay == 0


def test_sleeps_are_late_by_their_kind() -> None:
    slow, quick = on_this_machine(scenario_of(), MACHINE).routes
    assert [(step.cpu or step.io).text for step in slow.steps] == ["1ms", "5.1ms"]  # type: ignore[union-attr]  # it has one
    assert slow.background[0].io is not None
    assert slow.background[0].io.text == "1.1ms"
    assert quick.steps[0].io is not None
    assert quick.steps[0].io.text == "exponential(2.6ms)"


def test_a_server_that_restarts_needs_as_long_as_it_needs_here() -> None:
    here = on_this_machine(scenario_of("workers = 2", routes=ROUTES + RESTART), MACHINE)
    assert here.server.start_up.mean_s == MACHINE.start_up_s


def test_a_run_must_be_longer_than_workers_take_to_start() -> None:
    scenario = scenario_of("workers = 2", routes=ROUTES + RESTART, duration="1s")
    with pytest.raises(ScenarioError, match=r"must be above 1\.1 s: so long workers take to start here, got 1"):
        when_ready(scenario, MACHINE)


def test_clients_begin_when_workers_that_may_restart_are_ready() -> None:
    assert when_ready(scenario_of(), MACHINE).clients[0].start == 0
    late = when_ready(scenario_of("workers = 2", routes=ROUTES + RESTART, duration="2s"), MACHINE)
    assert late.clients[0].start > MACHINE.start_up_s
