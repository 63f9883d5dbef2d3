"""Values that change while a system runs: each acts from its instant on, and nothing else does."""

from collections.abc import Iterator

import numpy as np
import pytest

from simulator.errors import ScenarioError
from simulator.model import System
from simulator.record import NEVER, Outcome
from tests.model.stories import MS, burst, change, closed, finished, poisson, route, served, server, told

BLOCKING = route("blocking", "io 50ms")
QUICK = route("async", "io 10ms")
UVLOOP = 'loop = "uvloop"\n'


def test_a_new_io_latency_acts_on_the_next_step_begun() -> None:
    parts = (burst("0s"), burst("200ms"), route("async", "io 100ms", "io 100ms"))
    rows = served(*parts, change("50ms", "routes[/a].steps[1].io", '"20ms"'))
    assert rows["finished"].tolist() == [120 * MS, 320 * MS]
    rows = served(*parts, change("150ms", "routes[/a].steps[1].io", '"20ms"'))
    assert rows["finished"].tolist() == [200 * MS, 320 * MS]


def test_a_change_acts_before_any_event_of_its_instant() -> None:
    rows = served(burst("100ms"), QUICK, change("100ms", "routes[/a].steps[0].io", '"20ms"'))
    assert rows["finished"].tolist() == [120 * MS]


def test_changes_of_one_instant_act_in_file_order() -> None:
    first, second = (change("1ms", "routes[/a].steps[0].io", f'"{ms}ms"') for ms in (20, 30))
    assert served(burst("5ms"), QUICK, first, second)["io"].tolist() == [30 * MS]
    assert served(burst("5ms"), QUICK, second, first)["io"].tolist() == [20 * MS]


def test_a_request_keeps_the_handler_it_started_with() -> None:
    parts = (burst("0s", users=3), BLOCKING, server("workers = 1"))
    rows = served(*parts, change("10ms", "routes[/a].handler", '"async"'))
    # The first blocks; the two that waited have not begun, and await side by side.
    assert (rows["finished"] // MS).tolist() == [50, 100, 100]


def test_new_steps_are_for_those_that_have_not_begun() -> None:
    parts = (burst("0s", users=2), BLOCKING)
    rows = served(*parts, change("10ms", "routes[/a].steps", '[{ cpu = "1ms" }, { io = "2ms" }]'))
    assert rows["finished"].tolist() == [50 * MS, 53 * MS]
    assert rows["cpu"].tolist() == [0, 1 * MS]


def test_more_workers_take_their_share_at_once() -> None:
    rows = served(burst("0s", users=8), BLOCKING, server(UVLOOP), change("60ms", "server.workers", "4"))
    assert sorted((rows["finished"] // MS).tolist()) == [50, 100, 110, 110, 110, 150, 160, 160]
    assert set(rows["worker"].tolist()) == {1, 2, 3, 4}


def test_the_highest_number_goes_first_and_finishes_what_it_holds() -> None:
    users = closed(4, more="keep_alive = false")
    rows = served(
        users, BLOCKING, server(UVLOOP + "workers = 2"), change("120ms", "server.workers", "1"), duration="1s"
    )
    late = rows[rows["sent"] > 120 * MS]
    assert set(late["worker"].tolist()) == {1, 0}
    held = rows[(rows["worker"] == 2) & (rows["started"] < 120 * MS)]
    assert (held["outcome"] == Outcome.COMPLETED).all()
    assert held["finished"].max() == 150 * MS


def test_a_worker_that_goes_closes_its_idle_connections() -> None:
    users = closed(4, more='think_time = "100ms"\nramp = "100ms"')
    rows = served(users, QUICK, server(UVLOOP + "workers = 2"), change("200ms", "server.workers", "1"), duration="1s")
    moved = rows[(rows["sent"] > 200 * MS) & (rows["accepted"] != NEVER)]
    before = rows[rows["sent"] < 200 * MS]
    assert (
        len(moved) == len({int(row["sent"]) for row in before if row["worker"] == 2 and row["accepted"] != NEVER}) > 0
    )
    assert set(rows["worker"][rows["sent"] > 200 * MS].tolist()) == {1}


def test_a_worker_that_never_started_never_accepts() -> None:
    parts = (poisson(100, more='keep_alive = false\nstart = "600ms"'), QUICK, server(UVLOOP + 'start_up = "500ms"'))
    changes = (change("550ms", "server.workers", "3"), change("600ms", "server.workers", "1"))
    rows = served(*parts, *changes, duration="3s")
    assert set(rows["worker"].tolist()) == {1}


def test_a_number_that_comes_back_keeps_its_figures() -> None:
    parts = (poisson(30, more="keep_alive = false"), route("blocking", "cpu 10ms"), server(UVLOOP + "workers = 2"))
    system = finished(told(*parts, change("3s", "server.workers", "1"), change("4s", "server.workers", "2")))
    rows = system.record.requests.array()
    cpu = [rows["cpu"][rows["worker"] == number].sum() for number in (1, 2)]
    assert system.record.samples.workers()[-1, :, 4].tolist() == cpu
    assert system.record.workers == 2


def test_more_tokens_serve_those_who_wait() -> None:
    parts = (burst("0s", users=4), route("threadpool", "io 50ms"), server("thread_limit = 1"))
    rows = served(*parts, change("10ms", "server.thread_limit", "3"))
    assert (rows["finished"] // MS).tolist() == [50, 60, 60, 100]


def test_fewer_tokens_take_none_away() -> None:
    parts = (burst("0s", users=5), route("threadpool", "io 50ms"), server("thread_limit = 3"))
    rows = served(*parts, change("10ms", "server.thread_limit", "1"))
    assert (rows["finished"] // MS).tolist() == [50, 50, 50, 100, 150]


def test_a_new_rate_stretches_what_is_left_of_the_gap() -> None:
    constant = poisson(1).replace("poisson", "constant")
    rows = served(constant, QUICK, change("500ms", "clients[open].rate", "2"), duration="3s")
    assert (rows["sent"] // MS).tolist() == [0, 750, 1250, 1750, 2250, 2750]


def test_the_same_draws_serve_every_rate() -> None:
    slow = served(poisson(10), QUICK)["sent"]
    fast = served(poisson(10), QUICK, change("0s", "clients[open].rate", "20"))["sent"]
    assert np.abs(fast[: len(slow)] * 2 - slow).max() < 1000


def test_users_come_at_once_and_go_after_their_answer() -> None:
    parts = (closed(2), route("async", "io 100ms"))
    changes = (change("150ms", "clients[users].users", "4"), change("350ms", "clients[users].users", "1"))
    rows = served(*parts, *changes, duration="600ms")
    assert (rows["sent"] // MS).tolist() == [0, 0, 100, 100, 150, 150, 200, 200, 250, 250, 300, 300, 400, 500]
    assert (rows["outcome"] == Outcome.COMPLETED)[:-1].all()


def test_a_new_think_time_is_for_the_next_thought() -> None:
    parts = (closed(1, more='think_time = "100ms"'), QUICK)
    rows = served(*parts, change("115ms", "clients[users].think_time", '"300ms"'), duration="700ms")
    assert (rows["sent"] // MS).tolist() == [0, 110, 420]


def test_a_new_network_is_for_the_next_way() -> None:
    parts = (closed(1, more='network = "10ms"'), QUICK)
    rows = served(*parts, change("35ms", "clients[users].network", '"1ms"'), duration="100ms")
    # There in 30 ms, back in 1 ms.
    assert rows["network"].tolist()[:2] == [31 * MS, 2 * MS]


def test_connections_are_kept_or_not_from_the_next_request_on() -> None:
    parts = (closed(1), QUICK)
    rows = served(*parts, change("35ms", "clients[users].keep_alive", "false"), duration="60ms")
    assert (rows["accepted"] // MS).tolist()[1:] == [-1, -1, -1, 40, 50]


def test_new_weights_are_for_the_next_request() -> None:
    parts = (closed(1), QUICK, route("async", "io 20ms", path="/b"))
    weights = '{ "/b" = 1 }'
    rows = served(*parts, change("15ms", "clients[users].routes", weights), duration="60ms")
    assert rows["route"].tolist() == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("key", "to", "more"),
    [
        ("server.request_cpu", '"4ms"', ""),
        ("server.connection_cpu", '"4ms"', ""),
        ("server.request_cpu", '"exponential(4ms)"', ""),
        ("server.hot_cpu_factor", "0.5", 'request_cpu = "4ms"'),
    ],
)
def test_costs_change_for_what_comes_after(key: str, to: str, more: str) -> None:
    parts = (poisson(100, more="keep_alive = false"), route("async"), server(more))
    before, after = served(*parts, duration="2s"), served(*parts, change("1s", key, to), duration="2s")
    early = before["sent"] < 990 * MS
    assert before["cpu"][early].tolist() == after["cpu"][early].tolist()
    assert before["cpu"][~early].sum() != after["cpu"][~early].sum()


def test_fewer_cores_slow_down_what_runs() -> None:
    parts = (burst("0s", users=2), route("async", "cpu 10ms"), server(UVLOOP + "workers = 2\ncores = 2"))
    rows = served(*parts, change("5ms", "server.cores", "1"))
    assert rows["finished"].tolist() == [15 * MS, 15 * MS]


def test_a_shorter_keep_alive_is_for_the_next_answer() -> None:
    parts = (closed(1, more='think_time = "100ms"'), QUICK)
    rows = served(*parts, change("150ms", "server.timeout_keep_alive", '"50ms"'), duration="500ms")
    assert [accepted != NEVER for accepted in rows["accepted"].tolist()] == [True, False, False, True, True]


def test_nagles_delay_is_for_the_next_answer() -> None:
    parts = (closed(1), QUICK, server('workers = 2\nnagle_delay = "40ms"'))
    rows = served(*parts, change("65ms", "server.nagle_delay", '"0s"'), duration="120ms")
    assert ((rows["finished"] - rows["sent"]) // MS).tolist()[:4] == [10, 50, 10, 10]


# A hand at the window


@pytest.fixture
def session() -> Iterator[System]:
    return System(told(poisson(20), QUICK), seed=1, endless=True, trace=True)


def test_a_change_is_told_as_a_scenario_would_have_it(session: System) -> None:
    session.run_until(0.1234567)
    told_as = session.apply("server.workers", 3)
    assert (told_as.at, told_as.set, told_as.to) == (0.123457, "server.workers", 3)
    assert session.changes == [told_as]
    assert session.scenario.server.workers == 3
    assert session.live_workers == 3


def test_two_changes_while_time_stands_have_one_instant(session: System) -> None:
    session.run_until(0.5)
    session.apply("server.workers", 3)
    session.apply("server.workers", 2)
    assert [change.at for change in session.changes] == [0.5, 0.5]


def test_what_is_fixed_or_wrong_changes_nothing(session: System) -> None:
    session.run_until(0.5)
    for key, value, problem in (
        ("server.loop", "uvloop", "fixed for a run"),
        ("server.workers", 0, "workers"),
        ("server.wokers", 2, "unknown"),
        ("routes[0].steps", [{"enqueue": "mail"}], "mail"),
    ):
        with pytest.raises(ScenarioError, match=problem):
            session.apply(key, value)
    assert session.changes == []
    assert session.scenario.server.workers == 1


def test_a_slice_of_wall_time_is_a_part_of_the_way(session: System) -> None:
    assert not session.run_until(1000.0, budget_s=0.0)
    assert 0 < session.now_s < 1000
    assert session.run_until(session.now_s + 0.1, budget_s=10)


def test_a_step_is_one_event(session: System) -> None:
    while not session.record.requests.count:
        at_s = session.next_event_s
        assert session.step()
        assert session.now_s == at_s
    assert session.in_flight[1].sent == session.now_ns


def test_a_run_that_is_over_takes_no_step() -> None:
    system = finished(told(burst("0s"), QUICK, duration="1s"))
    assert system.is_finished
    assert not system.step()
    assert system.now_s == 1.0
