"""The n-th request of a group is the same request, simulated or sent to a real server."""

from itertools import count, takewhile
from pathlib import Path

import pytest

from simulator.model import System
from simulator.reality.drawing import groups_of, message_times
from simulator.reality.project.clients import Group, Row
from simulator.record import MessageOutcome
from simulator.scenario import Scenario, load
from simulator.scenario.file import from_plain
from tests.reality.conftest import BROKER_ROUTES, POSTING, scenario_of

FREE = """
[[routes]]
path = "/a"
handler = "async"
steps = [{ io = "exponential(20ms)" }, { cpu = "gamma(1ms, cv=0.5)" }]
failure_rate = 0.2
[[routes]]
path = "/b"
handler = "async"
steps = [{ io = "lognormal(5ms, cv=1)" }]
"""
KINDS = {
    "poisson": 'arrivals = "poisson"\nrate = 200',
    "constant": 'arrivals = "constant"\nrate = 90\nstart = "100ms"',
    "mmpp": 'arrivals = "mmpp"\nrate = 100\nburst_rate = 400\nburst_for = "exponential(50ms)"\ncalm_for = "100ms"',
    "schedule": 'arrivals = "schedule"\nprofile = [[0, 10], [0.5, 300]]',
    "burst": 'arrivals = "burst"\nusers = 9\nat = "200ms"',
}


def sent(group: Group) -> list[Row]:
    """All that the group sends on its own."""
    rows = (group.rows.first(n) for n in count())
    return list(takewhile(lambda row: row.at_s < group.stop_s, (row for row in iter(lambda: next(rows), None))))


def of_kind(kind: str, more: str = "") -> Scenario:
    client = f'[[clients]]\nname = "c"\n{KINDS[kind]}\nroutes = {{ "/a" = 2, "/b" = 1 }}\n{more}'
    return scenario_of(clients=client, routes=FREE)


@pytest.mark.parametrize("kind", KINDS)
def test_instants_routes_times_and_failures_are_the_models_own(kind: str) -> None:
    scenario = of_kind(kind)
    system = System(scenario, seed=5, replication=2)
    system.finish()
    simulated = system.record.requests.array()
    real = sent(groups_of(scenario, seed=5, replication=2)[0])
    paths = [route.path for route in scenario.routes]
    assert len(real) == len(simulated) > 8
    for row, mine in zip(real, simulated, strict=True):
        assert row.at_s == pytest.approx(mine["sent"] / 1e9, abs=1e-6)
        assert row.path == paths[mine["route"]]
        assert sum(map(float, row.times.split(","))) == pytest.approx((mine["io"] + mine["cpu"]) / 1e9, abs=1e-7)
        assert row.fails is bool(mine["status"] == 500)


def test_a_further_attempt_draws_anew_as_in_the_model() -> None:
    scenario = of_kind("constant", "retries = 1\nretry_backoff = 0\nretry_jitter = false")
    system = System(scenario, seed=5)
    system.finish()
    rows = system.record.requests.array()
    rows_again = rows[rows["attempt"] == 2]
    group = groups_of(scenario, seed=5, replication=1)[0]
    failed = [(n, row) for n, row in enumerate(sent(group)) if row.fails]
    again = [group.rows.again(n, row, 2) for n, row in failed]
    assert len(again) == len(rows_again) > 3
    totals = sorted(sum(map(float, row.times.split(","))) for row in again)
    assert totals == pytest.approx(sorted((rows_again["io"] + rows_again["cpu"]) / 1e9), abs=1e-7)


def test_executions_take_the_models_own_times_and_fail_alike() -> None:
    scenario = scenario_of(clients=POSTING, routes=BROKER_ROUTES)
    system = System(scenario, seed=5, replication=2)
    system.finish()
    rows = system.record.messages.array()
    times = message_times(scenario, seed=5, replication=2)["mail"]
    assert len(rows) == 18
    for message, row in zip(times, rows, strict=False):
        assert message[0] == pytest.approx(row["run"] / 1e9, abs=1e-6)
        assert (len(message) == 2) is bool(row["outcome"] == MessageOutcome.FAILED)
    assert {MessageOutcome.FAILED, MessageOutcome.COMPLETED} == set(rows["outcome"])


def test_tasks_in_which_nothing_varies_are_drawn_by_the_stand_in() -> None:
    assert message_times(load("19_email_queue"), seed=1, replication=1) == {}


def test_users_have_think_times_and_a_way_to_go() -> None:
    scenario = scenario_of(
        clients='[[clients]]\nname = "c"\narrivals = "closed"\nusers = 3\nthink_time = "uniform(1ms, 3ms)"\n'
        'network = "2ms"\nroutes = { "/a" = 1 }',
        routes=FREE,
    )
    group = groups_of(scenario, seed=5, replication=1)[0]
    rows = [group.rows.first(n) for n in range(20)]
    assert group.users == 3
    assert all(row is not None and 0.001 <= row.think_s <= 0.003 and row.network_s == 0.002 for row in rows)
    assert len({row.think_s for row in rows if row}) == 20


def test_a_replay_says_when_and_what(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("time_s,route\n0.1,/b\n0.25,/a\n", encoding="utf-8")
    text = of_kind("burst").plain()
    text["clients"][0] = {"name": "c", "arrivals": "replay", "file": "log.csv"}

    rows = sent(groups_of(from_plain(text, tmp_path), seed=1, replication=1)[0])
    assert [(row.at_s, row.path) for row in rows] == [(0.1, "/b"), (0.25, "/a")]


def test_background_steps_come_behind_the_others() -> None:
    rows = sent(groups_of(load("15_background"), seed=1, replication=1)[0])
    assert rows[0].times == "0.001000000,0.100000000"
