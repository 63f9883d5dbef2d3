"""Dotted keys: read, replaced, live or fixed, and what `--set` takes."""

from pathlib import Path
from typing import Any

import pytest

from simulator.errors import ScenarioError
from simulator.experiment.varying import parse_all, points
from simulator.scenario import keys, parse
from simulator.scenario.file import from_plain, replaced


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("server.workers", 1),
        ("run.duration", "60s"),
        ("run.seed", None),
        ("clients[Cliente_1].rate", 15.0),
        ("clients[0].rate", 15.0),
        ("routes[/a].handler", "blocking"),
        ("routes[/a].steps[1].io", "50ms"),
        ('routes["/a"].steps[0].cpu', "1ms"),
        ("broker.consumers", None),
    ],
)
def test_a_value_is_read_by_its_key(base: str, key: str, value: object) -> None:
    assert keys.read(parse(base), key) == value


def test_a_replaced_value_is_validated_and_the_scenario_another(base: str) -> None:
    scenario = parse(base)
    changed = keys.replace(scenario, "routes[/a].steps", [{"io": "exponential(70ms)"}])
    assert changed.routes[0].steps[0].io is not None
    assert changed.routes[0].steps[0].io.mean_s == 0.07
    assert scenario.routes[0].steps[1].io is not None
    assert scenario.routes[0].steps[1].io.mean_s == 0.05
    with pytest.raises(ScenarioError, match="must be at least 1, got 0"):
        keys.replace(scenario, "server.workers", 0)


def test_a_replaced_value_must_leave_later_changes_possible(base: str) -> None:
    text = base + '[[changes]]\nat = 1\nset = "routes[/a].steps[1].io"\nto = "9ms"\n'
    with pytest.raises(ScenarioError, match='there is no "1" in steps'):
        keys.replace(parse(text), "routes[/a].steps", [{"io": "1ms"}])


def test_a_running_scenario_keeps_its_changes(base: str) -> None:
    scenario = parse(base + '[[changes]]\nat = 1\nset = "server.workers"\nto = 3\n')
    assert replaced(scenario, "server.workers", 2).changes == scenario.changes


@pytest.mark.parametrize(
    "name",
    ['a "b"', '"b"', "'", '"', "it's", "a.b.rate", "a b ", "a\\b", "a\\", "a=b", "a,b..c", "{a}", "0", "ação: 1"],
)
def test_any_name_can_be_named(base: str, name: str) -> None:
    plain = parse(base).plain()
    plain["clients"][0]["name"] = "other"
    plain["clients"].append({**plain["clients"][0], "name": name, "rate": 33.0})
    scenario = from_plain(plain, Path())
    key, value = keys.parse_assignment(f"clients[{name}].rate=44")
    assert (keys.read(scenario, key), value) == (33.0, 44)
    assert [client.rate for client in keys.replace(scenario, key, value).clients] == [15.0, 44.0]
    assert [point[key] for point in points(parse_all([f"clients[{name}].rate=1,2"], scenario))] == [1, 2]


def test_quotes_may_stand_around_a_name_that_has_none_and_a_name_as_it_stands_comes_first(base: str) -> None:
    plain = parse(base).plain()
    plain["clients"].append({**plain["clients"][0], "name": '"Cliente_1"', "rate": 33.0})
    both = from_plain(plain, Path())
    assert keys.read(parse(base), 'clients["Cliente_1"].rate') == 15.0
    assert keys.read(both, 'clients["Cliente_1"].rate') == 33.0
    assert keys.read(both, "clients[Cliente_1].rate") == 15.0


@pytest.mark.parametrize(
    ("key", "is_live"),
    [
        ("server.workers", True),
        ("server.limit_max_requests_jitter", True),
        ("server.backlog", False),
        ("server.loop", False),
        ("server", False),
        ("clients[0].rate", True),
        ("clients[0].routes[/a]", True),
        ("clients[0].arrivals", False),
        ("routes[0].steps[1].io", True),
        ("routes[0].thread_calls", False),
        ("services[0].concurrency", True),
        ("services[0].name", False),
        ("run.duration", False),
    ],
)
def test_some_keys_are_live(base: str, key: str, is_live: bool) -> None:
    assert keys.is_live(keys.locate(parse(base).plain(), key)) == is_live


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("server.wokers", "did you mean server.workers"),
        ("sever.workers", "did you mean server"),
        ("routes[/b].handler", 'there is no "/b" in routes'),
        ("routes[7].handler", 'there is no "7" in routes'),
        ("server.workers.more", "nothing below it"),
        ("", "must be a key"),
        ("server..workers", "must be a key"),
        ("routes[/a", "must be a key"),
    ],
)
def test_keys_that_lead_nowhere_are_refused(base: str, key: str, rule: str) -> None:
    with pytest.raises(ScenarioError, match=rule):
        keys.read(parse(base), key)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("server.workers=4", "server.workers", 4),
        ("run.duration=10s", "run.duration", "10s"),
        ('run.duration="10s"', "run.duration", "10s"),
        ("clients[A].keep_alive = false", "clients[A].keep_alive", False),
        ("routes[/a=b].steps[0].io=exponential(5ms)", "routes[/a=b].steps[0].io", "exponential(5ms)"),
        ('routes[/a].steps=[{ io = "1ms" }]', "routes[/a].steps", [{"io": "1ms"}]),
        ("name=", "name", ""),
        ("name=a=b", "name", "a=b"),
        ("name=1\nother=2", "name", "1\nother=2"),
    ],
)
def test_an_assignment_is_a_key_and_a_toml_value_or_bare_text(text: str, key: str, value: Any) -> None:
    assert keys.parse_assignment(text) == (key, value)


@pytest.mark.parametrize("text", ["server.workers", "=4", "", "[a=b]"])
def test_what_assigns_nothing_is_refused(text: str) -> None:
    with pytest.raises(ScenarioError, match="KEY=VALUE"):
        keys.parse_assignment(text)
