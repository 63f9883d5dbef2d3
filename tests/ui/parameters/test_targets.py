"""Which keys a scenario offers, what they are, and what setting them writes."""

from pathlib import Path

import pytest

from simulator.scenario import HandlerKind, HoldKind, Scenario, parse
from simulator.scenario.addresses import LIVE, is_live, locate
from simulator.scenario.validation import replaced
from ui.parameters.offers import changes, offers
from ui.parameters.specs import NOT_OFFERED, SPECS, STEP_KEYS, Parameter, Spec
from ui.parameters.targets import Reason, Target, Value, is_changed, limits, settings, stated, targets, value_of
from ui.session.crowds import MOST_USERS

SPEC = {spec.parameter: spec for spec in SPECS}


def only(parameter: Parameter, scenario: Scenario, name: str | None = None) -> tuple[Spec, Target]:
    """A parameter's target of that name, else its first."""
    found = targets(SPEC[parameter], scenario)
    assert isinstance(found, tuple)
    return SPEC[parameter], next(target for target in found if name in (None, target.name))


def test_every_live_key_is_offered() -> None:
    live = {(table, key) for table, keys in LIVE.items() for key in keys}
    offered = {(spec.table, "steps" if spec.key in STEP_KEYS else spec.key) for spec in SPECS}
    assert live == offered | NOT_OFFERED


def test_every_offered_key_is_live(whole: Scenario) -> None:
    found = [offer for offer in offers(whole) if offer.targets]
    assert len(found) == len(SPECS)
    for offer in found:
        for target in offer.targets:
            assert all(is_live(locate(whole.plain(), key)) for key in target.keys)


@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec.scale], ids=lambda spec: spec.parameter)
@pytest.mark.parametrize("end", [0, -1])
def test_a_scenario_takes_both_ends_of_every_slider(spec: Spec, end: int, whole: Scenario) -> None:
    assert spec.scale is not None
    value, found = spec.scale.stops[end], targets(spec, whole)
    assert isinstance(found, tuple)
    assert limits(spec).has(value)
    after = whole
    for key, to in settings(spec, found[0], whole, whole, value).items():
        after = replaced(after, key, to)
    assert value_of(spec, found[0], after) == pytest.approx(value)


def test_limits_are_the_scenarios_own() -> None:
    workers, rate, users = (limits(SPEC[p]) for p in (Parameter.WORKERS, Parameter.ARRIVAL_RATE, Parameter.USERS))
    assert (workers.low, workers.high, workers.is_whole) == (1, 1024, True)
    assert (rate.low, rate.high, rate.is_low_open, rate.is_whole) == (0, 1e6, True, False)
    assert (users.low, users.high, users.is_whole) == (1, MOST_USERS, True)


def test_latency_is_the_largest_steps_mean(lesson: Scenario) -> None:
    spec, target = only(Parameter.IO_LATENCY, lesson)
    assert value_of(spec, target, lesson) == 0.04
    key = "routes[/professor].steps[1].io"
    assert settings(spec, target, lesson, lesson, 0.25) == {key: "exponential(250ms)"}


def test_a_step_made_smaller_stays_the_one_that_is_set(lesson: Scenario) -> None:
    spec, target = only(Parameter.IO_LATENCY, lesson)
    smaller = replaced(lesson, target.keys[0], "exponential(5ms)")
    assert value_of(spec, target, smaller) == 0.005


@pytest.mark.parametrize(
    ("parameter", "name", "value", "expected"),
    [
        (Parameter.THINK_TIME, "Closed", 2.0, ("clients[Closed].think_time", "uniform(1s, 3s)")),
        (Parameter.REQUEST_CPU, "", 0.002, ("server.request_cpu", "lognormal(2ms, cv=0.5)")),
        (Parameter.IO_LATENCY, "/b", 0.05, ("routes[/b].steps[1].io", "50ms")),
        (Parameter.HANDLER, "/b", HandlerKind.ASYNC, ("routes[/b].handler", "async")),
        (Parameter.KEEP_ALIVE, "Closed", True, ("clients[Closed].keep_alive", True)),
        (Parameter.USERS, "Closed", 7.0, ("clients[Closed].users", 7)),
        (Parameter.ARRIVAL_RATE, "Open", 12.5, ("clients[Open].rate", 12.5)),
        (Parameter.KEEP_ALIVE_TIMEOUT, "", 2.0, ("server.timeout_keep_alive", "2s")),
        (Parameter.CORES, "", 2.0, ("server.cores", 2)),
    ],
)
def test_a_value_is_written_as_the_file_would_have_it(
    mixed: Scenario, parameter: Parameter, name: str, value: Value, expected: tuple[str, object]
) -> None:
    key, text = expected
    spec, target = only(parameter, mixed, name)
    written = settings(spec, target, mixed, mixed, value)
    assert written == {key: text}
    assert type(written[key]) is type(text)


def test_a_shape_survives_a_mean_of_nothing(mixed: Scenario) -> None:
    spec, target = only(Parameter.THINK_TIME, mixed)
    nothing = replaced(mixed, target.keys[0], settings(spec, target, mixed, mixed, 0.0)[target.keys[0]])
    assert value_of(spec, target, nothing) == 0.0
    assert settings(spec, target, mixed, nothing, 1.0) == {target.keys[0]: "uniform(500ms, 1.5s)"}


def test_rates_together_keep_their_proportion(lesson: Scenario) -> None:
    spec, target = only(Parameter.ARRIVAL_RATE, lesson)
    assert value_of(spec, target, lesson) == 15.0
    assert settings(spec, target, lesson, lesson, 30.0) == {
        "clients[Cliente_1].rate": 18,
        "clients[Cliente_2].rate": 12,
    }


def test_rates_together_come_back_to_where_they_began(lesson: Scenario) -> None:
    spec, target = only(Parameter.ARRIVAL_RATE, lesson)
    there = lesson
    for key, rate in settings(spec, target, lesson, lesson, 17.0).items():
        there = replaced(there, key, rate)
    assert value_of(spec, target, there) == 17.0
    assert settings(spec, target, lesson, there, 15.0) == stated(spec, target, lesson)


def test_rates_set_apart_are_scaled_as_they_are(lesson: Scenario) -> None:
    spec, target = only(Parameter.ARRIVAL_RATE, lesson)
    apart = replaced(lesson, "clients[Cliente_1].rate", 24.0)
    assert settings(spec, target, lesson, apart, 15.0) == {"clients[Cliente_1].rate": 12, "clients[Cliente_2].rate": 3}


def test_one_open_group_is_not_together(mixed: Scenario) -> None:
    found = targets(SPEC[Parameter.ARRIVAL_RATE], mixed)
    assert isinstance(found, tuple)
    assert [target.name for target in found] == ["Open"]


@pytest.mark.parametrize(
    ("parameter", "reason"),
    [
        (Parameter.USERS, Reason.CLOSED_ONLY),
        (Parameter.THINK_TIME, Reason.CLOSED_ONLY),
    ],
)
def test_what_a_scenario_has_not_is_said(lesson: Scenario, parameter: Parameter, reason: Reason) -> None:
    assert targets(SPEC[parameter], lesson) is reason


def test_a_closed_scenario_has_no_rate_and_no_steps(mixed: Scenario) -> None:
    plain = mixed.plain()
    plain["clients"] = [plain["clients"][1]]
    for route in plain["routes"]:
        route["steps"] = []
    bare = Scenario.model_validate(plain)
    reasons = [targets(SPEC[p], bare) for p in (Parameter.ARRIVAL_RATE, Parameter.IO_LATENCY, Parameter.ROUTE_CPU)]
    assert reasons == [Reason.OPEN_ONLY, Reason.NO_IO, Reason.NO_CPU]


def test_names_in_quotes_are_named_as_they_stand(lesson: Scenario) -> None:
    plain = lesson.plain()
    plain["clients"][1]["name"] = '"quoted"'
    odd = Scenario.model_validate(plain)
    spec, target = only(Parameter.NETWORK, odd, '"quoted"')
    (key,) = settings(spec, target, odd, odd, 0.1)
    assert key == 'clients["quoted"].network'
    assert value_of(spec, target, replaced(odd, key, "100ms")) == 0.1


def test_measured_times_are_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "times.csv").write_text("0.1\n0.3\n", encoding="utf-8")
    text = """\
format = 1
name = "measured"
[run]
duration = "10s"
[[clients]]
name = "c"
arrivals = "poisson"
rate = 1
network = "empirical(times.csv)"
[[routes]]
path = "/a"
handler = "async"
steps = [{ io = "empirical(times.csv)" }]
"""
    scenario = parse(text, "measured.toml", tmp_path)
    assert targets(SPEC[Parameter.IO_LATENCY], scenario) is Reason.MEASURED
    assert targets(SPEC[Parameter.NETWORK], scenario) is Reason.MEASURED


def test_changes_are_counted_by_value(lesson: Scenario) -> None:
    found = offers(lesson)
    assert changes(found, lesson, lesson) == 0
    now = replaced(replaced(lesson, "server.workers", 4), "clients[Cliente_2].rate", 8.0)
    assert changes(found, lesson, now) == 2
    assert changes(found, lesson, replaced(now, "server.workers", 1)) == 1
    spec, target = only(Parameter.WORKERS, lesson)
    assert is_changed(spec, target, lesson, now)


@pytest.mark.parametrize(
    ("parameter", "reason"),
    [
        (Parameter.POOL_SIZE, Reason.NO_SERVICE),
        (Parameter.BURST_RATE, Reason.BURSTS_ONLY),
        (Parameter.BACKGROUND, Reason.NO_BACKGROUND),
        (Parameter.BACKGROUND_HANDLER, Reason.NO_BACKGROUND),
    ],
)
def test_what_a_scenario_does_not_have_says_why_it_cannot_be_set(
    parameter: Parameter, reason: Reason, lesson: Scenario
) -> None:
    assert targets(SPEC[parameter], lesson) is reason


def test_a_service_without_a_pool_can_be_given_one(whole: Scenario) -> None:
    for parameter in (Parameter.SERVICE_CONCURRENCY, Parameter.POOL_SIZE):
        found = targets(SPEC[parameter], whole)
        assert isinstance(found, tuple)
        assert [target.name for target in found] == ["database", "smtp"]
    _, without = found
    spec = SPEC[Parameter.POOL_SIZE]
    assert value_of(spec, without, whole) == 0
    assert settings(spec, without, whole, whole, 5.0) == {"services[smtp].pool_size": 5}
    pooled = replaced(whole, "services[smtp].pool_size", 5)
    assert value_of(spec, without, pooled) == 5
    assert (
        settings(spec, without, whole, pooled, 0.0)
        == stated(spec, without, whole)
        == {"services[smtp].pool_size": "none"}
    )


def test_clients_without_patience_can_be_given_some_and_lose_it_again(lesson: Scenario) -> None:
    found = targets(SPEC[Parameter.TIMEOUT], lesson)
    assert isinstance(found, tuple)
    spec, target = SPEC[Parameter.TIMEOUT], found[0]
    assert value_of(spec, target, lesson) == 0
    (key, value), *_ = settings(spec, target, lesson, lesson, 2.0).items()
    impatient = replaced(lesson, key, value)
    assert is_changed(spec, target, lesson, impatient)
    (key, value), *_ = settings(spec, target, lesson, impatient, 0.0).items()
    assert replaced(impatient, key, value) == lesson
    assert limits(spec).has(0.0)


def test_background_latency_sets_the_longest_background_step(whole: Scenario) -> None:
    spec, target = only(Parameter.BACKGROUND, whole)
    assert settings(spec, target, whole, whole, 0.5) == {"routes[/a].background[1].io": "exponential(500ms)"}


def test_how_long_a_connection_is_held_is_a_choice(whole: Scenario) -> None:
    spec, target = only(Parameter.POOL_HOLD, whole)
    assert value_of(spec, target, whole) is HoldKind.STEP
    assert settings(spec, target, whole, whole, HoldKind.REQUEST) == {"services[database].hold": "request"}
