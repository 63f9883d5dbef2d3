"""When client groups send, and what each request draws."""

from pathlib import Path

import numpy as np
import pytest

from simulator.model import System
from simulator.model.streams import Streams
from simulator.record import NEVER, Outcome
from tests.model.stories import MS, Rows, burst, closed, finished, poisson, route, served, server, told

QUICK = route("async", "io 10ms")


def constant(rate: float, more: str = "") -> str:
    return poisson(rate, more=more).replace("poisson", "constant")


def test_constant_arrivals_begin_at_start_and_do_not_drift() -> None:
    rows = served(constant(3, 'start = "1s"\nstop = "9s"'), QUICK)
    assert rows["sent"].tolist() == [1_000_000_000 + int(k * 1e9 / 3) for k in range(24)]


def test_poisson_arrivals_have_exponential_gaps() -> None:
    rows = served(poisson(100), QUICK, duration="200s")
    gaps = np.diff(rows["sent"]) / 1e9
    assert gaps.mean() == pytest.approx(0.01, rel=0.03)
    assert gaps.std() == pytest.approx(0.01, rel=0.05)
    assert rows["sent"][0] > 0


def test_a_burst_is_all_users_at_once() -> None:
    rows = served(burst("3s", users=7), QUICK)
    assert rows["sent"].tolist() == [3_000 * MS] * 7


def test_a_burst_gives_way_to_who_looks_at_a_clock_and_comes_before_all_else() -> None:
    system = System(told(burst("1s", users=5000, name="first"), burst("1s", name="second"), QUICK), seed=1)
    assert not system.run_until(2.0, budget_s=0.0)
    assert 0 < len(system.in_flight) < 5000
    assert system.run_until(2.0)
    system.close()
    assert system.record.requests.array()["client"].tolist() == [0] * 5000 + [1]


def test_users_begin_one_after_the_other_in_the_ramp() -> None:
    rows = served(closed(4, more='ramp = "2s"\nthink_time = "60s"\nstart = "1s"'), QUICK)
    assert (rows["sent"] // MS).tolist() == [1000, 1500, 2000, 2500]


def test_a_user_thinks_between_answer_and_next_request() -> None:
    rows = served(closed(1, more='think_time = "100ms"'), QUICK, duration="1s")
    assert (rows["sent"] // MS).tolist() == [110 * k for k in range(10)]


def test_users_stop_where_their_group_does() -> None:
    rows = served(closed(2, more='stop = "55ms"'), QUICK, duration="1s")
    assert rows["sent"].max() == 50 * MS


REPLAY = '[[clients]]\nname = "again"\narrivals = "replay"\nfile = "arrivals.csv"\n'


def replayed(directory: Path, text: str, *parts: str) -> Rows:
    (directory / "arrivals.csv").write_text(text)
    return finished(told(*parts, directory=directory)).record.requests.array()


def test_a_recording_is_replayed_with_its_routes(tmp_path: Path) -> None:
    text = "time_s,route\n0.5,/b\n0.5,/a\n1.25,/b\n"
    rows = replayed(tmp_path, text, REPLAY + 'start = "1s"\n', QUICK, route("async", "io 1ms", path="/b"))
    assert (rows["sent"] // MS).tolist() == [1500, 1500, 2250]
    assert rows["route"].tolist() == [1, 0, 1]
    assert (rows["io"] // MS).tolist() == [1, 10, 1]


def test_open_arrivals_take_the_idle_connection_used_last(tmp_path: Path) -> None:
    # Two overlap, so there are two connections, of a worker each; what comes later needs only the one used last.
    times = "time_s\n0\n0.001\n1\n2\n3\n"
    rows = replayed(tmp_path, times, REPLAY, route("blocking", "io 10ms"), server("workers = 2"))
    assert (rows["accepted"] != NEVER).tolist() == [True, True, False, False, False]
    assert rows["worker"][0] != rows["worker"][1]
    assert set(rows["worker"][1:].tolist()) == {int(rows["worker"][1])}


def test_routes_are_chosen_by_weight() -> None:
    rows = served(poisson(100, '"/a" = 3, "/b" = 1'), QUICK, route("async", path="/b"), duration="100s")
    assert (rows["route"] == 0).mean() == pytest.approx(0.75, abs=0.015)


def test_each_user_has_one_connection() -> None:
    rows = served(closed(3, more='ramp = "15ms"'), QUICK, duration="1s")
    assert (rows["accepted"] != NEVER).sum() == 3


def test_each_request_has_its_own_connection_where_none_is_kept() -> None:
    rows = served(closed(3, more="keep_alive = false"), QUICK, duration="1s")
    assert (rows["accepted"] != NEVER).all()


def test_the_way_is_three_trips_on_a_new_connection_and_one_on_a_kept() -> None:
    rows = served(closed(1, more='network = "5ms"'), QUICK, duration="1s")
    assert (rows["network"][:3] // MS).tolist() == [20, 10, 10]
    assert (rows["started"][:2] - rows["sent"][:2]).tolist() == [15 * MS, 5 * MS]


def test_a_run_drains_and_ends_when_nobody_is_in_flight() -> None:
    system = finished(told(constant(1), route("async", "io 1500ms"), duration="3s", drain="10s"))
    rows = system.record.requests.array()
    assert (rows["outcome"] == Outcome.COMPLETED).all()
    assert system.record.end_ns == 3_500 * MS
    assert len(rows) == 3


def test_what_does_not_end_in_the_drain_is_unfinished() -> None:
    rows = served(constant(1), route("async", "io 1500ms"), duration="3s", drain="100ms")
    assert (rows["outcome"] == Outcome.UNFINISHED).sum() == 1
    assert rows["io"].tolist() == [1500 * MS, 1500 * MS, 1100 * MS]
    assert rows["finished"][2] == NEVER


VARIED = route("async", "cpu exponential(10us)", "io exponential(30ms)")


def test_another_group_and_its_route_move_nobody_elses_draws() -> None:
    alone = served(poisson(20), VARIED)
    both = served(
        poisson(20), poisson(9, '"/b" = 1', name="more"), VARIED, route("async", "io gamma(9ms, cv=0.5)", path="/b")
    )
    mine = both[both["client"] == 0]
    for column in ("sent", "cpu", "io"):
        assert mine[column].tolist() == alone[column].tolist()


def test_a_route_that_is_added_leaves_the_others_draws() -> None:
    alone = served(poisson(50), VARIED)
    both = served(poisson(50, '"/a" = 1, "/b" = 1'), VARIED, route("async", "io exponential(5ms)", path="/b"))
    assert both["sent"].tolist() == alone["sent"].tolist()
    still = both["route"] == 0
    assert 0 < still.sum() < len(both)
    done = still & (both["outcome"] == Outcome.COMPLETED) & (alone["outcome"] == Outcome.COMPLETED)
    assert both["io"][done].tolist() == alone["io"][done].tolist()


def test_the_order_of_service_moves_no_draws() -> None:
    few = served(poisson(15), route("blocking", "io exponential(50ms)"))
    many = served(poisson(15), route("blocking", "io exponential(50ms)"), server("workers = 8"))
    both = (few["outcome"] == Outcome.COMPLETED) & (many["outcome"] == Outcome.COMPLETED)
    assert both.sum() > 50
    assert few["io"][both].tolist() == many["io"][both].tolist()


def test_the_thought_after_a_request_is_that_requests_own() -> None:
    think = 'think_time = "exponential(1s)"'
    quick = served(closed(1, more=think), QUICK)
    slow = served(closed(1, more=think), route("async", "io 20ms"))
    count = min(len(quick), len(slow)) - 1
    thoughts = [np.diff(rows["sent"])[:count] - took for rows, took in ((quick, 10 * MS), (slow, 20 * MS))]
    assert thoughts[0].tolist() == thoughts[1].tolist()
    assert len(set(thoughts[0].tolist())) > 3


def test_a_new_mean_keeps_the_draws() -> None:
    short, long = (served(poisson(20), route("async", f"io exponential({mean})")) for mean in ("10ms", "20ms"))
    both = (short["outcome"] == Outcome.COMPLETED) & (long["outcome"] == Outcome.COMPLETED)
    assert np.abs(long["io"][both] - 2 * short["io"][both]).max() <= 2


def test_a_seed_and_a_replication_each_give_other_numbers() -> None:
    scenario = told(poisson(20), VARIED)
    runs = [
        finished(scenario, seed=seed, replication=number).record.requests.array()
        for seed, number in ((1, 1), (1, 2), (2, 1), (1, 1))
    ]
    assert runs[0].tobytes() == runs[3].tobytes()
    assert runs[0]["sent"].tolist() != runs[1]["sent"].tolist()
    assert runs[0]["sent"].tolist() != runs[2]["sent"].tolist()


def test_any_stretch_of_a_stream_is_the_same_however_it_is_asked_for() -> None:
    whole = Streams(7, 1)["x"].doubles(0, 100)
    again = Streams(7, 1)["x"]
    for first, count in ((90, 10), (0, 3), (50, 20), (3, 47)):
        assert again.doubles(first, count).tolist() == whole[first : first + count].tolist()
    assert Streams(7, 1)["y"].doubles(0, 100).tolist() != whole.tolist()
